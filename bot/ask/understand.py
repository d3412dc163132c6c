"""A message → what it asks. Deterministic and explainable: folding, names, cues, direction; no model.

Unasked, the bot speaks only when a sentence clearly asks what could replace a tool, or for a tool for a
need. Addressed, it makes the most of what it recognises, and says what it is for when that is nothing.
"""

from dataclasses import dataclass, field

from bot.ask import lexicon as words_of
from bot.ask.cues import DEGOOGLE, Cue, Found, cues
from bot.ask.direction import Role, destination, roles
from bot.ask.follow_up import FollowUp, follow_up
from bot.ask.intent import Stance, stance
from bot.ask.language import language_of
from bot.ask.message import Message
from bot.ask.resolve import Wish, resolved
from bot.ask.seek import done_without, sought, sought_for
from bot.ask.slot import Slot, believed, slot, used
from bot.ask.understanding import Outcome, Topic, Understanding
from bot.catalog.names import Entry, Mention, Names, Sure
from bot.catalog.ordinary import is_ordinary
from bot.conversation import Language

_USED = frozenset({"utilise", "utilisons", "avec", "sur", "appelle", "use", "using", "with", "called", "on", "a"})
_MOST_CUES = 8
_MOST_NAMES = 20
"""Nobody asks about more at once; a message of nothing but cues and names is read no further."""
_VERY_SHORT = 3
_SHORT = 6
"""Addressed with no more words than this, a name alone is a question."""


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
    wish = _Reader(message, addressed and (topic is None or _goes_on(message, topic))).read()
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
        return resolved(Wish(products=products, needs=list(found.needs)), Message("", names), language)
    return Understanding(
        outcome=Outcome.ANSWER,
        language=language,
        products=topic.products,
        needs=topic.needs,
        about=found.about,
        number=found.number,
    )


@dataclass
class _Reader:
    """Goes through the sentences of one message once."""

    message: Message
    addressed: bool
    wish: Wish = field(default_factory=Wish)
    people: bool = False

    def read(self) -> Wish | None:
        """What the message wishes for, or None."""
        for first, last in self.message.sentences():
            self._sentence(first, last)
        if self.wish:
            return self.wish
        return self.anything() if self.addressed and not self.people else None

    # ── one sentence ─────────────────────────────────────────────────────────────────────────

    def _sentence(self, first: int, last: int) -> None:
        message = self.message
        directions = roles(message, first, last)
        before = len(self.wish.targets) + len(self.wish.needs)
        for found in cues(message, first, last)[:_MOST_CUES]:
            stands = stance(message, found, first, last)
            self.people = self.people or stands.who
            if stands.asks or (self.addressed and not stands.who and not self._negated(found, first)):
                self._object(found, stands, directions, first, last)
        if len(self.wish.targets) + len(self.wish.needs) == before:
            self.wish.add_needs(sought(message, first, last, directions))
            self.wish.targets += sought_for(message, first, last)
            if not self.wish:
                self.wish.targets += done_without(message, first, last, directions)
        elif self.wish.targets:
            self.wish.constraints += [need for need in message.needs[:_MOST_NAMES] if first <= need.first < last]
        heading = (message.name_at(place) for place, role in directions.items() if role is Role.TOWARD)
        self.wish.toward += [mention.ref for mention in heading if mention]

    def _negated(self, found: Found, first: int) -> bool:
        near = self.message.words[max(first, found.place - 4) : found.place]
        return not self.message.is_asked(found.place) and any(
            word in {"pas", "jamais", "not", "never", "don"} for word in near
        )

    def _object(self, found: Found, stands: Stance, directions: dict[int, Role], first: int, last: int) -> None:
        message, wish = self.message, self.wish
        if self._rules_out(found, first):
            return
        if message.words[found.place] in DEGOOGLE and not message.names_in(found.after, last):
            wish.giant = message.index.giant_of("google") or ""
            wish.constraints += [need for need in message.needs if first <= need.first < last]
            return
        given = slot(message, found, last)
        targets = self._targets(found, given, stands, directions)
        if targets:
            wish.targets += targets
            wish.constraints += given.needs
            for headed in destination(message, given.end, last):
                directions[headed.first] = Role.TOWARD
        elif given.needs and (self.addressed or given.needs[0].sure) and stands.thing:
            wish.add_needs(given.needs)
        elif given.unknown and not stands.who:
            self._unknown(given.unknown, given, found.cue, stands.thing)
        elif given.empty and not stands.who:
            self._earlier(found, directions, first)

    def _rules_out(self, found: Found, first: int) -> bool:
        """« remplacer Skype par autre chose que Zoom »: Zoom is not what is to be left."""
        before = self.message.words[found.place - 1] if found.place > first else ""
        return found.cue is Cue.OTHER and before in {"par", "with", "by"} and bool(self.wish.targets)

    def _targets(self, found: Found, given: Slot, stands: Stance, directions: dict[int, Role]) -> list[Mention]:
        new = [mention for mention in given.targets if mention not in self.wish.targets]
        if stands.who:
            new = [mention for mention in new if mention.sure is Sure.EXACT and mention.is_a(Entry.PRODUCT)]
        spared = {Role.KEPT, Role.TOWARD} if found.cue is Cue.OTHER else set(Role)
        new = [mention for mention in new if directions.get(mention.first) not in spared]
        return [self._whole(mention) for mention in new]

    def _whole(self, mention: Mention) -> Mention:
        """« google froms » is more than « google »: the longer misspelt name, where there is one."""
        message = self.message
        after = mention.last
        if (
            after >= len(message.tokens)
            or message.tokens[after].broken
            or message.named(after)
            or is_ordinary(message.tokens[after].form)
        ):
            return mention
        near = message.index.near(message.reading, mention.first, after + 1)
        return near if near and near.first == mention.first and near.last > mention.last else mention

    def _unknown(self, place: tuple[int, int], given: Slot, cue: Cue, thing: bool) -> None:
        """A name that is in no catalogue: misspelt, or new, or no tool at all."""
        message, wish = self.message, self.wish
        start, stop = place
        beyond = stop
        while (
            beyond < min(len(message.tokens), stop + 2) and not message.tokens[beyond].broken and message.named(beyond)
        ):
            beyond += 1
        near = message.index.near(message.reading, start, beyond)
        if near is not None and near.first <= start + 1:
            wish.targets.append(near)
            return
        if all(message.words[place] in words_of.GIANTS for place in range(start, stop)):
            wish.overview = not message.needs
            return
        if all(is_ordinary(token.form) for token in message.tokens[start:stop]):
            return
        named = given.proper or given.tool
        if self.addressed or (named and (given.tool or (thing and cue is not Cue.LEAVE))):
            wish.unknown = wish.unknown or message.typed(start, stop)

    def _earlier(self, found: Found, directions: dict[int, Role], first: int) -> None:
        """« Zoom coûte cher. Une alternative ? »: the tool that was named just before the question."""
        message = self.message
        earlier = [
            mention
            for mention in message.names[:_MOST_NAMES]
            if mention.last <= found.place and mention.first not in directions
        ]
        if not any(mention.sure is Sure.EXACT for mention in earlier):
            earlier = [mention for mention in earlier if used(message, mention)]
        here = [mention for mention in earlier if mention.first >= first]
        if not here and earlier:
            sentence = message.tokens[earlier[-1].first].sentence
            here = [mention for mention in earlier if message.tokens[mention.first].sentence == sentence]
        self.wish.targets += [mention for mention in here if mention not in self.wish.targets]
        if not here and self.addressed:
            self.wish.unknown = self._used_unknown(found.place)

    def _used_unknown(self, stop: int) -> str:
        """« on utilise WildApricot, par quoi le remplacer ? »: the new name that was said before."""
        message = self.message
        for place in range(1, stop):
            form = message.tokens[place].form
            if message.words[place - 1] in _USED and not is_ordinary(form) and not message.named(place):
                return message.typed(place, place + 1)
        return ""

    # ── addressed, and nothing asked in so many words ────────────────────────────────────────

    def anything(self) -> Wish | None:
        """The most that can be made of a message that was said to the bot."""
        message, wish = self.message, Wish()
        last = len(message.tokens)
        directions = {
            place: role for first, stop in message.sentences() for place, role in roles(message, first, stop).items()
        }
        short = last <= _SHORT
        wish.targets = [
            mention
            for mention in message.names
            if directions.get(mention.first) is not Role.KEPT
            and (short or mention.sure is Sure.EXACT or believed(message, mention, mention.first, last))
        ]
        if not wish.targets:
            wish.add_needs(message.needs or message.index.needs.mentions(message.tokens, correct=True))
        if not wish and short:
            near = message.index.near(message.reading, 0, last)
            wish.targets = [near] if near else []
        return wish if wish else None
