"""The rooms that the bot is in, or was."""

from collections.abc import Iterable

from bot.conversation import Room, RoomId
from bot.database.connection import Database, Transaction


async def entered(tx: Transaction, room: RoomId, direct: bool, now_ms: int) -> bool:
    """The bot joined `room`; True when it has never greeted there (and now may, once)."""
    await tx.execute(
        "INSERT INTO room (room_id, direct, joined_at) VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET left_at = NULL, joined_at = excluded.joined_at,"
        " direct = max(direct, excluded.direct)",
        (room, int(direct), now_ms),
    )
    return bool(await tx.execute("UPDATE room SET greeted = 1 WHERE room_id = ? AND greeted = 0", (room,)))


async def left(tx: Transaction, room: RoomId, now_ms: int) -> None:
    """The bot is no longer in `room`."""
    await tx.execute("UPDATE room SET left_at = ? WHERE room_id = ?", (now_ms, room))


async def count(database: Database) -> int:
    """How many rooms the bot is in."""
    row = await database.fetch_one("SELECT count(*) AS rooms FROM room WHERE left_at IS NULL")
    return row["rooms"] if row else 0


async def joined(database: Database) -> list[Room]:
    """What is known of every room that the bot is in."""
    rows = await database.fetch_all("SELECT room_id, direct, encrypted, public, space FROM room WHERE left_at IS NULL")
    return [
        Room(
            id=row["room_id"],
            direct=bool(row["direct"]),
            encrypted=bool(row["encrypted"]),
            public=bool(row["public"]),
            space=bool(row["space"]),
        )
        for row in rows
    ]


async def observed(tx: Transaction, rooms: Iterable[Room]) -> None:
    """Keep what the homeserver says of these rooms: whether each is encrypted, whether anyone can join, whether it
    is a space.
    """
    await tx.execute_many(
        "UPDATE room SET encrypted = ?, public = ?, space = ? WHERE room_id = ?",
        [(int(room.encrypted), int(room.public), int(room.space), room.id) for room in rooms],
    )


async def expected(tx: Transaction, new: RoomId, old: RoomId, now_ms: int) -> None:
    """`new` takes the place of `old`, and the bot is on its way there: who was greeted there is not greeted again."""
    await tx.execute(
        "INSERT INTO room (room_id, direct, greeted, joined_at, left_at)"
        " SELECT ?, direct, greeted, ?, ? FROM room WHERE room_id = ?"
        " ON CONFLICT DO UPDATE SET greeted = max(greeted, excluded.greeted)",
        (new, now_ms, now_ms, old),
    )


async def moved(tx: Transaction, old: RoomId, new: RoomId) -> None:
    """`new` has taken the place of `old`: every row of every table that is about `old` is about `new` now.

    A room is named by a column called `room_id`, whatever the table; where `new` has a row of its own that
    leaves no place, the one of `old` replaces it. What waits to be sent goes to `new`; what could not be read
    stays with `old`, since keys are of one room only.
    """
    tables = await tx.fetch_all(
        "SELECT t.name AS name FROM pragma_table_list AS t, pragma_table_info(t.name) AS c"
        " WHERE t.schema = 'main' AND t.type = 'table' AND c.name = 'room_id'"
        " AND t.name NOT IN ('room', 'unread')"
    )
    for table in tables:
        await tx.execute(
            f"UPDATE OR REPLACE {table['name']} SET room_id = ? WHERE room_id = ?",  # noqa: S608 — names from the schema
            (new, old),
        )
    await tx.execute(
        "UPDATE outbox SET payload = json_set(payload, '$.room', ?) WHERE room_id = ? AND payload IS NOT NULL",
        (new, new),
    )
