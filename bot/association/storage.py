"""The association behind a room, what it uses and how it stood: tables owned here, read by other skills.

`storage_settings.py` has its settings and its rooms, `storage_data.py` takes all of it out and away.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast

from bot.conversation import Language, RoomId
from bot.database import Transaction, marks

FREE_HOST = "_free"
"""The tool of who said "a free or associative host" without naming it. No catalogue id has an underscore."""
ANOTHER_SERVICE = "_other"
"""The same of who said "another commercial service"; with `:` and the need, since each is another owner's."""


@dataclass(frozen=True, slots=True)
class Tool:
    """One line of an inventory: `id` is a catalogue id when `known`, else the folded name; `need` may be ""."""

    id: str
    name: str
    known: bool
    need: str = ""


State: TypeAlias = Literal["used", "not-done", "unknown"]


@dataclass(frozen=True, slots=True)
class NeedState:
    """What is known of one need, and since when (milliseconds since the epoch)."""

    state: State
    known_at: int


async def association_of(tx: Transaction, room: RoomId, now_ms: int) -> int:
    """The number of the association of `room`; a room without one becomes its own."""
    row = await tx.fetch_one("SELECT association FROM association_room WHERE room_id = ?", (room,))
    if row is not None:
        return int(row["association"])
    number = await tx.insert("INSERT INTO association (created_at) VALUES (?)", (now_ms,))
    await tx.execute(
        "INSERT INTO association_room (room_id, association, joined_at) VALUES (?, ?, ?)", (room, number, now_ms)
    )
    return number


async def listens(tx: Transaction, room: RoomId) -> bool:
    """Whether the bot may answer a plain question in `room` without being addressed."""
    row = await tx.fetch_one("SELECT listening FROM association_room WHERE room_id = ?", (room,))
    return row is None or bool(row["listening"])


async def set_listening(tx: Transaction, room: RoomId, listening: bool, now_ms: int) -> None:
    """Turn unasked answers in `room` on or off."""
    await association_of(tx, room, now_ms)
    await tx.execute("UPDATE association_room SET listening = ? WHERE room_id = ?", (int(listening), room))


async def language(tx: Transaction, room: RoomId) -> Language | None:
    """The language that the association of `room` has chosen, or None."""
    row = await tx.fetch_one(
        "SELECT language FROM association JOIN association_room ON association = number WHERE room_id = ?", (room,)
    )
    return row["language"] if row else None


async def moved(tx: Transaction, old: RoomId, new: RoomId) -> None:
    """`new` has taken the place of `old`: an association that began in `new` meanwhile gives way to that of `old`."""
    there = await tx.fetch_one("SELECT association FROM association_room WHERE room_id = ?", (new,))
    if await tx.fetch_one("SELECT 1 FROM association_room WHERE room_id = ?", (old,)) and there is not None:
        await tx.execute("DELETE FROM association_room WHERE room_id = ?", (new,))
        await tx.execute(
            "DELETE FROM association WHERE number = ?"
            " AND NOT EXISTS (SELECT 1 FROM association_room WHERE association = number)",
            (there["association"],),
        )
    await tx.execute("UPDATE association SET home_room = ? WHERE home_room = ?", (new, old))
    await tx.execute("UPDATE association SET space = ? WHERE space = ?", (new, old))


async def inventory(tx: Transaction, room: RoomId) -> Sequence[Tool]:
    """What the association of `room` uses, in the order of the names."""
    rows = await tx.fetch_all(
        "SELECT tool, name, known, need FROM inventory JOIN association_room USING (association)"
        " WHERE room_id = ? ORDER BY name, need",
        (room,),
    )
    return [Tool(row["tool"], row["name"], bool(row["known"]), row["need"]) for row in rows]


async def tools(tx: Transaction, room: RoomId) -> frozenset[str]:
    """The catalogue ids of what the association of `room` uses."""
    return frozenset(tool.id for tool in await inventory(tx, room) if tool.known)


async def add_tool(tx: Transaction, room: RoomId, tool: Tool, now_ms: int) -> bool:
    """Add `tool` to the inventory; False when it was there already."""
    number = await association_of(tx, room, now_ms)
    return bool(
        await tx.execute(
            "INSERT OR IGNORE INTO inventory (association, tool, name, known, need, noted_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (number, tool.id, tool.name, int(tool.known), tool.need, now_ms),
        )
    )


async def remove_tool(tx: Transaction, room: RoomId, tool: str) -> bool:
    """Take `tool` (its id) out of the inventory, for every need; False when it was not there."""
    return bool(
        await tx.execute(
            "DELETE FROM inventory WHERE tool = ?"
            " AND association = (SELECT association FROM association_room WHERE room_id = ?)",
            (tool, room),
        )
    )


async def need_states(tx: Transaction, room: RoomId) -> Mapping[str, NeedState]:
    """What the association of `room` has said of each need, by need id."""
    rows = await tx.fetch_all(
        "SELECT need, state, known_at FROM need_state JOIN association_room USING (association) WHERE room_id = ?",
        (room,),
    )
    return {row["need"]: NeedState(cast("State", row["state"]), row["known_at"]) for row in rows}


async def record(tx: Transaction, room: RoomId, need: str, state: State, tools: Sequence[Tool], now_ms: int) -> None:
    """The association of `room` said how it serves `need`: `tools` take the place of those known before."""
    number = await association_of(tx, room, now_ms)
    await tx.execute("DELETE FROM inventory WHERE association = ? AND need = ?", (number, need))
    for tool in tools:
        await add_tool(tx, room, Tool(tool.id, tool.name, tool.known, need), now_ms)
    await tx.execute(
        "INSERT INTO need_state (association, need, state, known_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET state = excluded.state, known_at = excluded.known_at",
        (number, need, state, now_ms),
    )


async def keep_moment(tx: Transaction, room: RoomId, formula: int, catalogue: str, answers: str, now_ms: int) -> None:
    """Keep how the association of `room` stood: the formula's number, the catalogue's version, the answers as JSON.

    Nothing is kept when nothing has changed since the last time.
    """
    number = await association_of(tx, room, now_ms)
    last = await tx.fetch_one(
        "SELECT answers FROM standing WHERE association = ? ORDER BY noted_at DESC LIMIT 1", (number,)
    )
    if last is None or last["answers"] != answers:
        await tx.execute(
            "INSERT OR REPLACE INTO standing (association, noted_at, formula, catalogue, answers)"
            " VALUES (?, ?, ?, ?, ?)",
            (number, now_ms, formula, catalogue, answers),
        )


async def moments(tx: Transaction, room: RoomId) -> Sequence[tuple[int, str]]:
    """The times (milliseconds since the epoch) and answers (JSON) that were kept for `room`, oldest first."""
    rows = await tx.fetch_all(
        "SELECT noted_at, answers FROM standing JOIN association_room USING (association) WHERE room_id = ?"
        " ORDER BY noted_at",
        (room,),
    )
    return [(row["noted_at"], row["answers"]) for row in rows]


async def count_using(tx: Transaction, tools: Sequence[str]) -> Mapping[str, int]:
    """How many associations have each of `tools` (ids of the catalogue) in their inventory."""
    rows = await tx.fetch_all(
        "SELECT tool, count(DISTINCT association) AS found FROM inventory"  # noqa: S608 — question marks only
        f" WHERE known = 1 AND tool IN ({marks(tools)}) GROUP BY tool",
        tuple(tools),
    )
    return {row["tool"]: row["found"] for row in rows}
