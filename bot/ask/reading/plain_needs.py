"""Words for a need that say nothing of what a tool is for, where they stand: « le plan pour quitter Google », "where do
you live?", « l’école de musique ».
"""

from collections.abc import Sequence

from bot.ask.reading.lexicon import FOR
from bot.ask.reading.phrases import word_set
from bot.catalog.fold import Token
from bot.catalog.need_words import NeedMention
from bot.conversation import Language

_PLAN_FOR = FOR | {"to", "b"}
_WHO_LIVE = word_set("we you i they who everyone everybody people members to")
_GROUPS = word_set(
    "ecole ecoles club clubs atelier ateliers cours stage commission comite section collectif equipe groupe pole "
    "festival class classes workshop workshops school lessons"
)
_OF = frozenset({"de", "d", "du", "des", "la", "l"})


def says_nothing(words: Sequence[str], tokens: Sequence[Token], need: NeedMention, language: Language) -> bool:
    """Whether `need`, one word of a message in `language`, is no need there."""
    if need.size > 1:
        return False
    word, after = words[need.first], words[need.last] if need.last < len(words) else ""
    before = words[need.first - 1] if need.first else ""
    if word == "plan":
        return after in _PLAN_FOR
    if word in {"live", "lives"} and language == "en":
        return word == "lives" or before in _WHO_LIVE
    if word == "agenda" and language == "en":
        return before not in {"shared", "google"}  # "anything else for the agenda?"
    return _of_a_group(words, need.first) and not tokens[need.first].broken


def _of_a_group(words: Sequence[str], place: int) -> bool:
    """« l’école de musique », « le club photo »: who it is for, and not what for."""
    before = place - 1
    while before > 0 and words[before] in _OF:
        before -= 1
    return before >= 0 and words[before] in _GROUPS
