"""The plan of a migration, from the catalogue: what moves where, and by which steps. Pure."""

from collections.abc import Iterable, Sequence

from bot.association.migration.model import Kind, Pair
from bot.catalog.catalogue import Catalogue
from bot.catalog.model import Alternative, Offer, Open, Product

MINUTES = {
    Kind.HELP: 15,
    Kind.EXPORT: 15,
    Kind.OPEN: 20,
    Kind.INSTALL: 20,
    Kind.TRY: 20,
    Kind.MOVE: 20,
    Kind.TELL: 10,
    Kind.CLOSE: 10,
}
"""What each step takes; none more than 20 (PROGRESS). A large move is begun with 20 minutes of it."""

_EFFORT = {"evening": 1.0, "week": 3.0, "season": 10.0}
"""How much work leaving a product is, in evenings; what a season asks is three times a week's, and some."""

BEFORE: dict[Kind, frozenset[Kind]] = {
    Kind.TRY: frozenset({Kind.OPEN, Kind.INSTALL}),
    Kind.MOVE: frozenset({Kind.OPEN, Kind.INSTALL}),
    Kind.TELL: frozenset({Kind.OPEN, Kind.INSTALL}),
    Kind.CLOSE: frozenset({Kind.OPEN, Kind.INSTALL, Kind.EXPORT, Kind.MOVE}),
}
"""Steps that make no sense before others are done."""


def steps(catalogue: Catalogue, pair: Pair, tools: Iterable[str] = ()) -> tuple[Kind, ...]:
    """The steps of `pair` for an association that uses `tools` (ids); what has no object is left out.

    Nothing is opened that the association has. What takes an evening leaves nothing behind to be moved. A
    change that takes a season begins with somebody to turn to.
    """
    product, alternative = catalogue.products.get(pair.product), catalogue.alternatives[pair.alternative]
    owned = {alternative.id, alternative.part_of} & set(tools)
    effort = product.effort if product else None
    wanted = {
        Kind.HELP: effort == "season",
        Kind.EXPORT: product is not None and product.export is not None and (effort != "evening" or has_page(product)),
        Kind.OPEN: not owned and bool(alternative.offers),
        Kind.INSTALL: not owned and not alternative.offers,
        Kind.TRY: True,
        Kind.MOVE: effort in {"week", "season"},
        Kind.TELL: True,
        Kind.CLOSE: product is not None and _leaves_an_account(product),
    }
    return tuple(kind for kind in Kind if wanted[kind])


def has_page(product: Product) -> bool:
    """Whether there is a page on which the data is asked for."""
    return product.export is not None and product.export.url is not None


def _leaves_an_account(product: Product) -> bool:
    return product.effort != "evening" or (product.lock_in is not None and product.lock_in.forced_account)


def effort(catalogue: Catalogue, pair: Pair, left: int, of: int) -> float:
    """How much work is left, in evenings, when `left` of the `of` steps are to be done."""
    product = catalogue.products.get(pair.product)
    whole = _EFFORT[product.effort] if product and product.effort else _EFFORT["evening"]
    return whole * left / of if of else whole


def offer_of(catalogue: Catalogue, pair: Pair) -> Offer | None:
    """Where the association gets the alternative: at the host that it chose, else at the first that takes newcomers."""
    open_ones = [
        offer for offer in catalogue.alternatives[pair.alternative].offers if takes_newcomers(catalogue, offer)
    ]
    chosen = [offer for offer in catalogue.alternatives[pair.alternative].offers if offer.host == pair.host]
    return next(iter([*chosen, *open_ones]), None)


def takes_newcomers(catalogue: Catalogue, offer: Offer) -> bool:
    """Whether a new association can go there."""
    host = catalogue.hosts.get(offer.host)
    return host is not None and Open.NO not in {offer.open, host.open}


def of_a_giant(catalogue: Catalogue, alternative: Alternative) -> bool:
    """Whether the same thing is a product of a giant: such a one is never proposed."""
    product = catalogue.products.get(alternative.also_product or "")
    return product is not None and isinstance(product.owner, str)


def proposed(catalogue: Catalogue, product: Product, need: str, tools: Iterable[str] = ()) -> Alternative | None:
    """The alternative to `product` for `need`: one that the association has, else the first that can be had."""
    owned = set(tools)
    ranked = [catalogue.alternatives.get(each.alternative) for each in product.alternatives.get(need, ())]
    possible = [each for each in ranked if each is not None and _can_be_had(catalogue, each, owned)]
    possible = [each for each in possible if each.also_product != product.id]
    return next((each for each in possible if {each.id, each.part_of} & owned), next(iter(possible), None))


def _can_be_had(catalogue: Catalogue, alternative: Alternative, owned: set[str]) -> bool:
    if of_a_giant(catalogue, alternative):
        return False
    has = bool({alternative.id, alternative.part_of} & owned)
    return has or not alternative.offers or any(takes_newcomers(catalogue, offer) for offer in alternative.offers)


def pairs(
    catalogue: Catalogue, products: Sequence[str], needs: Sequence[str], alternatives: Sequence[str], number: int = 1
) -> tuple[Pair, ...]:
    """What an answer offered, as pairs: each product with the first of `alternatives` that takes over from it.

    `number` picks one of `alternatives` instead, where the answer was about one thing.
    """
    shown = [name for name in alternatives if name in catalogue.alternatives]
    if len(products) + (0 if products else len(needs)) == 1 and 1 <= number <= len(shown):
        shown = [shown[number - 1]]
    found = []
    for product in products:
        for name in shown:
            need = need_between(catalogue, product, name, needs)
            if product in catalogue.products and (len(products) == 1 or _ranks(catalogue.products[product], name)):
                found.append(Pair(need, product, name))
                break
    if not products:
        for need in needs:
            fitting = next((name for name in shown if need in catalogue.alternatives[name].needs), None)
            if fitting is not None and need in catalogue.needs:
                found.append(Pair(need, "", fitting))
    return tuple(found)


def need_between(catalogue: Catalogue, product: str, alternative: str, asked: Sequence[str] = ()) -> str:
    """The need that `alternative` takes over from `product`: one that was asked for, else where it is ranked."""
    entry = catalogue.products.get(product)
    if entry is None:
        served = catalogue.alternatives[alternative].needs
        return next((need for need in asked if need in served), served[0])
    ranked = [need for need, some in entry.alternatives.items() if alternative in {each.alternative for each in some}]
    shared = [need for need in entry.needs if need in catalogue.alternatives[alternative].needs]
    candidates = [*ranked, *shared, entry.needs[0]]
    return next((need for need in candidates if need in asked), candidates[0])


def _ranks(product: Product, alternative: str) -> bool:
    return any(alternative == each.alternative for some in product.alternatives.values() for each in some)
