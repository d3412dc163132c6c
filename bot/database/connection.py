"""The SQLite file: how it is opened, and the only way to change it, one transaction at a time.

One connection writes, behind a lock, so a transaction of one part is never mixed with that of another;
a second one reads while the first is busy (WAL). `synchronous = NORMAL` is enough here: what a power
cut takes back is a whole transaction, its sync token included, and the homeserver hands its events over
again; a message sent twice has the same transaction id and is one message.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from sqlite3 import Row
from types import TracebackType
from typing import Any, Self

import aiosqlite

__all__ = ["Database", "Row", "Transaction"]

_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 5000",
    "PRAGMA synchronous = NORMAL",
    # What is deleted is overwritten: the names of voters are not to be read from the file afterwards.
    "PRAGMA secure_delete = ON",
)


class Transaction:
    """SQL within one open transaction. Nothing is kept unless the whole transaction ends well."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self._savepoints = 0

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """Run one statement; returns the number of rows that it changed."""
        async with self._connection.execute(sql, parameters) as cursor:
            return cursor.rowcount

    async def execute_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each of `rows`."""
        async with self._connection.executemany(sql, rows):
            pass

    async def insert(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """Run one INSERT; returns the rowid of the new row, or 0 when `OR IGNORE` left it out."""
        async with self._connection.execute(sql, parameters) as cursor:
            return cursor.lastrowid or 0 if cursor.rowcount > 0 else 0

    async def fetch_one(self, sql: str, parameters: Sequence[Any] = ()) -> Row | None:
        """The first row of a query, or None."""
        async with self._connection.execute(sql, parameters) as cursor:
            return await cursor.fetchone()

    async def fetch_all(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query."""
        async with self._connection.execute(sql, parameters) as cursor:
            return list(await cursor.fetchall())

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """A part that can fail without taking the rest with it: on an exception its changes are undone."""
        self._savepoints += 1
        name = f"part_{self._savepoints}"
        await self.execute(f"SAVEPOINT {name}")
        try:
            yield
        except BaseException:
            await self.execute(f"ROLLBACK TO {name}")
            raise
        finally:
            await self.execute(f"RELEASE {name}")


class Database:
    """The open file. Use `Database.open`, and `close` it at the end (or `async with`)."""

    def __init__(self, path: Path, writer: aiosqlite.Connection, reader: aiosqlite.Connection) -> None:
        self.path = path
        self._writer = writer
        self._reader = reader
        self._turn = asyncio.Lock()

    @classmethod
    async def open(cls, path: Path) -> Self:
        """Open (or create) the file at `path`; its schema must be up to date, see `schema.migrate`."""
        writer = await _connect(path)
        reader = await _connect(path)
        await reader.execute("PRAGMA query_only = ON")
        return cls(path, writer, reader)

    async def close(self) -> None:
        """Close both connections; SQLite folds the write-ahead log back into the file."""
        await self._reader.close()
        await self._writer.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """One transaction: committed when the block ends, undone when it raises."""
        async with self._turn:
            try:
                # Within the `try`: who is cancelled while it begins must not leave it open behind them.
                await self._writer.execute("BEGIN IMMEDIATE")
                yield Transaction(self._writer)
            except BaseException:
                await self._writer.rollback()
                raise
            else:
                await self._writer.commit()

    async def fold(self) -> None:
        """Fold the write-ahead log back into the file and empty it: what was deleted is then on the disk no more."""
        async with self._turn, self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)"):
            pass

    async def fetch_one(self, sql: str, parameters: Sequence[Any] = ()) -> Row | None:
        """The first row of a query on what is committed, or None."""
        async with self._reader.execute(sql, parameters) as cursor:
            return await cursor.fetchone()

    async def fetch_all(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query on what is committed."""
        async with self._reader.execute(sql, parameters) as cursor:
            return list(await cursor.fetchall())


async def _connect(path: Path) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(path, isolation_level=None)
    connection.row_factory = Row
    for setting in _SETTINGS:
        await connection.execute(setting)
    return connection
