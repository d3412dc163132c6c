"""One question to the room, the tools that were named beside it, and whether it asks for another one."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from bot.ask.reading import room_choices as chosen
from bot.ask.reading import room_words as its
from bot.ask.reading.message import Message
from bot.ask.reading.phrases import Phrases
from bot.ask.reading.room_shapes import acts, advice, another, does, is_hint, left_open, made_with, of_a_tool
from bot.ask.reading.trouble import glitch, said_against, troubled
from bot.catalog.model import Kind
from bot.catalog.names import Entry, Mention

_SENTENCES_BACK = 2
_MOST_SENTENCES = 20
_NEAR = 3


def read_to(message: Message) -> Iterator[tuple[int, int]]:
    """The sentences that are read; a question to the room does not stand at the end of a book."""
    return islice(message.sentences(), _MOST_SENTENCES)


@dataclass(frozen=True)
class Question:
    """The sentence from `first` to `last`; `spared`: they would do without the tools; `new`: where a name ends that is
    in no catalogue.
    """

    message: Message
    tools: list[Mention]
    first: int
    last: int
    spared: bool = False
    new: int = 0

    def seeks(self) -> bool:
        """Whether another tool is asked for."""
        if (self._around_says(its.CANNOT) and not self._around_says(its.GETS_ON)) or glitch(
            self.message.words, self._opening, self.last
        ):
            return False
        if self._gone and self._says(its.BECAME, self.first):
            return True  # « qu’est devenu Skype ? »
        if (self._against or self._without) and is_hint(self.message, self._start, self.last):
            return True
        if self._around_says(its.NO_TOOL) or self._how_to():
            return False
        if self._chosen():
            return True
        if not self._left and any(made_with(self.message, tool) for tool in self.tools):
            return self._other and not its.TOOLS.isdisjoint(self.message.words[self._start : self.last])
        return self._for_its_need() or self._what_others_do() or self._anybody()

    def _chosen(self) -> bool:
        """« quoi de plus joli ? », « quel autre raccourcisseur vous prenez ? », « et sinon, que prendre ? »."""
        message, first, last = self.message, self.first, self.last
        if any(
            chosen.for_this_one(message, tool, first, last)
            or chosen.once_it_is_gone(message, tool, first, last)
            or chosen.worth_it(message, tool, first, last)
            for tool in self.tools
        ):
            return True
        if not any(tool.first < first and made_with(message, tool) for tool in self.tools) and chosen.the_free_one(
            message, self._start, last
        ):
            return self._apart
        if chosen.or_else(message, first, last) or chosen.keep_or_change(message, first, last):
            return not any(made_with(message, tool) for tool in self.tools)
        if not (self._against or self.spared):
            return False
        return chosen.more_so(message, self._start, last) or (
            self._apart and chosen.which_other(message, self._start, last)
        )

    def _how_to(self) -> bool:
        """« comment changer une couleur dans Canva sans tout refaire ? »: what is done in a tool."""
        words = self.message.words
        return words[self.first] in {"how", "comment"} and any(
            tool.first > self.first and words[tool.first - 1] in {"in", "dans"} for tool in self.tools
        )

    def _for_its_need(self) -> bool:
        """« une date de réunion sans Doodle ? », « Jamboard a fermé. Un tableau blanc pour nos ateliers ? »"""
        if self.spared:
            return self._serves(self.first) and not self._says(its.COULD_YOU, self.first)
        return self._gone and (
            left_open(self.message, self._start, self.last, served=True) or self._serves(self._start)
        )

    def _what_others_do(self) -> bool:
        """« vous prendriez quoi ? », « comment font les autres ? », "where do you keep your files?"."""
        message, words = self.message, self.message.words
        if advice(message, self._start, self.last):
            return self._apart or self._other
        if not left_open(message, self._start, self.last, served=self._served):
            return False
        if does(words, self._start, self.last):
            return self._other or (self._apart and (self._against or self._served))
        return self._apart and self._against and acts(words, self._start, self.last)

    def _anybody(self) -> bool:
        """« quelqu’un a mieux ? », "has anyone left it?": whether anybody has another tool, or left this one."""
        if not self._says(its.ANYBODY, self._start):
            return False
        left = self._against and (self._apart or self._just_left()) and self._says(its.FOUND, self._start)
        sought = self._other or (self._against and self._served)
        return left or (sought and of_a_tool(self.message, self._start, self.last, served=self._served))

    def _just_left(self) -> bool:
        """« quelqu’un a quitté Slack ? », and not "has anyone left a comment on the Google Doc?"."""
        words = self.message.words
        return any(
            0 <= tool.first - after <= _NEAR and its.A.isdisjoint(words[after : tool.first])
            for _, after in its.LEFT.all(words, self._start, self.last)
            for tool in self.tools
        )

    def _says(self, phrases: Phrases, first: int) -> bool:
        return next(phrases.all(self.message.words, first, self.last), None) is not None

    def _around_says(self, phrases: Phrases) -> bool:
        return self._says(phrases, self._opening)

    @cached_property
    def _around(self) -> list[tuple[int, int]]:
        """The sentence itself, and those before it in which a tool may have been named."""
        tokens = self.message.tokens
        here = tokens[self.first].sentence
        return [(one, end) for one, end in read_to(self.message) if 0 <= here - tokens[one].sentence <= _SENTENCES_BACK]

    @property
    def _opening(self) -> int:
        return self._around[0][0]

    @cached_property
    def _start(self) -> int:
        """Where the question starts: after the tool and the comma, in a sentence that names it."""
        after = max((tool.last for tool in self.tools if tool.first >= self.first), default=max(self.first, self.new))
        breaks = [place for place in range(after, self.last) if self.message.tokens[place].broken]
        return breaks[0] if breaks and after > self.first else self.first

    @cached_property
    def _apart(self) -> bool:
        """Whether the tools are named before what is asked, and not within it."""
        return all(tool.last <= self._start for tool in self.tools)

    @cached_property
    def _left(self) -> bool:
        return self._around_says(its.LEFT)

    @cached_property
    def _gone(self) -> bool:
        """Whether a tool has closed down: nothing needs to be said against it."""
        products = self.message.index.catalogue.products
        return any(
            all(ref.entry is Entry.PRODUCT and products[ref.id].answer is Kind.GONE for ref in tool.refs)
            for tool in self.tools
        )

    @cached_property
    def _against(self) -> bool:
        if self.new and any(said_against(self.message, one, end) for one, end in self._around):
            return True
        return self._left or self._gone or any(troubled(self.message, one, end) for one, end in self._around)

    @cached_property
    def _other(self) -> bool:
        return self.spared or another(self.message, self._start, self.last, against=self._against)

    @property
    def _without(self) -> bool:
        """« Doodle sans pub, ça existe ? »"""
        words = self.message.words
        return any(tool.last < self.last and words[tool.last] in its.WITHOUT for tool in self.tools)

    @cached_property
    def _served(self) -> bool:
        return self._apart and self._serves(self._start)

    def _serves(self, first: int) -> bool:
        """Whether it says what the tools are for: « on range nos mots de passe où ? » beside LastPass."""
        products = self.message.index.catalogue.products
        refs = (ref for tool in self.tools for ref in tool.refs if ref.entry is Entry.PRODUCT)
        served = {need for ref in refs for need in products[ref.id].needs}
        said = {need for one in self.message.needs if first <= one.first < self.last for need in one.needs}
        return not served.isdisjoint(said)
