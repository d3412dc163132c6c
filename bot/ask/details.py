"""Answers to follow-ups and commands: one alternative in full, costs, exports, lists of needs and hosts."""

from collections.abc import Sequence
from typing import TypeVar

from bot.ask.choose import Circle, for_need, open_offers
from bot.ask.lines import DOT, address, item, month, unstopped
from bot.catalog.catalogue import Catalogue
from bot.catalog.model import Alternative, Host, Offer, Product
from bot.conversation import Language
from bot.wording import Block, Bullets, Document, Numbered, Paragraph, Phrase, Plain, Strong, Voice, joined, voice

_NEEDS = 25
_ALTERNATIVES = 5
_HOSTS = 6
_OFFERS = 4
"""As many of each as one screen holds; a page number shows the others."""
Item = TypeVar("Item")


def card(catalogue: Catalogue, alternative: Alternative, language: Language) -> Document:
    """One alternative: what it is, where to get it, its limits, the first steps."""
    speak = voice(language)
    blocks: list[Block] = [
        Paragraph(speak.say("ask.card", name=alternative.name, what=alternative.what.in_(language))),
    ]
    offers = tuple(_offer(offer, host, alternative, speak) for offer, host in open_offers(catalogue, alternative))
    if offers:
        blocks += [Paragraph(speak.say("ask.where")), Bullets(offers[:_OFFERS])]
    elif alternative.cost:
        blocks.append(Paragraph(speak.say("ask.cost", cost=alternative.cost.in_(language))))
    limits = " ".join(limit.in_(language) for limit in alternative.limits[:2])
    steps = tuple((Plain(step.in_(language)),) for step in alternative.first_steps[:3])
    blocks += [
        Paragraph(speak.say("ask.limit", limit=limits)),
        Paragraph(speak.say("ask.first-steps")),
        Numbered(steps),
        Paragraph(_colophon(alternative, speak)),
    ]
    return Document(language, tuple(blocks))


def _offer(offer: Offer, host: Host, alternative: Alternative, speak: Voice) -> Phrase:
    language = speak.language
    name = speak.word("ask.self") if host.kind == "self" else host.name
    if offer.service and offer.service not in {alternative.name, name}:
        name = f"{offer.service} ({name})"
    parts: list[Phrase] = [(Strong(name),), (Plain(offer.cost.in_(language)),)]
    if offer.limit:
        parts.append((Plain(unstopped(offer.limit.in_(language))),))
    if offer.url:
        parts.append((address(offer.url),))
    return joined(parts, DOT)


def _colophon(alternative: Alternative, speak: Voice) -> Phrase:
    licence = {"not-free": "ask.licence-not-free", "not-software": ""}.get(alternative.licence, "ask.licence")
    parts: list[Phrase] = []
    if alternative.homepage:
        parts.append((address(alternative.homepage),))
    if licence:
        parts.append(speak.say(licence, licence=alternative.licence))
    parts.append(speak.say("ask.read-in", month=month(alternative.checked, speak.language)))
    return joined(parts, DOT)


def costs(catalogue: Catalogue, alternatives: Sequence[Alternative], language: Language) -> Document:
    """What each alternative costs, and where."""
    speak = voice(language)
    lines = tuple(_cost(catalogue, alternative, speak) for alternative in alternatives)
    return Document(language, (Paragraph(speak.say("ask.costs")), Bullets(lines)))


def _cost(catalogue: Catalogue, alternative: Alternative, speak: Voice) -> Phrase:
    language = speak.language
    offers = list(open_offers(catalogue, alternative))[:2]
    name: Phrase = (Strong(alternative.name),)
    if offers:
        found = "; ".join(
            f"{offer.cost.in_(language)} ({speak.word('ask.self') if host.kind == 'self' else host.name})"
            for offer, host in offers
        )
        return joined((name, (Plain(found.replace("; ", " ; ") if language == "fr" else found),)), DOT)
    cost = alternative.cost.in_(language) if alternative.cost else speak.word("ask.cost-unknown")
    return joined((name, (Plain(cost),)), DOT)


def exports(products: Sequence[Product], language: Language) -> Document:
    """How to get the data out of each product, what it takes and what it costs."""
    speak = voice(language)
    blocks: list[Block] = []
    for product in products:
        if product.export is None:
            blocks.append(Paragraph(speak.say("ask.export-unknown", name=product.name)))
            continue
        how = unstopped(product.export.how.in_(language))
        if product.export.url:
            link = (address(product.export.url),)
            parts = [speak.say("ask.export-of-at", name=product.name, how=how, link=link)]
        else:
            parts = [speak.say("ask.export-of", name=product.name, how=how)]
        if product.effort:
            parts.append(speak.say(f"ask.effort-{product.effort}"))
        if product.limit:
            parts.append((Plain(product.limit.in_(language)),))
        blocks.append(Paragraph(joined(parts)))
    return Document(language, tuple(blocks))


def needs(catalogue: Catalogue, language: Language, page: int = 1) -> Document:
    """One page of the needs that the catalogue knows, by weight."""
    speak = voice(language)
    labels = [need.label.in_(language) for need in sorted(catalogue.needs.values(), key=lambda need: -need.weight)]
    shown, page, pages = _page(labels, _NEEDS, page)
    blocks: list[Block] = [
        Paragraph(speak.say("ask.needs", count=len(labels), page=page, pages=pages)),
        Paragraph((Plain(" · ".join(shown)),)),
    ]
    return Document(language, (*blocks, *_next(speak, "ask.needs-next", page, pages, "")))


def hosts(catalogue: Catalogue, need: str, language: Language, page: int = 1) -> Document:
    """One page of who hosts what for a need: a host a line, with the service and its cost."""
    speak = voice(language)
    label = catalogue.needs[need].label.in_(language)
    lines: dict[str, Phrase] = {}
    for pick in for_need(catalogue, need, Circle(), limit=None):
        for offer, host in open_offers(catalogue, pick.alternative):
            if host.kind != "self" and host.id not in lines:
                service = offer.service or pick.alternative.name
                parts: list[Phrase] = [(Strong(host.name),), (Plain(service),), (Plain(offer.cost.in_(language)),)]
                if offer.url:
                    parts.append((address(offer.url),))
                lines[host.id] = joined(parts, DOT)
    if not lines:
        return Document(language, (Paragraph(speak.say("ask.no-host", need=label)),))
    shown, page, pages = _page(list(lines.values()), _HOSTS, page)
    opening = Paragraph(speak.say("ask.hosts", need=label))
    return Document(language, (opening, Bullets(tuple(shown)), *_next(speak, "ask.hosts-next", page, pages, label)))


def alternatives(catalogue: Catalogue, need: str, tools: frozenset[str], language: Language, page: int = 1) -> Document:
    """One page of the alternatives for a need, those that the association has first."""
    speak = voice(language)
    label = catalogue.needs[need].label.in_(language)
    picks, page, pages = _page(list(for_need(catalogue, need, Circle(tools), limit=None)), _ALTERNATIVES, page)
    opening = Paragraph(speak.say("ask.alternatives", need=label))
    items = Numbered(tuple(item(pick, speak) for pick in picks), (page - 1) * _ALTERNATIVES + 1)
    return Document(language, (opening, items, *_next(speak, "ask.alternatives-next", page, pages, label)))


def _page(everything: list[Item], size: int, page: int) -> tuple[list[Item], int, int]:
    """The items of `page` (or of the nearest page there is), its number, and how many pages there are."""
    pages = max(1, -(-len(everything) // size))
    page = min(max(page, 1), pages)
    return everything[(page - 1) * size : page * size], page, pages


def _next(speak: Voice, sentence: str, page: int, pages: int, need: str) -> tuple[Block, ...]:
    return (Paragraph(speak.say(sentence, page=page + 1, need=need)),) if page < pages else ()
