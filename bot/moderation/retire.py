"""Retiring an entry: it ends everywhere at once, and whoever asks about it hears what became of it. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from bot.catalog.catalogue import Catalogue
from bot.catalog.check import Finding
from bot.catalog.model import Alternative
from bot.catalog.revisions import Change, Document, Key, found


def retired(
    catalogue: Catalogue, key: Key, became: str | None, what: Mapping[str, str] | None, today: date
) -> tuple[list[Change], list[Finding]]:
    """The changes by which the entry `key` ends: it became `became`; `what` says so in both languages.

    A product is answered as gone. An alternative leaves all rankings (or its successor takes its places),
    and becomes a product that is gone, so that people who ask for it are answered. A host is closed. A need
    or a quiz is taken out.
    """
    kind, identity = key
    gone: Document = {"when": today.isoformat(), **({"became": became} if became else {}), "what": dict(what or {})}
    if kind == "products":
        entry = found(catalogue, key) or {}
        if entry["answer"] == "gone":
            return [], [Finding(*key, (), "moderation.gone-already", {"id": identity})]
        return [Change(*key, entry, _gone(entry, gone, today))], []
    if kind == "hosts":
        return closed(catalogue, identity), []
    if kind == "alternatives":
        if became == identity:
            return [], [Finding(*key, (), "moderation.became-itself", {"id": identity})]
        return _without_alternative(catalogue, catalogue.alternatives[identity], became, gone, today)
    return [Change(*key, found(catalogue, key), None)], []


def _gone(entry: Document, gone: Document, today: date) -> Document:
    return {**entry, "answer": "gone", "gone": gone, "checked": today.isoformat()}


def closed(catalogue: Catalogue, host: str) -> list[Change]:
    """The changes by which `host` takes nobody any more: its offers leave every alternative."""
    before = found(catalogue, ("hosts", host)) or {}
    changes = [Change("hosts", host, before, {**before, "open": "no"})]
    for alternative in catalogue.alternatives.values():
        if any(offer.host == host for offer in alternative.offers):
            entry = found(catalogue, ("alternatives", alternative.id)) or {}
            offers = [offer for offer in entry["offers"] if offer["host"] != host]
            changes.append(Change("alternatives", alternative.id, entry, _with(entry, "offers", offers)))
    return changes


def _with(entry: Document, field: str, value: Any) -> Document:
    return {**entry, field: value} if value else {name: kept for name, kept in entry.items() if name != field}


def _without_alternative(
    catalogue: Catalogue, alternative: Alternative, became: str | None, gone: Document, today: date
) -> tuple[list[Change], list[Finding]]:
    identity = alternative.id
    successor = became if became in catalogue.alternatives else None
    entry = found(catalogue, ("alternatives", identity)) or {}
    product = ("products", alternative.also_product or identity)
    before = found(catalogue, product)
    if before is not None and alternative.also_product is None:
        return [], [Finding(*product, (), "moderation.exists", {"id": product[1]})]
    start = before or _as_product(catalogue, alternative, entry)
    changes = {product: Change(*product, before, _gone(start, gone, today))}
    for change in _elsewhere(catalogue, identity, successor, became):
        if change.key == product:
            after = change.after or {}
            change = Change(*product, before, _gone(after, gone, today))
        changes[change.key] = change
    return [Change("alternatives", identity, entry, None), *changes.values()], []


def _as_product(catalogue: Catalogue, alternative: Alternative, entry: Document) -> Document:
    """A product entry for what was an alternative, with what else serves its main need."""
    need = catalogue.needs.get(alternative.needs[0])
    others = [name for name in (need.alternatives if need else ()) if name != alternative.id]
    ranking = [
        {"alternative": name, "why": catalogue.alternatives[name].what.model_dump()}
        for name in others
        if name in catalogue.alternatives and alternative.needs[0] in catalogue.alternatives[name].needs
    ]
    named: Document = {key: entry[key] for key in ("aliases", "needs_context", "ambiguous") if key in entry}
    return {
        "id": alternative.id,
        "name": alternative.name,
        **named,
        "owner": {"name": alternative.name},
        **({"free": True} if alternative.licence not in {"not-free", "not-software"} else {}),
        "needs": [alternative.needs[0]],
        **({"alternatives": {alternative.needs[0]: ranking}} if ranking else {}),
        "sources": entry["sources"],
    }


def _elsewhere(catalogue: Catalogue, gone: str, successor: str | None, became: str | None) -> Iterator[Change]:
    """The changes of every other entry that names the alternative `gone`."""
    for product in catalogue.products.values():
        names = any(each.alternative == gone for listed in product.alternatives.values() for each in listed)
        if names or (product.gone is not None and product.gone.became == gone):
            entry = found(catalogue, ("products", product.id)) or {}
            yield Change("products", product.id, entry, _product_without(catalogue, entry, gone, successor, became))
    for need in catalogue.needs.values():
        if gone in need.alternatives:
            entry = found(catalogue, ("needs", need.id)) or {}
            order = _replaced(entry["alternatives"], gone, _serving(catalogue, successor, need.id))
            yield Change("needs", need.id, entry, _with(entry, "alternatives", order))
    for other in catalogue.alternatives.values():
        if other.part_of == gone:
            entry = found(catalogue, ("alternatives", other.id)) or {}
            yield Change("alternatives", other.id, entry, _with(entry, "part_of", successor))


def _product_without(
    catalogue: Catalogue, entry: Document, gone: str, successor: str | None, became: str | None
) -> Document:
    rankings: dict[str, list[Any]] = {}
    for need, listed in entry.get("alternatives", {}).items():
        heir = _serving(catalogue, successor, need)
        names = _replaced([each["alternative"] for each in listed], gone, heir)
        held = {each["alternative"]: each for each in listed}
        kept = [held.get(name) or {**held[gone], "alternative": name} for name in names]
        if kept:
            rankings[need] = kept
    after = _with(entry, "alternatives", rankings)
    if after.get("gone", {}).get("became") == gone:
        after = {**after, "gone": _with(after["gone"], "became", became)}
    return after


def _serving(catalogue: Catalogue, successor: str | None, need: str) -> str | None:
    return successor if successor and need in catalogue.alternatives[successor].needs else None


def _replaced(listed: Sequence[str], gone: str, heir: str | None) -> list[str]:
    """`listed` with `heir` in the place of `gone`, once."""
    names = [heir if name == gone else name for name in listed]
    return list(dict.fromkeys(name for name in names if name is not None))
