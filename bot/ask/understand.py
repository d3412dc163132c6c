"""A message → what it asks. Deterministic and explainable: folding, names, cues, direction; no model.

Unasked, the bot speaks only when a sentence clearly asks what could replace a tool, or for a tool for a
need. Addressed, it makes the most of what it recognises, and says what it is for when that is nothing.
"""

from bot.ask import lexicon as words_of
from bot.ask.follow_up import FollowUp, follow_up
from bot.ask.language import language_of
from bot.ask.message import Message
from bot.ask.reader import Reader
from bot.ask.resolve import Wish, resolved
from bot.ask.understanding import Outcome, Topic, Understanding
from bot.catalog.names import Entry, Names, Ref
from bot.conversation import Language

_VERY_SHORT = 3
"""After an answer, so few words may be another question of the same kind."""


def understand(
    text: str, names: Names, *, addressed: bool = False, language: Language = "fr", topic: Topic | None = None
) -> Understanding:
    """What `text` asks.

    `addressed`: it was said to the bot; `language`: what the room speaks; `topic`: the answer that it
    follows (a reply to it, in its thread, or right after it in a private conversation).
    """
    message = Message(text, names)
    spoken = _language(message, topic.language if topic else language)
    if topic is not None and (found := follow_up(message, topic, addressed)):
        return _following(found, topic, names, spoken)
    wish = Reader(message, addressed and (topic is None or _goes_on(message, topic))).read()
    if wish is not None:
        return resolved(wish, message, spoken)
    if not addressed or all(word in words_of.COURTESY for word in message.words):
        return Understanding(
            outcome=Outcome.HELP if addressed and not message.words else Outcome.SILENT, language=spoken
        )
    return Understanding(outcome=Outcome.HELP, language=spoken)


def _language(message: Message, otherwise: Language) -> Language:
    words = list(message.words)
    for mention in message.names:
        words[mention.first : mention.last] = [""] * (mention.last - mention.first)
        if mention.last < len(words) and words[mention.last] in {"alternative", "replacement", "equivalent"}:
            # « Trello alternative » is English word order; in French the tool comes last.
            words[mention.last] = "replacement"
    return language_of(words, otherwise, accents=any(c in "àâçéèêîôùû" for c in message.reading.text.casefold()))


def _goes_on(message: Message, topic: Topic) -> bool:
    """Whether what is said after an answer asks for another one: « ok, on essaie Jitsi » does not."""
    return (
        bool(message.reading.asked)
        or topic.doubt
        or topic.unknown
        or len(message.words) <= _VERY_SHORT
        or message.words[0] in {"et", "and", "non", "no"}
    )


def _following(found: FollowUp, topic: Topic, names: Names, language: Language) -> Understanding:
    if found.choice is not None:
        chosen = found.choice
        if chosen.entry is Entry.PRODUCT:
            return resolved(Wish(products=[chosen.id], needs=list(topic.needs)), Message("", names), language)
        return resolved(Wish(needs=[chosen.id]), Message("", names), language)
    if found.needs:
        catalogue = names.catalogue
        products = [
            product
            for product in topic.products
            if product in catalogue.products and set(found.needs) & set(catalogue.products[product].needs)
        ]
        owners = {str(catalogue.products[p].owner) for p in topic.products if p in catalogue.products}
        for need in found.needs:
            products += [owned[0] for owner in owners if not products and (owned := names.owned(owner, need))]
        proposed = [Ref(Entry.ALTERNATIVE, alternative) for alternative in topic.shown[:1]]
        wish = Wish(products=products, needs=list(found.needs), toward=proposed)
        return resolved(wish, Message("", names), language)
    return Understanding(
        outcome=Outcome.ANSWER,
        language=language,
        products=topic.products,
        needs=topic.needs,
        about=found.about,
        number=found.number,
    )
