"""What the association uses: the command, and the same in plain words."""

from collections.abc import Callable, Sequence

from bot.association import inventory, standing, storage
from bot.association.plain_words import plain_changes
from bot.association.reply import answered
from bot.catalog.names import Names
from bot.conversation import Effect, Incoming, Message
from bot.desk import Call, Command, Scene, reply
from bot.wording import Bullets, Document, Paragraph, Phrase, Plain, joined, paragraphs, tamed, voice

_MOST_SHOWN = 25


class Tools:
    """The inventory. `names` gives the names of the current catalogue."""

    def __init__(self, names: Callable[[], Names]) -> None:
        self._names = names
        self.commands = (
            Command("inventory", {"fr": ("inventaire",), "en": ("inventory",)}, self._inventory, bare=True),
        )

    async def take(self, event: Incoming, scene: Scene) -> Sequence[Effect] | None:
        """« On utilise Trello pour les projets », said to the bot."""
        if not (isinstance(event, Message) and scene.addressed and scene.fresh):
            return None
        told = plain_changes(event.text)
        if told is None:
            return None
        changes, language = told
        return (reply(event, paragraphs(language, *await self._applied(changes, scene, language))),)

    async def _inventory(self, call: Call, scene: Scene) -> Sequence[Effect]:
        if not call.arguments:
            return await self._show(call, scene)
        changes = inventory.changes(call.arguments)
        if changes is None:
            return answered(call, scene, voice(scene.language).say("association.inventory-unread"))
        return answered(call, scene, *await self._applied(changes, scene, scene.language))

    async def _applied(self, changes: Sequence[inventory.Change], scene: Scene, language: str) -> Sequence[Phrase]:
        lines = [await self._apply(change, scene, language) for change in changes]
        await standing.note(scene.tx, scene.room.id, self._names().catalogue, scene.now_ms)
        return lines

    async def _show(self, call: Call, scene: Scene) -> Sequence[Effect]:
        speak = voice(scene.language)
        tools = await storage.inventory(scene.tx, scene.room.id)
        if not tools:
            return answered(call, scene, speak.say("association.inventory-empty"))
        lines = [self._line(tool, scene.language) for tool in tools[:_MOST_SHOWN]]
        rest = len(tools) - len(lines)
        document = Document(
            scene.language,
            (
                Paragraph(speak.say("association.inventory", count=len(tools))),
                Bullets(tuple(lines)),
                *([Paragraph(speak.say("association.inventory-more", count=rest))] if rest else []),
            ),
        )
        return (reply(call.message, document),)

    def _line(self, tool: storage.Tool, language: str) -> Phrase:
        name = tool.name if tool.known else tamed(tool.name)
        label = self._label(tool.need, language)
        doubt = () if tool.known or tool.id == storage.FREE_HOST else voice(language).say("association.unknown-tool")
        return joined(((Plain(f"{name} ({label})" if label else name),), doubt), (Plain(" · "),))

    def _label(self, need: str, language: str) -> str:
        found = self._names().catalogue.needs.get(need)
        return found.label.in_(language) if found else ""

    async def _apply(self, change: inventory.Change, scene: Scene, language: str) -> Phrase:
        tool, room = inventory.tool_of(change, self._names()), scene.room.id
        if change.sign == "+":
            done = await storage.add_tool(scene.tx, room, tool, scene.now_ms)
            outcome = _added(tool) if done else "already"
        else:
            done = await storage.remove_tool(scene.tx, room, tool.id)
            outcome = "removed" if done else "not-there"
        name = tool.name if tool.known else tamed(tool.name)
        speak, label = voice(language), self._label(tool.need, language)
        sentence = speak.say(f"association.tool-{outcome}", tool=name)
        if outcome.startswith("added") and label:
            return joined((sentence, speak.say("association.tool-need", need=label)))
        return sentence


def _added(tool: storage.Tool) -> str:
    """Which sentence says that `tool` is noted; one that nobody knows counts only once it is known what it is for."""
    if tool.known:
        return "added"
    return "added-unknown" if tool.need else "added-needless"
