"""The tools that a question without an object of its own is about, with regard to what else the message says of them:
« Zoom coûte cher. Une alternative ? », « … sans BlaBlaCar, on fait avec quoi ? ».
"""

from collections.abc import Collection, Mapping

from bot.ask.reading import lexicon as words_of
from bot.ask.reading.belief import believed, used
from bot.ask.reading.beside import another_purpose, for_that_need, turned_to
from bot.ask.reading.cue_phrases import Cue
from bot.ask.reading.cues import Found
from bot.ask.reading.direction import Role
from bot.ask.reading.heads import meant
from bot.ask.reading.message import Message
from bot.ask.reading.nearby import all_of_them, nearby, only_where, unknown_before
from bot.ask.reading.spared import others_ahead, ruled_out
from bot.catalog.names import Entry, Mention
from bot.catalog.need_words import NeedMention

_THAT = frozenset({"ca", "c", "that", "it"})
OPEN = frozenset({Cue.ONWARD, Cue.ASKING})
"""These ask « vers quoi ? », « vous prenez quoi ? » and have no object."""


def tools_before(
    message: Message, found: Found, first: int, last: int, roles: Mapping[int, Role], *, alone: bool
) -> list[Mention]:
    """The tools that the cue `found`, in the sentence from `first` to `last`, is about; `alone`: nothing is asked
    about yet, so that even a tool that is kept may be meant.
    """
    spared = roles
    both = all_of_them(message, first, last)
    if both:
        spared = {place: role for place, role in spared.items() if role is not Role.EXCLUDED}
    if _strange_subject(message, found, first):
        return []
    here = nearby(message, found.place, spared, first)
    here = (not both and _done_without(message, here, first, last)) or here
    if alone and not (here or others_ahead(message, found.place, spared)):
        spared = {place: role for place, role in roles.items() if ruled_out(message, place, role, found.place)}
        here = nearby(message, found.place, spared, first)
    if alone and not here and _only_refused(message):
        here = nearby(message, found.place, {}, first)  # « on ne veut pas de Change.org. Quoi d’autre ? »
    if not here and found.cue in OPEN:
        after = (mention for mention in message.names_in(found.after, last) if mention.first not in roles)
        here = [mention for mention in after if used(message, mention) or _moved(message, mention, found, last)]
    return here


def _only_refused(message: Message) -> bool:
    """Whether « on ne veut pas de Change.org » names all there is."""
    named = [mention for mention in message.names if not message.weak(mention)]
    one = len({mention.refs for mention in named}) == 1
    return one and all(message.words[m.first - 1 : m.first] in (["de"], ["d"]) for m in named)


def about_another_need(message: Message, found: Found, last: int, tools: list[Mention]) -> bool:
    """Whether an open question is about something else than what the `tools` do."""
    if found.cue not in OPEN:
        return False
    return another_purpose(message, found.after, last, tools) or bool(turned_to(message, tools, last))


def narrowed(
    message: Message,
    tools: list[Mention],
    found: Found,
    first: int,
    last: int,
    left: Collection[int],
    *,
    addressed: bool,
) -> list[Mention]:
    """Those of `tools` that are meant: not what was `left` before, not only what something runs on."""
    if tools and all(only_where(message, mention) for mention in tools):
        # « Procreate sur iPad, ça se remplace par quoi ? »
        new = unknown_before(message, tools[0].first, first, addressed)
        strange = new and new[1] in {tools[0].first - 1, tools[0].first - 2} and (addressed or message.capital(new[0]))
        tools = [] if strange else tools
    tools = [mention for mention in tools if mention.first not in left] or tools
    return for_that_need(message, tools, found.after, last)


def needs_of_the_giant(message: Message, tools: list[Mention], first: int) -> list[NeedMention]:
    """« Amazon pour acheter nos livres, ça fait tache. Ailleurs ? »: what a giant named before `first` is used for."""
    if not tools or tools[0].last > first or not all(mention.is_a(Entry.GIANT) for mention in tools):
        return []
    said = message.tokens[tools[0].first].sentence
    needs = [need for need in message.needs if message.tokens[need.first].sentence == said]
    return meant(message, [n for n in needs if n.first > tools[0].first or _led_by_for(message, n)])


def _done_without(message: Message, tools: list[Mention], first: int, last: int) -> list[Mention]:
    """« BlaBlaCar et un groupe WhatsApp… sans BlaBlaCar on fait avec quoi ? »: which of the tools they would do
    without, in the question itself.
    """
    names = message.names_in(first + 1, last)
    refs = {name.refs for name in names if message.words[name.first - 1] in words_of.WITHOUT}
    return [mention for mention in tools if mention.refs in refs]


def _strange_subject(message: Message, found: Found, first: int) -> bool:
    """« Et Smartsheet, ça se remplace par quoi ? »: a name that is in no catalogue, and not what was named before."""
    place = first + (message.words[first] in words_of.AND)
    if not first < found.place or place + 1 >= found.place or message.name_at(place + 1) is not None:
        return False
    named = message.odd(place) and message.capital(place) and message.tokens[place + 1].broken
    return named and message.words[place + 1] in _THAT


def _moved(message: Message, mention: Mention, found: Found, last: int) -> bool:
    """« vers quoi on pourrait migrer ce drive ? »"""
    plain = not message.weak(mention) and not message.in_a_need(mention)
    return plain and believed(message, mention, found.after, last)


def _led_by_for(message: Message, need: NeedMention) -> bool:
    """« pour les mails on a Google »"""
    return not words_of.FOR.isdisjoint(message.words[max(0, need.first - 2) : need.first])
