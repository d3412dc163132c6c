"""Misspelt names of a catalogue: slips of the finger, and names that are spelt as they sound.

In the object of a question any word may be a misspelt name (`near`). Elsewhere in a sentence only words that are odd
may: words that are in neither language, in no name and in no question (`slips`, `by_ear`).
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from itertools import product as combinations

from bot.catalog.everyday import everyday_slip, is_everyday_slip
from bot.catalog.fold import Kind, Reading, Token, singular
from bot.catalog.index import Tables
from bot.catalog.look_alikes import LOOK_ALIKES
from bot.catalog.mention import Entry, Mention, Ref, Sure, longest
from bot.catalog.ordinary import NAMES_TOO, is_ordinary
from bot.catalog.runs import MOST_WORDS, Runs
from bot.catalog.short_slips import ShortSlips
from bot.catalog.slips import oddness, slipped
from bot.catalog.sounds import Sounds
from bot.catalog.typos import Typos

_MOST_HEARD = 3
_MOST_CHOICES = 4
_MOST_ODD = 40
"""So many odd words are looked at in one text; who writes more of them asks nothing that can be read."""
_BEFORE, _AFTER = 2, 3
"""How far around an odd word the rest of its name may be."""
_SHORTEST_ODD = 4
"""Letters of the shortest words that may be misspelt on their own."""
_SHORTEST_BIT = 2
"""Of a name that is written in pieces (« link tre »)."""

_Options = tuple[tuple[str, int], ...]


class Misspelt:
    """Finds what a misspelt name means; `before` is the same for an earlier revision of the catalogue."""

    def __init__(self, tables: Tables, before: "Misspelt | None" = None) -> None:
        self._refs, self._singular, self._vocabulary = tables.refs, tables.singular, tables.vocabulary
        self._brands = {giant: key for key, giant in reversed(list(tables.giants.items()))}
        self._typos: Typos = before._typos.revised(self._vocabulary) if before else Typos(self._vocabulary)
        self._runs = Runs(self._refs, self._typos)
        self._short: ShortSlips = (
            before._short if before and before._typos is self._typos else ShortSlips(self._vocabulary)
        )
        self._sounds: Sounds = Sounds(self._refs, before._sounds if before else None)

    def near(self, reading: Reading, first: int, last: int) -> Mention | None:
        """The misspelt name in tokens `first` to `last`, or None; equally near entries are all in its `refs`."""
        return self._slip(reading, first, last, expected=True) or self.heard(reading, first, last)

    def heard(self, reading: Reading, first: int, last: int) -> Mention | None:
        """« fessbouk », « oui transfère »: the most words that sound like one name, the earliest first."""
        tokens = reading.tokens
        for size in range(min(_MOST_HEARD, last - first), 0, -1):
            for start in range(first, last - size + 1):
                heard = tokens[start : start + size]
                if any(token.kind is not Kind.WORD for token in heard) or any(token.broken for token in heard[1:]):
                    continue
                refs = self._sounds.alike([token.form for token in heard], _proper(reading, start))
                if refs:
                    return Mention(refs, start, start + size, Sure.NEAR)
        return None

    # ── anywhere in a text ───────────────────────────────────────────────────────────────────

    def slips(self, reading: Reading, named: Sequence[Mention], spoken: Collection[int]) -> list[Mention]:
        """The names with a slip of the finger, none overlapping one of `named` unless it is more than that."""
        giants = {mention.last: mention for mention in named if mention.is_a(Entry.GIANT)}
        found = []
        for place in self._odd(reading, {place for place in spoken if place not in giants}, _SHORTEST_BIT):
            mention = self._around(reading, place)
            if mention is None or mention.last - mention.first == 1:
                mention = self._of_giant(reading, giants.get(place), place) or mention
            if mention is not None and not (
                mention.last - mention.first == 1 and self._everyday(reading, place, mention)
            ):
                found.append(mention)
                if mention.is_a(Entry.GIANT):
                    giants[mention.last] = mention
        return _beside(found, [name for name in named if not self._address_in(reading, name, found)])

    def by_ear(self, reading: Reading, named: Sequence[Mention], spoken: Collection[int]) -> list[Mention]:
        """The names that are spelt as they sound, none overlapping one of `named`."""
        tokens = reading.tokens
        inside = {place for mention in named for place in range(mention.first, mention.last)}
        found: list[Mention] = []
        for place in self._odd(reading, spoken):
            if place in inside:
                continue
            first, last = _window(tokens, place)
            sizes = (
                (start, size) for size in range(_MOST_HEARD, 0, -1) for start in range(place - size + 1, place + 1)
            )
            for start, size in sizes:
                if start < first or start + size > last or not inside.isdisjoint(range(start, start + size)):
                    continue
                forms = [token.form for token in tokens[start : start + size]]
                refs = self._sounds.alike(forms, _proper(reading, start), surely=True)
                if refs and not (size == 1 and is_everyday_slip(forms[0])):
                    found.append(Mention(refs, start, start + size, Sure.NEAR))
                    break
        giants = {mention.last: mention for mention in found if mention.is_a(Entry.GIANT)}
        found += [whole for place, giant in giants.items() if (whole := self._of_giant(reading, giant, place))]
        found += self._swapped(reading, inside)
        return _beside(found, named)

    @staticmethod
    def _address_in(reading: Reading, name: Mention, found: Sequence[Mention]) -> bool:
        """« calemdar.google.com »: a whole address with a slip says more than the part of it that is right."""
        at = (name.first, name.last)
        return reading.tokens[name.first].kind is Kind.DOMAIN and any(
            (other.first, other.last) == at for other in found
        )

    def _swapped(self, reading: Reading, inside: Collection[int]) -> Iterator[Mention]:
        """« type from », « appel notes »"""
        tokens = reading.tokens
        for first in range(len(tokens) - 1):
            for last in range(first + 2, min(len(tokens), first + MOST_WORDS) + 1):
                if tokens[last - 1].broken or tokens[last - 1].kind is not Kind.WORD:
                    break
                refs = () if {first, last - 1} & set(inside) else self._runs.swapped(tokens[first:last])
                if refs:
                    yield Mention(refs, first, last, Sure.NEAR)

    def _odd(self, reading: Reading, spoken: Collection[int], shortest: int = _SHORTEST_ODD) -> list[int]:
        """The places of the words that no language and no name explains."""
        return [
            place
            for place, token in enumerate(reading.tokens)
            if token.kind in {Kind.WORD, Kind.DOMAIN}
            and len(token.form) >= shortest
            and place not in spoken
            and token.form not in self._vocabulary
            and not is_ordinary(token.form)
            and (token.form not in self._singular or token.form in self._refs)
        ][:_MOST_ODD]

    def _around(self, reading: Reading, place: int) -> Mention | None:
        """The misspelt name that token `place` is part of."""
        token = reading.tokens[place]
        if refs := self._runs.address(token):
            return Mention(refs, place, place + 1, Sure.NEAR)
        first, last = _window(reading.tokens, place)
        return self._slip(reading, first, last, place)

    def _of_giant(self, reading: Reading, giant: Mention | None, place: int) -> Mention | None:
        """« google drayve »: a word spelt by ear right after the name of a giant."""
        if giant is None or place >= len(reading.tokens) or reading.tokens[place].broken:
            return None
        form = reading.tokens[place].form
        refs = self._sounds.under(self._brands[giant.ref.id], form) if not is_everyday_slip(form) else ()
        return Mention(refs, giant.first, place + 1, Sure.NEAR) if refs else None

    def _everyday(self, reading: Reading, place: int, mention: Mention | None = None) -> bool:
        """Whether token `place` is rather an everyday word misspelt: « invantaire », « plnas », « documennts »."""
        form = reading.tokens[place].form
        slip = everyday_slip(form)
        if slip is not None and (mention is None or slip <= min(self._slip_to(form, mention), default=slip)):
            return True
        meant = self._meant(reading.tokens[place])[:1]
        return any(word in NAMES_TOO for word in meant)

    def _slip_to(self, form: str, mention: Mention) -> Iterator[tuple[int, int]]:
        """How far the word is from the names of what it may mean."""
        for word, slips in (*self._typos.near(form), *self._doubled(form)):
            if self._refs.get(word, ()) == mention.refs:
                yield slips, oddness(form, word)

    def _meant(self, token: Token, proper: bool = False) -> tuple[str, ...]:
        return tuple(word for word, slips in self._options(token, proper) if slips)

    # ── one name ─────────────────────────────────────────────────────────────────────────────

    def _slip(
        self, reading: Reading, first: int, last: int, through: int | None = None, expected: bool = False
    ) -> Mention | None:
        """The best misspelt name in tokens `first` to `last`; `through`: it must have that token in it; `expected`:
        a name is expected there.
        """
        tokens = reading.tokens
        options = [self._options(tokens[place], _proper(reading, place), expected) for place in range(first, last)]
        best: tuple[tuple[int, int, int, int], dict[Ref, None], int, int] | None = None
        for start in range(len(options)):
            for stop in range(start + 1, min(len(options), start + 4) + 1):
                if any(token.broken for token in tokens[first + start + 1 : first + stop]):
                    break
                if through is not None and not first + start <= through < first + stop:
                    continue
                if stop - start == 1 and tokens[first + start].form in LOOK_ALIKES:
                    continue
                run = tokens[first + start : first + stop] if 1 < stop - start <= MOST_WORDS else ()
                for distance, odd, refs in chain(
                    self._corrected(options[start:stop]), self._runs.meant(run, _proper(reading, first + start))
                ):
                    merit = (start - stop, distance, odd, start)
                    if best is None or merit < best[0]:
                        best = (merit, dict.fromkeys(refs), first + start, first + stop)
                    elif merit == best[0]:
                        best[1].update(dict.fromkeys(refs))
        return Mention(tuple(best[1]), best[2], best[3], Sure.NEAR) if best else None

    def _options(self, token: Token, proper: bool, expected: bool = False) -> _Options:
        if token.kind is not Kind.WORD:
            return ()
        if token.form in self._vocabulary or is_ordinary(token.form):
            return ((token.form, 0),)
        near = [
            (word, slips) for word, slips in self._typos.near(token.form) if slipped(token.form, word, slips, proper)
        ]
        near = near or list(self._doubled(token.form))
        if expected and not near:
            near = [(word, 1) for word in self._short.near(token.form)]
        return (*near[:_MOST_CHOICES], (token.form, 0))

    def _doubled(self, form: str) -> _Options:
        """« zooom », « miroo », « zappeir »: with a letter of a row too many, and perhaps two that changed places."""
        less = _once_less(form)
        found = tuple((word, 1) for word in less if word in self._vocabulary and word not in NAMES_TOO)
        return found or tuple(
            (word, 2) for one in less for word, _ in self._typos.near(one) if sorted(word) == sorted(one)
        )

    def _corrected(self, options: Sequence[_Options]) -> Iterator[tuple[int, int, tuple[Ref, ...]]]:
        """Names that the words make when at least one of them is corrected, each with the letters that it took and
        how odd the slips are.
        """
        if not all(options) or all(len(choice) < 2 for choice in options):
            return
        typed = "".join(choice[-1][0] for choice in options)
        for words in combinations(*options):
            distance = sum(slip for _, slip in words)
            key = "".join(word for word, _ in words)
            refs = (self._refs.get(key) or self._singular.get(singular(key))) if distance else None
            if refs:
                yield distance, oddness(typed, key), refs


def _proper(reading: Reading, place: int) -> bool:
    """Whether token `place` is written like a name; what starts a sentence has a capital anyway."""
    tokens = reading.tokens
    return place > 0 and tokens[place - 1].sentence == tokens[place].sentence and reading.capital(tokens[place])


def _once_less(form: str) -> tuple[str, ...]:
    """A word with one letter of a row of the same less."""
    if len(form) < _SHORTEST_ODD:
        return ()
    return tuple(form[:place] + form[place + 1 :] for place in range(1, len(form)) if form[place] == form[place - 1])


def _window(tokens: Sequence[Token], place: int) -> tuple[int, int]:
    """The words around token `place` that no punctuation keeps from it."""
    first = place
    while first > max(0, place - _BEFORE) and not tokens[first].broken:
        first -= 1
    last = place + 1
    while last < min(len(tokens), place + _AFTER) and not tokens[last].broken:
        last += 1
    return first, last


def _beside(found: list[Mention], named: Sequence[Mention]) -> list[Mention]:
    """The longest of `found` that hold no part of a name in `named`, or all of it and more."""
    return [
        mention
        for mention in longest(found)
        if all(
            other.last <= mention.first
            or mention.last <= other.first
            or (mention.first <= other.first and other.last <= mention.last and mention.last - mention.first > 1)
            for other in named
        )
    ]
