"""Which messages the homeserver took, on their way into the database: written in groups, a little later.

A crash before they are written costs nothing: the message is sent again with the same transaction id, and
the homeserver answers with the event that it already has.
"""

import asyncio
import logging
from collections import OrderedDict

from bot.clock import Clock
from bot.conversation import EventId, RoomId, TransactionId
from bot.database import Database, observation, outbox
from bot.matrix.boundary import boundary

log = logging.getLogger(__name__)

_LAG_S = 1.0
_DAY_MS = 24 * 60 * 60 * 1000
_REMEMBERED = 10_000


class Notes:
    """What became of the messages that were sent."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._sent: dict[TransactionId, EventId] = {}
        self._refused: dict[TransactionId, str] = {}
        self._recent: OrderedDict[TransactionId, EventId] = OrderedDict()
        self._limited: list[float] = []
        self._turn = asyncio.Lock()
        self._writing: asyncio.Task[None] | None = None

    def sent(self, transaction: TransactionId, event: EventId) -> None:
        """The homeserver took the message and called it `event`."""
        self._sent[transaction] = event
        self._recent[transaction] = event
        if len(self._recent) > _REMEMBERED:
            self._recent.popitem(last=False)
        self._write_soon()

    def refused(self, transaction: TransactionId, reason: str) -> None:
        """The homeserver will never take the message."""
        self._refused[transaction] = reason
        self._write_soon()

    def rate_limited(self, wait_s: float) -> None:
        """The homeserver wants to be left alone for `wait_s` seconds: whoever keeps the bot may want to know."""
        self._limited.append(wait_s)
        self._write_soon()

    async def event_of(self, transaction: TransactionId) -> EventId | None:
        """The event of a message, or None when it was not sent."""
        return self._recent.get(transaction) or await outbox.event_of(self._database, transaction)

    async def waiting_in(self, room: RoomId) -> list[outbox.Posted]:
        """What is still to be sent to `room`. What has waited for a day is given up: nobody waits for it any more,
        and homeservers forget transaction ids by then.
        """
        await self.write()
        now_ms = self._clock.now_ms()
        async with self._database.transaction() as tx:
            await outbox.give_up_before(tx, room, now_ms - _DAY_MS, "too-late", now_ms)
        return [message for message in await outbox.waiting(self._database) if message.room == room]

    async def write(self) -> None:
        """Write all that is known by now, in one transaction."""
        async with self._turn:
            if not self._waiting:
                return
            sent, refused, limited = dict(self._sent), dict(self._refused), list(self._limited)
            now_ms = self._clock.now_ms()
            async with self._database.transaction() as tx:
                await outbox.note_all_sent(tx, sent, now_ms)
                for transaction, reason in refused.items():
                    await outbox.note_refused(tx, transaction, reason, now_ms)
                if limited:
                    await observation.note(tx, "rate-limited", len(limited), f"{limited[-1]:.0f}", now_ms)
            del self._limited[: len(limited)]
            for transaction in sent:
                del self._sent[transaction]
            for transaction in refused:
                del self._refused[transaction]
        boundary("noted")

    @property
    def _waiting(self) -> int:
        return len(self._sent) + len(self._refused) + len(self._limited)

    def _write_soon(self) -> None:
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_later())

    async def _write_later(self) -> None:
        while self._waiting:
            await asyncio.sleep(_LAG_S)
            try:
                await self.write()
            except Exception:
                # A locked or full database: the notes wait in memory, and the next round tries again.
                log.exception("event=notes-not-written waiting=%d", self._waiting)
                await asyncio.sleep(1)

    async def close(self) -> None:
        """Write what is left."""
        if self._writing is not None:
            self._writing.cancel()
            await asyncio.gather(self._writing, return_exceptions=True)
        await self.write()
