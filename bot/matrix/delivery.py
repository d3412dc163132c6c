"""Sends what the outbox holds: different rooms at the same time, in order within a room, answers first.

A message leaves this place in one of two ways only: the homeserver took it, or said that it never will.
Everything else is tried again, with the same transaction id.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from typing import Protocol, TypeAlias

from bot import metrics
from bot.conversation import ClosePoll, EventId, Lane, React, Recount, Revise, RoomId, Show, TransactionId, Withdraw
from bot.database.outbox import Posted
from bot.matrix import files
from bot.matrix.boundary import boundary
from bot.matrix.content import GivenUp, Sending, sending
from bot.matrix.notes import Notes
from bot.matrix.pace import Backoff, Pace, Reserve
from bot.matrix.queues import Queues
from bot.matrix.rooms import RoomBook
from bot.matrix.wire import Declined, RateLimited, TokenRevoked, Unreachable, Wire

log = logging.getLogger(__name__)

_AT_ONCE = 20
_STOP_WITHIN_S = 3.0
# Reactions and redactions are in clear in encrypted rooms too.
_IN_CLEAR = (React, Withdraw)
_CHANGES = (Revise, Withdraw, ClosePoll, Recount)
"""What is about an earlier message."""


class Sealer(files.Locksmith, Protocol):
    """Encrypts for a room; see `crypto.Crypto`."""

    async def sealed(self, room: RoomId, message: Sending) -> Sending:
        """`message` as an encrypted event of `room`."""
        ...


class _Out(Exception):
    """The bot is not in the room: what is for it waits for the return."""


Counter: TypeAlias = Callable[[Recount, EventId], Awaitable[None]]
"""Counts the votes of a poll (an event) anew and hands them over."""


class Delivery:
    """The outbox on its way out. `on_revoked` is told when the homeserver no longer knows the bot."""

    def __init__(
        self, wire: Wire, notes: Notes, book: RoomBook, sealer: Sealer | None, on_revoked: Callable[[], None]
    ) -> None:
        self._wire = wire
        self._notes = notes
        self._book = book
        self._sealer = sealer
        self._on_revoked = on_revoked
        self._queues = Queues()
        self._left: set[RoomId] = set()
        self._pace = Pace(_AT_ONCE)
        self._reserve = Reserve()
        self._backoff = Backoff()
        self._backoff_of: dict[RoomId, Backoff] = {}
        self._held_at = 0.0
        self._under_way: dict[asyncio.Task[None], Lane] = {}
        self._open = False
        self._timer: asyncio.TimerHandle | None = None
        self._counter: Counter | None = None

    def count_with(self, counter: Counter) -> None:
        """Recounts are done by `counter`."""
        self._counter = counter

    def add(self, messages: Iterable[Posted]) -> None:
        """Send these messages when their turn comes."""
        self._queues.add(messages)
        self._go()

    def moved(self, old: RoomId, new: RoomId) -> None:
        """`new` has taken the place of the room `old`: what waits for one is for the other."""
        self._queues.move(old, new)
        self._go()

    async def back_in(self, room: RoomId) -> bool:
        """The bot is in `room`: send what waited for its return. Returns whether anything was held back.

        It is read from the database again, what was posted a moment ago included.
        """
        if room not in self._left:
            return False
        self._left.discard(room)
        self.add(await self._notes.waiting_in(room))
        return True

    def open(self) -> None:
        """Begin to send: what the rooms are like is known from now on."""
        self._open = True
        self._go()

    async def close(self) -> None:
        """Send nothing more; give what is under way a moment to arrive."""
        self._open = False
        if self._timer is not None:
            self._timer.cancel()
        if self._under_way:
            _, late = await asyncio.wait(self._under_way, timeout=_STOP_WITHIN_S)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def answering(self) -> bool:
        """Whether an answer is on its way."""
        return Lane.CONVERSATION in self._under_way.values()

    def waiting(self) -> dict[Lane, int]:
        """How many messages wait, by lane."""
        counts = dict.fromkeys(Lane, 0)
        for message in self._queues:
            counts[message.lane] += 1
        return counts

    def _go(self) -> None:
        """Start whatever may leave now."""
        if not self._open:
            return
        now = asyncio.get_running_loop().time()
        if now < self._pace.until:
            self._go_at(self._pace.until)
            return
        while len(self._under_way) < self._pace.window:
            # One broadcast at a time: an answer never waits for more than one of them.
            rested = now >= self._reserve.until
            message = self._queues.take(broadcasts=rested and Lane.BROADCAST not in self._under_way.values())
            if message is None:
                if not rested and self._queues:
                    self._go_at(self._reserve.until)
                return
            task = asyncio.create_task(self._send(message, now))
            self._under_way[task] = message.lane
            task.add_done_callback(self._arrived)

    def _go_at(self, when: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_at(when, self._go)

    def _arrived(self, task: asyncio.Task[None]) -> None:
        del self._under_way[task]
        self._go()

    async def _send(self, message: Posted, started: float) -> None:
        try:
            event = await self._put(message)
        except (GivenUp, Declined) as error:
            self._give_up(message, error)
        except _Out:
            log.info("event=not-in-room transaction=%s room=%s", message.transaction, message.room)
            self._left.add(message.room)
            self._queues.forget(message.room)
        except RateLimited as limited:
            log.info("event=rate-limited wait_s=%.1f", limited.wait_s)
            self._notes.rate_limited(limited.wait_s)
            self._hold(started, limited.wait_s)
            self._reserve.limited(asyncio.get_running_loop().time(), limited.wait_s)
            self._back(message)
        except TokenRevoked:
            self._queues.again(message)
            self._open = False
            self._on_revoked()
        except Unreachable as error:
            self._not_now(message, started, error)
        except Exception:
            log.exception("event=not-sent transaction=%s", message.transaction)
            self._later(message)
        else:
            boundary("sent")
            self._notes.sent(message.transaction, event)
            metrics.SENT.add(message.lane.value)
            self._pace.went_well()
            self._reserve.sent(asyncio.get_running_loop().time(), broadcast=message.lane is Lane.BROADCAST)
            self._backoff.well()
            self._backoff_of.pop(message.room, None)
            self._queues.done(message)

    async def _put(self, message: Posted) -> str:
        if self._book.has_left(message.room):
            raise _Out
        effect = message.effect
        own = effect.target if isinstance(effect, _CHANGES) or (isinstance(effect, React) and effect.own) else None
        target = await self._notes.event_of(own) if own is not None else None
        if isinstance(effect, Recount):
            return await self._recount(effect, target)
        encrypted = self._book.get(message.room).encrypted
        if encrypted and self._sealer is None and not isinstance(effect, _IN_CLEAR):
            raise GivenUp("encryption-off")
        place = None
        if isinstance(effect, Show):
            place = await files.put(effect, self._wire, self._sealer if encrypted else None)
        outgoing = sending(effect, target, place)
        if encrypted and self._sealer is not None and not isinstance(effect, _IN_CLEAR):
            outgoing = await self._sealer.sealed(message.room, outgoing)
        path = outgoing.path(message.room, message.transaction)
        try:
            answer = await self._wire.call("PUT", path, outgoing.content)
        except Declined as declined:
            if declined.code == "M_FORBIDDEN" and not await self._is_in(message.room):
                raise _Out from None
            raise
        event = answer.get("event_id")
        if not isinstance(event, str):
            raise Unreachable("an answer without event_id", everywhere=False)
        return event

    async def _is_in(self, room: RoomId) -> bool:
        """Whether the homeserver says that the bot is in `room`: news of a removal may still be on their way."""
        joined = (await self._wire.call("GET", "/joined_rooms")).get("joined_rooms")
        return not isinstance(joined, list) or room in joined

    async def _recount(self, recount: Recount, poll: EventId | None) -> TransactionId:
        """Nothing is sent: the homeserver is asked. What stands for the event is the transaction id."""
        if poll is None or self._counter is None:
            raise GivenUp("target-unknown")
        await self._counter(recount, poll)
        return recount.transaction

    def _give_up(self, message: Posted, error: GivenUp | Declined) -> None:
        reason = error.reason if isinstance(error, GivenUp) else error.code
        log.warning("event=refused transaction=%s room=%s reason=%s", message.transaction, message.room, reason)
        self._notes.refused(message.transaction, reason)
        metrics.REFUSED.add()
        self._queues.done(message)

    def _not_now(self, message: Posted, started: float, error: Unreachable) -> None:
        log.warning("event=not-sent transaction=%s reason=%s", message.transaction, error)
        if error.everywhere:
            # Messages that were under way together fail together: one outage, one step of the back-off.
            if started >= self._held_at:
                self._hold(started, self._backoff.next_s())
            self._back(message)
        else:
            self._later(message)

    def _hold(self, started: float, wait_s: float) -> None:
        now = asyncio.get_running_loop().time()
        self._held_at = max(now, started)
        self._pace.hold(now, wait_s)

    def _back(self, message: Posted) -> None:
        self._queues.again(message)
        self._queues.free(message.room)

    def _later(self, message: Posted) -> None:
        """Only this room waits; the others go on."""
        self._queues.again(message)
        wait_s = self._backoff_of.setdefault(message.room, Backoff()).next_s()
        asyncio.get_running_loop().call_later(wait_s, self._free, message.room)

    def _free(self, room: RoomId) -> None:
        self._queues.free(room)
        self._go()
