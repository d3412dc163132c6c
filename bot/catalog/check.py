"""The rules between entries: what `releve check` and the moderators' commands refuse, and what they warn of.

Pure: a catalogue and a date go in, findings come out, all at once. `located` turns findings into
mistakes with file and line; a moderator's room shows the same findings without.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from license_expression import Licensing, get_spdx_licensing

from bot.catalog.catalogue import Catalogue
from bot.catalog.check_names import ordinary_names, shared_names
from bot.catalog.finding import Finding, located
from bot.catalog.model import Alternative, Kind, Open, Owner, Product
from bot.yaml_file import Place

__all__ = ["Finding", "Place", "findings", "located"]

_OLDEST = date(2000, 1, 1)
# The giants' own addresses: no alternative lives there.
_GIANT_DOMAINS = frozenset(
    {
        *("google.com", "microsoft.com", "office.com", "live.com", "facebook.com", "meta.com", "whatsapp.com"),
        *("instagram.com", "apple.com", "icloud.com", "amazon.com", "amazon.fr", "adobe.com", "uber.com", "x.com"),
    }
)
_NO_LICENCE = frozenset({"not-free", "not-software"})


def findings(
    catalogue: Catalogue,
    today: date,
    stale_days: int | None = None,
    within: Collection[tuple[str, str]] | None = None,
) -> list[Finding]:
    """Everything that is wrong between the entries of `catalogue`.

    With `stale_days`, also a warning for each entry that was checked more than so many days before `today`.
    With `within` (kinds and ids), only what those entries have to do with: enough after a change of them, if
    nothing was wrong before, and several times faster.
    """
    looked_at = catalogue if within is None else _only(catalogue, within)
    near = catalogue if within is None else _only(catalogue, {*within, *_naming(catalogue, within)})
    found = [finding for rule in _BETWEEN for finding in rule(near, catalogue)]
    found += shared_names(catalogue, None if within is None else looked_at)
    found += [finding for rule in _ALONE for finding in rule(looked_at)]
    found += _dates(looked_at, today)
    if stale_days is not None:
        found += _stale(looked_at, today - timedelta(days=stale_days))
    return found


def _only(catalogue: Catalogue, keys: Iterable[tuple[str, str]]) -> Catalogue:
    """Those of the entries called `keys` that are in `catalogue`, and no others."""
    kinds: dict[str, dict[str, Any]] = {}
    for kind, identity in keys:
        entry = getattr(catalogue, kind).get(identity)
        if entry is not None:
            kinds.setdefault(kind, {})[identity] = entry
    return Catalogue(**kinds)


def _naming(catalogue: Catalogue, keys: Collection[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The entries of `catalogue` that name one of `keys`."""
    ids = {identity for _, identity in keys}
    for kind, entry, _, _, target in _all_references(catalogue):
        if target in ids:
            yield kind, entry


# ── references ───────────────────────────────────────────────────────────────────────────────────


def _references(looked_at: Catalogue, catalogue: Catalogue) -> Iterator[Finding]:
    for kind, entry, place, wanted, target in _all_references(looked_at):
        known = (
            target in catalogue.products or target in catalogue.alternatives
            if wanted == "entries"
            else target in getattr(catalogue, wanted)
        )
        if not known:
            yield Finding(kind, entry, place, f"mistake.unknown-{wanted}", {"id": target})


def _all_references(catalogue: Catalogue) -> Iterator[tuple[str, str, Place, str, str]]:
    """Every id that names another entry: kind and id of the one that names it, where, what it must be."""
    for product in catalogue.products.values():
        for place, wanted, target in _of_product(product):
            yield "products", product.id, place, wanted, target
    for alternative in catalogue.alternatives.values():
        for place, wanted, target in _of_alternative(alternative):
            yield "alternatives", alternative.id, place, wanted, target
    for need in catalogue.needs.values():
        for position, target in enumerate(need.alternatives):
            yield "needs", need.id, ("alternatives", position), "alternatives", target
        for position, target in enumerate(need.products):
            yield "needs", need.id, ("products", position), "products", target
    for giant in catalogue.giants.values():
        for position, target in enumerate(giant.asks):
            yield "giants", giant.id, ("asks", position), "products", target


def _of_product(product: Product) -> Iterator[tuple[Place, str, str]]:
    if not isinstance(product.owner, Owner):
        yield ("owner",), "giants", product.owner
    for position, need in enumerate(product.needs):
        yield ("needs", position), "needs", need
    for need, ranked in product.alternatives.items():
        for position, each in enumerate(ranked):
            yield ("alternatives", need, position, "alternative"), "alternatives", each.alternative
    if product.gone is not None and product.gone.became is not None:
        yield ("gone", "became"), "entries", product.gone.became


def _of_alternative(alternative: Alternative) -> Iterator[tuple[Place, str, str]]:
    for position, need in enumerate(alternative.needs):
        yield ("needs", position), "needs", need
    for position, offer in enumerate(alternative.offers):
        yield ("offers", position, "host"), "hosts", offer.host
    if alternative.part_of is not None:
        yield ("part_of",), "alternatives", alternative.part_of
    if alternative.also_product is not None:
        yield ("also_product",), "products", alternative.also_product


# ── what is proposed ─────────────────────────────────────────────────────────────────────────────


def _rankings(looked_at: Catalogue, catalogue: Catalogue) -> Iterator[Finding]:
    """What is proposed for a need serves that need, and the need is one of the product's."""
    for product in looked_at.products.values():
        if product.answer is Kind.REPLACE and product.needs[0] not in product.alternatives:
            yield Finding(
                "products", product.id, ("alternatives",), "mistake.main-need-unserved", {"need": product.needs[0]}
            )
        for need, ranked in product.alternatives.items():
            if need not in product.needs:
                yield Finding("products", product.id, ("alternatives", need), "mistake.need-of-another", {"need": need})
            for position, each in enumerate(ranked):
                if not _serves(catalogue, each.alternative, need):
                    yield Finding(
                        "products",
                        product.id,
                        ("alternatives", need, position, "alternative"),
                        "mistake.does-not-serve",
                        {"id": each.alternative, "need": need},
                    )
    for one in looked_at.needs.values():
        for position, target in enumerate(one.alternatives):
            if not _serves(catalogue, target, one.id):
                values = {"id": target, "need": one.id}
                yield Finding("needs", one.id, ("alternatives", position), "mistake.does-not-serve", values)


def _serves(catalogue: Catalogue, alternative: str, need: str) -> bool:
    known = catalogue.alternatives.get(alternative)
    return known is None or need in known.needs


def _giants_proposed(looked_at: Catalogue, catalogue: Catalogue) -> Iterator[Finding]:
    """No alternative belongs to a giant: neither by its product entry nor by its address."""
    for alternative in looked_at.alternatives.values():
        same = catalogue.products.get(alternative.also_product or "")
        if same is not None and not isinstance(same.owner, Owner):
            yield Finding(
                "alternatives", alternative.id, ("also_product",), "mistake.giant-proposed", {"owner": same.owner}
            )
        host = (urlsplit(alternative.homepage).hostname or "") if alternative.homepage else ""
        domain = ".".join(host.split(".")[-2:])
        if domain in _GIANT_DOMAINS:
            yield Finding("alternatives", alternative.id, ("homepage",), "mistake.giant-proposed", {"owner": domain})


def _offers(looked_at: Catalogue, catalogue: Catalogue) -> Iterator[Finding]:
    """No offer that is closed to newcomers, by itself or by its host."""
    for alternative in looked_at.alternatives.values():
        for position, offer in enumerate(alternative.offers):
            host = catalogue.hosts.get(offer.host)
            if offer.open is Open.NO or (host is not None and host.open is Open.NO):
                yield Finding(
                    "alternatives", alternative.id, ("offers", position), "mistake.closed-host", {"id": offer.host}
                )
        if not alternative.offers and alternative.cost is None:
            yield Finding("alternatives", alternative.id, (), "mistake.no-cost", {})


@cache
def _spdx() -> Licensing:
    return get_spdx_licensing()


def _licences(catalogue: Catalogue) -> Iterator[Finding]:
    for alternative in catalogue.alternatives.values():
        if alternative.licence in _NO_LICENCE or alternative.licence.startswith("LicenseRef-"):
            continue
        verdict = _spdx().validate(alternative.licence, strict=True)
        if verdict.errors or verdict.normalized_expression != alternative.licence:
            values = {"licence": alternative.licence, "right": verdict.normalized_expression or "—"}
            yield Finding("alternatives", alternative.id, ("licence",), "mistake.licence", values)


# ── dates ────────────────────────────────────────────────────────────────────────────────────────


def _dated(catalogue: Catalogue) -> Iterator[tuple[str, str, date, list[tuple[Place, date]]]]:
    for kind in ("products", "alternatives", "hosts", "quizzes"):
        for entry in getattr(catalogue, kind).values():
            sources: list[tuple[Place, date]] = [
                (("sources", position), source.date) for position, source in enumerate(entry.sources)
            ]
            yield kind, entry.id, entry.checked, sources


def _dates(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """No date in the future or before 2000; nothing is checked before its sources were written."""
    for kind, identity, checked, sources in _dated(catalogue):
        for place, day in [(("checked",), checked), *sources]:
            # Somewhere it is tomorrow already, and a moderator there has just checked the entry.
            if not _OLDEST <= day <= today + timedelta(days=1):
                yield Finding(kind, identity, place, "mistake.date", {"date": day.isoformat()})
        for place, day in sources:
            if day > checked:
                yield Finding(kind, identity, place, "mistake.source-after-check", {"date": day.isoformat()})


def _stale(catalogue: Catalogue, before: date) -> Iterator[Finding]:
    for kind, identity, checked, _ in _dated(catalogue):
        if checked < before:
            yield Finding(kind, identity, ("checked",), "mistake.stale", {"date": checked.isoformat()}, warning=True)


_BETWEEN: Sequence[Callable[[Catalogue, Catalogue], Iterable[Finding]]] = (
    _references,
    _rankings,
    _giants_proposed,
    _offers,
)
"""Rules between entries: those to look at, and the whole catalogue."""
_ALONE: Sequence[Callable[[Catalogue], Iterable[Finding]]] = (ordinary_names, _licences)
