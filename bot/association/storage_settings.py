"""The settings of an association and the rooms that belong to it: more of the tables of `storage.py`."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from bot.association.storage import association_of
from bot.conversation import Language, RoomId
from bot.database import Transaction

Merge: TypeAlias = Callable[[Transaction, int, int], Awaitable[None]]
"""The association with the first number becomes part of the one with the second: a skill moves what it keeps."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What an association has chosen; None: nothing, the host's default holds. `rooms`: all its rooms, oldest first."""

    number: int
    name: str | None
    language: Language | None
    time_zone: str | None
    nudge_slot: str | None
    home_room: RoomId
    rooms: tuple[RoomId, ...]


async def settings(tx: Transaction, room: RoomId, now_ms: int) -> Settings:
    """What the association of `room` has chosen."""
    number = await association_of(tx, room, now_ms)
    row = await tx.fetch_one(
        "SELECT name, language, time_zone, nudge_slot, home_room FROM association WHERE number = ?", (number,)
    )
    assert row is not None, "just made, or there before"
    rooms = await _rooms(tx, number)
    home = row["home_room"] if row["home_room"] in rooms else rooms[0]
    return Settings(number, row["name"], row["language"], row["time_zone"], row["nudge_slot"], home, rooms)


async def set_name(tx: Transaction, number: int, name: str) -> None:
    """Call the association `name`."""
    await tx.execute("UPDATE association SET name = ? WHERE number = ?", (name, number))


async def set_language(tx: Transaction, number: int, language: Language) -> None:
    """Speak `language` in the rooms of the association."""
    await tx.execute("UPDATE association SET language = ? WHERE number = ?", (language, number))


async def set_time_zone(tx: Transaction, number: int, zone: str) -> None:
    """The association lives in `zone` (an IANA name)."""
    await tx.execute("UPDATE association SET time_zone = ? WHERE number = ?", (zone, number))


async def set_nudge_slot(tx: Transaction, number: int, slot: str) -> None:
    """The weekly step comes at `slot` (« tuesday 18:30 »), local time."""
    await tx.execute("UPDATE association SET nudge_slot = ? WHERE number = ?", (slot, number))


async def set_home_room(tx: Transaction, number: int, room: RoomId) -> None:
    """What is for the whole association is said in `room`."""
    await tx.execute("UPDATE association SET home_room = ? WHERE number = ?", (room, number))


async def space_of(tx: Transaction, number: int) -> RoomId | None:
    """The Matrix space of the association, or None."""
    row = await tx.fetch_one("SELECT space FROM association WHERE number = ?", (number,))
    return row["space"] if row else None


async def association_in(tx: Transaction, space: RoomId) -> int | None:
    """The number of the association whose rooms `space` holds, or None."""
    row = await tx.fetch_one("SELECT number FROM association WHERE space = ?", (space,))
    return int(row["number"]) if row else None


async def set_space(tx: Transaction, number: int, space: RoomId | None) -> None:
    """The rooms of the association are those of `space`; None: of none."""
    await tx.execute("UPDATE association SET space = ? WHERE number = ?", (space, number))


async def offer_link(tx: Transaction, key: str, number: int, until_ms: int) -> None:
    """Whoever comes with `key` before `until_ms` may bring a room to the association."""
    await tx.execute(
        "INSERT INTO link_offer (key, association, until) VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET association = excluded.association, until = excluded.until",
        (key, number, until_ms),
    )


async def offered_link(tx: Transaction, key: str, now_ms: int) -> int | None:
    """The association to which `key` may bring a room now, or None; offers that are over are dropped."""
    await tx.execute("DELETE FROM link_offer WHERE until < ?", (now_ms,))
    row = await tx.fetch_one("SELECT association FROM link_offer WHERE key = ?", (key,))
    return int(row["association"]) if row else None


async def move_room(tx: Transaction, room: RoomId, number: int, now_ms: int, merging: Iterable[Merge] = ()) -> None:
    """Make `room` one of the rooms of the association `number`.

    An association that loses its last room goes; what it knew that the other does not know goes along, and what
    other skills keep of it as each of `merging` sees fit.
    """
    before = await association_of(tx, room, now_ms)
    await tx.execute(
        "UPDATE association_room SET association = ?, joined_at = ? WHERE room_id = ?", (number, now_ms, room)
    )
    if await _rooms(tx, before):
        return
    await tx.execute(
        "UPDATE OR IGNORE inventory SET association = ? WHERE association = ?"
        " AND need NOT IN (SELECT need FROM inventory WHERE association = ?)",
        (number, before, number),
    )
    await tx.execute("UPDATE OR IGNORE need_state SET association = ? WHERE association = ?", (number, before))
    await tx.execute(
        "UPDATE standing SET association = ? WHERE association = ?"
        " AND NOT EXISTS (SELECT 1 FROM standing WHERE association = ?)",
        (number, before, number),
    )
    for merge in merging:
        await merge(tx, before, number)
    await tx.execute("DELETE FROM association WHERE number = ?", (before,))


async def part_room(tx: Transaction, room: RoomId, now_ms: int) -> None:
    """Make `room` its own association again, with nothing in it; whether the bot listens there stays."""
    number = await tx.insert("INSERT INTO association (created_at) VALUES (?)", (now_ms,))
    await tx.execute(
        "UPDATE association_room SET association = ?, joined_at = ? WHERE room_id = ?", (number, now_ms, room)
    )


async def _rooms(tx: Transaction, number: int) -> tuple[RoomId, ...]:
    rows = await tx.fetch_all(
        "SELECT room_id FROM association_room WHERE association = ? ORDER BY joined_at, room_id", (number,)
    )
    return tuple(row["room_id"] for row in rows)
