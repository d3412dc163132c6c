"""What each name of the catalogue stands for, gathered entry by entry so that a revision costs little.

What one entry brings (its keys, its words) is worked out once and taken over for as long as the entry stays;
putting the parts together is left to dictionaries and sets.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from bot.catalog.catalogue import Catalogue
from bot.catalog.fold import singular, words
from bot.catalog.mention import ORDER, Entry, Ref
from bot.catalog.model import Alternative, Giant, Host, Product
from bot.catalog.ordinary import is_ordinary

SHORT = 4
"""A name of at most this many letters is only believed when it stands in the text as it is written."""

_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+")
"""An address, which is not misspelt as a word is."""
_LONG_DOMAIN = 8
"""But for its ending, « mondya.com » is: from so many letters on it is told from a word."""
_Named = Product | Alternative | Giant | Host


class _Part(NamedTuple):
    """What one entry brings.

    `alone` is what a key stands for that nothing else has. `keys` are those of its names, `written` the names word
    by word, `vocabulary` its words; `in_context` the keys that are only believed in context; `singulars` lead to
    the keys; `services` are the keys of what hosts call it, each with the alternative that is meant.
    """

    ref: Ref
    alone: tuple[Ref, ...]
    keys: tuple[str, ...]
    written: Mapping[tuple[str, ...], None]
    vocabulary: frozenset[str]
    in_context: frozenset[str]
    singulars: Mapping[str, str]
    services: tuple[tuple[str, Ref], ...]


class Tables(NamedTuple):
    """What is looked up: what each key and each singular stands for, what is only believed in context, the names
    word by word, the giants by their keys, and every word that may be meant by a misspelt one.
    """

    refs: Mapping[str, tuple[Ref, ...]]
    singular: Mapping[str, tuple[Ref, ...]]
    in_context: Set[str]
    written: Mapping[tuple[str, ...], None]
    giants: Mapping[str, str]
    vocabulary: Set[str]


class Index:
    """The names of `catalogue`; `before` is the index of a catalogue of which this one is a revision.

    Where the names are the same, so are the `tables`, the very object.
    """

    def __init__(self, catalogue: Catalogue, before: "Index | None" = None) -> None:
        known = before._parts if before else {}
        self._parts: dict[Ref, tuple[_Named, _Part]] = {}
        for ref, entry in _entries(catalogue):
            held = known.get(ref)
            self._parts[ref] = held if held is not None and held[0] is entry else (entry, _part(ref, entry))
        same = before is not None and _same(self._parts, known)
        self.tables: Tables = before.tables if before and same else _tables([part for _, part in self._parts.values()])


def _tables(parts: Sequence[_Part]) -> Tables:
    refs = _refs(parts)
    vocabulary: set[str] = set().union(*(part.vocabulary for part in parts))
    for key, ref in _services(parts).items():
        # A host’s own name for an alternative (Framapad) names the alternative, unless it is known already.
        if key not in refs:
            refs[key] = (ref,)
            vocabulary.add(key)
    written: dict[tuple[str, ...], None] = {}
    for part in parts:
        written.update(part.written)
    leads: dict[str, str] = {}
    for part in reversed(parts):
        # The first entry of the catalogue has the last word.
        leads.update(part.singulars)
    return Tables(
        refs,
        {key: refs[to] for key, to in leads.items()},
        set().union(*(part.in_context for part in parts)),
        written,
        {key: part.ref.id for part in parts if part.ref.entry is Entry.GIANT for key in part.keys},
        vocabulary,
    )


def _services(parts: Sequence[_Part]) -> Mapping[str, Ref]:
    services: dict[str, Ref] = {}
    for part in parts:
        for key, ref in part.services:
            services.setdefault(key, ref)
    return services


def _entries(catalogue: Catalogue) -> Iterator[tuple[Ref, _Named]]:
    for product in catalogue.products.values():
        yield Ref(Entry.PRODUCT, product.id), product
    for alternative in catalogue.alternatives.values():
        yield Ref(Entry.ALTERNATIVE, alternative.id), alternative
    for giant in catalogue.giants.values():
        yield Ref(Entry.GIANT, giant.id), giant
    for host in catalogue.hosts.values():
        if host.kind != "self":
            yield Ref(Entry.HOST, host.id), host


def _same(parts: Mapping[Ref, tuple[_Named, _Part]], known: Mapping[Ref, tuple[_Named, _Part]]) -> bool:
    """Whether the same entries bring the same names, in the same order."""
    return list(parts) == list(known) and all(
        part is known[ref][1] or part == known[ref][1] for ref, (_, part) in parts.items()
    )


def _part(ref: Ref, entry: _Named) -> _Part:
    keys: dict[str, None] = {}
    written: dict[tuple[str, ...], None] = {}
    vocabulary: set[str] = set()
    in_context: set[str] = set()
    singulars: dict[str, str] = {}
    for name, misspelt in _names(entry):
        forms = words(name)
        key = "".join(forms)
        if not key or key.isdigit():
            continue
        keys[key] = written[forms] = None
        vocabulary.update(_spelt(entry, name, misspelt, forms))
        if len(key) < SHORT or (len(forms) == 1 and is_ordinary(key)):
            in_context.add(key)
        for one in ("".join(map(singular, forms)), singular(key)):
            if len(one) >= SHORT:
                singulars.setdefault(one, key)
    services: list[tuple[str, Ref]] = []
    if isinstance(entry, Product | Alternative):
        in_context.update("".join(words(name)) for name in entry.needs_context)
    if isinstance(entry, Alternative):
        whole = Ref(Entry.ALTERNATIVE, entry.part_of or entry.id)
        services = [("".join(words(offer.service)), whole) for offer in entry.offers if offer.service]
    return _Part(
        ref, (ref,), tuple(keys), written, frozenset(vocabulary), frozenset(in_context), singulars, tuple(services)
    )


def _spelt(entry: _Named, name: str, misspelt: bool, forms: tuple[str, ...]) -> tuple[str, ...]:
    """The words that a misspelt one may be meant for: « googel » is Google and not goo.gl, which is an address."""
    key = "".join(forms)
    if _DOMAIN.fullmatch(name):
        return (key,) if len(key) >= _LONG_DOMAIN else ()
    if misspelt:
        # A slip in a misspelling: for an alternative, it would be too far from its name.
        return () if isinstance(entry, Alternative) else (key,)
    return (*forms, key)


def _names(entry: _Named) -> Iterator[tuple[str, bool]]:
    """Each name of an entry, and whether it is a misspelling."""
    if isinstance(entry, Product | Alternative):
        for name in entry.spoken():
            yield name, name in entry.aliases.misspelt
    elif isinstance(entry, Giant):
        for name in (entry.name, *entry.words):
            yield name, False
    else:
        yield entry.name, False


def _refs(parts: Sequence[_Part]) -> dict[str, tuple[Ref, ...]]:
    """What each key stands for: where several entries declare it, a product before what could replace it."""
    refs: dict[str, tuple[Ref, ...]] = {}
    shared: set[str] = set()
    for part in parts:
        for key in part.keys:
            held = refs.setdefault(key, part.alone)
            if held is not part.alone:
                refs[key] = (*held, part.ref)
                shared.add(key)
    for key in shared:
        refs[key] = next(same for kind in ORDER if (same := tuple(ref for ref in refs[key] if ref.entry is kind)))
    return refs
