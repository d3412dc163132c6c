"""Rooms, one desk, one skill: what is typed and the whole reply that comes back."""

import itertools
from dataclasses import dataclass, field

from bot.association import storage
from bot.clock import Clock, SystemClock
from bot.conversation import Effect, Incoming, Message, Reaction, Room, Say, Show
from bot.database import Database, outbox
from bot.desk import Desk, Manners, Skill, Weighing

ADA, BOB = "@ada:x", "@bob:x"
_numbers = itertools.count(1)


@dataclass
class Chat:
    """People who type in a room; `says` gives the bot's replies as plain text, `shows` the files it shows.

    Ada moderates every room, the others have the power that `powers` gives them.
    """

    database: Database
    skill: Skill
    language: str = "fr"
    room: Room = field(default_factory=lambda: Room(id="!office"))
    clock: Clock = field(default_factory=SystemClock)
    powers: dict[str, float | None] = field(default_factory=lambda: {ADA: 100})
    last: Say | None = None

    async def power(self, room: str, user: str) -> float | None:
        return self.powers.get(user, 0)

    async def says(self, text: str, *, by: str = ADA, room: str | None = None, **more: object) -> list[str]:
        effects = await self._hears(self._message(text, by, room, more))
        return [_plain(effect.text.body) for effect in effects if isinstance(effect, Say)]

    async def shows(self, text: str, *, by: str = ADA, room: str | None = None) -> list[Show]:
        effects = await self._hears(self._message(text, by, room, {}))
        return [effect for effect in effects if isinstance(effect, Show)]

    async def reacts(self, key: str, *, by: str = ADA, target: str = "$last") -> list[str]:
        """React to the bot's last message (or to `target`)."""
        if self.last is not None:
            async with self.database.transaction() as tx:
                await outbox.note_sent(tx, self.last.transaction, "$last", 1)
        reaction = Reaction(room=self.room.id, event=f"${next(_numbers)}", sender=by, age_ms=0, target=target, key=key)
        return [_plain(effect.text.body) for effect in await self._hears(reaction) if isinstance(effect, Say)]

    def _message(self, text: str, by: str, room: str | None, more: dict[str, object]) -> Message:
        return Message(
            room=room or self.room.id,
            event=f"${next(_numbers)}",
            sender=by,
            age_ms=0,
            text=text,
            **more,  # type: ignore[arg-type]
        )

    async def _hears(self, event: Incoming) -> list[Effect]:
        weighing: list[Weighing] = [self.skill] if hasattr(self.skill, "weighs") else []  # type: ignore[list-item]
        desk = Desk(
            self.database,
            [self.skill],
            self.clock,
            Manners(language=self.language),
            rights=self,
            weighing=weighing,
            spoken_in=storage.language,
        )
        effects = [row.effect for row in await desk.receive([(event, Room(id=event.room))])]
        self.last = next((effect for effect in reversed(effects) if isinstance(effect, Say)), self.last)
        return effects


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")
