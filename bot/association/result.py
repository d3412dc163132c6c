"""Where the association stands, in a few sentences: the score, what weighs most, what is easiest to lighten.

Pure but for `result`, which reads the standing. VOICE: no blame, no ranking, no red number.
"""

import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date

from bot.association import standing
from bot.association.score import Line, Score
from bot.association.standing import Moment, Standing
from bot.catalog import Catalogue
from bot.catalog.model import Kind, Product
from bot.catalog.names import Names
from bot.conversation import Language, RoomId
from bot.database import Transaction
from bot.wording import Document, Paragraph, Phrase, joined, tamed, voice

_BANDS = ("free", "light", "shared", "heavy")
"""0–24, 25–49, 50–74, 75–100: names of sentences, kind ones."""
_EFFORT = {"evening": 0, "week": 1, "season": 2}
_DAY_MS = 24 * 60 * 60 * 1000


async def result(
    tx: Transaction, room: RoomId, names: Names, language: Language, now_ms: int, zone: str = "Europe/Paris"
) -> Document:
    """What is said of where the association of `room` stands now; `zone` is an IANA name."""
    stands = await standing.standing(tx, room, names.catalogue)
    return Document(language, tuple(Paragraph(line) for line in lines(stands, names.catalogue, language, now_ms, zone)))


def lines(stands: Standing, catalogue: Catalogue, language: Language, now_ms: int, zone: str) -> list[Phrase]:
    """The same as phrases, one a paragraph."""
    speak, score = voice(language), stands.score
    if score is None:
        return [speak.say("result.nothing")]
    if score.value is None:
        unknown = [use.need for use in stands.uses if not use.tools]
        return [
            speak.say(
                "result.too-little", coverage=percent(score.coverage), lowest=str(low(score)), highest=str(high(score))
            ),
            speak.say("result.go-and-ask", needs=", ".join(label(need, catalogue, language) for need in unknown[:3])),
            speak.say("result.how-to-tell"),
        ]
    said = [joined((_headline(stands, score, language, now_ms, zone), speak.say(f"result.band-{band(score.value)}")))]
    if score.coverage < 1:
        said.append(
            speak.say(
                "result.interval", coverage=percent(score.coverage), lowest=str(low(score)), highest=str(high(score))
            )
        )
    weights = [_heaviest(stands, score, catalogue, language)]
    if (easy := easiest(score, catalogue)) is not None:
        weights.append(speak.say("result.easiest", need=label(easy.need, catalogue, language)))
    return [*said, joined(weights), speak.say("result.more", score=score.value)]


def _headline(stands: Standing, score: Score, language: Language, now_ms: int, zone: str) -> Phrase:
    speak, before = voice(language), earlier(stands, now_ms)
    assert score.value is not None
    if before is None or before.score is None or before.score.value is None:
        return speak.say("result.score", score=score.value)
    when = moment_said(before.at_ms, now_ms, language, zone)
    return speak.say("result.score-before", score=score.value, before=before.score.value, when=when)


def _heaviest(stands: Standing, score: Score, catalogue: Catalogue, language: Language) -> Phrase:
    need = stands.heaviest
    if need is None:
        return voice(language).say("result.nothing-heavy")
    held = ", ".join(
        dict.fromkeys(shown(line.tool.name) for line in score.lines if line.need == need and line.points > 0)
    )
    points = round(score.points_of(need))
    return voice(language).say("result.heaviest", need=label(need, catalogue, language), tools=held, count=points)


def earlier(stands: Standing, now_ms: int) -> Moment | None:
    """The last moment, at least a day ago, at which the score was another; None when there is none.

    The first hours of an inventory are its filling in, not a change.
    """
    for moment in reversed(stands.history):
        if moment.at_ms <= now_ms - _DAY_MS and moment.score is not None and moment.score.value is not None:
            differs = stands.score is None or moment.score.value != stands.score.value
            if differs:
                return moment
    return None


def easiest(score: Score, catalogue: Catalogue) -> Line | None:
    """The line of the score to begin with: it can be replaced, takes the least effort, and then weighs most.

    Efforts are those of the catalogue: an evening, a week, a season. None when nothing that weighs can be replaced.
    """
    options = [
        (_EFFORT[product.effort], -line.points, place, line)
        for place, line in enumerate(score.lines)
        if line.points > 0
        and (product := catalogue.products.get(line.tool.id)) is not None
        and product.effort is not None
        and _can_be_replaced(product, line.need)
    ]
    return min(options)[3] if options else None


def _can_be_replaced(product: Product, need: str) -> bool:
    return product.answer is Kind.REPLACE and bool(product.alternatives.get(need))


def band(value: int) -> str:
    """The band of 25 points in which `value` (0 to 100) lies, as the end of a sentence's name."""
    return _BANDS[min(value // 25, len(_BANDS) - 1)]


def low(score: Score) -> int:
    """The score if all that is not known were free."""
    return round(score.lowest)


def high(score: Score) -> int:
    """The score if all that is not known were captive."""
    return min(100, round(score.highest))


def percent(share: float) -> str:
    """0.6 → « 60 ». Never rounded up to a hundred."""
    return str(100 if share >= 1 else min(99, round(100 * share)))


def label(need: str, catalogue: Catalogue, language: Language) -> str:
    """What a need is called."""
    found = catalogue.needs.get(need)
    return found.label.in_(language) if found else need


def shown(name: str) -> str:
    """A tool's name as it is shown; one that somebody typed is tamed."""
    return tamed(name)


def moment_said(at_ms: int, now_ms: int, language: Language, zone: str) -> str:
    """« en mars », with its year when it is another one; within the last 30 days « le 3 novembre »."""
    when, now = (datetime.datetime.fromtimestamp(ms / 1000, ZoneInfo(zone)) for ms in (at_ms, now_ms))
    speak = voice(language)
    if now - when < datetime.timedelta(days=30):
        day = format_date(when.date(), "d MMMM" if language == "fr" else "MMMM d", locale=language)
        return speak.word("result.on-day", day=day)
    pattern = "MMMM" if when.year == now.year else "MMMM y"
    return speak.word("result.in-month", month=format_date(when.date(), pattern, locale=language))
