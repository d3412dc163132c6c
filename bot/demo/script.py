"""A written conversation and what must come of it: text → lines, and whether an answer is as it must be.

    # a remark
    > par quoi remplacer Google Drive ?
    = Nextcloud
    > I put the minutes on Google Drive
    ! silence
    > what replaces Zoom?
    = Jitsi

A line after `>` is said in the room, but `> /react ✅` reacts to the bot's last message, and `> /week` lets
a week go by until the bot says something. Each `=` after it is something that the answer must contain, and
`! silence` asks that there is none; a line with neither must be answered, with anything. A silence is
proven by the answer to the next question, which would have come later, so a script ends with a question.
"""

from dataclasses import dataclass
from pathlib import Path

from bot.yaml_file import Mistake, Mistaken

_SILENCE = "silence"


@dataclass(frozen=True, slots=True)
class Line:
    """Something to say, and what must come of it; `number` is its line in the file, from 1."""

    number: int
    text: str
    expected: tuple[str, ...] = ()
    silent: bool = False


def read(path: Path) -> tuple[Line, ...]:
    """The script in `path`. Raises Mistaken with every mistake in it."""
    try:
        source = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise Mistaken([Mistake(path, 1, "mistake.missing-file")]) from None
    except OSError as error:
        raise Mistaken([Mistake(path, 1, "mistake.unreadable-file", {"reason": error.strerror or ""})]) from None
    except UnicodeDecodeError:
        raise Mistaken([Mistake(path, 1, "mistake.not-utf8")]) from None
    return parse(source, path)


def parse(source: str, file: Path) -> tuple[Line, ...]:
    """The lines of a script. Raises Mistaken with every mistake in it; `file` is only named there."""
    lines: list[Line] = []
    mistakes: list[Mistake] = []
    # Not splitlines(), which also ends a line at form feeds and other rarities.
    for number, raw in enumerate(source.split("\n"), 1):
        sign, text = raw[:1], raw[1:].strip()
        if not raw.strip() or sign == "#":
            continue
        if sign == ">" and text:
            lines.append(Line(number, text))
        elif wrong := _misplaced(sign, text, lines):
            mistakes.append(Mistake(file, number, wrong))
        else:
            lines[-1] = _with(lines[-1], sign, text)
    if not lines and not mistakes:
        mistakes.append(Mistake(file, 1, "mistake.script-empty"))
    elif lines and lines[-1].silent:
        mistakes.append(Mistake(file, lines[-1].number, "mistake.script-ends-silent"))
    if mistakes:
        raise Mistaken(mistakes)
    return tuple(lines)


def missing(expected: tuple[str, ...], answer: str) -> tuple[str, ...]:
    """Those of `expected` that are not in `answer`; case, kinds of space and of apostrophe do not matter."""
    said = _folded(answer)
    return tuple(text for text in expected if _folded(text) not in said)


def _misplaced(sign: str, text: str, lines: list[Line]) -> str | None:
    """The name of what is wrong with a line that starts with `sign`, or None for an expectation in its place."""
    if sign == "=" and text:
        contradiction = bool(lines) and lines[-1].silent
    elif sign == "!" and text == _SILENCE:
        contradiction = bool(lines) and bool(lines[-1].expected)
    else:
        return "mistake.script-line"
    if not lines:
        return "mistake.script-nothing-said"
    return "mistake.script-contradiction" if contradiction else None


def _with(line: Line, sign: str, text: str) -> Line:
    if sign == "=":
        return Line(line.number, line.text, (*line.expected, text))
    return Line(line.number, line.text, silent=True)


def _folded(text: str) -> str:
    return " ".join(text.replace("’", "'").split()).casefold()
