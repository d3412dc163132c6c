"""Days as people say them: « jeudi », « le 15 mars », « en septembre », "by next Friday". Pure.

What is found is a span of days, since « la semaine prochaine » and « septembre » are longer than one.
"""

import datetime
import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from bot.catalog.fold import fold, legible

_WEEKDAYS = {
    name: place
    for names in (
        ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    )
    for place, name in enumerate(names)
}
_MONTHS = {
    name: place
    for names in (
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "january february march april may june july august september october november december",
    )
    for place, name in enumerate(names.split(), 1)
}
_ORDINARY = frozenset({"mars", "may", "march"})
_NUMBERS = {
    word: number
    for number, said in enumerate(
        ["un une one a", "deux two", "trois three", "quatre four", "cinq five", "six", "sept seven", "huit eight"], 1
    )
    for word in said.split()
}
_MONTH = "|".join(_MONTHS)
_WEEKDAY = "|".join(_WEEKDAYS)
_COUNT = "|".join(_NUMBERS)
_BEFORE = (
    r"(?:(?:pas avant|jusqu'?(?:a|au|en)?|d'?ici(?: a| au)?|au plus tard|avant|pour|des|a partir d[eu]|courant|en|a la"
    r"|au|not before|no later than|until|till|by|before|for|from|on|in|due)\s+)?"
)
_THE = r"(?:(?:le|la|l'|ce|cette|les|fin|debut|mi|the|this|next|end of|start of|early|late|mid|coming)[\s-]*){0,3}"


@dataclass(frozen=True, slots=True)
class Span:
    """From `first` to `last`, both included."""

    first: datetime.date
    last: datetime.date


@dataclass(frozen=True, slots=True)
class Found:
    """A span of days, and the text without the words that said it."""

    span: Span
    rest: str


def even(text: str) -> str:
    """`text` in lower case without accents, character for character, so that places in it stay the same."""
    return "".join((fold(character) or " ")[0] for character in text.replace("’", "'"))


def found(text: str, today: datetime.date) -> Found | None:
    """The first days that `text` names, seen from `today`; None when it names none."""
    text = " ".join(legible(text).split())
    plain = even(text)
    for pattern, reading in _READINGS:
        for match in pattern.finditer(plain):
            span = reading(match, today)
            if span is not None:
                rest = f"{text[: match.start()]} {text[match.end() :]}"
                return Found(span, " ".join(rest.split()))
            if reading is not _month:
                # The 31st of February is no day, and not the 31st of something else either.
                return None
    return None


def _one(day: datetime.date) -> Span:
    return Span(day, day)


def _relative(match: re.Match[str], today: datetime.date) -> Span:
    word = match["word"]
    if word.startswith(("apres", "the day after", "day after")):
        return _one(today + datetime.timedelta(days=2))
    return _one(today + datetime.timedelta(days=1 if word in {"demain", "tomorrow"} else 0))


def _iso(match: re.Match[str], _: datetime.date) -> Span | None:
    return _date(int(match["year"]), int(match["month"]), int(match["day"]))


def _numeric(match: re.Match[str], today: datetime.date) -> Span | None:
    return _coming(int(match["month"]), int(match["day"]), match["year"], today)


def _day_and_month(match: re.Match[str], today: datetime.date) -> Span | None:
    return _coming(_MONTHS[match["month"]], int(match["day"]), match["year"], today)


def _coming(month: int, day: int, year: str | None, today: datetime.date) -> Span | None:
    if year is not None:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    span = _date(today.year, month, day)
    # The 29th of February is the one of the next leap year only if it is said with its year.
    return _date(today.year + 1, month, day) if span is None or span.last < today else span


def _date(year: int, month: int, day: int) -> Span | None:
    try:
        return _one(datetime.date(year, month, day))
    except ValueError:
        return None


def _of_the_month(match: re.Match[str], today: datetime.date) -> Span | None:
    year, month, day = today.year, today.month, int(match["day"])
    span = _date(year, month, day)
    if span is None or span.last < today:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        span = _date(year, month, day)
    return span


def _weekday(match: re.Match[str], today: datetime.date) -> Span:
    ahead = (_WEEKDAYS[match["weekday"]] - today.weekday() - 1) % 7 + 1
    return _one(today + datetime.timedelta(days=ahead))


def _weekend(_: re.Match[str], today: datetime.date) -> Span:
    saturday = today + datetime.timedelta(days=(5 - today.weekday()) % 7)
    return Span(saturday, saturday + datetime.timedelta(days=1))


def _next_week(_: re.Match[str], today: datetime.date) -> Span:
    monday = today + datetime.timedelta(days=7 - today.weekday())
    return Span(monday, monday + datetime.timedelta(days=6))


def _this_week(_: re.Match[str], today: datetime.date) -> Span:
    return Span(today, today + datetime.timedelta(days=6 - today.weekday()))


def _in_so_long(match: re.Match[str], today: datetime.date) -> Span:
    count = _NUMBERS.get(match["count"]) or int(match["count"])
    days = count * {"j": 1, "d": 1, "s": 7, "w": 7, "m": 30}[match["unit"][0]]
    return _one(today + datetime.timedelta(days=min(days, 400)))


def _month(match: re.Match[str], today: datetime.date) -> Span | None:
    # « Mars », "may" and "march" alone are other words too.
    if match["month"] in _ORDINARY and match.group().startswith(match["month"]):
        return None
    month = _MONTHS[match["month"]]
    year = int(match["year"]) if match["year"] else today.year + (month < today.month)
    last = monthrange(year, month)[1]
    begin, end = {"f": (21, last), "e": (21, last), "d": (1, 10), "s": (1, 10), "m": (11, 20)}.get(
        (match["part"] or " ")[0], (1, last)
    )
    return Span(datetime.date(year, month, begin), datetime.date(year, month, end))


def _back_to_school(_: re.Match[str], today: datetime.date) -> Span:
    """« La rentrée » is the beginning of September."""
    year = today.year + (today.month >= 9)
    return Span(datetime.date(year, 9, 1), datetime.date(year, 9, 30))


_Reading: TypeAlias = Callable[[re.Match[str], datetime.date], Span | None]


def _pattern(core: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_BEFORE}{_THE}{core}(?!\w)")


_PART = r"(?:(?P<part>fin|debut|mi|end of|start of|mid|early|late)[\s-]+)?"
_READINGS: tuple[tuple[re.Pattern[str], _Reading], ...] = (
    (_pattern(r"(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)"), _iso),
    (_pattern(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})(?:[/.](?P<year>20\d\d|\d\d))?"), _numeric),
    (
        _pattern(
            rf"(?:(?:{_WEEKDAY})\s+)?(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})"
            r"(?:\s+(?P<year>20\d\d))?"
        ),
        _day_and_month,
    ),
    (_pattern(rf"(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>20\d\d))?"), _day_and_month),
    (_pattern(r"(?P<word>apres-?\s?demain|(?:the )?day after tomorrow)"), _relative),
    (
        _pattern(r"(?P<word>aujourd'hui|ce soir|today|tonight|demain|tomorrow)(?:\s+(?:soir|matin|evening|morning))?"),
        _relative,
    ),
    (
        _pattern(
            rf"(?:dans|d'?ici|in|within)\s+(?P<count>\d{{1,2}}|{_COUNT})\s+(?P<unit>jours?|days?|semaines?|weeks?|mois|months?)"
        ),
        _in_so_long,
    ),
    (_pattern(r"(?:semaine prochaine|next week)"), _next_week),
    (_pattern(r"(?:cette semaine|this week)"), _this_week),
    (_pattern(r"week-?\s?end(?:\s+prochain)?"), _weekend),
    (_pattern(rf"(?P<weekday>{_WEEKDAY})s?(?:\s+(?:prochain|soir|matin|evening|morning|night))?"), _weekday),
    (re.compile(rf"(?<!\w){_BEFORE}(?:le|the)\s+(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?(?![\w:])"), _of_the_month),
    (
        re.compile(rf"(?<!\w){_BEFORE}(?:le mois de\s+)?{_PART}(?P<month>{_MONTH})(?:\s+(?P<year>20\d\d))?(?!\w)"),
        _month,
    ),
    (_pattern(r"rentree"), _back_to_school),
)
