"""The score over time as a small chart, for the report. Pure."""

from collections.abc import Sequence

from bot.association.scenery import Point

_WIDTH, _HEIGHT, _EDGE = 700, 190, 24
_INK, _ACCENT, _PALE = "#1b2430", "#0a4f5c", "#c9d4d9"


def history_chart(points: Sequence[Point]) -> str:
    """An SVG of at least two points; the table beside it says the same."""
    first, span = points[0].day, max((points[-1].day - points[0].day).days, 1)
    left, room, tall = 48, _WIDTH - 48 - _EDGE, _HEIGHT - 2 * _EDGE
    places = [
        (left + room * (point.day - first).days / span, _EDGE + tall * (1 - point.value / 100)) for point in points
    ]
    grid = "".join(
        f'<path d="M{left} {y}H{_WIDTH - _EDGE}" stroke="{_PALE}"/>'
        f'<text x="{left - 10}" y="{y + 5}" font-size="15" text-anchor="end" fill="{_INK}">{mark}</text>'
        for mark in (0, 50, 100)
        for y in (_EDGE + tall * (1 - mark / 100),)
    )
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    dots = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="#ffffff" stroke="{_ACCENT}" stroke-width="3"/>'
        for x, y in places
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}">{grid}'
        f'<polyline points="{line}" fill="none" stroke="{_ACCENT}" stroke-width="3"/>{dots}</svg>'
    )
