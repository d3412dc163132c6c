"""What follows a cue: the tools that a question is about, or the name of one that nobody knows yet."""

from typing import NamedTuple

from bot.ask.reading import lexicon as words_of
from bot.ask.reading.belief import believed, called
from bot.ask.reading.cue_phrases import Cue
from bot.ask.reading.cues import Found
from bot.ask.reading.direction import past_openers, row
from bot.ask.reading.message import Message
from bot.ask.reading.nearby import BOTH, in_a_row
from bot.ask.reading.phrases import Phrases, word_set
from bot.catalog.fold import Kind
from bot.catalog.names import Mention
from bot.catalog.need_words import NeedMention
from bot.catalog.ordinary import LITTLE, is_ordinary

_LONGEST_NAME = 4
_AT_ONCE = Phrases(("a la fois", "en meme temps", "d un coup", "d une part", "d un cote"))
_KIND = words_of.KIND_WORDS | {"and", "et", "non", "gafam", "svp", "stp", "please", "pls"}
_PREPOSITIONS = frozenset({"a", "au", "aux", "de", "du", "des", "d", "pour", "to", "for", "of", "from", "chez"})
_OF = frozenset({"de", "d", "du", "des", "of"})
_THIS = frozenset({"cette", "ce", "cet", "ces", "this", "that", "these", "foutu", "fichu", "maudit", "vieux"})
_ADVERBS = ("amment", "emment", "ement", "ously", "ately")
_WITH = frozenset({"with", "by", "par"})
_MAY_STAND_ALONE = frozenset({Cue.ALTERNATIVE, Cue.OTHER, Cue.INSTEAD})
_TIES = frozenset({"a", "au", "aux", "to", "de", "du", "des", "d", "of", "que", "qu", "than", "from"})
_ASKS = word_set("quoi comment what how quel quelle which idee idees ideas solution piste pistes connait connaissez")
_CONTENT = word_set(
    "lien liens link photo photos image images logo mot mots affiche icone bouton visuel message code date heure "
    "fichier fichiers password picture button titre nom name post publication"
)
"""What stands on a tool and is replaced without leaving it."""
_A_FEW = 4
_MORE = frozenset({"plus", "moins", "aussi", "trop", "more", "less", "too"})
_RELATIVE = frozenset({"that", "which", "who", "qui", "if", "si"})
_LONGEST_OBJECT = 7
_TRAILING = LITTLE | words_of.KIND_WORDS | words_of.TOOL


class Slot(NamedTuple):
    """The object of a cue.

    `targets`: the names in it; `needs`: what it says a tool is for; `unknown`: where a name that is in no
    catalogue stands, (first, last not included); `proper`: that is written like a name, without article;
    `tool`: it is called a tool; `end`: where the object ends; `empty`: there is none (« on le remplace ? »);
    `apart`: no preposition ties it to the cue (« une alternative pour le club »), so that a tool named before may
    be meant.
    """

    targets: tuple[Mention, ...] = ()
    needs: tuple[NeedMention, ...] = ()
    unknown: tuple[int, int] | None = None
    proper: bool = False
    tool: bool = False
    end: int = 0
    empty: bool = False
    apart: bool = False


def slot(message: Message, found: Found, last: int) -> Slot:
    """The object of `found` in a sentence that ends before `last`."""
    start, determined = _start(message, found, last)
    place = start
    if place >= last or (message.tokens[place].broken and place > found.place and not _colon(message, place)):
        return Slot(end=place, empty=True)
    size = BOTH.at(message.words, place, last)
    if size and message.need_at(place) is None and (place + size >= last or message.name_at(place + size) is None):
        return Slot(end=place, empty=True)
    opening = place
    place += _AT_ONCE.at(message.words, place, last)
    place = past_openers(message, min(place, last - 1), last)
    if place < last and message.tokens[place].broken and place > opening:
        return Slot(end=place, empty=True)
    opened = message.words[opening:place]
    determined = determined or any(word in words_of.DETERMINERS for word in opened)
    tool = any(word in words_of.TOOL for word in opened)
    place = _past_little(message, place, last)
    if place < last and message.name_at(place) is not None:
        targets = _in_row(message, place, opening, last)
        end = targets[-1].last if targets else place + 1
        return Slot(targets=targets, needs=_between(message, opening, place) if targets else (), end=end)
    if place < last and (_pointed_at(message, opening, place) or (place == start and _adverb(message, place, last))):
        return Slot(end=place + 1, empty=True)
    nuisance = _nuisance(message, opening, place, last)
    if nuisance is not None:
        return Slot(targets=(nuisance,), end=nuisance.last)
    apart = found.cue in _MAY_STAND_ALONE and message.words[start - 1] not in _TIES
    need = _need(message, start, place, last)
    longer = _longer_name(message, place, last) if need is not None else None
    if longer is not None:
        return Slot(targets=(longer,), end=longer.last)
    if need is not None and not _proper_name(message, place, last):
        given = _after_need(message, need, last)
    else:
        given = _stranger(message, found, place, opening, last)
        tool = tool or given.tool
    misspelt = given.unknown and message.index.near(message.reading, place, given.unknown[1])
    within = () if given.targets or misspelt else _within(message, found, place, opening, last)
    if within:
        return Slot(targets=within, needs=_between(message, place, within[0].first), end=within[-1].last)
    return given._replace(proper=not determined, tool=tool, apart=apart)


def _need(message: Message, start: int, place: int, last: int) -> NeedMention | None:
    """The need that the object says: « for video calls », « pour dessiner une carte mentale », "for online surveys"."""
    for begun in range(start, min(place + 1, last)):
        need = message.need_at(begun)
        if need is not None and need.last > place:
            return need
    if message.words[start - 1] in words_of.FOR:
        for ahead in range(place, min(place + _A_FEW, last)):
            if need := message.need_at(ahead):
                return need
            if message.capital(ahead) or message.tokens[ahead].broken or not _leads_to_a_need(message.words[ahead]):
                break
    return None


def _leads_to_a_need(word: str) -> bool:
    return word in words_of.KIND_WORDS or word in words_of.DETERMINERS or word.endswith(("er", "ir", "re", "ing"))


def _stranger(message: Message, found: Found, place: int, opening: int, last: int) -> Slot:
    """The name of something that is in no catalogue, if that is what stands at `place`."""
    unknown = _unknown(message, place, last)
    if unknown and found.cue is Cue.ALTERNATIVE:
        if not _MORE.isdisjoint(message.words[unknown[0] - 1 : unknown[0] + 1]):
            return Slot(end=unknown[1], empty=True)  # « une alternative moins chère »
        for_ = message.words[opening - 1] in {"pour", "for"} and not message.capital(unknown[0])
        if for_ and (needs := _between(message, *unknown)):
            return Slot(needs=needs, end=unknown[1])  # « une alternative libre pour dessiner une carte mentale »
    if unknown is None or _without_object(message, found, opening, unknown):
        word = message.words[place] if place < last else ""
        return Slot(end=place, empty=not word or word in words_of.STOPS or word in LITTLE)
    after = message.words[unknown[1]] if unknown[1] < last else ""
    tool = after in words_of.TOOL and not message.tokens[unknown[1]].broken
    return Slot(unknown=unknown, tool=tool, end=unknown[1])


def _longer_name(message: Message, place: int, last: int) -> Mention | None:
    """« survey monkee »: the misspelt name that starts with the word for a need."""
    after = place + 1
    if after >= last or message.tokens[after].broken or is_ordinary(message.tokens[after].form):
        return None
    near = message.index.near(message.reading, place, after + 1)
    return near if near and (near.first, near.last) == (place, after + 1) else None


def _proper_name(message: Message, place: int, last: int) -> bool:
    """« Planning Center »: two capitals in a row, within a sentence."""
    return (
        place + 1 < last
        and message.capital(place)
        and message.capital(place + 1)
        and not message.tokens[place + 1].broken
        and not message.capital(place - 1)
    )


def _within(message: Message, found: Found, place: int, opening: int, last: int) -> tuple[Mention, ...]:
    """The names further on in the object: « le serveur Discord des bénévoles », "the treasurer’s Excel sheets".

    After a verb it must be a question: « il faut remplacer la photo du groupe Facebook » is none.
    """
    near = message.words[max(0, found.place - 4) : last]
    if found.cue not in _MAY_STAND_ALONE and not (message.is_asked(found.place) and not _ASKS.isdisjoint(near)):
        return ()
    for here in range(place, min(place + _LONGEST_OBJECT, last)):
        mention = message.name_at(here)
        if mention is not None and here > place:
            if (message.weak(mention) and not called(message, mention)) or not believed(
                message, mention, opening, last
            ):
                return ()
            return tuple(other for other in row(message, here, last) if other == mention or not message.weak(other))
        word = message.words[here]
        if (
            word in _CONTENT
            or word in _RELATIVE
            or (word in words_of.STOPS and word != "s")
            or (message.tokens[here].broken and here > place)
        ):
            return ()
    return ()


def _start(message: Message, found: Found, last: int) -> tuple[int, bool]:
    """Where the object starts, and whether an article is part of the cue (« alternative au … »)."""
    place = found.after
    words = message.words
    if found.cue is Cue.ALTERNATIVE:
        while place < last and (words[place] in _KIND or _comparing(words, place, last)) and not message.name_at(place):
            place += 1
        ahead = next((n for n in range(place, min(place + 3, last - 1)) if words[n] in {"a", "to", "for"}), place)
        plain = _RELATIVE.isdisjoint(words[place:ahead])
        place = ahead if plain and not message.name_at(place) and message.name_at(ahead + 1) else place
        if place < last and words[place] in _PREPOSITIONS and not message.name_at(place):
            place += 1
    elif found.cue is Cue.OTHER and place < last and words[place] in {"que", "qu", "than"}:
        place += 1
    return place, words[place - 1] in {"au", "aux", "du", "des"}


def _comparing(words: list[str], place: int, last: int) -> bool:
    """« une alternative plus simple à … »."""
    return words[place] in _MORE and place + 1 < last and words[place + 1] in _KIND


def _colon(message: Message, place: int) -> bool:
    """« une alternative à : Zoom, Teams »."""
    before, here = message.tokens[place - 1], message.tokens[place]
    return message.reading.text[before.end : here.start].strip() == ":"


def _in_row(message: Message, place: int, opening: int, last: int) -> tuple[Mention, ...]:
    """The tools in a row from `place` on; « Airbnb ou Booking »: beside a tool, an everyday word is one, too."""
    found: list[Mention] = []
    for mention in row(message, place, last):
        if believed(message, mention, opening, last) or (found and in_a_row(message, found[-1], mention)):
            found.append(mention)
    return tuple(found)


def _pointed_at(message: Message, opening: int, place: int) -> bool:
    """« What do we replace this abomination with? »: what was named before."""
    pointed = opening + 1 == place and message.words[opening] in _THIS
    last = place + 1 >= len(message.words) or message.words[place + 1] in _WITH or message.tokens[place + 1].broken
    last = last or message.words[place : place + 3] == ["usine", "a", "gaz"]
    return pointed and last and not message.capital(place) and message.need_at(place) is None


def _nuisance(message: Message, opening: int, place: int, last: int) -> Mention | None:
    """« cette saleté de Teams », "this mess of Teams": the name after a word for the nuisance that it is."""
    if place + 2 >= last or message.words[place + 1] not in _OF or message.tokens[place + 2].broken:
        return None
    pointed_at = any(word in _THIS for word in message.words[opening:place])
    return message.name_at(place + 2) if pointed_at else None


def _without_object(message: Message, found: Found, opening: int, unknown: tuple[int, int]) -> bool:
    """« alternatives welcome »: no preposition, and no name either."""
    bare = found.cue is Cue.ALTERNATIVE and opening == found.after
    return bare and all(is_ordinary(token.form) for token in message.tokens[unknown[0] : unknown[1]])


def _adverb(message: Message, place: int, last: int) -> bool:
    """« qu’est-ce qui le remplace avantageusement ? »: how, and not what."""
    ends = place + 1 >= last or message.tokens[place + 1].broken
    return place < last and ends and message.words[place].endswith(_ADVERBS) and message.need_at(place) is None


def _past_little(message: Message, place: int, last: int) -> int:
    """Past up to three little words when a name follows: « remplacer enfin Zoom », « quitter pour de bon Google »."""
    for ahead in range(place, min(place + 4, last)):
        if message.name_at(ahead):
            return ahead
        word = message.words[ahead]
        if (word not in LITTLE and word not in words_of.KIND_WORDS) or message.tokens[ahead].broken:
            break
        if word in words_of.DESTINATION or word in {
            "dans",
            "sur",
            "in",
            "on",
            "pour",
            "for",
            "sans",
            "without",
            "que",
            "qu",
            "et",
            "and",
        }:
            break
    return place


def _after_need(message: Message, need: NeedMention, last: int) -> Slot:
    """« le tableur de Google », « nos mails Gmail »: the name after the need, or the need alone."""
    place = past_openers(message, need.last, last)
    mention = message.name_at(place) if place < last else None
    if mention is not None and not message.tokens[place].broken:
        return Slot(targets=tuple(row(message, place, last)), needs=(need,), end=mention.last)
    after = need.last
    narrowed = after < last and message.words[after] in _OF and not message.tokens[after].broken
    return Slot(needs=() if narrowed and not need.sure else (need,), end=after)


def _between(message: Message, first: int, last: int) -> tuple[NeedMention, ...]:
    return tuple(need for need in message.needs if first <= need.first < last)


def _unknown(message: Message, place: int, last: int) -> tuple[int, int] | None:
    stop = place
    while stop < min(last, place + _LONGEST_NAME) and (stop == place or not message.tokens[stop].broken):
        word = message.words[stop]
        if word in words_of.STOPS or message.name_at(stop) or message.tokens[stop].kind in {Kind.FILE, Kind.ADDRESS}:
            break
        stop += 1
    while stop > place and message.words[stop - 1] in _TRAILING:
        stop -= 1
    return (place, stop) if stop > place else None
