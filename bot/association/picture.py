"""The progress of an association as a PNG for a phone, and its text twin. Both say what `scenery` holds, in one order.

`drawing.drawn` is pure; `png` renders it with resvg and the bundled font, never with a font of the machine.
"""

import resvg_py

from bot.association import scenery as scene
from bot.association.drawing import MOST_DONE, Drawing, drawn, shown_rows
from bot.association.lettering import BOLD, FAMILY, REGULAR
from bot.association.result import band
from bot.association.scenery import Scenery
from bot.wording.typography import set_in_type

__all__ = ["drawn", "png", "twin"]


def png(drawing: Drawing) -> bytes:
    """`drawing` as a PNG of its size.

    Takes about a tenth of a second; a thread would not help, since resvg-py 0.5 keeps the interpreter's lock.
    """
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=drawing.svg,
            skip_system_fonts=True,
            font_files=[str(REGULAR), str(BOLD)],
            font_family=FAMILY,
            sans_serif_family=FAMILY,
        )
    )


def twin(shown: Scenery) -> str:
    """What the picture shows, in words: for who does not see it, and for clients that show a caption."""
    speak = shown.speak
    lines = [f"{shown.name or speak.word('picture.nameless')} · {shown.day}"]
    if shown.value is None:
        lines.append(speak.word("picture.twin-range", lowest=shown.lowest, highest=shown.highest))
        lines.append(speak.word("picture.coverage", coverage=shown.coverage))
    else:
        words = speak.word(f"picture.band-{band(shown.value)}")
        sentence = "picture.twin-score-before" if shown.before else "picture.twin-score"
        lines.append(speak.word(sentence, score=shown.value, before=shown.before, band=words))
        if shown.highest > shown.lowest:
            lines.append(speak.word("picture.interval", lowest=shown.lowest, highest=shown.highest))
    if len(shown.history) > 1:
        moments = ", ".join(f"{point.value} ({point.when})" for point in shown.history)
        lines.append(speak.word("picture.twin-history", moments=moments))
    rows, rest = shown_rows(shown)
    lines += [f"• {_row(row, shown)}" for row in rows]
    if rest:
        count, points = scene.rest_of(rest)
        lines.append(speak.word("picture.rest", count=count, points=points))
    if shown.done:
        lines.append(speak.word("picture.done"))
        lines += [f"✓ {move}" for move in shown.done[:MOST_DONE]]
        if len(shown.done) > MOST_DONE:
            lines.append(speak.word("picture.done-more", count=len(shown.done) - MOST_DONE))
    return set_in_type("\n".join(lines), shown.language)


def _row(row: scene.Row, shown: Scenery) -> str:
    speak = shown.speak
    if row.kind == "unknown":
        return speak.word("picture.row", need=row.label, said=speak.word("picture.kind-unknown"))
    said = (speak.word("picture.points", count=row.points), row.held, speak.word(f"picture.kind-{row.kind}"))
    return speak.word("picture.row", need=row.label, said=", ".join(said))
