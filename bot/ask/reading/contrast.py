"""Tools set against one another: the one that is fine and the one that has to go.

« On est contents de Zoom, c’est Vimeo qu’on veut remplacer », "Slack has to go, Zoom can stay".
"""

from collections.abc import Iterator, Set

from bot.ask.reading.cue_phrases import CUES, Cue
from bot.ask.reading.direction import Role, all_roles, row
from bot.ask.reading.heading import heading
from bot.ask.reading.left_before import left_before
from bot.ask.reading.liked_phrases import LIKED, LIKED_AFTER, TO_GO_AFTER, TO_GO_BEFORE
from bot.ask.reading.message import Message
from bot.ask.reading.phrases import Phrases
from bot.ask.reading.set_aside import set_aside
from bot.catalog.names import Entry, Mention

_LIKED, _LIKED_AFTER = Phrases(LIKED), Phrases(LIKED_AFTER)
_TO_GO_BEFORE, _TO_GO_AFTER = Phrases(TO_GO_BEFORE), Phrases(TO_GO_AFTER)
_NEGATED = frozenset({"n", "ne", "t", "not", "never", "pas", "plus"})
_CLEFT = frozenset({"c", "est", "s"})
_ABOUT = frozenset({"pour", "de", "d", "du", "a", "au", "about", "for"})
_RELATIVES = frozenset({"que", "qu", "qui", "that", "which", "we", "i"})
_KEEPS = frozenset({"garde", "gardons", "gardera", "keep", "keeping", "use", "utilise", "adore", "love"})
_OURS = frozenset({"moi", "nous", "me", "us"})
_ONLY = frozenset({"juste", "seulement", "que", "uniquement", "simplement", "just", "only"})
_TURNS = frozenset({"mais", "but", "alors", "while", "whereas", "tandis"})
_WORSE = Phrases(CUES[Cue.WORSE])
_CLOSE = 2
_NEAR = 5
"""How many words after a name what is said of it may start: « Wooclap ou autre, ça nous suffit »."""


def by_contrast(message: Message) -> dict[int, Role]:
    """The role of each name that has one, with those that another tool is set against.

    A tool that is liked and stands alone is asked about all the same: « Trello est bien, mais existe-t-il libre ? »
    """
    said = found = _wherever_kept(message, all_roles(message))
    names = [mention for mention in message.names if mention.is_a(Entry.PRODUCT, Entry.GIANT)]
    if len({mention.refs for mention in message.names}) < 2 or not names:
        return found
    fine = Role.KEPT in found.values() or any(True for _ in liked_in(message))
    more = set_aside(message, fine) | heading(message) | left_before(message) | found
    if Role.KEPT in more.values() or any(mention.first not in more for mention in message.names):
        found = more  # otherwise nothing would be left to ask about
    if any(mention.is_a(Entry.GIANT) and mention.first not in found for mention in names):
        found |= {mention.first: Role.EXCLUDED for mention in names if _not_only(message, mention)}
    to_go = {mention.first for mention in names if _has_to_go(message, mention)} - found.keys()
    to_go |= _turning_bad(message, names) - found.keys()
    liked = {mention.first for mention in liked_in(message)} - found.keys() - to_go
    found |= _in_brackets(message, names, found)
    if to_go:
        # What is set against the rest leaves the rest as it is, where that was named before.
        going = {mention.refs for mention in names if mention.first in to_go}
        liked |= {mention.first for mention in names if mention.first < max(to_go) and mention.refs not in going}
    return _freed(names, _without_the_liked(names, found, liked), said)


def _wherever_kept(message: Message, found: dict[int, Role]) -> dict[int, Role]:
    """What is kept is so wherever it is named."""
    kept = {mention.refs for mention in message.names if found.get(mention.first) is Role.KEPT}
    return {m.first: Role.KEPT for m in message.names if m.refs in kept} | found if kept else found


def _freed(names: list[Mention], found: dict[int, Role], said: dict[int, Role]) -> dict[int, Role]:
    """« je garde Gmail mais pas Google Tasks »: where all the others are kept, what they would rather not have is
    left.
    """
    kept = Role.KEPT in found.values()
    if kept and all(mention.first in found for mention in names) and Role.TOWARD not in found.values():
        return {place: role for place, role in found.items() if said.get(place) is not Role.EXCLUDED}
    return found


def _in_brackets(message: Message, names: list[Mention], found: dict[int, Role]) -> dict[int, Role]:
    """« notre site (sur Drupal) », « (HelloAsso fait déjà la billetterie) »: said beside what is asked about."""
    inside = [mention for mention in names if _bracketed(message, mention)]
    outside = any(m.is_a(Entry.PRODUCT) and m.first not in found and m not in inside for m in names)
    return {mention.first: Role.KEPT for mention in inside if mention.first not in found} if outside else {}


def _bracketed(message: Message, mention: Mention) -> bool:
    text = message.reading.text
    before, after = text[: message.tokens[mention.first].start], text[message.tokens[mention.last - 1].end :]
    alone = before.endswith("(") and after.startswith(")") and mention.is_a(Entry.PRODUCT)
    return before.rfind("(") > before.rfind(")") and not alone


def _without_the_liked(names: list[Mention], found: dict[int, Role], liked: Set[int]) -> dict[int, Role]:
    if not liked:
        return found
    kept = found | {place: found.get(place, Role.KEPT) for place in liked}
    left = [mention.first for mention in names if mention.first not in liked]
    if any(place not in found for place in left):
        return kept
    disliked = [place for place in left if found[place] is Role.EXCLUDED]  # « Gmail me convient, mais pas Drive »
    return {place: role for place, role in kept.items() if place not in disliked} if disliked else found


def liked_in(message: Message) -> Iterator[Mention]:
    """The tools that nothing is wrong with."""
    words = message.words
    for first, last in message.sentences():
        for place, after in _LIKED.all(words, first, last):
            if place == first or words[place - 1] not in _NEGATED:
                yield from _in_one_breath(message, list(row(message, after, last)))
        for mention in message.names_in(first, last):
            if _said_after(message, mention, last):
                yield mention


def _in_one_breath(message: Message, names: list[Mention]) -> list[Mention]:
    """« merci pour Gmail, et Drive ? », « contrairement à Zoom, Teams… »: two names and a comma are no row."""
    return names[:1] if len(names) == 2 and message.tokens[names[0].last].broken else names


def _said_after(message: Message, mention: Mention, last: int) -> bool:
    """Whether what follows the name, and no other name, says that it is fine."""
    words = message.words
    for place in range(mention.last, min(mention.last + _NEAR, last)):
        if message.name_at(place) or (place > mention.last and message.tokens[place].broken):
            return False
        if _LIKED_AFTER.at(words, place, last) and words[place - 1] not in _NEGATED:
            return True
    return False


def _not_only(message: Message, mention: Mention) -> bool:
    """« quitter Meta, pas juste Facebook »: the whole giant is meant."""
    before = message.words[max(0, mention.first - 2) : mention.first]
    return len(before) == 2 and before[0] in _NEGATED and before[1] in _ONLY


def _has_to_go(message: Message, mention: Mention) -> bool:
    words = message.words
    if _not_only(message, mention):
        return False
    before = [n for n in (1, 2, 3) if mention.first >= n and _ends(message, mention.first - n, mention.first)]
    goes_on = mention.last < len(words) and not message.tokens[mention.last].broken
    size = _TO_GO_AFTER.at(words, mention.last, len(words)) if goes_on else 0
    after = words[mention.last : mention.last + size]
    if before:
        start = mention.first - (words[mention.first - 1] in _ABOUT)
        cleft = words[start - 1] in _CLEFT and words[start - 3] not in _OURS  # « moi, c’est Doodle »
        relative = bool(after) and (after[0] in _RELATIVES or after == ["s", "turn"])
        kept = not _KEEPS.isdisjoint(words[mention.last : mention.last + _NEAR])
        return (relative and not kept) if cleft else True
    if after == ["is"]:
        return mention.last + 1 == len(words) or message.tokens[mention.last + 1].broken
    return bool(after) and after[0] not in _RELATIVES


def _turning_bad(message: Message, names: list[Mention]) -> set[int]:
    """« Notion nous plaît mais Evernote rame »: the only tool that something is wrong with, said after a turn."""
    bad = [m for m in names if m.last < len(message.words) and _WORSE.at(message.words, m.last, len(message.words))]
    if len(bad) != 1 or _TURNS.isdisjoint(message.words[max(0, bad[0].first - _CLOSE) : bad[0].first]):
        return set()
    return {bad[0].first}


def _ends(message: Message, place: int, stop: int) -> bool:
    unbroken = not any(message.tokens[n].broken for n in range(place + 1, stop + 1))
    return unbroken and _TO_GO_BEFORE.at(message.words, place, stop) == stop - place
