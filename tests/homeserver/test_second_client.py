"""A person at Element's library, which trusts cross-signed devices only (MSC4153), talks to the real bot.

It runs where node and npm are; the library is installed once, outside the checkout, from the lock file beside it.
"""

import asyncio
import hashlib
import itertools
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, TypeAlias

import aiohttp
import pytest

from bot.demo.homeserver import Homeserver
from bot.demo.running_bot import RunningBot
from bot.matrix.identity import Identity, Key
from tests.homeserver.company import PASSWORD, NewBot

JS = Path(__file__).parent / "js"
QUESTION = "par quoi remplacer Zoom ?"
_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def library() -> Path:
    """A folder with the program and the library that it needs. Skips where they cannot be had."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        pytest.skip("needs node and npm, for a second Matrix client library")
    lock = (JS / "package-lock.json").read_bytes()
    folder = Path(tempfile.gettempdir()) / f"releve-second-client-{hashlib.sha256(lock).hexdigest()[:12]}-{os.getuid()}"
    if not (folder / "node_modules" / ".package-lock.json").exists():
        folder.mkdir(mode=0o700, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(JS / name, folder)
        installed = subprocess.run([npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=folder, check=False)
        if installed.returncode != 0:
            pytest.skip("npm cannot install the second Matrix client library here")
    shutil.copy(JS / "talk.mjs", folder)
    return folder


class Careful:
    """A person whose client trusts cross-signed devices only."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.told: list[dict[str, Any]] = []
        self._process = process

    async def room(self) -> str:
        """A new encrypted room with the bot in it."""
        return str((await self._does({"do": "room"}, "room"))["room"])

    async def asks(self, room: str, text: str = QUESTION) -> str:
        return str((await self._does({"do": "ask", "room": room, "text": text}, "asked"))["asked"])

    async def answer_to(self, event: str) -> str:
        return str((await self.hears(lambda news: news.get("answers") == event))["heard"])

    async def hears(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The first news that are `wanted`, of those that came or will come."""
        for news in self.told:
            if wanted(news):
                return news
        assert self._process.stdout is not None
        async with asyncio.timeout(30):
            while line := await self._process.stdout.readline():
                self.told.append(json.loads(line))
                if wanted(self.told[-1]):
                    return self.told[-1]
        raise AssertionError(f"the client ended; it told {self.told}")

    async def _does(self, order: dict[str, str], done: str) -> dict[str, Any]:
        assert self._process.stdin is not None
        before = len(self.told)
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        return await self.hears(lambda news: done in news and (news not in self.told[:before] or news is self.told[-1]))


NewCareful: TypeAlias = Callable[[str], Awaitable[Careful]]


@pytest.fixture
async def new_careful(homeserver: Homeserver, library: Path) -> AsyncIterator[NewCareful]:
    """Makes people who talk to the bot that is named."""
    async with AsyncExitStack() as stack:

        async def make(bot: str) -> Careful:
            name = f"careful{next(_numbers)}"
            await homeserver.register(name, PASSWORD)
            process = await asyncio.create_subprocess_exec(
                "node",
                str(library / "talk.mjs"),
                homeserver.url,
                f"@{name}:{homeserver.server_name}",
                PASSWORD,
                bot,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
            )

            async def end() -> None:
                if process.returncode is None:
                    process.kill()
                await process.wait()

            stack.push_async_callback(end)
            return Careful(process)

        yield make


async def test_it_asks_in_an_encrypted_room_and_reads_the_answers_before_and_after_a_restart(
    new_bot: NewBot, new_careful: NewCareful
) -> None:
    bot = await new_bot()
    await bot.start()
    person = await new_careful(bot.user)
    room = await person.room()
    assert "Jitsi" in await person.answer_to(await person.asks(room))
    await bot.stop()
    while_away = await person.asks(room, "une alternative à Doodle ?")
    await bot.start()
    assert "Framadate" in await person.answer_to(while_away)
    bot.kill()
    await bot.start()
    assert "Jitsi" in await person.answer_to(await person.asks(room))
    assert [news for news in person.told if "sealed" in news] == []


async def test_it_keeps_its_words_from_a_bot_that_is_not_cross_signed(
    homeserver: Homeserver, new_bot: NewBot, new_careful: NewCareful
) -> None:
    bot = await new_bot()
    # Somebody made the account an identity elsewhere, which the bot rightly leaves alone.
    await identity_made_elsewhere(bot, homeserver)
    await bot.start()
    person = await new_careful(bot.user)
    room = await person.room()
    question = await person.asks(room)
    assert bot.process is not None
    await bot.process.printed("event=key-withheld")
    assert "code=m.unverified" in bot.process.written()
    assert [news for news in person.told if news.get("answers") == question] == []
    await person.hears(lambda news: "sealed" in news)


async def identity_made_elsewhere(bot: RunningBot, homeserver: Homeserver) -> None:
    login = {
        "type": "m.login.password",
        "identifier": {"type": "m.id.user", "user": bot.user},
        "password": PASSWORD,
    }
    async with aiohttp.ClientSession(homeserver.url) as http:
        async with http.post("/_matrix/client/v3/login", json=login) as answer:
            headers = {"Authorization": f"Bearer {(await answer.json())['access_token']}"}
        keys = Identity(Key.new(), Key.new()).keys_of(bot.user)
        async with http.post("/_matrix/client/v3/keys/device_signing/upload", json=keys, headers=headers) as answer:
            assert answer.status == 200
