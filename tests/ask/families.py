"""How families of sentences are written down: what is typed, and what is to be understood.

`> ` before a sentence: it is said to the bot. What is understood is « product product », « need:a », « keep:a »,
« gone:a », « ask », « unknown:the name », « silent », or « help »; the language is that of the file.
"""

from collections.abc import Mapping
from functools import cache

from bot.ask.understand import understand
from bot.ask.understanding import Outcome, Understanding
from bot.catalog import Names, load
from bot.conversation import Language
from bot.shipped import folder

Family = Mapping[str, str]
_NAMED = {Outcome.ANSWER: "", Outcome.KEEP: "keep:", Outcome.GONE: "gone:"}


@cache
def names() -> Names:
    """The names of the catalogue that is shipped: these sentences are about what people really use."""
    return Names(load(folder("catalog")))


def heard(text: str) -> str:
    """What is understood of a sentence, in the words of this module."""
    understood = understand(text.removeprefix("> "), names(), addressed=text.startswith("> "))
    return _shown(understood)


def language_heard(text: str, room: Language) -> Language:
    """The language in which a sentence would be answered."""
    return understand(text.removeprefix("> "), names(), addressed=text.startswith("> "), language=room).language


def cases(*families: Family) -> list[tuple[str, str]]:
    """The sentences of families, for a parametrised test."""
    return [pair for family in families for pair in family.items()]


def _shown(understood: Understanding) -> str:
    if understood.outcome is Outcome.UNKNOWN:
        return f"unknown:{understood.unknown}"
    if understood.outcome not in _NAMED:
        return understood.outcome.value
    found = sorted((*understood.products, *(ref.id for ref in understood.kept)))
    if found:
        return _NAMED[understood.outcome] + " ".join(found)
    return "need:" + " ".join(understood.needs)
