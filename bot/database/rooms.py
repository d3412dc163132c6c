"""The rooms that the bot is in, or was."""

from collections.abc import Iterable

from bot.conversation import Room, RoomId
from bot.database.connection import Database, Transaction


async def entered(tx: Transaction, room: RoomId, direct: bool, now_ms: int) -> bool:
    """The bot joined `room`; True when it has never greeted there (and now may, once)."""
    await tx.execute(
        "INSERT INTO room (room_id, direct, joined_at) VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET left_at = NULL, joined_at = excluded.joined_at, direct = excluded.direct",
        (room, int(direct), now_ms),
    )
    return bool(await tx.execute("UPDATE room SET greeted = 1 WHERE room_id = ? AND greeted = 0", (room,)))


async def left(tx: Transaction, room: RoomId, now_ms: int) -> None:
    """The bot is no longer in `room`."""
    await tx.execute("UPDATE room SET left_at = ? WHERE room_id = ?", (now_ms, room))


async def direct_rooms(database: Database) -> frozenset[RoomId]:
    """The rooms that are a private conversation with one person."""
    rows = await database.fetch_all("SELECT room_id FROM room WHERE direct = 1 AND left_at IS NULL")
    return frozenset(row["room_id"] for row in rows)


async def count(database: Database) -> int:
    """How many rooms the bot is in."""
    row = await database.fetch_one("SELECT count(*) AS rooms FROM room WHERE left_at IS NULL")
    return row["rooms"] if row else 0


async def joined(database: Database) -> list[Room]:
    """What is known of every room that the bot is in."""
    rows = await database.fetch_all("SELECT room_id, direct, encrypted, public FROM room WHERE left_at IS NULL")
    return [
        Room(
            id=row["room_id"],
            direct=bool(row["direct"]),
            encrypted=bool(row["encrypted"]),
            public=bool(row["public"]),
        )
        for row in rows
    ]


async def observed(tx: Transaction, rooms: Iterable[Room]) -> None:
    """Keep what the homeserver says of these rooms: whether each is encrypted and whether anyone can join."""
    await tx.execute_many(
        "UPDATE room SET encrypted = ?, public = ? WHERE room_id = ?",
        [(int(room.encrypted), int(room.public), room.id) for room in rooms],
    )
