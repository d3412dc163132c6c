"""Which language a message is in."""

import pytest

from bot.ask.reading.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("par quoi remplacer zoom", "fr"),
        ("what replaces zoom", "en"),
        ("un equivalent free and open source de notion", "fr"),
        ("any alternative to doodle", "en"),
        ("zoom svp", "fr"),
        ("zoom please", "en"),
    ],
)
def test_little_words_and_question_words_decide(text: str, language: str) -> None:
    for room in ("fr", "en"):
        assert language_of(text.split(), room) == language


def test_what_tells_nothing_is_in_the_language_of_the_room() -> None:
    assert language_of(["zoom"], "en") == "en"
    assert language_of([], "fr") == "fr"


def test_accents_are_french() -> None:
    assert language_of(["alternative", "wix"], "en", accents=True) == "fr"
