"""A free tool is asked for, and what for was said just before: « Tracer le plan du local. Un logiciel libre ? »."""

from bot.ask.reading import lexicon as words_of
from bot.ask.reading.any_tool import tool_at
from bot.ask.reading.cue_phrases import Cue
from bot.ask.reading.cues import Found
from bot.ask.reading.heads import meant
from bot.ask.reading.intent import stance
from bot.ask.reading.message import Message
from bot.catalog.need_words import NeedMention
from bot.catalog.ordinary import is_ordinary

_FREE = words_of.FREE_AFTER | words_of.FREE_BEFORE


def for_that(message: Message, first: int, last: int) -> list[NeedMention]:
    """What the sentences before say that a free tool, asked for from `first` to `last`, is for."""
    place = tool_at(message, first, last)
    if place is None or not message.is_asked(place) or _FREE.isdisjoint(message.words[first:last]):
        return []
    if any(not message.weak(name) for name in message.names):
        return []
    if not stance(message, Found(Cue.ALTERNATIVE, place, place + 1), first, last).asks:
        return []
    return said_before(message, first)


def said_before(message: Message, stop: int) -> list[NeedMention]:
    """The needs that were spoken of in so many words before `stop`, in the nearest sentence that has any."""
    said = [need for need in message.needs if need.first < stop and need.size > 1]
    nearest = {message.tokens[need.first].sentence for need in said[-1:]}
    return meant(message, [need for need in said if message.tokens[need.first].sentence in nearest])


def kind_said(message: Message, start: int, stop: int) -> list[NeedMention]:
    """« une alternative aux grosses plateformes vidéo »: what looked like a name says what the tools do."""
    ends = [need for need in message.needs if start < need.first <= stop and need.size > 1][:1]
    plain = ends and all(is_ordinary(token.form) for token in message.tokens[start : ends[0].first])
    return ends if plain else []
