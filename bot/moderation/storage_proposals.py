"""The tables `proposal` (what people propose) and `moderation_card` (what a message of the bot asks the moderators)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.conversation import EventId, Language, RoomId, TransactionId, UserId
from bot.database import Database, Row, Transaction


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody proposed; the room and the event that it came in are those that hear the outcome."""

    number: int
    room: RoomId | None
    event: EventId | None
    language: Language
    words: str
    state: str = "waiting"


@dataclass(frozen=True, slots=True)
class Card:
    """A message of the bot that waits for a gesture; `draft` is what it is about, as plain data."""

    message: TransactionId
    author: UserId
    draft: Mapping[str, Any]
    proposal: int | None
    made_at: int


async def propose(
    tx: Transaction, room: RoomId | None, event: EventId | None, language: Language, words: str, now_ms: int
) -> int:
    """Keep a proposal; returns its number."""
    return await tx.insert(
        "INSERT INTO proposal (room_id, event_id, language, words, made_at) VALUES (?, ?, ?, ?, ?)",
        (room, event, language, words, now_ms),
    )


async def proposal(source: Database | Transaction, number: int) -> Proposal | None:
    """The proposal `number`, or None."""
    row = await source.fetch_one("SELECT * FROM proposal WHERE number = ?", (number,))
    return _proposal(row) if row else None


async def waiting(source: Database | Transaction, limit: int = 20) -> list[Proposal]:
    """The proposals that wait, oldest first."""
    rows = await source.fetch_all("SELECT * FROM proposal WHERE state = 'waiting' ORDER BY number LIMIT ?", (limit,))
    return [_proposal(row) for row in rows]


async def count_waiting(source: Database | Transaction) -> int:
    """How many proposals wait."""
    row = await source.fetch_one("SELECT count(*) AS found FROM proposal WHERE state = 'waiting'")
    return int(row["found"]) if row else 0


async def count_from(source: Database | Transaction, room: RoomId, since_ms: int) -> int:
    """How many proposals came from `room` since then."""
    row = await source.fetch_one(
        "SELECT count(*) AS found FROM proposal WHERE room_id = ? AND made_at >= ?", (room, since_ms)
    )
    return int(row["found"]) if row else 0


async def decide(tx: Transaction, number: int, state: str) -> bool:
    """The proposal is "accepted" or "refused"; False when that was decided before. Its words go."""
    done = await tx.execute(
        "UPDATE proposal SET state = ?, words = NULL WHERE number = ? AND state = 'waiting'", (state, number)
    )
    await tx.execute("DELETE FROM moderation_card WHERE proposal = ?", (number,))
    return bool(done)


def _proposal(row: Row) -> Proposal:
    return Proposal(row["number"], row["room_id"], row["event_id"], row["language"], row["words"] or "", row["state"])


async def keep_card(tx: Transaction, card: Card) -> None:
    """Remember what the message of `card` asks."""
    await tx.execute(
        "INSERT OR REPLACE INTO moderation_card (message, author, draft, proposal, made_at) VALUES (?, ?, ?, ?, ?)",
        (card.message, card.author, json.dumps(card.draft, ensure_ascii=False), card.proposal, card.made_at),
    )


async def card(source: Database | Transaction, message: TransactionId) -> Card | None:
    """What the message `message` asks, or None when it asks nothing (any more)."""
    return _card(await source.fetch_one("SELECT * FROM moderation_card WHERE message = ?", (message,)))


async def card_of(source: Database | Transaction, proposal: int) -> Card | None:
    """The card of a proposal."""
    return _card(await source.fetch_one("SELECT * FROM moderation_card WHERE proposal = ?", (proposal,)))


async def drop_card(tx: Transaction, message: TransactionId) -> None:
    """The message asks nothing any more."""
    await tx.execute("DELETE FROM moderation_card WHERE message = ?", (message,))


def _card(row: Row | None) -> Card | None:
    if row is None:
        return None
    return Card(row["message"], row["author"], json.loads(row["draft"]), row["proposal"], row["made_at"])
