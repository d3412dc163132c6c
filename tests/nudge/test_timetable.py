"""When a step is due, across changes of clocks, zones, years, breaks and mistakes of the clock."""

import datetime
from dataclasses import replace
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.association.settings import EARLIEST, LATEST, Slot
from bot.nudge.timetable import CATCH_UP, Due, Past, Rule, due, moment, skips_august, week_of

UTC, PARIS = datetime.UTC, "Europe/Paris"
TUESDAY = Slot(1, datetime.time(18, 30))
LONG_AGO = datetime.datetime(2026, 1, 1, tzinfo=UTC)
RULE = Rule(PARIS, TUESDAY, LONG_AGO)


def at(text: str, zone: str = PARIS) -> datetime.datetime:
    """A local time, as a moment."""
    return datetime.datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def local(found: Due | None, zone: str = PARIS) -> str:
    assert found is not None
    return f"{found.at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"


def test_the_next_step_is_on_the_next_tuesday_evening() -> None:
    assert due(RULE, Past(), at("2026-11-27 12:00")) == Due("2026-W49", at("2026-12-01 18:30"))


@pytest.mark.parametrize(
    ("before", "after", "utc_before", "utc_after"),
    [
        ("2026-03-24 12:00", "2026-03-31 12:00", "17:30", "16:30"),
        ("2026-10-20 12:00", "2026-10-27 12:00", "16:30", "17:30"),
        ("2027-03-23 12:00", "2027-03-30 12:00", "17:30", "16:30"),
        ("2027-10-26 12:00", "2027-11-02 12:00", "16:30", "17:30"),
    ],
)
def test_the_local_hour_stays_when_the_clocks_change(before: str, after: str, utc_before: str, utc_after: str) -> None:
    first, second = due(RULE, Past(), at(before)), due(RULE, Past(), at(after))
    assert first is not None
    assert second is not None
    assert (f"{first.at:%H:%M}", f"{second.at:%H:%M}") == (utc_before, utc_after)
    assert local(first)[-5:] == local(second)[-5:] == "18:30"


@pytest.mark.parametrize(
    ("day", "time", "utc"),
    [
        # 02:30 does not exist on these Sundays: it moves forward by the hour that is left out, to 03:30.
        ("2026-03-29", "02:30", "2026-03-29 01:30"),
        ("2027-03-28", "02:30", "2027-03-28 01:30"),
        # 02:30 comes twice on these: the first one is meant, still in summer time.
        ("2026-10-25", "02:30", "2026-10-25 00:30"),
        ("2027-10-31", "02:30", "2027-10-31 00:30"),
    ],
)
def test_the_hour_that_does_not_exist_and_the_one_that_comes_twice(day: str, time: str, utc: str) -> None:
    found = moment(datetime.date.fromisoformat(day), datetime.time.fromisoformat(time), ZoneInfo(PARIS))
    assert f"{found:%Y-%m-%d %H:%M}" == utc


@pytest.mark.parametrize(
    ("zone", "utc"), [("Indian/Reunion", "14:30"), ("America/Martinique", "22:30"), ("Pacific/Noumea", "07:30")]
)
@pytest.mark.parametrize("now", ["2026-07-06 12:00", "2026-12-07 12:00"])
def test_overseas_has_its_own_evening_all_year(zone: str, utc: str, now: str) -> None:
    found = due(replace(RULE, zone=zone), Past(), at(now))
    assert found is not None
    assert f"{found.at:%H:%M}" == utc
    assert local(found, zone)[-5:] == "18:30"


def test_a_year_with_53_weeks() -> None:
    rule = replace(RULE, slot=Slot(6, datetime.time(11, 0)))
    assert due(rule, Past(), at("2026-12-29 12:00")) == Due("2026-W53", at("2027-01-03 11:00"))
    assert due(rule, Past(frozenset({"2026-W53"})), at("2027-01-03 11:01")) == Due("2027-W01", at("2027-01-10 11:00"))


def test_a_leap_day() -> None:
    assert due(RULE, Past(), at("2028-02-28 12:00")) == Due("2028-W09", at("2028-02-29 18:30"))


def test_no_step_within_a_day_of_its_beginning() -> None:
    rule = replace(RULE, since=at("2026-12-01 12:00"))
    assert local(due(rule, Past(), at("2026-12-01 12:00"))) == "2026-12-08 18:30"


@pytest.mark.parametrize(
    ("back", "when"),
    [
        ("2026-12-01 19:00", "2026-12-01 19:00"),
        ("2026-12-01 20:31", "2026-12-02 08:00"),
        ("2026-12-02 03:00", "2026-12-02 08:00"),
        ("2026-12-03 06:30", "2026-12-08 18:30"),
        ("2026-12-04 18:30", "2026-12-08 18:30"),
    ],
)
def test_what_is_late_is_sent_once_by_day_or_left_out(back: str, when: str) -> None:
    assert local(due(RULE, Past(), at(back))) == when


def test_a_late_sunday_is_still_the_week_before() -> None:
    rule = replace(RULE, slot=Slot(6, datetime.time(20, 30)))
    assert due(rule, Past(), at("2026-12-07 09:00")) == Due("2026-W49", at("2026-12-07 09:00"))


def test_a_clock_that_was_set_back_sends_nothing_again() -> None:
    sent = Past(frozenset({"2026-W49"}), at("2026-12-01 18:30"), 1)
    assert local(due(RULE, sent, at("2026-12-01 17:30"))) == "2026-12-08 18:30"


def test_a_clock_that_was_a_month_ahead_loses_no_week() -> None:
    sent_then = Past(frozenset({"2027-W01"}), at("2027-01-05 18:30"), 1)
    assert local(due(RULE, sent_then, at("2026-12-05 12:00"))) == "2026-12-08 18:30"


def test_a_slot_that_was_moved_never_brings_two_steps_close_together() -> None:
    sent = Past(frozenset({"2026-W49"}), at("2026-12-05 18:00"), 0)
    assert (
        local(due(replace(RULE, slot=Slot(0, datetime.time(9, 0))), sent, at("2026-12-05 19:00"))) == "2026-12-14 09:00"
    )


def test_two_unanswered_steps_make_it_monthly() -> None:
    assert local(due(RULE, Past(frozenset({"2026-W49"}), at("2026-12-01 18:30"), 1), at("2026-12-02 12:00"))) == (
        "2026-12-08 18:30"
    )
    assert local(due(RULE, Past(frozenset({"2026-W50"}), at("2026-12-08 18:30"), 2), at("2026-12-09 12:00"))) == (
        "2027-01-05 18:30"
    )


def test_a_pause_ends_on_its_day() -> None:
    assert local(due(replace(RULE, not_before=datetime.date(2027, 9, 1)), Past(), at("2026-12-01 12:00"))) == (
        "2027-09-07 18:30"
    )


def test_august_is_a_break_unless_it_is_not_wanted() -> None:
    last = at("2026-07-28 18:31")
    sent = Past(frozenset({"2026-W31"}), at("2026-07-28 18:30"), 0)
    following = due(RULE, sent, last)
    assert local(following) == "2026-09-01 18:30"
    assert skips_august(RULE, last, following)
    working = replace(RULE, august=False)
    assert local(due(working, sent, last)) == "2026-08-04 18:30"
    assert not skips_august(working, last, due(working, sent, last))


def test_the_break_is_not_announced_in_spring_or_in_september() -> None:
    for now in ("2026-05-05 18:31", "2026-09-01 18:31", "2026-12-29 18:31"):
        assert not skips_august(RULE, at(now), due(RULE, Past(last=at(now)), at(now)))


minutes = st.times(EARLIEST, LATEST).map(lambda time: time.replace(second=0, microsecond=0))
moments = st.datetimes(datetime.datetime(2020, 1, 1), datetime.datetime(2040, 1, 1), timezones=st.just(UTC))
rules = st.builds(
    Rule,
    st.sampled_from(sorted(available_timezones() - {"localtime"})),
    st.builds(
        Slot, st.integers(0, 6), st.times(EARLIEST, LATEST).map(lambda time: time.replace(second=0, microsecond=0))
    ),
    moments,
    st.none() | st.dates(datetime.date(2020, 1, 1), datetime.date(2041, 1, 1)),
    st.booleans(),
)


@given(rules, moments)
def test_whatever_the_rule_nobody_is_disturbed(rule: Rule, now: datetime.datetime) -> None:
    found = due(rule, Past(), now)
    if found is not None:
        here = found.at.astimezone(ZoneInfo(rule.zone))
        assert found.at >= now
        assert EARLIEST <= here.time().replace(second=0, microsecond=0) <= LATEST
        assert not (rule.august and here.month == 8)
        assert rule.not_before is None or here.date() >= rule.not_before


@given(rules, moments, st.integers(0, 4))
def test_a_year_of_steps_has_each_week_once(rule: Rule, now: datetime.datetime, unanswered: int) -> None:
    past, sent = Past(unanswered=unanswered), []
    for _ in range(60):
        found = due(rule, past, now)
        if found is None:
            break
        sent.append(found)
        now, past = found.at, Past(past.weeks | {found.week}, found.at, unanswered)
    assert len({found.week for found in sent}) == len(sent)
    apart = [later.at - earlier.at for earlier, later in pairwise(sent)]
    assert all(gap >= datetime.timedelta(days=3) - CATCH_UP for gap in apart)


def test_the_week_of_a_day_is_its_iso_week() -> None:
    assert week_of(datetime.date(2027, 1, 3)) == "2026-W53"
