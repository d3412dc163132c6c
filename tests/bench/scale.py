"""What joined rooms cost: memory, start, and an answer, with none, a hundred and a thousand of them.

One account on one Synapse is in more and more rooms; this bot and a bare nio bot are started on it in turn, never
at the same time.
"""

import asyncio
import sqlite3
import statistics
import tempfile
from collections.abc import Callable
from contextlib import AsyncExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from bot.demo.process import Process
from bot.demo.running_bot import RunningBot
from tests.bench.table import Goal, Table, percentile, progress, ratio
from tests.bench.usage import usage_of

_PASSWORD = "a long password for measurements"
_QUESTION = "par quoi remplacer Google Drive ?"
_READY = "event=ready"
_AT_ONCE = 20
_ASKED_IN = 5
# A question of its own before the measured ones: what is made on first use is made.
_WARM_UP = 5


@dataclass
class _Figures:
    """One bot with one number of rooms. `calm_mb`: after the start; `busy_mb`: after the questions."""

    rooms: int
    ready: list[float] = field(default_factory=list)
    calm_mb: float = float("nan")
    busy_mb: float = float("nan")
    waits: list[float] = field(default_factory=list)
    cpu_ms: float = float("nan")

    def row(self, name: str) -> list[str]:
        return [
            f"{name}, {self.rooms} rooms",
            f"{statistics.median(self.ready):.2f}",
            f"{self.calm_mb:.1f}",
            f"{self.busy_mb:.1f}" if self.waits else "",
            *(f"{1000 * percentile(self.waits, percent):.0f}" if self.waits else "" for percent in (50, 95)),
            f"{self.cpu_ms:.1f}" if self.waits else "",
        ]


@dataclass
class _Ground:
    """The homeserver, who asks, the rooms so far, and the two bots by name, each as what starts it."""

    url: str
    database: Path
    person: Person
    user: str
    places: list[str]
    bots: dict[str, Callable[[], Process]]


def run(quick: bool) -> Table:
    """Measure; `quick`: 0, 5 and 30 rooms, a tenth of the questions."""
    return asyncio.run(_measure((0, 5, 30), 5, 1) if quick else _measure((0, 100, 1000), 200, 3))


async def _measure(sizes: tuple[int, ...], questions: int, starts: int) -> Table:
    found: dict[str, list[_Figures]] = {}
    async with AsyncExitStack() as stack:
        ground = await _prepared(stack)
        for size in sizes:
            await _enter(ground, size)
            for name, launch in ground.bots.items():
                progress(f"{name} in {size} rooms: {starts} starts, {questions if size else 0} questions")
                found.setdefault(name, []).append(await _figures(ground, launch, questions, starts))
    return _table(found, questions)


async def _prepared(stack: AsyncExitStack) -> _Ground:
    progress("starting Synapse")
    homeserver = await stack.enter_async_context(Homeserver.running())
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="releve-bench-")))
    for name in ("releve", "asker"):
        await homeserver.register(name, _PASSWORD)
    releve = RunningBot(homeserver, folder / "releve", "releve", _PASSWORD)
    # One person asks everything here, which is a flood anywhere else.
    releve.configure(rooms={"flood_burst": None})
    arguments = [homeserver.url, releve.user, _PASSWORD]

    def nio_echo() -> Process:
        return Process("tests.bench.baselines.nio_echo", arguments, log=folder / "nio.log")

    person = await stack.enter_async_context(Person.at(homeserver.url, "asker", _PASSWORD))
    database = releve.data / "releve.sqlite3"
    return _Ground(
        homeserver.url, database, person, releve.user, [], {"La Relève": releve.launch, "nio echo": nio_echo}
    )


async def _enter(ground: _Ground, size: int) -> None:
    """Be in `size` rooms: made by the bot's own account, which is faster than to be invited into each of them."""
    progress(f"making rooms, up to {size}")
    async with aiohttp.ClientSession(ground.url) as http:
        account = Person(http, ground.user, "")
        login = {"type": "m.login.password", "identifier": {"type": "m.id.user", "user": ground.user}}
        account.token = (await account.request("POST", "login", {**login, "password": _PASSWORD}))["access_token"]
        while len(ground.places) < size:
            count = min(_AT_ONCE, size - len(ground.places))
            made = await asyncio.gather(*(account.create_room("room", [ground.person.user]) for _ in range(count)))
            for room in made[: max(0, _ASKED_IN - len(ground.places))]:
                await ground.person.join(room)
            ground.places += made
            if not len(ground.places) % 200:
                progress(f"{len(ground.places)} rooms")
    if size:
        await _greet(ground)


async def _greet(ground: _Ground) -> None:
    """Let La Relève find itself in the rooms, and greet, as it does once anywhere."""
    progress("La Relève greets in each of them")
    bot = ground.bots["La Relève"]()
    try:
        await bot.printed(_READY)
        await asyncio.sleep(1)
        with closing(sqlite3.connect(f"file:{ground.database}?mode=ro", uri=True)) as database:
            while database.execute("SELECT 1 FROM outbox WHERE payload IS NOT NULL").fetchone():  # noqa: ASYNC110 — another process
                await asyncio.sleep(0.5)
    finally:
        await bot.stop()


async def _figures(ground: _Ground, launch: Callable[[], Process], questions: int, starts: int) -> _Figures:
    figures = _Figures(len(ground.places))
    process = launch()
    try:
        figures.ready.append(await process.printed(_READY))
        for _ in range(starts - 1):
            await process.stop()
            process = launch()
            figures.ready.append(await process.printed(_READY))
        # What a start leaves to be done has been done by then.
        await asyncio.sleep(1)
        figures.calm_mb = usage_of(process.pid).memory_mb
        if ground.places:
            await _ask(ground, _WARM_UP)
            before = usage_of(process.pid).cpu_s
            figures.waits = await _ask(ground, questions)
            after = usage_of(process.pid)
            figures.cpu_ms = 1000 * (after.cpu_s - before) / questions
            figures.busy_mb = after.memory_mb
    finally:
        await process.stop()
    return figures


async def _ask(ground: _Ground, count: int) -> list[float]:
    """Ask in the same rooms whatever their number: how long each answer took, in seconds."""
    loop = asyncio.get_running_loop()
    waits = []
    for number in range(count):
        asked_at = loop.time()
        question = await ground.person.say(ground.places[number % _ASKED_IN], _QUESTION)
        await ground.person.reply_to(question, timeout=30)
        waits.append(loop.time() - asked_at)
    return waits


def _table(found: dict[str, list[_Figures]], questions: int) -> Table:
    rows, notes = [], []
    for name, figures in found.items():
        rows += [each.row(name) for each in figures]
        _, few, many = figures
        notes.append(
            f"{name}: {_growth_kb(figures):.1f} KB of memory a room; with {many.rooms} rooms rather than {few.rooms},"
            f" an answer takes {ratio(many.cpu_ms, few.cpu_ms)} the processor time and"
            f" {ratio(percentile(many.waits, 50), percentile(few.waits, 50))} the time to arrive."
        )
    notes.append(
        f"{questions} questions one after another, always in the same five rooms; ready: median of the starts."
        " The rooms are plain, of one person and one invited."
    )
    ours = found["La Relève"]
    _, few, many = ours
    return Table(
        "What joined rooms cost",
        ("", "ready (s)", "memory (MB)", "after answers", "p50 (ms)", "p95 (ms)", "CPU per answer (ms)"),
        rows,
        notes,
        [
            Goal(f"memory with {many.rooms} rooms, after answers", 120, many.busy_mb, "{:.0f} MB"),
            Goal("memory a room", 30, _growth_kb(ours), "{:.1f} KB"),
            Goal(f"ready with {many.rooms} rooms", 1.5, statistics.median(many.ready), "{:.2f} s"),
            Goal(
                f"CPU per answer with {many.rooms} rooms, by {few.rooms} rooms",
                1.1,
                many.cpu_ms / few.cpu_ms,
                "{:.2f} ×",
            ),
        ],
    )


def _growth_kb(figures: list[_Figures]) -> float:
    """What one more room takes of memory, from none to the most rooms."""
    return 1000 * (figures[-1].calm_mb - figures[0].calm_mb) / figures[-1].rooms
