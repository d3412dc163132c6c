"""Whether a word is a known one misspelt, or a name of its own that only looks like it.

Names of tools are often a letter or two apart: Crello is no slip for Trello, nor Pumble for Mumble. A slip of the
finger swaps, drops or doubles letters, hits the key beside, or takes a letter that sounds alike; it rarely changes
the first one.
"""

import re
from collections import Counter
from itertools import pairwise, product

_ALIKE = ("aeiouyw", "ckqx", "csz", "bp", "dt", "fv", "gj", "mn", "vw")
"""Letters that are taken for one another."""
_ROWS = ("azertyuiop", "qsdfghjklm", "wxcvbn", "qwertyuiop", "asdfghjkl", "zxcvbnm")
"""Of French and of English keyboards."""
KEYS_BESIDE = frozenset(frozenset(pair) for row in _ROWS for pair in pairwise(row))
_VOWELS = frozenset("aeiouy")
_ELIDED = frozenset("dl")
"""« dinstagram » is « d’Instagram »."""
_TELLING = 6
"""So many letters tell a word apart from others of the same letters."""
_DOUBLED = re.compile(r"(.)\1")
ONE_TOO_MANY = 3
"""How odd a letter too many is, see `oddness`."""
_MUTE = "est"
"""Letters that are often not heard at the end."""


def slipped(typed: str, known: str, distance: int, proper: bool) -> bool:
    """Whether the folded word `typed`, `distance` slips away from `known`, can be `known` misspelt.

    `proper`: it was written with a capital, like a name; then its first letter is taken at its word.
    """
    if not _starts(typed, known, distance, proper):
        return False
    if distance > 1:
        typed, known = typed.rstrip(_MUTE), known.rstrip(_MUTE)
        if not _end_alike(typed, known):
            return False
    if len(typed) == len(known) >= _TELLING and set(typed) == set(known):
        return True  # « goggle »: the wrong letter is doubled
    more, less = Counter(typed) - Counter(known), Counter(known) - Counter(typed)
    return (
        not (more and less)
        or any(_alike(*pair) for pair in product(more, less))
        or (distance == 1 and len(known) >= _TELLING and _beside(*more, *less))
    )


def oddness(typed: str, known: str) -> int:
    """How odd the slip from `known` to `typed` is: two letters that changed places or one that was doubled are the
    most usual, then a missing letter, then a wrong one, then one too many; a wrong start is odder still.
    """
    kind = (len(typed) > len(known)) + (len(typed) >= len(known))
    if sorted(typed) == sorted(known) or _DOUBLED.sub(r"\1", typed) == _DOUBLED.sub(r"\1", known):
        return 0
    return 1 + kind + 3 * (typed[0] != known[0])


def _starts(typed: str, known: str, distance: int, proper: bool) -> bool:
    """Whether a word starts as the known one does."""
    if typed[0] == known[0] or {typed[0], known[0]} <= _VOWELS:
        return True
    if proper:
        return False
    if typed[0] in _ELIDED and typed[1] == known[0]:
        return True
    return distance == 1 and (
        typed[:2] == known[1::-1]
        or typed == known[1:]
        or _alike(typed[0], known[0])
        or (len(known) >= _TELLING and typed[1:] == known[1:] and _beside(typed[0], known[0]))
    )


def _end_alike(typed: str, known: str) -> bool:
    """« collaboard » ends like another word than « collabora »."""
    return typed[-1:] == known[-1:] or _alike(typed[-1:], known[-1:])


def _beside(typed: str, known: str) -> bool:
    """« formz »: the key beside the right one."""
    return frozenset((typed, known)) in KEYS_BESIDE


def _alike(first: str, second: str) -> bool:
    return any(first in letters and second in letters for letters in _ALIKE)
