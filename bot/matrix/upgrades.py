"""Rooms that were replaced by others: the bot follows, with all that it keeps of them.

A tombstone says where to go (specification v1.19, "Room upgrades"). It is followed when its sender had the right to set
it and when the new room names the old one as its predecessor: otherwise anybody could walk away with what an
association has told the bot. Everything is read fresh from the homeserver, and every step can be done twice: what a
crash cuts short is found again by the look around at the next start, since the bot leaves the old room last.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any, TypeAlias

from bot.clock import Clock
from bot.conversation import RoomId, UserId
from bot.database import Database, rooms
from bot.matrix.batch import Invitation
from bot.matrix.patience import patiently
from bot.matrix.rooms import Rights, server_of, state_event
from bot.matrix.wire import Declined, HomeserverError, Wire, escaped

log = logging.getLogger(__name__)

Raw: TypeAlias = Mapping[str, Any]
TOMBSTONE = "m.room.tombstone"
# A join over federation takes as long as the other server takes.
_JOIN_WITHIN_S = 180.0

Move: TypeAlias = Callable[[RoomId, RoomId], Awaitable[None]]
"""Moves all that is kept of the first room to the second."""


class Upgrades:
    """The rooms that were replaced, and how far the bot has come with each.

    `power` is the level that a change for everybody takes: the sender of a tombstone has it too. `turned_down` gets the
    invitations to rooms that turned out to be no successor.
    """

    def __init__(
        self,
        wire: Wire,
        database: Database,
        clock: Clock,
        power: float,
        move: Move,
        turned_down: Callable[[Invitation], None],
    ) -> None:
        self._wire = wire
        self._database = database
        self._clock = clock
        self._power = power
        self._move = move
        self._turned_down = turned_down
        self._following: dict[RoomId, asyncio.Task[None]] = {}
        self._old_of: dict[RoomId, RoomId] = {}
        self._invited: dict[RoomId, Invitation] = {}

    def seen(self, old: RoomId, tombstone: Raw) -> None:
        """There is a tombstone in `old`, a room that the bot is in."""
        new = _successor(tombstone)
        if new is None or new == old or self._old_of.get(new, old) != old:
            return
        self._old_of[new] = old
        self._start(old)

    def invited(self, invitation: Invitation) -> bool:
        """Whether `invitation` is to a room that takes the place of another; then it is dealt with here."""
        old = self._old_of.get(invitation.room)
        if old is None:
            return False
        self._invited[invitation.room] = invitation
        self._start(old)
        return True

    async def close(self) -> None:
        """Leave what is under way to the next start."""
        tasks = list(self._following.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _start(self, old: RoomId) -> None:
        running = self._following.get(old)
        task = asyncio.create_task(self._follow(old, running))
        self._following[old] = task
        task.add_done_callback(partial(self._ended, old))

    def _ended(self, old: RoomId, task: asyncio.Task[None]) -> None:
        if self._following.get(old) is task:
            del self._following[old]
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("event=upgrade-not-followed room=%s", old, exc_info=error)

    async def _follow(self, old: RoomId, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait((before,))
        tombstone = await state_event(self._wire, old, TOMBSTONE)
        new = _successor(tombstone)
        if new is None or self._old_of.get(new) != old:
            return
        sender = str(tombstone.get("sender", ""))
        if not await self._may_upgrade(sender, old):
            log.warning("event=upgrade-refused room=%s reason=no-right", old)
            self._forget(new)
            return
        async with self._database.transaction() as tx:
            await rooms.expected(tx, new, old, self._clock.now_ms())
        if not await self._joined(new, server_of(sender)):
            return
        if not await self._points_back(new, old):
            log.warning("event=upgrade-refused room=%s reason=another-predecessor", old)
            await self._leave(new)
            self._forget(new)
            return
        await self._move(old, new)
        log.info("event=upgraded room=%s successor=%s", old, new)
        await self._leave(old)
        self._invited.pop(new, None)
        self._forget(new)

    async def _may_upgrade(self, sender: UserId, room: RoomId) -> bool:
        create = await state_event(self._wire, room, "m.room.create")
        levels = await state_event(self._wire, room, "m.room.power_levels")
        rights = Rights(create, levels.get("content"))
        # In a room where everybody may set any state, nobody in particular may take its data elsewhere.
        needed = max(rights.needed_to_send(TOMBSTONE, state=True), self._power)
        return bool(create) and rights.level_of(sender) >= needed

    async def _joined(self, new: RoomId, server: str) -> bool:
        """Join `new` by way of `server`; False when it takes an invitation, which is waited for."""
        # Both names of the parameter: `via` since v1.12 of the specification.
        way = {"via": server, "server_name": server}
        join = partial(self._wire.call, "POST", f"/join/{escaped(new)}", {}, way, timeout_s=_JOIN_WITHIN_S)
        try:
            await patiently(join, "upgrade")
        except Declined as declined:
            log.info("event=upgrade-waits room=%s reason=%s", new, declined.code)
            return False
        return True

    async def _points_back(self, new: RoomId, old: RoomId) -> bool:
        content = (await state_event(self._wire, new, "m.room.create")).get("content")
        predecessor = content.get("predecessor") if isinstance(content, Mapping) else None
        return isinstance(predecessor, Mapping) and predecessor.get("room_id") == old

    async def _leave(self, room: RoomId) -> None:
        try:
            await self._wire.call("POST", f"/rooms/{escaped(room)}/leave", {})
        except HomeserverError as error:
            log.warning("event=not-left room=%s reason=%s", room, error)

    def _forget(self, new: RoomId) -> None:
        self._old_of.pop(new, None)
        if (invitation := self._invited.pop(new, None)) is not None:
            self._turned_down(invitation)


def _successor(tombstone: Raw) -> RoomId | None:
    content = tombstone.get("content")
    new = content.get("replacement_room") if isinstance(content, Mapping) else None
    return new if isinstance(new, str) and new.startswith("!") else None
