"""The rooms that the bot is in, or was."""

from bot.conversation import RoomId
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
