"""What a moderator typed → a `Request`, or what would have been right. One parser for every command. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from bot.catalog.fold import fold
from bot.conversation import Language
from bot.moderation.block import Unreadable, parted, read
from bot.moderation.verbs import PARAMETERS, VERBS, Verb

_LONGEST_LINE = 1_000
_LONGEST_REASON = 200
_PART = re.compile(r"\[?\{(?P<parameter>\w+)\}(?P<optional>\])?|(?P<literal>\S+)")


@dataclass(frozen=True, slots=True)
class Request:
    """A command as it was understood: its parameters by name, its block, the reason that was given."""

    verb: Verb
    language: Language | None
    """The language of the word that called it; None where both say it so."""
    values: Mapping[str, str] = field(default_factory=dict)
    block: Mapping[str, Any] | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Misread:
    """It calls `verb`, but cannot be read: `sentence` with `values` says why."""

    verb: Verb
    language: Language | None
    sentence: str
    values: Mapping[str, str | int] = field(default_factory=dict)


def parsed(text: str) -> Request | Misread | None:
    """What `text` asks for; None when its first word calls no command."""
    head, block = parted(text)
    called = verb_called(head)
    if called is None:
        return None
    verb, language, rest = called
    if len(head) > _LONGEST_LINE:
        return Misread(verb, language, "moderation.line-too-long", {"limit": _LONGEST_LINE})
    reason = ""
    if verb.changes and " # " in f" {rest}":
        rest, _, reason = f" {rest}".partition(" # ")
        rest = rest.strip()
    if verb.block == "none":
        block = None
    try:
        lines = None if block is None else read(block)
    except Unreadable as unreadable:
        return Misread(verb, language, unreadable.sentence, unreadable.values)
    if lines is None and verb.block == "needed":
        return Misread(verb, language, "moderation.block-wanted")
    for form in verb.forms:
        found = _pattern(form).fullmatch(rest)
        if found:
            values = {name: value.strip() for name, value in found.groupdict().items() if value is not None}
            return Request(verb, language, values, lines, reason.strip()[:_LONGEST_REASON])
    return Misread(verb, language, "moderation.misread")


def verb_called(head: str) -> tuple[Verb, Language | None, str] | None:
    """The verb that `head` starts with, the language of its word, and what follows."""
    typed = head.split()
    folded = [fold(word).rstrip("?!.…:") for word in typed[:2]]
    for count in (2, 1):
        found = _words().get(tuple(folded[:count])) if len(folded) >= count else None
        if found is not None:
            verb, languages = found
            return verb, languages[0] if len(languages) == 1 else None, " ".join(typed[count:])
    return None


@cache
def _words() -> Mapping[tuple[str, ...], tuple[Verb, tuple[Language, ...]]]:
    found: dict[tuple[str, ...], tuple[Verb, tuple[Language, ...]]] = {}
    for verb in VERBS:
        for language, words in verb.words.items():
            for word in words:
                key = tuple(fold(part) for part in word.split())
                languages = found[key][1] if key in found else ()
                found[key] = (verb, tuple(dict.fromkeys((*languages, language))))
    return found


@cache
def _pattern(form: str) -> re.Pattern[str]:
    parts: list[str] = []
    for part in _PART.finditer(form):
        space = r"\s+" if parts else ""
        if part["literal"]:
            parts.append(rf"{space}(?:{part['literal']})")
            continue
        group = rf"(?P<{part['parameter']}>{PARAMETERS[part['parameter']]})"
        # A colon may stand right after what it follows: « zoom : … » and « zoom: … ».
        lead = r"\s*" if part["parameter"] == "both" else space
        parts.append(rf"(?:{lead}{group})?" if part["optional"] else f"{lead}{group}")
    return re.compile("".join(parts), re.IGNORECASE)
