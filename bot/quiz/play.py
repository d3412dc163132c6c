"""Moves a quiz from one state to the next: what changes in the database, and what is said.

Every message of a quiz is named by the event that started it and by its own part, so that whatever happens
again after a crash is the same message.
"""

from collections.abc import Sequence

from bot.association.moves import Moves, no_moves
from bot.association.showing import facts_of, picture_of
from bot.catalog import Catalogue
from bot.conversation import ClosePoll, Effect, OpenPoll, Recount, Revise, Room, Say
from bot.database import Transaction
from bot.quiz import ending, sayings, storage, storage_votes
from bot.quiz.course import PAUSE_AFTER, Rhythm, Situation, moves_on, silent_after
from bot.quiz.questions import Asked
from bot.quiz.storage import Held, New, Question
from bot.wording import Document, render, sentence

# After the bot was away: votes that were given meanwhile come first.
_SETTLE_MS = 15_000
# A reason to close a question: when nobody asked for it, silence counts.
_IN_TIME, _ASKED = False, True


class Play:
    """The quizzes of all rooms, played on the open transaction `tx` at the time `now_ms`.

    `zone` is the time zone of associations that have chosen none; `moves` tells the picture what one has undertaken.
    """

    def __init__(
        self, tx: Transaction, now_ms: int, catalogue: Catalogue, rhythm: Rhythm, zone: str, moves: Moves = no_moves
    ) -> None:
        self._tx = tx
        self._now_ms = now_ms
        self._catalogue = catalogue
        self._rhythm = rhythm
        self._zone = zone
        self._moves = moves

    async def start(self, room: Room, new: New, asked: Sequence[Asked]) -> list[Effect]:
        """Start a quiz in `room`, where none is under way: its first question."""
        quiz = await storage.start(self._tx, room, new, asked, self._now_ms)
        return await self._go_on(quiz)

    async def next(self, quiz: Held) -> list[Effect]:
        """Somebody wants the next question."""
        effects = await self._close_open(quiz, asked=_ASKED)
        await storage.set_state(self._tx, quiz.number, "open")
        return effects + await self._go_on(quiz)

    async def pause(self, quiz: Held) -> list[Effect]:
        """Somebody wants a pause: votes still count, nothing moves."""
        await self._pause(quiz)
        return [self._say(quiz, self._part("paused"), self._line(quiz, "quiz.paused"))]

    async def resume(self, quiz: Held) -> list[Effect]:
        """Somebody wants to go on."""
        await storage.set_state(self._tx, quiz.number, "open")
        await storage.set_silent(self._tx, quiz.number, 0)
        question = await self._open_one(quiz)
        if question is None:
            return await self._go_on(quiz)
        await storage.prolong(self._tx, question, self._now_ms + self._rhythm.limit)
        await self.plan(quiz)
        return [self._say(quiz, self._part("resumed"), self._line(quiz, "quiz.resumed", ask=question.ask))]

    async def stop(self, quiz: Held, *, quietly: bool = False) -> list[Effect]:
        """The quiz ends here; what was answered counts. `quietly`: nobody is there to be told."""
        effects = await self._close_open(quiz, asked=_ASKED)
        said = await self._finish(quiz)
        return [] if quietly else effects + said

    async def wake(self, quiz: Held) -> list[Effect]:
        """Do what is due in this quiz."""
        if quiz.state == "paused":
            return await self.stop(quiz, quietly=True)
        question = await self._open_one(quiz)
        if question is None:
            return await self._go_on(quiz)
        if await self._moves_on(quiz, question) <= self._now_ms:
            effects = await self._close_open(quiz, asked=_IN_TIME)
            quiz = await storage.quiz(self._tx, quiz.number)
            waiting = [each for each in await storage.questions(self._tx, quiz.number) if each.state == "waiting"]
            if quiz.silent >= PAUSE_AFTER and waiting:
                await self._pause(quiz)
                return [*effects, self._say(quiz, f"quiz/{question.place}/silence", self._line(quiz, "quiz.silence"))]
            return effects + await self._go_on(quiz)
        return await self._show_count(quiz, question)

    async def recount(self, quiz: Held) -> list[Effect]:
        """The bot was away: ask for every vote on the open poll, and wait a little before anything is closed."""
        question = await self._open_one(quiz)
        if question is None:
            return []
        if quiz.state == "open":
            await storage.prolong(self._tx, question, max(question.until, self._now_ms + _SETTLE_MS))
        effects: list[Effect] = []
        if question.poll is not None:
            part = f"quiz/{question.place}/recount/{self._now_ms}"
            recount = Recount(room=quiz.room, cause=quiz.cause, part=part, target=question.poll)
            await storage.await_recount(self._tx, question, recount.transaction, self._now_ms)
            effects.append(recount)
        await self.plan(quiz)
        return effects

    async def plan(self, quiz: Held) -> None:
        """Work out anew when something is due in this quiz."""
        quiz = await storage.quiz(self._tx, quiz.number)
        if quiz.state == "closed":
            return
        question = await self._open_one(quiz)
        when = self._now_ms + self._rhythm.abandoned
        if quiz.state == "open" and question is not None:
            when = await self._moves_on(quiz, question)
            if await self._counted(question) != (question.shown or sayings.NO_VOTES):
                when = min(when, max(self._now_ms, question.shown_at + self._rhythm.count_every))
        await storage.wake_at(self._tx, quiz.number, when)

    # ── the parts of a move ──────────────────────────────────────────────────────────────────────

    async def _go_on(self, quiz: Held) -> list[Effect]:
        """Ask the next question that waits, or end the quiz."""
        questions = await storage.questions(self._tx, quiz.number)
        waiting = [question for question in questions if question.state == "waiting"]
        if not waiting:
            return await self._finish(quiz)
        question = waiting[0]
        await storage.open_question(self._tx, question, self._now_ms + self._rhythm.limit, self._now_ms)
        await self.plan(quiz)
        effects: list[Effect] = []
        if question.poll is not None:
            effects.append(
                OpenPoll(
                    room=quiz.room,
                    cause=quiz.cause,
                    part=storage.part_of(question.place, "poll"),
                    question=sayings.heading(quiz, question, len(questions)),
                    answers=question.answers,
                    thread=quiz.thread,
                )
            )
        twin = sayings.twin(quiz, question, len(questions))
        return [*effects, self._say(quiz, storage.part_of(question.place, "twin"), twin)]

    async def _close_open(self, quiz: Held, *, asked: bool) -> list[Effect]:
        """Close the question that is open, if there is one, and tell what it brought."""
        question = await self._open_one(quiz)
        if question is None:
            return []
        votes = await storage_votes.tallied(self._tx, question)
        await storage.close_question(self._tx, question, votes.counts)
        await storage.set_silent(self._tx, quiz.number, silent_after(quiz.silent, votes.total, asked_to_go_on=asked))
        of = len(await storage.questions(self._tx, quiz.number))
        effects: list[Effect] = []
        if question.poll is not None:
            effects.append(
                ClosePoll(
                    room=quiz.room,
                    cause=quiz.cause,
                    part=storage.part_of(question.place, "end"),
                    target=question.poll,
                    text=sayings.end_of_poll(quiz, question, votes.counts),
                )
            )
        effects.append(self._revise(quiz, question, "closed", sayings.closed_twin(quiz, question, of, votes.counts)))
        if question.key is not None:
            why = sayings.explanation(quiz, question, question.key)
            effects.append(self._say(quiz, storage.part_of(question.place, "why"), why))
        return effects

    async def _finish(self, quiz: Held) -> list[Effect]:
        """The quiz is over: the result, and the names are dropped."""
        questions = await storage.questions(self._tx, quiz.number)
        answered = any(sum(question.counts.values()) for question in questions)
        await storage.close(self._tx, quiz.number)
        if quiz.series is not None:
            return [
                self._say(quiz, "quiz/result", self._line(quiz, "quiz.over" if answered else "quiz.over-unanswered"))
            ]
        stands = await ending.concluded(self._tx, quiz, questions, self._catalogue, self._now_ms, self._zone)
        if stands is None:
            return [self._say(quiz, "quiz/result", self._line(quiz, "quiz.over-unanswered"))]
        return [self._say(quiz, "quiz/result", stands), *await self._picture(quiz)]

    async def _picture(self, quiz: Held) -> list[Effect]:
        facts = await facts_of(
            self._tx, quiz.room, self._catalogue, self._moves, quiz.language, self._now_ms, self._zone
        )
        shown = picture_of(facts, quiz.room, quiz.cause, part="quiz/picture", thread=quiz.thread)
        return [] if shown is None else [shown]

    async def _show_count(self, quiz: Held, question: Question) -> list[Effect]:
        """Show in the twin how many have voted, if that has changed and the last time is long enough ago."""
        votes = await storage_votes.tallied(self._tx, question)
        shown = sayings.written(votes.counts)
        if shown == (question.shown or sayings.NO_VOTES) or (
            self._now_ms < question.shown_at + self._rhythm.count_every
        ):
            await self.plan(quiz)
            return []
        await storage.showed(self._tx, question, shown, self._now_ms)
        await self.plan(quiz)
        of = len(await storage.questions(self._tx, quiz.number))
        document = sayings.twin(quiz, question, of, votes.counts)
        return [self._revise(quiz, question, f"count/{question.edits + 1}", document)]

    async def _pause(self, quiz: Held) -> None:
        await storage.set_state(self._tx, quiz.number, "paused")
        await self.plan(quiz)

    async def _moves_on(self, quiz: Held, question: Question) -> int:
        votes = await storage_votes.tallied(self._tx, question)
        earlier: set[str] = set()
        for each in await storage.questions(self._tx, quiz.number):
            if each.place < question.place:
                earlier |= (await storage_votes.tallied(self._tx, each)).voters
        last = await storage_votes.last_vote(self._tx, question)
        return moves_on(Situation(votes.voters, earlier, last, question.until, quiz.direct), self._rhythm)

    async def _counted(self, question: Question) -> str:
        return sayings.written((await storage_votes.tallied(self._tx, question)).counts)

    async def _open_one(self, quiz: Held) -> Question | None:
        questions = await storage.questions(self._tx, quiz.number)
        return next((question for question in questions if question.state == "open"), None)

    # ── messages ─────────────────────────────────────────────────────────────────────────────────

    def _part(self, what: str) -> str:
        return f"quiz/{what}/{self._now_ms}"

    def _say(self, quiz: Held, part: str, document: Document) -> Say:
        return Say(room=quiz.room, cause=quiz.cause, part=part, text=render(document), thread=quiz.thread)

    def _revise(self, quiz: Held, question: Question, what: str, document: Document) -> Revise:
        part = storage.part_of(question.place, what)
        return Revise(room=quiz.room, cause=quiz.cause, part=part, target=question.twin, text=render(document))

    def _line(self, quiz: Held, name: str, **values: str) -> Document:
        return sentence(quiz.language, name, **values)
