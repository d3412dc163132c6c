"""Whole copies of a SQLite file, made while it is being written."""

import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.database.trouble import DatabaseUnusable, usable

_HEADER = b"SQLite format 3\x00"
_KEPT = 3
_OF_SCHEMA = re.compile(r"\.schema-(\d+)$")


def is_database(path: Path) -> bool:
    """Whether the file at `path` is a SQLite database. Raises OSError."""
    with path.open("rb") as file:
        return file.read(len(_HEADER)) == _HEADER


def copied(source: Path, target: Path) -> None:
    """Make `target` a copy of the database `source` as it is at one moment; only its owner may read it.

    `target` is there whole or not at all. Raises DatabaseUnusable (of either) or OSError.
    """
    fresh = target.with_name(f"{target.name}.new")
    fresh.unlink(missing_ok=True)
    os.close(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with usable(source), closing(sqlite3.connect(source)) as reading, closing(sqlite3.connect(fresh)) as writing:
            # One step: within one read transaction, so that the copy is of one moment.
            reading.backup(writing, pages=-1)
            # The copy stands alone: without a log beside it, one file is all that need be kept.
            writing.execute("PRAGMA journal_mode = DELETE")
        _on_disk(fresh)
        fresh.replace(target)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def checked(path: Path) -> int:
    """Read the whole database at `path`; returns its schema number. Raises DatabaseUnusable when it is damaged."""
    with usable(path), closing(sqlite3.connect(path)) as connection:
        found: str = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if found != "ok":
            raise DatabaseUnusable(path, "damaged", found)
        schema: int = connection.execute("PRAGMA user_version").fetchone()[0]
        return schema


def kept_before(path: Path, schema: int) -> Path:
    """Keep a copy of the database as it was at `schema`, beside it; of these copies the last three stay.

    Returns the copy. Raises what `copied` raises.
    """
    copy = path.with_name(f"{path.name}.schema-{schema}")
    copied(path, copy)
    for older in earlier(path)[:-_KEPT]:
        older.unlink()
    return copy


def earlier(path: Path) -> list[Path]:
    """The copies of the database at `path` that `kept_before` made, oldest schema first."""
    found = [
        (int(match[1]), copy)
        for copy in path.parent.glob(f"{path.name}.schema-*")
        if (match := _OF_SCHEMA.search(copy.name))
    ]
    return [copy for _, copy in sorted(found)]


def forget_before(path: Path, before_ms: int) -> int:
    """Drop the copies of the database at `path` that were made before `before_ms`; returns how many.

    What an association has had deleted must not stay in them for ever.
    """
    old = [copy for copy in earlier(path) if copy.stat().st_mtime * 1000 < before_ms]
    for copy in old:
        copy.unlink()
    return len(old)


def _on_disk(file: Path) -> None:
    with file.open("rb") as written:
        os.fsync(written.fileno())
