"""The words of asking with their slang and slips put right: « koi », « remplasser », « à la plasse », "4 splitting"."""

from bot.ask.reading.lexicon import CUE_VOCABULARY, HEARD_VOCABULARY, SLANG, TOOL_VOCABULARY
from bot.ask.reading.phrases import word_set
from bot.ask.reading.slipped_words import MEANT
from bot.catalog.fold import Kind, Reading, Token
from bot.catalog.ordinary import NAMES_TOO, is_ordinary
from bot.catalog.sounds import sound
from bot.catalog.typos import Typos

_CUE_TYPOS = Typos(CUE_VOCABULARY | TOOL_VOCABULARY)
_BY_SOUND = {sound(word): word for word in HEARD_VOCABULARY}
_SHORTEST_HEARD = 4
_LONG = 7
"""Words shorter than this are not corrected by their letters."""
_FIGURES = {"2": "to", "4": "for"}
_BEFORE_FIGURES = word_set(
    "alternative replacement app tool software something anything somewhere thing need want how nice ready used"
)
_NOT_A_CUE = frozenset(
    {
        "remplacement",
        "abandonne",
        "alternatively",
        "alternativement",
        "alternate",
        "alternates",
        "soothing",
        "smoothing",
        "seething",
    }
)


def put_right(reading: Reading) -> list[str]:
    """The folded words of a text, one a token, with slang and slips in the words of asking put right."""
    words = [_word(token) for token in reading.tokens]
    # « zoum é éksel », "an app 4 splitting bills": letters and figures that stand for a word.
    for place, word in enumerate(words[1:], 1):
        if word == "e" and reading.typed(place, place + 1) == "é":
            words[place] = "et"
        elif word in _FIGURES and words[place - 1] in _BEFORE_FIGURES:
            words[place] = _FIGURES[word]
    return words


def _word(token: Token) -> str:
    form = SLANG.get(token.form, token.form)
    if token.kind is not Kind.WORD or form in CUE_VOCABULARY or form in _NOT_A_CUE or is_ordinary(form):
        return form
    if form in MEANT:
        return MEANT[form]
    if len(form) < _LONG:
        return _heard(form)
    near = _CUE_TYPOS.near(form)
    return near[0][0] if near else _heard(form)


def _heard(form: str) -> str:
    """A cue word spelt as it sounds: « plasse », « kité », « otre »."""
    if len(form) < _SHORTEST_HEARD or form in HEARD_VOCABULARY or form in NAMES_TOO or is_ordinary(form):
        return form
    return _BY_SOUND.get(sound(form), form)
