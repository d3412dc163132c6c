"""What must not change what is understood: a greeting, thanks, an emoji, capitals, accents and apostrophes left out."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

import pytest

from bot.ask.offline import Door
from bot.catalog import load as load_catalogue
from tests.understanding.lines import CATALOGUE, Line, NeedsOf, judge, load, needs_of

# Every sixth line is enough to see a family fail.
EVERY = 6
CHANGES: dict[str, Callable[[str, bool], str]] = {
    "a greeting to all": lambda text, french: ("Bonjour à toutes et tous, " if french else "Hi everyone, ") + text,
    "a short greeting": lambda text, french: ("Coucou ! " if french else "Hey folks! ") + text,
    "thanks": lambda text, french: text + (" Merci d’avance !" if french else " Thanks in advance!"),
    "hurried thanks": lambda text, french: text + (" merci bcp" if french else " thx"),
    "an emoji": lambda text, french: f"{text} 🙏",
    "a signature": lambda text, french: text + ("\n-- \nMonique, trésorière" if french else "\n-- \nSue, treasurer"),
    "a sentence before": lambda text, french: (
        ("La réunion de mardi s’est bien passée. " if french else "The meeting on Tuesday went well. ") + text
    ),
    "a sentence after": lambda text, french: text + (" On en parle mardi au CA." if french else " We meet on Tuesday."),
    "no accents": lambda text, french: _bare(text) if french else text,
    "no apostrophes": lambda text, french: re.sub(r"(?<=\w)['’](?=\w)", " " if french else "", text),
    "no capitals": lambda text, french: text.lower(),
    "nothing but capitals": lambda text, french: text.upper() if len(text) < 80 else text,
    "three question marks": lambda text, french: text.replace("?", "???"),
    "no spaces before marks": lambda text, french: re.sub(r" ([?!:;])", r"\1", text),
    "a line a sentence": lambda text, french: re.sub(r"([.!?]) ", r"\1\n", text),
}


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")


@cache
def door() -> Door:
    return Door(load_catalogue(CATALOGUE))


@cache
def needs() -> NeedsOf:
    return needs_of()


@cache
def understood() -> tuple[Line, ...]:
    """Lines that are understood rightly as they are; those whose signs are the point are left out."""
    return tuple(line for line in load(dev=True)[::EVERY] if line.kind != "hostile" and _right(line, line.text))


def _right(line: Line, text: str) -> bool:
    reply = door().answer({"id": line.id, "text": text, "addressed": line.addressed})
    return judge(line, reply, needs()) == "right"


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_understood_stays_so(change: str) -> None:
    lines = understood()
    lost = [text for line in lines if not _right(line, text := CHANGES[change](line.text, line.lang == "fr"))]
    assert len(lost) <= len(lines) / 50, lost
