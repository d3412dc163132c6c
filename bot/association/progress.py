"""Where the association stands: the score, why it is what it is, the picture and the report."""

from collections.abc import Callable, Sequence

from bot.association import report, standing, storage_settings, why
from bot.association.moves import Moves
from bot.association.reply import answered
from bot.association.result import lines
from bot.association.scenery import Facts
from bot.association.settings import Defaults
from bot.association.showing import facts_of, picture_of
from bot.association.standing import Standing
from bot.catalog.fold import fold, read
from bot.catalog.names import Names
from bot.conversation import Effect, Incoming, Language, Message, Show
from bot.desk import Call, Command, Scene, reply
from bot.wording import voice

_WHY: dict[str, Language] = {"pourquoi": "fr", "why": "en"}
_FORMULA = frozenset({"calcul", "formule", "formula", "methode", "method"})
_MOST_WORDS = 5


class Progress:
    """Shows what the standing says. `moves` tells what the association has undertaken."""

    def __init__(self, names: Callable[[], Names], defaults: Defaults, moves: Moves) -> None:
        self._names = names
        self._defaults = defaults
        self._moves = moves
        self.commands = (
            Command("score", {"fr": ("score",), "en": ("score",)}, self._score, bare=True),
            Command("why", {"fr": ("pourquoi",), "en": ("why",)}, self._why, bare=True),
            Command("progress", {"fr": ("progrès", "progres"), "en": ("progress",)}, self._progress, bare=True),
            Command("report", {"fr": ("rapport",), "en": ("report",)}, self._report, bare=True),
        )

    async def take(self, event: Incoming, scene: Scene) -> Sequence[Effect] | None:
        """« Pourquoi 62 ? », « pourquoi les fichiers ? », said to the bot."""
        if not (isinstance(event, Message) and scene.addressed and scene.fresh):
            return None
        word, _, rest = event.text.partition(" ")
        language, asked = _WHY.get(fold(word)), rest.strip(" ?!.…")
        if language is None or not asked or len(asked.split()) > _MOST_WORDS:
            return None
        stands = await self._standing(scene)
        if asked.isdecimal():
            return (reply(event, why.overview(stands, self._names().catalogue, language)),)
        need = self._need_asked(asked, stands)
        return (reply(event, why.detail(stands, need, self._names().catalogue, language)),) if need else None

    async def _standing(self, scene: Scene) -> Standing:
        return await standing.standing(scene.tx, scene.room.id, self._names().catalogue)

    async def _score(self, call: Call, scene: Scene) -> Sequence[Effect]:
        chosen = await storage_settings.settings(scene.tx, scene.room.id, scene.now_ms)
        zone = chosen.time_zone or self._defaults.time_zone
        stands = await self._standing(scene)
        return answered(call, scene, *lines(stands, self._names().catalogue, scene.language, scene.now_ms, zone))

    async def _why(self, call: Call, scene: Scene) -> Sequence[Effect]:
        stands, catalogue = await self._standing(scene), self._names().catalogue
        asked = call.arguments.strip(" ?!.…")
        if not asked or asked.isdecimal():
            return (reply(call.message, why.overview(stands, catalogue, scene.language)),)
        if fold(asked) in _FORMULA:
            return (reply(call.message, why.formula(scene.language)),)
        need = self._need_asked(asked, stands)
        if need is None:
            return answered(call, scene, voice(scene.language).say("why.need-unread"))
        return (reply(call.message, why.detail(stands, need, catalogue, scene.language)),)

    def _need_asked(self, asked: str, stands: Standing) -> str | None:
        """The need in use that `asked` names, by its own words or by those of a tool that serves it."""
        names, used = self._names(), [use.need for use in stands.uses]
        for mention in names.needs.mentions(read(asked).tokens, correct=True):
            for need in mention.needs:
                if need in used:
                    return need
        meant = {ref.id for ref in names.named(asked)}
        for use in stands.uses:
            if any(tool.id in meant or fold(tool.name) == fold(asked) for tool in use.tools):
                return use.need
        return None

    async def _progress(self, call: Call, scene: Scene) -> Sequence[Effect]:
        message = call.message
        shown = picture_of(
            await self._facts(scene), message.room, message.event, reply_to=message.event, thread=message.thread
        )
        return answered(call, scene, voice(scene.language).say("result.nothing")) if shown is None else (shown,)

    async def _report(self, call: Call, scene: Scene) -> Sequence[Effect]:
        facts = await self._facts(scene)
        if facts.stands.score is None:
            return answered(call, scene, voice(scene.language).say("result.nothing"))
        message, speak = call.message, voice(scene.language)
        return (
            Show(
                room=message.room,
                cause=message.event,
                name=speak.word("report.file"),
                mime="text/html",
                content=report.html(facts).encode(),
                alt=speak.word("report.alt"),
                reply_to=message.event,
                thread=message.thread,
            ),
        )

    async def _facts(self, scene: Scene) -> Facts:
        catalogue, zone = self._names().catalogue, self._defaults.time_zone
        return await facts_of(scene.tx, scene.room.id, catalogue, self._moves, scene.language, scene.now_ms, zone)
