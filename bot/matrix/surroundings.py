"""Where the bot is, beyond what is said there: invitations, rooms that are replaced by others, spaces."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.clock import Clock
from bot.conversation import Belonging, RoomId, UserId
from bot.database import Database
from bot.desk import Desk
from bot.matrix import rounds
from bot.matrix.batch import Batch, Invitation, News
from bot.matrix.delivery import Delivery
from bot.matrix.invitations import Invitations
from bot.matrix.rooms import RoomBook
from bot.matrix.spaces import Spaces, pairs
from bot.matrix.upgrades import TOMBSTONE, Upgrades
from bot.matrix.wire import Wire


@dataclass(frozen=True, slots=True)
class Place:
    """What the surroundings are looked at with; `power` is the level that a change for everybody takes."""

    wire: Wire
    own: UserId
    book: RoomBook
    database: Database
    clock: Clock
    delivery: Delivery
    invitations: Invitations
    power: float


class Surroundings:
    """Takes note of what /sync tells of the rooms, and does what follows from it in the background."""

    def __init__(self, place: Place, desk: Desk) -> None:
        self._ = place
        self._desk = desk
        self._upgrades = Upgrades(
            place.wire, place.database, place.clock, place.power, self._move, place.invitations.receive
        )
        self._spaces = Spaces(place.wire, place.own, self._belongs)

    def learn(self, joined: Iterable[News], invitations: Iterable[Invitation]) -> None:
        """These rooms, in which the bot is, have news; and it is invited to others."""
        joined = list(joined)
        for news in joined:
            for event in (*news.state, *news.events):
                if event.get("type") == TOMBSTONE and event.get("state_key") == "":
                    self._upgrades.seen(news.room, event)
        for invitation in invitations:
            if not self._upgrades.invited(invitation):
                self._.invitations.receive(invitation)
        self._spaces.consider(pairs(joined))

    async def look_around(self, ready: asyncio.Event) -> None:
        """Once `ready`, find what news of the past have left open; now and then again. Runs until cancelled."""
        await ready.wait()
        await rounds.for_ever(self._.wire, self._.own, self._seen)

    async def close(self) -> None:
        """Leave what is under way to the next start."""
        await self._upgrades.close()
        await self._spaces.close()

    def _seen(self, around: Batch) -> None:
        self.learn(around.joined, around.invitations)

    async def _move(self, old: RoomId, new: RoomId) -> None:
        book = self._.book
        book.put(replace(book.get(new), direct=book.get(old).direct or book.get(new).direct))
        await self._desk.move(old, new)
        self._.delivery.moved(old, new)

    async def _belongs(self, belonging: Belonging) -> None:
        self._.delivery.add(await self._desk.receive([(belonging, self._.book.get(belonging.room))]))
