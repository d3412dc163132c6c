"""Which room belongs to which space: believed only when both sides say so, read fresh.

A space names its rooms by `m.space.child`, a room its space by `m.space.parent`, each with the servers by which the
other is reached (specification v1.19, "Spaces"); without these servers it is no link. Anybody may claim a space: what
an association knows must not be had by claiming.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any, TypeAlias

from bot.conversation import Belonging, RoomId, UserId
from bot.matrix.batch import News
from bot.matrix.patience import patiently
from bot.matrix.rooms import state_event
from bot.matrix.wire import Declined, Wire

log = logging.getLogger(__name__)

Raw: TypeAlias = Mapping[str, Any]
Pair: TypeAlias = tuple[RoomId, RoomId]
"""A room and a space."""

CHILD, PARENT = SPACE_TYPES = ("m.space.child", "m.space.parent")


def pairs(news: Iterable[News]) -> set[Pair]:
    """The rooms and spaces of which something is said in `news`, by either side."""
    found: set[Pair] = set()
    for room in news:
        for event in (*room.state, *room.events):
            other = event.get("state_key")
            if not isinstance(other, str) or not other.startswith("!"):
                continue
            if event.get("type") == PARENT:
                found.add((room.room, other))
            elif event.get("type") == CHILD:
                found.add((other, room.room))
    return found


class Spaces:
    """Looks at one pair after another in the background, and tells what it found."""

    def __init__(self, wire: Wire, own: UserId, tell: Callable[[Belonging], Awaitable[None]]) -> None:
        self._wire = wire
        self._own = own
        self._tell = tell
        self._waiting: dict[Pair, None] = {}
        self._working: asyncio.Task[None] | None = None

    def consider(self, some: Iterable[Pair]) -> None:
        """Something may have changed between these."""
        self._waiting.update(dict.fromkeys(some))
        if self._waiting and (self._working is None or self._working.done()):
            self._working = asyncio.create_task(self._work())

    async def close(self) -> None:
        """Leave the rest to the look around at the next start."""
        if self._working is not None:
            self._working.cancel()
            await asyncio.gather(self._working, return_exceptions=True)

    async def _work(self) -> None:
        while self._waiting:
            room, space = next(iter(self._waiting))
            del self._waiting[room, space]
            try:
                await self._tell(await self._looked_at(room, space))
            except Declined as declined:
                # The bot is not in one of them: nothing is known, nothing changes.
                log.info("event=space-unseen room=%s space=%s reason=%s", room, space, declined.code)
            except Exception:
                log.exception("event=space-not-read room=%s space=%s", room, space)

    async def _looked_at(self, room: RoomId, space: RoomId) -> Belonging:
        child = await patiently(lambda: state_event(self._wire, space, CHILD, room), "space")
        parent = await patiently(lambda: state_event(self._wire, room, PARENT, space), "space")
        return Belonging(
            room=room,
            event=f"belonging {parent.get('event_id', '')} {child.get('event_id', '')}",
            sender=self._own,
            age_ms=0,
            space=space,
            confirmed=_links(child) and _links(parent),
        )


def _links(event: Raw) -> bool:
    content = event.get("content")
    via = content.get("via") if isinstance(content, Mapping) else None
    return isinstance(via, list) and any(isinstance(server, str) and server for server in via)
