"""From an understanding to an answer: the document, and the topic that follow-ups go on from."""

from dataclasses import dataclass, replace

from bot.ask import compose, details
from bot.ask.choose import SHOWN, Circle, Pick, for_need, for_product
from bot.ask.understanding import About, Outcome, Topic, Understanding
from bot.catalog.catalogue import Catalogue
from bot.catalog.model import Product
from bot.catalog.names import Entry
from bot.wording import Document


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said, and what it is about; `off_topic`: it only says what the bot is for."""

    document: Document
    topic: Topic
    off_topic: bool = False
    outcome: Outcome = Outcome.ANSWER


def answer(
    catalogue: Catalogue, understood: Understanding, tools: frozenset[str] = frozenset(), topic: Topic | None = None
) -> Answer:
    """The answer to `understood`, unless that is silence, for an association that uses `tools`.

    `topic` is what it follows, if anything.
    """
    if understood.about is not None and topic is not None:
        return _about(catalogue, understood, topic, tools)
    circle = Circle(tools, frozenset(ref.id for ref in understood.toward if ref.entry is Entry.ALTERNATIVE))
    match understood.outcome:
        case Outcome.ASK:
            return Answer(compose.ask(catalogue, understood), _topic(understood))
        case Outcome.HELP:
            return Answer(compose.help_(understood.language), _topic(understood), off_topic=True)
        case Outcome.UNKNOWN:
            return Answer(compose.unknown(understood), replace(_topic(understood), unknown=True))
        case _:
            return _proposal(catalogue, understood, circle)


def _proposal(catalogue: Catalogue, understood: Understanding, circle: Circle) -> Answer:
    language = understood.language
    products = [catalogue.products[product] for product in understood.products]
    if len(products) == 1:
        picks = for_product(catalogue, products[0], understood.needs, circle)
        document = compose.product(catalogue, products[0], picks, language, understood.doubt)
    elif products:
        document, picks = _several(catalogue, products, understood, circle)
    elif understood.kept:
        document = compose.kept(catalogue, understood.kept[0], language, understood.doubt)
        picks = tuple(
            Pick(catalogue.alternatives[ref.id], catalogue.alternatives[ref.id].what)
            for ref in understood.kept[:1]
            if ref.entry is Entry.ALTERNATIVE
        )
    elif len(understood.needs) == 1:
        picks = for_need(catalogue, understood.needs[0], circle)
        document = compose.need(catalogue, understood.needs[0], picks, language, understood.unknown)
    else:
        by_need = {need: for_need(catalogue, need, circle, limit=1) for need in understood.needs}
        picks = tuple(pick for found in by_need.values() for pick in found)
        document = compose.needs(catalogue, by_need, language)
    return Answer(document, replace(_topic(understood), shown=tuple(pick.alternative.id for pick in picks)))


def _several(
    catalogue: Catalogue, products: list[Product], understood: Understanding, circle: Circle
) -> tuple[Document, tuple[Pick, ...]]:
    found = [(product, for_product(catalogue, product, understood.needs, circle, limit=1)) for product in products]
    picks = tuple(pick for _, some in found for pick in some)
    return compose.products(catalogue, found, understood.language, understood.doubt), picks


def _topic(understood: Understanding) -> Topic:
    return Topic(
        language=understood.language,
        products=understood.products,
        needs=understood.needs,
        choices=understood.choices,
        doubt=understood.doubt,
    )


def _about(catalogue: Catalogue, understood: Understanding, topic: Topic, tools: frozenset[str]) -> Answer:
    """More about what was answered. The topic stays the same, so that one question can follow another."""
    language = understood.language
    shown = [catalogue.alternatives[name] for name in topic.shown if name in catalogue.alternatives]
    products = [catalogue.products[name] for name in topic.products if name in catalogue.products]
    topic = replace(topic, language=language)
    match understood.about:
        case About.NO:
            return Answer(compose.which(language), Topic(language=language, unknown=True))
        case About.EXPORT if products:
            return Answer(details.exports(products, language), topic)
        case About.COST if shown:
            picked = shown[understood.number - 1 : understood.number] if understood.number else shown
            return Answer(details.costs(catalogue, picked or shown, language), topic)
        case About.DETAILS if shown:
            place = min(max(understood.number, 1), len(shown))
            return Answer(details.card(catalogue, shown[place - 1], language), topic)
        case About.MORE if topic.products or topic.needs:
            return _more(catalogue, topic, Circle(tools))
        case _:
            return Answer(compose.help_(language), topic, off_topic=True)


def _more(catalogue: Catalogue, topic: Topic, circle: Circle) -> Answer:
    """The alternatives after those that were shown."""
    found: list[Pick] = []
    for name in topic.products:
        if name in catalogue.products:
            found += for_product(catalogue, catalogue.products[name], topic.needs, circle, limit=None)
            for need in topic.needs or catalogue.products[name].needs[:1]:
                found += for_need(catalogue, need, circle, limit=None)
    if not topic.products:
        for need in topic.needs:
            found += for_need(catalogue, need, circle, limit=None)
    new = list({pick.alternative.id: pick for pick in found if pick.alternative.id not in topic.shown}.values())
    picks = tuple(new[:SHOWN])
    start = len(topic.shown) + 1
    shown = (*topic.shown, *(pick.alternative.id for pick in picks))
    return Answer(compose.more(picks, topic.language, start), replace(topic, shown=shown))
