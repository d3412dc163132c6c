"""A message as the rules of understanding see it: its words, the names and the needs in it."""

from collections.abc import Iterator

from bot.ask.lexicon import CUE_VOCABULARY, SLANG
from bot.catalog.fold import Kind, Token, read
from bot.catalog.names import Entry, Mention, Names
from bot.catalog.need_words import NeedMention
from bot.catalog.ordinary import is_ordinary
from bot.catalog.typos import Typos

_CUE_TYPOS = Typos(CUE_VOCABULARY)
_NOT_A_CUE = frozenset({"remplacement", "abandonne"})


class Message:
    """`words` are the folded words with slang and slips in the words of asking put right, one a token.

    `names` are the exact names in it and `needs` what it says a tool is for, both in text order.
    """

    def __init__(self, text: str, names: Names) -> None:
        self.index = names
        self.reading = read(text)
        self.tokens = self.reading.tokens
        self.words = [_word(token) for token in self.tokens]
        self.names = names.mentions(self.reading)
        self._at = {mention.first: mention for mention in self.names}
        self._within = {place for mention in self.names for place in range(mention.first, mention.last)}
        self._needs: list[NeedMention] | None = None

    @property
    def needs(self) -> list[NeedMention]:
        """The needs that no longer name holds: in « l’agenda Google » there is none."""
        if self._needs is None:
            self._needs = [need for need in self.index.needs.mentions(self.tokens) if not self._hidden(need)]
        return self._needs

    def _hidden(self, need: NeedMention) -> bool:
        """Whether the wording is within a name of a tool (« agenda google »), or is one (« un doodle »)."""
        return any(
            name.first <= need.first
            and need.last <= name.last
            and not (name.last - name.first == 1 and name.is_a(Entry.GIANT))
            for name in self.names
        )

    def name_at(self, place: int) -> Mention | None:
        """The name that starts with token `place`."""
        return self._at.get(place)

    def named(self, place: int) -> bool:
        """Whether token `place` is part of a name."""
        return place in self._within

    def need_at(self, place: int) -> NeedMention | None:
        """The need whose wording starts with token `place`."""
        return next((need for need in self.needs if need.first == place), None)

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Each sentence as (first token, token after the last)."""
        first = 0
        for place, token in enumerate(self.tokens):
            if token.sentence != self.tokens[first].sentence:
                yield first, place
                first = place
        if self.tokens:
            yield first, len(self.tokens)

    def is_asked(self, place: int) -> bool:
        """Whether the sentence of token `place` ends in a question mark."""
        return self.tokens[place].sentence in self.reading.asked

    def typed(self, first: int, last: int) -> str:
        """What was typed there, as it was typed."""
        return self.reading.typed(first, last)

    def capital(self, place: int) -> bool:
        """Whether token `place` was typed with a capital."""
        return self.reading.text[self.tokens[place].start].isupper()

    def names_in(self, first: int, last: int) -> list[Mention]:
        """The names between two tokens."""
        return [mention for mention in self.names if first <= mention.first < last]


def _word(token: Token) -> str:
    form = SLANG.get(token.form, token.form)
    if len(form) < 7 or token.kind is not Kind.WORD or form in CUE_VOCABULARY or form in _NOT_A_CUE:
        return form
    if is_ordinary(form):
        return form
    near = _CUE_TYPOS.near(form)
    return near[0][0] if near else form
