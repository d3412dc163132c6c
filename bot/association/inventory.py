"""Reading what was typed after `inventaire`: pure."""

import re
from dataclasses import dataclass
from typing import Literal

from bot.association.storage import Tool
from bot.catalog.fold import read, words
from bot.catalog.names import Entry, Names

_LINE = re.compile(r"^(?P<sign>[+−–-])\s*(?P<tool>[^()]+?)\s*(?:\((?P<need>[^()]+)\))?$")
_MOST = 20
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Change:
    """One tool to add or to take out; `need` is the wording in parentheses, if there was one."""

    sign: Literal["+", "-"]
    tool: str
    need: str | None


def changes(arguments: str) -> list[Change] | None:
    """The changes in « + Trello (projets), - Zoom » (also one a line); None when it cannot be read.

    At most 20 changes of at most 60 characters each.
    """
    parts = [part.strip() for part in re.split(r"[,;\n]|(?<=\S)\s+(?=[+]\s*\S)", arguments) if part.strip()]
    found = [_LINE.match(part) for part in parts]
    if not found or len(found) > _MOST or any(match is None or len(match["tool"]) > _LONGEST for match in found):
        return None
    return [Change("+" if match["sign"] == "+" else "-", match["tool"], match["need"]) for match in found if match]


def tool_named(typed: str, need: str | None, names: Names) -> Tool:
    """The tool that `typed` names, for the need that `need` says in ordinary words.

    What the catalogue does not know is kept by the name that was given.
    """
    served = _need_named(need, names) if need else ""
    for ref in names.named(typed):
        if ref.entry is Entry.PRODUCT:
            return Tool(ref.id, names.catalogue.products[ref.id].name, True, served)
        if ref.entry is Entry.ALTERNATIVE:
            return Tool(ref.id, names.catalogue.alternatives[ref.id].name, True, served)
    return Tool(" ".join(words(typed)) or typed.casefold(), typed, False, served)


def _need_named(wording: str, names: Names) -> str:
    mentions = names.needs.mentions(read(wording).tokens)
    return mentions[0].needs[0] if mentions else ""
