"""A year of many associations, on a real database and an injected clock; and what it must bring, reckoned apart."""

import datetime
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from bot.association.migration import plan
from bot.association.migration import storage as migrations
from bot.association.migration.model import Pair
from bot.association.settings import EARLIEST, LATEST, Defaults, Slot
from bot.catalog.names import Names
from bot.conversation import Say
from bot.database import Database
from bot.database.outbox import Posted
from bot.desk import Desk, Manners
from bot.nudge import Nudges, storage, storage_steps
from tests.association.migration.room import HandClock

UTC = datetime.UTC
ANSWERED_AFTER = datetime.timedelta(hours=1)
START = datetime.datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
YEAR = datetime.timedelta(days=365)
ZONES = (
    "Europe/Paris",
    "Indian/Reunion",
    "America/Martinique",
    "Pacific/Noumea",
    "America/Cayenne",
    "Pacific/Tahiti",
    "America/Miquelon",
)
HOURS = (datetime.time(8, 0), datetime.time(12, 15), datetime.time(18, 30), datetime.time(20, 30))
SLOTS = tuple(Slot(day, hour) for day in range(7) for hour in HOURS)
HABITS = ("later", "later", "silent", "stops", "works in August", "paused")
PAUSED_UNTIL = datetime.date(2027, 3, 15)
STOPS_AFTER = 7


@dataclass(frozen=True)
class Member:
    """One association of the year: where it lives, when it wants its step, what it does with it."""

    number: int
    zone: str
    slot: Slot
    habit: str

    @property
    def room(self) -> str:
        return f"!{self.number}"


@dataclass
class Told:
    """One message of the year."""

    member: Member
    at: datetime.datetime
    week: str
    transaction: str


@dataclass
class Year:
    """What was said to each association, how often, and in how many rounds."""

    told: list[Told] = field(default_factory=list)
    counts: Counter[int] = field(default_factory=Counter)
    rounds: int = 0


def company(count: int) -> list[Member]:
    """So many associations, of all zones, slots and habits."""
    return [
        Member(number, ZONES[number % len(ZONES)], SLOTS[number // 3 % len(SLOTS)], HABITS[number // 5 % len(HABITS)])
        for number in range(1, count + 1)
    ]


async def settle(database: Database, members: Sequence[Member], names: Names, pairs: Sequence[Pair]) -> None:
    """Each association has its room, uses the product of its pair and has planned to leave it."""
    now_ms = int(START.timestamp() * 1000)
    async with database.transaction() as tx:
        await tx.execute_many(
            "INSERT INTO association (number, time_zone, nudge_slot, created_at) VALUES (?, ?, ?, ?)",
            [(each.number, each.zone, str(each.slot), now_ms) for each in members],
        )
        await tx.execute_many(
            "INSERT INTO room (room_id, joined_at) VALUES (?, ?)", [(each.room, now_ms) for each in members]
        )
        await tx.execute_many(
            "INSERT INTO association_room (room_id, association) VALUES (?, ?)",
            [(each.room, each.number) for each in members],
        )
        for each in members:
            pair = pairs[each.number % len(pairs)]
            name = names.catalogue.products[pair.product].name
            await tx.execute(
                "INSERT INTO inventory (association, tool, name, known, need, noted_at) VALUES (?, ?, ?, 1, ?, ?)",
                (each.number, pair.product, name, pair.need, now_ms),
            )
            await migrations.begin(tx, each.number, pair, plan.steps(names.catalogue, pair), now_ms)
            if each.habit == "works in August":
                await storage.keep_august(tx, each.number, august=False)
            if each.habit == "paused":
                await storage.pause(tx, each.number, PAUSED_UNTIL)


async def live(database: Database, members: Sequence[Member], names: Names, span: datetime.timedelta = YEAR) -> Year:
    """Let the desk wake as the program does, for `span`; every step is answered by habit an hour later."""
    clock, year = HandClock(START), Year()
    nudges = Nudges(lambda: names, clock, Defaults())
    desk = Desk(database, [nudges], clock, Manners(), [nudges])
    of_room = {each.room: each for each in members}
    answers: deque[Told] = deque()
    while True:
        due_ms = await desk.next_wake()
        due = datetime.datetime.fromtimestamp(due_ms / 1000, UTC) if due_ms is not None else START + span
        if answers and answers[0].at + ANSWERED_AFTER <= due:
            clock.time = max(clock.time, answers[0].at + ANSWERED_AFTER)
            ready = []
            while answers and answers[0].at + ANSWERED_AFTER <= clock.time:
                ready.append(answers.popleft())
            await _answer(database, ready, year, clock)
            continue
        if due >= START + span:
            return year
        clock.time = max(clock.time, due)
        said = _said(await desk.wake(), of_room, clock.time)
        year.rounds += 1
        year.told += said
        year.counts.update(told.member.number for told in said)
        answers += said


def _said(posted: Sequence[Posted], of_room: dict[str, Member], at: datetime.datetime) -> list[Told]:
    return [
        Told(of_room[row.effect.room], at, row.effect.cause.partition("/")[2], row.transaction)
        for row in posted
        if isinstance(row.effect, Say)
    ]


async def _answer(database: Database, told: Sequence[Told], year: Year, clock: HandClock) -> None:
    """What these associations do with their step; what was sent is tidied away, as the program does in time."""
    now_ms = clock.now_ms()
    given: dict[storage_steps.Answer, list[storage_steps.Proposed]] = {"later": [], "stop": []}
    for each in told:
        member = each.member
        stops = member.habit == "stops" and year.counts[member.number] >= STOPS_AFTER
        step = storage_steps.Proposed(member.number, each.week, 1, each.transaction, member.room, "", "", 0, now_ms)
        if member.habit != "silent":
            given["stop" if stops else "later"].append(step)
    async with database.transaction() as tx:
        await tx.execute("DELETE FROM outbox")
        for answer, steps in given.items():
            if steps:
                await storage_steps.answer(tx, steps, answer, "$answer", now_ms)
        for step in given["stop"]:
            await storage.want(tx, step.association, "off", now_ms)


# ── what it must bring ───────────────────────────────────────────────────────────────────────────


def expected(member: Member, span: datetime.timedelta = YEAR) -> int:
    """How many messages the year brings, counted day by day, without the program's own timetable."""
    zone = ZoneInfo(member.zone)
    days = (START.astimezone(zone).date() + datetime.timedelta(days=day) for day in range(span.days + 2))
    slots = []
    for day in days:
        at = datetime.datetime.combine(day, member.slot.time, zone)
        wanted = day.weekday() == member.slot.day and START + datetime.timedelta(days=1) <= at < START + span
        if wanted and not _rests(member, day):
            slots.append(day)
    if member.habit == "stops":
        return min(len(slots), STOPS_AFTER)
    if member.habit != "silent":
        return len(slots)
    # Two weekly, two monthly, and the farewell.
    told = slots[:2]
    for _ in range(3):
        told += [day for day in slots if day >= told[-1] + datetime.timedelta(weeks=4)][:1]
    return len(told)


def _rests(member: Member, day: datetime.date) -> bool:
    in_august = day.month == 8 and member.habit != "works in August"
    return in_august or (member.habit == "paused" and day < PAUSED_UNTIL)


def at_night(told: Told) -> bool:
    """Whether it came outside 08:00–20:30 of where the association lives."""
    local = told.at.astimezone(ZoneInfo(told.member.zone)).time().replace(second=0, microsecond=0)
    return not EARLIEST <= local <= LATEST
