"""The answers, written: what was found → a `Document` of at most one screen of a phone.

The first line is the answer. Facts come from the catalogue, sentences from the wording; what a person
typed is shown only through `tamed`.
"""

from collections.abc import Mapping, Sequence

from bot.ask.choose import Pick
from bot.ask.lines import DOT, address, as_sentence, capital, closing, item, unstopped, where
from bot.ask.understanding import Understanding
from bot.catalog.catalogue import Catalogue
from bot.catalog.model import Export, Gone, Kind, Product
from bot.catalog.names import Entry, Ref
from bot.conversation import Language
from bot.wording import (
    Block,
    Bullets,
    Document,
    Numbered,
    Paragraph,
    Phrase,
    Plain,
    Strong,
    Voice,
    joined,
    render,
    sentence,
    tamed,
    voice,
)

SCREEN = 900
"""Characters of one screen of a phone; what can be left out is left out beyond it."""


def product(
    catalogue: Catalogue, asked: Product, picks: Sequence[Pick], language: Language, doubt: bool = False
) -> Document:
    """What takes over from one product; `doubt`: its name was guessed, and that is said first."""
    speak = voice(language)
    first = joined(((_doubt(speak, asked.name) if doubt else ()), _headline(catalogue, asked, picks, speak)))
    blocks: list[Block] = [Paragraph(first)]
    if picks:
        if asked.answer is Kind.KEEP:
            blocks.append(Paragraph(speak.say("ask.keep-further")))
        blocks.append(Numbered(tuple(item(pick, speak, with_why=not _told(asked, n)) for n, pick in enumerate(picks))))
    last = Paragraph(closing(speak, asked.checked, len(picks)))
    needed, spare = _leaving(asked, speak)
    while spare and len(render(Document(language, (*blocks, *needed, *spare, last))).body) > SCREEN:
        spare.pop()
    return Document(language, (*blocks, *needed, *spare, last))


def _told(asked: Product, place: int) -> bool:
    """Whether the headline has already said why the alternative at `place` stands there."""
    return place == 0 and asked.answer is Kind.REPLACE


def _headline(catalogue: Catalogue, asked: Product, picks: Sequence[Pick], speak: Voice) -> Phrase:
    language = speak.language
    hint = asked.hint.in_(language) if asked.hint else ""
    match asked.answer:
        case Kind.KEEP:
            return _keep(asked, speak)
        case Kind.GONE if asked.gone:
            return _gone(catalogue, asked, asked.gone, speak)
        case Kind.NO_EQUIVALENT:
            return speak.say("ask.no-equivalent", name=asked.name, hint=hint)
    if not picks:
        return speak.say("ask.nothing", name=asked.name)
    first = picks[0]
    values = {"name": asked.name, "alternative": first.alternative.name, "why": first.why.in_(language)}
    if first.through:
        return speak.say("ask.replace-within", through=first.through, **values)
    return speak.say("ask.replace-owned" if first.owned else "ask.replace", **values)


def _keep(asked: Product, speak: Voice) -> Phrase:
    hint = asked.hint.in_(speak.language) if asked.hint else ""
    calm = speak.word("ask.no-hurry") in hint.casefold()
    return speak.say("ask.keep-calm" if calm else "ask.keep", name=asked.name, hint=hint)


def _gone(catalogue: Catalogue, asked: Product, gone: Gone, speak: Voice) -> Phrase:
    what = gone.what.in_(speak.language)
    became = _name(catalogue, gone.became) if gone.became else ""
    if asked.name not in what:
        return speak.say("ask.gone-named", name=asked.name, what=what)
    if became and became not in what:
        return speak.say("ask.gone-became", what=what, became=became)
    return speak.say("ask.gone", what=what)


def _name(catalogue: Catalogue, became: str) -> str:
    entry = catalogue.products.get(became) or catalogue.alternatives.get(became)
    return entry.name if entry else ""


def _doubt(speak: Voice, name: str) -> Phrase:
    return speak.say("ask.doubt", name=name)


def _leaving(asked: Product, speak: Voice) -> tuple[list[Block], list[Block]]:
    """What there is to say about leaving: what is always said, and what is said where there is room, in order."""
    if asked.answer not in {Kind.REPLACE, Kind.NO_EQUIVALENT}:
        return [], []
    language = speak.language
    limit: list[Block] = [Paragraph((Plain(as_sentence(asked.limit.in_(language))),))] if asked.limit else []
    export: list[Block] = [Paragraph(_export(asked.export, asked.effort, speak))] if asked.export else []
    captive = asked.discounts[:1]
    discount: list[Block] = [Paragraph(speak.say("ask.discount", what=each.what.in_(language))) for each in captive]
    # Where nothing free does it, the step that reduces the harm is the answer.
    return (limit, export + discount) if asked.answer is Kind.NO_EQUIVALENT else (export, limit + discount)


def _export(export: Export, effort: str | None, speak: Voice) -> Phrase:
    """How to get the data out, and how long it takes."""
    how = unstopped(export.how.in_(speak.language))
    told = (
        speak.say("ask.export-at", how=how, link=(address(export.url),))
        if export.url
        else speak.say("ask.export", how=how)
    )
    return joined((told, speak.say(f"ask.effort-{effort}") if effort else ()))


def products(
    catalogue: Catalogue, found: Sequence[tuple[Product, tuple[Pick, ...]]], language: Language, doubt: bool = False
) -> Document:
    """Several products, each in one line: what takes over first."""
    speak = voice(language)
    lines: list[Phrase] = []
    others: list[Phrase] = []
    for asked, picks in found:
        if picks and asked.answer in {Kind.REPLACE, Kind.GONE}:
            lines.append(joined((_arrow(asked.name, picks[0], speak), _short_cost(picks[0], speak)), DOT))
        else:
            others.append(_headline(catalogue, asked, picks, speak))
    names = " · ".join(asked.name for asked, _ in found)
    blocks: list[Block] = [Paragraph(speak.say("ask.several-doubt" if doubt else "ask.several", names=names))]
    if lines:
        blocks.append(Numbered(tuple(lines)))
    if others:
        blocks.append(Bullets(tuple(others)))
    blocks.append(Paragraph(closing(speak, min(asked.checked for asked, _ in found), len(lines))))
    return Document(language, tuple(blocks))


def _arrow(name: str, pick: Pick, speak: Voice) -> Phrase:
    return (Strong(f"{name} → {pick.alternative.name}"), *where(pick, speak))


def _short_cost(pick: Pick, speak: Voice) -> Phrase:
    if pick.owned:
        return speak.say("ask.owned-within", through=pick.through) if pick.through else speak.say("ask.owned")
    cost = pick.offer.cost if pick.offer else pick.alternative.cost
    return (Plain(cost.in_(speak.language)),) if cost else ()


def need(catalogue: Catalogue, asked: str, picks: Sequence[Pick], language: Language, unknown: str = "") -> Document:
    """What serves one need; `unknown`: the product behind it is not in the catalogue."""
    speak = voice(language)
    label = catalogue.needs[asked].label.in_(language)
    if not picks:
        return Document(language, (Paragraph(speak.say("ask.nothing-for", need=label)),))
    first = picks[0]
    name = "ask.need-within" if first.through else "ask.need-owned" if first.owned else "ask.need"
    opening = speak.say(
        name, need=capital(label), alternative=first.alternative.name, through=first.through, what=_what(first, speak)
    )
    told = speak.say("ask.unknown-but", name=(Strong(tamed(unknown)),)) if unknown and tamed(unknown) else ()
    items = tuple(item(pick, speak, with_why=n > 0) for n, pick in enumerate(picks))
    checked = min(pick.alternative.checked for pick in picks)
    last = closing(speak, checked, len(picks))
    return Document(language, (Paragraph(joined((told, opening))), Numbered(items), Paragraph(last)))


def _what(pick: Pick, speak: Voice) -> str:
    return capital(pick.alternative.what.in_(speak.language)).removesuffix(".")


def needs(catalogue: Catalogue, found: Mapping[str, tuple[Pick, ...]], language: Language) -> Document:
    """Several needs, each in one line."""
    speak = voice(language)
    lines = [
        joined(
            (
                _arrow(capital(catalogue.needs[need].label.in_(language)), picks[0], speak),
                _short_cost(picks[0], speak),
            ),
            DOT,
        )
        for need, picks in found.items()
        if picks
    ]
    checked = min((pick.alternative.checked for picks in found.values() for pick in picks), default=None)
    last = closing(speak, checked, len(lines)) if checked else ()
    return Document(language, (Paragraph(speak.say("ask.several-needs")), Numbered(tuple(lines)), Paragraph(last)))


def kept(catalogue: Catalogue, ref: Ref, language: Language, doubt: bool = False) -> Document:
    """Something that needs no replacing: an alternative, or a host."""
    speak = voice(language)
    if ref.entry is Entry.HOST:
        host = catalogue.hosts[ref.id]
        opening = speak.say("ask.keep-host", name=host.name, offer=host.offer.in_(language))
        lines = [speak.say("ask.limit", limit=host.limit.in_(language))]
        checked = host.checked
    else:
        alternative = catalogue.alternatives[ref.id]
        free = alternative.licence not in {"not-free", "not-software"}
        default = speak.word("ask.keep-free" if free else "ask.keep-not-free")
        hint = alternative.keep.in_(language) if alternative.keep else default
        opening = speak.say(
            "ask.keep-alternative", name=alternative.name, what=alternative.what.in_(language), hint=hint
        )
        lines = [speak.say("ask.limit", limit=alternative.limits[0].in_(language))]
        checked = alternative.checked
    first = joined(((_doubt(speak, _ref_name(catalogue, ref)) if doubt else ()), opening))
    count = 1 if ref.entry is Entry.ALTERNATIVE else 0
    last = closing(speak, checked, count)
    return Document(language, (Paragraph(first), *(Paragraph(line) for line in lines), Paragraph(last)))


def _ref_name(catalogue: Catalogue, ref: Ref) -> str:
    match ref.entry:
        case Entry.PRODUCT:
            return catalogue.products[ref.id].name
        case Entry.ALTERNATIVE:
            return catalogue.alternatives[ref.id].name
        case Entry.GIANT:
            return catalogue.giants[ref.id].name
        case _:
            return catalogue.hosts[ref.id].name


def ask(catalogue: Catalogue, understood: Understanding) -> Document:
    """Which one? A short numbered list; the number is enough as a reply."""
    language = understood.language
    speak = voice(language)
    if understood.giant:
        opening = speak.say("ask.giant", name=catalogue.giants[understood.giant].name)
    elif understood.choices[0].entry is Entry.NEED:
        opening = speak.say("ask.which-need")
    else:
        opening = speak.say("ask.which-doubt" if understood.doubt else "ask.which")
    items = tuple(_option(catalogue, ref, language) for ref in understood.choices)
    return Document(language, (Paragraph(opening), Numbered(items), Paragraph(speak.say("ask.answer-by-number"))))


def _option(catalogue: Catalogue, ref: Ref, language: Language) -> Phrase:
    if ref.entry is Entry.NEED:
        return (Plain(catalogue.needs[ref.id].label.in_(language)),)
    name = _ref_name(catalogue, ref)
    entry = catalogue.products.get(ref.id) if ref.entry is Entry.PRODUCT else catalogue.alternatives.get(ref.id)
    if entry is None or entry.needs[0] not in catalogue.needs:
        return (Plain(name),)
    return (Plain(f"{name} ({catalogue.needs[entry.needs[0]].label.in_(language)})"),)


def more(picks: Sequence[Pick], language: Language, start: int) -> Document:
    """Further alternatives, their numbers going on from those already shown."""
    speak = voice(language)
    if not picks:
        return Document(language, (Paragraph(speak.say("ask.no-more")),))
    items = tuple(item(pick, speak) for pick in picks)
    return Document(language, (Paragraph(speak.say("ask.more")), Numbered(items, start)))


def unknown(understood: Understanding) -> Document:
    """A product that is not in the catalogue: said plainly, no guess."""
    speak = voice(understood.language)
    name = tamed(understood.unknown)
    return Document(
        understood.language,
        (Paragraph(speak.say("ask.unknown", name=(Strong(name),)) if name else speak.say("ask.which-tool")),),
    )


def which(language: Language) -> Document:
    """The guess was wrong: which tool, then?"""
    return sentence(language, "ask.which-tool")


def help_(language: Language) -> Document:
    """What the bot is for, kindly."""
    return sentence(language, "ask.help")
