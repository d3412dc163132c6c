"""A room in which the bot's messages are sent, so that people can reply and react to them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.conversation import Effect, Incoming, Message, Reaction, Redaction, Room, Say
from bot.database import Database, outbox
from bot.desk import Desk, Manners, Rights, Skill, Timed, Weighing

PARIS = ZoneInfo("Europe/Paris")


@dataclass
class HandClock:
    """A clock that is set by hand."""

    time: datetime

    def now_ms(self) -> int:
        return int(self.time.timestamp() * 1000)

    def now(self) -> datetime:
        return self.time


class AllPowerful:
    """Everybody may change everything."""

    async def power(self, room: str, user: str) -> float | None:
        return 100


@dataclass
class Office:
    """Ada's room: `says`, `replies`, `reacts`, `takes_back`, `later` give what the bot says then."""

    database: Database
    skills: Sequence[Skill]
    clock: HandClock
    language: str = "fr"
    room: Room = field(default_factory=lambda: Room(id="!office"))
    timed: Sequence[Timed] = ()
    answering: Sequence[Skill] = ()
    weighing: Sequence[Weighing] = ()
    powers: Rights | None = field(default_factory=AllPowerful)
    sent: list[outbox.Posted] = field(default_factory=list)
    count: int = 0

    @property
    def desk(self) -> Desk:
        return Desk(
            self.database,
            self.skills,
            self.clock,
            Manners(language=self.language),
            self.timed,
            self.powers,
            weighing=self.weighing,
            answering=self.answering,
        )

    async def says(self, text: str, **more: object) -> list[str]:
        return await self.happens(self._message(text, **more))

    async def replies(self, text: str, to: int = -1) -> list[str]:
        """Reply to the message of the bot at `to` among those that it sent."""
        return await self.says(text, reply_to=self.event_at(to))

    async def reacts(self, key: str, to: int = -1) -> list[str]:
        self.count += 1
        target = self.event_at(to)
        reaction = Reaction(
            room=self.room.id, event=f"${self.count}", sender="@ada:x", age_ms=0, target=target, key=key
        )
        return await self.happens(reaction)

    async def takes_back(self) -> list[str]:
        """Ada removes what she did last."""
        removed = f"${self.count}"
        self.count += 1
        event = f"${self.count}"
        return await self.happens(Redaction(room=self.room.id, event=event, sender="@ada:x", age_ms=0, redacts=removed))

    async def happens(self, event: Incoming) -> list[str]:
        return await self.delivered(await self.desk.receive([(event, self.room)]))

    async def wakes(self, started: bool = False) -> list[str]:
        return await self.delivered(await self.desk.wake(started))

    async def delivered(self, posted: Sequence[outbox.Posted]) -> list[str]:
        """Send what was posted; returns what was said, with plain spaces."""
        self.sent += posted
        async with self.database.transaction() as tx:
            for row in posted:
                await outbox.note_sent(tx, row.transaction, f"$bot-{row.number}", self.clock.now_ms())
        return [_plain(row.effect) for row in posted if isinstance(row.effect, Say)]

    def event_at(self, place: int) -> str:
        said = [row for row in self.sent if isinstance(row.effect, Say)]
        return f"$bot-{said[place].number}"

    def _message(self, text: str, **more: object) -> Message:
        self.count += 1
        return Message(room=self.room.id, event=f"${self.count}", sender="@ada:x", age_ms=0, text=text, **more)  # type: ignore[arg-type]


def _plain(effect: Effect) -> str:
    assert isinstance(effect, Say)
    return effect.text.body.replace("\u00a0", " ").replace("\u202f", " ")
