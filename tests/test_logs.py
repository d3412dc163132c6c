"""What a host reads in the log: one line an event, and nothing that people wrote."""

import ast
import io
import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot
from bot import logs

HOUSE = Path(bot.__file__).parent
# The demo talks on the terminal and logs nothing; its `log` is a file.
SOURCES = sorted(path for path in HOUSE.rglob("*.py") if HOUSE / "demo" not in path.parents)
EVENT = re.compile(r"^event=(%s-)?[a-z]+(-[a-z]+)*(?: [a-z_]+=%\.?\d*[sdf]| [a-z_]+=[a-z-]+)*$")


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What is logged, as text; the log is as it was afterwards."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    stream = io.StringIO()
    logs.set_up("info", "text", stream)
    yield stream
    root.handlers[:] = before
    root.setLevel(level)


def said(stream: io.StringIO) -> list[str]:
    """The lines without their time."""
    return [line.partition(" ")[2] for line in stream.getvalue().splitlines()]


def as_json(message: str, *arguments: object) -> dict[str, object]:
    record = logging.LogRecord("bot.matrix.sync", logging.INFO, "sync.py", 1, message, arguments, None)
    line: dict[str, object] = json.loads(logs.Lines("json").format(record))
    return line


def calls() -> Iterator[tuple[str, str]]:
    """Where and with which words the program logs."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(ast.Attribute(ast.Name("log"), _), [ast.Constant(words), *_]) if isinstance(words, str):
                    yield f"{path.name}:{node.lineno}", words
                case ast.Call(ast.Attribute(ast.Name("log"), _), [first, *_]):
                    yield f"{path.name}:{node.lineno}", ast.unparse(first)


def test_every_call_names_an_event_and_its_values() -> None:
    found = list(calls())
    assert len(found) > 20
    assert [f"{where}: {words}" for where, words in found if not EVENT.match(words)] == []


def test_an_event_is_one_line_of_words_and_values(written: io.StringIO) -> None:
    logging.getLogger("bot.app").info("event=sync-waits reason=%s wait_s=%.1f", "HTTP 502", 2.04)
    assert said(written) == ['info bot.app event=sync-waits reason="HTTP 502" wait_s=2.0']


def test_as_json_numbers_are_numbers() -> None:
    line = as_json("event=%s-waits reason=%s wait_s=%.1f rooms=%d", "login", "two\nlines", 2.04, 3)
    del line["time"]
    assert line == {
        "level": "info",
        "logger": "bot.matrix.sync",
        "event": "login-waits",
        "reason": "two\nlines",
        "wait_s": 2.0,
        "rooms": 3,
    }


def test_an_exception_is_told_without_its_words(written: io.StringIO) -> None:
    try:
        int("par quoi remplacer zoom")
    except ValueError:
        logging.getLogger("bot.desk").exception("event=not-handled id=%s", "$1")
    [line] = said(written)
    assert re.fullmatch(r"error bot\.desk event=not-handled id=\$1 error=ValueError where=test_logs\.py:\d+", line)


def test_what_the_system_says_is_kept(written: io.StringIO) -> None:
    try:
        Path("/nowhere/at/all").read_text(encoding="utf-8")
    except OSError:
        logging.getLogger("bot.app").exception("event=not-tidied")
    assert "why=\"[Errno 2] No such file or directory: '/nowhere/at/all'\"" in written.getvalue()


def test_other_libraries_are_told_by_their_place_only(written: io.StringIO) -> None:
    logging.getLogger("nio.crypto").error("cannot decrypt « par quoi remplacer zoom » of @ada:example.org")
    logging.getLogger("aiosqlite").debug("INSERT INTO secret")
    [line] = said(written)
    assert re.fullmatch(r"error nio\.crypto event=library at=test_logs\.py:\d+", line)


@given(st.text(), st.sampled_from(["text", "json"]))
def test_no_value_breaks_a_line(value: str, form: str) -> None:
    record = logging.LogRecord("bot.x", logging.INFO, "x.py", 1, "event=x value=%s other=%d", (value, 1), None)
    line = logs.Lines("text" if form == "text" else "json").format(record)
    assert len(line.splitlines()) == 1
