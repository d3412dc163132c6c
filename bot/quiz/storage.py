"""The tables `quiz` and `question`: owned here. Votes are in `storage_votes.py`, and go when a quiz closes."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.conversation import EventId, Language, Room, RoomId, TransactionId, transaction_id
from bot.database import Database, Row, Transaction
from bot.quiz.questions import Asked, Key


@dataclass(frozen=True, slots=True)
class Held:
    """A quiz of a room, as it stands. `series`: None for where the association stands."""

    number: int
    room: RoomId
    cause: EventId
    thread: EventId | None
    series: str | None
    language: Language
    direct: bool
    encrypted: bool
    polls: bool
    state: Literal["open", "paused", "closed"]
    silent: int


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a quiz; `place` counts from 1. Times in milliseconds since the epoch, 0 before it opens."""

    quiz: int
    place: int
    need: str | None
    ask: str
    answers: tuple[tuple[str, str], ...]
    key: Key | None
    state: Literal["waiting", "open", "closed"]
    poll: TransactionId | None
    twin: TransactionId
    until: int
    shown: str | None
    shown_at: int
    edits: int
    recount: TransactionId | None
    recount_at: int
    late_told: bool
    counts: Mapping[str, int]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(identity for identity, _ in self.answers)


@dataclass(frozen=True, slots=True)
class New:
    """A quiz that is to be started; `cause` is the event that asked for it."""

    cause: EventId
    thread: EventId | None
    series: str | None
    language: Language
    polls: bool


# ── quizzes ──────────────────────────────────────────────────────────────────────────────────────


async def start(tx: Transaction, room: Room, new: New, asked: Sequence[Asked], now_ms: int) -> Held:
    """Keep a new quiz of `room` with all its questions. There must be none under way."""
    number = await tx.insert(
        "INSERT INTO quiz"
        " (room_id, cause, thread, series, language, direct, encrypted, polls, state, started_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?)",
        (
            room.id,
            new.cause,
            new.thread,
            new.series,
            new.language,
            int(room.direct),
            int(room.encrypted),
            int(new.polls),
            now_ms,
        ),
    )
    await tx.execute_many(
        "INSERT INTO question (quiz, place, need, ask, answers, key, state, poll, twin)"
        " VALUES (?, ?, ?, ?, ?, ?, 'waiting', ?, ?)",
        [
            (
                number,
                place,
                each.need,
                each.ask,
                json.dumps(each.answers, ensure_ascii=False),
                each.key.written() if each.key else None,
                transaction_id(new.cause, part_of(place, "poll")) if new.polls else None,
                transaction_id(new.cause, part_of(place, "twin")),
            )
            for place, each in enumerate(asked, 1)
        ],
    )
    return await _held(tx, "number = ?", number)


def part_of(place: int, what: str) -> str:
    """The part, for `conversation.transaction_id`, of a message about one question."""
    return f"quiz/{place}/{what}"


async def under_way(tx: Transaction, room: RoomId) -> Held | None:
    """The quiz of `room` that is not closed, or None."""
    row = await tx.fetch_one("SELECT * FROM quiz WHERE room_id = ? AND state <> 'closed'", (room,))
    return _quiz(row) if row else None


async def quiz(tx: Transaction, number: int) -> Held:
    """The quiz with this number."""
    return await _held(tx, "number = ?", number)


async def all_under_way(tx: Transaction) -> list[Held]:
    """Every quiz that is not closed."""
    return [_quiz(row) for row in await tx.fetch_all("SELECT * FROM quiz WHERE state <> 'closed' ORDER BY number")]


async def due(tx: Transaction, now_ms: int) -> list[Held]:
    """The quizzes in which something is due."""
    rows = await tx.fetch_all("SELECT * FROM quiz WHERE wake_at <= ? ORDER BY wake_at, number", (now_ms,))
    return [_quiz(row) for row in rows]


async def next_wake(database: Database) -> int | None:
    """When something is due next in any quiz."""
    row = await database.fetch_one("SELECT MIN(wake_at) AS wake_at FROM quiz WHERE wake_at IS NOT NULL")
    return row["wake_at"] if row else None


async def wake_at(tx: Transaction, number: int, when: int | None) -> None:
    """Something is due in this quiz at `when`."""
    await tx.execute("UPDATE quiz SET wake_at = ? WHERE number = ?", (when, number))


async def set_state(tx: Transaction, number: int, state: Literal["open", "paused"]) -> None:
    """The quiz goes on, or pauses."""
    await tx.execute("UPDATE quiz SET state = ? WHERE number = ?", (state, number))


async def set_silent(tx: Transaction, number: int, silent: int) -> None:
    """So many questions in a row were not answered."""
    await tx.execute("UPDATE quiz SET silent = ? WHERE number = ?", (silent, number))


async def close(tx: Transaction, number: int) -> None:
    """The quiz is over: its votes go, with the names; what was counted stays."""
    await tx.execute("UPDATE quiz SET state = 'closed', wake_at = NULL WHERE number = ?", (number,))
    await tx.execute("DELETE FROM vote WHERE quiz = ?", (number,))
    await tx.execute("DELETE FROM removed_vote WHERE quiz = ?", (number,))


# ── questions ────────────────────────────────────────────────────────────────────────────────────


async def questions(tx: Transaction, number: int) -> list[Question]:
    """The questions of a quiz, in order."""
    rows = await tx.fetch_all("SELECT * FROM question WHERE quiz = ? ORDER BY place", (number,))
    return [_question(row) for row in rows]


async def question_of(tx: Transaction, transaction: TransactionId) -> Question | None:
    """The question whose poll or twin is the bot's message `transaction`, or None."""
    row = await tx.fetch_one("SELECT * FROM question WHERE poll = ? OR twin = ?", (transaction, transaction))
    return _question(row) if row else None


async def open_question(tx: Transaction, question: Question, until: int, now_ms: int) -> None:
    """The question is being asked, until `until` at most."""
    await _set(tx, question, "state = 'open', opened_at = ?, shown_at = ?, until = ?", now_ms, now_ms, until)


async def prolong(tx: Transaction, question: Question, until: int) -> None:
    """The question stays open until `until`."""
    await _set(tx, question, "until = ?", until)


async def close_question(tx: Transaction, question: Question, counts: Mapping[str, int]) -> None:
    """Nothing more counts for the question; `counts` are its votes by answer."""
    await _set(tx, question, "state = 'closed', recount = NULL, counts = ?", json.dumps(counts))


async def showed(tx: Transaction, question: Question, shown: str, now_ms: int) -> None:
    """The twin of the question shows these counts from now on."""
    await _set(tx, question, "shown = ?, shown_at = ?, edits = edits + 1", shown, now_ms)


async def await_recount(tx: Transaction, question: Question, recount: TransactionId | None, now_ms: int) -> None:
    """A recount of the poll was asked for; None: it came."""
    await _set(tx, question, "recount = ?, recount_at = ?", recount, now_ms)


async def told_late(tx: Transaction, question: Question) -> None:
    """It was said that votes on the question come too late."""
    await _set(tx, question, "late_told = 1")


# ── rows ─────────────────────────────────────────────────────────────────────────────────────────


async def _set(tx: Transaction, question: Question, assignments: str, *values: object) -> None:
    sql = f"UPDATE question SET {assignments} WHERE quiz = ? AND place = ?"  # noqa: S608 — assignments are ours
    await tx.execute(sql, (*values, question.quiz, question.place))


async def _held(tx: Transaction, condition: str, *values: object) -> Held:
    row = await tx.fetch_one(f"SELECT * FROM quiz WHERE {condition}", values)  # noqa: S608 — the condition is ours
    assert row is not None
    return _quiz(row)


def _quiz(row: Row) -> Held:
    return Held(
        number=row["number"],
        room=row["room_id"],
        cause=row["cause"],
        thread=row["thread"],
        series=row["series"],
        language=row["language"],
        direct=bool(row["direct"]),
        encrypted=bool(row["encrypted"]),
        polls=bool(row["polls"]),
        state=row["state"],
        silent=row["silent"],
    )


def _question(row: Row) -> Question:
    return Question(
        quiz=row["quiz"],
        place=row["place"],
        need=row["need"],
        ask=row["ask"],
        answers=tuple((identity, text) for identity, text in json.loads(row["answers"])),
        key=Key.read(row["key"]) if row["key"] else None,
        state=row["state"],
        poll=row["poll"],
        twin=row["twin"],
        until=row["until"] or 0,
        shown=row["shown"],
        shown_at=row["shown_at"] or 0,
        edits=row["edits"],
        recount=row["recount"],
        recount_at=row["recount_at"] or 0,
        late_told=bool(row["late_told"]),
        counts=json.loads(row["counts"]) if row["counts"] else {},
    )
