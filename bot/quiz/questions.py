"""What is asked: which needs, and the answers of each question. Pure.

PROGRESS: five questions, one need each: the needs not yet known, or known longest ago, and heaviest
first. Answers: named products of the catalogue, then four that are always there; at most seven in all, each
of at most 35 characters (FluffyChat cuts answers to one line).
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.catalog import Catalogue
from bot.catalog.model import Kind, Need, Product, Series
from bot.conversation import Language
from bot.wording import voice

LENGTH = 5
NAMED = 3
"""Products named in a question: with the four answers that are always there, seven."""
LONGEST_ANSWER = 35
KNOWN_FOR_MS = 180 * 24 * 3600 * 1000
"""After half a year a need counts as not known any more."""

# No id of the catalogue starts with an underscore.
OTHER, FREE, NOT_DONE, UNKNOWN = "_other", "_free", "_none", "_unknown"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, worded in one language. `answers`: (id, text). `key`: what is told when it closes."""

    ask: str
    answers: tuple[tuple[str, str], ...]
    need: str | None = None
    key: "Key | None" = None


@dataclass(frozen=True, slots=True)
class Key:
    """The right answer of a knowledge question (an answer id), why, and where that was read."""

    right: str
    why: str
    source: str
    url: str | None

    def written(self) -> str:
        return json.dumps([self.right, self.why, self.source, self.url], ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> "Key":
        return cls(*json.loads(text))


def needs_to_ask(catalogue: Catalogue, known_at: Mapping[str, int], now_ms: int) -> list[Need]:
    """Up to five needs. `known_at`: since when each need is known, without those of which nothing is."""
    askable = [need for need in catalogue.needs.values() if products_for(catalogue, need.id)]

    def turn(need: Need) -> tuple[int, int]:
        since = known_at.get(need.id)
        return (0 if since is None or now_ms - since > KNOWN_FOR_MS else since, -need.weight)

    return sorted(askable, key=turn)[:LENGTH]


def products_for(catalogue: Catalogue, need: str) -> list[Product]:
    """The products to name for a need, those that are used most first.

    First those that the need itself names; then, two at most, those with which the giants' own question offers it
    (`asks`); then those with the most names: what is asked for much is called in many ways. Products whose first need
    it is come before those that also do it; one that the catalogue says to keep (HelloAsso) is at home in all its
    needs.
    """
    askable = [
        product
        for product in catalogue.products.values()
        if need in product.needs
        and not product.free
        and product.answer is not Kind.GONE
        and len(product.name) <= LONGEST_ANSWER
    ]
    offered = [product for giant in catalogue.giants.values() for product in giant.asks]
    at_home = {product.id for product in askable if product.needs[0] == need or product.answer is Kind.KEEP}
    askable.sort(key=lambda product: (product.id not in at_home, -len(product.spoken())))
    first = [product for product in askable if product.needs[0] == need and product.id in offered]
    first.sort(key=lambda product: offered.index(product.id))
    first = first[: NAMED - 1]
    rest = [product for product in askable if product not in first and product.id not in offered]
    more = [product for product in askable if product.id in offered and product not in first]
    known = {product.id: product for product in askable}
    most_used = catalogue.needs[need].products if need in catalogue.needs else ()
    named = [known[product] for product in most_used if product in known]
    return [*named, *(product for product in (*first, *rest, *more) if product not in named)][:NAMED]


def about_need(catalogue: Catalogue, need: Need, language: Language) -> Asked:
    """The question about one need, in words of its own where there are any."""
    speak = voice(language)
    own = f"quiz.ask.{need.id}"
    ask = speak.word(own) if speak.knows(own) else speak.word("quiz.ask", need=need.label.in_(language))
    named = tuple((product.id, product.name) for product in products_for(catalogue, need.id))
    always = tuple((answer, speak.word(f"quiz.answer.{answer[1:]}")) for answer in (OTHER, FREE, NOT_DONE, UNKNOWN))
    return Asked(ask, named + always, need=need.id)


def of_series(series: Series, language: Language) -> list[Asked]:
    """The questions of a knowledge quiz, in the order of the file."""
    asked = []
    for question in series.questions:
        answers = tuple((str(number), text.in_(language)) for number, text in enumerate(question.answers, 1))
        source = question.source
        key = Key(str(question.right), question.why.in_(language), source.title or source.url or "", source.url)
        asked.append(Asked(question.ask.in_(language), answers, key=key))
    return asked


def series_named(catalogue: Catalogue, typed: str, folded: Callable[[str], str]) -> Series | None:
    """The series that `typed` names by its id, its title in either language, or its number in the list, or None."""
    wanted = folded(typed)
    for number, series in enumerate(catalogue.quizzes.values(), 1):
        names = (series.id, series.title.fr, series.title.en, str(number))
        if wanted and wanted in {folded(name) for name in names}:
            return series
    return None
