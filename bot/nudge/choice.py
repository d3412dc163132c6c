"""The next step: (what is known of an association, the catalogue, the date) → one step with its reason, or nothing.

Pure. In this order: what was promised for this week; then, of the migrations under way, the heaviest relief
for the least effort; without any, the quiz while too little is known, else a first look at what weighs most.
Nothing that was refused in the last three months comes back, and no giant is ever proposed.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.association.migration import plan
from bot.association.migration.model import Kind, Migration, Pair
from bot.association.score import ENOUGH_COVERAGE, Line, Score
from bot.catalog.catalogue import Catalogue
from bot.catalog.model import Kind as Answer

REST = datetime.timedelta(days=92)
"""How long a refused step stays away: three months (PROGRESS)."""
QUIZ = "quiz"
_MINUTES = {"quiz": 5, "look": 10}


class Reason(StrEnum):
    """Why a step is proposed now."""

    PROMISED = "promised"
    PLANNED = "planned"
    LIGHTEST = "lightest"
    HEAVIEST = "heaviest"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Next:
    """The step to propose.

    `key` names it for ever (« step:12:export », « look:forms:google-forms », « quiz »). `migration` and `kind`
    are set for a step of a migration, `pair` also for a first look. `points` of the score fall with it.
    """

    key: str
    reason: Reason
    minutes: int
    pair: Pair | None = None
    migration: Migration | None = None
    kind: Kind | None = None
    points: int = 0


@dataclass(frozen=True, slots=True)
class Situation:
    """What is known of an association: its migrations under way, its score, the ids of its tools.

    `refused` has when each step was refused last (or, of a quiz or a look, done), by key.
    """

    migrations: Sequence[Migration] = ()
    score: Score | None = None
    tools: frozenset[str] = frozenset()
    refused: Mapping[str, datetime.date] | None = None


def next_step(situation: Situation, catalogue: Catalogue, today: datetime.date) -> Next | None:
    """The step to propose on `today`; None when there is nothing left, or nothing that was not refused."""
    steps = list(_steps(situation, catalogue, today))
    promised = [step for step in steps if step.reason is Reason.PROMISED]
    if promised:
        return min(promised, key=lambda step: (_by(step), step.key))
    if steps:
        # Stable: of two that are alike, the one that was planned first.
        return max(steps, key=lambda step: _worth(step, situation, catalogue))
    if not _enough_is_known(situation.score) and not _rests(QUIZ, situation, today):
        return Next(QUIZ, Reason.UNKNOWN, _MINUTES["quiz"])
    return _look(situation, catalogue, today)


def _steps(situation: Situation, catalogue: Catalogue, today: datetime.date) -> Iterator[Next]:
    """The next step of each migration under way."""
    sunday = today + datetime.timedelta(days=6 - today.weekday())
    open_ones = [each for each in situation.migrations if each.open and each.pair.alternative in catalogue.alternatives]
    for migration in open_ones:
        kind = _first(migration, situation, today)
        if kind is not None and not _to_a_giant(catalogue, migration.pair):
            promised = migration.by is not None and migration.by <= sunday
            planned = Reason.LIGHTEST if len(open_ones) > 1 else Reason.PLANNED
            yield Next(
                key=f"step:{migration.number}:{kind.value}",
                reason=Reason.PROMISED if promised else planned,
                minutes=plan.MINUTES[kind],
                pair=migration.pair,
                migration=migration,
                kind=kind,
                points=_points(situation.score, migration.pair),
            )


def _first(migration: Migration, situation: Situation, today: datetime.date) -> Kind | None:
    """The first step that is neither done nor refused, and that makes sense now."""
    left = {step.kind for step in migration.left}
    for step in migration.left:
        if not plan.BEFORE.get(step.kind, frozenset()) & left and not _rests(
            f"step:{migration.number}:{step.kind.value}", situation, today
        ):
            return step.kind
    return None


def _look(situation: Situation, catalogue: Catalogue, today: datetime.date) -> Next | None:
    """A first look at what takes over from the tool that weighs most for its effort."""
    options = []
    for line in situation.score.lines if situation.score else ():
        pair = _pair(line, situation, catalogue)
        if pair is None or line.points <= 0:
            continue
        key = f"look:{pair.need}:{pair.product}"
        if not _rests(key, situation, today):
            worth = line.points / plan.effort(catalogue, pair, 1, 1)
            options.append((worth, Next(key, Reason.HEAVIEST, _MINUTES["look"], pair, points=round(line.points))))
    return max(options, key=lambda option: option[0])[1] if options else None


def _pair(line: Line, situation: Situation, catalogue: Catalogue) -> Pair | None:
    product = catalogue.products.get(line.tool.id)
    if product is None or product.free or product.answer is Answer.KEEP:
        return None
    alternative = plan.proposed(catalogue, product, line.need, situation.tools)
    return Pair(line.need, product.id, alternative.id) if alternative is not None else None


def _to_a_giant(catalogue: Catalogue, pair: Pair) -> bool:
    return plan.of_a_giant(catalogue, catalogue.alternatives[pair.alternative])


def _worth(step: Next, situation: Situation, catalogue: Catalogue) -> float:
    """The relief of a migration for the work that is left of it."""
    assert step.migration is not None
    assert step.pair is not None
    need = catalogue.needs.get(step.pair.need)
    # What is not in the inventory still weighs as much as its need.
    relief = _exact(situation.score, step.pair) or (need.weight if need else 1)
    return relief / plan.effort(catalogue, step.pair, len(step.migration.left), len(step.migration.steps))


def _exact(score: Score | None, pair: Pair) -> float:
    if score is None:
        return 0.0
    return sum(line.points for line in score.lines if line.need == pair.need and line.tool.id == pair.product)


def _points(score: Score | None, pair: Pair) -> int:
    return round(_exact(score, pair))


def _by(step: Next) -> datetime.date:
    return step.migration.by if step.migration and step.migration.by else datetime.date.max


def _enough_is_known(score: Score | None) -> bool:
    return score is not None and score.coverage >= ENOUGH_COVERAGE


def _rests(key: str, situation: Situation, today: datetime.date) -> bool:
    refused = (situation.refused or {}).get(key)
    return refused is not None and today - refused < REST
