"""The tables of moderation: revisions and their fate, cards, proposals, rooms that asked, dead links, digests."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.catalog.fold import words
from bot.catalog.revisions import Change, Document, Fate, Key
from bot.conversation import EventId, Language, RoomId, UserId
from bot.database import Database, Row, Transaction


@dataclass(frozen=True, slots=True)
class Revision:
    """One change of the catalogue, signed; `made_at` in milliseconds since the epoch."""

    number: int
    made_at: int
    author: UserId
    reason: str
    undoes: int | None
    changes: tuple[Change, ...]


# ── revisions ────────────────────────────────────────────────────────────────────────────────────


async def record(
    tx: Transaction,
    author: UserId,
    changes: Sequence[Change],
    now_ms: int,
    *,
    reason: str = "",
    undoes: int | None = None,
    origin: EventId | None = None,
) -> int:
    """Keep a revision; returns its number."""
    number = await tx.insert(
        "INSERT INTO revision (made_at, author, reason, undoes, origin) VALUES (?, ?, ?, ?, ?)",
        (now_ms, author, reason, undoes, origin),
    )
    await tx.execute_many(
        "INSERT INTO revision_entry (revision, place, kind, id, before, after) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (number, place, change.kind, change.id, _json(change.before), _json(change.after))
            for place, change in enumerate(changes)
        ],
    )
    return number


async def revision(source: Database | Transaction, number: int) -> Revision | None:
    """The revision `number`, or None."""
    found = await _revisions(source, "SELECT * FROM revision WHERE number = ?", (number,))
    return found[0] if found else None


async def latest(source: Database | Transaction, limit: int, key: Key | None = None) -> list[Revision]:
    """The latest revisions, of the entry `key` where one is given, newest first."""
    if key is None:
        return await _revisions(source, "SELECT * FROM revision ORDER BY number DESC LIMIT ?", (limit,))
    return await _revisions(
        source,
        "SELECT revision.* FROM revision JOIN revision_entry ON revision = number"
        " WHERE kind = ? AND id = ? ORDER BY number DESC LIMIT ?",
        (*key, limit),
    )


async def _revisions(source: Database | Transaction, sql: str, parameters: Sequence[Any]) -> list[Revision]:
    rows = await source.fetch_all(sql, parameters)
    return [
        Revision(
            row["number"],
            row["made_at"],
            row["author"],
            row["reason"],
            row["undoes"],
            await _changes_of(source, row["number"]),
        )
        for row in rows
    ]


async def _changes_of(source: Database | Transaction, number: int) -> tuple[Change, ...]:
    rows = await source.fetch_all("SELECT * FROM revision_entry WHERE revision = ? ORDER BY place", (number,))
    return tuple(_change(row) for row in rows)


async def standing(source: Database | Transaction) -> dict[Key, list[tuple[int, Change]]]:
    """Every change that is in use over the shipped files, by entry, oldest first, each with its revision."""
    rows = await source.fetch_all(
        "SELECT * FROM revision_entry WHERE fate = 'carried' ORDER BY revision, place",
    )
    found: dict[Key, list[tuple[int, Change]]] = {}
    for row in rows:
        found.setdefault((row["kind"], row["id"]), []).append((row["revision"], _change(row)))
    return found


async def conflicts(source: Database | Transaction, number: int | None = None) -> list[tuple[int, Change]]:
    """The changes (of the revision `number`, or all) that the shipped files contradict, each with its revision."""
    rows = await source.fetch_all(
        "SELECT * FROM revision_entry WHERE fate = 'conflict' AND (?1 IS NULL OR revision = ?1)"
        " ORDER BY revision, place",
        (number,),
    )
    return [(row["revision"], _change(row)) for row in rows]


async def note_fates(tx: Transaction, fates: Iterable[tuple[int, Key, Fate | str]]) -> None:
    """Keep what became of these changes: revision, entry, fate."""
    await tx.execute_many(
        "UPDATE revision_entry SET fate = ? WHERE revision = ? AND kind = ? AND id = ?",
        [(str(fate), number, *key) for number, key, fate in fates],
    )


async def came_from(tx: Transaction, origin: EventId) -> bool:
    """Whether there is a revision that came from the event `origin`."""
    return await tx.fetch_one("SELECT 1 FROM revision WHERE origin = ?", (origin,)) is not None


def _change(row: Row) -> Change:
    return Change(row["kind"], row["id"], _document(row["before"]), _document(row["after"]))


def _json(document: Document | None) -> str | None:
    return None if document is None else json.dumps(document, ensure_ascii=False)


def _document(text: str | None) -> Document | None:
    return None if text is None else dict(json.loads(text))


# ── rooms that asked ─────────────────────────────────────────────────────────────────────────────


async def note_asked(tx: Transaction, room: RoomId, shown: str, language: Language, now_ms: int) -> None:
    """Somebody in `room` asked about the name `shown`, which is not in the catalogue. Not who."""
    name = " ".join(words(shown))
    if not name:
        return
    await tx.execute(
        "INSERT INTO asked_in (name, room_id, language, asked_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET asked_at = excluded.asked_at, language = excluded.language",
        (name, room, language, now_ms),
    )


async def heard(tx: Transaction, names: Iterable[str]) -> list[tuple[str, RoomId, Language]]:
    """The rooms (that the bot is still in) that asked about one of `names`; they are forgotten, all of them."""
    told: list[tuple[str, RoomId, Language]] = []
    for name in names:
        rows = await tx.fetch_all(
            "SELECT name, asked_in.room_id, language FROM asked_in JOIN room ON room.room_id = asked_in.room_id"
            " WHERE name = ? AND left_at IS NULL",
            (name,),
        )
        told += [(row["name"], row["room_id"], row["language"]) for row in rows]
        await tx.execute("DELETE FROM asked_in WHERE name = ?", (name,))
    return told


async def asked_names(source: Database | Transaction) -> list[str]:
    """The names for which a room waits."""
    return [row["name"] for row in await source.fetch_all("SELECT DISTINCT name FROM asked_in")]


async def forget_before(tx: Transaction, before_ms: int) -> int:
    """Drop rooms that asked, cards, and rooms of proposals that are older than `before_ms`; returns how many rows."""
    gone = await tx.execute("DELETE FROM asked_in WHERE asked_at < ?", (before_ms,))
    gone += await tx.execute("DELETE FROM moderation_card WHERE made_at < ? AND proposal IS NULL", (before_ms,))
    return gone + await tx.execute(
        "UPDATE proposal SET room_id = NULL, event_id = NULL WHERE made_at < ? AND state <> 'waiting'", (before_ms,)
    )


# ── what is due to be looked at ──────────────────────────────────────────────────────────────────


async def note_dead_links(tx: Transaction, found: Iterable[tuple[str, str, str, str]]) -> None:
    """Keep what `releve check --links` found: kind, id, address, reason. It takes the place of the last time."""
    await tx.execute("DELETE FROM dead_link")
    await tx.execute_many("INSERT OR IGNORE INTO dead_link (kind, id, url, reason) VALUES (?, ?, ?, ?)", list(found))


async def dead_links(source: Database | Transaction) -> list[tuple[str, str, str, str]]:
    """Kind, id, address and reason of each address that did not answer."""
    rows = await source.fetch_all("SELECT kind, id, url, reason FROM dead_link ORDER BY kind, id, url")
    return [(row["kind"], row["id"], row["url"], row["reason"]) for row in rows]


async def digest_week(source: Database | Transaction) -> str | None:
    """The ISO week of the last digest, or None."""
    row = await source.fetch_one("SELECT week FROM moderation_digest")
    return row["week"] if row else None


async def note_digest(tx: Transaction, week: str) -> None:
    """The moderators had their digest of `week`."""
    await tx.execute(
        "INSERT INTO moderation_digest VALUES (1, ?) ON CONFLICT DO UPDATE SET week = excluded.week", (week,)
    )
