"""What a name can stand for, and where it stands in a text."""

from enum import Enum
from typing import NamedTuple


class Entry(Enum):
    """What a name can stand for."""

    PRODUCT = "product"
    ALTERNATIVE = "alternative"
    GIANT = "giant"
    HOST = "host"
    NEED = "need"


class Ref(NamedTuple):
    """One entry of the catalogue."""

    entry: Entry
    id: str


class Sure(Enum):
    """How a name was recognised: as written; a word that also is an ordinary one; or misspelt."""

    EXACT = "exact"
    CONTEXT = "context"
    NEAR = "near"


class Mention(NamedTuple):
    """Tokens `first` to `last` (not included) name one of `refs`; more than one: the name is ambiguous."""

    refs: tuple[Ref, ...]
    first: int
    last: int
    sure: Sure = Sure.EXACT

    @property
    def ref(self) -> Ref:
        return self.refs[0]

    def is_a(self, *entries: Entry) -> bool:
        """Whether what is named is one of these kinds of entry."""
        return self.refs[0].entry in entries


ORDER = (Entry.PRODUCT, Entry.ALTERNATIVE, Entry.GIANT, Entry.HOST)
"""A product comes before what could replace it, when both have the same name."""


def longest(found: list[Mention]) -> list[Mention]:
    """Those of `found` that no better one overlaps."""
    taken: set[int] = set()
    kept: list[Mention] = []
    for mention in sorted(found, key=_merit):
        places = range(mention.first, mention.last)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(mention)
    return kept


def _merit(mention: Mention) -> tuple[int, int, int]:
    """Longer names before shorter ones, products before the rest, then text order."""
    return (mention.first - mention.last, ORDER.index(mention.ref.entry), mention.first)
