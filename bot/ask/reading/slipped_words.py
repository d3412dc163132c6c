"""The short words of asking with a slip of the finger in them: « par qioi », « à la plaec », "waht else".

Each is listed by what it becomes when two letters change places, one is doubled, lost, or hit beside its key; what
is a word of its own is left out.
"""

from bot.ask.reading.phrases import word_set
from bot.catalog.ordinary import is_ordinary
from bot.catalog.slips import KEYS_BESIDE

_WORDS = word_set(
    "quoi autre chose place mieux quel quelle outil outils existe remplace remplacer remplacez cherche pour avec "
    "comment prendre trouver utiliser utilisez libre gratuit what which where other else does instead replace replaces "
    "replaced replacing anyone there something anything tool tools could should would using free cheaper better need"
)
_REAL = word_set(
    "dose placee dors trouvee thee nees pendre suing foes three cold toil quell liber cherchee dies lese nerd pout "
    "odes choose took trouer tere atre commet fere oter pace wold"
)
_SHORTEST, _LONG = 4, 5
"""Letters of the shortest slip, and of the shortest word that may lose one."""


def _slips(word: str) -> set[str]:
    places = range(len(word))
    swapped = {word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in places[:-1]}
    doubled = {word[:n] + word[n] + word[n:] for n in places}
    beside = {word[:n] + key + word[n + 1 :] for n in places for pair in KEYS_BESIDE if word[n] in pair for key in pair}
    lost = {word[:n] + word[n + 1 :] for n in places[1:-1]} if len(word) >= _LONG else set()
    return swapped | doubled | beside | lost


def _by_slip() -> dict[str, str]:
    found: dict[str, str] = {}
    twice: set[str] = set()
    for word in sorted(_WORDS):
        for typed in _slips(word):
            if found.setdefault(typed, word) != word:
                twice.add(typed)
    return {
        typed: word
        for typed, word in found.items()
        if len(typed) >= _SHORTEST and typed not in twice | _REAL | _WORDS and not is_ordinary(typed)
    }


MEANT = _by_slip()
"""What each slip is meant for."""
