"""What follows a cue: the tools that a question is about, or the name of one that nobody knows yet."""

from typing import NamedTuple

from bot.ask import lexicon as words_of
from bot.ask.cues import Cue, Found
from bot.ask.direction import past_and, past_openers, row
from bot.ask.message import Message
from bot.catalog.fold import Kind
from bot.catalog.names import Entry, Mention, Sure
from bot.catalog.need_words import NeedMention
from bot.catalog.ordinary import LITTLE, is_ordinary

_LONGEST_NAME = 4
_KIND = words_of.KIND_WORDS | {"and", "et", "non", "gafam", "svp", "stp", "please", "pls"}
_LINK = frozenset({"lien", "liens", "link", "links", "url", "adresse"})
_PREPOSITIONS = frozenset({"a", "au", "aux", "de", "du", "des", "d", "pour", "to", "for", "of", "from", "chez"})
_OF = frozenset({"de", "d", "du", "des", "of"})
_NOT_BEFORE_A_TOOL = frozenset({"une", "la", "cette", "ma", "ta", "sa", "a", "an", "toute", "quelle"})
_THIS = frozenset({"cette", "ce", "cet", "ces", "this", "that", "these", "foutu", "fichu", "maudit", "vieux"})
_TRAILING = LITTLE | words_of.KIND_WORDS | words_of.TOOL
_PLURAL = frozenset(
    {"les", "des", "nos", "vos", "mes", "tes", "ses", "ces", "leurs", "our", "your", "my", "these", "the"}
)


class Slot(NamedTuple):
    """The object of a cue.

    `targets`: the names in it; `needs`: what it says a tool is for; `unknown`: where a name that is in no
    catalogue stands, (first, last not included); `proper`: that is written like a name, without article;
    `tool`: it is called a tool; `end`: where the object ends; `empty`: there is none (« on le remplace ? »).
    """

    targets: tuple[Mention, ...] = ()
    needs: tuple[NeedMention, ...] = ()
    unknown: tuple[int, int] | None = None
    proper: bool = False
    tool: bool = False
    end: int = 0
    empty: bool = False


def slot(message: Message, found: Found, last: int) -> Slot:
    """The object of `found` in a sentence that ends before `last`."""
    place, determined = _start(message, found, last)
    if place >= last or (message.tokens[place].broken and place > found.place and not _colon(message, place)):
        return Slot(end=place, empty=True)
    opening = place
    place = past_openers(message, place, last)
    if place < last and message.tokens[place].broken and place > opening:
        return Slot(end=place, empty=True)
    opened = message.words[opening:place]
    determined = determined or any(word in words_of.DETERMINERS for word in opened)
    tool = any(word in words_of.TOOL for word in opened)
    place = _past_little(message, place, last)
    need = message.need_at(place) if place < last else None
    if need is not None and message.name_at(place) is None:
        return _after_need(message, need, last)
    if place < last and message.name_at(place) is not None:
        targets = tuple(mention for mention in row(message, place, last) if believed(message, mention, opening, last))
        if targets:
            return Slot(targets=targets, needs=_between(message, opening, place), end=targets[-1].last)
        return Slot(end=place + 1)
    nuisance = _nuisance(message, opening, place, last)
    if nuisance is not None:
        return Slot(targets=(nuisance,), end=nuisance.last)
    unknown = _unknown(message, place, last)
    if unknown is None or _without_object(message, found, opening, unknown):
        word = message.words[place] if place < last else ""
        return Slot(end=place, empty=not word or word in words_of.STOPS or word in LITTLE)
    after = message.words[unknown[1]] if unknown[1] < last else ""
    tool = tool or (after in words_of.TOOL and not message.tokens[unknown[1]].broken)
    return Slot(unknown=unknown, proper=not determined, tool=tool, end=unknown[1])


def _start(message: Message, found: Found, last: int) -> tuple[int, bool]:
    """Where the object starts, and whether an article is part of the cue (« alternative au … »)."""
    place = found.after
    words = message.words
    if found.cue is Cue.ALTERNATIVE:
        while place < last and words[place] in _KIND and not message.name_at(place):
            place += 1
        ahead = next((n for n in range(place, min(place + 3, last - 1)) if words[n] in {"a", "to", "for"}), place)
        place = ahead if message.name_at(ahead + 1) else place
        if place < last and words[place] in _PREPOSITIONS and not message.name_at(place):
            place += 1
    elif found.cue is Cue.OTHER and place < last and words[place] in {"que", "qu", "than"}:
        place += 1
    return place, words[place - 1] in {"au", "aux", "du", "des"}


def _colon(message: Message, place: int) -> bool:
    """« une alternative à : Zoom, Teams »."""
    before, here = message.tokens[place - 1], message.tokens[place]
    return message.reading.text[before.end : here.start].strip() == ":"


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


def _past_little(message: Message, place: int, last: int) -> int:
    """Past up to three little words when a name follows: « remplacer enfin Zoom », « quitter pour de bon Google »."""
    for ahead in range(place, min(place + 4, last)):
        if message.name_at(ahead):
            return ahead
        word = message.words[ahead]
        if (word not in LITTLE and word not in words_of.KIND_WORDS) or message.tokens[ahead].broken:
            break
        if word in words_of.DESTINATION or word in {"dans", "sur", "in", "on", "pour", "for", "que", "qu", "et", "and"}:
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


def believed(message: Message, mention: Mention, opening: int, last: int) -> bool:
    """Whether a name that also is an ordinary word means the tool here, in an object that starts at `opening`.

    « remplacer Word » does; « remplacer la notion de bénévolat », « replace the notes », « la box Internet » do not.
    """
    if any(word in _LINK for word in message.words[mention.first : min(mention.last + 1, last)]):
        return False
    if mention.sure is not Sure.CONTEXT:
        return True
    before = message.words[mention.first - 1] if mention.first > opening else ""
    capital = message.capital(mention.first)
    if before in _NOT_BEFORE_A_TOOL:
        return False
    if before in _PLURAL and not capital and message.words[mention.last - 1].endswith("s"):
        return False
    if mention.last >= last or message.tokens[mention.last].broken:
        return True
    after = message.words[mention.last]
    if after in _OF:
        return mention.last + 1 < last and message.name_at(mention.last + 1) is not None
    return (
        after in LITTLE
        or after in words_of.KIND_WORDS
        or message.name_at(mention.last) is not None
        or past_and(message, mention.last, last) is not None
        or (capital and not is_ordinary(after) and mention.is_a(Entry.PRODUCT))
        or after in {"gratuitement", "svp", "stp", "vers", "online", "asap", "depuis"}
    )


def used(message: Message, mention: Mention) -> bool:
    """Whether a sentence that asks nothing speaks of the tool: « sur Zoom », « Zoom rame », « a fermé pocket »."""
    if mention.sure is not Sure.CONTEXT or message.capital(mention.first):
        return True
    starts = mention.first == 0 or message.tokens[mention.first].sentence != message.tokens[mention.first - 1].sentence
    return starts or message.words[mention.first - 1] not in words_of.DETERMINERS | {"de", "en"}
