"""The tables `migration`, `migration_step`, `migration_offer`, `migration_message` and `migration_change`.

Owned here. What an answer offers comes as plain data, by `offer`; who plans the week reads `open_ones`.
"""

import datetime
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.association.migration.model import Kind, Migration, Pair, State, Step
from bot.conversation import EventId, Language, RoomId, TransactionId
from bot.database import Row, Transaction, marks

_ORDER = {kind: place for place, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Offered:
    """What an answer offered: ids of the catalogue, the alternatives in the order shown."""

    products: tuple[str, ...]
    needs: tuple[str, ...]
    alternatives: tuple[str, ...]
    language: Language


@dataclass(frozen=True, slots=True)
class Said:
    """A message of the bot about a migration; `asks`: it asked who takes it and by when."""

    migration: int
    asks: bool


@dataclass(frozen=True, slots=True)
class Change:
    """A change that was made; `before` is what it takes to undo it, None when it made the migration."""

    number: int
    migration: int
    before: Mapping[str, Any] | None


# ── what answers offer ───────────────────────────────────────────────────────────────────────────


async def offer(tx: Transaction, transaction: TransactionId, room: RoomId, offered: Offered, now_ms: int) -> None:
    """The answer that is sent as `transaction` in `room` offers this; one that was revised offers the latest."""
    await tx.execute(
        "INSERT INTO migration_offer (transaction_id, room_id, products, needs, alternatives, language, offered_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET products = excluded.products,"
        " needs = excluded.needs, alternatives = excluded.alternatives, language = excluded.language",
        (
            transaction,
            room,
            json.dumps(offered.products),
            json.dumps(offered.needs),
            json.dumps(offered.alternatives),
            offered.language,
            now_ms,
        ),
    )


async def withdraw(tx: Transaction, transaction: TransactionId) -> None:
    """The answer was taken back: it offers nothing any more."""
    await tx.execute("DELETE FROM migration_offer WHERE transaction_id = ?", (transaction,))


async def offer_in(tx: Transaction, transaction: TransactionId) -> Offered | None:
    """What the bot's message `transaction` offered, or None."""
    return _offered(await tx.fetch_one("SELECT * FROM migration_offer WHERE transaction_id = ?", (transaction,)))


async def latest_offer(tx: Transaction, room: RoomId, since_ms: int) -> Offered | None:
    """What was offered last in `room`, unless that is older than `since_ms`."""
    return _offered(
        await tx.fetch_one(
            "SELECT * FROM migration_offer WHERE room_id = ? AND offered_at >= ? ORDER BY offered_at DESC LIMIT 1",
            (room, since_ms),
        )
    )


async def forget_before(tx: Transaction, before_ms: int, at_most: int) -> int:
    """Drop `at_most` of the offers made before `before_ms`; returns how many."""
    return await tx.execute(
        "DELETE FROM migration_offer WHERE transaction_id IN"
        " (SELECT transaction_id FROM migration_offer WHERE offered_at < ? LIMIT ?)",
        (before_ms, at_most),
    )


# ── migrations ───────────────────────────────────────────────────────────────────────────────────


async def begin(tx: Transaction, association: int, pair: Pair, kinds: Iterable[Kind], now_ms: int) -> Migration:
    """Keep a new migration, planned. There must be none under way for the same need and product."""
    row = await tx.fetch_one("SELECT MAX(place) AS last FROM migration WHERE association = ?", (association,))
    place = (row["last"] if row else None) or 0
    number = await tx.insert(
        "INSERT INTO migration (association, place, need, product, alternative, host, state, created_at, changed_at)"
        " VALUES (?, ?, ?, ?, ?, ?, 'planned', ?, ?)",
        (association, place + 1, pair.need, pair.product, pair.alternative, pair.host, now_ms, now_ms),
    )
    await tx.execute_many(
        "INSERT INTO migration_step (migration, place, kind) VALUES (?, ?, ?)",
        [(number, place, kind.value) for place, kind in enumerate(kinds, 1)],
    )
    return await migration(tx, number)


async def save(tx: Transaction, after: Migration) -> None:
    """Keep a migration as it stands now."""
    await tx.execute(
        "UPDATE migration SET state = ?, who = ?, by_day = ?, changed_at = ? WHERE number = ?",
        (after.state.value, after.who, after.by.isoformat() if after.by else None, after.changed_at, after.number),
    )
    await tx.execute_many(
        "UPDATE migration_step SET done_at = ? WHERE migration = ? AND place = ?",
        [(step.done_at, after.number, place) for place, step in enumerate(after.steps, 1)],
    )


async def remove(tx: Transaction, number: int) -> None:
    """It was a mistake: no such migration was ever planned."""
    await tx.execute("DELETE FROM migration WHERE number = ?", (number,))


async def migration(tx: Transaction, number: int) -> Migration:
    """The migration with this number, which must exist."""
    [found] = await _migrations(tx, "number = ?", (number,))
    return found


async def found(tx: Transaction, number: int) -> Migration | None:
    """The migration with this number, or None when it was removed."""
    return next(iter(await _migrations(tx, "number = ?", (number,))), None)


async def of_association(tx: Transaction, association: int) -> Sequence[Migration]:
    """Every migration of an association, in the order of their places."""
    return await _migrations(tx, "association = ?", (association,))


async def of_room(tx: Transaction, room: RoomId) -> Sequence[Migration]:
    """Every migration of the association of `room`, in the order of their places."""
    return await _migrations(tx, "association = (SELECT association FROM association_room WHERE room_id = ?)", (room,))


async def open_ones(tx: Transaction, associations: Sequence[int]) -> Mapping[int, Sequence[Migration]]:
    """The migrations under way of many associations at once, by association."""
    under_way = f"association IN ({marks(associations)}) AND state IN ('planned', 'moving')"
    migrations = await _migrations(tx, under_way, associations)
    by_association: dict[int, list[Migration]] = {}
    for each in migrations:
        by_association.setdefault(each.association, []).append(each)
    return by_association


async def move_all(tx: Transaction, before: int, after: int) -> None:
    """The association `before` becomes part of `after`: its migrations go along, with new places."""
    row = await tx.fetch_one("SELECT MAX(place) AS last FROM migration WHERE association = ?", (after,))
    await tx.execute(
        "UPDATE OR IGNORE migration SET association = ?, place = place + ? WHERE association = ?",
        (after, (row["last"] if row else None) or 0, before),
    )


# ── changes ──────────────────────────────────────────────────────────────────────────────────────


async def note_change(
    tx: Transaction, after: Migration, cause: EventId, before: Mapping[str, Any] | None, now_ms: int
) -> None:
    """`cause` brought the migration to where it is; `before` is what undoing it takes."""
    await tx.execute(
        "INSERT INTO migration_change (migration, state, changed_at, cause, before) VALUES (?, ?, ?, ?, ?)",
        (after.number, after.state.value, now_ms, cause, json.dumps(before, ensure_ascii=False) if before else None),
    )


async def last_change(tx: Transaction, number: int) -> Change | None:
    """The last change of a migration, or None."""
    return _change(
        await tx.fetch_one("SELECT * FROM migration_change WHERE migration = ? ORDER BY number DESC LIMIT 1", (number,))
    )


async def changes_by(tx: Transaction, cause: EventId) -> Sequence[Change]:
    """The changes that the event `cause` brought about, and that are the last ones of their migrations."""
    rows = await tx.fetch_all(
        "SELECT * FROM migration_change AS change WHERE cause = ? AND NOT EXISTS"
        " (SELECT 1 FROM migration_change WHERE migration = change.migration AND number > change.number)",
        (cause,),
    )
    return [change for row in rows if (change := _change(row)) is not None]


async def forget_change(tx: Transaction, number: int) -> None:
    """The change was undone."""
    await tx.execute("DELETE FROM migration_change WHERE number = ?", (number,))


# ── messages ─────────────────────────────────────────────────────────────────────────────────────


async def note_said(
    tx: Transaction, transaction: TransactionId, number: int, room: RoomId, *, asks: bool, now_ms: int
) -> None:
    """The bot's message `transaction` in `room` is about this migration."""
    await tx.execute(
        "INSERT OR IGNORE INTO migration_message (transaction_id, migration, room_id, asks, said_at)"
        " VALUES (?, ?, ?, ?, ?)",
        (transaction, number, room, int(asks), now_ms),
    )


async def said_in(tx: Transaction, transaction: TransactionId) -> Said | None:
    """The migration that the bot's message `transaction` is about, or None."""
    return _said(await tx.fetch_one("SELECT * FROM migration_message WHERE transaction_id = ?", (transaction,)))


async def latest_said(tx: Transaction, room: RoomId, since_ms: int) -> Said | None:
    """The migration that the bot spoke about last in `room`, unless that is older than `since_ms`."""
    return _said(
        await tx.fetch_one(
            "SELECT * FROM migration_message WHERE room_id = ? AND said_at >= ? ORDER BY said_at DESC LIMIT 1",
            (room, since_ms),
        )
    )


# ── rows ─────────────────────────────────────────────────────────────────────────────────────────


async def _migrations(tx: Transaction, condition: str, values: Sequence[object]) -> list[Migration]:
    rows = await tx.fetch_all(
        "SELECT migration.*, group_concat(kind || ':' || coalesce(done_at, ''), ' ') AS steps FROM migration"  # noqa: S608 — the condition is ours
        " LEFT JOIN migration_step AS step ON step.migration = number"
        f" WHERE {condition} GROUP BY number ORDER BY association, migration.place",
        values,
    )
    return [_migration(row) for row in rows]


def _migration(row: Row) -> Migration:
    return Migration(
        number=row["number"],
        association=row["association"],
        place=row["place"],
        pair=Pair(row["need"], row["product"], row["alternative"], row["host"]),
        state=State(row["state"]),
        # Steps are taken in the order of their kinds, whatever order the rows come in.
        steps=tuple(sorted(map(_step, (row["steps"] or "").split()), key=lambda step: _ORDER[step.kind])),
        changed_at=row["changed_at"],
        who=row["who"],
        by=datetime.date.fromisoformat(row["by_day"]) if row["by_day"] else None,
    )


def _step(text: str) -> Step:
    kind, _, done_at = text.partition(":")
    return Step(Kind(kind), int(done_at) if done_at else None)


async def count_moving_to(tx: Transaction, alternatives: Sequence[str]) -> Mapping[str, int]:
    """How many associations are moving to each of `alternatives`, or plan to."""
    rows = await tx.fetch_all(
        "SELECT alternative, count(DISTINCT association) AS found FROM migration"  # noqa: S608 — question marks only
        f" WHERE state IN ('planned', 'moving') AND alternative IN ({marks(alternatives)}) GROUP BY alternative",
        tuple(alternatives),
    )
    return {row["alternative"]: row["found"] for row in rows}


def _offered(row: Row | None) -> Offered | None:
    if row is None:
        return None
    products, needs, alternatives = (tuple(json.loads(row[name])) for name in ("products", "needs", "alternatives"))
    return Offered(products, needs, alternatives, row["language"])


def _change(row: Row | None) -> Change | None:
    before = json.loads(row["before"]) if row and row["before"] else None
    return Change(row["number"], row["migration"], before) if row else None


def _said(row: Row | None) -> Said | None:
    return Said(row["migration"], bool(row["asks"])) if row else None
