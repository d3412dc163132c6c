"""The real program on a disk that takes nothing more for a while, and on one that is full from the start."""

import asyncio
import contextlib
import json
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.database import migrate
from bot.demo.person import Person
from bot.demo.running_bot import RunningBot
from bot.shipped import folder
from tests.homeserver.company import NewBot, room_with


@asynccontextmanager
async def nothing_can_be_written(bot: RunningBot) -> AsyncIterator[None]:
    """The bot's process cannot write to any file, as on a disk that is full or fails."""
    assert bot.process is not None
    before = resource.prlimit(bot.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(bot.process.pid, resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.prlimit(bot.process.pid, resource.RLIMIT_FSIZE, before)


async def test_what_is_asked_while_nothing_can_be_written_is_answered_once_it_can(
    person: Person, new_bot: NewBot
) -> None:
    bot = await new_bot()
    await bot.start()
    room = await room_with(person, bot)
    first = await person.say(room, "par quoi remplacer Zoom ?")
    await person.reply_to(first)

    async with nothing_can_be_written(bot):
        other = await room_with(person, bot)
        questions = [await person.say(room, f"par quoi remplacer {tool} ?") for tool in ("Doodle", "Slack")]
        questions.append(await person.say(other, "par quoi remplacer Dropbox ?"))
        await asyncio.sleep(2)
        assert [event for question in questions for event in person.replies_to(question)] == []
        assert bot.process is not None
        assert bot.process.alive
    for question in questions:
        await person.reply_to(question, 30)
    await bot.stop()

    said = [event for place in (room, other) for event in await person.timeline(place)]
    answered = [event.reply_to for event in said if event.is_message and event.sender == bot.user and event.reply_to]
    assert answered == [first, *questions]
    # And one greeting for each room.
    assert len([event for event in said if event.body.startswith("Bonjour")]) == 2
    with contextlib.closing(sqlite3.connect(bot.data / "releve.sqlite3")) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("SELECT count(*) FROM outbox WHERE payload IS NOT NULL").fetchall() == [(0,)]


def may_mount() -> bool:
    """Whether a small disk of one's own can be had here."""
    if shutil.which("unshare") is None:
        return False
    return subprocess.run(["unshare", "-rm", "mount", "-t", "tmpfs", "x", "/mnt"], check=False).returncode == 0


FULL = """
mount -t tmpfs -o size=1m full "$1/data" || exit 90
cp "$1/releve.sqlite3" "$1/data/" || exit 91
dd if=/dev/zero of="$1/data/photos" bs=1k 2>/dev/null
"$2" -m bot run --config "$1/config.yaml" --lang en
status=$?
rm "$1/data/photos"
cmp "$1/releve.sqlite3" "$1/data/releve.sqlite3" || exit 92
exit $status
"""


@pytest.mark.skipif(not may_mount(), reason="no small disk can be mounted here")
def test_on_a_disk_that_is_full_the_program_says_so_and_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    account = {"homeserver": "http://127.0.0.1:1", "user": "@releve:asso.example", "password": "x"}
    (tmp_path / "config.yaml").write_text(json.dumps({"matrix": account}))
    (tmp_path / "data").mkdir()
    migrate(tmp_path / "releve.sqlite3", folder("migrations"))

    command = ["unshare", "-rm", "sh", "-c", FULL, "sh", str(tmp_path), sys.executable]
    ended = subprocess.run(command, check=False, capture_output=True, text=True)

    assert ended.returncode == 4, ended.stderr
    assert "the disk is full" in ended.stderr or "the disk will not read or write" in ended.stderr
    assert "Traceback" not in ended.stderr
