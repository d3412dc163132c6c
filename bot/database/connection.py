"""The SQLite file: how it is opened, and the only way to change it, one transaction at a time.

One connection writes, behind a lock, so a transaction of one part is never mixed with that of another;
a second one reads while the first is busy (WAL). `synchronous = NORMAL` is enough here: what a power
cut takes back is a whole transaction, its sync token included, and the homeserver hands its events over
again; a message sent twice has the same transaction id and is one message.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from sqlite3 import Row
from types import TracebackType
from typing import Any, Self

import aiosqlite

from bot import metrics

__all__ = ["Database", "Row", "Transaction", "marks"]

_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 5000",
    "PRAGMA synchronous = NORMAL",
    # What is deleted is overwritten: the names of voters are not to be read from the file afterwards.
    "PRAGMA secure_delete = ON",
)


def marks(values: Sequence[Any]) -> str:
    """As many question marks as there are `values`, for an `IN (…)`."""
    return ", ".join("?" * len(values))


class Transaction:
    """SQL within one open transaction. Nothing is kept unless the whole transaction ends well."""

    def __init__(self, connection: aiosqlite.Connection, cursor: aiosqlite.Cursor) -> None:
        # Each step on the connection is a trip to its thread and back, which costs more than most statements:
        # with one cursor for all of them, a statement is one trip.
        self._connection = connection
        self._cursor = cursor
        self._savepoints = 0
        self._restores: list[Callable[[], None]] = []
        self._followers: list[Callable[[], None]] = []

    def if_kept(self, follow: Callable[[], None]) -> None:
        """Call `follow` once what was done so far is committed; never, when it is undone: for what is counted."""
        self._followers.append(follow)

    def kept(self) -> None:
        """The whole transaction is committed."""
        for follow in self._followers:
            follow()

    def if_undone(self, restore: Callable[[], None]) -> None:
        """Call `restore` when what was done so far in this transaction is undone, so that memory follows the file."""
        self._restores.append(restore)

    def undone(self, since: int = 0) -> None:
        """What was done after the first `since` calls of `if_undone` is undone; the latest is restored first."""
        while len(self._restores) > since:
            self._restores.pop()()

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """Run one statement; returns the number of rows that it changed."""
        await self._cursor.execute(sql, parameters)
        return self._cursor.rowcount

    async def execute_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each of `rows`."""
        await self._cursor.executemany(sql, rows)

    async def insert(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """Run one INSERT; returns the rowid of the new row, or 0 when `OR IGNORE` left it out."""
        await self._cursor.execute(sql, parameters)
        return self._cursor.lastrowid or 0 if self._cursor.rowcount > 0 else 0

    async def fetch_one(self, sql: str, parameters: Sequence[Any] = ()) -> Row | None:
        """The first row of a query, or None."""
        rows = await self.fetch_all(sql, parameters)
        return rows[0] if rows else None

    async def fetch_all(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query."""
        return list(await self._connection.execute_fetchall(sql, parameters))

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """A part that can fail without taking the rest with it: on an exception its changes are undone."""
        self._savepoints += 1
        name = f"part_{self._savepoints}"
        since, followers = len(self._restores), len(self._followers)
        await self.execute(f"SAVEPOINT {name}")
        try:
            yield
        except BaseException:
            await self.execute(f"ROLLBACK TO {name}")
            self.undone(since)
            del self._followers[followers:]
            raise
        finally:
            await self.execute(f"RELEASE {name}")


class Database:
    """The open file. Use `Database.open`, and `close` it at the end (or `async with`)."""

    def __init__(
        self, path: Path, writer: aiosqlite.Connection, cursor: aiosqlite.Cursor, reader: aiosqlite.Connection
    ) -> None:
        self.path = path
        self._writer = writer
        self._cursor = cursor
        self._reader = reader
        self._turn = asyncio.Lock()
        self._closed = False

    @classmethod
    async def open(cls, path: Path) -> Self:
        """Open (or create) the file at `path`; its schema must be up to date, see `schema.migrate`."""
        writer = await _connect(path)
        reader = await _connect(path)
        await reader.execute("PRAGMA query_only = ON")
        return cls(path, writer, await writer.cursor(), reader)

    async def close(self) -> None:
        """Close both connections, once; SQLite folds the write-ahead log back into the file."""
        if self._closed:
            return
        self._closed = True
        await self._reader.close()
        # After `execute_many` a cursor holds its statement, and SQLite would leave the log for later.
        await self._cursor.close()
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
            tx = Transaction(self._writer, self._cursor)
            began = time.perf_counter()
            try:
                # Within the `try`: who is cancelled while it begins must not leave it open behind them.
                await self._cursor.execute("BEGIN IMMEDIATE")
                yield tx
            except BaseException:
                await self._writer.rollback()
                tx.undone()
                raise
            try:
                await self._writer.commit()
            except Exception:
                await self._writer.rollback()
                tx.undone()
                raise
            metrics.DATABASE.add(time.perf_counter() - began)
            tx.kept()

    async def fold(self) -> None:
        """Fold the write-ahead log back into the file and empty it: what was deleted is then on the disk no more."""
        async with self._turn, self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)"):
            pass

    async def fetch_one(self, sql: str, parameters: Sequence[Any] = ()) -> Row | None:
        """The first row of a query on what is committed, or None."""
        rows = await self.fetch_all(sql, parameters)
        return rows[0] if rows else None

    async def fetch_all(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query on what is committed."""
        return list(await self._reader.execute_fetchall(sql, parameters))


async def _connect(path: Path) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(path, isolation_level=None)
    connection.row_factory = Row
    for setting in _SETTINGS:
        await connection.execute(setting)
    return connection
