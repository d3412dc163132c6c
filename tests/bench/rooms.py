"""How fast and how reliably questions in rooms are answered, on a real Synapse without rate limits.

All contenders run on the same Synapse at the same time and are asked in turn, so that whatever slows the
machine slows them all.
"""

import asyncio
import itertools
import statistics
import tempfile
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

from bot.demo.homeserver import Homeserver
from tests.bench.contenders import Contender, contenders
from tests.bench.table import Goal, Table, percentile, progress, ratio

_ROOMS = 20
_QUESTIONS = (
    "par quoi remplacer Google Drive ?",
    "what replaces Zoom?",
    "une alternative à Doodle stp",
    "qqch à la place de WhatsApp ?",
)


@dataclass
class _Figures:
    """What was measured of one contender."""

    first_ready: float = 0.0
    ready: list[float] = field(default_factory=list)
    one_by_one: list[float] = field(default_factory=list)
    calm_cpu: float = 0.0
    burst: list[float] = field(default_factory=list)
    burst_answered: int = 0
    burst_cpu: float = 0.0
    flood: float = 0.0
    flood_answered: int = 0
    memory_mb: float = 0.0

    @property
    def flood_pace_ms(self) -> float:
        """Time until the last answer, shared among those that came: who loses most must not look fastest."""
        return 1000 * self.flood / self.flood_answered if self.flood_answered else float("nan")


def run(quick: bool) -> Table:
    """Measure all contenders; `quick` asks a fifth or less."""
    return asyncio.run(_measure(20, 40, 60, 1) if quick else _measure(one_by_one=200, burst=200, flood=300, times=3))


async def _measure(one_by_one: int, burst: int, flood: int, times: int) -> Table:
    async with AsyncExitStack() as stack:
        progress("starting Synapse")
        homeserver = await stack.enter_async_context(Homeserver.running())
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="releve-bench-")))
        bots = await contenders(stack, homeserver, folder)
        figures = [_Figures() for _ in bots]
        await _start(bots, figures, times)
        await _one_by_one(bots, figures, one_by_one)
        await _burst(bots, figures, burst, times)
        progress(f"{flood} questions at once in 2 rooms")
        for bot, found in zip(bots, figures, strict=True):
            found.flood_answered, found.flood = await bot.ask_at_once(bot.rooms[:2], questions(flood))
            found.memory_mb = bot.usage().memory_mb
    return _table(bots, figures, one_by_one, (burst, times), flood)


async def _start(bots: list[Contender], figures: list[_Figures], starts: int) -> None:
    for bot, found in zip(bots, figures, strict=True):
        progress(f"starting {bot.name} on no data, then again, {starts} times")
        found.first_ready = await bot.start()
        for _ in range(starts):
            await bot.stop()
            found.ready.append(await bot.start())
        await bot.enter(_ROOMS)
        for question in _QUESTIONS:
            await bot.ask(bot.rooms[0], question)


async def _one_by_one(bots: list[Contender], figures: list[_Figures], count: int) -> None:
    progress(f"{count} questions one after another, to each in turn")
    before = [bot.usage().cpu_s for bot in bots]
    for number, question in enumerate(questions(count)):
        for bot, found in zip(bots, figures, strict=True):
            found.one_by_one.append(await bot.ask(bot.rooms[number % _ROOMS], question))
    for bot, found, used in zip(bots, figures, before, strict=True):
        found.calm_cpu = (bot.usage().cpu_s - used) / count


async def _burst(bots: list[Contender], figures: list[_Figures], count: int, times: int) -> None:
    for turn in range(1, times + 1):
        progress(f"{count} questions at once over {_ROOMS} rooms ({turn} of {times})")
        for bot, found in zip(bots, figures, strict=True):
            before = bot.usage().cpu_s
            answered, seconds = await bot.ask_at_once(bot.rooms, questions(count))
            found.burst_answered += answered
            found.burst.append(seconds)
            found.burst_cpu += (bot.usage().cpu_s - before) / count / times


def questions(count: int) -> list[str]:
    """`count` questions, the same few in turn."""
    return list(itertools.islice(itertools.cycle(_QUESTIONS), count))


def _table(bots: list[Contender], figures: list[_Figures], asked: int, bursts: tuple[int, int], in_flood: int) -> Table:
    def row(name: str, values: list[float], shape: str) -> list[str]:
        ours = values[0]
        return [name, *(ratio(ours, value) for value in values[1:]), *(format(value, shape) for value in values)]

    def counts(name: str, values: list[int], of: int) -> list[str]:
        return [name, *("" for _ in values[1:]), *(f"{value} of {of}" for value in values)]

    rows = [
        row("ready, first start (s)", [found.first_ready for found in figures], ".2f"),
        row("ready, later starts, median (s)", [statistics.median(found.ready) for found in figures], ".2f"),
        row(f"{asked} one by one, p50 (ms)", [1000 * percentile(found.one_by_one, 50) for found in figures], ".0f"),
        row(f"{asked} one by one, p95 (ms)", [1000 * percentile(found.one_by_one, 95) for found in figures], ".0f"),
        row("CPU per answer, one by one (ms)", [1000 * found.calm_cpu for found in figures], ".1f"),
        row("burst over 20 rooms, median (s)", [statistics.median(found.burst) for found in figures], ".2f"),
        counts("bursts, answered", [found.burst_answered for found in figures], bursts[0] * bursts[1]),
        row("CPU per question, bursts (ms)", [1000 * found.burst_cpu for found in figures], ".1f"),
        row("flood in 2 rooms, per answer (ms)", [found.flood_pace_ms for found in figures], ".1f"),
        counts("flood, answered", [found.flood_answered for found in figures], in_flood),
        row("memory at the end (MB)", [found.memory_mb for found in figures], ".0f"),
    ]
    names = [bot.name for bot in bots]
    return Table(
        title=f"Questions in rooms: {bursts[0]} at once over {_ROOMS} rooms, {in_flood} at once in 2 rooms",
        header=["", *(f"÷ {name}" for name in names[1:]), *names],
        rows=rows,
        notes=[
            "÷: La Relève by the other. nio echo: answers inside its callback. plain echo: no library, awaits nothing,"
            " keeps nothing; alike: with messages as long as La Relève’s, one of a room after the other, as promised.",
        ],
        goals=_goals(bots, figures),
    )


def _goals(bots: list[Contender], figures: list[_Figures]) -> list[Goal]:
    found = {bot.name: each for bot, each in zip(bots, figures, strict=True)}
    ours, nio = found["La Relève"], found["nio echo"]
    burst = statistics.median(ours.burst)
    lost = 1 - ours.flood_answered / found["plain echo"].flood_answered
    return [
        Goal(
            "burst over 20 rooms, by a bare client that gives the homeserver the same work",
            1.1,
            burst / statistics.median(found["plain, alike"].burst),
            "{:.2f} ×",
        ),
        Goal(
            "the same, by a bare client with short messages in any order",
            1.1,
            burst / statistics.median(found["plain echo"].burst),
            "{:.2f} ×",
        ),
        Goal("the same, by the bare nio bot", 1.0, burst / statistics.median(nio.burst), "{:.2f} ×"),
        Goal("CPU per answer, one by one, by the bare nio bot", 2.0, ours.calm_cpu / nio.calm_cpu, "{:.2f} ×"),
        Goal("CPU per question in bursts, by the bare nio bot", 2.0, ours.burst_cpu / nio.burst_cpu, "{:.2f} ×"),
        Goal("questions lost of a flood in 2 rooms", 0, lost, "{:.0%}"),
        Goal("ready, median of later starts", 1.5, statistics.median(ours.ready), "{:.2f} s"),
    ]
