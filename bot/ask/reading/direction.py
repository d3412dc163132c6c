"""Which way a sentence goes: what is to be left, what is kept, what is ruled out, where people head to."""

from collections.abc import Iterator
from enum import Enum

from bot.ask.reading import lexicon as words_of
from bot.ask.reading.message import Message
from bot.ask.reading.phrases import Phrases, word_set
from bot.ask.reading.room_choices import doubts_keeping
from bot.ask.reading.shapes import keep_or_leave
from bot.catalog.names import Entry, Mention


class Role(Enum):
    """What a sentence does with a tool that it does not ask to replace."""

    KEPT = "kept"
    EXCLUDED = "excluded"
    TOWARD = "toward"


_POLITE = word_set("aurait auriez aurais a avez as existe connaissez connais connait serait peut pourrait")
"""« y aurait pas un Photoshop libre ? » rules nothing out."""
_DISLIKES = word_set("aime aimes aiment aimons aimait supporte supportes supportent supportons apprecie apprecient")
"""« on n’aime pas Zoom » rules nothing out either."""
_JOINS = Phrases(
    (
        "as well as",
        "ainsi que|qu",
        "et|and puis|then",
        "et|and puis aussi",
        "mais|but aussi|also",
    )
)
ON_ONE_HAND = Phrases(("d une part", "d un cote", "on the one hand", "on one hand|side"))
_ALSO = frozenset({"aussi", "also"})
_AGAIN = frozenset({"pour", "for", "a", "au", "to", "from"})
"""« un remplaçant pour Zoom et pour Drive »."""
_NOT = frozenset({"pas", "not"})
_VERBS = word_set("a est ca c is does has peut could would vaut fait semble serait ferait might can will tient suffit")
_STAYS = Phrases(words_of.STAYS)
_PHRASES = {
    Role.KEPT: Phrases(words_of.KEPT),
    Role.EXCLUDED: Phrases(words_of.EXCLUDED),
    Role.TOWARD: Phrases(words_of.TOWARD),
}


def roles(message: Message, first: int, last: int) -> dict[int, Role]:
    """The role of each name between two tokens that has one, by the place where the name starts."""
    found: dict[int, Role] = {}
    doubted = doubts_keeping(message, first, last)
    for role, phrases in _PHRASES.items():
        for place, after in phrases.all(message.words, first, last):
            if place > first and _rules_nothing_out(message.words, place):
                continue
            # « pas Drive, Docs » rules out the first and means the second.
            alone = message.words[after - 1] in _NOT
            for mention in _named_next(message, role, after, last):
                if role is Role.KEPT and (keep_or_leave(message, mention.first, first, last) or doubted):
                    continue
                if not (alone and mention.first > place + 1 and message.tokens[mention.first].broken):
                    found.setdefault(mention.first, role)
    if message.words[first] == "no":  # « no Google please »
        refused = (mention for mention in row(message, first + 1, last) if mention.is_a(Entry.GIANT))
        found = {mention.first: Role.EXCLUDED for mention in refused} | found
    for mention in message.names_in(first, last):
        stays = mention.last < last and _STAYS.at(message.words, mention.last, last)
        if stays and not keep_or_leave(message, mention.first, first, last):
            found.setdefault(mention.first, Role.KEPT)
    return found


def _named_next(message: Message, role: Role, place: int, last: int) -> Iterator[Mention]:
    """The names right after a phrase; not after a comma where « WhatsApp on garde, Messenger on vire »."""
    need = message.need_at(past_openers(message, place, last)) if place < last else None
    if role is Role.EXCLUDED and need and need.last < last and message.words[need.last] in {"de", "d", "of"}:
        return row(message, need.last + 1, last)  # « pas les mails d’Outlook, le calendrier »
    apart = role is Role.KEPT and place < last and message.tokens[place].broken
    return iter(()) if apart and message.name_at(place) else row(message, place, last)


def _rules_nothing_out(words: list[str], place: int) -> bool:
    if words[place] != "pas":
        return False
    lacks = words[place - 2 : place] == ["n", "a"]  # « Lucette n’a pas WhatsApp »
    return words[place - 1] in _POLITE | _DISLIKES and not lacks


def all_roles(message: Message) -> dict[int, Role]:
    """The roles in all the sentences of a message."""
    return {place: role for first, last in message.sentences() for place, role in roles(message, first, last).items()}


def row(message: Message, place: int, last: int) -> Iterator[Mention]:
    """The names in a row from `place` on: « Zoom, Doodle et l’agenda Google »."""
    while True:
        place = past_openers(message, place, last)
        mention = message.name_at(place) if place < last else None
        if mention is None:
            return
        yield mention
        following = past_and(message, _past_purpose(message, mention.last, last), last)
        if following is None or _starts_a_clause(message, mention, following, last):
            return
        place = following


def _starts_a_clause(message: Message, before: Mention, place: int, last: int) -> bool:
    """« à la place de Mailchimp, Brevo a du sens ? »: after a comma, a name with a verb of its own is in no row."""
    if not message.tokens[before.last].broken or message.words[before.last] in words_of.AND:
        return False
    mention = message.name_at(past_openers(message, place, last))
    return mention is not None and mention.last < last and message.words[mention.last] in _VERBS


def _past_purpose(message: Message, place: int, last: int) -> int:
    """« Gmail pour les mails et Drive pour les fichiers », « Slack d’un côté et Trello… »: where the row may go on."""
    beyond = place + (ON_ONE_HAND.at(message.words, place, last) if place < last else 0)
    if beyond == place and place < last and message.words[place] in words_of.FOR:
        need = message.need_at(past_openers(message, place + 1, last))
        beyond = need.last if need else place
    joined = beyond < last and message.words[beyond] in words_of.AND
    after = past_openers(message, beyond + 1, last) if joined else last
    return beyond if after < last and message.name_at(after) is not None else place


def past_openers(message: Message, place: int, last: int) -> int:
    """The first place from `place` on that is neither an article nor a word like « logiciel »."""
    while (
        place < last
        and not message.name_at(place)
        and (message.words[place] in words_of.OPENERS or message.words[place] in words_of.OPENER_NOUNS)
    ):
        place += 1
    return place


def past_and(message: Message, place: int, last: int) -> int | None:
    """Where a row of names goes on after a comma, « et », « ou »; None when it ends at `place`."""
    if place >= last:
        return None
    if joined := _JOINS.at(message.words, place, last):
        return place + joined if place + joined < last else None
    if message.words[place] in words_of.AND and place + 1 < last:
        place += 1 + (message.words[place + 1] in _ALSO and place + 2 < last)
        again = message.words[place] in _AGAIN and place + 1 < last
        return place + 1 if again and message.name_at(past_openers(message, place + 1, last)) else place
    gap = set(message.reading.text[message.tokens[place - 1].end : message.tokens[place].start])
    if not gap & set(",/&+") or gap - set(",/&+ \u00a0"):
        return None
    after = past_openers(message, place, last)
    # A comma goes on with the row only when a name follows; otherwise the sentence does.
    return None if after >= last or message.name_at(after) is None else after


def destination(message: Message, place: int, last: int) -> list[Mention]:
    """Where the sentence heads to right after what is left: « par Jitsi », « à Microsoft 365 »."""
    if place < last and (
        message.words[place] in words_of.DESTINATION
        or message.words[place] in {"a", "au", "sur", "chez", "aux", "contre"}
    ):
        return list(row(message, place + 1, last))
    return []
