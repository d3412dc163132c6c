"""The association skill: what the association uses, and whether the bot listens in a room."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.association import inventory, storage
from bot.conversation import Effect, Incoming, Say
from bot.desk import Call, Command, Scene
from bot.wording import Bullets, Document, Paragraph, Phrase, Plain, joined, render, tamed, voice


class Names(Protocol):
    """What this skill asks of the catalogue's names."""

    def tool(self, typed: str) -> tuple[str, str] | None:
        """The id and the name of the one product or alternative that `typed` names, or None."""
        ...

    def need(self, typed: str) -> tuple[str, dict[str, str]] | None:
        """The id and the label, per language, of the one need that `typed` names, or None."""
        ...

    def need_label(self, need: str, language: str) -> str:
        """The label of the need with this id, or ""."""
        ...

    def folded(self, typed: str) -> str:
        """`typed` as names are compared."""
        ...


@dataclass(frozen=True, slots=True)
class _Resolved:
    sign: str
    tool: storage.Tool


class Association:
    """Commands about the association behind the room. `names` gives the names of the current catalogue."""

    name = "association"

    def __init__(self, names: Callable[[], Names]) -> None:
        self._names = names
        self.commands = (
            Command("inventory", {"fr": ("inventaire",), "en": ("inventory",)}, self._inventory, bare=True),
            Command("silence", {"fr": ("silence",), "en": ("quiet",)}, self._silence, bare=True),
            Command("listen", {"fr": ("écoute", "ecoute"), "en": ("listen",)}, self._listen, bare=True),
        )

    async def take(self, event: Incoming, scene: Scene) -> Sequence[Effect] | None:  # noqa: ARG002 — the protocol's
        """Everything that this skill does is a command."""
        return None

    async def _silence(self, call: Call, scene: Scene) -> Sequence[Effect]:
        await storage.set_listening(scene.tx, scene.room.id, False, scene.now_ms)
        return _reply(call, scene, voice(scene.language).say("association.silent"))

    async def _listen(self, call: Call, scene: Scene) -> Sequence[Effect]:
        await storage.set_listening(scene.tx, scene.room.id, True, scene.now_ms)
        return _reply(call, scene, voice(scene.language).say("association.listening"))

    async def _inventory(self, call: Call, scene: Scene) -> Sequence[Effect]:
        speak = voice(scene.language)
        if not call.arguments:
            return await self._show(call, scene)
        changes = inventory.changes(call.arguments)
        if changes is None:
            return _reply(call, scene, speak.say("association.inventory-unread"))
        lines = [await self._apply(self._resolve(change), scene) for change in changes]
        return _reply(call, scene, *lines)

    async def _show(self, call: Call, scene: Scene) -> Sequence[Effect]:
        speak = voice(scene.language)
        tools = await storage.inventory(scene.tx, scene.room.id)
        if not tools:
            return _reply(call, scene, speak.say("association.inventory-empty"))
        document = Document(
            scene.language,
            (
                Paragraph(speak.say("association.inventory", count=len(tools))),
                Bullets(tuple(self._line(tool, scene.language) for tool in tools)),
            ),
        )
        return (_say(call, document),)

    def _line(self, tool: storage.Tool, language: str) -> Phrase:
        name = tool.name if tool.known else tamed(tool.name)
        label = self._names().need_label(tool.need, language)
        doubt = () if tool.known else voice(language).say("association.unknown-tool")
        return joined(((Plain(f"{name} ({label})" if label else name),), doubt), (Plain(" · "),))

    def _resolve(self, change: inventory.Change) -> _Resolved:
        names = self._names()
        known = names.tool(change.tool)
        need = names.need(change.need) if change.need else None
        identity, name = known or (names.folded(change.tool), change.tool)
        return _Resolved(change.sign, storage.Tool(identity, name, known is not None, need[0] if need else ""))

    async def _apply(self, change: _Resolved, scene: Scene) -> Phrase:
        tool, room = change.tool, scene.room.id
        if change.sign == "+":
            done = await storage.add_tool(scene.tx, room, tool, scene.now_ms)
            outcome = ("added" if tool.known else "added-unknown") if done else "already"
        else:
            done = await storage.remove_tool(scene.tx, room, tool.id)
            outcome = "removed" if done else "not-there"
        name = tool.name if tool.known else tamed(tool.name)
        return voice(scene.language).say(f"association.tool-{outcome}", tool=name)


def _reply(call: Call, scene: Scene, *lines: Phrase) -> Sequence[Effect]:
    return (_say(call, Document(scene.language, tuple(Paragraph(line) for line in lines))),)


def _say(call: Call, document: Document) -> Say:
    message = call.message
    return Say(
        room=message.room, cause=message.event, text=render(document), reply_to=message.event, thread=message.thread
    )
