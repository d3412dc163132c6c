"""The thin part of asking: events in, effects out, the answers remembered by the ids in them."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from bot import metrics
from bot.ask import details, storage
from bot.ask.answer import Answer, answer
from bot.ask.storage import Answered
from bot.ask.understand import understand
from bot.ask.understanding import Outcome
from bot.association import storage as associations
from bot.association.migration import storage as migrations
from bot.catalog.fold import read
from bot.catalog.names import Entry, Names
from bot.conversation import (
    Edit,
    Effect,
    EventId,
    Incoming,
    Language,
    Message,
    Redaction,
    Revise,
    RoomId,
    Say,
    Withdraw,
)
from bot.database import Transaction, outbox
from bot.desk import Call, Command, Scene, reply
from bot.wording import render, sentence, tamed

_RIGHT_AFTER_MS = 30 * 60 * 1000
"""In a private conversation, what is said this soon after an answer is about it."""


NoteAsked: TypeAlias = Callable[[Transaction, RoomId, str, Language, int], Awaitable[None]]
"""Told that a room asked about a name (as it is shown) that nobody knows, in which language, and when (ms)."""


class Ask:
    """Answers questions about tools. `names` gives the names of the current catalogue, which may be replaced;
    `note_asked` is told of names that are not in it, for whoever wants the room to hear when they are.
    """

    name = "ask"

    def __init__(self, names: Callable[[], Names], note_asked: NoteAsked | None = None) -> None:
        self._names = names
        self._note_asked = note_asked
        self.commands: Sequence[Command] = (
            Command("needs", {"fr": ("besoins",), "en": ("needs",)}, self._needs, bare=True),
            Command("alternatives", {"fr": ("alternatives",), "en": ("alternatives",)}, self._alternatives),
            Command("card", {"fr": ("fiche",), "en": ("card",)}, self._card),
            Command("hosts", {"fr": ("hébergeurs", "hebergeurs"), "en": ("hosts",)}, self._hosts),
        )

    async def take(self, event: Incoming, scene: Scene) -> Sequence[Effect] | None:
        """Answer a message, follow its edits, take the answer back when the question goes."""
        match event:
            case Message() if scene.fresh:
                return await self._message(event, scene)
            case Edit():
                return await self._edit(event, scene)
            case Redaction():
                return await self._redaction(event, scene)
            case _:
                return None

    # ── questions ────────────────────────────────────────────────────────────────────────────

    async def _message(self, message: Message, scene: Scene) -> Sequence[Effect] | None:
        follows = await self._followed(message, scene)
        given = await self._answer(message.text, scene, follows, scene.addressed)
        chatting = message.reply_to or (message.thread and follows)
        if given is None or (given.off_topic and chatting and not message.mentioned and "?" not in message.text):
            return None
        return await self._say(given, message, message.event, message.event, scene, follows)

    async def _followed(self, message: Message, scene: Scene) -> Answered | None:
        """The answer that `message` goes on from: it replies to it, is in its thread, or comes right after it."""
        for event in (message.reply_to, message.thread):
            if event is None:
                continue
            own = await outbox.message_of(scene.tx, event)
            found = await storage.answer_in(scene.tx, own) if own else await storage.answer_to(scene.tx, event)
            if found is not None:
                return found
        if scene.room.direct:
            return await storage.latest_in(scene.tx, scene.room.id, scene.now_ms - _RIGHT_AFTER_MS)
        return None

    async def _answer(self, text: str, scene: Scene, follows: Answered | None, addressed: bool) -> Answer | None:
        """The answer to `text`, or None for silence; a name that nobody knows is noted."""
        names = self._names()
        topic = follows.topic if follows else None
        understood = understand(text, names, addressed=addressed, language=scene.language, topic=topic)
        if understood.outcome is Outcome.SILENT:
            return None
        if not addressed and not await associations.listens(scene.tx, scene.room.id):
            return None
        if understood.unknown:
            shown = tamed(understood.unknown)
            await storage.note_unknown(scene.tx, shown, scene.now_ms)
            if self._note_asked is not None:
                await self._note_asked(scene.tx, scene.room.id, shown, understood.language, scene.now_ms)
            scene.tx.if_kept(metrics.MISSES.add)
        tools = await associations.tools(scene.tx, scene.room.id)
        return replace(answer(names.catalogue, understood, tools, topic), outcome=understood.outcome)

    async def _say(
        self,
        given: Answer,
        event: Message | Edit,
        question: EventId,
        cause: EventId,
        scene: Scene,
        follows: Answered | None,
    ) -> Sequence[Effect]:
        thread = event.thread if isinstance(event, Message) else None
        said = Say(room=event.room, cause=cause, text=render(given.document), reply_to=question, thread=thread)
        answered = Answered(
            question, said.transaction, given.topic, scene.addressed, follows.question if follows else None
        )
        await storage.note_answer(scene.tx, event.room, answered, scene.now_ms)
        await _offer(answered, event.room, scene)
        scene.tx.if_kept(partial(metrics.ANSWERS.add, given.outcome.value))
        return (said,)

    # ── second thoughts ──────────────────────────────────────────────────────────────────────

    async def _edit(self, edit: Edit, scene: Scene) -> Sequence[Effect] | None:
        """The question was corrected: so is the answer. What was no question may have become one."""
        before = await storage.answer_to(scene.tx, edit.original)
        if before is None:
            given = await self._answer(edit.text, scene, None, scene.addressed) if scene.fresh else None
            # Its own cause: an answer that was withdrawn by an earlier edit must not swallow this one.
            return await self._say(given, edit, edit.original, edit.event, scene, None) if given else None
        follows = await storage.answer_to(scene.tx, before.follows) if before.follows else None
        given = await self._answer(edit.text, scene, follows, scene.addressed or before.addressed)
        if given is None or given.off_topic:
            return await self._withdraw(edit, before, scene)
        after = replace(before, topic=given.topic)
        await storage.note_answer(scene.tx, edit.room, after, scene.now_ms)
        await _offer(after, edit.room, scene)
        return (Revise(room=edit.room, cause=edit.event, target=before.transaction, text=render(given.document)),)

    async def _redaction(self, redaction: Redaction, scene: Scene) -> Sequence[Effect] | None:
        before = await storage.answer_to(scene.tx, redaction.redacts)
        return await self._withdraw(redaction, before, scene) if before else None

    async def _withdraw(self, event: Edit | Redaction, before: Answered, scene: Scene) -> Sequence[Effect]:
        await storage.forget_answer(scene.tx, before.question)
        await migrations.withdraw(scene.tx, before.transaction)
        return (Withdraw(room=event.room, cause=event.event, target=before.transaction),)

    # ── commands ─────────────────────────────────────────────────────────────────────────────

    async def _needs(self, call: Call, scene: Scene) -> Sequence[Effect]:
        _, page = _paged(call.arguments)
        return (reply(call.message, details.needs(self._names().catalogue, scene.language, page)),)

    async def _alternatives(self, call: Call, scene: Scene) -> Sequence[Effect]:
        wording, page = _paged(call.arguments)
        need = self._need(wording)
        if need is None:
            return (reply(call.message, sentence(scene.language, "ask.needs-usage")),)
        tools = await associations.tools(scene.tx, scene.room.id)
        return (reply(call.message, details.alternatives(self._names().catalogue, need, tools, scene.language, page)),)

    async def _hosts(self, call: Call, scene: Scene) -> Sequence[Effect]:
        wording, page = _paged(call.arguments)
        need = self._need(wording)
        if need is None:
            return (reply(call.message, sentence(scene.language, "ask.hosts-usage")),)
        return (reply(call.message, details.hosts(self._names().catalogue, need, scene.language, page)),)

    async def _card(self, call: Call, scene: Scene) -> Sequence[Effect]:
        names = self._names()
        for ref in names.named(call.arguments):
            if ref.entry is Entry.ALTERNATIVE:
                alternative = names.catalogue.alternatives[ref.id]
                return (reply(call.message, details.card(names.catalogue, alternative, scene.language)),)
        return (reply(call.message, sentence(scene.language, "ask.card-usage")),)

    def _need(self, typed: str) -> str | None:
        """The need that a command names, by its id or by ordinary wording; None when there is none."""
        names = self._names()
        if typed in names.catalogue.needs:
            return typed
        found = names.needs.mentions(read(typed).tokens, correct=True)
        return found[0].needs[0] if found else None


def _paged(arguments: str) -> tuple[str, int]:
    """What was asked for and the page of it: « visio 2 »."""
    wording, _, last = arguments.rpartition(" ")
    if last.isdecimal() and len(last) < 4:
        return wording.strip(), int(last)
    return arguments, 1


async def _offer(answered: Answered, room: RoomId, scene: Scene) -> None:
    """What was answered can be planned: 🚀 or « on s’y met » finds it."""
    topic = answered.topic
    if topic.shown and not topic.unknown:
        offered = migrations.Offered(topic.products, topic.needs, topic.shown, topic.language)
        await migrations.offer(scene.tx, answered.transaction, room, offered, scene.now_ms)
    else:
        await migrations.withdraw(scene.tx, answered.transaction)
