"""Goes through the sentences of a message and gathers what it wishes for."""

from dataclasses import dataclass, field

from bot.ask import lexicon as words_of
from bot.ask.belief import believed, used
from bot.ask.beside import another_purpose, better_than, misspelt_for, served
from bot.ask.chatter import about_the_world, leaves_a_room, orders_the_bot, past
from bot.ask.contrast import by_contrast, liked_in
from bot.ask.corrected import corrections
from bot.ask.cue_phrases import Cue
from bot.ask.cues import DEGOOGLE, Found, cues
from bot.ask.direction import Role, destination
from bot.ask.intent import Stance, stance
from bot.ask.language import language_of
from bot.ask.message import Message
from bot.ask.nearby import all_of_them, in_a_row, main, nearby, only_where, unknown_before
from bot.ask.resolve import Wish
from bot.ask.seek import compared, done_without, meant, sought, sought_for
from bot.ask.slot import Slot, slot
from bot.ask.strangers import no_tool, of_no_tool, somebody
from bot.catalog.names import Entry, Mention, Sure
from bot.catalog.need_words import NeedMention
from bot.catalog.ordinary import is_ordinary

_OPEN = frozenset({Cue.ONWARD, Cue.ASKING})
_ABOUT_WHAT_WAS_SAID = _OPEN | {Cue.WORSE}
"""These have no object: they are about a tool named before."""
_AGAINST = frozenset({Cue.WORSE, Cue.LEAVE, Cue.FED_UP, Cue.REPLACE})
_GOOD_RIDDANCE = frozenset({"ni", "neither", "nor", "sans", "without"})
_MOST_CUES = 8
_MOST_NAMES = 20
"""Nobody asks about more at once; a message of nothing but cues and names is read no further."""
_VERY_SHORT = 3
_SHORT = 6
"""Addressed with no more words than this, a name alone is a question; an everyday word only with fewer still."""


@dataclass
class Reader:
    """Goes through the sentences of one message once."""

    message: Message
    addressed: bool
    wish: Wish = field(default_factory=Wish)
    people: bool = False
    against: int = -_MOST_CUES
    """The last sentence that said something against a tool."""

    def __post_init__(self) -> None:
        self.directions = by_contrast(self.message)
        self.corrected = corrections(self.message)
        self.left: set[int] = set()

    def read(self) -> Wish | None:
        """What the message wishes for, or None."""
        for first, last in self.message.sentences():
            self._sentence(first, last)
        wish = self.wish or (self.anything() if self.addressed and not self.people else None)
        if wish and not wish.targets and not wish.products:
            needs = {*wish.needs, *(need for options in wish.open_needs for need in options)}
            if needs:
                wish.targets += served(self.message, needs, self.directions) or misspelt_for(self.message, needs)
        return wish

    # ── one sentence ─────────────────────────────────────────────────────────────────────────

    def _sentence(self, first: int, last: int) -> None:
        message, directions = self.message, self.directions
        before = self._count()
        asked = cues(message, first, last)[:_MOST_CUES]
        for found in sorted(asked, key=lambda found: found.cue in _OPEN):
            if found.cue in _OPEN and self._count() > before:
                break
            if message.quoted(found.place) and not self.addressed:
                continue
            stands = stance(message, found, first, last)
            self.people = self.people or stands.who
            if found.cue is Cue.ASKING and not self.addressed and message.tokens[first].sentence > self.against + 1:
                continue
            if stands.asks or (self.addressed and not stands.who and not self._negated(found, first)):
                self._object(found, stands, first, last)
            elif found.cue in _AGAINST or found.cue is Cue.REPLACE:
                self._turns_against(found, stands, first, last)
        if self._count() == before and not self.wish.unknown:
            self._sought(first, last)
            if message.is_asked(first) and any(
                message.words[place - 1] == "without" for place in directions if first < place < last
            ):
                self.against = message.tokens[first].sentence  # "Who makes games without Wordwall? What with?"
        elif self.wish.targets:
            self.wish.constraints += self._needs_beside(first, last)
        heading = (message.name_at(place) for place, role in directions.items() if role is Role.TOWARD)
        self.wish.toward += [mention.ref for mention in heading if mention and first <= mention.first < last]

    def _sought(self, first: int, last: int) -> None:
        """No cue was of use: a tool beside one that is named, a tool for a need, a way to do without one."""
        message, directions, wish = self.message, self.directions, self.wish
        beside = better_than(message, first, last, directions)
        if beside:
            wish.targets += [self.corrected.get(mention.first, mention) for mention in beside]
            wish.constraints += [need for need in message.needs if first <= need.first < last]
            return
        heated = message.tokens[first].sentence <= self.against + 1
        simpler_than = compared(message, first, last, directions, heated)
        if simpler_than:
            wish.targets += simpler_than
            wish.constraints += self._needs_beside(simpler_than[0].first, last)
        else:
            needs = sought(message, first, last, directions)
            served = self._served(needs, first, last)
            wish.add_needs([] if served else needs)
            wish.targets += served
        wish.targets += sought_for(message, first, last)
        if not wish:
            wish.targets += done_without(message, first, last, directions)

    def _needs_beside(self, first: int, last: int) -> list[NeedMention]:
        """What the tools that are asked about are for; of a giant, what they are used for in so many words."""
        needs = [need for need in self.message.needs[:_MOST_NAMES] if first <= need.first < last]
        alone = all(target.is_a(Entry.GIANT) for target in self.wish.targets)
        return meant(self.message, needs) if alone else needs

    def _served(self, needs: list[NeedMention], first: int, last: int) -> list[Mention]:
        """« OneNote, c’est pratique pour les notes, mais il me faut un truc libre »: what serves the need today."""
        message = self.message
        wanted = {need for mention in needs for need in mention.needs}
        products = message.index.catalogue.products
        return [
            mention
            for mention in nearby(message, last, self.directions, first)
            if first <= mention.first
            and len(mention.refs) == 1
            and mention.is_a(Entry.PRODUCT)
            and not wanted.isdisjoint(products[mention.ref.id].needs)
        ]

    def _count(self) -> int:
        return len(self.wish.targets) + len(self.wish.needs)

    def _turns_against(self, found: Found, stands: Stance, first: int, last: int) -> None:
        """Something is said against a tool, or it was left; a question may follow."""
        message = self.message
        if found.cue is not Cue.WORSE and past(message, found, first):
            given = slot(message, found, last)
            self.left |= {left.first for left in given.targets}
            if given.targets and not destination(message, given.end, last):
                self.against = message.tokens[first].sentence  # « on a lâché Trello. On prend quoi ? »
        elif not stands.who and (found.cue in _AGAINST or self._of_a_tool(found, first, last)):
            self.against = message.tokens[first].sentence

    def _of_a_tool(self, found: Found, first: int, last: int) -> bool:
        """« on doit remplacer Asana », « Slack, faut qu’on le remplace »."""
        given = slot(self.message, found, last)
        return bool(given.targets or (given.empty and self.message.names_in(first, found.place)))

    def _negated(self, found: Found, first: int) -> bool:
        near = self.message.words[max(first, found.place - 4) : found.place]
        return not self.message.is_asked(found.place) and any(
            word in {"pas", "jamais", "not", "never", "don"} for word in near
        )

    def _object(self, found: Found, stands: Stance, first: int, last: int) -> None:
        message, wish = self.message, self.wish
        if self._rules_out(found, first):
            return
        if message.words[found.place] in DEGOOGLE and all(map(message.weak, message.names_in(found.after, last))):
            wish.giant = message.index.giant_of("google") or ""
            wish.constraints += [need for need in message.needs if first <= need.first < last]
            return
        if found.cue in _ABOUT_WHAT_WAS_SAID:
            if not self._earlier(found, first, last) and found.cue is not Cue.WORSE and not message.needs:
                self._new_before(found, first)
            return
        given = slot(message, found, last)
        targets = self._targets(found, given, stands)
        if targets:
            self._leaves(targets, found, given, stands, last)
        elif not ((given.apart or self._led(found)) and not stands.who and self._earlier(found, first, last)):
            self._otherwise(found, given, stands, first, last)

    def _led(self, found: Found) -> bool:
        """« AnyDesk alternative to help my mum »: the tool stands right before the cue, in English word order."""
        return found.cue is Cue.ALTERNATIVE and any(mention.last == found.place for mention in self.message.names)

    def _leaves(self, targets: list[Mention], found: Found, given: Slot, stands: Stance, last: int) -> None:
        """Known tools are asked about."""
        if not (self.addressed or stands.thing) and leaves_a_room(self.message, found, targets[0].last):
            return
        self.wish.targets += targets
        self.wish.constraints += given.needs
        for headed in destination(self.message, given.end, last):
            self.directions[headed.first] = Role.TOWARD

    def _otherwise(self, found: Found, given: Slot, stands: Stance, first: int, last: int) -> None:
        """No known tool is the object: a need, a new name, or what was said before."""
        message = self.message
        plain = bool(given.needs) and not of_no_tool(message, found, given.needs[0].first)
        if plain and (self.addressed or given.needs[0].sure) and stands.thing:
            if found.cue is not Cue.INSTEAD or self.addressed or message.is_asked(found.place):
                self.wish.add_needs(given.needs)
        elif stands.who:
            return
        elif given.needs and of_no_tool(message, found, given.needs[0].first):
            self.people = True
        elif found.cue is Cue.FED_UP and (near := self._deeper(found, last)):
            self.wish.targets += near
        elif given.unknown and message.index.giant_of(message.words[given.unknown[0]]):
            # « virer Google : le drive, l’agenda »
            self.wish.targets += message.names_in(found.after, last)[:_MOST_NAMES]
        elif given.unknown:
            self._unknown(given.unknown, given, found.cue, stands.thing)
        elif given.empty and not self._earlier(found, first, last):
            self._new_before(found, first)

    def _deeper(self, found: Found, last: int) -> list[Mention]:
        """« marre des pubs de Doodle, que prendre ? »"""
        message = self.message
        names = message.names_in(found.after, min(last, found.after + _SHORT))
        return [name for name in names if not message.weak(name) and not message.tokens[name.first].broken][:1]

    def _rules_out(self, found: Found, first: int) -> bool:
        """« remplacer Skype par autre chose que Zoom »: Zoom is not what is to be left."""
        if found.cue is not Cue.OTHER or not self.wish.targets or found.place == first:
            return False
        after_a_target = any(target.last == found.place for target in self.wish.targets)
        return after_a_target or self.message.words[found.place - 1] in {"par", "with", "by"}

    def _targets(self, found: Found, given: Slot, stands: Stance) -> list[Mention]:
        given_way = (self.corrected.get(mention.first, mention) for mention in given.targets)
        new = [mention for mention in main(self.message, given_way) if mention not in self.wish.targets]
        if stands.who:
            new = [mention for mention in new if mention.sure is Sure.EXACT and mention.is_a(Entry.PRODUCT)]
        spared = {Role.KEPT, Role.TOWARD} if found.cue is Cue.OTHER else set(Role)
        new = [mention for mention in new if self.directions.get(mention.first) not in spared]
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
            beyond < min(len(message.tokens), stop + 2)
            and not message.tokens[beyond].broken
            and (message.named(beyond) or message.name_at(beyond))
        ):
            beyond += 1
        if somebody(message, start, stop):
            return
        near = message.index.near(message.reading, start, beyond)
        if near is not None and near.first <= start + 1:
            wish.targets.append(near)
            return
        if all(message.words[place] in words_of.GIANTS for place in range(start, stop)):
            wish.overview = not message.needs
            return
        if message.words[start] in {"avant", "before"}:
            return  # « une solution de remplacement avant vendredi »
        if not self.addressed and no_tool(message, start, stop, cue):
            return
        if not (given.proper or given.tool) and is_ordinary(message.tokens[start].form):
            return  # « par quoi remplacer les chaises cassées ? »
        written = stop - start > 1 and all(message.capital(place) for place in range(start, stop))
        if not written and all(is_ordinary(token.form) for token in message.tokens[start:stop]):
            return
        named = given.proper or given.tool
        if self.addressed or (named and (given.tool or (thing and cue is not Cue.LEAVE))):
            wish.unknown = wish.unknown or message.typed(start, stop)

    def _new_before(self, found: Found, first: int) -> None:
        """« on paie WildApricot, par quoi le remplacer ? », « jutilise timme viouveur, ya mieu ? »"""
        message, wish = self.message, self.wish
        new = unknown_before(message, found.place, first, addressed=False)
        by_ear = not new and found.cue not in _OPEN and language_of(message.words, "fr") == "fr"
        near = max(first, found.place - _MOST_CUES)
        heard = message.index.heard(message.reading, near, found.place) if by_ear else None
        if heard is not None and heard.is_a(Entry.PRODUCT):
            wish.targets.append(heard)
        elif not wish and (self.addressed or not no_tool(message, near, found.place, found.cue)):
            wish.unknown = new or (
                unknown_before(message, found.place, first, addressed=True) if self.addressed else ""
            )

    def _moved(self, mention: Mention, found: Found, last: int) -> bool:
        """« vers quoi on pourrait migrer ce drive ? »"""
        message = self.message
        return not message.weak(mention) and believed(message, mention, found.after, last)

    def _ruled_out(self, place: int, role: Role) -> bool:
        """« pas Zoom » does; « ni Zoom ni Teams », « Paul garde Zoom » do not when there is nothing else to be left."""
        words = self.message.words
        if words[place - 2 : place] in (["tout", "sauf"], ["anything", "but"]):
            return False
        neither = {words[place - 1], *words[place + 1 : place + 3]} & _GOOD_RIDDANCE
        return role is Role.EXCLUDED and not neither

    def _others_ahead(self, place: int) -> bool:
        """Whether a tool that may be left is still to be named: « Excel, je le garde. PowerPoint en revanche… »"""
        ahead = (mention for mention in self.message.names if mention.first >= place)
        return any(m.first not in self.directions and m.sure is Sure.EXACT for m in ahead)

    def _earlier(self, found: Found, first: int, last: int) -> bool:
        """« Zoom coûte cher. Une alternative ? »: the tool that was named just before the question, if any."""
        message = self.message
        spared = self.directions
        if all_of_them(message, first, last):
            spared = {place: role for place, role in spared.items() if role is not Role.EXCLUDED}
        here = nearby(message, found.place, spared, first)
        if not here and not self._others_ahead(found.place):
            spared = {place: role for place, role in self.directions.items() if self._ruled_out(place, role)}
            here = nearby(message, found.place, spared, first)
        if not here and found.cue in _OPEN:
            after = (mention for mention in message.names_in(found.after, last) if mention.first not in self.directions)
            here = [mention for mention in after if used(message, mention) or self._moved(mention, found, last)]
        if found.cue in _OPEN and another_purpose(message, found.after, last, here):
            return False
        here = [mention for mention in here if mention.first not in self.left] or here
        here = [self.corrected.get(mention.first, mention) for mention in here]
        self.wish.targets += [mention for mention in here if mention not in self.wish.targets]
        if here and here[0].last <= first and all(mention.is_a(Entry.GIANT) for mention in here):
            # « Amazon pour acheter nos livres, ça fait tache. Ailleurs ? »
            said = message.tokens[here[0].first].sentence
            needs = [need for need in message.needs if message.tokens[need.first].sentence == said]
            self.wish.constraints += meant(message, needs)
        return bool(here)

    def _in_a_row(self, mention: Mention) -> bool:
        return any(
            in_a_row(self.message, before, mention) for before in self.message.names if before.last <= mention.first
        )

    # ── addressed, and nothing asked in so many words ────────────────────────────────────────

    def anything(self) -> Wish | None:
        """The most that can be made of a message that was said to the bot."""
        message, wish = self.message, Wish()
        last = len(message.tokens)
        short = last <= _SHORT
        said = any(need.size > 1 for need in message.needs)
        fine = {mention.first for mention in liked_in(message)} if said else set()
        wish.targets = [
            mention
            for mention in message.names
            if mention.first not in self.directions
            and mention.first not in self.corrected
            and mention.first not in fine
            and not (message.weak(mention) and (last > _VERY_SHORT or message.needs) and not self._in_a_row(mention))
            and not (said and message.reads_as_need(mention))
            and (short or mention.sure is Sure.EXACT or believed(message, mention, mention.first, last))
        ]
        wish.targets = [m for m in wish.targets if not only_where(message, m)] or wish.targets
        if all(target.is_a(Entry.GIANT) for target in wish.targets):
            wish.constraints += meant(message, message.needs)
        if not wish.targets:
            needs = message.needs or message.index.needs.mentions(message.tokens, correct=True)
            elsewhere = about_the_world(message) or orders_the_bot(message)
            wish.add_needs([] if elsewhere else meant(message, needs))
        if not wish:
            # « n’importe quoi sauf WhatsApp »: what they would rather not have is what is to be replaced.
            wish.targets = [m for m in message.names if self.directions.get(m.first) is Role.EXCLUDED]
        if not wish and short:
            near = message.index.near(message.reading, 0, last)
            wish.targets = [near] if near else []
        return wish if wish else None
