"""The index of everything that the catalogue has a name for, and the mentions found with it in a text.

Built once from a `Catalogue`. Looking up costs a few hash look-ups a word, however large the catalogue
is: the key of a name is its folded words glued together, so « g drive », « GDrive » and « g-drive » meet.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from itertools import product as combinations
from typing import TYPE_CHECKING, NamedTuple

from bot.catalog.catalogue import Catalogue
from bot.catalog.fold import Kind, Reading, Token, fold, glued, labels, singular, words
from bot.catalog.need_words import NeedWords
from bot.catalog.ordinary import is_ordinary
from bot.catalog.typos import Typos

if TYPE_CHECKING:
    from bot.catalog.model import Alternative, Product

_MOST_WORDS = 6
_SHORT = 4
"""A name of at most this many letters is only believed when it stands in the text as it is written."""
_SUITE = "cloud-suite"
"""A product for this need is a whole suite: « le traitement de texte de Microsoft » is rather Word."""
_BESIDE = 6
"""How many words may lie between a giant and the piece of its name (« maps, celui de google »)."""
_OF = frozenset({"de", "d", "chez", "by", "from", "of"})
_AND = frozenset({"et", "ou", "and", "or", "puis", "plus", "leur", "leurs", "its"})


class Entry(Enum):
    """What a name can stand for."""

    PRODUCT = "product"
    ALTERNATIVE = "alternative"
    GIANT = "giant"
    HOST = "host"
    NEED = "need"


class Ref(NamedTuple):
    """One entry of the catalogue."""

    entry: Entry
    id: str


class Sure(Enum):
    """How a name was recognised: as written; a word that also is an ordinary one; or misspelt."""

    EXACT = "exact"
    CONTEXT = "context"
    NEAR = "near"


class Mention(NamedTuple):
    """Tokens `first` to `last` (not included) name one of `refs`; more than one: the name is ambiguous."""

    refs: tuple[Ref, ...]
    first: int
    last: int
    sure: Sure = Sure.EXACT

    @property
    def ref(self) -> Ref:
        return self.refs[0]

    def is_a(self, *entries: Entry) -> bool:
        """Whether what is named is one of these kinds of entry."""
        return self.refs[0].entry in entries


_ORDER = (Entry.PRODUCT, Entry.ALTERNATIVE, Entry.GIANT, Entry.HOST)


class Names:
    """Every name of a catalogue, ready to be recognised."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.needs = NeedWords(catalogue.needs.values())
        self._refs: dict[str, tuple[Ref, ...]] = {}
        self._singular: dict[str, tuple[Ref, ...]] = {}
        self._in_context: set[str] = set()
        self._written: set[tuple[str, ...]] = set()
        self._giants: dict[str, str] = {}
        self._vocabulary: set[str] = set()
        self._collect()
        self._typos = Typos(self._vocabulary)
        self._owned: dict[tuple[str, str], list[str]] = defaultdict(list)
        for entry in catalogue.products.values():
            if isinstance(entry.owner, str):
                for need in entry.needs:
                    self._owned[entry.owner, need].append(entry.id)
        self._rank_owned()

    # ── building ─────────────────────────────────────────────────────────────────────────────

    def _collect(self) -> None:
        found: dict[str, dict[Ref, None]] = defaultdict(dict)
        for name, ref, misspelt in self._all_names():
            forms = words(name)
            key = "".join(forms)
            if not key or key.isdigit():
                continue
            found[key][ref] = None
            self._written.add(forms)
            self._vocabulary.update((key,) if misspelt else (*forms, key))
            if len(key) < _SHORT or (len(forms) == 1 and is_ordinary(key)):
                self._in_context.add(key)
            if ref.entry is Entry.GIANT:
                self._giants[key] = ref.id
        for entry in (*self.catalogue.products.values(), *self.catalogue.alternatives.values()):
            self._in_context.update("".join(words(name)) for name in entry.needs_context)
        self._add_services(found)
        self._refs = {key: self._chosen(refs) for key, refs in found.items()}
        for forms in self._written:
            for key in ("".join(map(singular, forms)), singular("".join(forms))):
                if len(key) >= _SHORT:
                    self._singular.setdefault(key, self._refs["".join(forms)])

    def _all_names(self) -> Iterator[tuple[str, Ref, bool]]:
        """Each name, what it names, and whether it is a misspelling."""
        entries: dict[Entry, Iterable[Product | Alternative]] = {
            Entry.PRODUCT: self.catalogue.products.values(),
            Entry.ALTERNATIVE: self.catalogue.alternatives.values(),
        }
        for kind, named in entries.items():
            for entry in named:
                for name in entry.spoken():
                    yield name, Ref(kind, entry.id), name in entry.aliases.misspelt
        for giant in self.catalogue.giants.values():
            for name in (giant.name, *giant.words):
                yield name, Ref(Entry.GIANT, giant.id), False
        for host in self.catalogue.hosts.values():
            if host.kind != "self":
                yield host.name, Ref(Entry.HOST, host.id), False

    def _add_services(self, found: dict[str, dict[Ref, None]]) -> None:
        """A host’s own name for an alternative (Framapad) names the alternative, unless it is known already."""
        services: dict[str, dict[Ref, None]] = defaultdict(dict)
        for alternative in self.catalogue.alternatives.values():
            for offer in alternative.offers:
                if offer.service:
                    whole = alternative.part_of or alternative.id
                    services["".join(words(offer.service))][Ref(Entry.ALTERNATIVE, whole)] = None
        for key, refs in services.items():
            if key not in found:
                found[key][next(iter(refs))] = None
                self._vocabulary.add(key)

    def _chosen(self, refs: Iterable[Ref]) -> tuple[Ref, ...]:
        """What a name stands for when several entries declare it: a product before what could replace it."""
        given = tuple(refs)
        for entry in _ORDER:
            same = tuple(ref for ref in given if ref.entry is entry)
            if same:
                return same
        return given

    def _rank_owned(self) -> None:
        for (owner, need), products in self._owned.items():
            giant = self.catalogue.giants.get(owner)
            asks = {product: place for place, product in enumerate(giant.asks if giant else ())}
            products.sort(key=lambda product: self._fitness(product, need, asks))

    def _fitness(self, product: str, need: str, asks: Mapping[str, int]) -> tuple[bool, bool, int]:
        """Sorts first what is made for the need, then what is not a whole suite, then what people ask about most."""
        needs = self.catalogue.products[product].needs
        return needs[0] != need, need != _SUITE and _SUITE in needs, asks.get(product, len(asks))

    # ── looking up ───────────────────────────────────────────────────────────────────────────

    def named(self, name: str) -> tuple[Ref, ...]:
        """What `name` on its own stands for, exactly; needs are not names."""
        key = "".join(words(name))
        return self._refs.get(key) or self._singular.get(singular(key), ())

    def owned(self, giant: str, need: str) -> tuple[str, ...]:
        """The products of `giant` for `need`, the most likely first."""
        return tuple(self._owned.get((giant, need), ()))

    def mentions(self, reading: Reading) -> list[Mention]:
        """Every exact name in a text, none overlapping another, the longest first served; in text order.

        Names in two pieces beside their giant count (« le drive de chez Google »). Needs are apart, see `needs`.
        """
        tokens = reading.tokens
        found = [mention for place in range(len(tokens)) for mention in self._at(tokens, place)]
        kept = _longest(found)
        kept = [mention for mention in kept if not self._owner_beside(tokens, mention, kept)]
        for giant in [mention for mention in kept if mention.is_a(Entry.GIANT)] + [
            mention for mention in found if mention.is_a(Entry.GIANT) and mention not in kept
        ]:
            pieces = list(self._pieces(tokens, giant, kept))
            if pieces:
                covered = {place for piece in pieces for place in range(piece.first, piece.last)}
                kept = [one for one in kept if one != giant and covered.isdisjoint(range(one.first, one.last))] + pieces
        return sorted(kept, key=lambda mention: mention.first)

    def _owner_beside(self, tokens: Sequence[Token], giant: Mention, named: Sequence[Mention]) -> bool:
        """Whether `giant` only says whose the product next to it is: « microsoft tims », « gmail de google »."""
        if not giant.is_a(Entry.GIANT):
            return False
        for other in named:
            if not other.is_a(Entry.PRODUCT):
                continue
            between = tokens[other.last : giant.first] or tokens[giant.last : other.first]
            owned = any(self.catalogue.products[ref.id].owner == giant.ref.id for ref in other.refs)
            if owned and len(between) < 3 and all(token.form in _OF for token in between):
                return True
        return False

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
            if refs and (last == first + 1 or len(key) > _SHORT or self._as_written(tokens[first:last])):
                yield Mention(refs, first, last, self._sureness(key))
        if first + 1 < len(tokens) and not tokens[first + 1].broken and tokens[first + 1].form in self._giants:
            refs = self._refs.get(tokens[first + 1].form + tokens[first].form, ())
            if refs and refs[0].entry is Entry.PRODUCT:
                yield Mention(refs, first, first + 2)

    def _address(self, token: Token, place: int) -> Iterator[Mention]:
        for label in (glued(token.form), *labels(token.form)):
            refs = self._refs.get(label)
            if refs:
                yield Mention(refs, place, place + 1)
                return

    def _as_written(self, tokens: Sequence[Token]) -> bool:
        return tuple(token.form for token in tokens) in self._written

    def _sureness(self, key: str) -> Sure:
        if key in self._in_context or (key not in self._refs and singular(key) in self._in_context):
            return Sure.CONTEXT
        return Sure.EXACT

    def _pieces(self, tokens: Sequence[Token], giant: Mention, named: Sequence[Mention]) -> Iterator[Mention]:
        """Products whose name is the giant’s and another word near it: « maps, celui de google »,
        « Google Drive et Agenda ». Words within a longer name are left alone.
        """
        brand = "".join(token.form for token in tokens[giant.first : giant.last])
        sentence = tokens[giant.first].sentence
        apart = {place for one in named if one.last - one.first > 1 for place in range(one.first, one.last)}
        for place in range(max(0, giant.first - _BESIDE), min(len(tokens), giant.last + _BESIDE)):
            token = tokens[place]
            if token.sentence != sentence or place in apart or giant.first <= place < giant.last:
                continue
            if place >= giant.last and tokens[place - 1].form not in _AND and not token.broken:
                continue
            refs = self._refs.get(brand + token.form) or self._singular.get(brand + token.single)
            if refs and len(token.form) >= _SHORT and refs[0].entry is Entry.PRODUCT:
                yield Mention(refs, place, place + 1)

    # ── misspelt ─────────────────────────────────────────────────────────────────────────────

    def near(self, reading: Reading, first: int, last: int) -> Mention | None:
        """The misspelt name in tokens `first` to `last`, or None; equally near entries are all in its `refs`."""
        tokens = reading.tokens
        options = [self._options(token) for token in tokens[first:last]]
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

    def _options(self, token: Token) -> tuple[tuple[str, int], ...]:
        if token.kind is not Kind.WORD:
            return ()
        if token.form in self._vocabulary or is_ordinary(token.form):
            return ((token.form, 0),)
        return (*self._typos.near(token.form)[:4], (token.form, 0))

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


def _longest(found: list[Mention]) -> list[Mention]:
    """Those of `found` that no better one overlaps."""
    taken: set[int] = set()
    kept: list[Mention] = []
    for mention in sorted(found, key=_merit):
        places = range(mention.first, mention.last)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(mention)
    return kept


def _merit(mention: Mention) -> tuple[int, int, int]:
    """Longer names before shorter ones, products before the rest, then text order."""
    return (mention.first - mention.last, _ORDER.index(mention.ref.entry), mention.first)
