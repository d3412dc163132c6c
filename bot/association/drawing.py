"""The picture as SVG: a pure function of what it shows. Read on a phone, so no letter is under 30 of 1080 wide.

Dark ink and one dark accent on white (contrast above 7:1, WCAG AAA); what kind of hands a need is in is told by a
mark and a pattern with a legend, never by colour alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from bot.association.lettering import FAMILY, cut, drawable, lines, width
from bot.association.result import band
from bot.association.scenery import Kind, Point, Row, Scenery, rest_of
from bot.wording.typography import set_in_type

WIDTH = 1080
MARGIN = 64
INNER = WIDTH - 2 * MARGIN
MOST_ROWS = 9
MOST_DONE = 4

_INK, _QUIET, _ACCENT, _PALE = "#1b2430", "#3f4a57", "#0a4f5c", "#e6eef0"
_KINDS: tuple[Kind, ...] = ("giant", "closed", "free", "unknown")
_PATTERNS = (
    '<pattern id="hatch" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    f'<rect width="12" height="12" fill="#ffffff"/><rect width="5" height="12" fill="{_ACCENT}"/></pattern>'
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG document and its size in pixels."""

    svg: str
    width: int
    height: int


def shown_rows(shown: Scenery) -> tuple[Sequence[Row], Sequence[Row]]:
    """The rows that the picture has room for, and the rest."""
    if len(shown.rows) <= MOST_ROWS:
        return shown.rows, ()
    return shown.rows[: MOST_ROWS - 1], shown.rows[MOST_ROWS - 1 :]


def drawn(shown: Scenery) -> Drawing:
    """The picture of `shown`."""
    return _Sheet(shown).drawing()


class _Sheet:
    """Draws from top to bottom; `y` is how far it has come."""

    def __init__(self, shown: Scenery) -> None:
        self.shown = shown
        self.speak = shown.speak
        self.parts: list[str] = []
        self.y = 0.0

    def drawing(self) -> Drawing:
        self._heading()
        self._number()
        self._scale()
        if len(self.shown.history) > 1:
            self._history(self.shown.history)
        self._needs()
        self._done()
        self._legend()
        height = round(self.y + MARGIN)
        label = escape(self.speak.word("picture.title"))
        return Drawing(
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}"'
            f' role="img" aria-label="{label}" font-family="{FAMILY}"><defs>{_PATTERNS}</defs>'
            f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>{"".join(self.parts)}</svg>',
            WIDTH,
            height,
        )

    # ── the parts, from top to bottom ────────────────────────────────────────────────────────

    def _heading(self) -> None:
        self.y = 92
        day = self._set(self.shown.day)
        self._text(WIDTH - MARGIN, day, 32, anchor="end", fill=_QUIET)
        name = self._set(self.shown.name or self.speak.word("picture.nameless"))
        for place, line in enumerate(lines(name, 40, INNER - width(day, 32) - 40, bold=True)):
            self.y += 48 if place else 0
            self._text(MARGIN, line, 40, bold=True)
        self.y += 26
        self.parts.append(f'<rect x="{MARGIN}" y="{self.y}" width="{INNER}" height="4" fill="{_ACCENT}"/>')
        self.y += 62
        self._text(MARGIN, self._word("picture.title"), 40)

    def _number(self) -> None:
        if self.shown.value is None:
            self.y += 100
            words = self._word("picture.range", lowest=self.shown.lowest, highest=self.shown.highest)
            self._text(MARGIN, words, 84, bold=True)
            self._paragraph(self._word("picture.coverage", coverage=self.shown.coverage))
            return
        self.y += 150
        number = str(self.shown.value)
        self._text(MARGIN, number, 170, bold=True, fill=_ACCENT)
        after = MARGIN + width(number, 170, bold=True) + 24
        self._text(after, self._word("picture.of-hundred"), 48)
        if self.shown.before:
            self._text(WIDTH - MARGIN, self._set(self.shown.before), 40, anchor="end")
        self._paragraph(self._word(f"picture.band-{band(self.shown.value)}"))
        if self.shown.highest > self.shown.lowest:
            self._paragraph(self._word("picture.interval", lowest=self.shown.lowest, highest=self.shown.highest))

    def _scale(self) -> None:
        """From 0 to 100, filled up to the score; where little is known, the part that is open is hatched."""
        self.y += 30
        low, high = self.shown.lowest, self.shown.highest
        for start, end, look in (
            (0, 100, f'fill="{_PALE}"'),
            (0, low, f'fill="{_ACCENT}"'),
            (low, high, 'fill="url(#hatch)"'),
            (0, 100, f'fill="none" stroke="{_INK}" stroke-width="2"'),
        ):
            x, wide = MARGIN + INNER * start / 100, INNER * (end - start) / 100
            self.parts.append(f'<rect x="{x:.1f}" y="{self.y}" width="{wide:.1f}" height="36" {look}/>')
        self.y += 72
        for mark in (0, 25, 50, 75, 100):
            x = MARGIN + INNER * mark / 100
            anchor = {0: "start", 100: "end"}.get(mark, "middle")
            self.parts.append(f'<rect x="{x - 1}" y="{self.y - 36}" width="2" height="10" fill="{_INK}"/>')
            self._text(x, str(mark), 30, anchor=anchor, fill=_QUIET)

    def _history(self, points: Sequence[Point]) -> None:
        self._title("picture.history")
        top, tall = self.y + 64, 150.0
        first, span = points[0].day, max((points[-1].day - points[0].day).days, 1)
        left, room = MARGIN + 24, INNER - 48
        places = [
            (left + room * (point.day - first).days / span, top + tall * (1 - point.value / 100)) for point in points
        ]
        for mark in (0, 50, 100):
            y = top + tall * (1 - mark / 100)
            self.parts.append(f'<rect x="{MARGIN}" y="{y - 1:.1f}" width="{INNER}" height="2" fill="{_PALE}"/>')
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        self.parts.append(f'<polyline points="{line}" fill="none" stroke="{_ACCENT}" stroke-width="6"/>')
        for place, ((x, y), point) in enumerate(zip(places, points, strict=True)):
            self.parts.append(
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="9" fill="#ffffff" stroke="{_ACCENT}" stroke-width="6"/>'
            )
            if place in _labelled(places):
                anchor = "start" if x < MARGIN + 60 else "end" if x > WIDTH - MARGIN - 60 else "middle"
                shift = {"start": -18, "end": 18, "middle": 0}[anchor]
                self.y = y - 22
                self._text(x + shift, str(point.value), 34, bold=True, anchor=anchor)
        self.y = top + tall + 48
        self._text(MARGIN, self._set(points[0].when), 30, fill=_QUIET)
        self._text(WIDTH - MARGIN, self._set(points[-1].when), 30, anchor="end", fill=_QUIET)

    def _needs(self) -> None:
        rows, rest = shown_rows(self.shown)
        self._title("picture.needs")
        self.y += 12
        most = max((row.points for row in rows), default=0) or 1
        for row in rows:
            self._row(row, most)
        if rest:
            count, points = rest_of(rest)
            self.y += 50
            self._text(MARGIN, self._word("picture.rest", count=count, points=points), 32, fill=_QUIET)
            self.y += 10

    def _row(self, row: Row, most: int) -> None:
        self.y += 56
        points = "" if row.kind == "unknown" else self._word("picture.points", count=row.points)
        self._mark(MARGIN, self.y - 29, row.kind)
        room = INNER - 52 - width(points, 34, bold=True) - 24
        self._text(MARGIN + 52, cut(self._set(row.label), 36, room, bold=True), 36, bold=True)
        self._text(WIDTH - MARGIN, points, 34, bold=True, anchor="end")
        self.y += 40
        held = self._set(row.held) if row.held else self._word("picture.kind-unknown")
        bar = INNER * 0.38 * row.points / most
        self._text(MARGIN + 52, cut(held, 32, INNER - 52 - bar - 24), 32, fill=_QUIET)
        if row.points:
            fill = "url(#hatch)" if row.kind == "closed" else _ACCENT
            self.parts.append(
                f'<rect x="{WIDTH - MARGIN - bar:.1f}" y="{self.y - 24}" width="{bar:.1f}" height="26" fill="{fill}"'
                f' stroke="{_ACCENT}" stroke-width="2"/>'
            )

    def _done(self) -> None:
        if not self.shown.done:
            return
        self._title("picture.done")
        for move in self.shown.done[:MOST_DONE]:
            self.y += 52
            self._mark(MARGIN, self.y - 29, "free")
            for place, line in enumerate(lines(self._set(move), 32, INNER - 52)):
                self.y += 40 if place else 0
                self._text(MARGIN + 52, line, 32)
        if (more := len(self.shown.done) - MOST_DONE) > 0:
            self.y += 50
            self._text(MARGIN + 52, self._word("picture.done-more", count=more), 32, fill=_QUIET)

    def _legend(self) -> None:
        self.y += 48
        self.parts.append(f'<rect x="{MARGIN}" y="{self.y}" width="{INNER}" height="2" fill="{_INK}"/>')
        self.y += 50
        x = float(MARGIN)
        for kind in [each for each in _KINDS if any(row.kind == each for row in self.shown.rows)]:
            words = self._word(f"picture.kind-{kind}")
            if x + 46 + width(words, 30) > WIDTH - MARGIN:
                x, self.y = float(MARGIN), self.y + 46
            self._mark(x, self.y - 28, kind)
            self._text(x + 46, words, 30)
            x += 46 + width(words, 30) + 40

    # ── the strokes ──────────────────────────────────────────────────────────────────────────

    def _title(self, sentence: str) -> None:
        self.y += 76
        self._text(MARGIN, self._word(sentence), 38, bold=True, fill=_ACCENT)

    def _paragraph(self, words: str) -> None:
        self.y += 12
        for line in lines(words, 36, INNER):
            self.y += 46
            self._text(MARGIN, line, 36)

    def _text(
        self, x: float, words: str, size: int, *, bold: bool = False, anchor: str = "start", fill: str = _INK
    ) -> None:
        weight = ' font-weight="700"' if bold else ""
        self.parts.append(
            f'<text x="{x:.1f}" y="{self.y:.1f}" font-size="{size}"{weight} text-anchor="{anchor}" fill="{fill}">'
            f"{escape(words)}</text>"
        )

    def _mark(self, x: float, y: float, kind: Kind) -> None:
        """A sign of 32 by 32 for the kind of hands."""
        match kind:
            case "giant":
                self.parts.append(f'<rect x="{x + 1}" y="{y + 1}" width="30" height="30" fill="{_ACCENT}"/>')
            case "closed":
                self.parts.append(
                    f'<rect x="{x + 1}" y="{y + 1}" width="30" height="30" fill="url(#hatch)" stroke="{_ACCENT}"'
                    ' stroke-width="3"/>'
                )
            case "free":
                self.parts.append(
                    f'<circle cx="{x + 16}" cy="{y + 16}" r="14.5" fill="#ffffff" stroke="{_ACCENT}" stroke-width="3"/>'
                    f'<path d="M{x + 9} {y + 16}l5 6l9 -11" fill="none" stroke="{_ACCENT}" stroke-width="4"/>'
                )
            case "unknown":
                self.parts.append(
                    f'<circle cx="{x + 16}" cy="{y + 16}" r="14.5" fill="#ffffff" stroke="{_INK}" stroke-width="3"'
                    ' stroke-dasharray="5 4"/>'
                    f'<text x="{x + 16}" y="{y + 25}" font-size="26" font-weight="700" text-anchor="middle"'
                    f' fill="{_INK}">?</text>'
                )

    def _word(self, sentence: str, **values: str | int) -> str:
        return self._set(self.speak.word(sentence, **values))

    def _set(self, words: str) -> str:
        return drawable(set_in_type(words, self.shown.language))


def _labelled(places: Sequence[tuple[float, float]]) -> set[int]:
    """The points that get their number: the last, the first, and those between that stand free."""
    chosen = [len(places) - 1, 0]
    for place in range(1, len(places) - 1):
        if all(abs(places[place][0] - places[other][0]) > 90 for other in chosen):
            chosen.append(place)
    return set(chosen)
