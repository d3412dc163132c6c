"""A room in which a quiz is played: people, a clock that tests move, and a homeserver that takes every message."""

import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

from bot.catalog import Catalogue, Names
from bot.catalog.model import Series
from bot.conversation import (
    ClosePoll,
    Edit,
    Effect,
    Incoming,
    Left,
    Message,
    OpenPoll,
    React,
    Reaction,
    Recount,
    Recounted,
    Redaction,
    Revise,
    Room,
    Say,
    Vote,
)
from bot.database import Database, migrate, outbox
from bot.desk import Desk, Manners
from bot.quiz import Quiz
from bot.shipped import folder
from tests.catalog.small import alternative, both, catalogue, need, product

SECOND = 1000
HOUR = 3600 * SECOND
START = 1_800_000_000 * SECOND


class Clock:
    """Stands still until a test moves it."""

    def __init__(self) -> None:
        self.ms = START

    def now_ms(self) -> int:
        return self.ms


@dataclass(frozen=True)
class Sent:
    """A message of the bot as the room has it."""

    event: str
    effect: Effect

    @property
    def body(self) -> str:
        match self.effect:
            case Say(text=text) | Revise(text=text):
                return text.body
            case OpenPoll(question=question):
                return question
            case ClosePoll(text=end):
                return end
        return ""


class Played:
    """What a test does in the room and sees there."""

    def __init__(self, path: Path, database: Database, known: Catalogue, room: Room, *, polls: bool) -> None:
        self.path = path
        self.database = database
        self.catalogue = known
        self.room = room
        self.clock = Clock()
        self.sent: list[Sent] = []
        self._events = count(1)
        self._polls = polls
        self._seen = 0
        self.restart()

    def restart(self) -> None:
        """The bot starts anew on what it has written."""
        names = Names(self.catalogue)
        quiz = Quiz(lambda: names, polls=self._polls)
        self.desk = Desk(self.database, [quiz], self.clock, Manners(), timed=[quiz])  # type: ignore[arg-type]

    # ── people ───────────────────────────────────────────────────────────────────────────────────

    async def says(self, person: str, text: str, **more: object) -> str:
        """Returns the event."""
        return await self._does(Message(**self._by(person), text=text), **more)

    async def edits(self, person: str, original: str, text: str) -> str:
        return await self._does(Edit(**self._by(person), original=original, text=text))

    async def votes(self, person: str, *answers: str, poll: str | None = None, **more: object) -> str:
        """In the poll (the latest one unless `poll` says another)."""
        return await self._does(Vote(**self._by(person), poll=poll or self.poll, answers=answers), **more)

    async def reacts(self, person: str, key: str, target: str, **more: object) -> str:
        return await self._does(Reaction(**self._by(person), target=target, key=key), **more)

    async def removes(self, person: str, event: str) -> str:
        return await self._does(Redaction(**self._by(person), redacts=event))

    async def leaves(self) -> None:
        await self._does(Left(**self._by("@releve:x")))

    async def recounted(self, *votes: Vote, recount: Sent | None = None) -> None:
        """The homeserver answers the latest recount."""
        asked = (recount or self.of(Recount)[-1]).effect
        assert isinstance(asked, Recount)
        poll = next(sent.event for sent in self.sent if sent.effect.transaction == asked.target)
        about = {**self._by("@releve:x"), "event": asked.transaction}
        await self._does(Recounted(**about, poll=poll, votes=votes))

    def vote(self, person: str, *answers: str) -> Vote:
        """A vote that only the homeserver knows."""
        return Vote(**self._by(person), poll=self.poll, answers=answers)

    # ── time ─────────────────────────────────────────────────────────────────────────────────────

    async def passes(self, ms: int) -> None:
        """Time goes by; the bot wakes whenever it has asked for it."""
        end = self.clock.ms + ms
        while (due := await self.desk.next_wake()) is not None and due <= end:
            self.clock.ms = max(self.clock.ms, due)
            await self._take(await self.desk.wake())
        self.clock.ms = end

    async def starts_again(self) -> None:
        """The bot is stopped and started."""
        self.restart()
        await self._take(await self.desk.wake(started=True))

    # ── what the bot says ────────────────────────────────────────────────────────────────────────

    @property
    def poll(self) -> str:
        """The latest poll."""
        return self.of(OpenPoll)[-1].event

    @property
    def twin(self) -> str:
        """The latest message that was no edit and asks a question."""
        return [sent for sent in self.of(Say) if sent.effect.part.endswith("/twin")][-1].event

    @property
    def of_first_question(self) -> tuple[str, str]:
        """The poll and the twin of the first question."""
        return self.sent[0].event, self.sent[1].event

    async def counts_of(self, place: int) -> dict[str, int]:
        """The counts that are kept of a closed question."""
        row = await self.database.fetch_one("SELECT counts FROM question WHERE place = ?", (place,))
        assert row is not None
        counts: dict[str, int] = json.loads(row["counts"])
        return counts

    def of(self, kind: type[Effect]) -> list[Sent]:
        return [sent for sent in self.sent if isinstance(sent.effect, kind)]

    def news(self, *kinds: type[Effect]) -> list[str]:
        """What the bot has said since this was last asked; only `kinds`, if there are any."""
        fresh, self._seen = self.sent[self._seen :], len(self.sent)
        return [sent.body for sent in fresh if isinstance(sent.effect, kinds or (Say, OpenPoll))]

    def shown(self) -> str:
        """What the latest twin reads now."""
        twin = next(sent for sent in self.sent if sent.event == self.twin)
        edits = [s for s in self.of(Revise) if s.effect.target == twin.effect.transaction]  # type: ignore[union-attr]
        return (edits or [twin])[-1].body

    def gestures(self) -> list[str]:
        return [sent.effect.target for sent in self.sent if isinstance(sent.effect, React)]

    # ── the homeserver ───────────────────────────────────────────────────────────────────────────

    def _by(self, person: str) -> dict[str, Any]:
        return {
            "room": self.room.id,
            "event": f"$event{next(self._events)}",
            "sender": person,
            "age_ms": 0,
            "sent_ms": self.clock.ms,
        }

    async def _does(self, event: Incoming, /, **more: object) -> str:
        event = replace(event, **more)  # type: ignore[arg-type]
        self.clock.ms += 1
        await self._take(await self.desk.receive([(event, self.room)]))
        return event.event

    async def _take(self, posted: Sequence[outbox.Posted]) -> None:
        for each in posted:
            event = f"$bot{len(self.sent) + 1}"
            self.sent.append(Sent(event, each.effect))
            async with self.database.transaction() as tx:
                await outbox.note_sent(tx, each.transaction, event, self.clock.ms)


@asynccontextmanager
async def played(
    path: Path, *, direct: bool = False, encrypted: bool = False, polls: bool = True, known: Catalogue | None = None
) -> AsyncIterator[Played]:
    """A room in which nothing has been said yet."""
    migrate(path, folder("migrations"))
    async with await Database.open(path) as database:
        room = Room(id="!office", direct=direct, encrypted=encrypted)
        yield Played(path, database, known or KNOWN, room, polls=polls)


def _series() -> Series:
    source = {"title": "Un livre", "date": "2025-01"}
    questions = [
        {
            "ask": both(f"Question {number} ?", f"Question {number}?"),
            "answers": [both("oui", "yes"), both("non", "no")],
            "right": 2,
            "why": both(f"Parce que {number}.", f"Because of {number}."),
            "source": {"title": "Un livre", "url": "https://livre.example.org/page", "date": "2025-01"},
        }
        for number in range(1, 6)
    ]
    fields = {
        "id": "formats",
        "title": both("Les formats ouverts", "Open formats"),
        "questions": questions,
        "sources": [source],
        "checked": "2026-10",
    }
    return Series.model_validate(fields)


def _known() -> Catalogue:
    small = catalogue(
        need("file-storage", "fichiers partagés", "shared files", weight=3, alternatives=["nextcloud"]),
        need("email", "courriel", "e-mail", weight=3),
        need("video-call", "visioconférence", "video calls", weight=2),
        need("forms", "formulaires", "forms"),
        need("kanban", "gestion de projet", "project boards"),
        need("wiki", "wiki", "wiki"),
        alternative("Nextcloud", "file-storage"),
        alternative("Roundcube", "email", difficulty="hard"),
        product("Google Drive", "file-storage", "nextcloud"),
        product("Dropbox", "file-storage", "nextcloud", owner={"name": "Dropbox", "country": "US"}),
        product("Gmail", "email", "roundcube"),
        product("Google Forms", "forms", "nextcloud"),
        product("Trello", "kanban", "nextcloud", owner={"name": "Trello", "country": "US"}),
        product("Notion", "wiki", "nextcloud", owner={"name": "Notion", "country": "US"}),
    )
    return replace(small, quizzes={"formats": _series()})


KNOWN = _known()
"""Six needs with a product each, heaviest: files and e-mail; one knowledge quiz."""
