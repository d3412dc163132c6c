"""The quiz skill: its commands, what people answer, and its times."""

import logging
from collections.abc import Callable, Sequence

from bot.association import storage as association
from bot.association.moves import Moves, no_moves
from bot.catalog.names import Names
from bot.conversation import Effect, Incoming, Language, Left, Message
from bot.database import Database, Transaction
from bot.desk import Call, Command, Scene, Waking, reply
from bot.quiz import sayings, storage
from bot.quiz.answers import folded
from bot.quiz.course import Rhythm
from bot.quiz.play import Play
from bot.quiz.questions import Asked, about_need, needs_to_ask, of_series, series_named
from bot.quiz.storage import New
from bot.quiz.votes import Votes
from bot.wording import sentence

log = logging.getLogger(__name__)

# After a failure the others go on, and this one is tried again.
_AGAIN_MS = 60_000
_LIST = {"liste", "list", "quiz", "culture"}
_STARTS: dict[Language, tuple[str, ...]] = {
    "fr": (
        "on fait le point",
        "on fait un point",
        "faisons le point",
        "faire le point",
        "fais le point",
        "un quiz",
        "on fait un quiz",
        "on fait le quiz",
        "faisons un quiz",
        "je ne sais pas faisons le point",
        "lance le quiz",
        "lance un quiz",
    ),
    "en": (
        "let s take stock",
        "take stock",
        "where do we stand",
        "start a quiz",
        "start the quiz",
        "let s do a quiz",
        "let s do the quiz",
        "a quiz",
    ),
}


class Quiz:
    """Quizzes in rooms.

    `names` gives the names of the current catalogue; `polls`: the host lets polls be used; `time_zone` is
    that of associations that have chosen none; `moves` tells the picture at the end what one has undertaken.
    """

    name = "quiz"

    def __init__(
        self,
        names: Callable[[], Names],
        *,
        polls: bool = True,
        time_zone: str = "Europe/Paris",
        rhythm: Rhythm = Rhythm(),  # noqa: B008 — frozen
        moves: Moves = no_moves,
    ) -> None:
        self._names = names
        self._polls = polls
        self._time_zone = time_zone
        self._rhythm = rhythm
        self._moves = moves
        self.commands = (
            Command("quiz", {"fr": ("quiz",), "en": ("quiz",)}, self._quiz, bare=True),
            Command("next", {"fr": ("suivant", "suivante"), "en": ("next",)}, self._next, bare=True),
            Command("pause", {"fr": ("pause",), "en": ("pause",)}, self._pause, bare=True),
            Command("resume", {"fr": ("reprendre",), "en": ("resume",)}, self._resume, bare=True),
            Command("stop", {"fr": ("stop",), "en": ("stop",)}, self._stop, bare=True),
        )

    async def take(self, event: Incoming, scene: Scene) -> Sequence[Effect] | None:
        """Votes; a sentence that asks for a quiz; leaving a room ends its quiz."""
        if isinstance(event, Left):
            quiz = await storage.under_way(scene.tx, event.room)
            if quiz is not None:
                await self._play(scene).stop(quiz, quietly=True)
            return None
        effects = await Votes(scene, self._play(scene), self._names()).take(event)
        if effects is None and isinstance(event, Message) and scene.addressed and scene.fresh:
            return await self._asked_for(event, scene)
        return effects

    # ── its times ────────────────────────────────────────────────────────────────────────────────

    async def next_wake(self, database: Database) -> int | None:
        """When something is due in any quiz."""
        return await storage.next_wake(database)

    async def wake(self, waking: Waking) -> Sequence[Effect]:
        """Whatever is due; at the start, every open poll is also counted anew."""
        effects: list[Effect] = []
        play = self._played(waking.tx, waking.now_ms)
        if waking.started:
            for quiz in await storage.all_under_way(waking.tx):
                effects += await play.recount(quiz)
        for quiz in await storage.due(waking.tx, waking.now_ms):
            try:
                async with waking.tx.savepoint():
                    effects += await play.wake(quiz)
            except Exception:
                log.exception("event=quiz-failed quiz=%d", quiz.number)
                await storage.wake_at(waking.tx, quiz.number, waking.now_ms + _AGAIN_MS)
        return effects

    # ── commands ─────────────────────────────────────────────────────────────────────────────────

    async def _quiz(self, call: Call, scene: Scene) -> Sequence[Effect]:
        return await self._start(call.message, call.arguments, scene)

    async def _next(self, call: Call, scene: Scene) -> Sequence[Effect]:
        quiz = await storage.under_way(scene.tx, scene.room.id)
        return await self._play(scene).next(quiz) if quiz else self._none(call, scene)

    async def _pause(self, call: Call, scene: Scene) -> Sequence[Effect]:
        quiz = await storage.under_way(scene.tx, scene.room.id)
        if quiz is None:
            return self._none(call, scene)
        if quiz.state == "paused":
            return _said(call.message, scene.language, "quiz.paused-already")
        return await self._play(scene).pause(quiz)

    async def _resume(self, call: Call, scene: Scene) -> Sequence[Effect]:
        quiz = await storage.under_way(scene.tx, scene.room.id)
        if quiz is None:
            return self._none(call, scene)
        if quiz.state == "open":
            return _said(call.message, scene.language, "quiz.not-paused")
        return await self._play(scene).resume(quiz)

    async def _stop(self, call: Call, scene: Scene) -> Sequence[Effect]:
        quiz = await storage.under_way(scene.tx, scene.room.id)
        return await self._play(scene).stop(quiz) if quiz else self._none(call, scene)

    # ── starting ─────────────────────────────────────────────────────────────────────────────────

    async def _asked_for(self, message: Message, scene: Scene) -> Sequence[Effect] | None:
        words = folded(message.text)
        for language, sentences in _STARTS.items():
            if words in sentences:
                return await self._start(message, "", scene, language)
        first, _, rest = words.partition(" ")
        if first == "quiz" and (rest in _LIST or series_named(self._names().catalogue, rest, folded)):
            return await self._start(message, rest, scene)
        return None

    async def _start(
        self, message: Message, wanted: str, scene: Scene, language: Language | None = None
    ) -> Sequence[Effect]:
        language = language or scene.language
        catalogue = self._names().catalogue
        quiz = await storage.under_way(scene.tx, scene.room.id)
        if quiz is not None:
            return _said(message, language, "quiz.already-paused" if quiz.state == "paused" else "quiz.already")
        if not wanted:
            return await self._take_stock(message, scene, language)
        series = series_named(catalogue, wanted, folded)
        if series is None:
            unknown = folded(wanted) not in _LIST
            return (reply(message, sayings.series_list(language, catalogue, unknown=unknown)),)
        new = New(message.event, message.thread, series.id, language, self._polls)
        return await self._play(scene).start(scene.room, new, of_series(series, language))

    async def _take_stock(self, message: Message, scene: Scene, language: Language) -> Sequence[Effect]:
        catalogue = self._names().catalogue
        states = await association.need_states(scene.tx, scene.room.id)
        known_at = {need: state.known_at for need, state in states.items() if state.state != "unknown"}
        asked: list[Asked] = [
            about_need(catalogue, need, language) for need in needs_to_ask(catalogue, known_at, scene.now_ms)
        ]
        new = New(message.event, message.thread, None, language, self._polls)
        return await self._play(scene).start(scene.room, new, asked)

    def _play(self, scene: Scene) -> Play:
        return self._played(scene.tx, scene.now_ms)

    def _played(self, tx: Transaction, now_ms: int) -> Play:
        return Play(tx, now_ms, self._names().catalogue, self._rhythm, self._time_zone, self._moves)

    def _none(self, call: Call, scene: Scene) -> Sequence[Effect]:
        return _said(call.message, scene.language, "quiz.none")


def _said(message: Message, language: Language, name: str) -> Sequence[Effect]:
    return (reply(message, sentence(language, name)),)
