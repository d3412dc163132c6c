"""Read receipts: people see that the bot has read them, also where it rightly says nothing.

One a room for whatever was read within a moment, one after the other, and after the answers: each costs the homeserver
almost as much as a message. A receipt that does not arrive is no loss, and is not sent again.
"""

import asyncio
import logging
from collections.abc import Callable

from bot.conversation import EventId, RoomId
from bot.matrix.wire import HomeserverError, Wire, escaped

log = logging.getLogger(__name__)

_LAG_S = 2.0


class Receipts:
    """The latest message that was read in each room, on its way to the homeserver once nothing is `answering`."""

    def __init__(self, wire: Wire, answering: Callable[[], bool] = lambda: False) -> None:
        self._wire = wire
        self._answering = answering
        self._latest: dict[RoomId, EventId] = {}
        self._sending: asyncio.Task[None] | None = None

    def read(self, room: RoomId, message: EventId) -> None:
        """`message` is the latest that was read in `room`."""
        self._latest[room] = message
        if self._sending is None or self._sending.done():
            self._sending = asyncio.create_task(self._send())

    async def close(self) -> None:
        """What is not sent yet is left."""
        if self._sending is not None:
            self._sending.cancel()
            await asyncio.gather(self._sending, return_exceptions=True)

    async def _send(self) -> None:
        while self._latest:
            await asyncio.sleep(_LAG_S)
            if self._answering():
                continue
            latest, self._latest = self._latest, {}
            for room, message in latest.items():
                path = f"/rooms/{escaped(room)}/receipt/m.read/{escaped(message)}"
                try:
                    await self._wire.call("POST", path, {}, timeout_s=10)
                except HomeserverError as error:
                    log.debug("event=receipt-not-sent room=%s reason=%s", room, error)
                    break
