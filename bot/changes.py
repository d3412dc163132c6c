"""What the command line does with the moderators' part of the database, which a running bot may have open."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from bot.catalog import Catalogue
from bot.catalog.check import Finding
from bot.clock import SystemClock
from bot.database import Database
from bot.moderation import storage, takeout


def exported(path: Path, shipped: Catalogue, into: Path) -> dict[Path, str | None]:
    """Write what moderators changed in `shipped` as files of `catalog/` into `into`; returns them, None to remove."""

    async def changed(database: Database) -> None:
        files.update(await takeout.changed(database, shipped, SystemClock().now().date()))

    files: dict[Path, str | None] = {}
    _with(path, changed)
    takeout.write(files, into)
    return files


def note_dead_links(path: Path, findings: Sequence[Finding]) -> None:
    """Let the moderators' digest know which addresses do not answer."""

    async def note(database: Database) -> None:
        async with database.transaction() as tx:
            links = [(each.kind, each.entry, str(each.values["url"]), str(each.values["reason"])) for each in findings]
            await storage.note_dead_links(tx, links)

    _with(path, note)


def _with(path: Path, work: Callable[[Database], Awaitable[None]]) -> None:
    """Do `work` with the database at `path`, if there is one."""

    async def opened() -> None:
        async with await Database.open(path) as database:
            await work(database)

    if path.exists():
        asyncio.run(opened())
