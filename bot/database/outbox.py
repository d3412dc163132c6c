"""The outbox: what is to be sent, written in the transaction of its cause; and what became of it.

A row's number is the order of decision; its transaction id names it for ever. The payload (the text)
is dropped once the message is sent, so the bot keeps no copy of what it said.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import fields as fields_of
from typing import Any

from bot.conversation import (
    ClosePoll,
    Effect,
    EventId,
    Lane,
    OpenPoll,
    Publish,
    React,
    Recount,
    Revise,
    RoomId,
    Say,
    Show,
    Text,
    TransactionId,
    Withdraw,
)
from bot.database.connection import Database, Transaction

_KINDS: dict[str, type[Effect]] = {
    "say": Say,
    "revise": Revise,
    "withdraw": Withdraw,
    "react": React,
    "open-poll": OpenPoll,
    "close-poll": ClosePoll,
    "recount": Recount,
    "show": Show,
    "publish": Publish,
}
_KIND_OF = {kind: name for name, kind in _KINDS.items()}
_FIELDS = {kind: tuple(field.name for field in fields_of(kind)) for kind in _KIND_OF}
_POST = (
    "INSERT OR IGNORE INTO outbox (transaction_id, room_id, lane, kind, payload, target, posted_at)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True)
class Posted:
    """A message that waits: its place in the order, its room and lane, and what it says."""

    number: int
    transaction: TransactionId
    effect: Effect

    @property
    def room(self) -> RoomId:
        return self.effect.room

    @property
    def lane(self) -> Lane:
        return self.effect.lane


async def post(tx: Transaction, effect: Effect, now_ms: int) -> Posted | None:
    """Put `effect` in the outbox; None when the same message (same cause and part) is already there."""
    number = await tx.insert(_POST, _row(effect, now_ms))
    return Posted(number, effect.transaction, effect) if number else None


async def post_all(tx: Transaction, effects: Sequence[Effect], now_ms: int) -> list[Posted]:
    """Put `effects` in the outbox, in order; those that are there already are left out.

    Three trips to the database however many there are: a wave has thousands.
    """
    last = await tx.fetch_one("SELECT MAX(number) AS number FROM outbox")
    await tx.execute_many(_POST, [_row(effect, now_ms) for effect in effects])
    rows = await tx.fetch_all(
        "SELECT number, transaction_id FROM outbox WHERE number > ? ORDER BY number",
        ((last["number"] if last else None) or 0,),
    )
    by_transaction = {effect.transaction: effect for effect in reversed(effects)}
    return [Posted(row["number"], row["transaction_id"], by_transaction[row["transaction_id"]]) for row in rows]


def _row(effect: Effect, now_ms: int) -> tuple[object, ...]:
    """The values of `_POST`."""
    return (
        effect.transaction,
        effect.room,
        effect.lane.value,
        _KIND_OF[type(effect)],
        _written(effect),
        effect.target if isinstance(effect, Revise | Withdraw | ClosePoll | Recount) else None,
        now_ms,
    )


@dataclass(frozen=True, slots=True)
class Depth:
    """How many messages wait, and when the oldest of them was posted (milliseconds since the epoch; 0: none)."""

    messages: int
    oldest_ms: int


async def depths(database: Database) -> dict[Lane, Depth]:
    """What waits to be sent, by lane; every lane is there."""
    rows = await database.fetch_all(
        "SELECT lane, count(*) AS messages, min(posted_at) AS oldest FROM outbox"
        " WHERE payload IS NOT NULL GROUP BY lane"
    )
    return dict.fromkeys(Lane, Depth(0, 0)) | {Lane(row["lane"]): Depth(row["messages"], row["oldest"]) for row in rows}


async def waiting(database: Database) -> list[Posted]:
    """Everything that is still to be sent, in order."""
    rows = await database.fetch_all(
        "SELECT number, transaction_id, kind, payload FROM outbox WHERE payload IS NOT NULL ORDER BY number"
    )
    return [
        Posted(row["number"], row["transaction_id"], _effect(row["kind"], json.loads(row["payload"]))) for row in rows
    ]


def _written(effect: Effect) -> str:
    named = {name: getattr(effect, name) for name in _FIELDS[type(effect)]}
    return json.dumps(named, ensure_ascii=False, default=_as_json)


def _as_json(value: Text | bytes) -> object:
    return {"body": value.body, "html": value.html} if isinstance(value, Text) else b64encode(value).decode("ascii")


def _effect(kind: str, fields: dict[str, Any]) -> Effect:
    fields["lane"] = Lane(fields["lane"])
    if isinstance(fields.get("text"), dict):
        fields["text"] = Text(**fields["text"])
    if "content" in fields:
        fields["content"] = b64decode(fields["content"])
    if "answers" in fields:
        fields["answers"] = tuple((identity, text) for identity, text in fields["answers"])
    return _KINDS[kind](**fields)


async def note_sent(tx: Transaction, transaction: TransactionId, event: EventId, now_ms: int) -> None:
    """The homeserver took the message and called it `event`."""
    await note_all_sent(tx, {transaction: event}, now_ms)


async def note_all_sent(tx: Transaction, events: Mapping[TransactionId, EventId], now_ms: int) -> None:
    """The same for many messages at once: what the homeserver called each of them."""
    await _settle(tx, {transaction: (event, None) for transaction, event in events.items()}, now_ms)


async def note_refused(tx: Transaction, transaction: TransactionId, reason: str, now_ms: int) -> None:
    """The homeserver will never take the message (`reason`: its errcode); it is given up."""
    await _settle(tx, {transaction: (None, reason)}, now_ms)


async def _settle(
    tx: Transaction, outcomes: Mapping[TransactionId, tuple[EventId | None, str | None]], now_ms: int
) -> None:
    """Drop the payload of messages, and note the event of each, or why it was refused.

    The row is taken out and put back: one that only shrinks keeps its place, and each answer of the last three months
    would hold a page of the file (3.5 KB for 0.2, measured).
    """
    kept = "number, transaction_id, room_id, lane, kind, target, posted_at"
    rows = await tx.fetch_all(
        f"DELETE FROM outbox WHERE transaction_id IN (SELECT value FROM json_each(?)) RETURNING {kept}",  # noqa: S608
        (json.dumps(list(outcomes)),),
    )
    await tx.execute_many(
        f"INSERT INTO outbox ({kept}, sent_at, event_id, refused) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        [(*row, now_ms, *outcomes[row["transaction_id"]]) for row in rows],
    )


async def give_up_before(tx: Transaction, room: RoomId, before_ms: int, reason: str, now_ms: int) -> int:
    """Give up what was posted for `room` before `before_ms` and still waits; returns how many messages."""
    return await tx.execute(
        "UPDATE outbox SET payload = NULL, sent_at = ?, refused = ?"
        " WHERE room_id = ? AND payload IS NOT NULL AND posted_at < ?",
        (now_ms, reason, room, before_ms),
    )


async def event_of(source: Database | Transaction, transaction: TransactionId) -> EventId | None:
    """The event id of a sent message, or None while it waits or when it was refused."""
    row = await source.fetch_one("SELECT event_id FROM outbox WHERE transaction_id = ?", (transaction,))
    return row["event_id"] if row else None


async def message_of(source: Database | Transaction, event: EventId) -> TransactionId | None:
    """The transaction id of the bot's own message `event`, or None when it is not the bot's."""
    row = await source.fetch_one("SELECT transaction_id FROM outbox WHERE event_id = ?", (event,))
    return row["transaction_id"] if row else None


async def forget_before(tx: Transaction, before_ms: int, at_most: int) -> int:
    """Drop `at_most` rows of what was sent before `before_ms`; returns how many."""
    return await tx.execute(
        "DELETE FROM outbox WHERE number IN (SELECT number FROM outbox WHERE sent_at < ? LIMIT ?)",
        (before_ms, at_most),
    )
