"""How long a moderator's change takes with the whole shipped catalogue, from the event to the committed answer;
beside making everything anew for each change, and beside a question that is answered at the same moment.
"""

import asyncio
import datetime
import gc
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.ask import Ask
from bot.ask import storage as ask_storage
from bot.catalog import Catalogue, check, load
from bot.catalog.names import Names
from bot.clock import SystemClock
from bot.config import Moderation as Config
from bot.conversation import Message, Room
from bot.database import Database, migrate
from bot.desk import Desk, Manners
from bot.moderation import Moderation
from bot.moderation.opening import opened
from bot.shipped import folder
from tests.bench.table import Table, percentile, progress

_ROOM = "!moderators"
_ADA = "@ada:x"


def run(quick: bool) -> Table:
    """Measure; `quick` makes a tenth of the changes."""
    return asyncio.run(_measure(20 if quick else 200))


async def _measure(count: int) -> Table:
    catalogue = load(folder("catalog"))
    with tempfile.TemporaryDirectory(prefix="releve-bench-") as place:
        path = Path(place) / "releve.sqlite3"
        migrate(path, folder("migrations"))
        async with await Database.open(path) as database:
            desk = await _desk(database, catalogue)
            # As the running bot does: what was loaded is not looked at again by the garbage collector.
            gc.collect()
            gc.freeze()
            rows = await _rows(desk, catalogue, count)
    return Table(
        title=f"A moderator’s change, with {len(catalogue.products)} products and"
        f" {len(catalogue.alternatives)} alternatives (ms)",
        header=["", "p50", "p95", "longest"],
        rows=rows,
        notes=[
            "A change: from the event to the committed answer, names and checks included; wanted: under 20 ms.",
            "All anew: the index of names and all checks made again, without parsing, database or answer.",
        ],
    )


async def _desk(database: Database, catalogue: Catalogue) -> Desk:
    async def count_uses(*_: object) -> dict[str, object]:
        return {}

    shelf = await opened(database, catalogue, datetime.date.today())
    config = Config.model_validate({"room": _ROOM, "moderators": [_ADA]})
    moderation = Moderation(shelf, config, "fr", "Europe/Paris", count_uses, ask_storage)  # type: ignore[arg-type]
    return Desk(database, [moderation, Ask(shelf.names)], SystemClock(), Manners())


async def _rows(desk: Desk, catalogue: Catalogue, count: int) -> list[list[str]]:
    products = list(catalogue.products)
    names = (f"alias {products[number % len(products)]} + zorglub{number}" for number in range(10**6))
    fields = (
        f"changer {products[number % len(products)]} limit = essai {number} | try {number}" for number in range(10**6)
    )
    numbers = iter(range(10**6))

    async def hears(text: str, room: str = _ROOM) -> None:
        event = f"${next(numbers)}"
        posted = await desk.receive(
            [(Message(room=room, event=event, sender=_ADA, age_ms=0, text=text, mentioned=True), Room(id=room))]
        )
        if not posted:
            raise RuntimeError(f"not answered: {text}")

    async def anew() -> None:
        Names(catalogue)
        check.findings(catalogue, datetime.date.today())

    async def ask() -> None:
        await hears("par quoi remplacer Google Drive ?", "!office")

    async def ask_beside_a_change() -> None:
        change = asyncio.create_task(hears(next(names)))
        await ask()
        asked.append(time.perf_counter())
        await change

    asked: list[float] = []
    return [
        await _timed("a change of a field", count, lambda: hears(next(fields))),
        await _timed("a change of a name", count, lambda: hears(next(names))),
        await _timed("all anew", max(5, count // 10), anew),
        await _timed("a question", count, ask),
        await _timed("a question and a change at once", count, ask_beside_a_change),
    ]


async def _timed(name: str, count: int, work: Callable[[], Awaitable[None]]) -> list[str]:
    progress(f"{name}, {count} times")
    taken = []
    for _ in range(3):
        await work()
    for _ in range(count):
        started = time.perf_counter()
        await work()
        taken.append(1000 * (time.perf_counter() - started))
    return [name, *(f"{value:.1f}" for value in (percentile(taken, 50), percentile(taken, 95), max(taken)))]
