"""The table `nudge`: what each association wants, and when it gets its next step. What it got: `storage_steps.py`.

Triggers of the schema start it with the first migration, and ask for the date again (`due_at = 0`) when a
setting changes or the bot leaves or comes back.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias
from zlib import crc32

from bot.conversation import Language, RoomId
from bot.database import Database, Row, Transaction, marks
from bot.nudge.timetable import WEEKLY_UNTIL

State: TypeAlias = Literal["on", "off", "silent", "finished"]
_UTC = datetime.UTC

# Asked every minute, however many associations there are: a test sees that none of them reads the whole table.
NEXT_DUE = "SELECT due_at FROM nudge WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1"
LAST_COMPUTED = "SELECT MAX(computed_at) AS at FROM nudge"
DUE = "SELECT * FROM nudge WHERE due_at <= ? ORDER BY due_at, turn LIMIT ?"
COMPUTE_AGAIN = "UPDATE nudge SET due_at = 0, computed_at = 0 WHERE computed_at > ? AND state = 'on'"


@dataclass(frozen=True, slots=True)
class Reminder:
    """What an association wants: whether, since when, from which day on, and what is due (None: nothing)."""

    association: int
    state: State
    not_before: datetime.date | None
    august: bool
    unanswered: int
    since: datetime.datetime
    due_at: int | None


@dataclass(frozen=True, slots=True)
class Home:
    """Where an association is spoken to: its home room, None while the bot is not in it; its own settings or None."""

    room: RoomId | None
    language: Language | None
    time_zone: str | None
    slot: str | None


# ── what is due ──────────────────────────────────────────────────────────────────────────────────


async def next_due(database: Database) -> int | None:
    """When something is due next (milliseconds since the epoch; 0: at once), or None."""
    row = await database.fetch_one(NEXT_DUE)
    return row["due_at"] if row else None


async def last_computed(database: Database) -> int:
    """The latest time at which a date was computed."""
    row = await database.fetch_one(LAST_COMPUTED)
    return (row["at"] if row else None) or 0


async def due(tx: Transaction, now_ms: int, limit: int) -> Sequence[Reminder]:
    """Those that are due, at most `limit`, in the order of their turns."""
    rows = await tx.fetch_all(DUE, (now_ms, limit))
    return [_reminder(row) for row in rows]


async def compute_again(tx: Transaction, *, computed_after: int = -1) -> None:
    """Ask for the dates again that were computed after `computed_after` (milliseconds); all of them unless given."""
    await tx.execute(COMPUTE_AGAIN, (computed_after,))


async def set_due(tx: Transaction, dates: Mapping[int, tuple[str, int] | None], now_ms: int) -> None:
    """The next step of each association: its week and when it is due; None: not before something changes."""
    await tx.execute_many(
        "UPDATE nudge SET due_at = ?, turn = ?, computed_at = ? WHERE association = ?",
        [
            (due[1] if due else None, turn(association, due[0]) if due else 0, now_ms, association)
            for association, due in dates.items()
        ],
    )


def turn(association: int, week: str) -> int:
    """The turn of an association among those that are due together: another one each week."""
    return crc32(f"{association}/{week}".encode())


# ── what an association wants ────────────────────────────────────────────────────────────────────


async def reminder(tx: Transaction, association: int) -> Reminder | None:
    """What the association wants, or None when it never had a step."""
    row = await tx.fetch_one("SELECT * FROM nudge WHERE association = ?", (association,))
    return _reminder(row) if row else None


async def want(tx: Transaction, association: int, state: State, now_ms: int) -> None:
    """From now on it wants its steps, or none."""
    await tx.execute(
        "INSERT INTO nudge (association, state, since, due_at) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
        " since = CASE WHEN state = 'on' THEN since ELSE excluded.since END,"
        " state = excluded.state, due_at = excluded.due_at, unanswered = 0",
        (association, state, now_ms, 0 if state == "on" else None),
    )


async def set_states(tx: Transaction, states: Mapping[int, State]) -> None:
    """These are in another state from now on, and nothing is due for them."""
    await tx.execute_many(
        "UPDATE nudge SET state = ?, due_at = NULL WHERE association = ?",
        [(state, association) for association, state in states.items()],
    )


async def pause(tx: Transaction, association: int, not_before: datetime.date | None) -> None:
    """No step before this day; None: no pause."""
    await tx.execute(
        "UPDATE nudge SET not_before = ?, due_at = CASE state WHEN 'on' THEN 0 ELSE due_at END WHERE association = ?",
        (not_before.isoformat() if not_before else None, association),
    )


async def keep_august(tx: Transaction, association: int, august: bool) -> None:
    """Whether the break of August is kept."""
    await tx.execute(
        "UPDATE nudge SET august = ?, due_at = CASE state WHEN 'on' THEN 0 ELSE due_at END WHERE association = ?",
        (int(august), association),
    )


async def move_all(tx: Transaction, before: int, after: int) -> None:
    """The association `before` becomes part of `after`: what `after` has not chosen itself comes along."""
    await tx.execute(
        "UPDATE OR IGNORE nudge SET association = ?, due_at = CASE state WHEN 'on' THEN 0 END WHERE association = ?",
        (after, before),
    )
    await tx.execute("UPDATE OR IGNORE nudge_step SET association = ? WHERE association = ?", (after, before))


async def homes(tx: Transaction, associations: Sequence[int]) -> Mapping[int, Home]:
    """Where each association is spoken to: its home room, else its first."""
    rows = await tx.fetch_all(
        "SELECT number, language, time_zone, nudge_slot, home_room, room_id, left_at FROM association"  # noqa: S608 — only marks
        " JOIN association_room AS member ON member.association = number LEFT JOIN room USING (room_id)"
        f" WHERE number IN ({marks(associations)})"
        " ORDER BY number, room_id = home_room DESC, member.joined_at, room_id",
        associations,
    )
    found: dict[int, Home] = {}
    for row in rows:
        if row["number"] not in found:
            room = row["room_id"] if row["left_at"] is None else None
            found[row["number"]] = Home(room, row["language"], row["time_zone"], row["nudge_slot"])
    return found


async def heard(tx: Transaction, associations: Sequence[int]) -> None:
    """Somebody has reacted to a step: where it had become a monthly one, or none, it comes weekly again."""
    await tx.execute_many(
        "UPDATE nudge SET state = CASE state WHEN 'silent' THEN 'on' ELSE state END, unanswered = 0,"
        " due_at = CASE WHEN state IN ('on', 'silent') AND unanswered >= ? THEN 0 ELSE due_at END"
        " WHERE association = ?",
        [(WEEKLY_UNTIL, association) for association in associations],
    )


# ── rows ─────────────────────────────────────────────────────────────────────────────────────────


def _reminder(row: Row) -> Reminder:
    return Reminder(
        association=row["association"],
        state=row["state"],
        not_before=datetime.date.fromisoformat(row["not_before"]) if row["not_before"] else None,
        august=bool(row["august"]),
        unanswered=row["unanswered"],
        since=datetime.datetime.fromtimestamp(row["since"] / 1000, _UTC),
        due_at=row["due_at"],
    )
