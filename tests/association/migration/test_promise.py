"""Who takes it and by when, as people write it on a Tuesday, 24 November 2026."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.association.migration.days import Span, even, found
from bot.association.migration.model import SOMEBODY
from bot.association.migration.promise import Promise, promise

TODAY = datetime.date(2026, 11, 24)
THURSDAY, FRIDAY = datetime.date(2026, 11, 26), datetime.date(2026, 11, 27)


@pytest.mark.parametrize(
    ("typed", "who", "by"),
    [
        ("moi, jeudi", SOMEBODY, THURSDAY),
        ("moi", SOMEBODY, None),
        ("Je m’en occupe avant vendredi", SOMEBODY, FRIDAY),
        ("c'est moi qui m'en charge", SOMEBODY, None),
        ("Karim by Friday", "Karim", FRIDAY),
        ("karim, vendredi", "karim", FRIDAY),
        ("Karim et Léa, d'ici vendredi", "Karim et Léa", FRIDAY),
        ("Jean-Marc s'en occupe", "Jean-Marc", None),
        ("Léa", "Léa", None),
        ("I'll do it by next Friday", SOMEBODY, FRIDAY),
        ("jeudi", None, THURSDAY),
        ("le 15 décembre", None, datetime.date(2026, 12, 15)),
        ("Zoé pour le 15", "Zoé", datetime.date(2026, 12, 15)),
        ("me, in two weeks", SOMEBODY, datetime.date(2026, 12, 8)),
        ("moi la semaine prochaine", SOMEBODY, datetime.date(2026, 12, 6)),
    ],
)
def test_a_promise_is_understood(typed: str, who: str | None, by: datetime.date | None) -> None:
    assert promise(typed, TODAY) == Promise(who, by)


@pytest.mark.parametrize(
    "typed",
    ["pourquoi ?", "non", "merci", "on verra plus tard", "léa", "c'est bien, mais je ne comprends pas tout", ""],
)
def test_something_else_is_no_promise(typed: str) -> None:
    assert promise(typed, TODAY) is None


@pytest.mark.parametrize(
    ("typed", "taken"), [("moi, jeudi", True), ("je m'en occupe", True), ("réunion vendredi", False), ("Karim", False)]
)
def test_only_moi_is_taken_from_who_does_not_reply(typed: str, taken: bool) -> None:
    assert (promise(typed, TODAY, answering=False) is not None) is taken


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("pas avant septembre", datetime.date(2027, 9, 1), datetime.date(2027, 9, 30)),
        ("not before September", datetime.date(2027, 9, 1), datetime.date(2027, 9, 30)),
        ("fin janvier", datetime.date(2027, 1, 21), datetime.date(2027, 1, 31)),
        ("29 février 2028", datetime.date(2028, 2, 29), datetime.date(2028, 2, 29)),
        ("le 03/01", datetime.date(2027, 1, 3), datetime.date(2027, 1, 3)),
        ("mardi", datetime.date(2026, 12, 1), datetime.date(2026, 12, 1)),
        ("après-demain", THURSDAY, THURSDAY),
        ("March 15th", datetime.date(2027, 3, 15), datetime.date(2027, 3, 15)),
        ("à la rentrée", datetime.date(2027, 9, 1), datetime.date(2027, 9, 30)),
        ("2027-02-03", datetime.date(2027, 2, 3), datetime.date(2027, 2, 3)),
    ],
)
def test_days_as_people_say_them(typed: str, first: datetime.date, last: datetime.date) -> None:
    day = found(typed, TODAY)
    assert day is not None
    assert day.span == Span(first, last)


@pytest.mark.parametrize("typed", ["we may do it", "le 31 février", "Mars", "à 20h", "2 personnes"])
def test_no_day_is_none(typed: str) -> None:
    assert found(typed, TODAY) is None


@given(st.text(max_size=300), st.dates(datetime.date(2020, 1, 1), datetime.date(2090, 1, 1)))
def test_any_text_is_read_without_an_error(text: str, today: datetime.date) -> None:
    day = found(text, today)
    assert day is None or day.span.first <= day.span.last
    promise(text, today)


@given(st.text())
def test_places_stay_the_same_when_a_text_is_folded(text: str) -> None:
    assert len(even(text)) == len(text)
