"""The end of a quiz of where the association stands: what was answered goes into the inventory, and the score follows.

Only counts come in here: who voted is not needed, and is dropped at the same moment.
"""

from collections.abc import Sequence

from bot.association import result, standing, storage, storage_settings
from bot.association.storage import ANOTHER_SERVICE, FREE_HOST, Tool
from bot.catalog import Catalogue
from bot.database import Transaction
from bot.quiz.questions import FREE, OTHER
from bot.quiz.result import Outcome, outcome
from bot.quiz.storage import Held, Question
from bot.wording import Document, Paragraph, Phrase, voice


async def concluded(
    tx: Transaction, quiz: Held, questions: Sequence[Question], catalogue: Catalogue, now_ms: int, zone: str
) -> Document | None:
    """Record what the closed `questions` say, and what is said of where that leaves the association.

    None when nothing was answered. `zone`: the time zone of an association that has chosen none.
    """
    outcomes = [(question, said) for question in questions if question.need and (said := outcome(question.counts))]
    if not outcomes:
        return None
    for question, said in outcomes:
        assert question.need is not None
        tools = [_tool(answer, question) for answer in said.tools]
        await storage.record(tx, quiz.room, question.need, said.state, tools, now_ms)
    await standing.note(tx, quiz.room, catalogue, now_ms)
    chosen = await storage_settings.settings(tx, quiz.room, now_ms)
    stands = await standing.standing(tx, quiz.room, catalogue)
    lines = result.lines(stands, catalogue, quiz.language, now_ms, chosen.time_zone or zone)
    lines += _to_check(quiz, outcomes, catalogue)
    lines.append(voice(quiz.language).say("quiz.kept"))
    return Document(quiz.language, tuple(Paragraph(line) for line in lines))


def _tool(answer: str, question: Question) -> Tool:
    """The line of the inventory that an answer makes; of what has no name it is the words of the answer."""
    name = dict(question.answers)[answer]
    if answer == FREE:
        return Tool(FREE_HOST, name, known=False)
    if answer == OTHER:
        return Tool(f"{ANOTHER_SERVICE}:{question.need}", name, known=False)
    return Tool(answer, name, known=True)


def _to_check(quiz: Held, outcomes: Sequence[tuple[Question, Outcome]], catalogue: Catalogue) -> list[Phrase]:
    """What was answered evenly, one sentence a need."""
    speak = voice(quiz.language)
    return [
        speak.say(
            "quiz.to-check",
            need=result.label(question.need or "", catalogue, quiz.language),
            tools=speak.word("quiz.or").join(dict(question.answers)[answer] for answer in said.tied),
        )
        for question, said in outcomes
        if said.tied
    ]
