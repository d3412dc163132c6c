"""Names that are in no catalogue, where a question is about them: misspelt, or new, or no tool at all."""

from bot.ask.reading import lexicon as words_of
from bot.ask.reading.all_giants import all_giants
from bot.ask.reading.corrected import meant_instead
from bot.ask.reading.cue_phrases import Cue
from bot.ask.reading.cues import Found
from bot.ask.reading.for_that import kind_said, said_before
from bot.ask.reading.message import Message
from bot.ask.reading.nearby import unknown_before
from bot.ask.reading.resolve import Wish
from bot.ask.reading.slot import Slot
from bot.ask.reading.strangers import no_tool, somebody
from bot.catalog.names import Entry, Mention
from bot.catalog.need_words import NeedMention
from bot.catalog.ordinary import is_ordinary

_OPEN = frozenset({Cue.ONWARD, Cue.ASKING})
_VERBS = ("er", "ir", "re")
_NEAR = 8


def whole(message: Message, mention: Mention) -> Mention:
    """« google froms » is more than « google »: the longer misspelt name, where there is one."""
    after = mention.last
    if (
        after >= len(message.tokens)
        or message.tokens[after].broken
        or message.named(after)
        or is_ordinary(message.words[after])
    ):
        return mention
    near = message.index.near(message.reading, mention.first, after + 1)
    return near if near and near.first == mention.first and near.last > mention.last else mention


def new_object(message: Message, wish: Wish, given: Slot, cue: Cue, *, thing: bool, addressed: bool) -> None:
    """A name that is in no catalogue: misspelt, or new, or no tool at all."""
    if given.unknown is None:
        return
    start, stop = given.unknown
    if instead := meant_instead(message, stop):
        wish.targets.append(instead)
        return
    kind = kind_said(message, start, stop)
    if kind or somebody(message, start, stop):
        wish.add_needs(kind)
        return
    near = message.index.near(message.reading, start, _beyond(message, stop))
    if near is not None and near.first <= start + 1:
        wish.targets.append(near)
        return
    if all_giants(message, start, stop) or all(message.words[place] in words_of.GIANTS for place in range(start, stop)):
        needs = [need for need in said_before(message, start) if _asked_for(message, need, start)]
        wish.overview = not any(_asked_for(message, need, start) for need in message.needs)
        wish.add_needs(needs)
        return
    if _no_name(message, given, start, stop) or (not addressed and no_tool(message, start, stop, cue)):
        return
    named = given.proper or given.tool
    if addressed or (named and (given.tool or (thing and cue is not Cue.LEAVE))):
        wish.unknown = wish.unknown or message.typed(start, stop)


def _asked_for(message: Message, need: NeedMention, start: int) -> bool:
    """« une pétition ailleurs que chez les GAFAM », and not « voter une motion pour en sortir »."""
    return words_of.FOR.isdisjoint(message.words[need.last : start])


def _no_name(message: Message, given: Slot, start: int, stop: int) -> bool:
    """« par quoi remplacer les chaises cassées ? », « une solution de remplacement avant vendredi »"""
    word = message.words[start]
    if word in {"avant", "before"} or (word.endswith(_VERBS) and is_ordinary(word) and not message.capital(start)):
        return True  # « un autre système à mettre dessus »
    if not (given.proper or given.tool) and is_ordinary(message.tokens[start].form):
        return True
    written = stop - start > 1 and all(message.capital(place) for place in range(start, stop))
    return not written and all(is_ordinary(token.form) for token in message.tokens[start:stop])


def _beyond(message: Message, stop: int) -> int:
    """Past the names that follow: « sirvey monkey »."""
    beyond = stop
    while (
        beyond < min(len(message.tokens), stop + 2)
        and not message.tokens[beyond].broken
        and (message.named(beyond) or message.name_at(beyond))
    ):
        beyond += 1
    return beyond


def new_before(message: Message, wish: Wish, found: Found, first: int, *, addressed: bool) -> None:
    """« on paie WildApricot, par quoi le remplacer ? », « jutilise timme viouveur, ya mieu ? »"""
    new = unknown_before(message, found.place, first, addressed=False)
    near = max(first, found.place - _NEAR)
    if not new and addressed and not wish:
        new = unknown_before(message, found.place, first, addressed=True)
    by_ear = not new and found.cue not in _OPEN and message.language == "fr"
    meant = message.index.near(message.reading, *new) if new else None
    if meant is None and by_ear:
        meant = message.index.heard(message.reading, near, found.place)
        if meant and meant.last - meant.first == 1 and not addressed:
            meant = None  # one word that sounds like a name may be any: « l’huile de palme »
    if meant is not None and meant.is_a(Entry.PRODUCT):
        wish.targets.append(meant)
    elif not wish and new and (addressed or not no_tool(message, near, found.place, Cue.ONWARD)):
        wish.unknown = message.typed(*new)
