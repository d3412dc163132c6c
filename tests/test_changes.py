"""The command line and the moderators' part of a database that a bot may have open."""

import asyncio
from pathlib import Path

from bot import changes
from bot.catalog.check import Finding
from bot.database import Database
from bot.moderation import storage

DEAD = Finding("hosts", "framasoft", ("url",), "mistake.dead-link", {"url": "https://framasoft.org", "reason": "404"})


async def test_dead_links_are_kept_for_the_digest_and_replace_those_of_the_last_time(database: Database) -> None:
    await asyncio.to_thread(changes.note_dead_links, database.path, [DEAD, DEAD])
    assert await storage.dead_links(database) == [("hosts", "framasoft", "https://framasoft.org", "404")]

    await asyncio.to_thread(changes.note_dead_links, database.path, [])
    assert await storage.dead_links(database) == []


def test_where_there_is_no_database_there_is_nothing_to_keep(tmp_path: Path) -> None:
    changes.note_dead_links(tmp_path / "none.sqlite3", [DEAD])
    assert list(tmp_path.iterdir()) == []
