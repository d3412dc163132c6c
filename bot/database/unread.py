"""Encrypted messages that could not be read yet, kept sealed until their key comes; a few days at most."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.conversation import EventId, RoomId
from bot.database.connection import Database, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """One of them. Times are in milliseconds since the epoch.

    `session` is whose key is missing, `event` the event as it came. `fresh`: it was new when it came, so that the room
    may be told. `withheld` is why the sender's client does not give the key, `asked_ms` when it was asked for it last,
    `told`: the room knows, or need not.
    """

    id: EventId
    room: RoomId
    session: str
    event: Mapping[str, Any]
    came_ms: int
    fresh: bool
    withheld: str | None = None
    asked_ms: int | None = None
    told: bool = False


async def kept(database: Database) -> list[Sealed]:
    """All of them, in the order in which they came."""
    rows = await database.fetch_all("SELECT * FROM unread ORDER BY came_at, event_id")
    return [
        Sealed(
            id=row["event_id"],
            room=row["room_id"],
            session=row["session_id"],
            event=json.loads(row["sealed"]),
            came_ms=row["came_at"],
            fresh=bool(row["fresh"]),
            withheld=row["withheld"],
            asked_ms=row["asked_at"],
            told=bool(row["told"]),
        )
        for row in rows
    ]


async def keep(tx: Transaction, messages: Iterable[Sealed]) -> None:
    """Keep these as they are now."""
    await tx.execute_many(
        "INSERT INTO unread (event_id, room_id, session_id, sealed, came_at, fresh, withheld, asked_at, told)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
        " withheld = excluded.withheld, asked_at = excluded.asked_at, told = excluded.told",
        [
            (
                message.id,
                message.room,
                message.session,
                json.dumps(message.event, ensure_ascii=False),
                message.came_ms,
                int(message.fresh),
                message.withheld,
                message.asked_ms,
                int(message.told),
            )
            for message in messages
        ],
    )


async def drop(tx: Transaction, events: Iterable[EventId]) -> None:
    """These can be read now, or are of no more use."""
    await tx.execute_many("DELETE FROM unread WHERE event_id = ?", [(event,) for event in events])
