"""Names that are written in pieces and misspelt as well: « drop bxo », « micorsoft tems », « mondya.com ».

The words are looked up glued together. A run of words is near many names, so it must be long, and one slip away
from a name, or two from a long one.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz.distance import OSA

from bot.catalog.fold import Kind, Token, glued
from bot.catalog.mention import Ref
from bot.catalog.ordinary import LITTLE
from bot.catalog.slips import oddness, slipped
from bot.catalog.typos import Typos

MOST_WORDS = 3
_SHORTEST, _LONG = 6, 11
"""Letters of the shortest run with a slip in it, and of the shortest with two."""
_SHORTEST_EVERYDAY = 8
"""The same for a run of everyday words."""
_TIES = frozenset({"a", "au", "d", "de", "du", "en", "of", "to", "un", "une"})
"""They tie a name to the words before, and start none that is misspelt."""


class Runs:
    """The names that words may make together; `refs` are what they stand for, `typos` finds them."""

    def __init__(self, refs: Mapping[str, tuple[Ref, ...]], typos: Typos) -> None:
        self._refs, self._typos = refs, typos
        self._by_letters: defaultdict[str, list[str]] = defaultdict(list)
        for key in refs:
            if len(key) >= _SHORTEST_EVERYDAY:
                self._by_letters["".join(sorted(key))].append(key)

    def meant(self, tokens: Sequence[Token], proper: bool) -> Iterator[tuple[int, int, tuple[Ref, ...]]]:
        """What `tokens` mean as one name, each with the number of slips and how odd they are, the nearest only."""
        typed = "".join(glued(token.form) for token in tokens)
        if len(typed) < _SHORTEST:
            return
        nearest = None
        for key, distance in self._typos.near(typed):
            if nearest is not None and distance > nearest:
                return
            refs = self._refs.get(key)
            if not refs or not (distance or len(tokens) > 1) or not _edges_fit(tokens, key):
                continue
            if self._may_be(typed, key, distance, proper):
                nearest = distance
                yield distance, oddness(typed, key), refs

    def swapped(self, tokens: Sequence[Token]) -> tuple[Ref, ...]:
        """« type from », « appel notes »: what everyday words are but for two letters that changed places."""
        typed = "".join(token.form for token in tokens)
        if len(typed) < _SHORTEST_EVERYDAY:
            return ()
        for key in self._by_letters.get("".join(sorted(typed)), ()):
            if OSA.distance(typed, key) == 1 and typed[0] == key[0]:
                return self._refs[key]
        return ()

    def address(self, token: Token) -> tuple[Ref, ...]:
        """« chnage.org »: what the one address means that is a slip away from it."""
        if token.kind is not Kind.DOMAIN:
            return ()
        near = [refs for distance, _, refs in self.meant((token,), proper=True) if distance == 1]
        return near[0] if len(near) == 1 else ()

    @staticmethod
    def _may_be(typed: str, key: str, distance: int, proper: bool) -> bool:
        return (distance <= 1 or len(key) >= _LONG) and slipped(typed, key, distance, proper)


def _edges_fit(tokens: Sequence[Token], key: str) -> bool:
    """Whether the little words at either end are no slip: « a what sapp » is not « ia whatsapp »."""
    first, last = tokens[0].form, tokens[-1].form
    if first in _TIES:
        return False
    return (first not in LITTLE or key.startswith(first)) and (last not in LITTLE or key.endswith(last))
