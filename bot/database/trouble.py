"""What SQLite's errors mean to whoever keeps the file. Codes: https://sqlite.org/rescode.html."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, TypeAlias

Trouble: TypeAlias = Literal["full", "failing", "read-only", "locked", "damaged", "closed"]
"""The disk is full or fails, the file may not be written, another process holds it, it is damaged, or it cannot
be opened."""

# The low byte of an extended code is the primary one.
_PRIMARY = 0xFF
_TROUBLES: dict[int, Trouble] = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_IOERR: "failing",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_PERM: "read-only",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_CANTOPEN: "closed",
}


class DatabaseUnusable(Exception):
    """The file at `path` cannot be worked with; `reason` is SQLite's own words. Nothing was left half written."""

    def __init__(self, path: Path, trouble: Trouble, reason: str) -> None:
        super().__init__(f"{path}: {trouble}: {reason}")
        self.path, self.trouble, self.reason = path, trouble, reason


def trouble_of(error: BaseException) -> Trouble | None:
    """What `error` says of the file or its disk; None when it is a mistake in the SQL, or none of SQLite's."""
    if not isinstance(error, sqlite3.Error):
        return None
    # Python's own errors (a closed connection, say) have no code.
    code: int = getattr(error, "sqlite_errorcode", 0)
    return _TROUBLES.get(code & _PRIMARY)


@contextmanager
def usable(path: Path) -> Iterator[None]:
    """What SQLite says of the file at `path` or its disk while the block runs is raised as DatabaseUnusable."""
    try:
        yield
    except sqlite3.Error as error:
        trouble = trouble_of(error)
        if trouble is None:
            raise
        raise DatabaseUnusable(path, trouble, str(error)) from error
