"""What sounds like a question about tools and is none: people who replace people, tales, other people’s wishes."""

from bot.ask.reading import lexicon as words_of
from bot.ask.reading.cue_phrases import Cue
from bot.ask.reading.cues import Found
from bot.ask.reading.message import Message
from bot.ask.reading.phrases import Phrases, word_set
from bot.catalog.ordinary import LITTLE

_TOLD = word_set(
    "vu lu read found tried tested posted wrote voici voila here trouve trouvee choisi adopte retenu "
    "teste testait sais savons sait know knows knew explique dit told"
)
_KNOW = frozenset({"sait", "saurait", "know", "knows"})
_REASON = frozenset({"reason", "raison", "raisons"})
_WHO = frozenset({"quelqu", "un", "qui", "anyone", "anybody", "someone", "somebody", "who"})
"""« quelqu’un sait par quoi le remplacer » asks."""
_WHOSE_IDEA = Phrases(("qui a eu l idee", "who had the idea", "whose idea"))
_FOUND_OUT = Phrases(("a|ai|avons|ont trouve|choisi|decide|vu", "we|i found|decided|chose|know", "sait|sais|savons"))
_HEADINGS = word_set("tuto article video livre conf atelier podcast dossier lien talk workshop tutorial thread")
_TALKS = _HEADINGS | word_set("film debat conference reunion panel session book debate documentaire emission reportage")
_TOPIC = 5
_ONE_OF = frozenset({"un", "une", "d", "des", "quelle", "quelles", "an", "any"})
_INFINITIVE = frozenset({"quoi", "veux", "voudrais", "pour", "peut", "veut", "faut", "va", "faire", "d", "de"})
_LEFT = word_set("left ditched dropped dumped moved gone walked got gotten switched migrated gave given stopped")
_ADVERBS = frozenset(
    {"deja", "enfin", "bien", "already", "just", "finally", "vraiment", "donc", "meme", "tous", "recently"}
)


_TURNS = frozenset({"but", "mais", "and", "et"})
_SOMEBODY = frozenset({"her", "him", "me", "us", "you"})
_WERE_ASKED = frozenset({"been", "was", "were", "being", "are", "am", "get", "got", "ete"})


def about_people(before: list[str]) -> bool:
    """« qui peut remplacer… », « quelqu’un pour remplacer… », but not « qu’est-ce qui remplace… »."""
    for place, word in enumerate(before):
        if word in {"who", "whos", "quelqu", "someone", "somebody", "anyone", "personne", "volontaire", "volontaires"}:
            rest = before[place + 1 :]
            if not any(other in words_of.QUESTION or other in _KNOW | _REASON for other in rest):
                return True
        if word == "qui" and not (
            (place and before[place - 1] in {"ce", "quoi", "truc", "chose", "outil", "logiciel", "c"})
            or _knows_what(before[place + 1 :])
        ):
            return before[place + 1 : place + 2] not in (["sait"], ["saurait"])
    return False


def _knows_what(after: list[str]) -> bool:
    """« qui sait par quoi… », « qui connaît un… »"""
    return bool(after) and (after[0] in {"sait", "saurait", "connait"} or ("par" in after and "quoi" in after))


def replaces_a_person(words: list[str], found: Found, first: int) -> bool:
    """« qui me remplace », « se faire remplacer », « tu peux la remplacer » with nothing to replace it by."""
    verb = words[found.place]
    if words[found.after : found.after + 1] and words[found.after] in _SOMEBODY:
        return True
    if words[found.after : found.after + 2] == ["par", "qui"] and words[found.place - 1] in {"le", "la", "l"}:
        return True
    before = words[max(first, found.place - 2) : found.place]
    if not before:
        return False
    if before == ["par", "qui"] or (
        "as" in words[found.after : found.after + 4] and "who" in words[first : found.place]
    ):
        return True
    if before[-1] in words_of.PEOPLE and not verb.endswith(("ez", "ons", "eons", "iez", "ions")):
        return True
    inverted = before[-1] in {"il", "elle", "on"}  # « l’a-t-il remplacé »
    return before[-1] == "faire" or (len(before) == 2 and not inverted and before[0] in {"me", "te", "m", "t", "se"})


def reported(before: list[str], asked: bool) -> bool:
    """Somebody tells of alternatives: « l’article sur les alternatives à Zoom », « on a trouvé une alternative »."""
    if next(_WHOSE_IDEA.all(before, 0, len(before)), None):
        return True
    before = [word for place, word in enumerate(before) if not (word in _KNOW and place and before[place - 1] in _WHO)]
    if not asked and _asked_before(before):
        return True
    if not asked and next(_FOUND_OUT.all(before, 0, len(before)), None):
        return True
    if not asked and before and before[0] in _HEADINGS:
        return True
    if _on_a_topic(before):
        return True
    near = before[-5:]
    if asked and near and near[-1] in _ONE_OF:
        return False
    if any(word in words_of.QUESTION for word in near):
        return False
    if any(word in _TOLD for word in before):
        return not asked or any(
            word in _TOLD and before[place + 1 : place + 2] in (["qu"], ["que"]) for place, word in enumerate(before)
        )
    return any(word in words_of.REPORTED - _TOLD and not (asked and word == "merci") for word in near)


def _on_a_topic(before: list[str]) -> bool:
    """« le livre sur quitter Facebook », "the panel on leaving Google", « l’atelier sur comment quitter Gmail »."""
    said = before[:-1] if before[-1:] in (["comment"], ["how"], ["to"]) else before
    said = said[:-1] if said[-1:] == ["how"] else said
    return said[-1:] in (["sur"], ["on"], ["about"]) and not _TALKS.isdisjoint(said[-_TOPIC:])


def announced(message: Message, first: int, clause: int) -> bool:
    """« Atelier samedi : par quoi remplacer Google ? »: a heading starts the sentence, a colon ends it."""
    before, here = message.tokens[clause - 1], message.tokens[clause]
    return ":" in message.reading.text[before.end : here.start] and message.words[first] in _HEADINGS


def _asked_before(before: list[str]) -> bool:
    """« j’ai demandé au bot par quoi… », "I asked him what…"; « mon oncle demande », "I was asked" are no tales."""
    return any(
        (word == "asked" and not _WERE_ASKED.intersection(before[max(0, place - 2) : place]))
        or (word == "demande" and place > 0 and before[place - 1] in {"ai", "as", "avons", "avez", "ont"})
        for place, word in enumerate(before)
    )


def negated(message: Message, found: Found, first: int) -> bool:
    """« pas besoin de quitter », « on ne veut pas remplacer », « there is no alternative to »."""
    words = message.words
    near = words[max(first, found.place - 4) : found.place]
    if message.is_asked(found.place) or any(word in words_of.QUESTION for word in words[first : found.place]):
        return False
    if found.cue is Cue.FED_UP or (near and near[-1] == "plus"):
        return False
    return any(word in {"pas", "jamais", "never", "not", "aucune", "aucun", "don", "no"} for word in near)


def past(message: Message, found: Found, first: int) -> bool:
    """« on a remplacé Zoom », « nous avons quitté Facebook », "we have replaced it"."""
    words = message.words
    place = found.place
    token = message.tokens[place]
    typed = message.reading.text[token.start : token.end].casefold()
    if (typed.endswith(("é", "ée", "és", "ées")) or typed == "replaced") and words[place - 1] not in _INFINITIVE:
        return True
    if words[place] in _LEFT:
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


def third_person(message: Message, found: Found, first: int) -> bool:
    """« Paul cherche une alternative », « ils veulent quitter Facebook »: somebody else’s wish."""
    words = message.words
    if message.is_asked(found.place):
        # « Paul veut quitter Zoom, on prend quoi ? »: what is asked after the comma is ours.
        first = next(
            (n for n in range(found.place, first, -1) if message.tokens[n].broken or words[n] == "alors"), first
        )
    for place in range(first, found.after):
        if not _wishes(message, first, place) or (place >= found.place and found.cue is not Cue.LEAVE):
            continue
        subject = words[max(first, place - 5) : place]
        if words[place] == "demande" and words[place - 1] == "a":
            return True
        if words[place] == "veut" and words[place + 1 : place + 2] in (["que"], ["qu"]) and "on" not in subject:
            return True
        for back, word in enumerate(reversed(subject)):
            if word in words_of.OURS:
                break
            spot = place - 1 - back
            # "we’re on Teams but want to replace Zoom"
            tool = message.named(spot) and not _TURNS.isdisjoint(subject[len(subject) - back :])
            if word in words_of.OTHERS or (message.capital(spot) and word not in LITTLE and not tool):
                return not (spot > first and words[spot - 1] in words_of.OURS_BEFORE and word in words_of.OURS)
        else:
            if words[place].endswith("ent"):
                return True
    return False


def _wishes(message: Message, first: int, place: int) -> bool:
    """Whether a verb of wishing with a subject of its own stands at `place`."""
    finite = message.words[place] in words_of.FINITE_REQUEST and message.tokens[place].form != "chercher"
    return finite and not _notice(message.words, first, place)


_SEEKERS = word_set(
    "benevole benevoles tresorier tresoriere secretaire president presidente animateur animatrice salarie salariee "
    "bibliothecaire coordinateur coordinatrice webmestre webmaster informatique club troupe chorale fanfare compagnie "
    "collectif cooperative ludotheque bibliotheque ecole college lycee federation amicale comite volunteer treasurer "
    "secretary charity choir band group school library shop"
)
_MOST_SEEKERS = 4


def _notice(words: list[str], first: int, verb: int) -> bool:
    """« Bénévole informatique cherche remplaçant à AnyDesk »: a small ad speaks of who writes it."""
    subject = words[first:verb]
    plain = words_of.DETERMINERS.isdisjoint(subject) and len(subject) <= _MOST_SEEKERS
    return plain and not _SEEKERS.isdisjoint(subject)


_ROOMS = word_set(
    "groupe groupes salon canal reunion appel conversation discussion visio group meeting call chat channel room "
    "workspace espace serveur server"
)
_ONE = frozenset({"un", "une", "ce", "cette", "le", "la", "l", "a", "this", "the", "du"})
_OUT = frozenset({"quitter", "quitte", "sortir", "leave", "leaving", "quit", "get", "sort"})


def leaves_a_room(message: Message, found: Found, stop: int) -> bool:
    """« comment on quitte un groupe WhatsApp ? »: out of one conversation, not away from the tool."""
    words = message.words
    if found.cue is not Cue.LEAVE or words[found.place] not in _OUT:
        return False
    near = words[found.after - 1 : stop + 1]
    return any(word in _ROOMS for word in near) and any(word in _ONE for word in near)
