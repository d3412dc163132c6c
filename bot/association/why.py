"""« Pourquoi 62 ? »: each need's points, each tool's own part and exposure, the criteria and their source. Pure."""

from collections.abc import Mapping, Sequence

from bot.association.result import label, percent, shown
from bot.association.score import CRITERIA, Line, Score, shares
from bot.association.standing import Standing
from bot.catalog import Catalogue
from bot.catalog.parts import Source
from bot.conversation import Language
from bot.wording import Block, Bullets, Document, Link, Paragraph, Phrase, Plain, joined, voice

_MOST = 6
_LEVELS: Mapping[float, str] = {0: "yes", 0.5: "partly", 1: "no"}


def rounded(points: Mapping[str, float]) -> dict[str, int]:
    """Whole points that add up to the rounded sum: what is left over goes to the largest remainders."""
    whole = {key: int(value) for key, value in points.items()}
    left = round(sum(points.values())) - sum(whole.values())
    for key in sorted(points, key=lambda each: whole[each] - points[each])[: max(0, left)]:
        whole[key] += 1
    return whole


def points_by_need(stands: Standing) -> dict[str, int]:
    """The whole points of each need in use, most first; together the score."""
    if stands.score is None:
        return {}
    points = rounded({use.need: stands.score.points_of(use.need) for use in stands.uses})
    return dict(sorted(points.items(), key=lambda item: -item[1]))


def overview(stands: Standing, catalogue: Catalogue, language: Language) -> Document:
    """One screen: the needs that make the points, what makes none, what is not known, the three sub-scores."""
    speak, score = voice(language), stands.score
    if score is None:
        return Document(language, (Paragraph(speak.say("result.nothing")),))
    points = points_by_need(stands)
    heavy = [need for need, count in points.items() if count > 0]
    known = {use.need for use in stands.uses if use.tools}
    whole = sum(points.values())
    heading = speak.say("why.heading", count=whole) if whole else speak.say("why.no-points")
    blocks: list[Block] = [Paragraph(heading)]
    if heavy:
        items = [_need_line(need, points[need], score, catalogue, language) for need in heavy[:_MOST]]
        blocks.append(Bullets(tuple(items)))
    if rest := heavy[_MOST:]:
        total = sum(points[need] for need in rest)
        blocks.append(Paragraph(speak.say("why.rest", needs=_labels(rest, catalogue, language), count=total)))
    if light := [need for need in points if need not in heavy and need in known]:
        blocks.append(Paragraph(speak.say("why.light", needs=_labels(light, catalogue, language))))
    if unknown := [use.need for use in stands.uses if not use.tools]:
        coverage = percent(score.coverage)
        blocks.append(
            Paragraph(speak.say("why.unknown", needs=_labels(unknown, catalogue, language), coverage=coverage))
        )
    blocks.append(Paragraph(sub_scores(score, language)))
    example = label(heavy[0] if heavy else next(iter(points)), catalogue, language)
    blocks.append(Paragraph(speak.say("why.more", need=example)))
    return Document(language, tuple(blocks))


def detail(stands: Standing, need: str, catalogue: Catalogue, language: Language) -> Document:
    """All that makes the points of one need in use."""
    speak, score = voice(language), stands.score
    use = next(use for use in stands.uses if use.need == need)
    assert score is not None, "something is in use"
    whole = sum(each.weight for each in stands.uses)
    count, name = points_by_need(stands)[need], label(need, catalogue, language)
    blocks: list[Block] = [
        Paragraph(speak.say("why.need", need=name, count=count, weight=use.weight, whole=whole)),
    ]
    share = shares(stands.uses)
    if not use.tools:
        blocks.append(Paragraph(speak.say("why.not-known")))
    for line in score.lines:
        if line.need == need:
            blocks += _tool(line, share.get(line.tool.owner, 0), catalogue, language)
    return Document(language, tuple(blocks))


def formula(language: Language) -> Document:
    """How the score is computed, in words."""
    return Document(language, tuple(Paragraph(line) for line in formula_lines(language)))


def formula_lines(language: Language) -> Sequence[Phrase]:
    """The same as phrases; the report uses them too."""
    speak = voice(language)
    return [speak.say(f"why.formula-{part}") for part in ("facts", "own", "exposure", "unknown", "credits")]


def sub_scores(score: Score, language: Language) -> Phrase:
    """The three views beside the score, each 0 to 100."""
    return voice(language).say(
        "why.sub-scores",
        technical=str(round(score.technical)),
        economic=str(round(score.economic)),
        cultural=str(round(score.cultural)),
    )


def _need_line(need: str, count: int, score: Score, catalogue: Catalogue, language: Language) -> Phrase:
    lines = [line for line in score.lines if line.need == need and line.points > 0]
    tools = ", ".join(dict.fromkeys(held(line) for line in lines))
    name = label(need, catalogue, language)
    parts = rounded({"own": sum(line.own for line in lines), "exposure": sum(line.exposure for line in lines)})
    return voice(language).say(
        "why.line", need=name, count=count, tools=tools, own=str(parts["own"]), exposure=str(count - parts["own"])
    )


def held(line: Line) -> str:
    """« Gmail (Google) »; an owner of the same name is not said twice."""
    name, owner = shown(line.tool.name), shown(line.tool.owner)
    told = owner.casefold() in name.casefold() or name.casefold() in owner.casefold()
    named = owner and owner != line.tool.id and not told
    return f"{name} ({owner})" if named else name


def _tool(line: Line, share: float, catalogue: Catalogue, language: Language) -> list[Block]:
    speak, tool = voice(language), line.tool
    if not tool.control:
        return [Paragraph(speak.say("why.tool-free", tool=shown(tool.name)))]
    parts = rounded({"own": line.own, "exposure": line.exposure})
    said = speak.say(
        "why.tool", tool=held(line), own=str(parts["own"]), exposure=str(parts["exposure"]), share=percent(share)
    )
    kind = speak.say("why.giant" if tool.control == 1 else "why.closed")
    items = tuple(criterion(name, tool.criteria[name], language) for name in CRITERIA)
    return [Paragraph(joined((said, kind))), Bullets(items), Paragraph(judged_from(tool.id, catalogue, language))]


def criterion(name: str, value: float, language: Language) -> Phrase:
    """« Récupérer ses données : en partie »."""
    speak = voice(language)
    return speak.say(
        "why.criterion", criterion=speak.word(f"criterion.{name}"), level=speak.word(f"level.{_LEVELS[value]}")
    )


def judged_from(tool: str, catalogue: Catalogue, language: Language) -> Phrase:
    """Where the judgement of a tool comes from, or that nobody has judged it yet."""
    product, speak = catalogue.products.get(tool), voice(language)
    if product is None or product.lock_in is None:
        return speak.say("why.not-judged")
    return speak.say("why.source", source=source_of(product.lock_in.source))


def source_of(source: Source) -> Phrase:
    """A source by its title or address, with its date."""
    name = source.title or source.url or ""
    named: Phrase = (Link(name, source.url),) if source.url else (Plain(name),)
    return (*named, Plain(f", {source.date:%m/%Y}"))


def _labels(needs: Sequence[str], catalogue: Catalogue, language: Language) -> str:
    return ", ".join(label(need, catalogue, language) for need in needs)
