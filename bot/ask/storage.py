"""The tables `ask_answer` (what was answered, ids only) and `ask_unknown` (names that nobody knew)."""

import json
from dataclasses import dataclass

from bot.ask.understanding import Topic
from bot.catalog.fold import words
from bot.catalog.names import Entry, Ref
from bot.conversation import EventId, RoomId, TransactionId
from bot.database import Database, Row, Transaction


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer that was given: to which question, in which message, about what.

    `addressed`: the question was put to the bot; `follows`: the question whose answer it goes on from.
    """

    question: EventId
    transaction: TransactionId
    topic: Topic
    addressed: bool = False
    follows: EventId | None = None


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that people ask about and that is not in the catalogue; `last_asked` in milliseconds."""

    name: str
    shown: str
    count: int
    last_asked: int


async def note_answer(tx: Transaction, room: RoomId, answered: Answered, now_ms: int) -> None:
    """Remember what was answered; a question that was edited has its latest answer."""
    await tx.execute(
        "INSERT INTO ask_answer (question, room_id, transaction_id, addressed, follows, topic, answered_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (question) DO UPDATE SET topic = excluded.topic",
        (
            answered.question,
            room,
            answered.transaction,
            int(answered.addressed),
            answered.follows,
            _to_json(answered.topic),
            now_ms,
        ),
    )


async def answer_to(tx: Transaction, question: EventId) -> Answered | None:
    """The answer that the message `question` got, or None."""
    return _answered(await tx.fetch_one("SELECT * FROM ask_answer WHERE question = ?", (question,)))


async def answer_in(tx: Transaction, message: TransactionId) -> Answered | None:
    """The answer that the bot’s own message `message` gave, or None."""
    return _answered(await tx.fetch_one("SELECT * FROM ask_answer WHERE transaction_id = ?", (message,)))


async def latest_in(tx: Transaction, room: RoomId, since_ms: int) -> Answered | None:
    """The latest answer in `room`, unless it is older than `since_ms`."""
    return _answered(
        await tx.fetch_one(
            "SELECT * FROM ask_answer WHERE room_id = ? AND answered_at >= ? ORDER BY answered_at DESC LIMIT 1",
            (room, since_ms),
        )
    )


async def forget_answer(tx: Transaction, question: EventId) -> None:
    """The answer to `question` was withdrawn."""
    await tx.execute("DELETE FROM ask_answer WHERE question = ?", (question,))


async def note_unknown(tx: Transaction, shown: str, now_ms: int) -> None:
    """Somebody asked about `shown` (tamed), which is not in the catalogue."""
    name = " ".join(words(shown))
    if name:
        await tx.execute(
            "INSERT INTO ask_unknown (name, shown, last_asked) VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET count = count + 1, shown = excluded.shown, last_asked = excluded.last_asked",
            (name, shown, now_ms),
        )


async def unknown_names(source: Database | Transaction, limit: int = 20) -> list[UnknownName]:
    """The names that were asked about most and are not in the catalogue."""
    rows = await source.fetch_all("SELECT * FROM ask_unknown ORDER BY count DESC, last_asked DESC LIMIT ?", (limit,))
    return [UnknownName(row["name"], row["shown"], row["count"], row["last_asked"]) for row in rows]


async def forget_unknown(tx: Transaction, name: str) -> bool:
    """`name` (folded) is known by now, or of no interest; False when nobody had asked about it."""
    return bool(await tx.execute("DELETE FROM ask_unknown WHERE name = ?", (name,)))


async def forget_before(tx: Transaction, before_ms: int, at_most: int) -> int:
    """Drop what was answered or last asked for before `before_ms`, `at_most` of each; returns how many rows."""
    answers = await tx.execute(
        "DELETE FROM ask_answer WHERE question IN (SELECT question FROM ask_answer WHERE answered_at < ? LIMIT ?)",
        (before_ms, at_most),
    )
    return answers + await tx.execute(
        "DELETE FROM ask_unknown WHERE name IN (SELECT name FROM ask_unknown WHERE last_asked < ? LIMIT ?)",
        (before_ms, at_most),
    )


def _answered(row: Row | None) -> Answered | None:
    if row is None:
        return None
    topic = _from_json(row["topic"])
    return Answered(row["question"], row["transaction_id"], topic, bool(row["addressed"]), row["follows"])


def _to_json(topic: Topic) -> str:
    return json.dumps(
        {
            "language": topic.language,
            "products": topic.products,
            "needs": topic.needs,
            "shown": topic.shown,
            "choices": [[ref.entry.value, ref.id] for ref in topic.choices],
            "doubt": topic.doubt,
            "unknown": topic.unknown,
        }
    )


def _from_json(text: str) -> Topic:
    fields = json.loads(text)
    return Topic(
        language=fields["language"],
        products=tuple(fields["products"]),
        needs=tuple(fields["needs"]),
        shown=tuple(fields["shown"]),
        choices=tuple(Ref(Entry(entry), name) for entry, name in fields["choices"]),
        doubt=fields["doubt"],
        unknown=fields["unknown"],
    )
