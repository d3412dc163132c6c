"""Words typed in a hurry: the known words within a small Damerau-Levenshtein distance of a typed one.

Tolerance (measured on the names of the catalogue, where different tools are often one or two letters
apart): none when either word has fewer than 5 letters, 1 for 5 to 7 letters, 2 from 8.
"""

from collections.abc import Hashable, Iterable
from typing import Self, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

Key = TypeVar("Key", bound=Hashable)

_SHORTEST = 5
_LONG = 8
_LONGEST = 32
_CACHED = 20_000


def tolerance(first: str, second: str) -> int:
    """How many slips may lie between two folded words."""
    shorter = min(len(first), len(second))
    return 0 if shorter < _SHORTEST else 1 if shorter < _LONG else 2


class Typos:
    """Known words, found from misspelt ones without comparing with each of them.

    One slip is found through the deletions of one letter that both words share; two slips in long words
    among those of about the same length that start with the same letter.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._known: frozenset[str] = frozenset()
        # By the hash of what is left: the words are compared anyway, and a number takes half the memory of a text.
        self._deletions: dict[int, tuple[str, ...]] = {}
        self._long: dict[tuple[str, int], tuple[str, ...]] = {}
        self._found: dict[str, tuple[tuple[str, int], ...]] = {}
        self._learn(frozenset(known))

    def revised(self, known: Iterable[str]) -> Self:
        """The same for the words `known`; costs little when few of them are new or gone. This one stays as it is."""
        known = frozenset(known)
        if known == self._known:
            return self
        revised = type(self)(())
        revised._known = self._known & known
        revised._deletions = self._deletions.copy()
        revised._long = self._long.copy()
        for word in _searched(self._known - known):
            for shorter in _kept_of(word):
                _take_out(revised._deletions, shorter, word)
            if len(word) >= _LONG:
                _take_out(revised._long, (word[0], len(word)), word)
        revised._learn(known - self._known)
        return revised

    def _learn(self, new: frozenset[str]) -> None:
        self._known |= new
        for word in sorted(_searched(new)):
            # Most of what is left of a word is left of no other: one tuple serves for all of it.
            alone = (word,)
            for shorter in _kept_of(word):
                _put(self._deletions, shorter, alone)
            if len(word) >= _LONG:
                _put(self._long, (word[0], len(word)), alone)

    def near(self, typed: str) -> tuple[tuple[str, int], ...]:
        """Known words within the tolerance of `typed`, each with its distance, nearest first."""
        if not _SHORTEST <= len(typed) <= _LONGEST:
            return ()
        found = self._found.get(typed)
        if found is None:
            if len(self._found) >= _CACHED:
                self._found.clear()
            found = self._found[typed] = self._search(typed)
        return found

    def _search(self, typed: str) -> tuple[tuple[str, int], ...]:
        distances: dict[str, int] = {}
        for shorter in _one_deleted(typed):
            for word in self._deletions.get(shorter, ()):
                if word not in distances:
                    distances[word] = OSA.distance(typed, word)
        if len(typed) >= _LONG:
            for length in range(max(_LONG, len(typed) - 2), len(typed) + 3):
                bucket = self._long.get((typed[0], length))
                if bucket:
                    for word, distance, _ in process.extract(
                        typed, bucket, scorer=OSA.distance, score_cutoff=2, limit=None
                    ):
                        distances[word] = int(distance)
        near = [(word, distance) for word, distance in distances.items() if distance <= tolerance(typed, word)]
        return tuple(sorted(near, key=lambda pair: (pair[1], pair[0])))


def _searched(words: Iterable[str]) -> frozenset[str]:
    """Those of `words` that are neither too short nor too long to be looked for."""
    return frozenset(word for word in words if _SHORTEST <= len(word) <= _LONGEST)


def _one_deleted(word: str) -> set[int]:
    """The hashes of `word` and of what is left of it without one letter."""
    return {hash(word), *(hash(word[:place] + word[place + 1 :]) for place in range(len(word)))}


def _kept_of(word: str) -> set[int]:
    """The hashes by which a known word is found. A long one is also found among those that start as it does, so that
    only a slip in its first two letters needs one: a third of the memory.
    """
    if len(word) <= _LONG:
        return _one_deleted(word)
    return {hash(word), hash(word[1:]), hash(word[0] + word[2:])}


def _put(words: dict[Key, tuple[str, ...]], key: Key, alone: tuple[str, ...]) -> None:
    held = words.get(key)
    words[key] = alone if held is None else held + alone


def _take_out(words: dict[Key, tuple[str, ...]], key: Key, word: str) -> None:
    words[key] = tuple(other for other in words[key] if other != word)
