"""A place for a time zone, a day and an hour for the weekly step."""

import datetime
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.association.settings import Slot, language_named, slot_named, zone_named

TUESDAY = Slot(1, datetime.time(18, 30))


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("La Réunion", "Indian/Reunion"),
        ("Indian/Reunion", "Indian/Reunion"),
        ("indian/reunion", "Indian/Reunion"),
        ("Martinique", "America/Martinique"),
        ("la Guadeloupe", "America/Guadeloupe"),
        ("Guyane", "America/Cayenne"),
        ("Mayotte", "Indian/Mayotte"),
        ("Nouvelle-Calédonie", "Pacific/Noumea"),
        ("Polynésie française", "Pacific/Tahiti"),
        ("les Marquises", "Pacific/Marquesas"),
        ("Saint-Pierre-et-Miquelon", "America/Miquelon"),
        ("Wallis-et-Futuna", "Pacific/Wallis"),
        ("Saint-Barthélemy", "America/St_Barthelemy"),
        ("Fort-de-France", "America/Martinique"),
        ("Paris", "Europe/Paris"),
        ("New Caledonia", "Pacific/Noumea"),
        ("Nairobi", "Africa/Nairobi"),
        ("Atlantide", None),
        ("", None),
    ],
)
def test_a_place_is_a_time_zone(typed: str, zone: str | None) -> None:
    assert zone_named(typed) == zone


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("jeudi 20h", "thursday 20:00"),
        ("le jeudi à 20 h 15", "thursday 20:15"),
        ("Thursday 8pm", "thursday 20:00"),
        ("Thursdays at 12 am", "thursday 00:00"),
        ("mardi", "tuesday 18:30"),
        ("19:45", "tuesday 19:45"),
        ("jeudi 25h", None),
        ("jeudi ou vendredi", None),
        ("bientôt", None),
        ("", None),
    ],
)
def test_a_day_and_an_hour_are_a_slot(typed: str, expected: str | None) -> None:
    found = slot_named(typed, TUESDAY)
    assert (str(found) if found else None) == expected


def test_nobody_is_disturbed_at_night() -> None:
    assert [Slot(0, datetime.time(*time)).decent for time in ((7, 59), (8, 0), (20, 30), (20, 31))] == [
        False,
        True,
        True,
        False,
    ]


def test_a_slot_is_said_as_people_say_it() -> None:
    assert [TUESDAY.said(language) for language in ("fr", "en")] == ["mardi 18 h 30", "Tuesday 18:30"]
    assert Slot(3, datetime.time(20)).said("fr") == "jeudi 20 h"


@given(st.integers(0, 6), st.times())
def test_a_stored_slot_is_read_back(day: int, time: datetime.time) -> None:
    slot = Slot(day, time.replace(second=0, microsecond=0))
    assert Slot.stored(str(slot)) == slot


@given(st.text())
def test_any_text_is_read_or_not(text: str) -> None:
    slot_named(text, TUESDAY)
    assert zone_named(text) in {None, *available_timezones()}


@pytest.mark.parametrize(("typed", "language"), [("Français", "fr"), ("en", "en"), ("anglais", "en"), ("breton", None)])
def test_two_languages_are_spoken(typed: str, language: str | None) -> None:
    assert language_named(typed) == language
