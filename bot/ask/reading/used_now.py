"""What is used today for a need that another tool is sought for: it is what is to be replaced."""

from collections.abc import Mapping

from bot.ask.reading.any_tool import tool_at
from bot.ask.reading.direction import Role
from bot.ask.reading.message import Message
from bot.ask.reading.nearby import nearby
from bot.ask.reading.seek import done_without
from bot.catalog.names import Entry, Mention
from bot.catalog.need_words import NeedMention


def used_now(
    message: Message, needs: list[NeedMention], first: int, last: int, roles: dict[int, Role]
) -> list[Mention]:
    """The tools that serve the `needs` of a sentence today, or that it would do without."""
    wanted = {need for mention in needs for need in mention.needs}
    if not wanted:
        return []
    return _serving(message, wanted, first, last, roles) or _spared(message, wanted, first, last, roles)


def _serving(message: Message, wanted: set[str], first: int, last: int, roles: Mapping[int, Role]) -> list[Mention]:
    """« OneNote, c’est pratique pour les notes, mais il me faut un truc libre »."""
    return [
        mention
        for mention in nearby(message, last, roles, first)
        if first <= mention.first
        and len(mention.refs) == 1
        and mention.is_a(Entry.PRODUCT)
        and not wanted.isdisjoint(message.index.needs_of(mention.ref))
    ]


def _spared(message: Message, wanted: set[str], first: int, last: int, roles: dict[int, Role]) -> list[Mention]:
    """« peut-on écrire un bulletin sans Word ? »: without a tool, where no other one is spoken of."""
    if tool_at(message, first, last) is not None:
        return []
    without = done_without(message, first, last, roles)
    return [tool for tool in without if wanted.isdisjoint(message.index.needs_of(tool.ref))]
