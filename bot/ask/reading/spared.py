"""What a role leaves of a tool that a question without an object may be about all the same."""

from collections.abc import Container

from bot.ask.reading.direction import Role
from bot.ask.reading.message import Message
from bot.catalog.names import Sure

_GOOD_RIDDANCE = frozenset({"ni", "neither", "nor", "sans", "without"})
_BUT = frozenset({"sauf", "except"})
_NOTHING_BUT = (["tout", "sauf"], ["anything", "but"])
_PRONOUNS = frozenset({"le", "la", "les", "l", "it", "them"})
_NEAR = 3


def ruled_out(message: Message, place: int, role: Role, asked: int) -> bool:
    """« pas Zoom » is; « ni Zoom ni Teams », « Paul garde Zoom » are not when there is nothing else to be left, and
    « tout va bien sauf Slack » is not where what is asked at `asked` is about « le ».
    """
    words = message.words
    if words[place - 2 : place] in _NOTHING_BUT:
        return False
    neither = {words[place - 1], *words[place + 1 : place + 3]} & _GOOD_RIDDANCE
    it = words[place - 1] in _BUT and not _PRONOUNS.isdisjoint(words[max(0, asked - _NEAR) : asked + 2])
    return role is Role.EXCLUDED and not neither and not it


def others_ahead(message: Message, place: int, roles: Container[int]) -> bool:
    """Whether a tool that may be left is still to be named: « Excel, je le garde. PowerPoint en revanche… »"""
    ahead = (mention for mention in message.names if mention.first >= place)
    return any(mention.first not in roles and mention.sure is Sure.EXACT for mention in ahead)
