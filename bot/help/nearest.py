"""The declared word that somebody probably meant. Pure."""

from collections.abc import Iterable

from rapidfuzz.distance import OSA

from bot.catalog.fold import fold
from bot.catalog.typos import tolerance

# Commands are few and far apart, unlike the names of the catalogue: one slip is forgiven from four letters on,
# when the other word has five (« quizz »).
_SHORT, _LONG = 4, 5


def nearest(typed: str, words: Iterable[str]) -> str | None:
    """The first of the nearest `words` to `typed`, as it is written; None when none is near or it is one of them."""
    folded = fold(typed)
    found: tuple[int, str] | None = None
    for word in words:
        known = fold(word)
        distance = OSA.distance(folded, known)
        if distance == 0:
            return None
        if distance <= _slips(folded, known) and (found is None or distance < found[0]):
            found = distance, word
    return found[1] if found else None


def _slips(first: str, second: str) -> int:
    shorter, longer = sorted((len(first), len(second)))
    return max(tolerance(first, second), 1 if shorter >= _SHORT and longer >= _LONG else 0)
