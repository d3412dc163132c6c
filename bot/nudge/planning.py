"""A round among the associations that are due: each gets its step, or the date of its next one.

All that a round needs is read for the whole of it at once, and written at once; the decisions are pure.
"""

import datetime
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.association import many
from bot.association.migration import storage as migrations
from bot.association.migration.model import Migration
from bot.association.score import Score
from bot.association.settings import Defaults, Slot
from bot.association.storage import Tool
from bot.catalog.catalogue import Catalogue
from bot.conversation import Effect, Lane, Language, React, RoomId, Say
from bot.database import Transaction
from bot.nudge import storage, storage_steps, telling
from bot.nudge.choice import REST, Next, Reason, Situation, next_step
from bot.nudge.storage import Home, Reminder
from bot.nudge.storage_steps import Proposed
from bot.nudge.telling import BUTTONS, Setting
from bot.nudge.timetable import SILENT_AFTER, WEEKLY_UNTIL, Due, Past, Rule, due, skips_august, week_of
from bot.wording import Document, render

log = logging.getLogger(__name__)

_UTC = datetime.UTC
_LOOK_BACK = datetime.timedelta(weeks=12)
"""How far back the steps of earlier weeks count."""
_AGAIN_MS = 60 * 60 * 1000
"""After a failure the others go on, and this association is tried again."""
FAREWELL, NOTHING = "farewell", "nothing"


@dataclass(frozen=True, slots=True)
class Host:
    """What the host of the bot decides, and the catalogue of today."""

    catalogue: Catalogue
    defaults: Defaults


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known of one association when its step is decided."""

    reminder: Reminder
    home: Home
    past: Past
    situation: Situation
    first: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of one association: a message or none, the next date, and whether it goes quiet."""

    due: Due | None
    text: Document | None = None
    week: str = ""
    step: Next | None = None
    quiet: storage.State | None = None


async def plan_round(tx: Transaction, host: Host, now_ms: int, most: int) -> Sequence[Effect]:
    """Decide for those that are due now, `most` of them at once; their steps and next dates are kept."""
    now = datetime.datetime.fromtimestamp(now_ms / 1000, _UTC)
    reminders = await storage.due(tx, now_ms, most)
    if not reminders:
        return ()
    effects: list[Effect] = []
    dates: dict[int, tuple[str, int] | None] = {}
    states: dict[int, storage.State] = {}
    proposed: list[Proposed] = []
    for known in await know(tx, host, reminders, now):
        number = known.reminder.association
        try:
            decision = decide(known, host, now)
        except Exception:
            log.exception("event=nudge-failed association=%d", number)
            dates[number] = ("", now_ms + _AGAIN_MS)
            continue
        dates[number] = (decision.due.week, _ms(decision.due.at)) if decision.due else None
        if decision.quiet:
            states[number] = decision.quiet
        if decision.text is not None and known.home.room is not None:
            said = _say(number, decision, known.home.room)
            effects += [said, *(buttons(said) if decision.step else ())]
            proposed.append(_proposed(number, decision, said, now_ms))
            await offer(tx, said, decision.step, known.home.language or host.defaults.language, now_ms)
    if proposed:
        await storage_steps.propose(tx, proposed)
    await storage.set_due(tx, dates, now_ms)
    if states:
        await storage.set_states(tx, states)
    return effects


async def know(tx: Transaction, host: Host, reminders: Sequence[Reminder], now: datetime.datetime) -> Sequence[Known]:
    """All that is known of the associations of `reminders`."""
    numbers = [reminder.association for reminder in reminders]
    homes = await storage.homes(tx, numbers)
    weeks = await storage_steps.weeks(tx, numbers, week_of((now - _LOOK_BACK).date()))
    refused = await storage_steps.refusals(tx, numbers, _ms(now - REST))
    open_ones = await migrations.open_ones(tx, numbers)
    inventories = await many.inventories(tx, numbers)
    scores = await many.scores(tx, inventories, numbers, host.catalogue)
    known_before = await storage_steps.ever_proposed(tx, numbers)
    return [
        Known(
            reminder,
            homes.get(reminder.association, Home(None, None, None, None)),
            _past(weeks.get(reminder.association, {}), reminder.unanswered, now),
            _situation(
                open_ones.get(reminder.association, ()),
                scores.get(reminder.association),
                inventories.get(reminder.association, ()),
                refused.get(reminder.association, {}),
            ),
            reminder.association not in known_before,
        )
        for reminder in reminders
    ]


def decide(known: Known, host: Host, now: datetime.datetime) -> Decision:
    """What becomes of one association now: the step that is due, or only the next date."""
    if known.home.room is None:
        # The bot is not in its room: nothing, until it is invited again.
        return Decision(None)
    rule = rule_of(known.reminder, known.home, host.defaults)
    found = due(rule, known.past, now)
    if found is None or found.at > now:
        return Decision(found)
    language = known.home.language or host.defaults.language
    if known.past.unanswered >= SILENT_AFTER:
        return Decision(None, telling.farewell(language), found.week, quiet="silent")
    zone = ZoneInfo(rule.zone)
    local = now.astimezone(zone).date()
    step = next_step(known.situation, host.catalogue, local)
    if step is None:
        refused = bool(known.situation.migrations or known.situation.refused)
        return Decision(None, telling.nothing_left(language, refused=refused), found.week, quiet="finished")
    after = Past(known.past.weeks | {found.week}, now, known.past.unanswered + 1)
    following = due(rule, after, now)
    setting = Setting(
        local,
        rule.slot,
        first=known.first,
        monthly=known.past.unanswered == WEEKLY_UNTIL,
        back=following.at.astimezone(zone).date() if following and skips_august(rule, now, following) else None,
    )
    return Decision(following, telling.weekly(host.catalogue, step, setting, language), found.week, step)


def rule_of(reminder: Reminder, home: Home, defaults: Defaults) -> Rule:
    """When an association wants its step, by its own settings or the host's."""
    slot = Slot.stored(home.slot) if home.slot else defaults.slot
    return Rule(home.time_zone or defaults.time_zone, slot, reminder.since, reminder.not_before, reminder.august)


def _say(association: int, decision: Decision, room: RoomId) -> Say:
    """The message of the week, named by association and ISO week so that it is sent once."""
    assert decision.text is not None
    cause = f"{association}/{decision.week}"
    return Say(room=room, cause=cause, part="nudge", lane=Lane.BROADCAST, text=render(decision.text), notify=True)


async def offer(tx: Transaction, said: Say, step: Next | None, language: Language, now_ms: int) -> None:
    """A first look can be planned at once: 🚀 on its message finds what it is about."""
    if step is not None and step.pair is not None and step.migration is None:
        pair = step.pair
        offered = migrations.Offered((pair.product,), (pair.need,), (pair.alternative,), language)
        await migrations.offer(tx, said.transaction, said.room, offered, now_ms)


def buttons(said: Say) -> list[React]:
    """The buttons below a step, seeded as reactions."""
    return [
        React(
            room=said.room,
            cause=said.cause,
            part=f"{said.part}/{key}",
            lane=said.lane,
            target=said.transaction,
            key=key,
            own=True,
        )
        for key in BUTTONS
    ]


def _proposed(association: int, decision: Decision, said: Say, now_ms: int) -> Proposed:
    step = decision.step
    key = step.key if step else (FAREWELL if decision.quiet == "silent" else NOTHING)
    reason, points = (step.reason.value, step.points) if step else (Reason.UNKNOWN.value, 0)
    return Proposed(association, decision.week, 1, said.transaction, said.room, key, reason, points, now_ms)


def _past(weeks: Mapping[str, int], unanswered: int, now: datetime.datetime) -> Past:
    # What was sent "later than now" was sent by a clock that was wrong: the week is taken, the date means nothing.
    sent = [datetime.datetime.fromtimestamp(ms / 1000, _UTC) for ms in weeks.values()]
    return Past(frozenset(weeks), max((at for at in sent if at <= now), default=None), unanswered)


def _situation(
    open_ones: Sequence[Migration], score: Score | None, tools: Sequence[Tool], refused: Mapping[str, int]
) -> Situation:
    days = {key: datetime.datetime.fromtimestamp(ms / 1000, _UTC).date() for key, ms in refused.items()}
    return Situation(open_ones, score, frozenset(tool.id for tool in tools if tool.known), days)


def _ms(at: datetime.datetime) -> int:
    return int(at.timestamp() * 1000)
