"""French spaces and apostrophes, set by the program so that nobody has to type a no-break space.

Rules of the Imprimerie nationale: a narrow no-break space before ; ? ! and before units, a no-break
space before : and inside guillemets, a curved apostrophe.
"""

import re
from functools import lru_cache

from bot.conversation import Language

NO_BREAK = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"

_RULES = (
    (re.compile(r"(?<=\w)'(?=\w)"), "’"),
    (re.compile(r" +([;?!])(?=[\s)»]|$)"), NARROW + r"\1"),
    (re.compile(r" +:(?=\s|$)"), NO_BREAK + ":"),
    (re.compile(r"« +"), "«" + NO_BREAK),
    (re.compile(r" +»"), NO_BREAK + "»"),
    (re.compile(r"(?<=\d) +(?=(?:€|%|Go|Mo|To|h)(?:\W|$))"), NO_BREAK),
    (re.compile(r"(?<=\d) (?=\d{3}(?:\D|$))"), NARROW),
)


@lru_cache(maxsize=10_000)
def set_in_type(text: str, language: Language) -> str:
    """`text` with the typography of `language`; English is left as it is."""
    if language == "fr":
        for pattern, replacement in _RULES:
            text = pattern.sub(replacement, text)
    return text
