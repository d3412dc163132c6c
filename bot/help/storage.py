"""The table `help_introduced`: owned here."""

from bot.conversation import RoomId
from bot.database import Transaction


async def introduce(tx: Transaction, room: RoomId) -> bool:
    """The examples are given in `room` now; False when they were given there before."""
    return bool(await tx.execute("INSERT OR IGNORE INTO help_introduced (room_id) VALUES (?)", (room,)))
