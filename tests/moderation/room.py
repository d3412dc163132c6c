"""Moderators and strangers, their rooms and one bot: what is typed, and everything that the bot says back."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.ask import Ask
from bot.ask import storage as ask_storage
from bot.catalog import Catalogue
from bot.catalog.files import written, written_list
from bot.catalog.revisions import document
from bot.config import Moderation as Config
from bot.conversation import Effect, Incoming, Message, Publish, Published, React, Reaction, Room, Say
from bot.database import Database, Transaction, outbox, rooms
from bot.desk import Desk, Manners, Waking
from bot.moderation import Moderation
from bot.moderation import storage as moderation_storage
from bot.moderation.impact import Uses
from bot.moderation.opening import opened
from bot.moderation.shelf import Shelf
from tests.catalog import small

NOON = 1_795_518_000_000
"""Tuesday 24 November 2026, 12:00 in Paris."""
MODERATORS = "!moderators"
OFFICE = "!office"
ADA, EVE, BOB, CLEO = "@ada:x", "@eve:x", "@bob:x", "@cleo:x"
"""Ada has level 100 in the moderators' room, Eve 50, Bob 0; nobody knows of Cleo."""

_numbers = itertools.count(1)


class Hands:
    """A clock that tests turn."""

    def __init__(self) -> None:
        self.ms = NOON

    def now_ms(self) -> int:
        return self.ms

    def now(self) -> Any:
        raise NotImplementedError


class Rights:
    """The homeserver's answers about the moderators' room."""

    def __init__(self) -> None:
        self.levels: dict[str, float | None] = {ADA: 100.0, EVE: 50.0, BOB: 0.0}
        self.asked: list[tuple[str, str]] = []

    async def power(self, room: str, user: str) -> float | None:
        self.asked.append((room, user))
        return self.levels.get(user) if room == MODERATORS else 0.0


@dataclass
class Bot:
    """The bot over one database; made anew by `restarted`, on files that may be others by then."""

    database: Database
    shelf: Shelf
    config: Config
    clock: Hands = field(default_factory=Hands)
    rights: Rights = field(default_factory=Rights)
    uses: dict[str, Uses] = field(default_factory=dict)
    name: str = "bot"

    def __post_init__(self) -> None:
        async def count_uses(tx: Transaction, entries: Sequence[str]) -> Mapping[str, Uses]:
            return self.uses

        self.skill = Moderation(self.shelf, self.config, "fr", "Europe/Paris", count_uses, ask_storage)
        ask = Ask(self.shelf.names, moderation_storage.note_asked)
        self.desk = Desk(
            self.database, [self.skill, ask], self.clock, Manners(), rights=self.rights, weighing=[self.skill]
        )
        self.last: list[Effect] = []

    # ── what happens ─────────────────────────────────────────────────────────────────────────

    async def hears(self, happening: Incoming, room: Room | None = None) -> list[Effect]:
        """All effects of one event; the bot's own messages count as sent, each as the event `sent(effect)`."""
        posted = await self.desk.receive([(happening, room or Room(id=happening.room))])
        self.last = [each.effect for each in posted]
        async with self.database.transaction() as tx:
            for effect in self.last:
                await outbox.note_sent(tx, effect.transaction, sent(effect), self.clock.ms)
        return self.last

    async def told(self, text: str, who: str = ADA, room: str = MODERATORS, **more: Any) -> str:
        """Type `text`; the reply as plain text, "" for silence."""
        await self.hears(message(text, who, room, self.clock.ms, **more))
        return self.reply(room)

    def reply(self, room: str = MODERATORS) -> str:
        """What the bot has just said in `room`."""
        said = [effect for effect in self.last if isinstance(effect, Say) and effect.room == room]
        return "\n---\n".join(plain(each.text.body) for each in said)

    async def reacts(self, key: str, to: Effect, who: str = ADA, room: str = MODERATORS) -> str:
        """Put `key` on a message of the bot; its reply there."""
        event = f"${next(_numbers)}"
        await self.hears(Reaction(room=room, event=event, sender=who, age_ms=0, target=sent(to), key=key))
        return self.reply(room)

    async def asked(self, text: str, room: str = OFFICE) -> str:
        """A question of a member in their room."""
        await self.hears(message(text, BOB, room, self.clock.ms))
        return self.reply(room)

    # ── what it did ──────────────────────────────────────────────────────────────────────────

    @property
    def card(self) -> Say:
        """The latest message that waits for a gesture."""
        marked = {effect.target for effect in self.last if isinstance(effect, React) and effect.own}
        return next(each for each in self.last if isinstance(each, Say) and each.transaction in marked)

    def effort(self, product: str = "zoom") -> str:
        """The field of a product that tests change most."""
        return str(self.shelf.catalogue.products[product].effort)

    @property
    def published(self) -> list[Publish]:
        return [effect for effect in self.last if isinstance(effect, Publish)]

    async def wakes(self, started: bool = False) -> str:
        """Time has come; what it says to the moderators of its own accord."""
        async with self.database.transaction() as tx:
            self.last = list(await self.skill.wake(Waking(tx, self.clock.ms, started)))
            for effect in self.last:
                await outbox.post(tx, effect, self.clock.ms)
                await outbox.note_sent(tx, effect.transaction, sent(effect), self.clock.ms)
        return self.reply()

    async def enters(self, *entered: str) -> None:
        async with self.database.transaction() as tx:
            for room in entered:
                await rooms.entered(tx, room, False, self.clock.ms)

    async def restarted(self, shipped: Catalogue) -> "Bot":
        """The same database with a new process, on these files."""
        shelf = await opened(self.database, shipped, small.TODAY)
        return Bot(self.database, shelf, self.config, self.clock, self.rights, self.uses, self.name)


async def bot(database: Database, shipped: Catalogue, **config: Any) -> Bot:
    settings = Config.model_validate({"room": MODERATORS, **config})
    return Bot(database, await opened(database, shipped, small.TODAY), settings)


def message(text: str, who: str, room: str, now_ms: int, **more: Any) -> Message:
    fields: dict[str, Any] = {"room": room, "event": f"${next(_numbers)}", "sender": who, "age_ms": 0}
    return Message(**{**fields, "sent_ms": now_ms, "text": text, **more})


def heard_from(publish: Publish, who: str, room: str) -> Published:
    return Published(room=room, event=f"${next(_numbers)}", sender=who, age_ms=0, fields=publish.fields)


def sent(effect: Effect) -> str:
    """The event that the bot's message became."""
    return f"$sent-{effect.transaction}"


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2060", "")


def school() -> Catalogue:
    """Zoom and Padlet with what can replace them, Framasoft, Google, two needs."""
    return small.catalogue(
        small.product("Padlet", needs="whiteboard", use="scrumblr", owner={"name": "Padlet"}),
        small.product("Google Drive", needs="files", use="cryptpad", needs_context=["drive"]),
        small.product("pCloud", needs="files", use="cryptpad", owner={"name": "pCloud"}),
        small.alternative("Scrumblr", needs="whiteboard"),
        small.alternative("Digipad", needs="whiteboard"),
        small.alternative(
            "CryptPad",
            needs="files whiteboard",
            offers=[{"host": "framasoft", "cost": small.both("gratuit", "free")}],
        ),
        small.need("whiteboard", "tableau blanc", "whiteboard", alternatives=["scrumblr"]),
        small.need("files", "fichiers", "files"),
    )


def write(catalogue: Catalogue, place: Path) -> Path:
    """A catalogue as its folder of files."""
    for kind in ("products", "alternatives", "hosts", "quizzes"):
        (place / kind).mkdir(parents=True, exist_ok=True)
        for entry in getattr(catalogue, kind).values():
            (place / kind / f"{entry.id}.yaml").write_text(written(document(entry)), encoding="utf-8")
    for kind in ("needs", "giants"):
        text = written_list(document(entry) for entry in getattr(catalogue, kind).values())
        (place / f"{kind}.yaml").write_text(text, encoding="utf-8")
    return place
