"""Listening to the homeserver: one /sync after another, each handed to the desk before its token moves.

The library's own loop asks without pause when it fails, stores the token before the work is done, and
never fetches what a timeline left out; hence this one.
"""

import asyncio
import json
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeAlias

from bot.clock import Clock
from bot.conversation import Incoming, Joined, Message, Redaction, Room, RoomId, Unreadable
from bot.database import Database, Transaction, inbox, rooms
from bot.desk import Desk
from bot.matrix.batch import Batch, News, batch, in_turns, own_membership, since_arrival, sync_filter
from bot.matrix.boundary import boundary
from bot.matrix.delivery import Delivery
from bot.matrix.events import incoming
from bot.matrix.gaps import filled
from bot.matrix.invitations import Invitations
from bot.matrix.notes import Notes
from bot.matrix.pace import Backoff
from bot.matrix.receipts import Receipts
from bot.matrix.rooms import RoomBook, with_state
from bot.matrix.spoken import Names
from bot.matrix.surroundings import Surroundings
from bot.matrix.unread import Unread
from bot.matrix.wire import HomeserverError, RateLimited, TokenRevoked, Wire

log = logging.getLogger(__name__)

Raw: TypeAlias = Mapping[str, Any]
Happening: TypeAlias = tuple[Incoming, Room]

_POLL_MS = 30_000
# Beyond what the homeserver promises, before the connection counts as dead.
_GRACE_S = 60.0
# The very first answer tells of every room at once, and homeservers take their time over it.
_FIRST_WITHIN_S = 600.0
_LIMIT = 100
# Answers to the first questions leave while the others are still being read.
_AT_ONCE = 20
# What brought nothing (the bot's own messages, mostly) moves the token with the next thing that comes, or
# after this long: until then, a restart would hear it again and find nothing in it.
_IDLE_S = 10.0
_LOOK_AFTER_UNREAD_S = 2.0


class Opener(Protocol):
    """Reads encrypted events; see `crypto.Crypto`."""

    async def receive(self, answer: Raw) -> Sequence[tuple[RoomId, Raw]]:
        """Take in the keys of an answer of /sync; returns earlier events that can be read now, in clear."""
        ...

    def opened(self, room: RoomId, event: Raw) -> Raw | None:
        """An encrypted event in clear; None when its key is not there (yet)."""
        ...

    def members_seen(self, room: RoomId, memberships: Iterable[Raw]) -> None:
        """Membership events of an encrypted room, some of them perhaps old."""
        ...

    async def look_after_unread(self) -> Sequence[Unreadable]:
        """Do what is due for the messages that cannot be read; returns what rooms are to hear of."""
        ...

    @property
    def unread(self) -> Unread:
        """The messages that cannot be read yet."""
        ...


@dataclass(frozen=True, slots=True)
class Parts:
    """What the listener works with."""

    wire: Wire
    names: Names
    book: RoomBook
    database: Database
    clock: Clock
    notes: Notes
    delivery: Delivery
    invitations: Invitations
    opener: Opener | None
    revoked: asyncio.Event
    """Set when the homeserver no longer knows the bot."""


class Listener:
    """The sync loop of one session, handing what happens to `desk`."""

    def __init__(self, parts: Parts, desk: Desk, surroundings: Surroundings, ready: asyncio.Event) -> None:
        self._ = parts
        self._desk = desk
        self._surroundings = surroundings
        self._receipts = Receipts(parts.wire, parts.delivery.answering)
        self._ready = ready
        self._backoff = Backoff()
        self._unsaved: set[RoomId] = set()
        self._moved_at = float("-inf")
        self.heard_at: float | None = None
        """When the homeserver answered last, by the clock of the event loop."""

    async def run(self) -> None:
        """Listen until cancelled. `ready` is set when the first answer has been handled. Raises TokenRevoked."""
        try:
            await self._listen()
        finally:
            await self._receipts.close()

    async def _listen(self) -> None:
        since = await inbox.sync_token(self._.database)
        wait_ms = 0
        while True:
            answer = await self._ask(since, wait_ms)
            try:
                news = batch(answer, self._.names.user)
            except ValueError as error:
                await self._wait(error)
                continue
            if since is None:
                await self._insist(self._arrive, news, answer)
            elif news.token != since:
                await self._insist(self._work, news, answer, since)
            since = news.token
            wait_ms = _POLL_MS
            self._ready.set()
            self._.delivery.open()

    async def _ask(self, since: str | None, wait_ms: int) -> Raw:
        query = {"timeout": str(wait_ms), "filter": json.dumps(sync_filter(_LIMIT if since else 1))}
        if since:
            query["since"] = since
        within_s = wait_ms / 1000 + _GRACE_S if since else _FIRST_WITHIN_S
        while True:
            try:
                answer = await self._.wire.call("GET", "/sync", query=query, timeout_s=within_s)
            except TokenRevoked:
                raise
            except HomeserverError as error:
                await self._wait(error)
            else:
                self._backoff.well()
                self.heard_at = asyncio.get_running_loop().time()
                return answer

    async def _wait(self, error: Exception) -> None:
        wait_s = error.wait_s if isinstance(error, RateLimited) else self._backoff.next_s()
        log.warning("event=sync-waits reason=%s wait_s=%.1f", error, wait_s)
        await asyncio.sleep(wait_s)

    async def _insist(self, work: Any, *arguments: Any) -> None:
        """Do `work` until it is done: what cannot be written now (disk full, database locked) is not lost."""
        backoff = Backoff()
        while True:
            try:
                await work(*arguments)
            except TokenRevoked:
                raise
            except Exception:
                wait_s = backoff.next_s()
                log.exception("event=batch-not-handled wait_s=%.1f", wait_s)
                await asyncio.sleep(wait_s)
            else:
                return

    async def _arrive(self, news: Batch, answer: Raw) -> None:
        """The first answer ever: learn the rooms, take the invitations, and answer nothing of the past."""
        if self._.opener is not None:
            await self._.opener.receive(answer)
        happenings: list[Happening] = []
        for room in news.joined:
            self._learn(room)
            arrival = own_membership(room, self._.names.user)
            happenings += self._happenings(room.room, [arrival] if arrival else [])
        self._surroundings.learn(news.joined, news.invitations)
        await self._hand_over(happenings, news.token)

    async def _work(self, news: Batch, answer: Raw, since: str) -> None:
        late = await self._.opener.receive(answer) if self._.opener is not None else ()
        for room in news.joined:
            self._learn(room)
        self._surroundings.learn(news.joined, news.invitations)
        ready = [
            self._happenings(room.room, self._new_events(room, room.events)) for room in news.joined if not room.gap
        ]
        ready += [self._happenings(room, [event]) for room, event in (*late, *news.left)]
        gaps = [(room, room.gap) for room in news.joined if room.gap]
        await self._hand_over(list(in_turns(ready)), None if gaps else news.token)
        for position, (room, gap) in enumerate(gaps, 1):
            missed = await filled(self._.wire, room.room, gap, since, self._.names.user)
            events = self._new_events(room, [*missed, *room.events])
            token = news.token if position == len(gaps) else None
            await self._hand_over(self._happenings(room.room, events), token)
        for left, _ in news.left:
            self._.book.drop(left)

    async def look_after_unread(self) -> None:
        """Ask for missing keys and tell rooms of messages that stay unreadable, now and then. Runs until cancelled."""
        opener = self._.opener
        while opener is not None:
            await asyncio.sleep(_LOOK_AFTER_UNREAD_S)
            if not len(opener.unread):
                continue
            try:
                news = [(event, self._.book.get(event.room)) for event in await opener.look_after_unread()]
                self._.delivery.add(await self._desk.receive(news, opener.unread.write))
            except Exception:
                # A locked or full database: what could not be written is written with the next news.
                log.exception("event=unread-not-looked-after")

    def _learn(self, news: News) -> None:
        """Keep in mind what the state says of a room."""
        changes = (*news.state, *news.events)
        room = with_state(self._.book.get(news.room), changes)
        if room != self._.book.get(news.room):
            self._.book.put(room)
            self._unsaved.add(news.room)
        if self._.opener is not None and room.encrypted:
            self._.opener.members_seen(news.room, [e for e in changes if e.get("type") == "m.room.member"])

    def _new_events(self, news: News, events: Sequence[Raw]) -> Sequence[Raw]:
        """`events` without what was said before the bot came, its arrival first where it is new in the room."""
        own = self._.names.user
        new = since_arrival(events, own)
        arrival = own_membership(news, own)
        if self._.book.is_in(news.room) or (new and own_membership(News(news.room, (), new[:1], None), own)):
            return new
        if arrival is None:
            return ()
        came = _sent_at(arrival)
        return [arrival, *(event for event in new if _sent_at(event) > came)]

    def _happenings(self, room: RoomId, events: Iterable[Raw]) -> list[Happening]:
        happenings: list[Happening] = []
        now_ms = self._.clock.now_ms()
        for event in events:
            raw: Raw | None = event
            if event.get("type") == "m.room.encrypted" and self._.opener is not None:
                raw = self._.opener.opened(room, event)
            happening = incoming(raw, room, self._.names, now_ms)
            if isinstance(happening, Joined):
                known = self._.book.get(room)
                self._.book.enter(replace(known, direct=happening.direct or known.direct))
                self._unsaved.add(room)
            if isinstance(happening, Redaction) and self._.opener is not None:
                self._.opener.unread.drop(happening.redacts)
            if happening is not None:
                happenings.append((happening, self._.book.get(room)))
        return happenings

    async def _hand_over(self, happenings: Sequence[Happening], token: str | None) -> None:
        """Give `happenings` to the desk, a few at a time; `token` moves with the last of them."""
        now = asyncio.get_running_loop().time()
        if not happenings and not self._unwritten and now - self._moved_at < _IDLE_S:
            return
        if happenings:
            boundary("received")
            if not all(_stands_alone(event) for event, _ in happenings):
                # Whoever replies to an answer must find it known.
                await self._.notes.write()
        for start in range(0, max(len(happenings), 1), _AT_ONCE):
            last = start + _AT_ONCE >= len(happenings)

            async def then(tx: Transaction, last: bool = last) -> None:
                if last:
                    await self._move(tx, token)

            some = happenings[start : start + _AT_ONCE]
            posted = await self._desk.receive(some, then)
            if posted:
                boundary("committed")
            for event, _ in some:
                if isinstance(event, Message):
                    self._receipts.read(event.room, event.event)
            came = {event.room for event, _ in some if isinstance(event, Joined)}
            resumed = {room for room in came if await self._.delivery.back_in(room)}
            self._.delivery.add(message for message in posted if message.room not in resumed)
        self._unsaved.clear()
        self._moved_at = now

    @property
    def _unwritten(self) -> bool:
        return bool(self._unsaved) or (self._.opener is not None and self._.opener.unread.unsaved)

    async def _move(self, tx: Transaction, token: str | None) -> None:
        await rooms.observed(tx, [self._.book.get(room) for room in self._unsaved])
        if self._.opener is not None:
            await self._.opener.unread.write(tx)
        if token is not None and not self._.invitations.pending:
            await inbox.move_to(tx, token)


def _stands_alone(event: Incoming) -> bool:
    """Whether `event` refers to no other event, so that no message of the bot is looked for."""
    return isinstance(event, Message) and event.reply_to is None and event.thread is None


def _sent_at(event: Raw) -> float:
    sent = event.get("origin_server_ts")
    return sent if isinstance(sent, int | float) else 0
