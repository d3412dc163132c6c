"""Reading what was typed after `inventaire`: pure."""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.association.storage import Tool
from bot.catalog.fold import read, words
from bot.catalog.names import Entry, Names

_LINE = re.compile(r"^(?P<sign>[+−–-])\s*(?P<tool>[^()]+?)\s*(?:\((?P<need>[^()]+)\))?$")
_MOST = 20
_LONGEST = 60


Sign: TypeAlias = Literal["+", "-"]


@dataclass(frozen=True, slots=True)
class Change:
    """One tool to add or to take out; `need` is the wording of what it is for, if there was one.

    `inherited`: the wording was said of a tool named after it, and may not be meant of this one.
    """

    sign: Sign
    tool: str
    need: str | None
    inherited: bool = False


def changes(arguments: str) -> list[Change] | None:
    """The changes in « + Trello (projets), - Zoom » (also one a line); None when it cannot be read.

    At most 20 changes of at most 60 characters each.
    """
    parts = [part.strip() for part in re.split(r"[,;\n]|(?<=\S)\s+(?=[+]\s*\S)", arguments) if part.strip()]
    found = [_LINE.match(part) for part in parts]
    if not found or len(found) > _MOST or any(match is None or len(match["tool"]) > _LONGEST for match in found):
        return None
    return [Change("+" if match["sign"] == "+" else "-", match["tool"], match["need"]) for match in found if match]


def tool_of(change: Change, names: Names) -> Tool:
    """The tool that `change` names, for the need that it says in ordinary words.

    What the catalogue does not know is kept by the name that was given.
    """
    served = _need_named(change.need, names) if change.need else ""
    for ref in names.named(change.tool):
        if ref.entry in (Entry.PRODUCT, Entry.ALTERNATIVE):
            catalogue = names.catalogue
            entry = catalogue.products[ref.id] if ref.entry is Entry.PRODUCT else catalogue.alternatives[ref.id]
            return Tool(ref.id, entry.name, True, "" if change.inherited and served not in entry.needs else served)
    return Tool(" ".join(words(change.tool)) or change.tool.casefold(), change.tool, False, served)


def _need_named(wording: str, names: Names) -> str:
    mentions = names.needs.mentions(read(wording).tokens)
    return mentions[0].needs[0] if mentions else ""
