"""The dependency score, formula 1: from what an association uses to points that can each be explained.

Pure. The formula, its weights and its reasons are those of PROGRESS: for each need k in use with weight
w_k (W is their sum), with control G and lock-in L of the tool,

    d_k = G (0.5 + 0.5 L)        S = 100 Σ (w_k / W) [0.8 d_k + 0.2 s_o(k)]

where s_o is the share that the owner o holds of all weight with G > 0, and the second term counts only
where G > 0. Several tools for one need share its weight. S splits exactly into points per need, and
moving one need to G = 0 never raises it.

Inspirations: the EU Cloud Sovereignty Framework (SEAL), the Norwegian NDSI quick scan, the Basel SDS
calculator.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

FORMULA = 1
OWN_SHARE = 0.8
EXPOSURE_SHARE = 0.2
CRITERIA: Mapping[str, float] = {"data": 0.25, "exit": 0.25, "standards": 0.19, "operator": 0.19, "governance": 0.12}
"""The five criteria of lock-in and what each weighs; together 1."""
ENOUGH_COVERAGE = 0.6
"""Below this share of known weight no single number is said."""


@dataclass(frozen=True, slots=True)
class Tool:
    """What the score needs to know of a tool.

    `control` is G: 1 a giant's, 0.5 another closed commercial service, 0 free or cooperative. `criteria`
    are the five of `CRITERIA`, each 0, 0.5 or 1. `owner` is who holds it; it counts only where G > 0.
    """

    id: str
    name: str
    owner: str
    control: float
    criteria: Mapping[str, float]
    ads: bool = False
    forced_account: bool = False

    @property
    def lock_in(self) -> float:
        """L: the weighted mean of the five criteria, between 0 and 1."""
        return sum(weight * self.criteria[name] for name, weight in CRITERIA.items())

    @property
    def dependence(self) -> float:
        """d: between 0 and 1."""
        return self.control * (0.5 + 0.5 * self.lock_in)


@dataclass(frozen=True, slots=True)
class Use:
    """One need in use: its weight, and the tools that serve it; no tools: it is not known which."""

    need: str
    weight: int
    tools: tuple[Tool, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """The part of one tool for one need in the score: `own` and `exposure` are points out of 100."""

    need: str
    tool: Tool
    own: float
    exposure: float

    @property
    def points(self) -> float:
        return self.own + self.exposure


@dataclass(frozen=True, slots=True)
class Score:
    """A score and what it is made of.

    `lines` add up to `lowest` exactly. `lowest` counts what is not known as free, `highest` as captive at
    the heaviest owner; they are equal where all is known. `coverage` is the share of weight that is known.
    `technical`, `economic` and `cultural` are the three sub-scores, 0 to 100, of what is known.
    """

    lines: tuple[Line, ...]
    lowest: float
    highest: float
    coverage: float
    technical: float
    economic: float
    cultural: float

    @property
    def value(self) -> int | None:
        """The one number to say, or None while too little is known."""
        return round(self.lowest) if self.coverage >= ENOUGH_COVERAGE else None

    def points_of(self, need: str) -> float:
        """The points that one need makes."""
        return sum(line.points for line in self.lines if line.need == need)


def score(uses: Sequence[Use]) -> Score | None:
    """The score of what is in use; None when nothing is. Needs that the association does not have are left out."""
    whole = sum(use.weight for use in uses)
    if not whole:
        return None
    lines = _lines(uses, whole)
    known = sum(use.weight for use in uses if use.tools)
    lowest = sum(line.points for line in lines)
    return Score(
        lines=lines,
        lowest=lowest,
        highest=lowest if known == whole else _highest(uses, whole),
        coverage=known / whole,
        technical=_technical(uses),
        economic=_economic(uses),
        cultural=_cultural(uses, known),
    )


def shares(uses: Sequence[Use]) -> dict[str, float]:
    """s_o: the share that each owner holds of all weight with G > 0; together 1."""
    held = _held(uses)
    exposed = sum(held.values())
    return {owner: weight / exposed for owner, weight in held.items()}


def _parts(uses: Sequence[Use]) -> list[tuple[Use, Tool, float]]:
    """Each tool of each need with the weight that falls to it."""
    return [(use, tool, use.weight / len(use.tools)) for use in uses for tool in use.tools]


def _held(uses: Sequence[Use]) -> dict[str, float]:
    """The weight that each owner holds, where G > 0."""
    held: dict[str, float] = defaultdict(float)
    for _, tool, weight in _parts(uses):
        if tool.control > 0:
            held[tool.owner] += weight
    return dict(held)


def _lines(uses: Sequence[Use], whole: int) -> tuple[Line, ...]:
    share = shares(uses)
    return tuple(
        Line(
            need=use.need,
            tool=tool,
            own=100 * weight / whole * OWN_SHARE * tool.dependence,
            exposure=100 * weight / whole * EXPOSURE_SHARE * share[tool.owner] if tool.control > 0 else 0.0,
        )
        for use, tool, weight in _parts(uses)
    )


def _highest(uses: Sequence[Use], whole: int) -> float:
    """The score if everything that is not known were wholly captive, at the owner that makes it worst."""
    captive = dict.fromkeys(CRITERIA, 1.0)
    candidates = {*_held(uses), "?"}
    return max(
        sum(
            line.points
            for line in _lines(
                [use if use.tools else Use(use.need, use.weight, (Tool("?", "?", owner, 1, captive),)) for use in uses],
                whole,
            )
        )
        for owner in candidates
    )


def _technical(uses: Sequence[Use]) -> float:
    """The mean of L where G > 0, by weight."""
    parts = [(weight, tool.lock_in) for _, tool, weight in _parts(uses) if tool.control > 0]
    weights = sum(weight for weight, _ in parts)
    return 100 * sum(weight * lock_in for weight, lock_in in parts) / weights if weights else 0.0


def _economic(uses: Sequence[Use]) -> float:
    """Half concentration (the sum of squared shares, where G > 0), half the share on tools paid by advertising."""
    held = _held(uses)
    exposed = sum(held.values())
    if not exposed:
        return 0.0
    concentration = sum((weight / exposed) ** 2 for weight in held.values())
    everything = sum(weight for _, _, weight in _parts(uses))
    advertising = sum(weight for _, tool, weight in _parts(uses) if tool.ads and tool.control > 0) / everything
    return 100 * (concentration * exposed / everything + advertising) / 2


def _cultural(uses: Sequence[Use], known: float) -> float:
    """The share on tools that force an account on members or on the public."""
    forced = sum(weight for _, tool, weight in _parts(uses) if tool.forced_account and tool.control > 0)
    return 100 * forced / known if known else 0.0
