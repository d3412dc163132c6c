"""The bots that are measured side by side, each with an account, a person who asks, and rooms."""

import asyncio
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from bot.demo.process import Process
from bot.demo.running_bot import RunningBot
from tests.bench.usage import Usage, usage_of

_PASSWORD = "a long password for measurements"
_READY = "event=ready"


@dataclass
class Contender:
    """A bot under measurement, running or not."""

    name: str
    user: str
    person: Person
    launch: Callable[[], Process]
    process: Process | None = None
    rooms: list[str] = field(default_factory=list)

    async def start(self) -> float:
        """Start it; returns the seconds until it was ready."""
        self.process = self.launch()
        return await self.process.printed(_READY)

    async def stop(self) -> None:
        if self.process is not None:
            await self.process.stop()

    async def enter(self, rooms: int) -> None:
        """Make so many rooms and wait until it has joined them all."""
        for number in range(rooms):
            self.rooms.append(await self.person.create_room(f"room {number}", [self.user]))
        await asyncio.gather(*(self.person.arrival_of(self.user, room, timeout=60) for room in self.rooms))

    def usage(self) -> Usage:
        """What its process has used of the machine by now."""
        return usage_of(self.process.pid) if self.process else Usage()

    async def ask(self, room: str, question: str) -> float:
        """Ask once and wait for the answer; returns the seconds between. Raises TimeoutError."""
        asked_at = time.perf_counter()
        await self.person.reply_to(await self.person.say(room, question), timeout=30)
        return time.perf_counter() - asked_at

    async def ask_at_once(self, rooms: list[str], questions: list[str], patience_s: float = 4) -> tuple[int, float]:
        """Ask all `questions` at the same moment, spread over `rooms`.

        Returns how many were answered, and the seconds until the last answer. It is waited for until nothing
        has come for `patience_s`.
        """
        asked_at = last_at = time.perf_counter()
        seen = len(self.person.events)
        spread = ((rooms[number % len(rooms)], question) for number, question in enumerate(questions))
        asking = asyncio.gather(*(self.person.say(room, question) for room, question in spread))
        replied: set[str] = set()
        asked: set[str] = set()
        try:
            while not asked or not asked <= replied:
                async with asyncio.timeout(patience_s):
                    news = await self.person.news(seen)
                seen += len(news)
                answers = {event.reply_to for event in news if event.sender == self.user and event.reply_to}
                if answers - replied:
                    replied |= answers
                    last_at = time.perf_counter()
                if asking.done():
                    asked = set(asking.result())
        except TimeoutError:
            asked = set(await asking)
        return len(asked & replied), last_at - asked_at


async def contenders(stack: AsyncExitStack, homeserver: Homeserver, folder: Path) -> list[Contender]:
    """La Relève first, then the baselines; none is started. `stack` stops them."""

    def baseline(name: str, module: str, *more: str) -> Callable[[], Process]:
        arguments = [homeserver.url, f"@{name}:{homeserver.server_name}", _PASSWORD, *more]
        return lambda: Process(f"tests.bench.baselines.{module}", arguments, log=folder / f"{name}.log")

    releve = RunningBot(homeserver, folder / "releve", "releve", _PASSWORD)
    # One person asks everything here, which is a flood anywhere else.
    releve.configure(rooms={"flood_burst": None})
    launches = {
        "releve": ("La Relève", releve.launch),
        "nio": ("nio echo", baseline("nio", "nio_echo")),
        "alike": ("plain, alike", baseline("alike", "plain_echo", "alike")),
        "plain": ("plain echo", baseline("plain", "plain_echo")),
    }
    made = []
    for account, (name, launch) in launches.items():
        await homeserver.register(account, _PASSWORD)
        asker = f"asks-{account}"
        await homeserver.register(asker, _PASSWORD)
        person = await stack.enter_async_context(Person.at(homeserver.url, asker, _PASSWORD))
        contender = Contender(name, f"@{account}:{homeserver.server_name}", person, launch)
        stack.push_async_callback(contender.stop)
        made.append(contender)
    return made
