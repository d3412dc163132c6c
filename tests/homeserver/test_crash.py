"""The process is killed at the most delicate moments of an answer; each question has one answer all the same."""

import asyncio
import contextlib
import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from bot.demo.process import NotStarted, Process
from tests.homeserver.company import PASSWORD, NewBot

BOUNDARIES = ["received", "committed", "sent", "noted"]


class EchoBot:
    """A bot in a process of its own that repeats what it hears."""

    def __init__(self, homeserver: Homeserver, folder: Path, name: str) -> None:
        self.user = f"@{name}:{homeserver.server_name}"
        self.database = folder / "data" / "releve.sqlite3"
        self._config = folder / "config.yaml"
        self._log = folder / "bot.log"
        matrix = {"homeserver": homeserver.url, "user": self.user, "password": PASSWORD, "encryption": False}
        self._config.write_text(json.dumps({"matrix": matrix, "data": "data"}), encoding="utf-8")

    def launch(self, environment: Mapping[str, str] | None = None) -> Process:
        return Process("tests.matrix.echo", [str(self._config)], log=self._log, environment=environment)

    async def start(self, environment: Mapping[str, str] | None = None) -> Process:
        process = self.launch(environment)
        await process.printed("event=ready", 30)
        return process

    def query(self, sql: str) -> list[tuple[object, ...]]:
        connection = sqlite3.connect(self.database)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()


@pytest.fixture
async def echo(homeserver: Homeserver, new_bot: NewBot, tmp_path: Path) -> EchoBot:
    registered = (await new_bot()).user
    return EchoBot(homeserver, tmp_path, registered[1:].partition(":")[0])


async def crashed(process: Process) -> None:
    async def ended() -> bool:
        return not process.alive

    with contextlib.suppress(NotStarted):
        await process.ready(ended, 20)
    assert process.exit_status == -9


@pytest.mark.parametrize("boundary", BOUNDARIES)
async def test_killed_there_each_question_has_one_answer(boundary: str, person: Person, echo: EchoBot) -> None:
    process = await echo.start()
    room = await person.create_room("Bureau", [echo.user])
    await person.arrival_of(echo.user, room)
    hello = await person.say(room, "hello")
    await person.reply_to(hello)
    await process.stop()

    process = await echo.start({"RELEVE_CRASH_AT": boundary})
    questions = await asyncio.gather(*(person.say(room, f"question {n}") for n in range(5)))
    await crashed(process)

    process = await echo.start()
    for question in questions:
        await person.reply_to(question)
    last = await person.say(room, "the end")
    await person.reply_to(last)
    await process.stop()

    answers = [event for event in await person.timeline(room) if event.is_message and event.sender == echo.user]
    assert sorted(str(answer.reply_to) for answer in answers) == sorted([hello, *questions, last])
    assert echo.query("SELECT count(*) FROM outbox WHERE payload IS NOT NULL") == [(0,)]
    assert echo.query("PRAGMA integrity_check") == [("ok",)]
