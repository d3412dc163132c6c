"""The tool that is meant where another one is ruled out: « c’est pas Excel, c’est Access », "not Zoom but Teams"."""

from collections.abc import Mapping

from bot.ask.reading.direction import Role
from bot.ask.reading.message import Message
from bot.ask.reading.phrases import Phrases
from bot.catalog.names import Entry, Mention

_BEFORE = Phrases(
    (
        "c est|etait",
        "it s|is|was",
        "mais|but",
        "mais|but de|du|sur|about|plutot|rather|pour|for|a|au|aux|to|par|avec|with",
        "juste|seulement|uniquement|just|only",
        "what|how about",
        "meant|mean",
        "voulais dire|parler",
        "parle|parlais|parler de|du|d",
        "parle moi de|du|d",
        "asking|talking about",
        "question c est",
        "instead",
    )
)
_AFTER = frozenset({"oui", "si", "yes"})
_LONGEST = 3


def counterparts(message: Message, roles: Mapping[int, Role]) -> list[Mention]:
    """The names that stand against one that is ruled out before, an everyday word (« Access ») as well."""
    ruled_out = [place for place, role in roles.items() if role is not Role.TOWARD]
    return [
        mention
        for mention in message.names
        if mention.first not in roles
        and mention.is_a(Entry.PRODUCT, Entry.GIANT)
        and any(place < mention.first for place in ruled_out)
        and _set_against(message, mention)
    ]


def _set_against(message: Message, mention: Mention) -> bool:
    words, place = message.words, mention.first
    if words[mention.last : mention.last + 1] and words[mention.last] in _AFTER:
        return True
    starts = range(max(0, place - _LONGEST), place)
    return any(_BEFORE.at(words, start, place) == place - start for start in starts)
