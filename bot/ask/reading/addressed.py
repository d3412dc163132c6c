"""What a message that was said to the bot is about, where nothing is asked in so many words: « Doodle ? »."""

from collections.abc import Mapping

from bot.ask.reading.all_giants import all_to_be_left
from bot.ask.reading.belief import believed
from bot.ask.reading.beside import turned_to
from bot.ask.reading.contrast import liked_in
from bot.ask.reading.counterpart import counterparts
from bot.ask.reading.direction import Role
from bot.ask.reading.errands import orders_the_bot
from bot.ask.reading.heads import meant
from bot.ask.reading.message import Message
from bot.ask.reading.nearby import holds, in_a_row, only_where
from bot.ask.reading.phrases import Phrases
from bot.ask.reading.resolve import Wish
from bot.ask.reading.wanting import wanted
from bot.catalog.model import Kind
from bot.catalog.names import Entry, Mention, Sure

_THE_LINK = Phrases(("le lien", "the|meeting|zoom|teams link"))
_MOST_NAMES = 20
_VERY_SHORT = 3
_SHORT = 6
"""With no more words than this, a name alone is a question; an everyday word only with fewer still."""


def anything(message: Message, roles: Mapping[int, Role], corrected: Mapping[int, Mention]) -> Wish | None:
    """The most that can be made of it; `roles` and `corrected` tell by place which names are not meant."""
    wish = Wish()
    if orders_the_bot(message) or _wants_a_link(message):
        return None
    last = len(message.tokens)
    short = last <= _SHORT
    said = any(need.size > 1 for need in message.needs)
    idle = not short and any(map(message.reads_as_need, message.names)) and not wanted(message)
    fine = {mention.first for mention in liked_in(message)} if said else set()
    wish.targets = [
        mention
        for mention in message.names[:_MOST_NAMES]
        if mention.first not in roles
        and mention.first not in corrected
        and mention.first not in fine
        and not (
            message.weak(mention)
            and mention not in corrected.values()
            and (last > _VERY_SHORT or message.needs)
            and not _in_a_row(message, mention)
        )
        and not ((said or (idle and not message.capital(mention.first))) and message.reads_as_need(mention))
        and (short or mention.sure is Sure.EXACT or believed(message, mention, mention.first, last))
    ]
    wish.targets = [m for m in wish.targets if not holds(message, m, wish.targets)]
    if turned_to(message, wish.targets, last):
        wish.targets = []
    if message.needs:
        wish.targets = [m for m in wish.targets if not _by_way_of(message, m)]
    plain = [m for m in wish.targets if not only_where(message, m)]
    wish.targets = plain or (wish.targets if short and not message.needs else [])
    wish.targets = wish.targets or counterparts(message, roles)
    if all(target.is_a(Entry.GIANT) for target in wish.targets):
        wish.constraints += meant(message, message.needs)
    wish.overview = not wish.targets and all_to_be_left(message)
    if not wish:
        # « on garde HelloAsso ? »
        kept = (m for m in message.names if roles.get(m.first) is Role.KEPT)
        wish.targets = [m for m in kept if message.is_asked(m.first)]
    if not wish:
        wish.add_needs(wanted(message))
    if not wish:
        # « n’importe quoi sauf WhatsApp »: what they would rather not have is what is to be replaced.
        wish.targets = [m for m in message.names if roles.get(m.first) is Role.EXCLUDED]
    if not wish and short:
        near = message.index.near(message.reading, 0, last)
        wish.targets = [near] if near else []
    return wish if wish else None


def _by_way_of(message: Message, mention: Mention) -> bool:
    """« on se parle par SMS »: how it is done now, with something that there is no hurry to leave."""
    if message.words[mention.first - 1 : mention.first] not in (["par"], ["via"], ["by"]):
        return False
    products = message.index.catalogue.products
    return mention.is_a(Entry.PRODUCT) and all(products[ref.id].answer is Kind.KEEP for ref in mention.refs)


def _wants_a_link(message: Message) -> bool:
    """« t’as le lien Zoom de ce soir ? »"""
    asked = any(message.is_asked(place) for place in range(len(message.words)))
    return asked and next(_THE_LINK.all(message.words, 0, len(message.words)), None) is not None


def _in_a_row(message: Message, mention: Mention) -> bool:
    return any(in_a_row(message, before, mention) for before in message.names if before.last <= mention.first)
