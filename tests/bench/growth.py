"""How the database grows with what is asked, and what its upkeep costs: with every skill, on an injected clock.

Half a year of events is lived through; then what is too old is dropped while questions are asked.
"""

import asyncio
import datetime
import tempfile
import time
from pathlib import Path
from typing import Any

from bot.app import desk_for
from bot.catalog import load
from bot.config import Config
from bot.conversation import Incoming, Message, Reaction, Room
from bot.database import Database, migrate, outbox
from bot.desk import Desk
from bot.moderation.opening import opened
from bot.shipped import folder
from bot.tidying import tidy
from tests.association.migration.room import HandClock
from tests.bench.rooms import questions
from tests.bench.table import Table, percentile, progress

_ROOMS = 50
_AT_ONCE = 20
_DAYS = 180
_START = datetime.datetime(2026, 3, 2, 12, tzinfo=datetime.UTC)
_CHATTER = "j’ai mis le compte rendu sur Google Drive"
_TABLES = ("inbox", "outbox", "ask_answer", "migration_offer")


def run(quick: bool) -> Table:
    """Measure; `quick`: a tenth of the events."""
    return asyncio.run(_measure(3_000 if quick else 30_000))


async def _measure(count: int) -> Table:
    with tempfile.TemporaryDirectory(prefix="releve-bench-") as place:
        path = Path(place) / "releve.sqlite3"
        migrate(path, folder("migrations"))
        async with await Database.open(path) as database:
            clock = HandClock(_START)
            shelf = await opened(database, load(folder("catalog")), _START.date())
            account = {"homeserver": "https://matrix.example", "user": "@releve:example", "password": "none"}
            config = Config.model_validate({"matrix": account, "data": place, "rooms": {"flood_burst": None}})
            desk = desk_for(config, database, shelf, clock)
            return await _lived(database, desk, clock, count)


async def _lived(database: Database, desk: Desk, clock: HandClock, count: int) -> Table:
    rows = [await _row("an empty database", database)]
    progress(f"{count} events over {_DAYS} days, a third of them questions")
    began = time.perf_counter()
    for first in range(0, count, _AT_ONCE):
        clock.time = _START + datetime.timedelta(days=_DAYS * first / count)
        await _handled(database, desk, clock, range(first, first + _AT_ONCE))
    took = time.perf_counter() - began
    await database.fold()
    rows.append(await _row(f"after {count} events", database))
    grown = int(rows[1][1]) - int(rows[0][1])
    progress("questions while nothing is dropped")
    alone = [await _asked(desk, number) for number in range(200)]
    progress("questions while what is too old is dropped")
    began = time.perf_counter()
    tidying = asyncio.create_task(tidy(database, clock.now_ms()))
    meanwhile, number = [], 200
    while not tidying.done():
        meanwhile.append(await _asked(desk, number))
        number += 1
    dropped, dropping = await tidying, time.perf_counter() - began
    rows.append(await _row("after what is too old was dropped", database))
    return Table(
        title="Growth of the database, and its upkeep",
        header=("", "file (KB)", "in use (KB)", *_TABLES),
        rows=rows,
        notes=[
            f"{grown * 10_000 / count:.0f} KB per 10,000 events before anything is dropped ({1e6 * took / count:.0f} µs"
            " an event). Handled events are known for 14 days, answers for 90: the file stops growing after three"
            " months, since what is free is used again.",
            f"{dropped} rows dropped in {dropping:.2f} s while questions were asked without pause: an answer took"
            f" {_waits(meanwhile)}; with nothing to drop {_waits(alone)} (ms; p50, p95, longest).",
        ],
    )


async def _handled(database: Database, desk: Desk, clock: HandClock, numbers: range) -> None:
    """Events of all sorts happen, and what is answered is sent."""
    posted = await desk.receive([(event, Room(id=event.room)) for event in map(_event, numbers)])
    async with database.transaction() as tx:
        sent = {row.transaction: f"$answer-{row.number}:example.org-as-long-as-ids-are" for row in posted}
        await outbox.note_all_sent(tx, sent, clock.now_ms())


def _event(number: int) -> Incoming:
    said: dict[str, Any] = {
        "room": f"!{number % _ROOMS}:example",
        "event": f"${number:_>43}",
        "sender": f"@{number % 200}:example",
        "age_ms": 0,
    }
    if number % 3 == 0:
        return Message(**said, text=questions(4)[number // 3 % 4])
    if number % 3 == 1:
        return Message(**said, text=_CHATTER)
    return Reaction(**said, target=f"${number - 2:_>43}", key="👍")


async def _asked(desk: Desk, number: int) -> float:
    """One question; how long its answer took, in seconds."""
    began = time.perf_counter()
    room, text = f"!{number % _ROOMS}:example", questions(4)[number % 4]
    message = Message(room=room, event=f"$late-{number}", sender="@late:example", age_ms=0, text=text)
    if not await desk.receive([(message, Room(id=room))]):
        raise RuntimeError("not answered")
    return time.perf_counter() - began


def _waits(waits: list[float]) -> str:
    return " / ".join(f"{1000 * value:.1f}" for value in (percentile(waits, 50), percentile(waits, 95), max(waits)))


async def _row(name: str, database: Database) -> list[str]:
    page, pages, free = [
        (await database.fetch_all(f"PRAGMA {pragma}"))[0][0] for pragma in ("page_size", "page_count", "freelist_count")
    ]
    counts = [(await database.fetch_all(f"SELECT count(*) FROM {table}"))[0][0] for table in _TABLES]
    return [name, str(page * pages // 1000), str(page * (pages - free) // 1000), *map(str, counts)]
