"""Does a sentence ask what could take over from a tool? Which words say so, and how sure is it a question?"""

from typing import NamedTuple

from bot.ask import lexicon as words_of
from bot.ask.lexicon import CUES, Cue, Phrases, word_set
from bot.ask.message import Message
from bot.catalog.ordinary import LITTLE

_PHRASES = {cue: Phrases(phrases) for cue, phrases in CUES.items()}
_INQUIRING = Phrases(words_of.INQUIRING)
_VERBS = frozenset({Cue.REPLACE, Cue.LEAVE, Cue.FED_UP})
_THING = frozenset({"quoi", "what", "quel", "quelle", "quels", "quelles", "which", "qqch"})
_FRAGMENT = LITTLE | words_of.KIND_WORDS | words_of.TOOL | frozenset({"bjr", "bsr", "slt", "salutation", "team", "all"})
_PREDICATE = frozenset(
    {"est", "sera", "etait", "ete", "is", "was", "has", "will", "sont", "are", "fait", "faite", "ont"}
)
_TOLD = word_set(
    "vu lu read found tried tested posted wrote voici voila here trouve trouvee choisi adopte retenu "
    "teste testait sais savons sait know knows knew explique dit told"
)
_DEFINITE = frozenset({"l", "la", "le", "les", "the", "cette", "ces", "ce", "son", "sa", "ses", "notre", "nos", "our"})
_FINITE_LEAVE = word_set(
    "quitte quittons quittez quittent quitterait sort sortons passe passerait laisse laissons arrete "
    "arretons migre migrons change changeons libere debarrasse leaves quits drops remplace remplaces "
    "remplacons remplacent replaces"
)
_INFINITIVE = frozenset({"pour", "peut", "veut", "faut", "va", "faire", "d", "de"})
_ADVERBS = frozenset(
    {"deja", "enfin", "bien", "already", "just", "finally", "vraiment", "donc", "meme", "tous", "recently"}
)


class Found(NamedTuple):
    """The words from `place` up to `after` are a cue of the kind `cue`."""

    cue: Cue
    place: int
    after: int


class Stance(NamedTuple):
    """`asks`: it is a question to everybody; `who`: it may be about a person taking over from a person;
    `thing`: it asks for a thing, in so many words.
    """

    asks: bool
    who: bool = False
    thing: bool = False


def cues(message: Message, first: int, last: int) -> list[Found]:
    """The cues between two tokens, none overlapping another, in text order; names of tools hold none."""
    found: list[Found] = []
    place = first
    while place < last:
        best = _free_version(message, place, last)
        if not message.named(place):
            for cue, phrases in _PHRASES.items():
                size = phrases.at(message.words, place, last)
                if size and (best is None or size > best.after - best.place):
                    best = Found(cue, place, place + size)
        if best is not None and not _campaign(message, best):
            found.append(best)
            place = max(best.after, place + 1)
        else:
            place += 1
    return found


def _free_version(message: Message, place: int, last: int) -> Found | None:
    """« un Doodle libre », "a free Zoom": like the tool, but free."""
    words = message.words
    if words[place] not in {"un", "une", "a", "an"}:
        return None
    start = place + 1
    while start < last and words[start] in words_of.FREE_BEFORE and not message.name_at(start):
        start += 1
    glued = message.name_at(place)
    mention = glued or (message.name_at(start) if start < last else None)
    if mention is None or not (
        (glued is None and start > place + 1) or (mention.last < last and words[mention.last] in words_of.FREE_AFTER)
    ):
        return None
    return Found(Cue.ALTERNATIVE, place, mention.first)


def _campaign(message: Message, found: Found) -> bool:
    """« Dégooglisons Internet » is the name of a campaign, « comme » and « like » alone say nothing."""
    if found.cue is not Cue.LIKE:
        return False
    before = message.words[max(0, found.place - 4) : found.place]
    return not any(word in words_of.TOOL for word in before)


def stance(message: Message, found: Found, first: int, last: int) -> Stance:
    """How the sentence from `first` to `last` stands to its cue `found`."""
    words = message.words
    before, after = words[first : found.place], words[found.after : last]
    who = found.cue in _VERBS and _about_people(before)
    thing = found.cue not in _VERBS or any(word in _THING for word in (*before, *after))
    if (
        found.cue is Cue.INSTEAD
        and words[found.after - 1] in {"instead", "place"}
        and not thing_word(words, first, last)
    ):
        return Stance(asks=False)
    if found.cue is Cue.REPLACE and _replaces_a_person(words, found, first):
        return Stance(asks=False, who=True)
    blocked = (
        _reported(before, asked=message.is_asked(found.place))
        or _negated(message, found, first)
        or (found.cue in _VERBS and any(word in words_of.WHEN for word in before) and "pas" not in before)
        or (who and found.cue is not Cue.REPLACE)
        or _third_person(message, found, first)
    )
    if blocked:
        return Stance(asks=False, who=who, thing=thing)
    return Stance(_asks(message, found, first, last), who, thing)


def thing_word(words: list[str], first: int, last: int) -> bool:
    """Whether a sentence says « quoi », "what" or the like."""
    return any(word in _THING for word in words[first:last])


def _asks(message: Message, found: Found, first: int, last: int) -> bool:
    words = message.words
    before, after = words[first : found.place], words[found.after : last]
    asked = message.is_asked(found.place)
    inquiring = _inquiring(words, first, last)
    requesting = _requesting(words, first, last)
    if found.cue in _VERBS:
        if _past(message, found, first):
            return asked and any(word in {"quoi", "what"} for word in (*before, *after))
        finite = words[found.place] in _FINITE_LEAVE and not any(word in words_of.REQUEST for word in before)
        if found.cue is Cue.FED_UP:
            return asked or inquiring
        if finite and found.cue is Cue.LEAVE:
            return inquiring
        if finite and not asked:
            return inquiring
        if not asked and any(word in {"faut", "doit", "devons", "dois"} for word in before):
            return inquiring
        return (
            asked
            or inquiring
            or requesting
            or (any(word in words_of.TOOL for word in before) and _fragment(message, found, first, last))
        )
    if found.cue is Cue.ALTERNATIVE and not inquiring and before and before[-1] in _DEFINITE:
        return False
    if asked or inquiring:
        return True
    return requesting or _fragment(message, found, first, last)


def _inquiring(words: list[str], first: int, last: int) -> bool:
    return (
        words[first] == "que"
        or any(word in words_of.QUESTION for word in words[first:last])
        or next(_INQUIRING.all(words, first, last), None) is not None
    )


def _requesting(words: list[str], first: int, last: int) -> bool:
    return any(
        word in words_of.REQUEST or (word == "like" and words[place - 1] in {"d", "would"})
        for place, word in enumerate(words[first:last], first)
    )


def _fragment(message: Message, found: Found, first: int, last: int) -> bool:
    """« une alternative à Zoom svp », « une visio autre que Zoom »: no verb, nothing but the question."""
    words = message.words
    needed = {place for need in message.needs for place in range(need.first, need.last)}
    return (
        last - first <= 14
        and all(
            place in needed or (words[place] in _FRAGMENT and words[place] not in _PREDICATE)
            for place in range(first, found.place)
        )
        and not any(word in _PREDICATE for word in words[found.after : last])
    )


def _about_people(before: list[str]) -> bool:
    """« qui peut remplacer… », « quelqu’un pour remplacer… », but not « qu’est-ce qui remplace… »."""
    for place, word in enumerate(before):
        if word in {"who", "whos", "quelqu", "someone", "somebody", "anyone", "personne", "volontaire", "volontaires"}:
            rest = before[place + 1 :]
            if not any(other in words_of.QUESTION or other in {"sait", "saurait", "know", "knows"} for other in rest):
                return True
        if word == "qui" and not (
            place and before[place - 1] in {"ce", "quoi", "truc", "chose", "outil", "logiciel", "c"}
        ):
            return True
    return False


def _replaces_a_person(words: list[str], found: Found, first: int) -> bool:
    """« qui me remplace », « se faire remplacer », « tu peux la remplacer » with nothing to replace it by."""
    verb = words[found.place]
    before = words[max(first, found.place - 2) : found.place]
    if not before:
        return False
    if before[-1] in words_of.PEOPLE and not verb.endswith(("ez", "ons", "eons", "iez", "ions")):
        return True
    return before[-1] == "faire" or (len(before) == 2 and before[0] in {"me", "te", "m", "t", "se"})


def _reported(before: list[str], asked: bool) -> bool:
    """Somebody tells of alternatives: « l’article sur les alternatives à Zoom », « on a trouvé une alternative »."""
    near = before[-5:]
    if any(word in words_of.QUESTION for word in near):
        return False
    if any(word in _TOLD for word in before):
        return not asked
    return any(word in words_of.REPORTED - _TOLD for word in near)


def _negated(message: Message, found: Found, first: int) -> bool:
    """« pas besoin de quitter », « on ne veut pas remplacer », « there is no alternative to »."""
    words = message.words
    near = words[max(first, found.place - 4) : found.place]
    if message.is_asked(found.place) or any(word in words_of.QUESTION for word in words[first : found.place]):
        return False
    if found.cue is Cue.FED_UP or (near and near[-1] == "plus"):
        return False
    return any(word in {"pas", "jamais", "never", "not", "aucune", "aucun", "don", "no"} for word in near)


def _past(message: Message, found: Found, first: int) -> bool:
    """« on a remplacé Zoom », « nous avons quitté Facebook », "we have replaced it"."""
    words = message.words
    place = found.place
    token = message.tokens[place]
    typed = message.reading.text[token.start : token.end].casefold()
    if (typed.endswith(("é", "ée", "és", "ées")) or typed == "replaced") and words[place - 1] not in _INFINITIVE:
        return True
    while place - 1 >= first and words[place - 1] in _ADVERBS:
        place -= 1
    if place == first:
        return False
    auxiliary = words[place - 1]
    if auxiliary == "a":
        before = message.tokens[place - 1]
        return (
            message.reading.text[before.start : before.end] in {"a", "A"}
            and place - 2 >= first
            and (words[place - 2] in {"on", "il", "elle", "qui", "asso", "y", "t", "l"})
        )
    return auxiliary in words_of.PAST and auxiliary != "deja"


def _third_person(message: Message, found: Found, first: int) -> bool:
    """« Paul cherche une alternative », « ils veulent quitter Facebook »: somebody else’s wish."""
    words = message.words
    for place in range(first, found.after):
        if words[place] not in words_of.FINITE_REQUEST or (place >= found.place and found.cue is not Cue.LEAVE):
            continue
        subject = words[max(first, place - 5) : place]
        for back, word in enumerate(reversed(subject)):
            if word in words_of.OURS:
                break
            spot = place - 1 - back
            if word in words_of.OTHERS or (message.capital(spot) and word not in LITTLE):
                return not (spot > first and words[spot - 1] in words_of.OURS_BEFORE and word in words_of.OURS)
        else:
            if words[place].endswith("ent"):
                return True
    return False
