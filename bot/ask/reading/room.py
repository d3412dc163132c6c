"""What is asked of the room in whatever words, beside a tool: read only where nothing else was understood.

« Miro nous limite à trois tableaux. Comment font les autres ? », "We have outgrown Dropbox. Where do other charities
keep their files?", « LastPass s’est fait pirater… on range nos mots de passe où ? ».
"""

from collections.abc import Mapping

from bot.ask.reading import room_words as its
from bot.ask.reading.cue_phrases import Cue
from bot.ask.reading.direction import Role
from bot.ask.reading.message import Message
from bot.ask.reading.nearby import nearby, unknown_before
from bot.ask.reading.rhetoric import to_nobody
from bot.ask.reading.room_question import Question, read_to
from bot.ask.reading.strangers import no_tool
from bot.ask.reading.trouble import COMPLAINTS
from bot.ask.reading.unheard import unheard
from bot.catalog.names import Mention, Sure
from bot.catalog.ordinary import is_ordinary

_LONG = 6
_NEAR = 3


def asked_of_the_room(message: Message, roles: Mapping[int, Role]) -> list[Mention]:
    """The tools that a question to everybody is about though it names none as its object, or nothing."""
    for first, last in read_to(message):
        if message.is_asked(first) and not message.quoted(last - 1) and not to_nobody(message, first, last):
            tools = _tools(message, roles, first, last)
            if tools and Question(message, tools, first, last, any(tool.first in roles for tool in tools)).seeks():
                return tools
    return []


def new_to_the_room(message: Message) -> str:
    """The name of a tool in no catalogue that such a question is about, or ""."""
    for first, last in read_to(message):
        if message.is_asked(first) and not message.quoted(last - 1) and not to_nobody(message, first, last):
            new = unknown_before(message, last, first, addressed=False)
            if new and not no_tool(message, first, last, Cue.INSTEAD) and Question(message, [], first, last).seeks():
                return message.typed(*new)
            new = unheard(message, last)
            if new and Question(message, [], first, last, new=new[1]).seeks():
                return message.typed(*new)
    return ""


def _tools(message: Message, roles: Mapping[int, Role], first: int, last: int) -> list[Mention]:
    """The tools that were named before the question ends; one that they would do without, where there is no other."""
    plain = nearby(message, last, roles, first)
    if not plain:
        without = {place: role for place, role in roles.items() if role is not Role.EXCLUDED}
        plain = nearby(message, last, without, first)
    return plain if all(_sure(message, tool) for tool in plain) else []


def _sure(message: Message, tool: Mention) -> bool:
    """Whether a name is surely that of a tool: an everyday word is with a capital that no full stop explains."""
    if tool.sure is Sure.NEAR:
        form = message.tokens[tool.first].form
        return tool.last - tool.first == 1 and len(form) >= _LONG and not is_ordinary(form)
    starts = tool.first == 0 or message.tokens[tool.first].broken
    capital = message.capital(tool.first) and message.words[tool.first] not in its.DAYS
    fails = not COMPLAINTS.isdisjoint(message.words[tool.last : tool.last + _NEAR])
    return not message.weak(tool) or (capital and (fails or not starts))
