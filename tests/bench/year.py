"""The weekly step at scale: a simulated year of many associations, and a wave that is due in one minute.

Planned by the program's own skill, desk and storage, on a real database and an injected clock; what the year
must bring is reckoned apart, day by day.
"""

import asyncio
import datetime
import os
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.association.migration.model import Pair
from bot.association.settings import Defaults, Slot
from bot.catalog import Names, load
from bot.database import Database, migrate
from bot.desk import Desk, Manners
from bot.nudge import Nudges
from bot.shipped import folder
from tests.association.migration.room import HandClock
from tests.bench.table import Table, progress
from tests.bench.usage import usage_of
from tests.nudge import year
from tests.nudge.year import Member

PAIRS = (
    Pair("file-storage", "google-drive", "nextcloud"),
    Pair("date-poll", "doodle", "framadate"),
    Pair("video-call", "zoom", "jitsi-meet"),
)


def run(quick: bool) -> Table:
    """Measure both; `quick` takes a tenth of the associations."""
    names = Names(load(folder("catalog")))
    share = 10 if quick else 1
    return asyncio.run(_run(names, 1000 // share, 10_000 // share))


async def _run(names: Names, living: int, waiting: int) -> Table:
    progress(f"a year of {living} associations")
    year_row = await _year(names, living)
    progress(f"{waiting} associations due in the same minute")
    wave_row, notes = await _wave(names, waiting)
    header = ("", "associations", "messages", "seconds", "ms each", "CPU s", "wrong")
    return Table("The weekly step", header, [year_row, wave_row], notes)


async def _year(names: Names, count: int) -> tuple[str, ...]:
    members = year.company(count)
    async with _database() as database:
        await year.settle(database, members, names, PAIRS)
        began, cpu = time.perf_counter(), time.process_time()
        lived = await year.live(database, members, names)
        took, cpu = time.perf_counter() - began, time.process_time() - cpu
    wrong = sum(abs(lived.counts[member.number] - year.expected(member)) for member in members)
    wrong += sum(year.at_night(told) for told in lived.told)
    wrong += len(lived.told) - len({(told.member.number, told.week) for told in lived.told})
    return _row("a simulated year", count, len(lived.told), took, cpu, wrong)


async def _wave(names: Names, count: int) -> tuple[tuple[str, ...], list[str]]:
    slot = Slot(1, datetime.time(18, 30))
    members = [Member(number, "Europe/Paris", slot, "later") for number in range(1, count + 1)]
    clock = HandClock(year.START)
    async with _database() as database:
        await year.settle(database, members, names, PAIRS)
        nudges = Nudges(lambda: names, clock, Defaults())
        desk = Desk(database, [nudges], clock, Manners(), [nudges])
        while await desk.next_wake() == 0:
            await desk.wake()
        due = await desk.next_wake()
        assert due is not None
        clock.time = datetime.datetime.fromtimestamp(due / 1000, datetime.UTC)
        memory, began, cpu = usage_of(os.getpid()).memory_mb, time.perf_counter(), time.process_time()
        posted, longest = 0, 0.0
        while (due := await desk.next_wake()) is not None and due <= clock.now_ms():
            round_began = time.perf_counter()
            posted += len(await desk.wake()) // 5
            longest = max(longest, time.perf_counter() - round_began)
        took, cpu = time.perf_counter() - began, time.process_time() - cpu
        grown = usage_of(os.getpid()).memory_mb - memory
        idle = await _idle(desk)
    notes = [
        f"The wave: an answer waits at most {1000 * longest:.0f} ms for a round of 100; memory grew by {grown:.0f} MB.",
        f"A look at what is due, with {count} associations and nothing due: {idle:.0f} µs.",
    ]
    return _row("a wave due in one minute", count, posted, took, cpu, abs(posted - count)), notes


async def _idle(desk: Desk) -> float:
    began = time.perf_counter()
    for _ in range(200):
        await desk.next_wake()
    return (time.perf_counter() - began) / 200 * 1e6


def _row(name: str, count: int, messages: int, took: float, cpu: float, wrong: int) -> tuple[str, ...]:
    each = 1000 * took / messages if messages else float("nan")
    return name, str(count), str(messages), f"{took:.1f}", f"{each:.2f}", f"{cpu:.1f}", str(wrong)


@asynccontextmanager
async def _database() -> AsyncIterator[Database]:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "releve.sqlite3"
        migrate(path, folder("migrations"))
        async with await Database.open(path) as database:
            yield database
