"""Does a sentence ask what could take over from a tool? Which words say so, and how sure is it a question?"""

from typing import NamedTuple

from bot.ask.reading import lexicon as words_of
from bot.ask.reading.asks import DEFINITE, PERSON, VERBS, asks, by_a_tool
from bot.ask.reading.chatter import about_people, announced, negated, replaces_a_person, reported, third_person
from bot.ask.reading.cue_phrases import Cue
from bot.ask.reading.cues import Found
from bot.ask.reading.message import Message
from bot.ask.reading.open_words import by_a_thing, says_which, thing_word
from bot.ask.reading.phrases import Phrases, word_set
from bot.ask.reading.refusal import without_asides
from bot.ask.reading.strangers import another_thing
from bot.ask.reading.trouble import glitch, only_used

_OPEN = frozenset({Cue.ONWARD, Cue.ASKING})
_WHERE = frozenset({"ou", "where"})
_MUST_CLOSE = frozenset({"to", "use", "using", "is", "leave", "drop", "replace"})
_AFTER_AN_OPEN_QUESTION = word_set(
    "instead now then apres alors du vous pour for a out after afterwards since this ensuite "
    "folks everyone people guys ici chez svp stp please there these"
)
_AT_WHAT_TIME = Phrases(("quelle heure|date", "quel jour|moment", "what|which time|day|date"))
"""« vous quittez le Zoom à quelle heure ? »"""
_VAGUE = frozenset({"idee", "idees", "piste", "pistes", "ideas", "comment", "solution", "solutions", "advice"})
_NEAR = 2
_BEGINS = word_set("commence commencer commencez commencerait debute debuter attaque attaquer attaquez")


class Stance(NamedTuple):
    """`asks`: it is a question to everybody; `who`: it may be about a person taking over from a person;
    `thing`: it asks for a thing, in so many words.
    """

    asks: bool
    who: bool = False
    thing: bool = False


def stance(message: Message, found: Found, first: int, last: int) -> Stance:
    """How the sentence from `first` to `last` stands to its cue `found`."""
    words = message.words
    before, after = words[first : found.place], words[found.after : last]
    if found.cue in _OPEN:
        return _open(message, found, first, last)
    with_what = found.cue in VERBS and (by_a_thing(words, found, last) or by_a_tool(message, found, last))
    who = found.cue in VERBS and not with_what and about_people(without_asides(message, found, first))
    person = words[found.place] in PERSON
    thing = (
        (found.cue not in VERBS and not person)
        or with_what
        or thing_word(before, 0, len(before))
        or thing_word(after, 0, len(after))
        or any(word in words_of.SOFTWARE for word in before)
    )
    if (
        found.cue is Cue.INSTEAD
        and words[found.after - 1] in {"instead", "place", "stead"}
        and not says_which(words, first, last)
    ):
        return Stance(asks=False)
    if found.cue is Cue.LEAVE and words[found.after : found.after + 1] in (["us"], ["nous"]):
        return Stance(asks=False, who=True)  # "Fatima is leaving us in June"
    if found.cue is Cue.REPLACE and replaces_a_person(words, found, first) and not message.name_at(found.after):
        return Stance(asks=False, who=True)
    blocked = (
        only_used(message, range(found.place, found.after), first, last)
        or _told(message, found, first)
        or negated(message, found, first)
        or _in_a_title(words, found, first)
        or _only_if(message, found, first, last)
        or (found.cue is Cue.ALTERNATIVE and another_thing(words, found, first, last))
        or (found.cue in VERBS and any(word in words_of.WHEN for word in before) and "pas" not in before)
        or (who and found.cue is not Cue.REPLACE)
        or third_person(message, found, first)
        or (found.cue in VERBS and not with_what and _at_what_time(after))
    )
    if blocked:
        return Stance(asks=False, who=who, thing=thing)
    return Stance(asks(message, found, first, last), who, thing)


def _only_if(message: Message, found: Found, first: int, last: int) -> bool:
    """« si on remplace déjà Eventbrite, faut-il… »: the question is what comes after the comma."""
    comma = next((n for n in range(found.after, last) if message.tokens[n].broken), None)
    return found.cue in VERBS and message.words[first] in {"si", "if"} and comma is not None


def _in_a_title(words: list[str], found: Found, first: int) -> bool:
    """« the Leaving Facebook session »"""
    return found.place > first and words[found.place].endswith("ing") and words[found.place - 1] in DEFINITE


def _at_what_time(after: list[str]) -> bool:
    return after[-1:] in (["quand"], ["when"]) or next(_AT_WHAT_TIME.all(after, 0, len(after)), None) is not None


def _open(message: Message, found: Found, first: int, last: int) -> Stance:
    """« on passe à quoi ? », "what else is there?": a question to everybody that needs a tool beside it."""
    words = message.words
    told = _told(message, found, first) or third_person(message, found, first)
    clause = _clause(message, found, first)
    if any(word in {"qui", "who"} for word in _unled(words[clause : found.place])) or told:
        return Stance(asks=False)
    if words[found.after - 1] in _VAGUE and glitch(words, first, last):
        return Stance(asks=False)
    if words[found.after - 1] == "quoi" and not _BEGINS.isdisjoint(words[found.after : found.after + _NEAR]):
        return Stance(asks=False)  # « par quoi on commence le montage dans CapCut ? »
    asks = message.is_asked(found.place) or any(word in {"quoi", "what"} for word in words[first:last])
    closes = (
        found.after >= last
        or message.tokens[found.after].broken
        or words[found.after] in _AFTER_AN_OPEN_QUESTION
        or (words[found.after] == "comme" and any(word in words_of.TOOL for word in words[found.after : last]))
        or message.name_at(found.after) is not None
        or (words[found.place] in _WHERE and any(first <= need.first < last for need in message.needs))
    )
    return Stance(
        asks=asks and (closes or (found.cue is Cue.ONWARD and words[found.after - 1] not in _MUST_CLOSE)), thing=True
    )


def _clause(message: Message, found: Found, first: int) -> int:
    """Where the clause of the cue starts: after the last comma or smiley."""
    return next((n for n in range(found.place, first, -1) if message.tokens[n].broken), first)


def _told(message: Message, found: Found, first: int) -> bool:
    """« c’est voté, vous allez où à la place ? »: what is asked after the comma is no tale."""
    asked = message.is_asked(found.place)
    start = _clause(message, found, first) if asked else first
    if start > first and announced(message, first, start):
        return True
    return reported(message.words[start : found.place], asked=asked)


def _unled(before: list[str]) -> list[str]:
    """`before` without a « qui » that is no person: « chez qui », « qu’est-ce qui »."""
    led = {"chez", "vers", "ce", "quoi", "truc", "outil", "logiciel"}
    return [word for place, word in enumerate(before) if not (place and before[place - 1] in led)]
