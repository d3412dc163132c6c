"""What people answer, by poll, in words or by reaction: all of it ends as responses of the same kind."""

from collections.abc import Sequence

from bot.catalog.names import Names
from bot.conversation import (
    Edit,
    Effect,
    EventId,
    Incoming,
    Message,
    React,
    Reaction,
    Recounted,
    Redaction,
    RoomId,
    Say,
    Vote,
)
from bot.database import outbox
from bot.desk import Scene
from bot.quiz import answers, storage, storage_votes
from bot.quiz.play import Play
from bot.quiz.storage import Held, Question
from bot.quiz.storage_votes import VoteKind
from bot.quiz.tally import Response
from bot.wording import render, sentence

NOTED = "🗳️"
"""Put on a typed answer: it counts."""


class Votes:
    """Takes in the votes of one event. `play` plans what follows from them."""

    def __init__(self, scene: Scene, play: Play, names: Names) -> None:
        self._scene = scene
        self._tx = scene.tx
        self._play = play
        self._names = names

    async def take(self, event: Incoming) -> Sequence[Effect] | None:
        """The effects of `event`, or None when it is no vote."""
        match event:
            case Vote():
                return await self._poll(event)
            case Message():
                return await self._typed(event)
            case Edit():
                return await self._edited(event)
            case Reaction():
                return await self._reaction(event)
            case Redaction():
                await self._removed(event)
            case Recounted():
                return await self._recounted(event)
        return None

    async def _poll(self, vote: Vote) -> Sequence[Effect] | None:
        question = await self._question(vote.poll, vote.room)
        return await self._cast(question, vote, vote.answers, "poll") if question else None

    async def _typed(self, message: Message) -> Sequence[Effect] | None:
        question = await self._answered_by(message)
        if question is None:
            return None
        chosen = answers.typed(message.text, question.answers, self._names)
        return await self._cast(question, message, (chosen,), "typed") if chosen else None

    async def _edited(self, edit: Edit) -> Sequence[Effect] | None:
        place = await storage_votes.vote_place(self._tx, edit.original, edit.sender)
        if place is None:
            return None
        question = (await storage.questions(self._tx, place[0]))[place[1] - 1]
        chosen = answers.typed(edit.text, question.answers, self._names)
        return await self._cast(question, edit, (chosen,) if chosen else (), "typed", edit.original)

    async def _reaction(self, reaction: Reaction) -> Sequence[Effect] | None:
        # In encrypted rooms reactions are in clear, for the homeserver to read: they are no votes there.
        if self._scene.room.encrypted:
            return None
        question = await self._question(reaction.target, reaction.room)
        chosen = answers.keycap(reaction.key, question.answers) if question else None
        return await self._cast(question, reaction, (chosen,), "reaction") if question and chosen else None

    async def _removed(self, redaction: Redaction) -> None:
        """Noted, and left to the others: what was removed may also have been a question to the bot."""
        quiz = await storage.under_way(self._tx, redaction.room)
        if quiz is not None:
            await storage_votes.remove_vote(self._tx, quiz.number, redaction.redacts)
            await self._play.plan(quiz)

    async def _recounted(self, recounted: Recounted) -> Sequence[Effect] | None:
        question = await self._question(recounted.poll, recounted.room)
        if question is None:
            return None
        if question.state == "open":
            for vote in recounted.votes:
                await self._add(question, vote, vote.answers, "poll", vote.event)
            # An earlier recount may be older than votes that have come since: it adds, and takes nothing away.
            if recounted.event == question.recount:
                await storage_votes.drop_unheld(self._tx, question, [vote.event for vote in recounted.votes])
                await storage.await_recount(self._tx, question, None, self._scene.now_ms)
            await self._play.plan(await storage.quiz(self._tx, question.quiz))
        return ()

    # ── which question ───────────────────────────────────────────────────────────────────────────

    async def _question(self, event: EventId, room: RoomId) -> Question | None:
        """The question whose poll or twin is `event`, asked in `room`."""
        transaction = await outbox.message_of(self._tx, event)
        question = await storage.question_of(self._tx, transaction) if transaction else None
        if question is None or (await storage.quiz(self._tx, question.quiz)).room != room:
            return None
        return question

    async def _answered_by(self, message: Message) -> Question | None:
        """The question that `message` can be an answer to: a reply to it, in its thread, or said to the bot."""
        for event in (message.reply_to, message.thread):
            if event is not None and (question := await self._question(event, message.room)):
                return question
        quiz = await storage.under_way(self._tx, message.room)
        if quiz is None or message.reply_to is not None:
            return None
        in_its_thread = quiz.thread is not None and message.thread == quiz.thread
        if not in_its_thread and not self._scene.addressed:
            return None
        asked = [each for each in await storage.questions(self._tx, quiz.number) if each.state == "open"]
        return asked[0] if asked else None

    # ── counting it ──────────────────────────────────────────────────────────────────────────────

    async def _cast(
        self,
        question: Question,
        event: Vote | Message | Edit | Reaction,
        chosen: tuple[str, ...],
        kind: VoteKind,
        response: EventId | None = None,
    ) -> Sequence[Effect]:
        """Count a response, or say once that it comes too late. `response`: its event, where it is another."""
        quiz = await storage.quiz(self._tx, question.quiz)
        if question.state != "open":
            return await self._late(quiz, question, event)
        await self._add(question, event, chosen, kind, response or event.event)
        await self._play.plan(quiz)
        if isinstance(event, Message) and not quiz.direct:
            return [React(room=quiz.room, cause=event.event, part="quiz/noted", target=event.event, key=NOTED)]
        return ()

    async def _add(
        self,
        question: Question,
        event: Vote | Message | Edit | Reaction,
        chosen: tuple[str, ...],
        kind: VoteKind,
        response: EventId,
    ) -> None:
        await storage_votes.add_vote(
            self._tx, question, Response(response, event.sender, event.sent_ms, chosen), kind, self._scene.now_ms
        )

    async def _late(self, quiz: Held, question: Question, event: Vote | Message | Edit | Reaction) -> Sequence[Effect]:
        if question.late_told or not self._scene.fresh:
            return ()
        await storage.told_late(self._tx, question)
        over = "quiz.late-over" if quiz.state == "closed" else "quiz.late"
        text = render(sentence(quiz.language, over, ask=question.ask))
        reply_to = event.event if isinstance(event, Message) else None
        return [
            Say(room=quiz.room, cause=event.event, part="quiz/late", text=text, reply_to=reply_to, thread=quiz.thread)
        ]
