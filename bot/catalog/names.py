"""The index of everything that the catalogue has a name for, and the mentions found with it in a text.

Built once from a `Catalogue`. Looking up costs a few hash look-ups a word, however large the catalogue
is: the key of a name is its folded words glued together, so « g drive », « GDrive » and « g-drive » meet.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product as combinations
from typing import TYPE_CHECKING, NamedTuple

from bot.catalog.catalogue import Catalogue
from bot.catalog.fold import Kind, Reading, Token, fold, glued, labels, singular, words
from bot.catalog.mention import ORDER, Entry, Mention, Ref, Sure
from bot.catalog.need_words import NeedWords
from bot.catalog.ordinary import LITTLE, is_ordinary
from bot.catalog.pieces import Pieces
from bot.catalog.typos import Typos

if TYPE_CHECKING:
    from bot.catalog.model import Alternative, Product

__all__ = ["Entry", "Mention", "Names", "Ref", "Sure"]

_MOST_WORDS = 6
_SHORT = 4
"""A name of at most this many letters is only believed when it stands in the text as it is written."""
_LONG = 7
"""A name may be made of little words (« one note ») from this many letters on."""
_SUITE = "cloud-suite"
"""A product for this need is a whole suite: « le traitement de texte de Microsoft » is rather Word."""


class _Read(NamedTuple):
    """A name of the catalogue as it is compared: its folded words, the key that they make ("" where they make
    none), the keys of its singulars, and whether it is only believed in context.
    """

    forms: tuple[str, ...]
    key: str
    singulars: tuple[str, ...]
    careful: bool


def _read(forms: tuple[str, ...]) -> _Read:
    key = "".join(forms)
    if key.isdigit():
        return _Read(forms, "", (), careful=False)
    singulars = ("".join(map(singular, forms)), singular(key))
    careful = len(key) < _SHORT or (len(forms) == 1 and is_ordinary(key))
    return _Read(forms, key, tuple(one for one in singulars if len(one) >= _SHORT), careful)


class Names:
    """Every name of a catalogue, ready to be recognised.

    `before` holds the names of a catalogue of which this one is a revision: what has not changed is taken over,
    which is ten times faster (measured with 541 products); the result is the same.
    """

    def __init__(self, catalogue: Catalogue, before: "Names | None" = None) -> None:
        self.catalogue = catalogue
        same_needs = before is not None and before.catalogue.needs is catalogue.needs
        self.needs: NeedWords = before.needs if before and same_needs else NeedWords(catalogue.needs.values())
        self._read: dict[str | tuple[str, ...], _Read] = before._read if before else {}
        self._refs: dict[str, tuple[Ref, ...]] = {}
        self._singular: dict[str, tuple[Ref, ...]] = {}
        self._in_context: set[str] = set()
        self._written: dict[tuple[str, ...], None] = {}
        self._giants: dict[str, str] = {}
        self._vocabulary: set[str] = set()
        self._collect()
        self._pieces = Pieces(catalogue, self._look_up)
        self._typos: Typos = before._typos.revised(self._vocabulary) if before else Typos(self._vocabulary)
        self._owned: dict[tuple[str, str], list[str]] = defaultdict(list)
        for entry in catalogue.products.values():
            if isinstance(entry.owner, str):
                for need in entry.needs:
                    self._owned[entry.owner, need].append(entry.id)
        self._rank_owned()

    # ── building ─────────────────────────────────────────────────────────────────────────────

    def _collect(self) -> None:
        found: dict[str, dict[Ref, None]] = {}
        for name, ref, misspelt in self._all_names():
            read = self._read_of(name)
            key = read.key
            if not key:
                continue
            found.setdefault(key, {})[ref] = None
            self._written[read.forms] = None
            self._vocabulary.add(key)
            if not misspelt:
                self._vocabulary.update(read.forms)
            if read.careful:
                self._in_context.add(key)
            if ref.entry is Entry.GIANT:
                self._giants[key] = ref.id
        for entry in (*self.catalogue.products.values(), *self.catalogue.alternatives.values()):
            self._in_context.update("".join(self._read_of(name).forms) for name in entry.needs_context)
        self._add_services(found)
        self._refs = {key: tuple(refs) if len(refs) == 1 else self._chosen(refs) for key, refs in found.items()}
        for forms in self._written:
            read = self._read[forms]
            for singular_key in read.singulars:
                self._singular.setdefault(singular_key, self._refs[read.key])

    def _read_of(self, name: str) -> "_Read":
        """`name`, a name of the catalogue, as it is compared; worked out once, for all revisions."""
        read = self._read.get(name)
        if read is None:
            read = self._read[name] = _read(words(name))
            self._read[read.forms] = read
        return read

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
                    services["".join(self._read_of(offer.service).forms)][Ref(Entry.ALTERNATIVE, whole)] = None
        for key, refs in services.items():
            if key not in found:
                found[key] = {next(iter(refs)): None}
                self._vocabulary.add(key)

    def _chosen(self, refs: Iterable[Ref]) -> tuple[Ref, ...]:
        """What a name stands for when several entries declare it: a product before what could replace it."""
        given = tuple(refs)
        for entry in ORDER:
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
            if refs and (last == first + 1 or self._may_be_glued(key, tokens[first:last])):
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

    def _may_be_glued(self, key: str, tokens: Sequence[Token]) -> bool:
        """Whether words may be one name: « one note » may; « link in the mail » is not « linkin »."""
        if tuple(token.form for token in tokens) in self._written:
            return True
        little = any(len(token.form) > 1 and token.form in LITTLE for token in (tokens[0], tokens[-1]))
        return len(key) > _SHORT and (len(key) >= _LONG or not little)

    def _sureness(self, key: str) -> Sure:
        if key in self._in_context or (key not in self._refs and singular(key) in self._in_context):
            return Sure.CONTEXT
        return Sure.EXACT

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
