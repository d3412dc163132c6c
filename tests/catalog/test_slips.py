"""A slip of the finger, or another name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalog.slips import slipped
from tests.ask.families import Family, cases, heard

OTHER_NAMES: Family = {
    "> on aimerait quitter Klassroom": "unknown:Klassroom",
    "une alternative à Collaboard ?": "unknown:Collaboard",
    "une alternative à Spike ?": "unknown:Spike",
    "une alternative à Pumble ?": "unknown:Pumble",
    "what could replace Crello?": "unknown:Crello",
    "what could replace Retable?": "unknown:Retable",
    "une alternative à keeper ?": "unknown:keeper",
    "une alternative à opentalent ?": "unknown:opentalent",
}
SLIPS: Family = {
    "une alternative à Dropbocs ?": "dropbox",
    "une alternative à Iventbrite ?": "eventbrite",
    "what could replace Micorsoft Excel?": "excel",
    "une alternative à Fessbouk ?": "facebook",
    "une alternative à dinstagrame ?": "instagram",
}


@pytest.mark.parametrize(("text", "understood"), cases(OTHER_NAMES, SLIPS))
def test_a_name_that_looks_like_another_is_still_a_name(text: str, understood: str) -> None:
    assert heard(text) == understood


@pytest.mark.parametrize(
    ("typed", "known", "distance"),
    [
        ("trelol", "trello", 1),
        ("mailchinp", "mailchimp", 1),
        ("ropbox", "dropbox", 1),
        ("dinstagrame", "instagram", 2),
        ("wetranfert", "wetransfer", 2),
        ("squarspce", "squarespace", 2),
    ],
)
def test_fingers_and_ears_slip(typed: str, known: str, distance: int) -> None:
    assert slipped(typed, known, distance, proper=False)


@pytest.mark.parametrize(
    ("typed", "known", "distance"),
    [("crello", "trello", 1), ("teamo", "teams", 1), ("collaboard", "collabora", 2), ("skello", "swello", 1)],
)
def test_a_different_letter_makes_a_different_name(typed: str, known: str, distance: int) -> None:
    assert not slipped(typed, known, distance, proper=False)


def test_the_first_letter_of_what_is_written_like_a_name_is_meant() -> None:
    assert slipped("klassroom", "classroom", 1, proper=False)
    assert not slipped("klassroom", "classroom", 1, proper=True)


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=5, max_size=12), st.integers(1, 3))
def test_two_letters_that_change_places_after_the_first_are_a_slip(known: str, place: int) -> None:
    typed = known[:place] + known[place + 1] + known[place] + known[place + 2 :]
    assert slipped(typed, known, 1, proper=True)
