"""Where the processor time of the bot goes while it answers 200 questions at once over 20 rooms."""

import asyncio
import json
import os
import signal
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TypeAlias

from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from bot.demo.process import Process
from bot.demo.running_bot import RunningBot
from tests.bench.contenders import Contender
from tests.bench.rooms import questions
from tests.bench.table import Table, progress

_PASSWORD = "a long password for measurements"
_ROOMS = 20
_SHOWN = 22
_PROJECT = Path(__file__).parents[2]
_STARTING = ("bot/__main__.py", "bot/cli.py", "bot/commands.py", "bot/demo")
"""What only starts the rest."""
_LIBRARIES = ("aiosqlite", "aiohttp", "asyncio", "nio", "json", "pydantic", "rapidfuzz", "yarl", "multidict", "logging")

Stack: TypeAlias = Sequence[str]
"""Calls as `file:function`, the innermost first."""


def run(quick: bool) -> Table:
    """Measure; `quick`: one burst instead of three."""
    stacks = asyncio.run(_profile(1 if quick else 3))
    return _table(stacks)


async def _profile(bursts: int) -> list[tuple[Stack, float]]:
    async with AsyncExitStack() as stack:
        progress("starting Synapse and the bot under the profiler")
        homeserver = await stack.enter_async_context(Homeserver.running())
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="releve-bench-")))
        for name in ("releve", "asker"):
            await homeserver.register(name, _PASSWORD)
        bot = RunningBot(homeserver, folder / "releve", "releve", _PASSWORD)
        bot.configure(rooms={"flood_burst": None})
        found = folder / "stacks.json"

        def launch() -> Process:
            arguments = [str(found), "bot", "run", "--config", str(bot.folder / "config.yaml")]
            return Process("tests.bench.profiled", arguments, log=bot.log)

        person = await stack.enter_async_context(Person.at(homeserver.url, "asker", _PASSWORD))
        contender = Contender("La Relève", bot.user, person, launch)
        stack.push_async_callback(contender.stop)
        await contender.start()
        assert contender.process is not None
        await contender.enter(_ROOMS)
        await contender.ask_at_once(contender.rooms, questions(_ROOMS))
        os.kill(contender.process.pid, signal.SIGUSR1)
        for turn in range(1, bursts + 1):
            progress(f"200 questions at once over {_ROOMS} rooms ({turn} of {bursts})")
            await contender.ask_at_once(contender.rooms, questions(200))
        os.kill(contender.process.pid, signal.SIGUSR1)
        while not found.exists():  # noqa: ASYNC110 — another process writes it
            await asyncio.sleep(0.05)
        return [(stack, spent) for stack, spent in json.loads(found.read_text())]


def _table(stacks: Iterable[tuple[Stack, float]]) -> Table:
    stacks = list(stacks)
    total = sum(spent for _, spent in stacks)
    parts, within, alone = (
        defaultdict[str, float](float),
        defaultdict[str, float](float),
        defaultdict[str, float](float),
    )
    for stack, spent in stacks:
        parts[_part(stack)] += spent
        alone[_shown(stack[0])] += spent
        for call in set(map(_shown, stack)):
            within[call] += spent

    def row(name: str, spent: float) -> list[str]:
        own = alone.get(name)
        return [name, f"{100 * spent / total:.1f} %", "" if own is None else f"{100 * own / total:.1f} %"]

    own_code = [call for call, _ in _most(within) if call.startswith("bot/") and not call.startswith(_STARTING)][
        :_SHOWN
    ]
    rows = [row(f"• {name}", spent) for name, spent in _most(parts)]
    rows += [row(name, within[name]) for name in own_code]
    rows += [row(name, within[name]) for name, _ in _most(alone)[:_SHOWN]]
    return Table(
        title="Where the bot’s processor time goes while it answers 200 questions at once over 20 rooms",
        header=("", "with what it calls", "itself"),
        rows=rows,
        notes=[
            f"{total:.2f} s of processor time, {len(stacks)} different stacks. •: whose the work is: the innermost call"
            " of the project, or else the library.",
        ],
    )


def _most(counted: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(counted.items(), key=lambda item: -item[1])


def _part(stack: Stack) -> str:
    """Whose work this is: the folder of the innermost call of the bot, or else the library."""
    for call in stack:
        name = _shown(call)
        if name.startswith("bot/") and not name.startswith(_STARTING):
            return ".".join(name.partition(":")[0].split("/")[:2])
    return next((library for call in stack for library in _LIBRARIES if f"/{library}/" in call), "the rest")


def _shown(call: str) -> str:
    """`bot/desk/desk.py:Desk.receive`, `asyncio/events.py:Handle._run`."""
    file, _, function = call.rpartition(":")
    path = Path(file)
    if path.is_relative_to(_PROJECT) and "site-packages" not in path.parts:
        return f"{path.relative_to(_PROJECT)}:{function}"
    return f"{'/'.join(path.parts[-2:])}:{function}"
