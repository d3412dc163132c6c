"""A question that goes on with another tool: « par quoi remplacer Slack ? Et Trello ? »."""

from collections.abc import Container

from bot.ask.reading.direction import row
from bot.ask.reading.message import Message
from bot.ask.reading.phrases import Phrases
from bot.catalog.names import Mention

_AND = Phrases(
    (
        "et|and|ou|or",
        "et|and pour|for|a|au|to|from|aussi|also",
        "et|and what|how about",
        "et|and quid de|du|d",
        "et|and par quoi|quoi pour|remplacer",
        "what|how about",
        "quid de|du|d",
        "pareil|idem pour",
        "same for|with",
    )
)
_CLOSERS = frozenset({"aussi", "also", "too", "alors", "then", "svp", "please", "du", "coup"})


def also(message: Message, first: int, last: int, roles: Container[int]) -> list[Mention]:
    """The tools that a short question adds to what was asked just before."""
    size = _AND.at(message.words, first, last)
    if not size or not message.is_asked(first):
        return []
    names = list(row(message, first + size, last))
    if not names or any(word not in _CLOSERS for word in message.words[names[-1].last : last]):
        return []
    return [mention for mention in names if mention.first not in roles]
