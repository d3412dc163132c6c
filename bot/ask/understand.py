"""A message → what it asks. Deterministic and explainable: folding, names, cues, direction; no model.

Unasked, the bot speaks only when a sentence clearly asks what could replace a tool, or for a tool for a
need. Addressed, it makes the most of what it recognises, and says what it is for when that is nothing.
"""

from bot.ask.follow_up import FollowUp, follow_up
from bot.ask.reading import lexicon as words_of
from bot.ask.reading.language import language_of
from bot.ask.reading.message import Message
from bot.ask.reading.reader import Reader
from bot.ask.reading.resolve import Wish, resolved
from bot.ask.understanding import Outcome, Topic, Understanding
from bot.catalog.names import Entry, Names, Ref, Sure
from bot.conversation import Language

_AFTER_A_NAME = frozenset({"alternative", "replacement", "equivalent", "substitute"})
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
    wish = _read(message, addressed and (topic is None or _goes_on(message, topic)))
    if wish is not None:
        return resolved(wish, message, spoken)
    if not addressed or all(word in words_of.COURTESY for word in message.words):
        return Understanding(
            outcome=Outcome.HELP if addressed and not message.words else Outcome.SILENT, language=spoken
        )
    return Understanding(outcome=Outcome.HELP, language=spoken)


def _read(message: Message, addressed: bool) -> Wish | None:
    """What a message wishes for; when that is no tool, its odd words are tried by ear."""
    wish = Reader(message, addressed).read()
    missed = wish is None or not (wish.targets or wish.products or wish.giant)
    if not (missed or _beside_another(message, wish)) or not message.by_ear():
        return wish
    again = Reader(message, addressed).read()
    return again if again is not None and any(target.sure is Sure.NEAR for target in again.targets) else wish


def _beside_another(message: Message, wish: Wish | None) -> bool:
    """« dudle et Calendly », « slak, Trello »: an odd word in a row with a tool that is asked about."""
    for target in wish.targets if wish else ():
        for joint, other in ((target.first - 1, target.first - 2), (target.last, target.last + 1)):
            if 0 <= other < len(message.words) and message.words[joint] in words_of.AND and message.odd(other):
                return True
    return False


def _language(message: Message, otherwise: Language) -> Language:
    words = list(message.words)
    tokens, text = message.tokens, message.reading.text
    for mention in message.names:
        words[mention.first : mention.last] = [""] * (mention.last - mention.first)
        after = mention.last
        if after < len(words) and not tokens[after].broken and words[after] in _AFTER_A_NAME:
            # « Trello alternative » is English word order; in French the tool comes last.
            words[after] = "replacement"
    for place, word in enumerate(words):
        if word in _AFTER_A_NAME and place and not tokens[place].broken and message.odd(place - 1):
            words[place] = "replacement"  # "StreamYard alternative?"
        if word == "non" and text[tokens[place].end : tokens[place].end + 1] == "-":
            words[place] = ""  # « non-profit », « non-commercial »: either language
        elif word == "a" and place and words[place - 1] == "alternative" and not tokens[place].broken:
            words[place] = "au"
    return language_of([*message.greeting, *words], otherwise, accents=any(c in "àâçéèêîôùû" for c in text.casefold()))


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
