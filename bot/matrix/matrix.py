"""The bot on Matrix: logs in, listens, sends, and stops cleanly. The one thing that the app uses."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from functools import partial
from typing import Self

from bot.clock import Clock
from bot.config import Config
from bot.conversation import EventId, Recount, RoomId, UserId
from bot.database import Database, outbox, rooms, unread
from bot.database.outbox import Posted
from bot.desk import Desk
from bot.matrix.crypto import Crypto
from bot.matrix.delivery import Delivery
from bot.matrix.invitations import Invitations
from bot.matrix.notes import Notes
from bot.matrix.recount import recounted
from bot.matrix.rooms import Rights, RoomBook, state_event
from bot.matrix.session import SESSION, Refused, Session, opened
from bot.matrix.spoken import Names
from bot.matrix.surroundings import Place, Surroundings
from bot.matrix.sync import Listener, Parts
from bot.matrix.unread import Unread
from bot.matrix.wire import HomeserverError, TokenRevoked, Wire, escaped

log = logging.getLogger(__name__)

_RIGHTS_WITHIN_S = 10


class Matrix:
    """One session on one homeserver. Made by `connected`; `run` it, `stop` it.

    `ready` is set once the first answer of the homeserver has been handled.
    """

    def __init__(self, parts: Parts, place: Place, session: Session) -> None:
        self._parts = parts
        self._place = place
        self.session = session
        self.ready = asyncio.Event()
        self._stopping = asyncio.Event()
        self._listener: Listener | None = None

    @classmethod
    @asynccontextmanager
    async def connected(cls, config: Config, database: Database, clock: Clock) -> AsyncIterator[Self]:
        """A session of the configured account; everything is written and closed at the end, nobody logged out.

        Waits for a homeserver that is away. Raises Refused when it does not let the bot in.
        """
        config.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        loading = asyncio.create_task(Crypto.loaded()) if config.matrix.encryption else None
        async with contextlib.AsyncExitStack() as closing:
            wire = await closing.enter_async_context(Wire(config.matrix.homeserver))
            session = await opened(config.matrix, wire, config.data / SESSION)
            crypto = None
            if loading is not None:
                await loading
                sealed = Unread(config.rooms.answer_within_minutes * 60_000, await unread.kept(database))
                crypto = await Crypto.of(session, wire, config.matrix.password, config.data, sealed, clock)
                closing.push_async_callback(crypto.close)
            notes = Notes(database, clock)
            closing.push_async_callback(notes.close)
            book = RoomBook(await rooms.joined(database))
            revoked = asyncio.Event()
            delivery = Delivery(wire, notes, book, crypto, revoked.set)
            closing.push_async_callback(delivery.close)
            delivery.add(await outbox.waiting(database))
            invitations = Invitations(wire, session.user, config.rooms)
            closing.push_async_callback(invitations.close)
            names = Names(session.user, await _display_name(wire, session))
            parts = Parts(wire, names, book, database, clock, notes, delivery, invitations, crypto, revoked)
            place = Place(
                wire, session.user, book, database, clock, delivery, invitations, config.rooms.power_to_change
            )
            yield cls(parts, place, session)

    async def run(self, desk: Desk) -> None:
        """Listen and answer until `stop`. Raises Refused when the homeserver no longer knows the bot."""
        self._parts.delivery.count_with(partial(self._recount, desk))
        surroundings = Surroundings(self._place, desk)
        self._listener = Listener(self._parts, desk, surroundings, self.ready)
        listening = asyncio.create_task(self._listener.run())
        looking = asyncio.create_task(surroundings.look_around(self.ready))
        reading = asyncio.create_task(self._listener.look_after_unread())
        stopping = asyncio.create_task(self._stopping.wait())
        revoked = asyncio.create_task(self._parts.revoked.wait())
        telling = asyncio.create_task(self._tell())
        tasks = (listening, stopping, revoked, telling, looking, reading)
        try:
            await asyncio.wait((listening, stopping, revoked), return_when=asyncio.FIRST_COMPLETED)
            if listening.done():
                listening.result()
            if revoked.done():
                raise TokenRevoked
        except TokenRevoked:
            raise Refused("matrix.token-revoked", user=self.session.user) from None
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await surroundings.close()

    @property
    def heard_at(self) -> float | None:
        """When the homeserver answered last, by the clock of the event loop; None before the first answer."""
        return self._listener.heard_at if self._listener is not None else None

    def stop(self) -> None:
        """End `run` at once; what is under way is finished while `connected` closes."""
        self._stopping.set()

    def deliver(self, messages: Iterable[Posted]) -> None:
        """Send messages that were put in the outbox by anything but the desk."""
        self._parts.delivery.add(messages)

    async def power(self, room: RoomId, user: UserId) -> float | None:
        """The power level of `user` in `room`, read fresh; None when the homeserver does not say within seconds."""
        try:
            async with asyncio.timeout(_RIGHTS_WITHIN_S):
                create = await state_event(self._parts.wire, room, "m.room.create")
                levels = await state_event(self._parts.wire, room, "m.room.power_levels")
        except (HomeserverError, TimeoutError) as error:
            log.warning("event=rights-unknown room=%s reason=%s", room, type(error).__name__)
            return None
        return Rights(create, levels.get("content")).level_of(user) if create else None

    async def _recount(self, desk: Desk, recount: Recount, poll: EventId) -> None:
        """Ask for all votes of `poll` and hand them to the desk."""
        parts = self._parts
        found = await recounted(parts.wire, recount, poll, parts.names, parts.opener, parts.clock.now_ms())
        # The desk must know the poll as its own.
        await parts.notes.write()
        self.deliver(await desk.receive([(found, parts.book.get(recount.room))]))

    async def _tell(self) -> None:
        await self.ready.wait()
        log.info("event=ready user=%s device=%s", self.session.user, self.session.device)


async def _display_name(wire: Wire, session: Session) -> str:
    """The bot's name as people see it; empty when it has none, or when the homeserver does not say."""
    try:
        answer = await wire.call("GET", f"/profile/{escaped(session.user)}/displayname")
    except HomeserverError:
        return ""
    name = answer.get("displayname")
    return name if isinstance(name, str) else ""
