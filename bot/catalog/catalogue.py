"""The whole catalogue, as the skills see it: six dictionaries by id."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.catalog.model import Alternative, Giant, Host, Need, Owner, Product, Series


@dataclass(frozen=True)
class Catalogue:
    """All entries by their id; each mapping keeps the order of the files."""

    products: Mapping[str, Product] = field(default_factory=dict)
    alternatives: Mapping[str, Alternative] = field(default_factory=dict)
    needs: Mapping[str, Need] = field(default_factory=dict)
    hosts: Mapping[str, Host] = field(default_factory=dict)
    giants: Mapping[str, Giant] = field(default_factory=dict)
    quizzes: Mapping[str, Series] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        products: Iterable[Product] = (),
        alternatives: Iterable[Alternative] = (),
        needs: Iterable[Need] = (),
        hosts: Iterable[Host] = (),
        giants: Iterable[Giant] = (),
        quizzes: Iterable[Series] = (),
    ) -> "Catalogue":
        """A catalogue of these entries."""
        return cls(
            {entry.id: entry for entry in products},
            {entry.id: entry for entry in alternatives},
            {entry.id: entry for entry in needs},
            {entry.id: entry for entry in hosts},
            {entry.id: entry for entry in giants},
            {entry.id: entry for entry in quizzes},
        )

    def owner_name(self, product: Product) -> str:
        """Who owns `product`, as one says it."""
        if isinstance(product.owner, Owner):
            return product.owner.name
        return self.giants[product.owner].name if product.owner in self.giants else product.owner
