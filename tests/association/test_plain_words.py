"""« On utilise Trello pour les projets » : what is told of the inventory, and what is not told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.association.inventory import Change
from bot.association.plain_words import plain_changes


def told(text: str) -> list[tuple[str, str, str | None]]:
    found = plain_changes(text)
    return [(change.sign, change.tool, change.need) for change in found[0]] if found else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on utilise Trello pour les projets", [("+", "Trello", "les projets")]),
        ("We use Slack for chat.", [("+", "Slack", "chat")]),
        ("Bonjour, nous utilisons le Drive", [("+", "Drive", None)]),
        ("l’asso utilise Zoom et Doodle", [("+", "Zoom", None), ("+", "Doodle", None)]),
        ("on se sert d’Excel pour la compta", [("+", "Excel", "la compta")]),
        (
            "on utilise Gmail pour les mails et Drive pour les fichiers",
            [("+", "Gmail", "les mails"), ("+", "Drive", "les fichiers")],
        ),
        (
            "on utilise Framadate pour les dates et les formulaires",
            [("+", "Framadate", "les dates"), ("+", "Framadate", "les formulaires")],
        ),
        ("on n’utilise plus Zoom", [("-", "Zoom", None)]),
        ("We no longer use Slack", [("-", "Slack", None)]),
        ("we don't use Slack any more", [("-", "Slack", None)]),
        ("our association uses Nextcloud", [("+", "Nextcloud", None)]),
    ],
)
def test_what_is_used_is_noted(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "on utilise quoi ?",
        "on utilise Zoom, par quoi le remplacer ?",
        "on utilise Zoom mais on voudrait autre chose",
        "we use Slack, any alternative",
        "on n’utilise rien",
        "j’ai mis le compte rendu sur le drive",
        "what do we use?",
        "on utilise beaucoup trop de mots pour que ce soit le nom d’un outil quelconque",
        "",
    ],
)
def test_a_question_a_wish_or_chatter_is_not(text: str) -> None:
    assert plain_changes(text) is None


def test_a_need_said_last_may_be_meant_of_the_tools_before_it() -> None:
    found = plain_changes("on utilise Trello et Asana pour les projets")
    assert found is not None
    assert found[0] == [
        Change("+", "Trello", "les projets", inherited=True),
        Change("+", "Asana", "les projets"),
    ]


def test_the_language_is_that_of_the_sentence() -> None:
    french, english = plain_changes("on utilise Zoom"), plain_changes("we use Zoom")
    assert french is not None
    assert english is not None
    assert (french[1], english[1]) == ("fr", "en")


@given(st.text())
def test_any_text_is_told_or_not(text: str) -> None:
    found = plain_changes(text)
    assert found is None or found[0]


@given(st.lists(st.sampled_from(["on utilise", "we use", "pour", "et", "Zoom", ",", "les", "n’", "plus", "?"])))
def test_any_heap_of_these_words_too(heap: list[str]) -> None:
    found = plain_changes(" ".join(heap))
    assert found is None or 1 <= len(found[0]) <= 20
