"""A tool, any tool, that a sentence speaks of: « un logiciel », « quel outil », "something"."""

from bot.ask.reading import lexicon as words_of
from bot.ask.reading.message import Message

_BETWEEN = frozenset({"petit", "of", "kind", "new", "and", "et"})
_BEFORE_SOFTWARE = frozenset({"for", "need", "good", "free", "libre", "source", "of"})
_TOUCHED = frozenset({"appuye", "clique", "touche", "pressed", "clicked", "touched"})
_NEAR = 4
_TO = (["a"], ["au"], ["aux"], ["to"])
_SEEKS = frozenset({"cherche", "need", "want", "besoin", "looking"})
_NOT = frozenset({"not", "t", "pas"})
_VAGUE = frozenset({"solution", "solutions", "option", "options"})
"""These may be no tools at all."""


def tool_at(message: Message, first: int, last: int) -> int | None:
    """Where a tool is spoken of between two tokens."""
    return next((place for place in range(first, last) if _is_tool(message, place, first, last)), None)


def vague(message: Message, place: int) -> bool:
    """« une solution », and not « une solution libre »: rather a way out of some trouble."""
    words = message.words
    return words[place] in _VAGUE and words_of.KIND_WORDS.isdisjoint(words[max(0, place - 2) : place + 4])


def _is_tool(message: Message, place: int, first: int, last: int) -> bool:
    words = message.words
    word = words[place]
    if word == "quoi":
        # « il nous faut de quoi voter »: something to do it with.
        return place > first and words[place - 1] == "de" and place + 1 < last and words[place + 1].endswith(_VERBS)
    if (
        word not in words_of.TOOL
        or message.named(place)
        or not _TOUCHED.isdisjoint(words[max(first, place - 3) : place])
    ):
        return False
    if word in {"qqch", "something", "anything"}:
        return True
    if word == "chose" and (place == first or words[place - 1] not in {"quelque", "autre"}):
        return False
    if word == "software" and place > first and words[place - 1] in _BEFORE_SOFTWARE:
        return True
    if word == "alternative" and words[place + 1 : place + 2] in _TO and _announced(message, place, last):
        return False  # « alternative au covoit : le car part à 13 h 15 »
    if word == "option" and not _NOT.isdisjoint(words[max(first, place - 3) : place]):
        return False  # « self-hosting isn’t an option »
    # « some free ticketing software »: what it is for stands before it.
    need = next((need for need in message.needs if need.last == place and need.first >= first), None)
    return message.tokens[place].broken or _any(words, need.first if need else place, first)


def _announced(message: Message, place: int, last: int) -> bool:
    stop = min(place + _NEAR, last - 1)
    return (
        not message.is_asked(place)
        and ":" in message.reading.text[message.tokens[place].end : message.tokens[stop].start]
    )


def _any(words: list[str], place: int, first: int) -> bool:
    """Whether the tool at `place` is any tool: « un petit outil libre », and not « l’outil »."""
    back = place - 1
    while back >= first and (words[back] in words_of.KIND_WORDS or words[back] in _BETWEEN):
        if words[back] in words_of.INDEFINITE:
            break
        back -= 1
    if back >= first and words[back] in _SEEKS:
        return True  # « cherche logiciel libre pour… »
    if back >= first and words[back] not in words_of.INDEFINITE:
        return False
    whose = words[place] in {"d", "de"} and back > first
    return not whose or words[back - 1] in words_of.REQUEST | {"pas", "besoin"}


_VERBS = ("er", "ir", "re")
