"""The association skill: what the association uses, and whether the bot listens in a room."""

from collections.abc import Callable, Sequence

from bot.association import inventory, standing, storage
from bot.catalog.names import Names
from bot.conversation import Effect, Incoming, Say
from bot.desk import Call, Command, Scene
from bot.wording import Bullets, Document, Paragraph, Phrase, Plain, joined, render, tamed, voice


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
        lines = [await self._apply(change, scene) for change in changes]
        await standing.note(scene.tx, scene.room.id, self._names().catalogue, scene.now_ms)
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
        need = self._names().catalogue.needs.get(tool.need)
        label = need.label.in_(language) if need else ""
        doubt = () if tool.known else voice(language).say("association.unknown-tool")
        return joined(((Plain(f"{name} ({label})" if label else name),), doubt), (Plain(" · "),))

    async def _apply(self, change: inventory.Change, scene: Scene) -> Phrase:
        tool, room = inventory.tool_named(change.tool, change.need, self._names()), scene.room.id
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
