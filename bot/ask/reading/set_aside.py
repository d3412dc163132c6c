"""Names that are set aside by what stands around them: « ma question ne porte pas sur Insta », "leave Forms out of it",
« Teams exclu », « Word non, Excel oui ». They count only where another tool is named.
"""

from collections.abc import Iterator

from bot.ask.reading import lexicon as words_of
from bot.ask.reading.direction import Role, row
from bot.ask.reading.message import Message
from bot.ask.reading.phrases import Phrases
from bot.catalog.names import Mention

_BEFORE = Phrases(
    (
        "pas sur|pour|par|avec|vers|a|au|aux|contre|via",
        "not about|with|by|on|for|to|via",
        "not|t asking|talking|speaking about|of",
        "t about",
        "oublie|oubliez|oublions|ignore|ignorez|forget",
        "oublie|oubliez|oublions ce que j ai dit sur|de|du|d",
        "pas|plus question de|du|d",
        "not a question|matter of",
        "forget about",
        "forget what i said about|on",
        "n est plus|pas",
        "pas tant",
        "not so much",
        "s|is less",
        "a|ai|avons regarde|teste|essaye|considere|envisage",
        "a|ai|avons deja regarde|teste|essaye",
        "we|i looked at|into",
        "we|i tried|tested|considered",
        "we|i ve tried|tested|considered",
        "never mind",
        "nevermind",
        "hors",
        "et non",
        "et non pas",
        "and not",
        "sans etre|toucher",
        "sans etre|toucher a|au|aux",
        "without touching|being",
    )
)
_AFTER = Phrases(
    (
        "exclu|exclus|exclue|exclues|excluded|aside|apart|alone",
        "est|sont exclu|exclus|exclue",
        "is|are excluded",
        "mis|mise|mises a part",
        "out of it|this|that",
        "de cote",
        "tranquille",
        "en dehors",
        "en dehors de ca|cela",
        "non|no|nope|jamais",
        "surtout pas",
        "c est non|regle|fait|bon",
        "is|are sorted|settled|done",
        "on|je|nous touche|touchons pas",
        "on|je|nous y touche pas",
        "on n y touche pas",
        "on|je|nous garde|gardons|conserve",
        "we keep",
        "reste|restent|stays",
        "one stays",
        "j|on|nous ai|a|avons teste|testes|essaye|regarde|vu",
        "j|on|nous l ai|a|avons teste|testee|essaye|essayee|vu",
        "i|we tried|tested|looked",
        "i|we ve tried|tested",
        "jusqu en|a|au|aux",
        "until|till",
    )
)
_GOES_ON = words_of.AND | {"c", "it", "mais", "but", "par", "thanks", "merci", "now", "already", "deja"}
_TAGS = frozenset({"non", "no"})


def set_aside(message: Message, fine: bool) -> dict[int, Role]:
    """The names that are set aside, by the place where they start; `fine`: another one is said to be."""
    return {mention.first: Role.EXCLUDED for mention in _aside(message, fine)}


def _aside(message: Message, fine: bool) -> Iterator[Mention]:
    for first, last in message.sentences():
        for _, after in _BEFORE.all(message.words, first, last):
            if after < last and not message.tokens[after].broken:
                yield from row(message, after, last)
        for mention in message.names_in(first, last):
            # « Instagram reste, Twitter non »
            if _said_after(message, mention.last, last) and not (fine and message.words[mention.last] in _TAGS):
                yield mention


def _said_after(message: Message, place: int, last: int) -> bool:
    """« Word non, », "Jitsi aside," and not « Excel, non ? », « Zoom non plus »."""
    words = message.words
    size = _AFTER.at(words, place, last) if place < last else 0
    end = place + size
    if not size or (words[place] in _TAGS and end >= last and message.is_asked(place)):
        return False
    return end >= last or message.tokens[end].broken or words[end] in _GOES_ON or words[end].isdecimal()
