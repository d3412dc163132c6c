"""The end of a quiz of where the association stands: what was answered goes into the inventory, and the score follows.

Only counts come in here: who voted is not needed, and is dropped at the same moment.
"""

from collections.abc import Mapping, Sequence

from bot.association import standing, storage
from bot.association.score import Line, Score
from bot.association.storage import ANOTHER_SERVICE, FREE_HOST, Tool
from bot.catalog import Catalogue
from bot.conversation import RoomId
from bot.database import Transaction
from bot.quiz.questions import FREE, OTHER
from bot.quiz.result import Outcome, outcome
from bot.quiz.sayings import Ending
from bot.quiz.storage import Held, Question


async def score_now(tx: Transaction, room: RoomId, catalogue: Catalogue) -> int | None:
    """The score to say of the association of `room` now, or None while too little is known."""
    score = (await standing.standing(tx, room, catalogue)).score
    return score.value if score is not None else None


async def concluded(
    tx: Transaction, quiz: Held, questions: Sequence[Question], catalogue: Catalogue, now_ms: int
) -> Ending | None:
    """Record what the closed `questions` say and see where that leaves the association; None when they say nothing."""
    outcomes = [(question, said) for question in questions if question.need and (said := outcome(question.counts))]
    if not outcomes:
        return None
    for question, said in outcomes:
        assert question.need is not None
        tools = [_tool(answer, question) for answer in said.tools]
        await storage.record(tx, quiz.room, question.need, said.state, tools, now_ms)
    await standing.note(tx, quiz.room, catalogue, now_ms)
    score = (await standing.standing(tx, quiz.room, catalogue)).score
    return _ending(quiz, score, outcomes, catalogue)


def _tool(answer: str, question: Question) -> Tool:
    """The line of the inventory that an answer makes; of what has no name it is the words of the answer."""
    name = dict(question.answers)[answer]
    if answer == FREE:
        return Tool(FREE_HOST, name, known=False)
    if answer == OTHER:
        return Tool(f"{ANOTHER_SERVICE}:{question.need}", name, known=False)
    return Tool(answer, name, known=True)


def _ending(
    quiz: Held, score: Score | None, outcomes: Sequence[tuple[Question, Outcome]], catalogue: Catalogue
) -> Ending:
    label = _labels(catalogue, quiz)
    heaviest = max(score.lines, key=lambda line: line.points, default=None) if score else None
    return Ending(
        before=quiz.before,
        value=score.value if score else None,
        coverage=round(100 * score.coverage) if score else 0,
        heaviest=(
            (label[heaviest.need], heaviest.tool.name, round(heaviest.points))
            if heaviest is not None and round(heaviest.points) > 0
            else None
        ),
        step=first_step(score, catalogue, label) if score else None,
        to_check=tuple(
            (label[question.need or ""], tuple(dict(question.answers)[answer] for answer in said.tied))
            for question, said in outcomes
            if said.tied
        ),
        to_ask=tuple(
            label[question.need or ""] for question, said in outcomes if said.state == "unknown" and not said.tied
        ),
    )


def _labels(catalogue: Catalogue, quiz: Held) -> Mapping[str, str]:
    return {need.id: need.label.in_(quiz.language) for need in catalogue.needs.values()} | {"": ""}


def first_step(score: Score, catalogue: Catalogue, label: Mapping[str, str]) -> tuple[str, str] | None:
    """The need to begin with and the alternative for it: among the easy ones the heaviest, else the heaviest of all.

    Pure.
    """
    options = [(line, found) for line in score.lines if line.points > 0 and (found := _alternative(line, catalogue))]
    if not options:
        return None
    line, alternative = max(
        options, key=lambda option: (catalogue.alternatives[option[1]].difficulty == "easy", option[0].points)
    )
    return label[line.need], catalogue.alternatives[alternative].name


def _alternative(line: Line, catalogue: Catalogue) -> str | None:
    """The first alternative of a line of the score: the product's own for this need, else the need's."""
    product = catalogue.products.get(line.tool.id)
    ranked = product.alternatives.get(line.need, ()) if product else ()
    need = catalogue.needs.get(line.need)
    candidates = [*(each.alternative for each in ranked), *(need.alternatives if need else ())]
    return next((each for each in candidates if each in catalogue.alternatives), None)
