"""The bundled font: where it is, how wide a text is in it, and how a text is broken into lines or cut short.

Reads `cmap` (format 4) and `hmtx` of the font files as the OpenType specification 1.9 lays them out; kerning is
left out, so a width is right within a hundredth. The files are read once.
"""

import struct
import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "fonts"
FAMILY = "Atkinson Hyperlegible Next"
REGULAR, BOLD = FOLDER / "AtkinsonHyperlegibleNext-Regular.ttf", FOLDER / "AtkinsonHyperlegibleNext-Bold.ttf"

_NO_BREAK = {"\N{NARROW NO-BREAK SPACE}": "\N{NO-BREAK SPACE}"}
_UNSEEN = {"Cc", "Cf", "Mn"}


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide `text` is at `size`, in the unit of `size`."""
    widths = _widths(BOLD if bold else REGULAR)
    return size * sum(widths.get(character, widths["?"]) for character in text)


def drawable(text: str) -> str:
    """`text` on one line, with a question mark for what the font does not have, and without what nobody sees."""
    widths = _widths(REGULAR)
    seen = ((_NO_BREAK.get(c, " ") if c.isspace() else c) if c not in widths else c for c in text)
    return "".join(c if c in widths else "?" for c in seen if unicodedata.category(c) not in _UNSEEN)


def cut(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """`text`, or as much of it as fits into `room` with an ellipsis."""
    if width(text, size, bold=bold) <= room:
        return text
    while text and width(f"{text}…", size, bold=bold) > room:
        text = text[:-1].rstrip(" ,·(")
    return f"{text}…"


def lines(text: str, size: float, room: float, most: int = 2, *, bold: bool = False) -> Sequence[str]:
    """`text` in at most `most` lines that fit into `room`, broken between words; the last one is cut where needed."""
    words, broken = text.split(" "), [""]
    for place, word in enumerate(words):
        longer = f"{broken[-1]} {word}".strip()
        if width(longer, size, bold=bold) <= room or not broken[-1]:
            broken[-1] = longer
        elif len(broken) < most:
            broken.append(word)
        else:
            broken[-1] = " ".join([broken[-1], *words[place:]])
            break
    return [cut(line, size, room, bold=bold) for line in broken]


@cache
def _widths(path: Path) -> dict[str, float]:
    """The advance of each character, in em."""
    data = path.read_bytes()
    tables = {}
    for place in range(struct.unpack_from(">H", data, 4)[0]):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", data, 12 + 16 * place)
        tables[tag] = offset
    em = struct.unpack_from(">H", data, tables[b"head"] + 18)[0]
    measured = struct.unpack_from(">H", data, tables[b"hhea"] + 34)[0]

    def advance(glyph: int) -> float:
        metric: int = struct.unpack_from(">H", data, tables[b"hmtx"] + 4 * min(glyph, measured - 1))[0]
        return metric / float(em)

    return {chr(code): advance(glyph) for code, glyph in _characters(data, tables[b"cmap"])}


def _characters(data: bytes, cmap: int) -> list[tuple[int, int]]:
    """The pairs (character, glyph) of the Unicode subtable of format 4."""
    for place in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        start = cmap + struct.unpack_from(">L", data, cmap + 8 + 8 * place)[0]
        if struct.unpack_from(">H", data, start)[0] == 4:
            return list(_segments(data, start))
    raise ValueError("no cmap of format 4")


def _segments(data: bytes, start: int) -> list[tuple[int, int]]:
    size = struct.unpack_from(">H", data, start + 6)[0]
    ends, starts = start + 14, start + 16 + size
    found = []
    for at in range(0, size, 2):
        first, last = struct.unpack_from(">H", data, starts + at)[0], struct.unpack_from(">H", data, ends + at)[0]
        delta = struct.unpack_from(">H", data, starts + size + at)[0]
        place = starts + 2 * size + at
        offset = struct.unpack_from(">H", data, place)[0]
        for code in range(first, last + 1):
            if code == 0xFFFF:
                continue
            glyph = code if not offset else struct.unpack_from(">H", data, place + offset + 2 * (code - first))[0]
            found.append((code, (glyph + delta) % 65536 if glyph or not offset else 0))
    return found
