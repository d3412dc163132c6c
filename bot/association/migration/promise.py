"""Who takes a migration and by when, read in plain words: « moi, jeudi », "Karim by Friday". Pure.

Both are optional. First names are taken as they are given; whoever says « moi » stays unnamed.
"""

import datetime
import re
from dataclasses import dataclass

from bot.association.migration.days import even, found
from bot.association.migration.model import SOMEBODY


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_LONGEST = 80
_MOST_WORDS = 14
_SELF = re.compile(
    r"(?<!\w)(?:"
    r"(?:je|j')\s?(?:m'en (?:occupe|charge)|le (?:fais|prends)|(?:la|le|les) ferai|prends|peux(?: le faire)?|veux bien"
    r"|suis partante?|gere|serai la)"
    r"|c'est (?:pour )?moi(?: qui (?:le fais|m'en occupe|m'en charge))?|(?:ce sera |pour |par )?moi(?:-meme)?"
    r"|i(?:'ll| will| can|'m going to) (?:do it|take it|take care of it|handle it|try|do that)|i'?ll|i can|me|myself"
    r"|count me in|it'?s me"
    r")(?!\w)"
)
_HELPERS = re.compile(
    r"(?<!\w)(?:"
    r"c'est|ce sera|que|qui|s'en (?:occupe|charge)(?:ra|nt|ront)?|le (?:fait|fera|prend|feront)"
    r"|va (?:le faire|s'en occuper|s'en charger)|peut (?:le faire)?|prend(?:ra)?|it'?s|it will be"
    r"|will (?:do it|take it|take care of it|handle it)|can (?:do it|take it)|takes? (?:it|care of it)|does it|is on it"
    r"|donc|alors|ok|d'accord|oui|yes|then|so|svp|merci|thanks"
    r")(?!\w)"
)
_NAME = r"[^\W\d_](?:[\w'’-]{0,18}[\w])?\.?"
_NAMES = re.compile(rf"^{_NAME}(?:\s{_NAME})?(?:\s*(?:,|&|/|\bet\b|\band\b)\s*{_NAME}(?:\s{_NAME})?){{0,2}}$")
# What stands alone and is no first name.
_NO_NAMES = _set(
    "non no nope oui yes ok merci thanks pourquoi why comment how quoi what qui who quand when ou where"
    " bonjour hello salut super parfait cool bien bof jamais never peut etre maybe on nous we il elle ils"
    " elles they he she tout tous everyone fait fini done stop plus tard later autre chose else aide help rien"
    " nothing demain la le les un une the a"
)


@dataclass(frozen=True, slots=True)
class Promise:
    """Who takes it (`SOMEBODY`, or first names), and by when; at least one of them is said."""

    who: str | None
    by: datetime.date | None


def promise(text: str, today: datetime.date, *, answering: bool = True) -> Promise | None:
    """The promise that `text` is, whole; None when it is something else.

    `answering`: it replies to the question. What is only overheard after it must be unmistakable: « moi »,
    with or without a day.
    """
    if len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or "?" in text:
        return None
    day = found(text, today)
    by = day.span.last if day else None
    rest = _trimmed(day.rest if day else text)
    itself = _SELF.search(even(rest))
    if itself:
        left = _trimmed(_without_helpers(f"{rest[: itself.start()]} {rest[itself.end() :]}"))
        return Promise(SOMEBODY, by) if not left else None
    if not answering:
        return None
    bare = _trimmed(_without_helpers(rest))
    if not bare:
        return Promise(None, by) if by else None
    named = _named(bare, certain=by is not None or bare != rest)
    return Promise(named, by) if named else None


def _without_helpers(text: str) -> str:
    plain = even(text)
    kept, end = "", 0
    for helper in _HELPERS.finditer(plain):
        kept += text[end : helper.start()] + " "
        end = helper.end()
    return kept + text[end:]


def _named(text: str, *, certain: bool) -> str | None:
    """`text` as first names; unless it is `certain` that somebody is named, they must be written like names."""
    if not _NAMES.match(text) or set(even(text).replace(",", " ").split()) & _NO_NAMES - {"et"}:
        return None
    return text if certain or text[:1].isupper() else None


def _trimmed(text: str) -> str:
    return " ".join(text.split()).strip(" ,;:.!-–—()")
