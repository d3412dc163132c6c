"""What is said about an answer that the bot gave: « détails 2 », « c’est payant ? », « et pour les formulaires ? »."""

import re
from typing import NamedTuple

from bot.ask.reading.message import Message
from bot.ask.reading.phrases import word_set
from bot.ask.understanding import About, Topic
from bot.catalog.names import Entry, Ref

_NUMBERS = {
    "premier": 1, "premiere": 1, "deuxieme": 2, "second": 2, "seconde": 2, "troisieme": 3, "quatrieme": 4,
    "cinquieme": 5, "first": 1, "third": 3, "fourth": 4, "fifth": 5, "un": 1, "deux": 2, "trois": 3, "quatre": 4,
    "cinq": 5, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
}  # fmt: skip
_FIRM = frozenset(word for word in _NUMBERS if word not in {"un", "one", "deux", "two", "second"})
_PICKING = word_set("le la l the option numero n number choix choice reponse svp stp please oui yes va pour d accord")
_DETAILS = word_set("detail details infos info precisions precision savoir dire plus more about fiche card tell")
_FIRM_DETAILS = word_set("detail details precisions precision infos info fiche card")
_COST = word_set(
    "payant payante payants coute coutent cout couts prix tarif tarifs combien gratuit gratuite gratuits "
    "cost costs price prices pricing paid free expensive cher chers abonnement"
)
_EXPORT = word_set(
    "exporte exporter export exports recuperer recupere recupererait importer import migrer transferer "
    "transfere data donnees exporting migrate transfer demenager takeout sauvegarder"
)
_NO = word_set("non no nope nan pas nah")
_MORE = frozenset({"suite", "next", "suivant", "encore"})
_GOES_ON = frozenset(
    {"et", "and", "pour", "for", "c", "it", "its", "this", "ca", "plutot", "rather", "what", "mais", "but", "on"}
)
_SHORT = 14
_DIGIT = re.compile(r"^[1-9]$")


class FollowUp(NamedTuple):
    """One of: `about` (with the `number` of an alternative, 0 for none), a choice, or needs to go on with."""

    about: About | None = None
    number: int = 0
    choice: Ref | None = None
    needs: tuple[str, ...] = ()


def follow_up(message: Message, topic: Topic, addressed: bool) -> FollowUp | None:
    """What a message says about `topic`, or None when it stands on its own.

    In a thread people also talk to one another: what is not `addressed` must be a question, ask for details,
    or pick a number that was offered.
    """
    words = message.words
    if not words or len(words) > _SHORT:
        return None
    number = _number(words)
    firm = message.reading.asked or (number and (topic.choices or set(words) & _FIRM_DETAILS))
    if not addressed and not firm:
        return None
    if topic.choices and number and _only_picks(words):
        return FollowUp(choice=topic.choices[number - 1]) if number <= len(topic.choices) else None
    if words[0] in _NO and (topic.doubt or topic.choices):
        return None if message.names and len(words) > 1 else FollowUp(about=About.NO)
    if _names_something_new(message, topic):
        return None
    return _asked_about(message, topic, number or _named(message, topic))


def _asked_about(message: Message, topic: Topic, number: int) -> FollowUp | None:
    words = frozenset(message.words)
    needs = tuple(need.needs[0] for need in message.needs_said())
    going_on = message.words[0] in _GOES_ON or topic.unknown
    if topic.unknown:
        return FollowUp(needs=needs) if needs else None
    if words & _FIRM_DETAILS or (number and (words & _DETAILS or _only_picks(message.words))):
        return FollowUp(About.DETAILS, number)
    if words & _EXPORT and topic.products:
        return FollowUp(About.EXPORT)
    if needs and going_on:
        return FollowUp(needs=needs)
    if words & _COST:
        return FollowUp(About.COST, number)
    if words & _MORE and len(words) <= 3:
        return FollowUp(About.MORE)
    return None


def _number(words: list[str]) -> int:
    for word in words:
        if _DIGIT.match(word):
            return int(word)
    firm = [word for word in words if word in _FIRM or (len(words) <= 2 and word in _NUMBERS)]
    return _NUMBERS[firm[0]] if firm else 0


def _only_picks(words: list[str]) -> bool:
    return all(word in _PICKING or word in _NUMBERS or _DIGIT.match(word) for word in words)


def _named(message: Message, topic: Topic) -> int:
    """The number of the shown alternative that the message names, or 0."""
    for mention in message.names:
        for ref in mention.refs:
            if ref.entry is Entry.ALTERNATIVE and ref.id in topic.shown:
                return topic.shown.index(ref.id) + 1
    return 0


def _names_something_new(message: Message, topic: Topic) -> bool:
    known = {Ref(Entry.PRODUCT, product) for product in topic.products}
    known |= {Ref(Entry.ALTERNATIVE, alternative) for alternative in topic.shown}
    return any(not known & set(mention.refs) and not message.reads_as_need(mention) for mention in message.names)
