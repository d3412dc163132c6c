"""What the picture, its text twin and the report show of an association: one set of facts in words. Pure."""

import datetime
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias
from zoneinfo import ZoneInfo

from babel.dates import format_date

from bot.association import result, why
from bot.association.moves import Move
from bot.association.score import Score, Use
from bot.association.standing import Standing
from bot.catalog import Catalogue
from bot.conversation import Language
from bot.wording import Voice, voice

Kind: TypeAlias = Literal["giant", "closed", "free", "unknown"]
_MOST_POINTS = 24


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known: where the association `stands`, its `moves`, and in which language, when and where it is told."""

    stands: Standing
    catalogue: Catalogue
    moves: tuple[Move, ...]
    language: Language
    now_ms: int
    zone: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One need in use: what it is called, its whole points, who holds it, and of what kind that is."""

    need: str
    label: str
    points: int
    held: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Point:
    """The score at the end of one day; `when` as one says it."""

    day: datetime.date
    value: int
    when: str


@dataclass(frozen=True, slots=True)
class Scenery:
    """All of it in words. `value` is None while too little is known; then `lowest` and `highest` are said."""

    language: Language
    name: str
    day: str
    value: int | None
    lowest: int
    highest: int
    coverage: str
    before: str
    rows: tuple[Row, ...]
    history: tuple[Point, ...]
    done: tuple[str, ...]

    @property
    def speak(self) -> Voice:
        return voice(self.language)


def scenery(facts: Facts) -> Scenery:
    """`facts` in words. There must be a score: something is in use."""
    score, speak = facts.stands.score, voice(facts.language)
    assert score is not None, "something is in use"
    earlier = result.earlier(facts.stands, facts.now_ms)
    before = ""
    if earlier is not None and earlier.score is not None and earlier.score.value is not None:
        when = result.moment_said(earlier.at_ms, facts.now_ms, facts.language, facts.zone)
        before = speak.word("picture.before", before=earlier.score.value, when=when)
    return Scenery(
        language=facts.language,
        name=one_line(facts.name),
        day=_day(_date(facts.now_ms, facts.zone), facts.language),
        value=score.value,
        lowest=result.low(score),
        highest=result.high(score),
        coverage=result.percent(score.coverage),
        before=before,
        rows=_rows(facts, score),
        history=_history(facts, score),
        done=tuple(_done(move, facts) for move in facts.moves if move.state == "done"),
    )


def _rows(facts: Facts, score: Score) -> tuple[Row, ...]:
    points = why.points_by_need(facts.stands)
    uses = {use.need: use for use in facts.stands.uses}
    rows = [
        Row(
            need, result.label(need, facts.catalogue, facts.language), count, _held(uses[need], score), kind(uses[need])
        )
        for need, count in points.items()
    ]
    # What is not known comes last: it has no points yet.
    return tuple(sorted(rows, key=lambda row: (row.kind == "unknown", -row.points)))


def _held(use: Use, score: Score) -> str:
    lines = [line for line in score.lines if line.need == use.need]
    return one_line(", ".join(dict.fromkeys(why.held(line) for line in lines)))


def kind(use: Use) -> Kind:
    """Who holds a need: the strongest grip of its tools."""
    if not use.tools:
        return "unknown"
    control = max(tool.control for tool in use.tools)
    return "giant" if control == 1 else "closed" if control else "free"


def _history(facts: Facts, score: Score) -> tuple[Point, ...]:
    """One point a day, its last; today as it is. Of very many, the first, the last and those at equal steps between."""
    values: dict[datetime.date, int] = {}
    for moment in facts.stands.history:
        if moment.score is not None and moment.score.value is not None:
            values[_date(moment.at_ms, facts.zone)] = moment.score.value
    if score.value is not None:
        values[_date(facts.now_ms, facts.zone)] = score.value
    days = sorted(values)
    points = [
        Point(day, values[day], _day(day, facts.language))
        for place, day in enumerate(days)
        # Where nothing changes, the first and the last day of it are enough.
        if place in {0, len(days) - 1} or len({values[near] for near in days[place - 1 : place + 2]}) > 1
    ]
    if len(points) > _MOST_POINTS:
        step = (len(points) - 1) / (_MOST_POINTS - 1)
        points = [points[round(place * step)] for place in range(_MOST_POINTS)]
    return tuple(points)


def _done(move: Move, facts: Facts) -> str:
    when = result.moment_said(move.at_ms, facts.now_ms, facts.language, facts.zone)
    return one_line(
        voice(facts.language).word(
            "picture.move",
            need=result.label(move.need, facts.catalogue, facts.language),
            product=move.product,
            alternative=move.alternative,
            when=when,
        )
    )


def _date(at_ms: int, zone: str) -> datetime.date:
    return datetime.datetime.fromtimestamp(at_ms / 1000, ZoneInfo(zone)).date()


def _day(day: datetime.date, language: Language) -> str:
    return format_date(day, "d MMM y", locale=language)


def one_line(text: str) -> str:
    """`text` without line breaks, control signs or what nobody sees (the joiners of tamed names among them)."""
    spaced = "".join(
        " " if character.isspace() and character not in "\u00a0\u202f" else character for character in text
    )
    return "".join(c for c in spaced if unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn"})


def rest_of(rows: Sequence[Row]) -> tuple[int, int]:
    """How many needs `rows` are, and their points together."""
    return len(rows), sum(row.points for row in rows)
