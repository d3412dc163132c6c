"""Answers while a broadcast is due in hundreds of rooms, on a Synapse with its default rate limits.

The same questions are asked of the same bot twice: while it has nothing else to say, and during the wave; in the
middle of the wave the bot is killed and started again.
"""

import asyncio
import tempfile
import time
from collections import Counter
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

from bot.conversation import Lane, Say, Text
from bot.database import Database, outbox
from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from bot.demo.running_bot import RunningBot
from tests.bench.table import Table, percentile, progress

_PASSWORD = "a long password for measurements"
_AT_ONCE = 20
# Synapse lets a bot send one message in five seconds in the long run: half of it is for answers here.
_EVERY_S = 10.0
_QUESTION = "par quoi remplacer Zoom ?"


@dataclass
class _Part:
    """What was measured in one of the two parts."""

    waits: list[float] = field(default_factory=list)
    sent: int = 0
    limited: int = 0
    seconds: float = 0.0


def run(quick: bool) -> Table:
    """Measure; `quick`: fewer rooms and questions."""
    return asyncio.run(_measure(10, 2, 5.0) if quick else _measure(rooms=300, questions=8, every_s=_EVERY_S))


async def _measure(rooms: int, questions: int, every_s: float) -> Table:
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="releve-bench-")))
        homeserver = await stack.enter_async_context(Homeserver.running())
        for name in ("releve", "asker"):
            await homeserver.register(name, _PASSWORD)
        bot = RunningBot(homeserver, folder, "releve", _PASSWORD)
        stack.push_async_callback(bot.stop)
        await bot.start()
        person = await stack.enter_async_context(Person.at(homeserver.url, "asker", _PASSWORD))
        progress(f"making {rooms} rooms")
        places = await _enter(person, bot, rooms)
        await bot.stop()
        homeserver.limit(rate_limits=True)
        await homeserver.process.stop()
        await homeserver.start()
        await bot.start()
        progress(f"{questions} questions, one in {every_s:g} s, nothing else to say")
        calm = await _ask(person, bot, places, questions, every_s)
        await bot.stop()
        await _due(bot, places)
        await bot.start()
        progress(f"the same while a broadcast is due in {rooms} rooms")
        wave = await _ask(person, bot, places, questions // 2, every_s)
        progress("killed and started again in the middle of the wave")
        bot.kill()
        await bot.start()
        later = await _ask(person, bot, places, questions - questions // 2, every_s)
        doubled = sum(count > 1 for count in Counter(_broadcasts(person, bot)).values())
    during = _Part(
        wave.waits + later.waits, wave.sent + later.sent, wave.limited + later.limited, wave.seconds + later.seconds
    )
    return _table(calm, during, rooms, doubled)


async def _enter(person: Person, bot: RunningBot, count: int) -> list[str]:
    places: list[str] = []
    for start in range(0, count, _AT_ONCE):
        numbers = range(start, min(start + _AT_ONCE, count))
        made = await asyncio.gather(*(person.create_room(f"room {number}", [bot.user]) for number in numbers))
        await asyncio.gather(*(person.arrival_of(bot.user, room, timeout=60) for room in made))
        places += made
    return places


async def _due(bot: RunningBot, places: list[str]) -> None:
    """Put a broadcast for each room into the outbox of the bot, which is stopped."""
    async with await Database.open(bot.data / "releve.sqlite3") as database, database.transaction() as tx:
        for number, room in enumerate(places):
            text = Text(f"petit pas {number}", f"<p>petit pas {number}</p>")
            await outbox.post(tx, Say(room=room, cause=text.body, lane=Lane.BROADCAST, text=text), 0)


async def _ask(person: Person, bot: RunningBot, places: list[str], count: int, every_s: float) -> _Part:
    assert bot.process is not None
    part, started, before = _Part(), time.perf_counter(), len(_broadcasts(person, bot))
    log_before = bot.process.written().count("event=rate-limited")
    for number in range(count):
        await asyncio.sleep(every_s)
        asked_at = time.perf_counter()
        question = await person.say(places[number % len(places)], _QUESTION)
        await person.reply_to(question, timeout=60)
        part.waits.append(time.perf_counter() - asked_at)
    part.seconds = time.perf_counter() - started
    part.sent = len(_broadcasts(person, bot)) - before
    part.limited = bot.process.written().count("event=rate-limited") - log_before
    return part


def _broadcasts(person: Person, bot: RunningBot) -> list[str]:
    return [
        event.body
        for event in person.events
        if event.sender == bot.user and event.is_message and event.body.startswith("petit pas ")
    ]


def _table(calm: _Part, wave: _Part, rooms: int, doubled: int) -> Table:
    def row(name: str, part: _Part) -> list[str]:
        waits = [format(1000 * percentile(part.waits, percent), ".0f") for percent in (50, 95)]
        return [name, str(len(part.waits)), *waits, f"{1000 * max(part.waits):.0f}", str(part.sent), str(part.limited)]

    return Table(
        title=f"Answers during a wave to {rooms} rooms, at the rate limits that Synapse has by default",
        header=["", "answers", "p50 (ms)", "p95 (ms)", "max (ms)", "broadcasts sent", "429s"],
        rows=[row("nothing else to say", calm), row("during the wave", wave)],
        notes=[
            f"{wave.sent} of {rooms} broadcasts in {wave.seconds:.0f} s; Synapse lets through ten, then one in 5 s, "
            "answers included.",
            f"Killed and started again half way: {doubled} broadcasts twice.",
        ],
    )
