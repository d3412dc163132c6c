"""The words that leave open what is sought: « quoi », « que mettre », "which", « par du libre »."""

from bot.ask.reading import lexicon as words_of
from bot.ask.reading.cue_phrases import Cue
from bot.ask.reading.cues import Found
from bot.ask.reading.phrases import word_set
from bot.catalog.ordinary import LITTLE

_THING = frozenset({"quoi", "what", "quel", "quelle", "quels", "quelles", "which", "qqch"})
_WHICH = frozenset({"ou", "qui", "where", "anywhere", "lequel", "laquelle", "autre", "mieux", "who"})
_QUE = frozenset({"que", "qu"})
_QUEST = frozenset({"quest", "kest"})
"""« qu’est » without its apostrophe."""
_THAN = word_set("chose autre autres plus moins mieux meilleur meilleure ailleurs autrement plutot ne")
"""« plutôt que payer » asks nothing."""
_KNOW = frozenset({"sais", "savez", "devine", "devinez", "know", "guess"})
_ANYTHING = frozenset({"quoi", "what", "qqch", "something", "anything"})
_FREE = words_of.FREE_AFTER | words_of.FREE_BEFORE
_SOME = words_of.INDEFINITE | {"du"}
_BY = frozenset({"par", "avec", "with", "by", "contre"})
_TO = _BY | {"a", "pour", "for", "to", "vers", "sur", "onto"}
_FEW = 4
"""How many words may name a thing: « par un petit outil libre »."""


def thing_word(words: list[str], first: int, last: int) -> bool:
    """Whether a sentence says « quoi », "what", « que prendre » or the like."""
    return any(
        (word in _THING and not _idle(words, place, first, last))
        or (word in _QUE and _asks(words, place, first, last))
        or (word in _QUEST and words[place + 1 : place + 2] == ["ce"])
        for place, word in enumerate(words[first:last], first)
    )


def _idle(words: list[str], place: int, first: int, last: int) -> bool:
    """« tu sais quoi ? », "guess what", « comme quoi tout arrive »."""
    if place > first and words[place - 1] == "comme" and place + 1 < last:
        return True
    return place + 1 == last and place > first and words[place - 1] in _KNOW


def says_which(words: list[str], first: int, last: int) -> bool:
    """« où à la place ? », « chez qui à la place ? », "anywhere instead?": any word that leaves it open."""
    return thing_word(words, first, last) or any(word in _WHICH for word in words[first:last])


def by_a_thing(words: list[str], found: Found, last: int) -> bool:
    """« remplacé par quoi », "replaced it with something fairer", « quitté pour du libre »: no person is meant."""
    if found.cue is Cue.LEAVE and words[last - 1] in {"ou", "where"}:
        return True  # « qui a quitté GoDaddy et est allé où ? »
    ties = _TO if found.cue is Cue.LEAVE else _BY
    for place in range(found.after, last - 1):
        if words[place] not in ties:
            continue
        near = words[place + 1 : min(place + 1 + _FEW, last)]
        if near[0] in _ANYTHING or (near[0] in _SOME and any(word in words_of.TOOL or word in _FREE for word in near)):
            return True
    return False


def _asks(words: list[str], place: int, first: int, last: int) -> bool:
    """« qu’est-ce qu’on prend », « que mettre à la place »."""
    after = words[place + 1 : min(place + 3, last)]
    if after == ["est", "ce"]:
        return True
    if not after or (place > first and words[place - 1] in _THAN):
        return False
    verb = after[0]
    return verb == "faire" or (len(verb) > 3 and verb.endswith(("er", "ir", "re")) and verb not in LITTLE)
