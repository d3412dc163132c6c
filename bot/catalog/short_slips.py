"""Slips in the shortest names: « lomm », « zoon », « asna ».

A word of four letters is one letter away from too many others: only two letters that changed places, the wrong one
doubled, one taken for another of the same sound, or one missing within a name of five count, and only where a
question leads to expect a name.
"""

from collections import defaultdict
from collections.abc import Iterable

_FOUR, _FIVE = 4, 5
_SAME_SOUND = frozenset({frozenset("mn"), frozenset("ck"), frozenset("sz")})


class ShortSlips:
    """The names of four and five letters among `known`, by what is left of them after a slip."""

    def __init__(self, known: Iterable[str]) -> None:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for name in known:
            if name.isalpha():
                for typed in _slips(name):
                    found[typed].add(name)
        self._found = {typed: tuple(sorted(names)) for typed, names in found.items()}

    def near(self, typed: str) -> tuple[str, ...]:
        """The names that the folded word `typed` may be; none for a longer word."""
        return self._found.get(typed, ())


def _slips(name: str) -> set[str]:
    slips: set[str] = set()
    if len(name) == _FIVE:
        slips = {name[:place] + name[place + 1 :] for place in range(1, len(name) - 1)}
    elif len(name) == _FOUR:
        slips = {name[:n] + name[n + 1] + name[n] + name[n + 2 :] for n in range(len(name) - 1)}
        slips |= {name[:n] + other + name[n + 1 :] for n in range(1, len(name)) for other in _for(name, n)}
    return slips - {name}


def _for(name: str, place: int) -> set[str]:
    """What may be typed for the letter at `place`: one beside a doubled one, one that sounds alike."""
    doubled = {name[n] for n in (place - 1, place + 1) if n < len(name) and name.count(name[place]) > 1}
    return doubled | {other for pair in _SAME_SOUND if name[place] in pair for other in pair}
