"""What the host of a running bot sees of it, and what happens when the host stops it."""

import json
import os
import re
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import aiohttp

from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from bot.demo.running_bot import RunningBot
from bot.shipped import folder
from tests.homeserver.company import PASSWORD, NewBot, room_with

QUESTION = "par quoi remplacer google drive ?"
UNKNOWN = "par quoi remplacer zorglub pro ?"


def lines_of(bot: RunningBot) -> list[dict[str, object]]:
    """The log of `bot` since its start, one JSON object a line."""
    assert bot.process is not None
    return [json.loads(line) for line in bot.process.written().splitlines()]


async def get(bot: RunningBot, path: str) -> tuple[int, str]:
    [port] = [line["port"] for line in lines_of(bot) if line["event"] == "listening"]
    async with aiohttp.ClientSession() as http, http.get(f"http://127.0.0.1:{port}{path}") as answer:
        return answer.status, await answer.text()


def numbers(text: str) -> dict[str, float]:
    return {
        name: float(value)
        for name, value in (line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))
    }


async def test_a_host_sees_that_it_is_well_and_what_it_did(person: Person, new_bot: NewBot) -> None:
    bot = await new_bot()
    bot.configure(listen={"port": 0}, log_format="json")
    await bot.launch().printed('"event": "ready"')
    room = await room_with(person, bot)
    for question in (QUESTION, UNKNOWN):
        await person.reply_to(await person.say(room, question, mention=bot.user))
    assert await get(bot, "/live") == (200, "live\n")
    assert await get(bot, "/ready") == (200, "ready\n")
    seen = numbers((await get(bot, "/metrics"))[1])
    assert seen["releve_ready"] == 1
    assert seen["releve_rooms"] == 1
    assert seen['releve_answers_total{outcome="answer"}'] == 1
    assert seen['releve_answers_total{outcome="unknown"}'] == 1
    assert seen["releve_misses_total"] == 1
    # Two questions and the arrival; two answers and the greeting.
    assert seen["releve_events_total"] == 3
    assert seen['releve_messages_sent_total{lane="conversation"}'] == 3
    assert seen["releve_database_seconds_count"] >= 3


async def test_no_secret_no_name_and_nothing_that_was_said_is_in_the_log(person: Person, new_bot: NewBot) -> None:
    bot = await new_bot()
    bot.configure(log_level="debug", log_format="json")
    await bot.launch().printed('"event": "ready"')
    room = await room_with(person, bot)
    asked = await person.say(room, QUESTION)
    answer = await person.reply_to(asked)
    await person.edit(room, asked, "par quoi remplacer doodle ?")
    await person.edit_of(answer.id)
    await person.say(room, "!releve on utilise Zorglub Pro")
    await person.redact(room, asked)
    await person.redaction_of(answer.id)
    await person.kick(room, bot.user)
    await bot.stop()

    session = json.loads((bot.data / "session.json").read_text(encoding="utf-8"))
    log = bot.log.read_text(encoding="utf-8").lower()
    assert [line["event"] for line in lines_of(bot)].count("ready") == 1
    for secret in (session["token"], PASSWORD, person.user, "remplacer", "drive", "doodle", "zorglub", "bureau"):
        assert secret.lower() not in log, secret


async def test_stopped_while_the_homeserver_stalls_it_ends_in_time_and_nothing_is_lost(tmp_path: Path) -> None:
    async with Homeserver.running() as homeserver:
        for name in ("camille", "releve"):
            await homeserver.register(name, PASSWORD)
        bot = RunningBot(homeserver, tmp_path / "bot", "releve", PASSWORD)
        async with Person.at(homeserver.url, "camille", PASSWORD) as person:
            await bot.start()
            assert bot.process is not None
            room = await room_with(person, bot)
            questions = [await person.say(room, f"par quoi remplacer {tool} ?") for tool in ("Zoom", "Slack", "Doodle")]
            await person.reply_to(questions[0])
            os.kill(homeserver.process.pid, signal.SIGSTOP)
            try:
                asked_at = time.monotonic()
                os.kill(bot.process.pid, signal.SIGTERM)
                status = await bot.process.ended(within_s=6)
                took_s = time.monotonic() - asked_at
            finally:
                os.kill(homeserver.process.pid, signal.SIGCONT)
            assert (status, took_s < 5) == (0, True), took_s

            await bot.start()
            for question in questions:
                await person.reply_to(question)
            last = await person.say(room, "par quoi remplacer Gmail ?")
            await person.reply_to(last)
            await bot.stop()
            answers = [event for event in await person.timeline(room) if event.is_message and event.sender == bot.user]
            answered = [event.reply_to for event in answers if event.reply_to]
    assert sorted(answered) == sorted([*questions, last])


async def test_a_program_that_is_older_than_the_database_refuses_and_says_why(new_bot: NewBot) -> None:
    bot = await new_bot()
    bot.data.mkdir(parents=True)
    file = bot.data / "releve.sqlite3"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 9999")
    before = file.read_bytes()
    process = bot.launch({"LANGUAGE": "en"})
    assert await process.ended() == 4
    known = len(list(folder("migrations").glob("*.sql")))
    assert re.search(rf"comes from a later version \(schema 9999, this program knows {known}\)", process.written())
    assert file.read_bytes() == before


async def test_stopped_before_the_homeserver_was_ever_reached_it_ends_at_once(new_bot: NewBot) -> None:
    bot = await new_bot()
    bot.configure({"homeserver": "http://127.0.0.1:9"})
    process = bot.launch()
    await process.printed("event=login-waits")
    asked_at = time.monotonic()
    os.kill(process.pid, signal.SIGTERM)
    await process.ended(within_s=5)
    assert time.monotonic() - asked_at < 5
