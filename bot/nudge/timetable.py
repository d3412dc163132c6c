"""When the weekly step is due: (rule, what was sent, now) → a moment in UTC. Pure.

The rule is a local time in the association's zone; the moment is computed again after each nudge, at each
start and whenever a setting changes. A local time that does not exist moves forward by the gap; one that
comes twice means the first (both are what `fold=0` means to zoneinfo). Nothing is said outside 08:00–20:30
local. What is late by up to 36 hours is sent once; what is later is left out, and the next week is next.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.association.settings import EARLIEST, LATEST, Slot

CATCH_UP = datetime.timedelta(hours=36)
FIRST_AFTER = datetime.timedelta(days=1)
"""The first step comes no sooner after it was asked for: a plan deserves a night."""
APART = datetime.timedelta(days=3)
"""Two steps never come closer, also when the slot was moved between them."""
MONTH = 4
"""Weeks between two steps when the association has not answered."""
WEEKLY_UNTIL, SILENT_AFTER = 2, 4
"""Unanswered steps: from the second on monthly, after four it stops (PROGRESS)."""
_AHEAD = 70
"""Weeks that are looked at: more than a year, so that a pause of one is no end."""
_AUGUST = 8


@dataclass(frozen=True, slots=True)
class Rule:
    """When an association wants its step: `slot` is local time in `zone` (IANA).

    `since`: since when it wants any. `not_before`: the first local day after a pause. `august`: the break of
    August is kept.
    """

    zone: str
    slot: Slot
    since: datetime.datetime
    not_before: datetime.date | None = None
    august: bool = True


@dataclass(frozen=True, slots=True)
class Past:
    """What was sent: the ISO weeks that had their step (« 2026-W53 »), when the last went, how many went unanswered."""

    weeks: frozenset[str] = frozenset()
    last: datetime.datetime | None = None
    unanswered: int = 0


@dataclass(frozen=True, slots=True)
class Due:
    """The step of `week`, to be sent at `at` (UTC)."""

    week: str
    at: datetime.datetime


def due(rule: Rule, past: Past, now: datetime.datetime) -> Due | None:
    """The next step that is due, now or later; None when there is none within a year."""
    zone = ZoneInfo(rule.zone)
    for monday in _mondays(now.astimezone(zone).date()):
        found = _in_week(rule, past, now, zone, monday)
        if found is not None:
            return found
    return None


def moment(day: datetime.date, time: datetime.time, zone: ZoneInfo) -> datetime.datetime:
    """Local time → UTC, with the two rules for the hours of a change of clocks."""
    return datetime.datetime.combine(day, time, zone).astimezone(datetime.UTC)


def week_of(day: datetime.date) -> str:
    """The ISO week of a day: « 2026-W53 »."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def skips_august(rule: Rule, after: datetime.datetime, following: Due | None) -> bool:
    """Whether the break of August lies between `after` and the `following` step: then it is announced."""
    if not rule.august or following is None:
        return False
    zone = ZoneInfo(rule.zone)
    day, last = after.astimezone(zone).date(), following.at.astimezone(zone).date()
    return (
        (day.year, day.month) < (last.year, last.month) and day.month < _AUGUST < last.month and day.year == last.year
    )


def _mondays(today: datetime.date) -> Iterator[datetime.date]:
    """The Mondays from last week's on: a slot on Sunday evening may still be due on Monday."""
    monday = today - datetime.timedelta(days=today.weekday() + 7)
    return (monday + datetime.timedelta(weeks=week) for week in range(_AHEAD))


def _in_week(rule: Rule, past: Past, now: datetime.datetime, zone: ZoneInfo, monday: datetime.date) -> Due | None:
    """The step of one week, or None when that week has none."""
    day = monday + datetime.timedelta(days=rule.slot.day)
    week = week_of(day)
    slot = moment(day, min(max(rule.slot.time, EARLIEST), LATEST), zone)
    if week in past.weeks or slot < rule.since + FIRST_AFTER or _too_soon(past, slot, day, zone, now):
        return None
    at = _decent(max(slot, now), zone)
    if at - slot > CATCH_UP or not all(_open(rule, each.astimezone(zone).date()) for each in (slot, at)):
        return None
    return Due(week, at)


def _too_soon(past: Past, slot: datetime.datetime, day: datetime.date, zone: ZoneInfo, now: datetime.datetime) -> bool:
    # A last step in the future is from a clock that was wrong then: it does not count.
    if past.last is None or past.last > now:
        return False
    if past.unanswered >= WEEKLY_UNTIL:
        last = past.last.astimezone(zone).date()
        weeks = (_monday(day) - _monday(last)).days // 7
        return weeks < MONTH
    return slot - past.last < APART


def _monday(day: datetime.date) -> datetime.date:
    return day - datetime.timedelta(days=day.weekday())


def _open(rule: Rule, day: datetime.date) -> bool:
    paused = rule.not_before is not None and day < rule.not_before
    return not paused and not (rule.august and day.month == _AUGUST)


def _decent(at: datetime.datetime, zone: ZoneInfo) -> datetime.datetime:
    """`at`, or the next morning when nobody is to be disturbed then."""
    local = at.astimezone(zone)
    if local.time() < EARLIEST:
        return moment(local.date(), EARLIEST, zone)
    if local.time().replace(second=0, microsecond=0) > LATEST:
        return moment(local.date() + datetime.timedelta(days=1), EARLIEST, zone)
    return at
