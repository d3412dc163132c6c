"""The inbox: which events have been handled, and how far the homeserver has been listened to.

An event is claimed in the transaction that does its work, so it is handled once however often it comes.
"""

from bot.conversation import EventId
from bot.database.connection import Database, Transaction


async def claim(tx: Transaction, event: EventId, now_ms: int) -> bool:
    """Take `event` for handling in this transaction; False when it has been handled before."""
    return bool(await tx.execute("INSERT OR IGNORE INTO inbox (event_id, handled_at) VALUES (?, ?)", (event, now_ms)))


async def handled(database: Database, event: EventId) -> bool:
    """Whether `event` has been handled."""
    return await database.fetch_one("SELECT 1 FROM inbox WHERE event_id = ?", (event,)) is not None


async def forget_before(tx: Transaction, before_ms: int, at_most: int) -> int:
    """Drop the ids of `at_most` events handled before `before_ms`; returns how many."""
    return await tx.execute(
        "DELETE FROM inbox WHERE event_id IN (SELECT event_id FROM inbox WHERE handled_at < ? LIMIT ?)",
        (before_ms, at_most),
    )


async def sync_token(database: Database) -> str | None:
    """The token to continue from, or None before the first sync."""
    row = await database.fetch_one("SELECT token FROM sync_position")
    return row["token"] if row else None


async def move_to(tx: Transaction, token: str) -> None:
    """Remember `token` as the place to continue from."""
    await tx.execute(
        "INSERT INTO sync_position VALUES (1, ?) ON CONFLICT DO UPDATE SET token = excluded.token", (token,)
    )
