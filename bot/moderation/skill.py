"""The thin part of moderation: commands, gestures and other bots' revisions in; effects out."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.catalog.fold import fold
from bot.catalog.revisions import found
from bot.config import Moderation as Config
from bot.conversation import Edit, Effect, Incoming, Message, Published, Reaction, RoomId, Say
from bot.database import Database
from bot.desk import Call, Command, Scene, Waking
from bot.moderation import digest, followed, review, show, storage, upgrade
from bot.moderation.clerk import Clerk
from bot.moderation.drafts import Draft
from bot.moderation.editor import CountUses, Demand, Editor, Order
from bot.moderation.gestures import Gestures, card_at, gesture_in
from bot.moderation.parser import Misread, Request, parsed, verb_called
from bot.moderation.proposals import Proposals
from bot.moderation.shelf import Shelf
from bot.wording import Block, Document, render, tamed

_LEVEL = 50
"""The power level of a moderator in the moderators' room."""
_CALLS = ("catalogue", "catalog")
_IN_WORDS = frozenset({"show", "change", "retire", "checked", "give"})
"""Verbs whose commands may also be the beginning of a sentence between people."""


class Moderation:
    """Keeps the catalogue on `shelf` true: what moderators change, what everybody proposes, what other bots tell.

    `language` is what the moderators' room is spoken to in, `zone` the time zone of its dates.
    """

    name = "moderation"

    def __init__(
        self, shelf: Shelf, config: Config, language: str, zone: str, count_uses: CountUses, demand: Demand
    ) -> None:
        self._config = config
        self._language = language
        self._editor = Editor(shelf, config, ZoneInfo(zone), count_uses, demand)
        self._proposals = Proposals(self._editor, language)
        self._clerk = Clerk(self._editor, self._proposals)
        self._gestures = Gestures(self._editor, self._proposals, self._clerk, language)
        self.commands = (
            Command("catalogue", {"fr": ("catalogue",), "en": ("catalog",)}, self._catalogue, bare=True),
            Command("propose", {"fr": ("proposer",), "en": ("propose",)}, self._propose),
        )

    # ── who ──────────────────────────────────────────────────────────────────────────────────

    async def weighs(self, event: Incoming, database: Database) -> bool | RoomId:
        """A command of the catalogue, or a gesture on one of its cards, takes a right in the moderators' room."""
        room = self._config.room
        if room is None:
            return False
        if isinstance(event, Reaction):
            return room if await card_at(database, event.target) else False
        if not isinstance(event, Message):
            return False
        called = _first_word(event.text) in _CALLS or (event.room == room and verb_called(event.text[:200]) is not None)
        if called or (event.reply_to is not None and await card_at(database, event.reply_to)):
            return room
        return False

    def _is_moderator(self, event: Incoming, scene: Scene) -> bool:
        return event.sender in self._config.moderators or (scene.power is not None and scene.power >= _LEVEL)

    # ── what comes in ────────────────────────────────────────────────────────────────────────

    async def take(self, event: Incoming, scene: Scene) -> Sequence[Effect] | None:
        """A command in the moderators' room, a gesture on a card, a revision of another bot; nothing else."""
        match event:
            case Reaction():
                return await self._gesture(event, event.key, event.target, scene)
            case Published():
                return await followed.heard(
                    scene.tx, event, self._config.follow, self._editor, self._proposals, self._language, scene.now_ms
                )
            case Message() if scene.fresh:
                return await self._message(event, scene)
            case Edit() if self._is_command(event, scene):
                text = render(Document(scene.language, (show.line("moderation.edited", scene.language),)))
                return (Say(room=event.room, cause=event.event, text=text, reply_to=event.original),)
            case _:
                return None

    def _is_command(self, edit: Edit, scene: Scene) -> bool:
        """Whether what was corrected is a command: it is not carried out twice."""
        here = edit.room == self._config.room and verb_called(edit.text[:200]) is not None
        return scene.addressed and (here or _first_word(edit.text) in _CALLS)

    async def _message(self, message: Message, scene: Scene) -> Sequence[Effect] | None:
        if message.reply_to is not None:
            answered = await self._gesture(message, message.text, message.reply_to, scene)
            if answered is not None:
                return answered
        if message.room != self._config.room:
            return None
        request = parsed(message.text)
        if request is None or request.verb.id == "help":
            return None
        if not scene.addressed and not self._clearly(request):
            return None
        return await self._asked(message, request, scene)

    def _clearly(self, request: Request | Misread) -> bool:
        """Whether words that were not addressed to the bot can be nothing but a command.

        People talk in this room too: « changer de salle », « voir avec Camille ».
        """
        if isinstance(request, Misread):
            # A block of lines is no talk between people.
            return request.sentence not in {"moderation.misread", "moderation.block-wanted"}
        if request.verb.id in _IN_WORDS and request.block is None:
            entry, names = request.values.get("entry", ""), self._editor.shelf.names()
            ids = {*names.catalogue.hosts, *names.catalogue.needs, *names.catalogue.quizzes}
            return bool(entry) and (bool(names.named(entry)) or entry in ids)
        return True

    async def _catalogue(self, call: Call, scene: Scene) -> Sequence[Effect]:
        request = parsed(call.arguments)
        if request is None:
            known = not call.arguments
            blocks = review.help_(scene.language)
            if not known:
                word = tamed(call.arguments.split()[0])
                blocks = [show.line("moderation.unknown-verb", scene.language, word=word), *blocks]
            return self._reply(call.message, blocks, scene.language)
        return await self._asked(call.message, request, scene)

    async def _propose(self, call: Call, scene: Scene) -> Sequence[Effect]:
        return await self._proposals.propose(scene.tx, call.message, call.arguments, scene.language, scene.now_ms)

    # ── commands ─────────────────────────────────────────────────────────────────────────────

    async def _asked(self, message: Message, request: Request | Misread, scene: Scene) -> Sequence[Effect]:
        language = request.language or scene.language
        refusal = self._refusal(message, request, scene)
        if refusal is not None:
            return self._reply(message, [show.line(refusal, language)], language)
        if isinstance(request, Misread):
            return self._reply(message, review.misread(request, language), language)
        order = Order(
            message.sender,
            Draft(),
            language,
            message.room,
            message.event,
            message.event,
            message.thread,
            message.sent_ms,
            proposal=await self._answered(message, scene),
        )
        if request.verb.changes and (request.verb.id != "demand" or request.values):
            return await self._clerk.carried_out(scene.tx, request, order, scene.now_ms)
        blocks = await review.looked_up(request, self._editor, scene.tx, language)
        return self._reply(message, blocks, language)

    def _refusal(self, message: Message, request: Request | Misread, scene: Scene) -> str | None:
        """Why this person may not; None when they may. An entry and the help are for everybody."""
        if request.verb.id in {"show", "help"} or self._is_moderator(message, scene):
            return None
        if self._config.room is None and not self._config.moderators:
            return "moderation.no-moderators"
        if self._config.room is not None and scene.power is None:
            return "desk.rights-unknown"
        return "moderation.not-a-moderator"

    async def _answered(self, message: Message, scene: Scene) -> int | None:
        """The proposal whose card a command replies to: it is accepted with it."""
        card = await card_at(scene.tx, message.reply_to) if message.reply_to else None
        return card.proposal if card else None

    async def _gesture(
        self, event: Reaction | Message, typed: str, target: str, scene: Scene
    ) -> Sequence[Effect] | None:
        """A gesture on a card; None when it is none. That of somebody who may not is passed over in silence."""
        gesture = gesture_in(typed)
        card = await card_at(scene.tx, target) if gesture else None
        if gesture is None or card is None:
            return None
        if not self._is_moderator(event, scene):
            return ()
        return await self._gestures.made(scene.tx, event, gesture, card, scene.now_ms)

    # ── at times of its own ──────────────────────────────────────────────────────────────────

    async def next_wake(self, database: Database) -> int | None:
        """When the next weekly digest is due."""
        if self._config.room is None:
            return None
        return digest.due_ms(await storage.digest_week(database), self._editor.zone)

    async def wake(self, waking: Waking) -> Sequence[Effect]:
        """At the start, what an upgrade of the shipped files contradicts; once a week, what waits for somebody."""
        room = self._config.room
        if room is None:
            return ()
        effects: list[Effect] = []
        if waking.started:
            effects += await self._conflicts(waking, room)
        return [*effects, *await digest.sent(waking, room, self._editor, self._language)]

    async def _conflicts(self, waking: Waking, room: RoomId) -> list[Effect]:
        said: list[Effect] = []
        for number, change in await storage.conflicts(waking.tx):
            blocks: list[Block] = [
                show.line("moderation.conflict", self._language, number=number, id=change.id),
                *show.change(upgrade.kept(change, found(self._editor.shelf.catalogue, change.key)), self._language),
                show.line("moderation.conflict-how", self._language, number=number),
            ]
            text = render(Document(self._language, tuple(blocks)))
            # One message a conflict, however often the bot is started.
            said.append(Say(room=room, cause=f"conflict {number}", part=f"{change.kind} {change.id}", text=text))
        return said

    def _reply(self, message: Message, blocks: Sequence[Block], language: str) -> Sequence[Effect]:
        text = render(Document(language, tuple(blocks)))
        return (Say(room=message.room, cause=message.event, text=text, reply_to=message.event, thread=message.thread),)


def _first_word(text: str) -> str:
    return fold(text.split(maxsplit=1)[0]) if text.strip() else ""
