"""Reading what was typed after `inventaire`: pure."""

import re
from dataclasses import dataclass
from typing import Literal

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
