"""Fields set by hand: keys in French or English, texts in both languages, lists with commas."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalog.revisions import MODELS, document, read
from bot.moderation.fields import assigned, both
from tests.catalog.small import TODAY, alternative, product

ZOOM = document(product("Zoom"))


@pytest.mark.parametrize(
    ("path", "typed", "expected"),
    [
        ("effort", "semaine", {"effort": "week"}),
        ("limite", "rien | nothing", {"limit": {"fr": "rien", "en": "nothing"}}),
        ("limit.fr", "rien", {"limit": {"fr": "rien", "en": "nothing comes along"}}),
        ("besoins", "visio, chat", {"needs": ["visio", "chat"]}),
        ("aliases.any", "zoum, zoome", {"aliases": {"any": ["zoum", "zoome"]}}),
        ("lock_in.data", "1", {"lock_in": {**ZOOM["lock_in"], "data": "1"}}),
        ("sources", "https://zoom.us", {"sources": [{"url": "https://zoom.us", "date": "2026-11-24"}]}),
        ("owner", "microsoft", {"owner": "microsoft"}),
        ("owner", {"nom": "Zoom Inc.", "pays": "US"}, {"owner": {"name": "Zoom Inc.", "country": "US"}}),
        ("réponse", "sans équivalent", {"answer": "no-equivalent"}),
    ],
)
def test_a_field_is_set_as_people_type_it(path: str, typed: Any, expected: dict[str, Any]) -> None:
    after, findings = assigned("products", ZOOM, [(path, typed)], TODAY)
    assert findings == []
    assert after == {**ZOOM, **expected}


def test_nothing_takes_a_field_out() -> None:
    after, _ = assigned("products", ZOOM, [("effort", None)], TODAY)
    assert "effort" not in after
    assert "effort" in ZOOM


def test_a_place_in_a_list_counts_from_one() -> None:
    digipad = document(alternative("Digipad"))
    after, findings = assigned("alternatives", digipad, [("first_steps.2", "essayer | try")], TODAY)
    assert findings == []
    assert after["first_steps"][1] == {"fr": "essayer", "en": "try"}
    assert after["first_steps"][0] == digipad["first_steps"][0]


@pytest.mark.parametrize(
    ("path", "typed", "sentence"),
    [
        ("limit", "seulement en français", "moderation.both-wanted"),
        ("limit", "| nothing", "moderation.both-wanted"),
        ("sources.7", "https://x.org", "moderation.no-such-place"),
        ("name.fr", "Zoom", "moderation.no-such-place"),
    ],
)
def test_what_cannot_be_put_anywhere_is_said(path: str, typed: str, sentence: str) -> None:
    _, findings = assigned("products", ZOOM, [(path, typed)], TODAY)
    assert [finding.sentence for finding in findings] == [sentence]


def test_a_question_of_a_quiz_is_changed_by_its_number() -> None:
    answers = [{"fr": "oui", "en": "yes"}, {"fr": "non", "en": "no"}]
    question = {"ask": {"fr": "?", "en": "?"}, "answers": answers, "right": 1}
    quiz = {"id": "quiz", "questions": [dict(question) for _ in range(5)]}
    after, findings = assigned(
        "quizzes", quiz, [("questions.2.right", "2"), ("questions.3.réponses", ["a | b"])], TODAY
    )
    assert findings == []
    assert [each["right"] for each in after["questions"]] == [1, "2", 1, 1, 1]
    assert after["questions"][2]["answers"] == [{"fr": "a", "en": "b"}]


@given(
    st.sampled_from(sorted(MODELS)),
    st.lists(
        st.tuples(
            st.text(max_size=30) | st.sampled_from(["limit", "needs", "aliases.any", "sources.1.url", "questions.2"]),
            st.recursive(
                st.none() | st.text(max_size=30),
                lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
                max_leaves=6,
            ),
        ),
        max_size=4,
    ),
)
def test_whatever_is_typed_is_an_entry_or_findings(kind: str, settings: list[tuple[str, Any]]) -> None:
    after, findings = assigned(kind, ZOOM, settings, TODAY)
    entry, wrong = read(kind, after)
    assert entry is not None or wrong or findings


def test_a_text_in_both_languages() -> None:
    assert both(": fermé | closed") == {"fr": "fermé", "en": "closed"}
    assert both("fermé") is None
