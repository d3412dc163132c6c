"""Where an association stands: from what it said and the catalogue to a score, now and over time.

Members give facts (which tool); the catalogue holds the judgements. A past standing is computed again from
its answers with the catalogue of today, so that a corrected catalogue does not look like progress.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.association import score as formula
from bot.association import storage
from bot.association.score import CRITERIA, Score, Use
from bot.association.storage import NeedState, State, Tool
from bot.catalog import Catalogue, export
from bot.catalog.model import Alternative, Owner, Product
from bot.conversation import RoomId
from bot.database import Transaction

TO_BE_CHECKED: Mapping[str, float] = dict.fromkeys(CRITERIA, 0.5)
"""The criteria of a closed service that nobody has judged yet: half-way on each."""
_FREE: Mapping[str, float] = dict.fromkeys(CRITERIA, 0.0)


@dataclass(frozen=True, slots=True)
class Moment:
    """How it stood at one time (milliseconds since the epoch); `score` is None where nothing was in use."""

    at_ms: int
    score: Score | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an association stands: what it uses, the score of that, and the moments before, oldest first."""

    uses: tuple[Use, ...]
    score: Score | None
    history: tuple[Moment, ...]

    @property
    def before(self) -> Score | None:
        """The last score that differs from today's, or None."""
        for moment in reversed(self.history):
            if moment.score is not None and (self.score is None or moment.score.value != self.score.value):
                return moment.score
        return None

    @property
    def heaviest(self) -> str | None:
        """The need that makes the most points, or None when none makes any."""
        if self.score is None:
            return None
        points = {use.need: self.score.points_of(use.need) for use in self.uses}
        need = max(points, key=lambda each: points[each], default=None)
        return need if need is not None and points[need] > 0 else None


async def standing(tx: Transaction, room: RoomId, catalogue: Catalogue) -> Standing:
    """Where the association of `room` stands."""
    answers = answers_of(await storage.need_states(tx, room), await storage.inventory(tx, room), catalogue)
    uses = uses_of(answers, catalogue)
    history = [
        Moment(at_ms, formula.score(uses_of(_read(stored), catalogue)))
        for at_ms, stored in await storage.moments(tx, room)
    ]
    return Standing(tuple(uses), formula.score(uses), tuple(history))


async def note(tx: Transaction, room: RoomId, catalogue: Catalogue, now_ms: int) -> None:
    """Keep how the association of `room` stands now, for the history; call it after each change."""
    answers = answers_of(await storage.need_states(tx, room), await storage.inventory(tx, room), catalogue)
    await storage.keep_moment(tx, room, formula.FORMULA, export.version(catalogue), _written(answers), now_ms)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said of one need."""

    state: State
    tools: tuple[Tool, ...] = ()


def answers_of(states: Mapping[str, NeedState], inventory: Sequence[Tool], catalogue: Catalogue) -> dict[str, Answer]:
    """What is known of each need. A tool that was noted without a need serves its own first one."""
    tools: dict[str, list[Tool]] = {}
    for tool in inventory:
        need = tool.need or _first_need(tool, catalogue)
        if need:
            tools.setdefault(need, []).append(tool)
    answers = {need: Answer(state.state) for need, state in states.items()}
    return answers | {need: Answer("used", tuple(held)) for need, held in tools.items()}


def _first_need(tool: Tool, catalogue: Catalogue) -> str | None:
    entry = catalogue.products.get(tool.id) or catalogue.alternatives.get(tool.id)
    return entry.needs[0] if entry is not None else None


def uses_of(answers: Mapping[str, Answer], catalogue: Catalogue) -> list[Use]:
    """The needs in use, in the order of the catalogue; what the association does not do is left out."""
    return [
        Use(need.id, need.weight, tuple(_judged(_distinct(answer.tools), catalogue)))
        for need in catalogue.needs.values()
        if (answer := answers.get(need.id)) is not None and answer.state != "not-done"
    ]


def _distinct(tools: Iterable[Tool]) -> Iterable[Tool]:
    return {tool.id: tool for tool in tools}.values()


def _judged(tools: Iterable[Tool], catalogue: Catalogue) -> Iterable[formula.Tool]:
    for tool in tools:
        if (product := catalogue.products.get(tool.id)) is not None:
            yield _product(product, catalogue)
        elif (alternative := catalogue.alternatives.get(tool.id)) is not None:
            yield _alternative(alternative)
        elif tool.id == storage.FREE_HOST:
            yield formula.Tool(tool.id, tool.name, "", 0, _FREE)
        else:
            yield formula.Tool(tool.id, tool.name, tool.id, 0.5, TO_BE_CHECKED)


def _product(product: Product, catalogue: Catalogue) -> formula.Tool:
    if product.free:
        return formula.Tool(product.id, product.name, "", 0, _FREE)
    control = 0.5 if isinstance(product.owner, Owner) else 1
    owner, judged = catalogue.owner_name(product), product.lock_in
    if judged is None:
        return formula.Tool(product.id, product.name, owner, control, TO_BE_CHECKED)
    criteria = {name: float(getattr(judged, name)) for name in CRITERIA}
    return formula.Tool(product.id, product.name, owner, control, criteria, judged.ads, judged.forced_account)


def _alternative(alternative: Alternative) -> formula.Tool:
    if alternative.licence == "not-free":
        return formula.Tool(alternative.id, alternative.name, alternative.name, 0.5, TO_BE_CHECKED)
    return formula.Tool(alternative.id, alternative.name, "", 0, _FREE)


def _written(answers: Mapping[str, Answer]) -> str:
    document = {
        need: {"state": answer.state, "tools": [[tool.id, tool.name, tool.known] for tool in answer.tools]}
        for need, answer in sorted(answers.items())
    }
    return json.dumps(document, ensure_ascii=False, sort_keys=True)


def _read(stored: str) -> dict[str, Answer]:
    document: dict[str, Any] = json.loads(stored)
    return {
        need: Answer(each["state"], tuple(Tool(identity, name, known, need) for identity, name, known in each["tools"]))
        for need, each in document.items()
    }
