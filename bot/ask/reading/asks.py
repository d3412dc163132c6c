"""Whether a sentence asks what could take over from a tool, or only tells, plans, complains or orders."""

from bot.ask.reading import lexicon as words_of
from bot.ask.reading.chatter import past
from bot.ask.reading.cue_phrases import Cue
from bot.ask.reading.cues import Found
from bot.ask.reading.message import Message
from bot.ask.reading.open_words import by_a_thing, thing_word
from bot.ask.reading.phrases import Phrases, word_set
from bot.ask.reading.refusal import heading_alone, refuses
from bot.ask.reading.room_shapes import made_with
from bot.ask.reading.trouble import glitch
from bot.catalog.ordinary import LITTLE

_INQUIRING = Phrases(words_of.INQUIRING)
_DREAMS = Phrases(
    ("un jour", "mais bon", "tant pis", "one|some day", "someday", "eventually", "but oh|hey", "dans l absolu|ideal")
)
"""« on aimerait quitter Facebook un jour, mais bon » sighs rather than asks."""
VERBS = frozenset({Cue.REPLACE, Cue.LEAVE, Cue.FED_UP})
_SHORT_LEAD = 4
_ORDERS = frozenset({"leave", "drop", "quit", "dump", "replace", "get", "move", "switch", "stop"})
"""« leave the Google Doc open please » asks for no tool."""
_WHERE_TO = Phrases(("va|vas|met|mets|mettre|aller|part|range|poste ou", "ou on|aller|mettre|va"))
"""« on va ou a la place »"""
_WHERE = frozenset({"ou", "where"})
_IF_WE = frozenset({"lachait", "virait", "quittait"})
_FRAGMENT = LITTLE | words_of.KIND_WORDS | words_of.TOOL | frozenset({"bjr", "bsr", "slt", "salutation", "team", "all"})
_PREDICATE = frozenset(
    {"est", "sera", "etait", "ete", "is", "was", "has", "will", "sont", "are", "fait", "faite", "ont"}
)
_WHAT_IS_THAT = Phrases(("what is|s|was the|your|our|that", "c est quoi le|la|les|l|ton|votre"))
"""« Trello is gone from my bookmarks, what is the link? »"""
_WILL = frozenset({"vais", "va", "allons", "vont", "will", "shall", "ll"})
"""« je vais remplacer mon téléphone » tells of a plan."""
_NEAR = 2
_SINCE = frozenset({"now", "since", "because", "after", "maintenant", "depuis", "vu", "puisque", "car"})
"""« vous signez avec quoi, maintenant que DocuSign est payant ? »"""
_COULD_YOU = Phrases(("tu peux|pourrais", "vous pouvez|pourriez", "peux tu", "pouvez|pourriez vous", "can|could you"))
"""« tu peux le mettre sur le Drive plutôt que sur WhatsApp ? »"""
_REACH_ME = Phrases(
    (
        "text|call|email|mail|message|ring|phone|write|dm|reach|contact|find me|us",
        "ecrivez|appelez|contactez|joignez|ecris|appelle|contacte moi|nous",
        "m|me|nous ecrire|appeler|joindre|contacter",
    )
)
_THANKS = frozenset({"merci", "thanks", "thx", "cheers"})
_FEW = 3
_WAY_OUT = frozenset(
    {"solution", "solutions", "idee", "idees", "faire", "ideas", "suggestions", "options", "piste", "pistes"}
)
_ANOTHER = frozenset({"il", "elle", "ils", "elles", "he", "she", "they"})
PERSON = frozenset({"remplacant", "remplacants", "substitute"})
"""« un remplaçant » is rather somebody; only a tool that is known makes it a thing."""
DEFINITE = frozenset({"l", "la", "le", "les", "the", "cette", "ces", "ce", "son", "sa", "ses", "notre", "nos", "our"})
_FINITE_LEAVE = word_set(
    "quitte quittons quittez quittent quitterait sort sortons passe passerait laisse laissons arrete arretons "
    "abandonne abandonnons abandonnez abandonnent bazarde migre migrons change changeons libere "
    "debarrasse leaves quits drops remplace remplaces remplacons remplacent replaces "
    "vire virons degage degageons boycotte"
)


def asks(message: Message, found: Found, first: int, last: int) -> bool:
    """Whether the sentence from `first` to `last`, whose cue is `found`, is a question or a request to everybody."""
    words = message.words
    before, after = words[first : found.place], words[found.after : last]
    asked = message.is_asked(found.place)
    inquiring = _inquiring(words, first, last)
    if found.cue in VERBS:
        return _verb_asks(message, found, first, last)
    if found.cue is Cue.WORSE:
        helped = glitch(words, first, last) and not thing_word(after, 0, len(after))
        made = any(made_with(message, tool) for tool in message.names_in(first, found.place))
        return asked and not (helped or made) and _way_out(before, after)
    if found.cue is Cue.INSTEAD and next(_WHERE_TO.all(words, first, found.place), None) is not None:
        return True
    if found.cue is Cue.INSTEAD and not asked and not inquiring:
        # « plutôt que le drive, envoie par mail stp » says what to do; « un truc à la place de Doodle » asks.
        return any(word in words_of.TOOL for word in before) and _fragment(message, found, first, last)
    person = words[found.place] in PERSON and not asked
    if found.cue is Cue.INSTEAD and not inquiring and next(_COULD_YOU.all(words, first, last), None) is not None:
        return any(word in words_of.TOOL for word in before)
    if found.cue is Cue.ALTERNATIVE and (person or not inquiring) and before and before[-1] in DEFINITE:
        return False
    if words[first] in _THANKS and not asked:
        return False  # "thanks for the tip about the Canva alternative"
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
        thing = why or by_a_thing(words, found, last) or by_a_tool(message, found, last)
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


def by_a_tool(message: Message, found: Found, last: int) -> bool:
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
    """« une alternative à Zoom svp », and not "I’m leaving WhatsApp, please text me instead"."""
    if next(_REACH_ME.all(words, first, last), None) is not None:
        return False
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
    if _announces(message, found, last):
        return False
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


def _announces(message: Message, found: Found, last: int) -> bool:
    """« alternative au covoit : le car part à 13 h 15 »: what follows the colon is the alternative."""
    for place in range(found.after, last - _FEW):
        gap = message.reading.text[message.tokens[place - 1].end : message.tokens[place].start]
        if ":" in gap:
            return words_of.QUESTION.isdisjoint(message.words[place:last])
    return False
