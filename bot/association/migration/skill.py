"""The migrations skill: from an answer to a plan, and what becomes of it."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.association import storage as association
from bot.association.migration import course, days, plan, promise, reading, storage, telling
from bot.association.migration.course import Place
from bot.association.migration.model import Migration, Pair
from bot.association.migration.reading import Gesture, Unread, Wish
from bot.association.migration.storage import Said
from bot.association.moves import Move
from bot.association.storage_settings import settings
from bot.catalog.names import Names
from bot.conversation import Effect, Incoming, Language, Message, Reaction, Redaction, RoomId, Say
from bot.database import Transaction, outbox
from bot.desk import Call, Command, Scene
from bot.wording import Document, render, sentence, tamed

_RIGHT_AFTER_MS = 10 * 60 * 1000
"""What is said this soon after the bot spoke of a plan is about it, also when it is no reply."""
_VERBS = {"fini": "done", "fait": "done", "done": "done", "abandonner": "drop", "abandon": "drop", "drop": "drop"} | {
    "annuler": "undo",
    "undo": "undo",
}


class Migrations:
    """Plans and follows migrations. `names` gives the names of the current catalogue.

    `time_zone` (IANA) is that of an association which has chosen none.
    """

    name = "migration"

    def __init__(self, names: Callable[[], Names], time_zone: str = "Europe/Paris") -> None:
        self._names = names
        self._time_zone = time_zone
        self.commands = (
            Command("migrate", {"fr": ("migrer",), "en": ("migrate",)}, self._migrate),
            Command("migrations", {"fr": ("migrations",), "en": ("migrations",)}, self._migrations, bare=True),
        )

    async def take(self, event: Incoming, scene: Scene) -> Sequence[Effect] | None:
        """A reaction or a few words about an answer or a plan; a reaction that was taken back."""
        match event:
            case Reaction():
                return await self._reaction(event, scene)
            case Message() if scene.fresh:
                return await self._message(event, scene)
            case Redaction():
                return await self._redaction(event, scene)
            case _:
                return None

    # ── gestures ─────────────────────────────────────────────────────────────────────────────

    async def _reaction(self, reaction: Reaction, scene: Scene) -> Sequence[Effect] | None:
        gesture = reading.reacted(reaction.key)
        own = await outbox.message_of(scene.tx, reaction.target) if gesture else None
        if gesture is None or own is None:
            return None
        if gesture is Gesture.GO:
            offered = await storage.offer_in(scene.tx, own)
            return await self._plan_offer(reaction, offered, 1, scene) if offered else None
        said = await storage.said_in(scene.tx, own)
        return await self._do(gesture, said.migration, reaction, scene) if said else None

    async def _message(self, message: Message, scene: Scene) -> Sequence[Effect] | None:
        replied = await outbox.message_of(scene.tx, message.reply_to) if message.reply_to else None
        since = scene.now_ms - _RIGHT_AFTER_MS
        if (wish := reading.wished(message.text)) is not None:
            return await self._wish(wish, message, replied, since, scene)
        said = await storage.said_in(scene.tx, replied) if replied else None
        if said is None and message.reply_to is None:
            said = await storage.latest_said(scene.tx, scene.room.id, since)
        return await self._promise(message, said, scene) if said is not None and said.asks else None

    async def _wish(
        self, wish: Wish, message: Message, replied: str | None, since: int, scene: Scene
    ) -> Sequence[Effect] | None:
        """A gesture in words, in reply to what it is about or right after it."""
        if message.reply_to is not None and replied is None:
            return None
        if wish.gesture is Gesture.GO:
            found = (
                storage.offer_in(scene.tx, replied) if replied else storage.latest_offer(scene.tx, scene.room.id, since)
            )
            offered = await found
            return await self._plan_offer(message, offered, wish.number, scene) if offered else None
        said = await (
            storage.said_in(scene.tx, replied) if replied else storage.latest_said(scene.tx, scene.room.id, since)
        )
        # « fait » between people is no news for the bot, unless it is told so.
        if said is None or not (replied or scene.addressed):
            return None
        return await self._do(wish.gesture, said.migration, message, scene)

    async def _redaction(self, redaction: Redaction, scene: Scene) -> Sequence[Effect] | None:
        """A reaction or command was taken back, and what it did with it; others may have something to do too."""
        for change in await storage.changes_by(scene.tx, redaction.redacts):
            if await storage.found(scene.tx, change.migration) is not None:
                undone = await course.undo(self._place(redaction, scene), self._names().catalogue, change)
                return self._say(redaction, telling.undone(self._names().catalogue, undone, scene.language))
        return None

    async def _do(
        self, gesture: Gesture, number: int, event: Message | Reaction, scene: Scene, language: Language | None = None
    ) -> Sequence[Effect]:
        """Carry out `gesture` on a migration, and tell what came of it."""
        language, catalogue = language or scene.language, self._names().catalogue
        migration = await storage.found(scene.tx, number)
        if migration is None:
            return self._say(event, sentence(language, "migration.gone"))
        place = self._place(event, scene)
        if gesture is Gesture.UNDO:
            change = await storage.last_change(scene.tx, number)
            if change is None:
                return self._say(event, sentence(language, "migration.nothing-to-undo"))
            return self._say(event, telling.undone(catalogue, await course.undo(place, catalogue, change), language))
        if not migration.open:
            # The same gesture by a second person is the same gesture.
            return () if isinstance(event, Reaction) else self._say(event, sentence(language, "migration.over"))
        done = gesture is Gesture.DONE
        moved = await (course.finish(place, catalogue, migration) if done else course.drop(place, migration))
        said = self._say(event, telling.moved(catalogue, moved, None, language))
        await storage.note_said(scene.tx, said[0].transaction, number, event.room, asks=False, now_ms=scene.now_ms)
        return said

    async def _promise(self, message: Message, said: Said, scene: Scene) -> Sequence[Effect] | None:
        today = await self._today(scene)
        answering = message.reply_to is not None or message.mentioned
        # In a private conversation everything is for the bot, but a name alone may be that of a tool.
        answering = answering or (scene.room.direct and days.found(message.text, today) is not None)
        read = promise.promise(message.text, today, answering=answering)
        migration = await storage.found(scene.tx, said.migration) if read else None
        if read is None or migration is None or not migration.open or self._names().named(read.who or ""):
            return None
        kept = replace(migration, who=read.who or migration.who, by=read.by or migration.by)
        await course.promise(self._place(message, scene), kept)
        return self._say(message, telling.promised(kept, today, scene.language))

    # ── planning ─────────────────────────────────────────────────────────────────────────────

    async def _plan_offer(
        self, event: Message | Reaction, offered: storage.Offered, number: int, scene: Scene
    ) -> Sequence[Effect] | None:
        catalogue = self._names().catalogue
        pairs = plan.pairs(catalogue, offered.products, offered.needs, offered.alternatives, number)
        return await self._plan(event, pairs, scene, offered.language) if pairs else None

    async def _plan(
        self, event: Message | Reaction, pairs: Sequence[Pair], scene: Scene, language: Language
    ) -> Sequence[Effect]:
        place, catalogue = self._place(event, scene), self._names().catalogue
        outcomes = [await course.begin(place, catalogue, pair) for pair in pairs]
        new = [migration for migration, begun in outcomes if begun]
        if not new:
            return self._say(event, telling.under_way(catalogue, outcomes[0][0], language))
        said = self._say(event, telling.planned(catalogue, new, language))
        await storage.note_said(
            scene.tx, said[0].transaction, new[0].number, event.room, asks=True, now_ms=scene.now_ms
        )
        return said

    # ── commands ─────────────────────────────────────────────────────────────────────────────

    async def _migrate(self, call: Call, scene: Scene) -> Sequence[Effect]:
        tools = await association.tools(scene.tx, scene.room.id)
        read = reading.pair(call.arguments, self._names(), tools)
        if isinstance(read, Unread):
            name = tamed(read.name)
            return self._say(call.message, sentence(scene.language, f"migration.{read.why}", name=name))
        return await self._plan(call.message, (read,), scene, scene.language)

    async def _migrations(self, call: Call, scene: Scene) -> Sequence[Effect]:
        number = await association.association_of(scene.tx, scene.room.id, scene.now_ms)
        migrations = await storage.of_association(scene.tx, number)
        if not call.arguments:
            return self._say(
                call.message,
                telling.listed(self._names().catalogue, migrations, await self._today(scene), scene.language),
            )
        verb, _, typed = call.arguments.partition(" ")
        gesture, chosen = _VERBS.get(verb.casefold()), _chosen(migrations, typed.strip())
        if gesture is None or chosen is None:
            return self._say(call.message, sentence(scene.language, "migration.usage-list"))
        return await self._do(Gesture(gesture), chosen.number, call.message, scene)

    async def moves(self, tx: Transaction, room: RoomId) -> Sequence[Move]:
        """What the association of `room` has undertaken, as the picture and the report show it."""
        return telling.shown(self._names().catalogue, await storage.of_room(tx, room))

    # ── small parts ──────────────────────────────────────────────────────────────────────────

    async def _today(self, scene: Scene) -> datetime.date:
        chosen = await settings(scene.tx, scene.room.id, scene.now_ms)
        zone = ZoneInfo(chosen.time_zone or self._time_zone)
        return datetime.datetime.fromtimestamp(scene.now_ms / 1000, zone).date()

    def _place(self, event: Message | Reaction | Redaction, scene: Scene) -> Place:
        return Place(scene.tx, event.room, event.event, scene.now_ms)

    def _say(self, event: Message | Reaction | Redaction, document: Document) -> tuple[Say]:
        """Say `document` where it belongs: in reply to a message, below the answer that was reacted to."""
        reply_to, thread = (event.event, event.thread) if isinstance(event, Message) else (None, None)
        if isinstance(event, Reaction):
            reply_to = event.target
        room: RoomId = event.room
        return (
            Say(
                room=room, cause=event.event, part="migration", text=render(document), reply_to=reply_to, thread=thread
            ),
        )


def _chosen(migrations: Sequence[Migration], typed: str) -> Migration | None:
    """The migration with the number that was typed; without a number, the only one there is."""
    if typed:
        return next((each for each in migrations if str(each.place) == typed), None)
    open_ones = [each for each in migrations if each.open] or migrations
    return open_ones[0] if len(open_ones) == 1 else None
