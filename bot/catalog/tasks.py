"""What somebody wants to do, said in two words with others in between: « envoyer une captation de 12 Go ».

A wording « envoyer|transférer … film|giga » of the catalogue is one of the words before the dots, then one of
those after them, in this order, within one clause.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.catalog.fold import Kind, Token, fold, stem

DOTS = "…"
_FARTHEST = 9
_GIGA = "giga"
"""Stands for any size: « 12 Go », « 300mb »."""
_UNITS = frozenset({"go", "gb", "gig", "giga", "gigaoctet", "gigabyte", "mo", "mb"})
_SIZE = re.compile(r"\d+(?:go|gb|gig|gigas|mo|mb)")
_SHORTEST = 3
_DOUBLED = 2


class Tasks:
    """The wordings with dots in them, by their first word."""

    def __init__(self) -> None:
        self._ends: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))

    def add(self, wording: str, need: str) -> None:
        """Note one wording of a need."""
        starts, ends = (part.strip().split("|") for part in wording.split(DOTS))
        for start in starts:
            for end in ends:
                self._ends[stem(fold(start))][stem(fold(end))][need] = None

    def found(self, tokens: Sequence[Token]) -> Iterator[tuple[tuple[str, ...], int, int]]:
        """The needs that are said so, with the first token and the one after the last."""
        for first, token in enumerate(tokens):
            for ends in (self._ends[base] for base in bases(token.form) if base in self._ends):
                yield from self._ended(tokens, first, ends)

    def _ended(
        self, tokens: Sequence[Token], first: int, ends: dict[str, dict[str, None]]
    ) -> Iterator[tuple[tuple[str, ...], int, int]]:
        for place in range(first + 1, min(len(tokens), first + 1 + _FARTHEST)):
            token = tokens[place]
            if token.broken or token.kind is not Kind.WORD:
                return
            for form in (*bases(token.form), *([_GIGA] if _is_size(tokens, place) else [])):
                if form in ends:
                    yield tuple(ends[form]), first, place + 1
                    return


@lru_cache(maxsize=16_384)
def bases(form: str) -> tuple[str, ...]:
    """What a folded word may be a form of: « merging » of merge, « signed » of sign, « partageons » of partager."""
    found = [stem(form)]
    for ending in ("ing", "ed", "ons", "ent"):
        base = form.removesuffix(ending)
        if base != form and len(base) >= _SHORTEST:
            found += [base, f"{base}e"]
            if base[-1] == base[-_DOUBLED]:
                found.append(base[:-1])
    for ending in ("issent", "issons", "issez"):
        if form.endswith(ending):
            found.append(f"{form.removesuffix(ending)}ir")
    return tuple(found)


def _is_size(tokens: Sequence[Token], place: int) -> bool:
    form = tokens[place].single
    return bool(_SIZE.fullmatch(tokens[place].form)) or (form in _UNITS and tokens[place - 1].form.isdigit())
