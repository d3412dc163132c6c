"""What the log looks like: one line an event, `event=name key=value`, or the same as a JSON object.

The calls in the code are written that way already (`log.info("event=ready device=%s", device)`); here the
values are kept apart from the words, so that a value with spaces stays one value. Levels: `error` a person
must act; `warning` something is wrong and the bot goes on or tries again; `info` what a host wants to have
happened; `debug` the rest.

No text of people and no token gets into a line: an exception is told by its type and place (its message may
quote what somebody wrote), and so is whatever other libraries want to say.
"""

import json
import logging
import re
import sqlite3
import sys
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, TextIO

_OURS = "bot"
_PAIR = re.compile(r"(\w+)=(\S*)")
_ARGUMENT = re.compile(r"%[-+ #0]?\d*(?:\.\d+)?[sdifr]")
_PLAIN = re.compile(r"[^\s\"=\\\x00-\x1f\x7f]+")
_LONGEST = 300
_FRAMES = 4
# Their words are those of the system or of SQLite, never of people.
_SAFE = (OSError, sqlite3.Error)


def set_up(level: str, form: Literal["text", "json"], stream: TextIO | None = None) -> None:
    """Log to `stream` (standard error unless given) from `level` on."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(Lines(form))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    # The Matrix library logs at "warning" what the bot handles itself, and rooms' contents at "info".
    logging.getLogger("nio").setLevel(logging.ERROR)
    # At "debug" it logs every statement with its values.
    logging.getLogger("aiosqlite").setLevel(logging.WARNING)


class Lines(logging.Formatter):
    """A record as one line."""

    def __init__(self, form: Literal["text", "json"]) -> None:
        super().__init__()
        self._form = form

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        time = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        head = {"time": time, "level": record.levelname.lower(), "logger": record.name}
        pairs = dict(_pairs(record))
        if self._form == "json":
            return _dumped(head | pairs)
        return " ".join((*head.values(), *(f"{key}={_quoted(value)}" for key, value in pairs.items())))


def _pairs(record: logging.LogRecord) -> Iterator[tuple[str, str | int | float]]:
    if record.name.partition(".")[0] == _OURS:
        yield from _said(record)
    else:
        yield "event", "library"
        yield "at", f"{Path(record.pathname).name}:{record.lineno}"
    if record.exc_info and record.exc_info[1] is not None:
        yield from _failure(record.exc_info[1])


def _said(record: logging.LogRecord) -> Iterator[tuple[str, str | int | float]]:
    """The pairs of one of our own calls: its words are a template, its arguments fill the values in order."""
    arguments = iter(record.args if isinstance(record.args, tuple) else ())
    for key, template in _PAIR.findall(str(record.msg)):
        found = _ARGUMENT.findall(template)
        values = [next(arguments) for _ in found]
        whole = len(found) == 1 and found[0] == template
        if whole and isinstance(values[0], int | float):
            number = values[0]
            yield key, float(template % number) if isinstance(number, float) else number
        else:
            yield key, template % tuple(values)


def _failure(error: BaseException) -> Iterator[tuple[str, str]]:
    yield "error", type(error).__name__
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    yield "where", " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
    if isinstance(error, _SAFE):
        yield "why", str(error)


def _quoted(value: str | float) -> str:
    text = str(value)[:_LONGEST]
    return text if _PLAIN.fullmatch(text) and text.isprintable() else _dumped(text)


def _dumped(value: object) -> str:
    """`value` as JSON on one line: Unicode has line ends of its own."""
    line = json.dumps(value, ensure_ascii=False)
    return line if line.isprintable() else json.dumps(value)
