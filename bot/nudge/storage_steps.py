"""The table `nudge_step`: the steps that were proposed, and what was answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.conversation import EventId, RoomId, TransactionId
from bot.database import Row, Transaction, marks
from bot.nudge import storage

Answer: TypeAlias = Literal["done", "later", "other", "stop"]


@dataclass(frozen=True, slots=True)
class Proposed:
    """A step that was proposed, in which week and message, why, and what was answered."""

    association: int
    week: str
    place: int
    transaction: TransactionId
    room: RoomId
    key: str
    reason: str
    points: int
    sent_at: int
    answer: Answer | None = None


async def propose(tx: Transaction, steps: Sequence[Proposed]) -> None:
    """Keep what is proposed. Raises sqlite3.IntegrityError when one of the weeks has its step already."""
    await tx.execute_many(
        "INSERT INTO nudge_step (association, week, place, transaction_id, room_id, key, reason, points, sent_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                step.association,
                step.week,
                step.place,
                step.transaction,
                step.room,
                step.key,
                step.reason,
                step.points,
                step.sent_at,
            )
            for step in steps
        ],
    )
    await tx.execute_many(
        "UPDATE nudge SET unanswered = unanswered + 1 WHERE association = ?",
        [(step.association,) for step in steps if step.place == 1],
    )


async def weeks(tx: Transaction, associations: Sequence[int], since: str) -> Mapping[int, Mapping[str, int]]:
    """The weeks from `since` on that had their step, and when it was sent, by association."""
    rows = await tx.fetch_all(
        f"SELECT association, week, sent_at FROM nudge_step WHERE association IN ({marks(associations)})"  # noqa: S608 — only marks
        " AND week >= ? AND place = 1",
        (*associations, since),
    )
    found: dict[int, dict[str, int]] = {}
    for row in rows:
        found.setdefault(row["association"], {})[row["week"]] = row["sent_at"]
    return found


async def refusals(tx: Transaction, associations: Sequence[int], since_ms: int) -> Mapping[int, Mapping[str, int]]:
    """When each step was refused last since `since_ms`, by association and key; of a quiz or a look: or done."""
    rows = await tx.fetch_all(
        f"SELECT association, key, MAX(answered_at) AS at FROM nudge_step WHERE association IN ({marks(associations)})"  # noqa: S608 — only marks
        " AND answer IS NOT NULL AND answered_at >= ?"
        " AND (answer = 'other' OR (answer = 'done' AND key NOT LIKE 'step:%')) GROUP BY association, key",
        (*associations, since_ms),
    )
    found: dict[int, dict[str, int]] = {}
    for row in rows:
        found.setdefault(row["association"], {})[row["key"]] = row["at"]
    return found


async def ever_proposed(tx: Transaction, associations: Sequence[int]) -> frozenset[int]:
    """Those that have had a step before."""
    rows = await tx.fetch_all(
        f"SELECT DISTINCT association FROM nudge_step WHERE association IN ({marks(associations)})",  # noqa: S608 — only marks
        associations,
    )
    return frozenset(row["association"] for row in rows)


async def proposed_in(tx: Transaction, transaction: TransactionId) -> Proposed | None:
    """The step that the bot's message `transaction` proposed, or None."""
    return _proposed(await tx.fetch_one("SELECT * FROM nudge_step WHERE transaction_id = ?", (transaction,)))


async def latest_in(tx: Transaction, room: RoomId, since_ms: int) -> Proposed | None:
    """The step that was proposed last in `room`, unless that is older than `since_ms`."""
    return _proposed(
        await tx.fetch_one(
            "SELECT * FROM nudge_step WHERE room_id = ? AND sent_at >= ? ORDER BY sent_at DESC, place DESC LIMIT 1",
            (room, since_ms),
        )
    )


async def proposed_at(tx: Transaction, association: int, week: str, place: int) -> Proposed | None:
    """The step at `place` (from 1) of a week, or None."""
    return _proposed(
        await tx.fetch_one(
            "SELECT * FROM nudge_step WHERE association = ? AND week = ? AND place = ?", (association, week, place)
        )
    )


async def last_place(tx: Transaction, association: int, week: str) -> int:
    """How many steps were proposed in this week."""
    row = await tx.fetch_one(
        "SELECT MAX(place) AS place FROM nudge_step WHERE association = ? AND week = ?", (association, week)
    )
    return (row["place"] if row else None) or 0


async def answer(
    tx: Transaction, steps: Sequence[Proposed], given: Answer | None, cause: EventId | None, now_ms: int
) -> None:
    """`cause` answered the steps; None takes the answer back. Whoever answers is heard: it goes on weekly."""
    await tx.execute_many(
        "UPDATE nudge_step SET answer = ?, cause = ?, answered_at = ? WHERE association = ? AND week = ? AND place = ?",
        [(given, cause, now_ms if given else None, step.association, step.week, step.place) for step in steps],
    )
    await storage.heard(tx, [step.association for step in steps])


async def answered_by(tx: Transaction, cause: EventId) -> Proposed | None:
    """The step that the event `cause` answered, or None."""
    return _proposed(await tx.fetch_one("SELECT * FROM nudge_step WHERE cause = ?", (cause,)))


def _proposed(row: Row | None) -> Proposed | None:
    if row is None:
        return None
    return Proposed(
        association=row["association"],
        week=row["week"],
        place=row["place"],
        transaction=row["transaction_id"],
        room=row["room_id"],
        key=row["key"],
        reason=row["reason"],
        points=row["points"],
        sent_at=row["sent_at"],
        answer=row["answer"],
    )
