"""A look at the database from another process, while the bot runs or not: nothing is changed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from bot.database.copy import checked
from bot.database.schema import known_schema
from bot.database.trouble import DatabaseUnusable
from bot.diagnosis import Diagnosis, State

_DAY_MS = 24 * 60 * 60 * 1000
_STUCK_MS = 60 * 60 * 1000
_MINUTE_MS = 60 * 1000


def examined(path: Path, migrations: Path, encryption: bool, now_ms: int) -> list[Diagnosis]:
    """How the database at `path` is, and what a running bot has written there that its host should know.

    `encryption`: the bot reads and writes encrypted rooms.
    """
    if not path.exists():
        return [Diagnosis("database", "none", State.CARE, {"file": str(path)})]
    known = known_schema(migrations)
    try:
        found = checked(path)
    except DatabaseUnusable as error:
        values: dict[str, str | int] = {"file": str(path), "reason": error.reason}
        return [Diagnosis("database", "locked" if error.trouble == "locked" else "damaged", State.WRONG, values)]
    if found > known:
        return [Diagnosis("database", "newer", State.WRONG, {"found": found, "known": known})]
    if found < known:
        return [Diagnosis("database", "older", State.CARE, {"found": found, "known": known})]
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as reading:
        reading.row_factory = sqlite3.Row
        return [Diagnosis("database", "well", values={"schema": found}), *_written(reading, encryption, now_ms)]


def _written(reading: sqlite3.Connection, encryption: bool, now_ms: int) -> Iterator[Diagnosis]:
    def number(sql: str, *values: int) -> int:
        return int(reading.execute(sql, values).fetchone()[0] or 0)

    rooms = number("SELECT count(*) FROM room WHERE left_at IS NULL")
    sealed = number("SELECT count(*) FROM room WHERE left_at IS NULL AND encrypted = 1")
    if sealed and not encryption:
        yield Diagnosis("rooms", "sealed", State.WRONG, {"count": sealed})
    else:
        yield Diagnosis("rooms", "well", values={"count": rooms, "sealed": sealed})
    waiting = number("SELECT count(*) FROM outbox WHERE payload IS NOT NULL")
    stuck = number(
        "SELECT count(*) FROM outbox WHERE payload IS NOT NULL AND lane = 'conversation' AND posted_at < ?",
        now_ms - _STUCK_MS,
    )
    yield (
        Diagnosis("outbox", "stuck", State.CARE, {"count": stuck})
        if stuck
        else Diagnosis("outbox", "well", values={"count": waiting})
    )
    unread = number("SELECT count(*) FROM unread WHERE came_at > ?", now_ms - _DAY_MS)
    withheld = number("SELECT count(*) FROM unread WHERE came_at > ? AND withheld IS NOT NULL", now_ms - _DAY_MS)
    yield _unread(unread, withheld)
    limited = reading.execute("SELECT * FROM observation WHERE name = 'rate-limited'").fetchone()
    if limited is None or limited["seen_at"] < now_ms - _DAY_MS:
        yield Diagnosis("limits", "well")
    else:
        minutes = max(0, now_ms - limited["seen_at"]) // _MINUTE_MS
        values = {"count": limited["count"], "minutes": minutes, "wait": limited["detail"]}
        yield Diagnosis("limits", "met", State.CARE, values)


def _unread(unread: int, withheld: int) -> Diagnosis:
    if withheld:
        return Diagnosis("unread", "withheld", State.CARE, {"count": unread, "withheld": withheld})
    return Diagnosis("unread", "some", State.CARE, {"count": unread}) if unread else Diagnosis("unread", "well")
