"""The real program is killed at the most delicate moments of an answer; each question has one answer all the same."""

import asyncio
import contextlib
import sqlite3

import pytest

from bot.demo.person import Person
from bot.demo.process import NotStarted, Process
from bot.demo.running_bot import RunningBot
from tests.homeserver.company import NewBot, room_with

BOUNDARIES = ["received", "committed", "sent", "noted"]
TOOLS = ["Google Drive", "Zoom", "Doodle", "Slack", "Dropbox"]


async def crashed(process: Process) -> None:
    async def ended() -> bool:
        return not process.alive

    with contextlib.suppress(NotStarted):
        await process.ready(ended, 20)
    assert process.exit_status == -9


def query(bot: RunningBot, sql: str) -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(bot.data / "releve.sqlite3")) as connection:
        return connection.execute(sql).fetchall()


async def ask(person: Person, room: str, tool: str) -> str:
    return await person.say(room, f"par quoi remplacer {tool} ?")


@pytest.mark.parametrize("boundary", BOUNDARIES)
async def test_killed_there_each_question_has_one_answer(boundary: str, person: Person, new_bot: NewBot) -> None:
    bot = await new_bot()
    await bot.start()
    room = await room_with(person, bot)
    first = await ask(person, room, "WhatsApp")
    await person.reply_to(first)
    await bot.stop()

    await bot.start({"RELEVE_CRASH_AT": boundary})
    assert bot.process is not None
    questions = await asyncio.gather(*(ask(person, room, tool) for tool in TOOLS))
    await crashed(bot.process)

    await bot.start()
    for question in questions:
        await person.reply_to(question)
    last = await ask(person, room, "Gmail")
    await person.reply_to(last)
    await bot.stop()

    said = [event for event in await person.timeline(room) if event.is_message and event.sender == bot.user]
    answered = [answer.reply_to for answer in said if answer.reply_to]
    assert sorted(answered) == sorted([first, *questions, last])
    assert query(bot, "SELECT count(*) FROM outbox WHERE payload IS NOT NULL") == [(0,)]
    assert query(bot, "PRAGMA integrity_check") == [("ok",)]
