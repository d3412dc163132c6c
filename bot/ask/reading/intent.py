"""Does a sentence ask what could take over from a tool? Which words say so, and how sure is it a question?"""

from typing import NamedTuple

from bot.ask.reading import lexicon as words_of
from bot.ask.reading.chatter import about_people, announced, negated, past, replaces_a_person, reported, third_person
from bot.ask.reading.cue_phrases import Cue
from bot.ask.reading.cues import Found
from bot.ask.reading.message import Message
from bot.ask.reading.open_words import by_a_thing, says_which, thing_word
from bot.ask.reading.phrases import Phrases, word_set
from bot.ask.reading.refusal import heading_alone, refuses, without_asides
from bot.ask.reading.room_shapes import made_with
from bot.ask.reading.trouble import glitch, only_used
from bot.catalog.ordinary import LITTLE

_INQUIRING = Phrases(words_of.INQUIRING)
_DREAMS = Phrases(
    ("un jour", "mais bon", "tant pis", "one|some day", "someday", "eventually", "but oh|hey", "dans l absolu|ideal")
)
"""« on aimerait quitter Facebook un jour, mais bon » sighs rather than asks."""
_VERBS = frozenset({Cue.REPLACE, Cue.LEAVE, Cue.FED_UP})
_OPEN = frozenset({Cue.ONWARD, Cue.ASKING})
_SHORT_LEAD = 4
_ORDERS = frozenset({"leave", "drop", "quit", "dump", "replace", "get", "move", "switch", "stop"})
"""« leave the Google Doc open please » asks for no tool."""
_WHERE = frozenset({"ou", "where"})
_IF_WE = frozenset({"lachait", "virait", "quittait"})
_MUST_CLOSE = frozenset({"to", "use", "using", "is", "leave", "drop", "replace"})
_AFTER_AN_OPEN_QUESTION = word_set(
    "instead now then apres alors du vous pour for a out after afterwards since this ensuite "
    "folks everyone people guys ici chez svp stp please there these"
)
_FRAGMENT = LITTLE | words_of.KIND_WORDS | words_of.TOOL | frozenset({"bjr", "bsr", "slt", "salutation", "team", "all"})
_PREDICATE = frozenset(
    {"est", "sera", "etait", "ete", "is", "was", "has", "will", "sont", "are", "fait", "faite", "ont"}
)
_WHAT_IS_THAT = Phrases(("what is|s|was the|your|our|that", "c est quoi le|la|les|l|ton|votre"))
"""« Trello is gone from my bookmarks, what is the link? »"""
_AT_WHAT_TIME = Phrases(("quelle heure|date", "quel jour|moment", "what|which time|day|date"))
"""« vous quittez le Zoom à quelle heure ? »"""
_VAGUE = frozenset({"idee", "idees", "piste", "pistes", "ideas", "comment", "solution", "solutions", "advice"})
_NEWS = Phrases(("avez|as vu|lu|entendu que|qu", "did you see|hear", "have you seen|heard"))
"""« vous avez vu que Google ferme encore un service ? »"""
_WILL = frozenset({"vais", "va", "allons", "vont", "will", "shall", "ll"})
"""« je vais remplacer mon téléphone » tells of a plan."""
_NEAR = 2
_BEGINS = word_set("commence commencer commencez commencerait debute debuter attaque attaquer attaquez")
_SINCE = frozenset({"now", "since", "because", "after", "maintenant", "depuis", "vu", "puisque", "car"})
"""« vous signez avec quoi, maintenant que DocuSign est payant ? »"""
_COULD_YOU = Phrases(("tu peux|pourrais", "vous pouvez|pourriez", "peux tu", "pouvez|pourriez vous", "can|could you"))
"""« tu peux le mettre sur le Drive plutôt que sur WhatsApp ? »"""
_WAY_OUT = frozenset(
    {"solution", "solutions", "idee", "idees", "faire", "ideas", "suggestions", "options", "piste", "pistes"}
)
_ANOTHER = frozenset({"il", "elle", "ils", "elles", "he", "she", "they"})
_PERSON = frozenset({"remplacant", "remplacants", "substitute"})
"""« un remplaçant » is rather somebody; only a tool that is known makes it a thing."""
_DEFINITE = frozenset({"l", "la", "le", "les", "the", "cette", "ces", "ce", "son", "sa", "ses", "notre", "nos", "our"})
_FINITE_LEAVE = word_set(
    "quitte quittons quittez quittent quitterait sort sortons passe passerait laisse laissons arrete arretons "
    "abandonne abandonnons abandonnez abandonnent bazarde migre migrons change changeons libere "
    "debarrasse leaves quits drops remplace remplaces remplacons remplacent replaces "
    "vire virons degage degageons boycotte"
)


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
    with_what = found.cue in _VERBS and (by_a_thing(words, found, last) or _by_a_tool(message, found, last))
    who = found.cue in _VERBS and not with_what and about_people(without_asides(message, found, first))
    person = words[found.place] in _PERSON
    thing = (
        (found.cue not in _VERBS and not person)
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
    if found.cue is Cue.REPLACE and replaces_a_person(words, found, first):
        return Stance(asks=False, who=True)
    blocked = (
        only_used(message, range(found.place, found.after), first, last)
        or _told(message, found, first)
        or negated(message, found, first)
        or (found.cue in _VERBS and any(word in words_of.WHEN for word in before) and "pas" not in before)
        or (who and found.cue is not Cue.REPLACE)
        or third_person(message, found, first)
        or (found.cue in _VERBS and not with_what and _at_what_time(after))
    )
    if blocked:
        return Stance(asks=False, who=who, thing=thing)
    return Stance(_asks(message, found, first, last), who, thing)


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


def _asks(message: Message, found: Found, first: int, last: int) -> bool:
    words = message.words
    before, after = words[first : found.place], words[found.after : last]
    asked = message.is_asked(found.place)
    inquiring = _inquiring(words, first, last)
    if found.cue in _VERBS:
        return _verb_asks(message, found, first, last)
    if found.cue is Cue.WORSE:
        if next(_NEWS.all(before, 0, len(before)), None) is not None and not {"quoi", "what"}.intersection(after):
            return False
        helped = glitch(words, first, last) and not thing_word(after, 0, len(after))
        made = any(made_with(message, tool) for tool in message.names_in(first, found.place))
        return asked and not (helped or made) and _way_out(before, after)
    if found.cue is Cue.INSTEAD and not asked and not inquiring:
        # « plutôt que le drive, envoie par mail stp » says what to do; « un truc à la place de Doodle » asks.
        return any(word in words_of.TOOL for word in before) and _fragment(message, found, first, last)
    person = words[found.place] in _PERSON and not asked
    if found.cue is Cue.INSTEAD and not inquiring and next(_COULD_YOU.all(words, first, last), None) is not None:
        return any(word in words_of.TOOL for word in before)
    if found.cue is Cue.ALTERNATIVE and (person or not inquiring) and before and before[-1] in _DEFINITE:
        return False
    if asked or inquiring:
        return True
    alone = _fragment(message, found, first, last) or heading_alone(message, found, first, last)
    return alone or _requesting(words, first, last)


def _way_out(before: list[str], after: list[str]) -> bool:
    """What is wrong with a tool is chatter, unless what follows asks what to take, or it says why one asks."""
    if next(_WHAT_IS_THAT.all(after, 0, len(after)), None) is not None:
        return False
    linked = any(word in _SINCE for word in before) and thing_word(before, 0, len(before))
    return linked or thing_word(after, 0, len(after)) or any(word in _WAY_OUT for word in after)


def _verb_asks(message: Message, found: Found, first: int, last: int) -> bool:
    """Whether « remplacer », « quitter », « marre de » ask: what is done, planned or complained of does not."""
    words = message.words
    before, after = words[first : found.place], words[found.after : last]
    asked, inquiring = message.is_asked(found.place), _inquiring(words, first, last)
    if past(message, found, first):
        why = any(word in {"how", "comment"} for word in before) and any(word in _SINCE for word in before)
        thing = why or by_a_thing(words, found, last) or _by_a_tool(message, found, last)
        return asked and (thing or any(word in {"quoi", "what"} for word in (*before, *after)))
    if found.cue is Cue.FED_UP:
        return asked or inquiring
    if refuses(message, found, first, last):
        return True
    if words[found.place] in _IF_WE and "si" not in before:
        return False
    if found.place == first and words[first] in _ORDERS and not asked:
        return inquiring
    if words[first] in _WHERE and asked:
        return True
    if not asked and before[-1:] in (["i"], ["they"]):
        return inquiring
    finite = words[found.place] in _FINITE_LEAVE and not any(word in words_of.REQUEST for word in before)
    obliged = not asked and (
        any(word in {"faut", "doit", "devons", "dois"} for word in before)
        or any(word in _WILL for word in before[-_NEAR:])
    )
    if obliged or (finite and (found.cue is Cue.LEAVE or not asked)):
        return inquiring
    return (
        asked
        or inquiring
        or (_requesting(words, first, last) and next(_DREAMS.all(words, first, last), None) is None)
        or (any(word in words_of.TOOL for word in before) and _fragment(message, found, first, last))
    )


def _by_a_tool(message: Message, found: Found, last: int) -> bool:
    """« quelqu’un est passé de Meet à Jitsi ? »: whether it was a good idea."""
    return found.cue is Cue.LEAVE and any(
        message.words[place] in {"a", "to", "vers", "pour", "for"}
        and (mention := message.name_at(place + 1)) is not None
        and not message.weak(mention)
        and message.names_in(found.after, place)
        for place in range(found.after, last - 1)
    )


def _inquiring(words: list[str], first: int, last: int) -> bool:
    return (
        words[first] == "que"
        or any(
            word in words_of.QUESTION and not _tells(words, place, first)
            for place, word in enumerate(words[first:last], first)
        )
        or any(not _tells(words, place, first) for place, _ in _INQUIRING.all(words, first, last))
    )


def _tells(words: list[str], place: int, first: int) -> bool:
    """« si quelqu’un veut l’ancien », "that is what they went with": no question after all."""
    before = words[place - 1] if place > first else ""
    if words[place] == "quoi" and before == "comme":
        return place + 1 < len(words)  # « comme quoi tout arrive »
    return before in {"si", "if"} or (words[place] == "what" and before in {"is", "was"})


def _requesting(words: list[str], first: int, last: int) -> bool:
    return any(
        (word in words_of.REQUEST and not _of_another(words, place, first))
        or (word == "like" and words[place - 1] in {"d", "would"})
        for place, word in enumerate(words[first:last], first)
    )


def _of_another(words: list[str], place: int, first: int) -> bool:
    """« …, il cherche des testeurs »."""
    return place > first and words[place] in words_of.FINITE_REQUEST and words[place - 1] in _ANOTHER


def _fragment(message: Message, found: Found, first: int, last: int) -> bool:
    """« une alternative à Zoom svp », « une visio autre que Zoom »: no verb, nothing but the question."""
    words = message.words
    lead = next((n for n in range(found.place, first, -1) if message.tokens[n].broken), first)
    if lead - first <= _SHORT_LEAD:
        first = lead  # « petite question : une alternative à Zoom »
    needed = {place for need in message.needs for place in range(need.first, need.last)}
    return (
        last - first <= 14
        and all(
            place in needed or (words[place] in _FRAGMENT and words[place] not in _PREDICATE)
            for place in range(first, found.place)
        )
        and not any(word in _PREDICATE for word in words[found.after : last])
    )
