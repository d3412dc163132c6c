"""The offline door: the same understanding and the same answers, without a homeserver and without memory."""

from collections.abc import Mapping

from bot.ask.answer import answer
from bot.ask.understand import understand
from bot.ask.understanding import Outcome, Understanding
from bot.catalog.catalogue import Catalogue
from bot.catalog.names import Entry, Names
from bot.conversation import Language
from bot.wording import render


class Door:
    """Answers requests from one catalogue; `language` is what a message is answered in that does not tell."""

    def __init__(self, catalogue: Catalogue, language: Language = "fr") -> None:
        self._catalogue = catalogue
        self._names = Names(catalogue)
        self._language = language

    def answer(self, request: Mapping[str, object]) -> dict[str, object]:
        """The reply to `{"id": …, "text": "…", "addressed": false}`.

        Keys of the reply: `id` (as given, or None), `outcome`, `lang`, `products` (names, an alternative asked
        about among them), `needs` (ids), `alternatives` (names in the order shown), `text` (the plain body).
        """
        understood = understand(
            str(request.get("text", "")),
            self._names,
            addressed=request.get("addressed") is True,
            language=self._language,
        )
        given = answer(self._catalogue, understood) if understood.outcome is not Outcome.SILENT else None
        return {
            "id": request.get("id"),
            "outcome": understood.outcome.value,
            "lang": understood.language,
            "products": self._products(understood),
            "needs": list(understood.needs),
            "alternatives": [self._catalogue.alternatives[name].name for name in given.topic.shown] if given else [],
            "text": render(given.document).body if given else "",
        }

    def _products(self, understood: Understanding) -> list[str]:
        names = [self._catalogue.products[product].name for product in understood.products]
        for ref in understood.kept:
            entries = self._catalogue.hosts if ref.entry is Entry.HOST else self._catalogue.alternatives
            names.append(entries[ref.id].name)
        return names
