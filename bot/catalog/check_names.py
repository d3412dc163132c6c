"""The rules for the names of entries: each belongs to one, and none is an ordinary word. Pure."""

from collections.abc import Iterator
from functools import cache

from bot.catalog.catalogue import Catalogue
from bot.catalog.finding import Finding
from bot.catalog.fold import fold, glued
from bot.catalog.fold import read as reading
from bot.catalog.model import Alternative, Product
from bot.catalog.ordinary import is_ordinary
from bot.yaml_file import Place


@cache
def key(name: str) -> str:
    """`name` as two names are compared: folded, in one piece, so that « g drive » is « GDrive »."""
    return "".join(glued(token.form) for token in reading(name).tokens) or name


def _named(catalogue: Catalogue) -> Iterator[tuple[str, Product | Alternative]]:
    for product in catalogue.products.values():
        yield "products", product
    for alternative in catalogue.alternatives.values():
        yield "alternatives", alternative


def shared_names(catalogue: Catalogue, looked_at: Catalogue | None) -> Iterator[Finding]:
    """No name belongs to two entries, unless both declare it ambiguous. Names of `looked_at` only, if it is given."""
    wanted = None if looked_at is None else {key(name) for _, entry in _named(looked_at) for name in entry.spoken()}
    first: dict[str, tuple[str, Product | Alternative]] = {}
    shared: dict[str, dict[tuple[str, str], Product | Alternative]] = {}
    for kind, entry in _named(catalogue):
        holder = (kind, entry)
        for name in map(key, entry.spoken()):
            if wanted is not None and name not in wanted:
                continue
            held = first.setdefault(name, holder)
            if held is not holder:
                both = shared.setdefault(name, {(held[0], held[1].id): held[1]})
                both[kind, entry.id] = entry
    for name, entries in shared.items():
        if _are_one(list(entries.values())):
            continue
        for (kind, identity), entry in entries.items():
            if name not in {key(shared) for shared in entry.ambiguous}:
                others = ", ".join(other for _, other in entries if other != identity)
                yield Finding(
                    kind, identity, _place_of(entry, name), "mistake.shared-name", {"name": name, "others": others}
                )


def _are_one(entries: list[Product | Alternative]) -> bool:
    """A product and the alternative that is the same thing may share their names."""
    products = {entry.id for entry in entries if isinstance(entry, Product)}
    same = {entry.also_product for entry in entries if isinstance(entry, Alternative)}
    return len(entries) == 2 and len(products) == 1 and products == same


def _place_of(entry: Product | Alternative, name: str) -> Place:
    if key(entry.name) == name:
        return ("name",)
    for group in ("any", "fr", "en", "misspelt"):
        for position, alias in enumerate(getattr(entry.aliases, group)):
            if key(alias) == name:
                return ("aliases", group, position)
    for group in ("needs_context", "ambiguous"):
        for position, alias in enumerate(getattr(entry, group)):
            if key(alias) == name:
                return (group, position)
    return ("name",)


def ordinary_names(catalogue: Catalogue) -> Iterator[Finding]:
    """No name is an ordinary word of French or English, unless it is marked to need context."""
    for kind, entry in _named(catalogue):
        careful = {key(name) for name in (*entry.needs_context, *entry.ambiguous)}
        for name in (entry.name, *entry.aliases.all()):
            if key(name) not in careful and is_ordinary(fold(name)):
                yield Finding(kind, entry.id, _place_of(entry, key(name)), "mistake.ordinary-word", {"name": name})
