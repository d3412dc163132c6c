"""What to propose: the ranked alternatives for a product or a need, those that the association has first.

Never shown: an alternative whose hosts take nobody any more, and one that belongs to a giant.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bot.catalog.catalogue import Catalogue
from bot.catalog.model import Alternative, Host, Offer, Open, Product
from bot.catalog.parts import Both

SHOWN = 3
"""As many alternatives as one screen of a phone holds."""


@dataclass(frozen=True, slots=True)
class Pick:
    """One alternative to show: why it stands there, its best open offer and the offer’s host (both or neither).

    `owned`: the association has it already; `through`: the name of what brings it along, when it has that.
    """

    alternative: Alternative
    why: Both
    offer: Offer | None = None
    host: Host | None = None
    owned: bool = False
    through: str = ""


@dataclass(frozen=True, slots=True)
class Circle:
    """Whom it is for: `tools` are the catalogue ids of what the association uses, `toward` what it leans to."""

    tools: frozenset[str] = frozenset()
    toward: frozenset[str] = frozenset()


def for_product(
    catalogue: Catalogue, product: Product, needs: Iterable[str], circle: Circle, limit: int | None = SHOWN
) -> tuple[Pick, ...]:
    """The alternatives to `product`, for `needs` where it has any for them, else for all that it does."""
    asked = [need for need in needs if need in product.alternatives]
    picks: dict[str, Pick] = {}
    for need in asked or product.alternatives:
        for ranked in product.alternatives[need]:
            _add(picks, catalogue, ranked.alternative, ranked.why, circle)
    main = asked or list(product.alternatives)[:1] or list(product.needs[:1])
    _add_owned(picks, catalogue, main, circle)
    same = {name for name, pick in picks.items() if pick.alternative.also_product == product.id}
    return _ranked((pick for name, pick in picks.items() if name not in same), circle)[:limit]


def for_need(catalogue: Catalogue, need: str, circle: Circle, limit: int | None = SHOWN) -> tuple[Pick, ...]:
    """The alternatives for `need`: those ranked for it, then any other that serves it."""
    picks: dict[str, Pick] = {}
    entry = catalogue.needs.get(need)
    others = (name for name, alternative in catalogue.alternatives.items() if need in alternative.needs)
    for name in (*(entry.alternatives if entry else ()), *others):
        if name in catalogue.alternatives:
            _add(picks, catalogue, name, catalogue.alternatives[name].what, circle)
    return _ranked(picks.values(), circle)[:limit]


def best_offer(catalogue: Catalogue, alternative: Alternative) -> tuple[Offer, Host] | None:
    """The first offer that takes newcomers, and its host; None when there is none (a program to install)."""
    return next(open_offers(catalogue, alternative), None)


def open_offers(catalogue: Catalogue, alternative: Alternative) -> Iterator[tuple[Offer, Host]]:
    """Every offer that takes newcomers, best first."""
    for offer in alternative.offers:
        host = catalogue.hosts.get(offer.host)
        if host is not None and Open.NO not in {offer.open, host.open}:
            yield offer, host


def _add(picks: dict[str, Pick], catalogue: Catalogue, name: str, why: Both, circle: Circle) -> None:
    alternative = catalogue.alternatives.get(name)
    if alternative is None or name in picks or _of_a_giant(catalogue, alternative):
        return
    found = best_offer(catalogue, alternative)
    through = alternative.part_of if alternative.part_of in circle.tools else None
    owned = name in circle.tools or through is not None
    if found is None and alternative.offers and not owned:
        return
    offer, host = found or (None, None)
    brought = catalogue.alternatives.get(through) if through else None
    picks[name] = Pick(alternative, why, offer, host, owned, brought.name if brought else "")


def _add_owned(picks: dict[str, Pick], catalogue: Catalogue, needs: list[str], circle: Circle) -> None:
    """What the association already has for these needs, also where the product’s ranking leaves it out."""
    if circle.tools:
        for name, alternative in catalogue.alternatives.items():
            if {name, alternative.part_of} & circle.tools and set(needs) & set(alternative.needs):
                _add(picks, catalogue, name, alternative.what, circle)


def _of_a_giant(catalogue: Catalogue, alternative: Alternative) -> bool:
    product = catalogue.products.get(alternative.also_product or "")
    return product is not None and isinstance(product.owner, str)


def _ranked(picks: Iterable[Pick], circle: Circle) -> tuple[Pick, ...]:
    """Owned ones first, a part before the whole that brings it along; then what the person leans to."""

    def place(pick: Pick) -> tuple[bool, bool, bool]:
        leaned_to = bool({pick.alternative.id, pick.alternative.part_of} & circle.toward)
        return not pick.owned, not pick.through, not leaned_to

    key: Callable[[Pick], tuple[bool, bool, bool]] = place
    return tuple(sorted(picks, key=key))
