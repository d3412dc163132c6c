"""A message as it is read: without the greeting to everybody, and with the apostrophes that people leave out. Pure."""

import re
from collections.abc import Callable
from typing import NamedTuple

from bot.catalog.fold import words
from bot.catalog.ordinary import NAMES_TOO

_GREETING = re.compile(
    r"\s*(?:bonjour|bonsoir|salut|coucou|hello|hi|hey|bjr|slt|cc|good (?:morning|afternoon|evening))"
    r"(?:\s+(?:[àa]\s+)?(?:tous|toutes)(?:\s+(?:et|&)\s+(?:[àa]\s+)?(?:tous|toutes))?"
    r"|\s+(?:tout le monde|la team|la compagnie|les amis|les gens|all|everyone|everybody|folks|there|team|guys))?"
    r"\s*[,!.…]+\s+(?=\S)",
    re.IGNORECASE,
)
_BY_EAR = re.compile(
    r"\ba(?:[iï]e|ï)[ -]?(?=(?:phone|fone|pad|pode?|cloud|claoude?|movie|mouvie|tunes?|mess?age|m[ae]c|photo|os)"
    r"\w{0,2}\b)",
    re.IGNORECASE,
)
"""« aïe cloud », « aïefone »: how Apple’s « i » sounds in English."""
_OWNED = re.compile(r"\b([^\W\d_]{4,12})s(?= (?!and\b|or\b|are\b|is\b|for\b|to\b|in\b|et\b|ou\b|sont\b)[^\W\d_])")


class Plain(NamedTuple):
    """What is to be read, and the words of the greeting before it, which still tell the language."""

    text: str
    greeting: tuple[str, ...]


def plainly(text: str, is_giant: Callable[[str], object]) -> Plain:
    """« Bonjour à toutes et tous, Microsofts slide thing… » → « Microsoft's slide thing… ».

    A greeting to one person stays: what follows is asked of that person. `is_giant` knows the giants by name.
    """
    greeted = _GREETING.match(text)
    if greeted:
        text = text[greeted.end() :]
    text = _BY_EAR.sub("i", text)
    if "s " in text:
        text = _OWNED.sub(lambda found: f"{found[1]}'s" if _owns(found, is_giant) else found[0], text)
    return Plain(text, words(greeted.group()) if greeted else ())


def _owns(found: re.Match[str], is_giant: Callable[[str], object]) -> bool:
    """« Microsofts slide thing », and not "the canvas"."""
    return found[0].casefold() not in NAMES_TOO and bool(is_giant(found[1]))
