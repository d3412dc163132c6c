"""Which needs are asked, and with which answers."""

from pathlib import Path

import pytest

from bot.catalog import Catalogue, load
from bot.quiz.questions import KNOWN_FOR_MS, LONGEST_ANSWER, about_need, needs_to_ask, products_for
from bot.shipped import folder
from tests.catalog.small import catalogue, giant, product
from tests.quiz.room import KNOWN

NOW = 10 * KNOWN_FOR_MS


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load(Path(folder("catalog")))


def ids(known_at: dict[str, int]) -> list[str]:
    return [need.id for need in needs_to_ask(KNOWN, known_at, NOW)]


def test_the_heaviest_needs_come_first() -> None:
    assert ids({}) == ["file-storage", "email", "video-call", "forms", "kanban"]


def test_what_is_not_known_comes_before_what_is() -> None:
    assert ids({"file-storage": NOW - 5, "email": NOW - 9}) == ["video-call", "forms", "kanban", "wiki", "email"]


def test_what_was_said_long_ago_counts_as_not_known() -> None:
    assert ids({"file-storage": NOW - KNOWN_FOR_MS - 1, "email": NOW})[0] == "file-storage"


def test_what_the_giants_are_asked_about_is_named_first_then_what_has_most_names() -> None:
    known = catalogue(
        giant("Google", asks=["google-meet"]),
        product("Google Meet"),
        product("Webex", aliases={"any": ["cisco webex", "web ex"]}),
        product("Skype", answer="gone", gone={"when": "2025-05", "what": {"fr": "fermé", "en": "closed"}}),
    )
    assert [each.name for each in products_for(known, "video-call")] == ["Google Meet", "Webex", "Zoom"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_question_of_the_shipped_catalogue_fits_a_poll(shipped: Catalogue, language: str) -> None:
    for need in shipped.needs.values():
        asked = about_need(shipped, need, language)
        texts = [text for _, text in asked.answers]
        assert len(texts) == len(set(texts)) <= 7
        assert max(map(len, texts)) <= LONGEST_ANSWER
        assert len({identity for identity, _ in asked.answers}) == len(texts)


def test_a_first_quiz_with_the_shipped_catalogue_asks_what_matters_most(shipped: Catalogue) -> None:
    assert {"email", "file-storage", "membership"} < {need.id for need in needs_to_ask(shipped, {}, NOW)}
    assert [each.id for each in products_for(shipped, "file-storage")] == ["google-drive", "onedrive", "dropbox"]
    assert [each.id for each in products_for(shipped, "social-network")] == ["facebook", "instagram", "twitter-x"]


def test_a_tool_to_keep_is_named_for_all_that_it_serves() -> None:
    known = catalogue(
        product("Leetchi", "donations", aliases={"any": ["leetchi.com"]}),
        product("Cotizup", "donations"),
        product("Patreon", "donations"),
        product(
            "HelloAsso",
            "membership donations",
            answer="keep",
            hint={"fr": "rien ne presse", "en": "no hurry"},
            aliases={"any": ["hello asso", "hello-asso.com"]},
        ),
    )
    assert [each.name for each in products_for(known, "donations")] == ["HelloAsso", "Leetchi", "Cotizup"]
