"""A tool that is named beside what it is used for, where another one is asked for: it is the one to be replaced."""

from collections.abc import Iterable, Mapping, Sequence

from bot.ask.reading import lexicon as words_of
from bot.ask.reading.any_tool import tool_at, vague
from bot.ask.reading.belief import used
from bot.ask.reading.cue_phrases import Cue
from bot.ask.reading.cues import Found
from bot.ask.reading.direction import Role
from bot.ask.reading.heads import said_without
from bot.ask.reading.intent import stance
from bot.ask.reading.lexicon import CUE_VOCABULARY
from bot.ask.reading.message import Message
from bot.ask.reading.nearby import nearby, said_of_another
from bot.ask.reading.phrases import Phrases
from bot.catalog.fold import Kind
from bot.catalog.names import Entry, Mention
from bot.catalog.need_words import NeedMention
from bot.catalog.ordinary import is_ordinary

_SAME = Phrases(
    (
        "faire|fait|fais|font pareil|autant|idem",
        "faire|fait|font la meme chose",
        "do|does|doing the same",
        "do the same thing",
    )
)
_TOOLS = frozenset({Entry.PRODUCT, Entry.ALTERNATIVE})
_TURNS_TO = Phrases(
    (
        "mais|but|sinon|reste|remains|however|yet",
        "et|and pour|for|selling|booking|sending|tracking|counting",
        "par contre",
        "en revanche",
        "c est pour|a|de|d|quand|dans",
        "ce qui manque",
        "manque un|une|du|de",
        "il manque",
        "c pour",
        "la c",
        "now for",
        "what s missing|lacking",
    )
)
_TURNS = frozenset({"et", "and", "mais", "but", "sinon", "also"})
_MOST_WORDS = 40
_SHORTEST = 5
_OR = frozenset({"ou", "or"})


def better_than(message: Message, first: int, last: int, roles: dict[int, Role]) -> list[Mention]:
    """« OneNote est pratique pour les notes, mais j’aimerais un truc libre »: the tools named before a tool is asked
    for, where what follows does not say for what else.
    """
    place = tool_at(message, first, last)
    beyond = (need for need in message.needs if need.first < last and not said_without(message, need))
    if place is None or any(place < need.last for need in beyond):
        return []
    if vague(message, place) or not _OR.isdisjoint(message.words[max(first, place - 2) : place]):
        return []  # « on fait un Kahoot ou autre chose ? » does not seek
    here = nearby(message, place, roles, first)
    if not here or message.weak(here[0]) or here[0].first < first or _turns_to_a_need(message, here[-1].last, place):
        return []
    return here if stance(message, Found(Cue.ALTERNATIVE, place, place + 1), first, last).asks else []


def the_same(message: Message, first: int, last: int, roles: dict[int, Role]) -> list[Mention]:
    """« Zapier relie nos formulaires au fichier, on pourrait faire pareil en libre ? »: the tools that do it now."""
    words = message.words
    place = next((place for place, _ in _SAME.all(words, first, last)), None)
    if place is None or not message.is_asked(place):
        return []
    return [tool for tool in nearby(message, place, roles, first) if not message.weak(tool) and tool.first >= first]


def served(message: Message, needs: Iterable[str], roles: Mapping[int, Role]) -> list[Mention]:
    """« on est sur Doodle, on cherche un outil libre pour nos sondages de dates »: the tools that are used for what
    another one is sought for.
    """
    products = message.index.catalogue.products
    wanted = set(needs)
    serving = [
        mention
        for mention in message.names
        if mention.first not in roles
        and mention.is_a(Entry.PRODUCT)
        and (not message.weak(mention) or _written(message, mention))
        and not message.in_a_need(mention)
        and used(message, mention)
        and not wanted.isdisjoint(products[mention.ref.id].needs)
    ]
    return [mention for mention in serving if not said_of_another(message, mention)]


def _written(message: Message, mention: Mention) -> bool:
    """« la licence d’Antidote »: with a capital that no full stop explains."""
    return message.capital(mention.first) and mention.first > 0 and not message.tokens[mention.first].broken


def _turns_to_a_need(message: Message, start: int, stop: int) -> bool:
    """« on est sur Zoom, et pour les notes, vous avez un outil ? »"""
    return any(
        not _TURNS.isdisjoint(message.words[start : need.first]) for need in message.needs if start <= need.first < stop
    )


def turned_to(message: Message, tools: Sequence[Mention], stop: int) -> list[NeedMention]:
    """« OBS enregistre, PeerTube publie, mais avec quoi monter la vidéo ? »: what is asked for before `stop`, after a
    turn, that none of the `tools` named before does.
    """
    if not tools or not all(ref.entry in _TOOLS for tool in tools for ref in tool.refs):
        return []
    does = {need for tool in tools for ref in tool.refs for need in message.index.needs_of(ref)}
    start = max(tool.last for tool in tools)
    return [
        need
        for need in message.needs
        if start <= need.first < stop
        and (need.size > 1 or need.sure)
        and does.isdisjoint(need.needs)
        and next(_TURNS_TO.all(message.words, start, need.first + 1), None) is not None
    ]


def another_purpose(message: Message, place: int, last: int, tools: Iterable[Mention]) -> bool:
    """« on est sur Google Workspace, vous utilisez quoi pour les sondages de dates ? »: not for what the tool does."""
    purpose = next((need for need in message.needs if place <= need.first < last), None)
    if (
        purpose is None
        or purpose.size == 1
        or words_of.FOR.isdisjoint(message.words[max(0, place - 1) : purpose.first])
    ):
        return False
    products = message.index.catalogue.products
    refs = [ref for tool in tools for ref in tool.refs]
    return all(ref.entry is Entry.PRODUCT and set(purpose.needs).isdisjoint(products[ref.id].needs) for ref in refs)


def for_that_need(message: Message, tools: list[Mention], place: int, last: int) -> list[Mention]:
    """« les photos sont sur Google Photos, on les partage par WhatsApp. Une alternative pour les photos ? »: those of
    several tools that do what the question says.
    """
    needs = {
        one
        for need in message.needs
        if place <= need.first < last
        and not words_of.FOR.isdisjoint(message.words[max(0, need.first - 2) : need.first])
        for one in need.needs
    }
    if len(tools) < 2 or not needs:
        return tools
    products = message.index.catalogue.products
    return [
        tool
        for tool in tools
        if any(ref.entry is Entry.PRODUCT and not needs.isdisjoint(products[ref.id].needs) for ref in tool.refs)
    ] or tools


def misspelt_for(message: Message, needs: Iterable[str]) -> list[Mention]:
    """« Surveymokney pour l’enquête, on voudrait du libre »: the strange word all but names a tool for it."""
    products = message.index.catalogue.products
    wanted = set(needs)
    said = {place for need in message.needs for place in (need.first, need.last - 1)}
    for place, token in enumerate(message.tokens[:_MOST_WORDS]):
        if token.kind is not Kind.WORD or len(token.form) < _SHORTEST or is_ordinary(token.form):
            continue
        if place in said or message.name_at(place) or message.words[place] in CUE_VOCABULARY:
            continue
        near = message.index.near(message.reading, place, min(place + 2, len(message.tokens)))
        if near is None or near.first != place or message.all_but_a_phrase(near):
            continue
        refs = [ref for ref in near.refs if ref.entry is Entry.PRODUCT]
        serving = tuple(ref for ref in refs if not wanted.isdisjoint(products[ref.id].needs))
        if serving:
            return [near._replace(refs=serving[:1])]
    return []
