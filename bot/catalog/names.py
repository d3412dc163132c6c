"""The index of everything that the catalogue has a name for, and the mentions found with it in a text.

Built once from a `Catalogue`. Looking up costs a few hash look-ups a word, however large the catalogue
is: the key of a name is its folded words glued together, so « g drive », « GDrive » and « g-drive » meet.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from bot.catalog.catalogue import Catalogue
from bot.catalog.fold import Kind, Reading, Token, fold, glued, labels, singular, words
from bot.catalog.index import SHORT, Index
from bot.catalog.mention import Entry, Mention, Ref, Sure
from bot.catalog.misspelt import Misspelt
from bot.catalog.need_words import NeedWords
from bot.catalog.ordinary import LITTLE, is_ordinary
from bot.catalog.pieces import Pieces

__all__ = ["Entry", "Mention", "Names", "Ref", "Sure"]

_MOST_WORDS = 6
_MOST_OWNED = 3
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
        self._index: Index = Index(catalogue, before._index if before else None)
        self._refs, self._singular, self._in_context, self._written, self._giants, _ = self._index.tables
        self._in_context_single = {singular(key) for key in self._in_context}
        self._pieces = Pieces(catalogue, self._look_up, self.needs)
        if before is not None and before._index.tables is self._index.tables:
            self._misspelt: Misspelt = before._misspelt
        else:
            self._misspelt = Misspelt(self._index.tables, before._misspelt if before else None)
        self._owned: dict[tuple[str, str], list[str]] = defaultdict(list)
        for entry in catalogue.products.values():
            if isinstance(entry.owner, str):
                for need in entry.needs:
                    self._owned[entry.owner, need].append(entry.id)
            else:
                for need in entry.needs:
                    self._owned[fold(entry.owner.name), need].append(entry.id)
        self.makers = frozenset(o for o, _ in self._owned if o.isalpha() and o not in self._refs and not is_ordinary(o))
        """The owners that are not named as a product or giant is: « Cisco »."""
        self._rank_owned()

    # ── building ─────────────────────────────────────────────────────────────────────────────

    def _rank_owned(self) -> None:
        for (owner, need), products in self._owned.items():
            giant = self.catalogue.giants.get(owner)
            asks = {product: place for place, product in enumerate(giant.asks if giant else ())}
            fitness = {product: self._fitness(product, need, asks, products) for product in products}
            products.sort(key=fitness.__getitem__)

    def _fitness(
        self, product: str, need: str, asks: Mapping[str, int], owned: Sequence[str]
    ) -> tuple[bool, bool, bool, int, bool, int]:
        """Sorts first what can still be left, then what is made for the need, then what is not a whole suite, then
        what people ask about most, then what is not a use of another product (« YouTube intégré à un site »), then
        what has most names: what is spoken of most.
        """
        entry = self.catalogue.products[product]
        needs = entry.needs
        return (
            entry.answer.value in _NOT_TO_LEAVE,
            needs[0] != need,
            need != _SUITE and _SUITE in needs,
            asks.get(product, len(asks)),
            any(entry.name.startswith(f"{self.catalogue.products[other].name} ") for other in owned),
            -sum(1 for _ in entry.spoken()),
        )

    # ── looking up ───────────────────────────────────────────────────────────────────────────

    def named(self, name: str) -> tuple[Ref, ...]:
        """What `name` on its own stands for, exactly; needs are not names."""
        key = "".join(words(name))
        return self._refs.get(key) or self._singular.get(singular(key), ())

    def needs_of(self, ref: Ref) -> tuple[str, ...]:
        """What the product or alternative `ref` is for."""
        if ref.entry is Entry.PRODUCT:
            return tuple(self.catalogue.products[ref.id].needs)
        return tuple(self.catalogue.alternatives[ref.id].needs)

    def _look_up(self, key: str) -> tuple[Ref, ...]:
        return self._refs.get(key) or self._singular.get(key, ())

    def owned(self, giant: str, need: str) -> tuple[str, ...]:
        """The products of `giant`, or of one of `makers`, for `need`, the most likely first."""
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
        """« Google’s docs », "Facebook’s chat", "Amazon’s smart speaker": what is said to be a brand’s."""
        if brand + 2 >= len(tokens) or tokens[brand + 1].form != "s":
            return None
        longest, key, single = None, tokens[brand].form, tokens[brand].form
        for last in range(brand + 2, min(len(tokens), brand + 2 + _MOST_OWNED)):
            if tokens[last].broken or tokens[last].kind is not Kind.WORD:
                break
            key, single = key + tokens[last].form, single + tokens[last].single
            refs = self._look_up(key) or self._look_up(single)
            if refs and refs[0].entry is Entry.PRODUCT:
                longest = Mention(refs, brand, last + 1)
        return longest

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
        return self._misspelt.near(reading, first, last)

    def heard(self, reading: Reading, first: int, last: int) -> Mention | None:
        """« fessbouk », « oui transfère »: the most words that sound like one name, the earliest first."""
        return self._misspelt.heard(reading, first, last)

    def slips(self, reading: Reading, named: Sequence[Mention], spoken: Collection[int]) -> list[Mention]:
        """The names with a slip of the finger anywhere in a text, beside the exact ones `named`; the tokens `spoken`
        are words of asking, and no names.
        """
        return self._misspelt.slips(reading, named, spoken)

    def together(self, reading: Reading, found: list[Mention]) -> list[Mention]:
        """`found` where the pieces of a name whose brand was misspelt are one mention: « my maps de googel »."""
        return sorted(self._pieces.together(reading.tokens, found), key=lambda mention: mention.first)

    def by_ear(self, reading: Reading, named: Sequence[Mention], spoken: Collection[int]) -> list[Mention]:
        """The same for names that are spelt as they sound: too coarse for a text that asks for no tool."""
        return self._misspelt.by_ear(reading, named, spoken)

    def giant_of(self, word: str) -> str | None:
        """The id of the giant that a word names, or None."""
        return self._giants.get(fold(word))


def _that_one(tokens: Sequence[Token], first: int, last: int) -> bool:
    """« slides, the google one »: a word that points back, and no part of a name."""
    if last - first < 2 or not first or tokens[last - 1].form not in {"one", "ones"}:
        return False
    ends = last == len(tokens) or tokens[last].broken or tokens[last].form in LITTLE
    return ends and tokens[first - 1].form in {"the", "that", "this"}
