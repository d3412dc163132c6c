"""All that is kept of an association, taken out or away, whatever skill keeps it.

Which tables those are is read from the schema: every table that refers to `association`, and every table with a
`room_id`, but for what the program itself needs to run: where the bot is, and what it still has to send. So a new
skill's tables are covered without being named here.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.conversation import RoomId, TransactionId
from bot.database import Database, Transaction, marks

_OF_THE_PROGRAM = frozenset({"room", "outbox", "association_room", "forget_request"})
# What is over within the hour, and votes under way and sealed messages, which name people and belong to them.
_NOT_TAKEN_OUT = frozenset({"link_offer", "vote", "removed_vote", "unread"})
# For a day whoever confirms too late is told so.
_TOLD_MS = 24 * 60 * 60 * 1000
_JSON = {"standing": "answers"}


async def everything(tx: Transaction, room: RoomId) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """All rows of the association of `room`, by table. Votes name people and are not among them."""
    number, rooms = await _whole(tx, room)
    found: dict[str, Sequence[Mapping[str, Any]]] = {
        "association": await _rows(tx, "association", "number", [number]),
        "association_room": await _rows(tx, "association_room", "association", [number]),
    }
    for table, column in await _tables(tx):
        if table not in _NOT_TAKEN_OUT:
            found[table] = await _rows(tx, table, column, [number] if column == "association" else list(rooms))
    for table in list(found):
        await _add_parts(tx, table, found)
    return {table: rows for table, rows in found.items() if rows}


async def forget(tx: Transaction, room: RoomId) -> Mapping[str, int]:
    """Delete all of it, in every room of the association; returns how many rows went, by table."""
    number, rooms = await _whole(tx, room)
    gone = {"association": int(number is not None), "association_room": len(rooms) if number is not None else 0}
    for table, column in await _tables(tx):
        values: list[Any] = [number] if column == "association" else list(rooms)
        gone[table] = await tx.execute(
            f"DELETE FROM {table} WHERE {column} IN ({marks(values)})",  # noqa: S608 — names from the schema
            values,
        )
    await tx.execute("DELETE FROM association WHERE number = ?", (number,))
    return {table: count for table, count in gone.items() if count}


async def ask_to_forget(tx: Transaction, room: RoomId, asker: str, question: TransactionId, until_ms: int) -> None:
    """`asker` (a digest) has asked to forget; `question` is the message that asks them to confirm before `until_ms`."""
    await tx.execute(
        "INSERT OR REPLACE INTO forget_request (room_id, asker, question, until) VALUES (?, ?, ?, ?)",
        (room, asker, question, until_ms),
    )


async def _whole(tx: Transaction, room: RoomId) -> tuple[int | None, tuple[RoomId, ...]]:
    row = await tx.fetch_one("SELECT association FROM association_room WHERE room_id = ?", (room,))
    if row is None:
        return None, (room,)
    rooms = await tx.fetch_all("SELECT room_id FROM association_room WHERE association = ?", (row["association"],))
    return row["association"], tuple(each["room_id"] for each in rooms)


async def _tables(tx: Transaction) -> list[tuple[str, str]]:
    """The tables that hold something of an association, with the column that says of which, or of which room."""
    found: list[tuple[str, str]] = []
    rows = await tx.fetch_all(
        "SELECT t.name AS name, c.name AS column FROM pragma_table_list AS t, pragma_table_info(t.name) AS c"
        " WHERE t.schema = 'main' AND t.type = 'table' AND c.name IN ('association', 'room_id')"
        # The number of the association goes before the room where a table has both.
        " ORDER BY t.name, c.name"
    )
    for row in rows:
        if row["name"] not in _OF_THE_PROGRAM and row["name"] not in {table for table, _ in found}:
            found.append((row["name"], row["column"]))
    return found


async def _add_parts(tx: Transaction, whole: str, found: dict[str, Sequence[Mapping[str, Any]]]) -> None:
    """Add the tables whose rows belong to rows of `whole` (the questions of a quiz), and theirs in turn."""
    parts = await tx.fetch_all(
        'SELECT t.name AS part, f."from" AS column, k.name AS key FROM pragma_table_list AS t,'
        ' pragma_foreign_key_list(t.name) AS f, pragma_table_info(f."table") AS k'
        " WHERE t.schema = 'main' AND f.\"table\" = ? AND k.pk = 1 ORDER BY t.name",
        (whole,),
    )
    for row in parts:
        if row["part"] not in found and row["part"] not in _NOT_TAKEN_OUT | _OF_THE_PROGRAM:
            keys = [each[row["key"]] for each in found[whole]]
            found[row["part"]] = await _rows(tx, row["part"], row["column"], keys)
            await _add_parts(tx, row["part"], found)


async def _rows(tx: Transaction, table: str, column: str, values: Sequence[Any]) -> Sequence[Mapping[str, Any]]:
    rows = await tx.fetch_all(
        f"SELECT * FROM {table} WHERE {column} IN ({marks(values)})",  # noqa: S608 — names from the schema
        values,
    )
    whole = [dict(row) for row in rows]
    if table in _JSON:
        return [row | {_JSON[table]: json.loads(row[_JSON[table]])} for row in whole]
    return whole


@dataclass(frozen=True, slots=True)
class ForgetRequest:
    """Somebody (`asker`, a digest) has asked to forget, and was asked back by the message `question`."""

    asker: str
    question: TransactionId
    until_ms: int


async def forget_request(source: Database | Transaction, room: RoomId) -> ForgetRequest | None:
    """The request that waits to be confirmed in `room`, or None."""
    row = await source.fetch_one("SELECT asker, question, until FROM forget_request WHERE room_id = ?", (room,))
    return ForgetRequest(row["asker"], row["question"], row["until"]) if row else None


async def drop_stale(tx: Transaction, now_ms: int) -> None:
    """Drop what nobody can confirm any more: requests and offers whose time is over."""
    await tx.execute("DELETE FROM forget_request WHERE until < ?", (now_ms - _TOLD_MS,))
    await tx.execute("DELETE FROM link_offer WHERE until < ?", (now_ms,))


async def drop_forget_request(tx: Transaction, room: RoomId) -> None:
    """Nothing is to be confirmed in `room` any more."""
    await tx.execute("DELETE FROM forget_request WHERE room_id = ?", (room,))
