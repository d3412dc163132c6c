"""Phrases to be found in a row of folded words.

A phrase is written word by word, `a|b` is either word. It is found by its first word, so the cost of a
sentence does not grow with the number of phrases.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence


def word_set(text: str) -> frozenset[str]:
    """The words of `text`, which stand with spaces between them."""
    return frozenset(text.split())


class Phrases:
    """Phrases to be found in a row of words."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self._by_first: dict[str, list[tuple[frozenset[str], ...]]] = defaultdict(list)
        for phrase in phrases:
            parts = tuple(frozenset(part.split("|")) for part in phrase.split())
            for word in parts[0]:
                self._by_first[word].append(parts)
        for found in self._by_first.values():
            found.sort(key=len, reverse=True)

    @property
    def openings(self) -> Collection[str]:
        """The words that one of them begins with."""
        return self._by_first.keys()

    def at(self, words: Sequence[str], place: int, stop: int) -> int:
        """The number of words of the longest phrase at `place` (ending before `stop`), or 0."""
        for parts in self._by_first.get(words[place], ()):
            if place + len(parts) <= stop and all(words[place + n] in part for n, part in enumerate(parts)):
                return len(parts)
        return 0

    def all(self, words: Sequence[str], first: int, stop: int) -> Iterator[tuple[int, int]]:
        """Every phrase between `first` and `stop`, as (place, place after it)."""
        for place in range(first, stop):
            if words[place] in self._by_first:
                size = self.at(words, place, stop)
                if size:
                    yield place, place + size
