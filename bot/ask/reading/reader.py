"""Goes through the sentences of a message and gathers what it wishes for."""

from dataclasses import dataclass, field

from bot.ask.reading.addressed import anything
from bot.ask.reading.all_giants import all_giants
from bot.ask.reading.also import also
from bot.ask.reading.beside import better_than, misspelt_for, served, the_same
from bot.ask.reading.chatter import leaves_a_room, past
from bot.ask.reading.contrast import by_contrast
from bot.ask.reading.corrected import corrections
from bot.ask.reading.counterpart import counterparts
from bot.ask.reading.cue_phrases import Cue
from bot.ask.reading.cues import Found, cues
from bot.ask.reading.direction import Role, destination
from bot.ask.reading.for_that import for_that
from bot.ask.reading.heads import meant
from bot.ask.reading.idle_cues import degoogles, idle
from bot.ask.reading.intent import Stance, stance
from bot.ask.reading.message import Message
from bot.ask.reading.nearby import main, only_where
from bot.ask.reading.new_names import new_before, new_object, whole
from bot.ask.reading.resolve import Wish
from bot.ask.reading.rhetoric import to_nobody
from bot.ask.reading.room import asked_of_the_room, new_to_the_room
from bot.ask.reading.seek import compared, done_without, sought, sought_for
from bot.ask.reading.slot import Slot, slot
from bot.ask.reading.strangers import no_tool_at_all, of_no_tool
from bot.ask.reading.tools_before import OPEN, about_another_need, narrowed, needs_of_the_giant, tools_before
from bot.ask.reading.used_now import used_now
from bot.catalog.names import Entry, Mention, Sure
from bot.catalog.need_words import NeedMention

_ABOUT_WHAT_WAS_SAID = OPEN | {Cue.WORSE}
"""These have no object: they are about a tool named before."""
_OBJECTS = frozenset({Cue.REPLACE, Cue.ALTERNATIVE, Cue.INSTEAD, Cue.LEAVE})
_WITHOUT_OBJECT = frozenset({Cue.OTHER, Cue.WORSE})
_AGAINST = frozenset({Cue.WORSE, Cue.LEAVE, Cue.FED_UP, Cue.REPLACE})
_MOST_CUES = 8
_MOST_NAMES = 20
"""Nobody asks about more at once; a message of nothing but cues and names is read no further."""
_NEAR = 5
_DEEPER = 6
_CLOSE = 15
"""How many words before a question what it is about may have been said."""


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
        self.disliked: tuple[Mention, ...] = ()
        self.things = -1
        """The last sentence that asked what to put in the place of something that is no tool."""
        self.direct: set[int] = set()
        self.new = False

    def read(self) -> Wish | None:
        """What the message wishes for, or None."""
        for first, last in self.message.sentences():
            self._sentence(first, last)
        self._asked_outright()
        if not self.wish and not self.addressed:
            self.wish.targets += asked_of_the_room(self.message, self.directions)
            self.wish.unknown = "" if self.wish.targets else new_to_the_room(self.message)
        wish = self.wish or self._anything()
        if wish and not wish.targets and not wish.products:
            needs = {*wish.needs, *(need for options in wish.open_needs for need in options)}
            if needs:
                wish.targets += served(self.message, needs, self.directions) or misspelt_for(self.message, needs)
        return wish

    def _anything(self) -> Wish | None:
        heard = self.addressed and not self.people
        return anything(self.message, self.directions, self.corrected) if heard else None

    def _asked_outright(self) -> None:
        """« Trello, c’est réglé. Par quoi remplacer Asana ? »: what is asked about in so many words, and no more."""
        if self.direct:
            self.wish.targets = [target for target in self.wish.targets if target.first in self.direct]
        elif self.new:
            self.wish.targets = []

    # ── one sentence ─────────────────────────────────────────────────────────────────────────

    def _sentence(self, first: int, last: int) -> None:
        message, directions = self.message, self.directions
        if not self.addressed and to_nobody(message, first, last):
            return
        before, main = self._count(), False
        asked = cues(message, first, last)[:_MOST_CUES]
        for found in sorted(asked, key=lambda found: (found.cue in OPEN, found.cue in _WITHOUT_OBJECT)):
            if found.cue in OPEN and self._count() > before:
                break
            if self._idle(found, first) or (found.cue in _WITHOUT_OBJECT and main):
                continue  # « quoi d’autre que Teams pour remplacer Zoom ? »
            self._cue(found, first, last)
            main = main or (found.cue in _OBJECTS and self._count() > before)
        if self._count() == before and self.wish.targets and not asked:
            more = also(message, first, last, directions)
            self.wish.targets += more
            self.direct |= {target.first for target in more}
        elif self._count() == before and not self.wish.unknown and self.things != message.tokens[first].sentence:
            self._sought(first, last)
            if message.is_asked(first) and any(
                message.words[place - 1] == "without" for place in directions if first < place < last
            ):
                self.against = message.tokens[first].sentence  # "Who makes games without Wordwall? What with?"
        elif self.wish.targets:
            self.wish.constraints += self._needs_beside(first, last)
        heading = (message.name_at(place) for place, role in directions.items() if role is Role.TOWARD)
        self.wish.toward += [mention.ref for mention in heading if mention and first <= mention.first < last]

    def _idle(self, found: Found, first: int) -> bool:
        """Whether a cue is somebody else’s words, or asks « vous proposez quoi ? » with nothing said against a tool."""
        message = self.message
        if message.quoted(found.place) and not (self.addressed or message.handed_on()):
            return True
        cold = message.tokens[first].sentence > self.against + 1
        return found.cue is Cue.ASKING and not self.addressed and cold

    def _cue(self, found: Found, first: int, last: int) -> None:
        """Something else is asked for, or something is said against a tool."""
        if not self.addressed and leaves_a_room(self.message, found, found.after + 1):
            return  # « je quitte le groupe mais pas l’orchestre »
        stands = stance(self.message, found, first, last)
        self.people = self.people or stands.who
        if stands.asks or (self.addressed and not stands.who and not idle(self.message, found, first, last)):
            before = len(self.wish.targets)
            self._object(found, stands, first, last)
            if stands.asks and found.cue not in {Cue.WORSE, Cue.FED_UP}:
                self.direct |= {target.first for target in self.wish.targets[before:]}
        elif found.cue in _AGAINST or found.cue is Cue.REPLACE:
            self._turns_against(found, stands, first, last)

    def _sought(self, first: int, last: int) -> None:
        """No cue was of use: a tool beside one that is named, a tool for a need, a way to do without one."""
        message, directions, wish = self.message, self.directions, self.wish
        beside = better_than(message, first, last, directions) or the_same(message, first, last, directions)
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
            needs = sought(message, first, last, directions) or for_that(message, first, last)
            served = used_now(message, needs, first, last, directions)
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

    def _count(self) -> int:
        return len(self.wish.targets) + len(self.wish.needs)

    def _turns_against(self, found: Found, stands: Stance, first: int, last: int) -> None:
        """Something is said against a tool, or it was left; a question may follow."""
        message = self.message
        if found.cue is not Cue.WORSE and past(message, found, first):
            given = slot(message, found, last)
            gone = given.targets or (self._just_before(found, first) if given.empty else ())
            self.left |= {left.first for left in gone}
            if given.targets and not destination(message, given.end, last):
                self.against = message.tokens[first].sentence  # « on a lâché Trello. On prend quoi ? »
        elif not stands.who and (found.cue in _AGAINST or self._of_a_tool(found, first, last)):
            self.against = message.tokens[first].sentence
            self.disliked = slot(message, found, last).targets if found.cue is Cue.FED_UP else ()

    def _just_before(self, found: Found, first: int) -> list[Mention]:
        """« Chrome, on l’a viré »."""
        return self.message.names_in(max(first, found.place - _NEAR), found.place)[-1:]

    def _of_a_tool(self, found: Found, first: int, last: int) -> bool:
        """« on doit remplacer Asana », « Slack, faut qu’on le remplace »."""
        given = slot(self.message, found, last)
        return bool(given.targets or (given.empty and self.message.names_in(first, found.place)))

    def _object(self, found: Found, stands: Stance, first: int, last: int) -> None:
        message, wish = self.message, self.wish
        if self._rules_out(found, first):
            return
        if degoogles(message, found, last):
            wish.giant = message.index.giant_of("google") or ""
            wish.constraints += [need for need in message.needs if first <= need.first < last]
            return
        if found.cue in _ABOUT_WHAT_WAS_SAID:
            if not self._earlier(found, first, last) and found.cue is not Cue.WORSE and not message.needs:
                new_before(message, self.wish, found, first, addressed=self.addressed)
            return
        given = slot(message, found, last)
        if found.cue is Cue.LEAVE and given.empty and not stands.asks and past(message, found, first):
            return  # « Chrome, on l’a viré, reste Edge. Une alternative ? »
        targets = self._targets(found, given, stands)
        if targets:
            self._leaves(targets, found, given, last)
        elif (
            found.cue in _AGAINST | _OBJECTS
            and not given.needs
            and (meant_ones := counterparts(message, self.directions))
        ):
            wish.targets += [mention for mention in meant_ones if mention not in wish.targets]
        elif not (
            (given.apart or self._led(found) or self._refused(given))
            and not stands.who
            and self._earlier(found, first, last)
        ):
            self._otherwise(found, given, stands, first, last)

    def _refused(self, given: Slot) -> bool:
        """« GroupMe is American. An alternative that isn’t WhatsApp? »"""
        excluded = (self.directions.get(mention.first) is Role.EXCLUDED for mention in given.targets)
        return bool(given.targets) and all(excluded)

    def _led(self, found: Found) -> bool:
        """« AnyDesk alternative to help my mum »: the tool stands right before the cue, in English word order."""
        return found.cue is Cue.ALTERNATIVE and any(mention.last == found.place for mention in self.message.names)

    def _leaves(self, targets: list[Mention], found: Found, given: Slot, last: int) -> None:
        """Known tools are asked about."""
        if not self.addressed and leaves_a_room(self.message, found, targets[0].last):
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
            new_object(message, self.wish, given, found.cue, thing=stands.thing, addressed=self.addressed)
            if not (self.addressed or self.wish) and no_tool_at_all(message, *given.unknown):
                self.things = message.tokens[first].sentence
            self.new = self.new or (stands.asks and found.cue in _OBJECTS and self.wish.unknown[:1].isupper())
        elif given.empty and not self._earlier(found, first, last):
            new_before(message, self.wish, found, first, addressed=self.addressed)

    def _deeper(self, found: Found, last: int) -> list[Mention]:
        """« marre des pubs de Doodle, que prendre ? »"""
        message = self.message
        names = message.names_in(found.after, min(last, found.after + _DEEPER))
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
        if new and self._led(found) and only_where(self.message, new[0]):
            return []  # « a Slack alternative for Windows »
        if stands.who:
            new = [mention for mention in new if mention.sure is Sure.EXACT and mention.is_a(Entry.PRODUCT)]
        spared = {Role.KEPT, Role.TOWARD} if found.cue is Cue.OTHER else set(Role)
        new = [mention for mention in new if self.directions.get(mention.first) not in spared]
        return [whole(self.message, mention) for mention in new]

    def _earlier(self, found: Found, first: int, last: int) -> bool:
        """« Zoom coûte cher. Une alternative ? »: the tool that was named just before the question, if any."""
        message, wish = self.message, self.wish
        here = tools_before(message, found, first, last, self.directions, alone=not wish.targets)
        if about_another_need(message, found, last, here):
            return False
        purpose = any(first <= need.first < last for need in message.needs)
        if not here and not wish and not purpose and all_giants(message, max(0, first - _CLOSE), found.place):
            wish.overview = True  # « les géants du web, on les remplace par quoi ? »
            return True
        here = here or list(self.disliked)  # « ras le bol de teams ! par quoi on remplace cette usine à gaz ? »
        here = narrowed(message, here, found, first, last, self.left, addressed=self.addressed)
        here = [self.corrected.get(mention.first, mention) for mention in here]
        wish.targets += [mention for mention in here if mention not in wish.targets]
        wish.constraints += needs_of_the_giant(message, here, first)
        return bool(here)
