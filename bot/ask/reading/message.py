"""A message as the rules of understanding see it: its words, the names and the needs in it."""

import re
from collections.abc import Iterator
from functools import cached_property

from rapidfuzz.distance import OSA

from bot.ask.reading.described import described
from bot.ask.reading.language import language_of
from bot.ask.reading.lexicon import COURTESY, CUE_VOCABULARY, HANDING_ON, WONDERING
from bot.ask.reading.phrases import Phrases, word_set
from bot.ask.reading.plain_needs import says_nothing
from bot.ask.reading.plainly import plainly
from bot.ask.reading.spelling import put_right
from bot.catalog.fold import read
from bot.catalog.names import Entry, Mention, Names, Sure
from bot.catalog.need_words import NeedMention
from bot.catalog.ordinary import NAMES_TOO, PHRASES_TOO, is_ordinary
from bot.conversation import Language

_QUOTES = re.compile('[«“"]')
_QUOTATION = re.compile('«[^«»]{3,300}»|“[^“”]{3,300}”|"[^"]{3,300}"')
_WONDERING = Phrases(WONDERING)
_A_BOOK = 400
_PLEASE = frozenset({"pls", "please", "svp", "stp", "x"})
_VERBS_TOO = frozenset(
    {"meet", "make", "send", "plan", "talk", "text", "note", "signal", "slack", "zoom", "move", "drive"}
)
_WHO_DO = word_set(
    "we you i they who everyone everybody people ll will let lets please could should must might don dont t can cannot "
    "cant"
)
_THE_WORD = (["le", "mot"], ["du", "mot"], ["the", "word"], ["un", "mot"])
_WANT_TO = frozenset({"want", "wants", "wanted", "have", "has", "had", "able", "need", "needs", "likes"})
_FORMS = frozenset({"makes", "sends", "talks", "muraux"})
"""Other forms of words that are names, too, and no names."""
_GAP = 2
"""How many little words a wording may hold for a name within it to be none."""
_SAID_OUTSIDE = 2


class Message:
    """`words` are the folded words with slang and slips in the words of asking put right, one a token.

    A greeting to everybody at the start is not among them, but in `greeting`. `names` are the exact names in the
    message and `needs` what it says a tool is for, both in text order.
    """

    def __init__(self, text: str, names: Names) -> None:
        self.index = names
        text, self.greeting = plainly(text, names.giant_of)
        self.reading = read(text)
        self.tokens = self.reading.tokens
        self.words = put_right(self.reading)
        wonders = (self.tokens[place].sentence for place, _ in _WONDERING.all(self.words, 0, len(self.words)))
        self._asked = self.reading.asked | set(wonders)
        self._all_needs: list[NeedMention] | None = None
        exact = [name for name in names.mentions(self.reading) if not self._kiss(name)]
        slips = self._no_needs(names.slips(self.reading, exact, self._spoken()))
        known = _with(exact, slips)
        self._know(names.together(self.reading, known) if slips else known)

    @cached_property
    def language(self) -> Language:
        """The language that the words are in, French where they do not tell."""
        return language_of(self.words, "fr")

    def by_ear(self) -> bool:
        """Whether there are names spelt as they sound, too; from now on they are among `names`."""
        heard = self._no_needs(self.index.by_ear(self.reading, self.names, self._spoken()))
        if heard:
            self._know(self.index.together(self.reading, _with(self.names, heard)))
        return bool(heard)

    def _kiss(self, name: Mention) -> bool:
        """« but free pls x »"""
        last = len(self.words) - 1
        return name.first == last > 0 and self.words[last] == "x" and self.words[last - 1] in COURTESY | _PLEASE

    def _no_needs(self, names: list[Mention]) -> list[Mention]:
        """Those of the misspelt `names` that are not rather a misspelt word for a need."""
        return [
            m
            for m in names
            if not (self.all_but_a_phrase(m) if m.last - m.first > 1 else self.index.needs.hears(self.tokens[m.first]))
        ]

    def all_but_a_phrase(self, name: Mention) -> bool:
        """« un gors fichier »"""
        typed = " ".join(token.form for token in self.tokens[name.first : name.last])
        return any(OSA.distance(typed, phrase, score_cutoff=1) <= 1 for phrase in PHRASES_TOO)

    def odd(self, place: int) -> bool:
        """Whether token `place` is a word that nothing explains."""
        return not (self.named(place) or self.name_at(place) or is_ordinary(self.words[place]))

    def _spoken(self) -> set[int]:
        """The places of words that were put right, or that say what a tool is for."""
        return {
            place
            for place, token in enumerate(self.tokens)
            if self.words[place] != token.form or self.words[place] in CUE_VOCABULARY or self.index.needs.knows(token)
        }

    def _know(self, names: list[Mention]) -> None:
        if any(mention.is_a(Entry.GIANT, Entry.PRODUCT) for mention in names) or any(
            token.form in self.index.makers for token in self.tokens
        ):
            names = described(self.index, self.tokens, names, self._worded())
        self.names = self._said(names)
        self._at = {mention.first: mention for mention in self.names}
        self._within = {
            place for mention in self.names if not self.weak(mention) for place in range(mention.first, mention.last)
        }
        self._needs: list[NeedMention] | None = None
        self._quotations: list[tuple[int, int]] | None = None

    @property
    def needs(self) -> list[NeedMention]:
        """The needs that no longer name holds: in « l’agenda Google » there is none."""
        if self._needs is None:
            self._needs = [
                need
                for need in self._worded()
                if not (
                    self._hidden(need)
                    or self._across(need)
                    or says_nothing(self.words, self.tokens, need, self.language)
                )
            ]
        return self._needs

    def reads_as_need(self, name: Mention) -> bool:
        """Whether what could be several tools is how one says a need, too: « forms », « maps »."""
        return len(name.refs) > 1 and any(
            need.first <= name.first and name.last <= need.last for need in self._worded()
        )

    def in_a_need(self, name: Mention) -> bool:
        """Whether what could be several tools is only a word of what a tool is for: « registration form »."""
        return len(name.refs) > 1 and any(
            need.size > 1 and need.first <= name.first and name.last <= need.last for need in self._worded()
        )

    def needs_said(self) -> list[NeedMention]:
        """The needs, also where an ambiguous name is how one says them."""
        if any(map(self.reads_as_need, self.names)):
            return [need for need in self._worded() if need in self.needs or self._undecided(need)]
        return self.needs

    def _undecided(self, need: NeedMention) -> bool:
        return any(need.first <= name.first < need.last and self.reads_as_need(name) for name in self.names)

    def _worded(self) -> list[NeedMention]:
        if self._all_needs is None:
            self._all_needs = self.index.needs.mentions(self.tokens)
        return self._all_needs

    def _said(self, names: list[Mention]) -> list[Mention]:
        """`names` without words that are part of what a tool is for: « mise en page », "word processor"."""
        wordings = [need for need in self._worded() if need.size > 1 and need.last - need.first <= need.size + _GAP]
        return [
            name
            for name in names
            if not (self._as_a_word(name) or self._worded_as(name))
            and (
                name.sure is not Sure.CONTEXT
                or name.last - name.first > 1
                or not (self._done(name.first) or any(self._part_of(name, need) for need in wordings))
            )
        ]

    def _part_of(self, name: Mention, need: NeedMention) -> bool:
        """« mise en page », "word processor", and not "the treasurer’s Excel spreadsheet"."""
        between = need.first < name.first and name.last < need.last and not self.weak(name)
        return need.first <= name.first < need.last and not between

    def _worded_as(self, name: Mention) -> bool:
        """« team chat », « gro fichiers »: rather the words for a need than a name."""
        at = (name.first, name.last)
        return name.last - name.first > 1 and self.weak(name) and any((n.first, n.last) == at for n in self._worded())

    def _as_a_word(self, name: Mention) -> bool:
        """« the word "zoom" », « le mot slack », "it makes", "number 10", "w-i-x", "drag and drop"."""
        word, before = self.words[name.first], self.words[max(0, name.first - 2) : name.first]
        after = self.words[name.last : name.last + 1]
        spelt = name.first > 0 and len(word) == 1 and not self._gap(name.first)[1:] and self._gap(name.first) == "-"
        counted = word.startswith("number") and bool(after) and after[0].isdecimal()
        quoted = word == "word" and name.last < len(self.words) and '"' in self._gap(name.last)
        keeps = self.words[name.last - 1] == "keeps" and bool(after) and after[0].endswith("ing")
        return word in _FORMS or keeps or spelt or counted or quoted or before in _THE_WORD or before == ["drag", "and"]

    def _gap(self, place: int) -> str:
        """What stands between token `place` and the one before it."""
        return self.reading.text[self.tokens[place - 1].end : self.tokens[place].start]

    def _done(self, place: int) -> bool:
        """« we meet on Tuesday », "they make it": what somebody does."""
        if place == 0 or self.words[place] not in _VERBS_TOO:
            return False
        to = self.words[place - 1] == "to" and self.words[max(0, place - 2)] in _WANT_TO
        return to or self.words[place - 1] in _WHO_DO

    def _hidden(self, need: NeedMention) -> bool:
        """Whether the wording is within a name of a tool (« agenda google »), or is one (« un doodle »)."""
        return any(
            name.first <= need.first
            and need.last <= name.last
            and not (name.last - name.first == 1 and name.is_a(Entry.GIANT))
            and not self.weak(name)
            for name in self.names
        )

    def _across(self, need: NeedMention) -> bool:
        """« signer avec DocuSign en ligne »: a wording with the name of a tool between its words."""
        return any(need.first < name.first < need.last - 1 and not self.weak(name) for name in self.names)

    def name_at(self, place: int) -> Mention | None:
        """The name that starts with token `place`."""
        return self._at.get(place)

    def named(self, place: int) -> bool:
        """Whether token `place` is part of a name, and not first of all an everyday word."""
        return place in self._within

    def weak(self, mention: Mention) -> bool:
        """Whether a name, as it was typed, is first of all an everyday word or phrase: « plans », « mon club »."""
        if mention.last - mention.first == 1 and mention.sure is not Sure.CONTEXT and mention.is_a(Entry.PRODUCT):
            return False
        forms = [token.form for token in self.tokens[mention.first : mention.last]]
        return (
            bool({forms[0], self.tokens[mention.first].single} & NAMES_TOO)
            if len(forms) == 1
            else " ".join(forms) in PHRASES_TOO
        )

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
        """Whether the sentence of token `place` ends in a question mark, or wonders: « je me demande ce qu’on… »."""
        return self.tokens[place].sentence in self._asked

    def quoted(self, place: int) -> bool:
        """Whether token `place` stands between quotation marks, with something said outside of them."""
        if self._quotations is None:
            text = self.reading.text
            spans = [found.span() for found in _QUOTATION.finditer(text)] if _QUOTES.search(text) else []
            outside = [t for t in self.tokens if not any(start <= t.start < end for start, end in spans)]
            self._quotations = spans if len(outside) >= _SAID_OUTSIDE else []
        return any(start <= self.tokens[place].start < end for start, end in self._quotations)

    def handed_on(self) -> bool:
        """Whether somebody else’s question ends the message: « Je relaie la question de Nadia : « … ? » »."""
        last = len(self.tokens) - 1
        if not 0 <= last < _A_BOOK or not (self.is_asked(last) and self.quoted(last)):
            return False
        outside = [place for place in range(last) if not self.quoted(place)]
        return any(self.words[place] in HANDING_ON for place in outside)

    def typed(self, first: int, last: int) -> str:
        """What was typed there, as it was typed."""
        return self.reading.typed(first, last)

    def capital(self, place: int) -> bool:
        """Whether token `place` was typed with a capital."""
        return self.reading.capital(self.tokens[place])

    def names_in(self, first: int, last: int) -> list[Mention]:
        """The names between two tokens."""
        return [mention for mention in self.names if first <= mention.first < last]


def _with(names: list[Mention], more: list[Mention]) -> list[Mention]:
    """`names` and `more`, where what is part of one of `more` is no name of its own."""
    if not more:
        return names
    covered = {place for mention in more for place in range(mention.first, mention.last)}
    return sorted([*(m for m in names if m.first not in covered), *more], key=lambda mention: mention.first)
