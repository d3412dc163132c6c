"""Where the ways to ask for something else than a tool stand in a sentence."""

from typing import NamedTuple

from bot.ask.reading import lexicon as words_of
from bot.ask.reading.cue_phrases import CUES, Cue
from bot.ask.reading.message import Message
from bot.ask.reading.phrases import Phrases, word_set
from bot.ask.reading.shapes import choice, from_to, has_to_go, keep_or_leave, of_tools
from bot.catalog.names import Mention

DEGOOGLE = word_set("degoogliser degooglise degooglisation degoogle degoogling")

_PHRASES = {cue: Phrases(phrases) for cue, phrases in CUES.items()}
_OPENED_BY = {
    word: [(cue, phrases) for cue, phrases in _PHRASES.items() if word in phrases.openings]
    for word in {word for phrases in _PHRASES.values() for word in phrases.openings}
}
"""The kinds of cues that a word may begin: nearly every word begins none."""


_LONGEST = 12
"""No cue has more words."""


class Found(NamedTuple):
    """The words from `place` up to `after` are a cue of the kind `cue`."""

    cue: Cue
    place: int
    after: int


def cues(message: Message, first: int, last: int) -> list[Found]:
    """The cues between two tokens, none overlapping another, in text order; names of tools hold none."""
    found: list[Found] = []
    place = first
    while place < last:
        best = (
            _free_version(message, place, first, last)
            or _moves_off(message, place, first, last)
            or _moves_elsewhere(message, place, first, last)
            or _does_its_job(message, place, last)
            or _changes(message, place, last)
            or _shaped(message, place, first, last)
        )
        if not message.named(place):
            opened = _OPENED_BY.get(message.words[place], ())
            stop = _unbroken(message, place, last) if opened else last
            for cue, phrases in opened:
                size = phrases.at(message.words, place, stop)
                if size and cue is Cue.ONWARD and not _leads_on(message, place, place + size, last):
                    continue
                if size and cue is Cue.ASKING and _what_else(message, place + size):
                    continue
                if size and (best is None or size > best.after - best.place):
                    best = Found(cue, place, place + size)
        if best is not None and not _says_nothing(message, best):
            found.append(best)
            place = max(best.after, place + 1)
        else:
            place += 1
    return found


def _unbroken(message: Message, place: int, last: int) -> int:
    """Where the words that stand together with the one at `place` end: « … à la place, du libre si possible »."""
    stop = min(last, place + _LONGEST)
    return next((n for n in range(place + 1, stop) if message.tokens[n].broken), stop)


def _leads_on(message: Message, place: int, after: int, last: int) -> bool:
    """« quoi d’autre qu’Excel », « ailleurs que » have an object after all; « Zoom ou autre chose » asks for nothing,
    « Zoom, autre chose ? » and « vous avez autre chose ? » do.
    """
    words = message.words
    if after < last and words[after] in {"que", "qu", "than"}:
        return False
    if words[place] not in _SOMETHING or words[after - 1] not in {"chose", "else"}:
        return True
    starts = place == 0 or message.tokens[place].broken
    ends = after >= last or message.tokens[after].broken
    return (ends or words[after] in words_of.FOR) and (starts or words[place - 1] in _HAVE)


_SOMETHING = frozenset({"autre", "something", "anything"})
_WANT = frozenset(
    {"veux", "veut", "voudrais", "voudrait", "voudrions", "aimerais", "aimerait", "cherche", "want", "need"}
)
_HAVE = frozenset({"avez", "as", "avoir", "auriez", "aurais", "a", "avait", "there", "got", "have", "use"} | _WANT)


def _what_else(message: Message, after: int) -> bool:
    """« vous proposez quoi d’autre ? »: « quoi d’autre » says more."""
    words = message.words
    return words[after - 1] == "quoi" and words[after : after + 2] in (["d", "autre"], ["de", "mieux"])


def _free_version(message: Message, place: int, first: int, last: int) -> Found | None:
    """« un Doodle libre », "a free Zoom", « Airtable mais en libre »: like the tool, but free."""
    words = message.words
    here = message.name_at(place)
    if _OWNING.intersection(words[max(first, place - 2) : place]) and not message.is_asked(place):
        return None  # « on a aussi un compte Google gratuit »
    if words[place] in {"un", "une", "a", "an", "any", "some", "mon", "notre"} or (
        words[place] in {"le", "the"} and message.is_asked(place)
    ):
        start = place + 1
    elif words[place] in words_of.FREE_BEFORE and place == first:
        start = place
    else:
        return Found(Cue.ALTERNATIVE, place, place) if here and _named_free(message, here, place, first, last) else None
    after = start
    while (
        after < last
        and (words[after] in words_of.FREE_BEFORE or words[after] in _PRAISE)
        and not message.name_at(after)
    ):
        after += 1
    mention = here or (message.name_at(after) if after < last else None)
    if mention is None:
        return None
    free_before = here is None and any(word in words_of.FREE_BEFORE for word in words[start:after])
    free_after = mention.last < last and words[mention.last] in words_of.FREE_AFTER
    if words[place] in {"le", "the"}:
        # « c’est quoi le Trello libre ? », and not « who left the Zoom open? »
        free_after = free_after and words[mention.last] != "open"
    if not (free_before or free_after or _but_free(words, mention.last, last)):
        return None
    return Found(Cue.ALTERNATIVE, place, mention.first)


def _named_free(message: Message, here: Mention, place: int, first: int, last: int) -> bool:
    """« Photoshop libre ? », « Airtable mais en libre », « Dropbox, façon dossier partagé, mais libre ? »"""
    words = message.words
    if place == first and here.last < last and all(word in _FREELY for word in words[here.last : last]):
        return True
    asked = place == first and not message.weak(here) and message.is_asked(place)
    free = asked and next(_BUT_FREE.all(words, here.last, last), None) is not None
    return free or _but_free(words, here.last, last)


_BUT_FREE = Phrases(("mais|but libre|free|open|ethique|ethical", "mais en libre", "version libre|free"))
_OWNING = frozenset({"have", "has", "got", "a", "ai", "avons", "ont", "avec", "with"})
_THOUGHTS = frozenset({"idee", "idees", "ideas", "avis", "thoughts"})
_DEFINITE = word_set("l les nos mes ses leurs the our my their")
_FULL = frozenset({"plein", "pleine", "full"})
_ADS = frozenset({"pub", "pubs", "publicites", "ads", "adverts", "spam", "trackers", "bugs"})
_PRAISE = frozenset({"good", "decent", "nice", "bon", "vrai", "simple"})
_FREELY = word_set("libre libres open source opensource ethique svp stp please")
"""« Photoshop libre ? » and no other word."""


def _but_free(words: list[str], place: int, last: int) -> bool:
    """« … mais libre », « … en libre », "… but free" right after a name."""
    after = words[place : min(place + 4, last)]
    if not after or after[0] not in {"mais", "but", "en", "version", "du"}:
        return False
    return any(word in words_of.FREE_AFTER or word in _OURS for word in after[1:])


_OURS = word_set("free sans without self ours hosted chez heberge hebergee european")
"""« Trello mais chez nous », "Trello but self-hosted"."""


def _moves_off(message: Message, place: int, first: int, last: int) -> Found | None:
    """« move our newsletter off Mailchimp »."""
    near = message.words[max(first, place - 5) : place]
    moving = any(word in {"move", "moving", "get", "getting", "take", "migrate", "migrating"} for word in near)
    if message.words[place] == "off" and moving and place + 1 < last and message.name_at(place + 1):
        return Found(Cue.LEAVE, place, place + 1)
    return None


_MOVING = word_set(
    "move moving get getting take migrate migrating transfer transferring put transferer deplacer sortir migrer mettre "
    "basculer demenager"
)
_ELSEWHERE = Phrases(
    (
        "somewhere|anywhere else",
        "elsewhere",
        "ailleurs",
        "to|onto|into something|somewhere",
        "vers|sur|dans|chez autre|quelque chose",
        "vers|sur du libre",
    )
)
_FAR = 9


def _moves_elsewhere(message: Message, place: int, first: int, last: int) -> Found | None:
    """« transférer nos photos de Google Photos vers quelque chose de libre », "move Google Photos elsewhere"."""
    mention = message.name_at(place)
    if mention is None or mention.last >= last or message.weak(mention) or not message.is_asked(place):
        return None
    away = _ELSEWHERE.at(message.words, mention.last, last)
    moving = away and not _MOVING.isdisjoint(message.words[max(first, place - _FAR) : place])
    return Found(Cue.ALTERNATIVE, place, place) if moving else None


def _does_its_job(message: Message, place: int, last: int) -> Found | None:
    """« could Discord do Slack’s job? », "take Slack’s place"."""
    mention = message.name_at(place + 1) if message.words[place] in _DO and place + 1 < last else None
    job = mention and message.words[mention.last : mention.last + 2] in (["s", "job"], ["s", "work"], ["s", "place"])
    return Found(Cue.ALTERNATIVE, place, place + 1) if job else None


def _changes(message: Message, place: int, last: int) -> Found | None:
    """« j’aimerais changer Messenger »"""
    mention = message.name_at(place + 1) if message.words[place] == "changer" and place + 1 < last else None
    return None if mention is None or message.weak(mention) else Found(Cue.REPLACE, place, place + 1)


_DO = frozenset({"do", "does", "doing", "did", "take", "takes", "taking"})


def _shaped(message: Message, place: int, first: int, last: int) -> Found | None:
    if has_to_go(message, place, first, last) or keep_or_leave(message, place, first, last):
        return Found(Cue.ALTERNATIVE, place, place)
    if from_to(message, place, first, last):
        return Found(Cue.ALTERNATIVE, place, place + 1 + (message.name_at(place + 1) is None))
    after = choice(message, place, first, last)
    if not after or _what_else(message, after):
        return None
    return Found(Cue.ONWARD if of_tools(message, place, first, last) else Cue.ASKING, place, after)


def _says_nothing(message: Message, found: Found) -> bool:
    """« comme » and « like » ask for nothing unless a tool, any tool, is spoken of before."""
    if message.words[found.place] == "passe" and found.place and message.words[found.place - 1] == "de":
        return True  # « le mot de passe du compte »
    if found.cue is Cue.ASKING and message.words[found.place] in _THOUGHTS and found.place:
        return message.words[found.place - 1] in _DEFINITE  # « noter les idées »
    if found.cue is Cue.WORSE and message.words[found.after - 1] in _FULL:
        # « le fichier Excel est plein d’erreurs »
        after = message.words[found.after : found.after + 2]
        return len(after) == 2 and after[0] in {"de", "d", "of"} and after[1] not in _ADS
    if found.cue is not Cue.LIKE:
        return False
    before = message.words[max(0, found.place - 4) : found.place]
    return not any(word in words_of.TOOL or word == "libre" for word in before)
