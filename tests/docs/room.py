"""A room on paper: the whole program at a desk, on a clock that moves; what everybody said in it, for the docs."""

import itertools
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from html import escape
from tempfile import TemporaryDirectory
from typing import TypeVar

from bot.app import desk_for
from bot.catalog import Catalogue, load
from bot.config import Config
from bot.conversation import Effect, Incoming, Joined, Message, OpenPoll, Reaction, Room, RoomId, Say, Show, Vote
from bot.database import Database, migrate, outbox
from bot.desk import Desk
from bot.moderation.opening import opened
from bot.shipped import folder

_START = datetime(2026, 11, 24, 19, 0, tzinfo=UTC)
_OFFICE, _MODERATORS = "!office", "!moderators"
_ROOMS = {"office": _OFFICE, "moderators": _MODERATORS}
_BOT = "@releve:asso.example"
_PEOPLE = ("Camille", "Dominique")

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Turn:
    """What was said in the room, as HTML; `who` is a first name, "" for the bot."""

    who: str
    html: str


class _Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.time = _START

    def now(self) -> datetime:
        return self.time

    def now_ms(self) -> int:
        return int(self.time.timestamp() * 1000)


class _Rights:
    """Camille moderates every room, the others none."""

    async def power(self, room: RoomId, user: str) -> float:
        return 100 if user == _user(_PEOPLE[0]) else 0


@dataclass
class Paper:
    """A room in which lines are played; made by `opened_room`."""

    desk: Desk
    database: Database
    clock: _Clock
    room: RoomId
    turns: list[Turn] = field(default_factory=list)
    _last: dict[type, str] = field(default_factory=dict)
    _numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    async def play(self, lines: Sequence[str]) -> list[Turn]:
        """Play `lines` and return what was said, except around lines that start with `~`.

        Camille says them, or whoever is named: `Dominique: bonjour`. `/reply …` answers the bot's last message,
        `/react ✅` reacts to it, `/vote 2` votes in its last poll, `/week` lets a week pass; `\\n` is a new line.
        """
        shown: list[Turn] = []
        for line in lines:
            self.turns.clear()
            await self._play(line.removeprefix("~").strip())
            if not line.startswith("~"):
                shown += self.turns
        return shown

    async def _play(self, line: str) -> None:
        if line == "/week":
            await self._pass_a_week()
            return
        who, colon, said = line.partition(": ")
        if not colon or who not in _PEOPLE:
            who, said = _PEOPLE[0], line
        event = self._event(who, said.replace("\\n", "\n"))
        shown = event.text if isinstance(event, Message) else said.partition(" ")[2]
        self.turns.append(Turn(who, escape(shown).replace("\n", "<br>")))
        await self._hear(event)
        # So long a quiz waits for further votes.
        self.clock.time += timedelta(seconds=20)
        await self._note(await self.desk.wake())

    def _event(self, who: str, said: str) -> Incoming:
        word, _, rest = said.partition(" ")
        number, now_ms = next(self._numbers), self.clock.now_ms()

        def by(kind: Callable[..., Made], **more: object) -> Made:
            sender = _user(who)
            return kind(room=self.room, event=f"$line-{number}", sender=sender, age_ms=0, sent_ms=now_ms, **more)

        match word:
            case "/react":
                return by(Reaction, target=self._last[Say], key=rest)
            case "/vote":
                return by(Vote, poll=self._last[OpenPoll], answers=(rest,))
            case "/reply":
                return by(Message, text=rest, reply_to=self._last[Say])
            case _:
                return by(Message, text=said)

    async def _hear(self, event: Incoming) -> None:
        await self._note(await self.desk.receive([(event, Room(id=event.room))]))

    async def _pass_a_week(self) -> None:
        until = self.clock.time + timedelta(days=7)
        while self.clock.time < until:
            self.clock.time += timedelta(hours=3)
            await self._note(await self.desk.wake())

    async def _note(self, posted: Sequence[outbox.Posted]) -> None:
        for row in posted:
            event = f"$sent-{row.transaction}"
            async with self.database.transaction() as tx:
                await outbox.note_sent(tx, row.transaction, event, self.clock.now_ms())
            self._last[type(row.effect)] = event
            if row.effect.room == self.room and (html := _html(row.effect)):
                self.turns.append(Turn("", html))


@asynccontextmanager
async def opened_room(language: str, kind: str = "office") -> AsyncIterator[Paper]:
    """A room (`office` or `moderators`) of a bot that speaks `language` and has just been invited."""
    with TemporaryDirectory() as place:
        config = Config.model_validate(
            {
                "matrix": {"homeserver": "https://matrix.asso.example", "user": _BOT},
                "rooms": {"language": language},
                "moderation": {"room": _MODERATORS},
                "data": place,
            }
        )
        migrate(config.database, folder("migrations"))
        async with await Database.open(config.database) as database:
            clock = _Clock()
            shelf = await opened(database, _shipped(), clock.now().date())
            desk = desk_for(config, database, shelf, clock, _Rights())
            paper = Paper(desk, database, clock, _ROOMS[kind])
            await paper._hear(Joined(room=paper.room, event="$joined", sender=_BOT, age_ms=0))
            await paper._note(await desk.wake(started=True))
            yield paper


@cache
def _shipped() -> Catalogue:
    return load(folder("catalog"))


def _user(who: str) -> str:
    return f"@{who.lower()}:asso.example"


def _html(effect: Effect) -> str:
    """What is read of an effect; "" where nothing is said."""
    match effect:
        case Say(text=text):
            return text.html
        case Show(name=name, alt=alt):
            return f"<p><code>{escape(name)}</code></p><p>{escape(alt)}</p>"
        case _:
            return ""
