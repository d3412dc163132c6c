"""The index of everything that the catalogue has a name for, and the mentions found with it in a text.

Built once from a `Catalogue`. Looking up costs a few hash look-ups a word, however large the catalogue
is: the key of a name is its folded words glued together, so « g drive », « GDrive » and « g-drive » meet.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product as combinations

from bot.catalog.catalogue import Catalogue
from bot.catalog.fold import Kind, Reading, Token, fold, glued, labels, singular, words
from bot.catalog.index import SHORT, Index
from bot.catalog.mention import Entry, Mention, Ref, Sure
from bot.catalog.need_words import NeedWords
from bot.catalog.ordinary import LITTLE, is_ordinary
from bot.catalog.pieces import Pieces
from bot.catalog.slips import slipped
from bot.catalog.sounds import Sounds
from bot.catalog.typos import Typos

__all__ = ["Entry", "Mention", "Names", "Ref", "Sure"]

_MOST_WORDS = 6
_MOST_HEARD = 3
_ASKING = frozenset({"what", "which", "quel", "quelle", "the", "our", "my", "mon", "notre", "un", "une"})
"""« what app » is a question, not a name."""
_LONG = 7
"""A name may be made of little words (« one note ») from this many letters on."""
_NOT_TO_LEAVE = frozenset({"gone", "keep"})
_SUITE = "cloud-suite"
"""A product for this need is a whole suite: « le traitement de texte de Microsoft » is rather Word."""


class Names:
    """Every name of a catalogue, ready to be recognised.

    `before` holds the names of a catalogue of which this one is a revision: what has not changed is taken over,
    which is ten times faster (measured with 541 products); the result is the same.
    """

    def __init__(self, catalogue: Catalogue, before: "Names | None" = None) -> None:
        self.catalogue = catalogue
        same_needs = before is not None and before.catalogue.needs is catalogue.needs
        self.needs: NeedWords = before.needs if before and same_needs else NeedWords(catalogue.needs.values())
        self._typos: Typos
        self._sounds: Sounds
        self._index: Index = Index(catalogue, before._index if before else None)
        self._refs, self._singular, self._in_context, self._written, self._giants, self._vocabulary = self._index.tables
        self._in_context_single = {singular(key) for key in self._in_context}
        self._pieces = Pieces(catalogue, self._look_up)
        if before is not None and before._index.tables is self._index.tables:
            self._typos, self._sounds = before._typos, before._sounds
        else:
            self._typos = before._typos.revised(self._vocabulary) if before else Typos(self._vocabulary)
            self._sounds = Sounds(self._refs, before._sounds if before else None)
        self._owned: dict[tuple[str, str], list[str]] = defaultdict(list)
        for entry in catalogue.products.values():
            if isinstance(entry.owner, str):
                for need in entry.needs:
                    self._owned[entry.owner, need].append(entry.id)
        self._rank_owned()

    # ── building ─────────────────────────────────────────────────────────────────────────────

    def _rank_owned(self) -> None:
        for (owner, need), products in self._owned.items():
            giant = self.catalogue.giants.get(owner)
            asks = {product: place for place, product in enumerate(giant.asks if giant else ())}
            products.sort(key=lambda product: self._fitness(product, need, asks))

    def _fitness(self, product: str, need: str, asks: Mapping[str, int]) -> tuple[bool, bool, bool, int]:
        """Sorts first what can still be left, then what is made for the need, then what is not a whole suite, then
        what people ask about most.
        """
        entry = self.catalogue.products[product]
        needs = entry.needs
        return (
            entry.answer.value in _NOT_TO_LEAVE,
            needs[0] != need,
            need != _SUITE and _SUITE in needs,
            asks.get(product, len(asks)),
        )

    # ── looking up ───────────────────────────────────────────────────────────────────────────

    def named(self, name: str) -> tuple[Ref, ...]:
        """What `name` on its own stands for, exactly; needs are not names."""
        key = "".join(words(name))
        return self._refs.get(key) or self._singular.get(singular(key), ())

    def _look_up(self, key: str) -> tuple[Ref, ...]:
        return self._refs.get(key) or self._singular.get(key, ())

    def owned(self, giant: str, need: str) -> tuple[str, ...]:
        """The products of `giant` for `need`, the most likely first."""
        return tuple(self._owned.get((giant, need), ()))

    def mentions(self, reading: Reading) -> list[Mention]:
        """Every exact name in a text, none overlapping another, the longest first served; in text order.

        Names in two pieces beside their giant count (« le drive de chez Google »). Needs are apart, see `needs`.
        """
        tokens = reading.tokens
        found = [mention for place in range(len(tokens)) for mention in self._at(tokens, place)]
        kept = self._pieces.together(tokens, found)
        return sorted(kept, key=lambda mention: mention.first)

    def _at(self, tokens: Sequence[Token], first: int) -> Iterator[Mention]:
        """The names that start with token `first`."""
        token = tokens[first]
        if token.kind is not Kind.WORD:
            if token.kind is not Kind.FILE:
                yield from self._address(token, first)
            return
        key, single, last = "", "", first
        for token in tokens[first : first + _MOST_WORDS]:
            if token.kind is not Kind.WORD or (last > first and token.broken):
                break
            last += 1
            single += token.single
            refs = self._refs.get(key + token.form) or self._singular.get(single)
            key += token.form
            if refs and _that_one(tokens, first, last):
                continue
            if refs and (last == first + 1 or self._may_be_glued(key, tokens[first:last])):
                yield Mention(refs, first, last, self._sureness(key))
        if owned := self._owned_by(tokens, first):
            yield owned
        if first + 1 < len(tokens) and not tokens[first + 1].broken and tokens[first + 1].form in self._giants:
            refs = self._refs.get(tokens[first + 1].form + tokens[first].form, ())
            if refs and refs[0].entry is Entry.PRODUCT:
                yield Mention(refs, first, first + 2)

    def _owned_by(self, tokens: Sequence[Token], brand: int) -> Mention | None:
        """« Google’s docs », "Facebook’s chat": what is said to be a brand’s."""
        if brand + 2 >= len(tokens) or tokens[brand + 1].form != "s" or tokens[brand + 2].broken:
            return None
        refs = self._look_up(tokens[brand].form + tokens[brand + 2].form)
        return Mention(refs, brand, brand + 3) if refs and refs[0].entry is Entry.PRODUCT else None

    def _address(self, token: Token, place: int) -> Iterator[Mention]:
        for label in (glued(token.form), *labels(token.form)):
            refs = self._refs.get(label)
            if refs:
                yield Mention(refs, place, place + 1)
                return

    def _may_be_glued(self, key: str, tokens: Sequence[Token]) -> bool:
        """Whether words may be one name: « one note » may; « link in the mail » is not « linkin »."""
        if tuple(token.form for token in tokens) in self._written:
            return True
        if len(tokens) == 2 and tokens[0].form in _ASKING:
            return False
        little = any(len(token.form) > 1 and token.form in LITTLE for token in (tokens[0], tokens[-1]))
        return len(key) > SHORT and (len(key) >= _LONG or not little)

    def _sureness(self, key: str) -> Sure:
        if key in self._in_context or (key not in self._refs and singular(key) in self._in_context_single):
            return Sure.CONTEXT
        return Sure.EXACT

    # ── misspelt ─────────────────────────────────────────────────────────────────────────────

    def near(self, reading: Reading, first: int, last: int) -> Mention | None:
        """The misspelt name in tokens `first` to `last`, or None; equally near entries are all in its `refs`.

        What no slip of the finger explains is tried by ear.
        """
        return self._misspelt(reading, first, last) or self.heard(reading, first, last)

    def heard(self, reading: Reading, first: int, last: int) -> Mention | None:
        """« fessbouk », « oui transfère »: the most words that sound like one name, the earliest first."""
        tokens = reading.tokens
        for size in range(min(_MOST_HEARD, last - first), 0, -1):
            for start in range(first, last - size + 1):
                heard = tokens[start : start + size]
                if any(token.kind is not Kind.WORD for token in heard) or any(token.broken for token in heard[1:]):
                    continue
                refs = self._sounds.alike([token.form for token in heard], reading.capital(heard[0]))
                if refs:
                    return Mention(refs, start, start + size, Sure.NEAR)
        return None

    def _misspelt(self, reading: Reading, first: int, last: int) -> Mention | None:
        tokens = reading.tokens
        options = [self._options(token, reading.capital(token)) for token in tokens[first:last]]
        best: tuple[tuple[int, int, int], dict[Ref, None], int, int] | None = None
        for start in range(len(options)):
            for stop in range(start + 1, min(len(options), start + 4) + 1):
                if any(token.broken for token in tokens[first + start + 1 : first + stop]):
                    break
                for distance, refs in self._corrected(options[start:stop]):
                    merit = (start - stop, distance, start)
                    if best is None or merit < best[0]:
                        best = (merit, dict.fromkeys(refs), first + start, first + stop)
                    elif merit == best[0]:
                        best[1].update(dict.fromkeys(refs))
        return Mention(tuple(best[1]), best[2], best[3], Sure.NEAR) if best else None

    def _options(self, token: Token, proper: bool) -> tuple[tuple[str, int], ...]:
        if token.kind is not Kind.WORD:
            return ()
        if token.form in self._vocabulary or is_ordinary(token.form):
            return ((token.form, 0),)
        near = [
            (word, slips) for word, slips in self._typos.near(token.form) if slipped(token.form, word, slips, proper)
        ]
        return (*near[:4], (token.form, 0))

    def _corrected(self, options: Sequence[tuple[tuple[str, int], ...]]) -> Iterator[tuple[int, tuple[Ref, ...]]]:
        """Names that the words make when at least one of them is corrected, each with the letters it took."""
        if all(len(choice) < 2 for choice in options):
            return
        for words_ in combinations(*options):
            distance = sum(slip for _, slip in words_)
            key = "".join(word for word, _ in words_)
            refs = (self._refs.get(key) or self._singular.get(singular(key))) if distance else None
            if refs:
                yield distance, refs

    def giant_of(self, word: str) -> str | None:
        """The id of the giant that a word names, or None."""
        return self._giants.get(fold(word))


def _that_one(tokens: Sequence[Token], first: int, last: int) -> bool:
    """« slides, the google one »: a word that points back, and no part of a name."""
    if last - first < 2 or not first or tokens[last - 1].form not in {"one", "ones"}:
        return False
    ends = last == len(tokens) or tokens[last].broken or tokens[last].form in LITTLE
    return ends and tokens[first - 1].form in {"the", "that", "this"}
