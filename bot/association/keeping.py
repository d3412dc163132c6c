"""The association's data: taken out as JSON, or deleted once the person who asked has confirmed."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from bot.association import storage_data
from bot.association.reply import answered
from bot.catalog.fold import words
from bot.conversation import Effect, EventId, Incoming, Language, Message, Reaction, RoomId, Say, Show, UserId
from bot.database import Database, outbox
from bot.desk import Call, Command, Scene, reply
from bot.wording import Phrase, paragraphs, render, voice

_CONFIRM_WITHIN_MS = 15 * 60 * 1000
_CONFIRMED: Mapping[tuple[str, ...], Language] = {("oui", "oublier"): "fr", ("yes", "forget"): "en"}
_YES = "✅"


class Keeping:
    """What is kept is the association's own."""

    def __init__(self) -> None:
        self.commands = (
            Command("data", {"fr": ("données", "donnees"), "en": ("data",)}, self._data, bare=True),
            Command("forget", {"fr": ("oublier",), "en": ("forget",)}, self._forget, needs_power=True),
        )

    async def weighs(self, event: Incoming, database: Database) -> bool:
        """Whether `event` may confirm that all is to be forgotten."""
        if not _may_confirm(event):
            return False
        return await storage_data.forget_request(database, event.room) is not None

    async def take(self, event: Incoming, scene: Scene) -> Sequence[Effect] | None:
        """« Oui, oublier », or ✅ on the question."""
        if not (scene.fresh and _may_confirm(event)):
            return None
        asked = await storage_data.forget_request(scene.tx, event.room)
        if asked is None or asked.asker != _digest(event.room, event.sender):
            return None
        if isinstance(event, Reaction) and await outbox.message_of(scene.tx, event.target) != asked.question:
            return None
        language = _language(event, scene)
        speak = voice(language)
        if not scene.may_change:
            # The request stays: a homeserver that did not answer may do so next time.
            sentence = "desk.rights-unknown" if scene.power is None else "desk.not-allowed"
            return (_answer(event, language, speak.say(sentence)),)
        await storage_data.drop_forget_request(scene.tx, event.room)
        if asked.until_ms < scene.now_ms:
            return (_answer(event, language, speak.say("data.too-late")),)
        gone = await storage_data.forget(scene.tx, event.room)
        return (
            _answer(event, language, speak.say("data.forgotten", what=_what(gone, language)), speak.say("data.left")),
        )

    async def _data(self, call: Call, scene: Scene) -> Sequence[Effect]:
        everything = await storage_data.everything(scene.tx, scene.room.id)
        speak, message = voice(scene.language), call.message
        written = {"taken_out_at": datetime.fromtimestamp(scene.now_ms // 1000, UTC).isoformat(), **everything}
        counts = {table: len(rows) for table, rows in everything.items()}
        return (
            Show(
                room=message.room,
                cause=message.event,
                name=speak.word("data.file"),
                mime="application/json",
                content=json.dumps(written, ensure_ascii=False, indent=1).encode(),
                alt=speak.word("data.alt", what=_what(counts, scene.language)),
                reply_to=message.event,
                thread=message.thread,
            ),
        )

    async def _forget(self, call: Call, scene: Scene) -> Sequence[Effect]:
        everything = await storage_data.everything(scene.tx, scene.room.id)
        speak = voice(scene.language)
        if not everything:
            return answered(call, scene, speak.say("data.nothing"))
        counts = {table: len(rows) for table, rows in everything.items()}
        lines = (speak.say("data.forget", what=_what(counts, scene.language)), speak.say("data.confirm"))
        question = reply(call.message, paragraphs(scene.language, *lines))
        await storage_data.ask_to_forget(
            scene.tx,
            scene.room.id,
            _digest(scene.room.id, call.message.sender),
            question.transaction,
            scene.now_ms + _CONFIRM_WITHIN_MS,
        )
        return (question,)


def _may_confirm(event: Incoming) -> bool:
    if isinstance(event, Message):
        return words(event.text[:40]) in _CONFIRMED
    return isinstance(event, Reaction) and event.key.startswith(_YES)


def _language(event: Incoming, scene: Scene) -> Language:
    if isinstance(event, Message):
        return _CONFIRMED.get(words(event.text[:40]), scene.language)
    return scene.language


def _answer(event: Incoming, language: Language, *lines: Phrase) -> Say:
    reply_to: EventId | None = event.event if isinstance(event, Message) else None
    return Say(
        room=event.room,
        cause=event.event,
        text=render(paragraphs(language, *lines)),
        reply_to=reply_to,
        thread=event.thread if isinstance(event, Message) else None,
    )


def _what(counts: Mapping[str, int], language: Language) -> str:
    """« 12 outils, 3 quiz et 4 autres lignes »: what there is of each, in words."""
    speak = voice(language)
    named = {table: count for table, count in counts.items() if speak.knows(f"data.rows-{table}")}
    parts = [speak.word(f"data.rows-{table}", count=count) for table, count in named.items()]
    if rest := sum(counts.values()) - sum(named.values()):
        parts.append(speak.word("data.rows-other", count=rest))
    return ", ".join(parts) or speak.word("data.rows-none")


def _digest(room: RoomId, person: UserId) -> str:
    """Stands for a person in a room without saying who."""
    return hashlib.sha256(f"{room}\x00{person}".encode()).hexdigest()
