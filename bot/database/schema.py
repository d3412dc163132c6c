"""Schema migrations: `migrations/NNNN_name.sql`, forward only, in order, each in one transaction."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bot.database.copy import checked, kept_before
from bot.database.trouble import trouble_of, usable

# How long another process may hold the file before it counts as locked.
_PATIENCE_S = 5.0
_FILE_NAME = re.compile(r"^(\d{4})_([a-z0-9_]+)\.sql$")


class DatabaseTooNew(Exception):
    """The file was written by a later version of the program; `found` and `known` are schema numbers."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(f"{path}: schema {found}, this program knows {known}")
        self.path, self.found, self.known = path, found, known


class MigrationFailed(Exception):
    """A migration could not be applied; the file is as it was before it."""

    def __init__(self, path: Path, migration: str, reason: str) -> None:
        super().__init__(f"{path}: {migration}: {reason}")
        self.path, self.migration, self.reason = path, migration, reason


@dataclass(frozen=True, slots=True)
class _Migration:
    number: int
    path: Path


def migrate(path: Path, folder: Path) -> list[str]:
    """Bring the database at `path` up to date with the files in `folder`, creating it where there is none.

    A database that has something to lose is copied first, see `copy.kept_before`. Returns the names of the
    files that were applied, in order. Raises DatabaseTooNew and leaves the file alone when it is ahead of the
    program; MigrationFailed when one file fails, after undoing that one; DatabaseUnusable when the file is
    damaged or cannot be written, before anything is changed.
    """
    known = _migrations(folder)
    found = checked(path)
    if found > len(known):
        raise DatabaseTooNew(path, found, len(known))
    wanted = known[found:]
    if found and wanted:
        kept_before(path, found)
    with usable(path), closing(_connected(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        # Written even when nothing is new: what cannot be written must be known before the first question.
        connection.execute(f"PRAGMA user_version = {found}")
        for migration in wanted:
            _apply(connection, migration, path)
    return [migration.path.name for migration in wanted]


def known_schema(folder: Path) -> int:
    """The number of the newest migration in `folder`."""
    return len(_migrations(folder))


def _migrations(folder: Path) -> list[_Migration]:
    found = [
        _Migration(int(match[1]), path)
        for path in sorted(folder.glob("*.sql"))
        if (match := _FILE_NAME.match(path.name))
    ]
    if not found or [migration.number for migration in found] != list(range(1, len(found) + 1)):
        raise ValueError(f"{folder}: migrations must be numbered 0001, 0002, … without a gap")
    return found


def _connected(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=_PATIENCE_S, isolation_level=None)


def _apply(connection: sqlite3.Connection, migration: _Migration, path: Path) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in _statements(migration.path.read_text(encoding="utf-8")):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {migration.number}")
    except sqlite3.Error as error:
        # A full disk makes SQLite undo the transaction by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if trouble_of(error) is not None:
            raise
        raise MigrationFailed(path, migration.path.name, str(error)) from error
    connection.execute("COMMIT")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script; `executescript` would commit between them."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement
