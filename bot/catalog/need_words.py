"""Needs recognised by ordinary wording: « partager nos fichiers » is « partage de fichiers »."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.catalog.fold import Kind, Token, read, stem
from bot.catalog.like_needs import LIKE_NEEDS
from bot.catalog.model import Need
from bot.catalog.ordinary import LITTLE, is_ordinary
from bot.catalog.sounds import sound
from bot.catalog.tasks import DOTS, Tasks, bases
from bot.catalog.typos import Typos

_MOST_WORDS = 4
_GENERIC = frozenset(
    map(stem, ("outil", "logiciel", "appli", "application", "service", "plateforme", "tool", "software", "app"))
)
_STOP_WORDS = """
de d du des le la les l un une a au aux en et pour par sur dans chez nos notre vos votre mes mon ma ses sa leur leurs
ce cette ces the of to for an in on and our with my your their this that some any
"""
_STOPS = frozenset(_STOP_WORDS.split())
"""Words that a wording is the same with and without. Others count: « montage son », « gros fichier »."""
_SHORTEST, _ALONE = 4, 5
"""Words shorter than these are not corrected, or only beside another word of the wording: « les mots de pase »."""
_MAKES = frozenset({"faire", "creer", "avoir", "making", "doing", "having"})
"""« faire une carte mentale »: these say nothing of what is done."""
_BESIDE = 6
"""Words shorter than this are not corrected beside another one, but for two letters that changed places."""
_MUTE = frozenset("eh")
"""First letters that are not heard: « émettre » is not « mettre »."""
_ARTICLES = frozenset("dl")
_VOWELS = frozenset("aeiouy")
_NASAL = re.compile("(?<![ie])en(?=[bcdfgklmpqrstvz]|$)")
_SURELY = 7
"""A misspelt word shorter than this is not corrected: « blague » is no « blogue »."""
_LONG = 8
_MANY = 120
"""In a text of so many words none is corrected for the sake of the word beside it: it would take too long."""
_APART = 3
"""How many other words may stand between two words of one wording."""


class NeedMention(NamedTuple):
    """Tokens `first` to `last` (not included) say what a tool is for; `size` content words of them do.

    `sure`: the wording has several words, or one long one that means one thing; `near`: it was misspelt.
    """

    needs: tuple[str, ...]
    first: int
    last: int
    size: int
    sure: bool
    near: bool = False


class NeedWords:
    """The wordings of all needs, by their content words in any order and number."""

    def __init__(self, needs: Iterable[Need]) -> None:
        found: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
        self._shared: set[tuple[str, ...]] = set()
        self._tasks = Tasks()
        for need in needs:
            for wording in (*need.say.fr, *need.say.en, need.label.fr, need.label.en):
                if DOTS in wording:
                    self._tasks.add(wording, need.id)
                elif key := _key(wording):
                    found[key][need.id] = None
            self._shared.update(_key(wording) for wording in need.ambiguous)
        self._needs = {key: tuple(ids) for key, ids in found.items()}
        self._vocabulary = frozenset(word for key in self._needs for word in key)
        self._starts = frozenset(word[:2] for word in self._vocabulary)
        self._typos = Typos(self._vocabulary)
        self._by_sound = {_said(word): word for word in sorted(self._vocabulary) if len(word) >= _SHORTEST}

    def mentions(self, tokens: Sequence[Token], correct: bool = False) -> list[NeedMention]:
        """Every need in a text, the wordings with most words first served; in text order.

        Words that sound like the right ones count (« billeterie »); `correct`: all misspelt words are tried.
        """
        content = [
            (word, place)
            for place, token in enumerate(tokens)
            for word in self._words(token, correct) or (self._beside(token) if len(tokens) < _MANY else ())
        ]
        found: list[NeedMention] = []
        for start in range(len(content)):
            for stop in range(start + 1, min(len(content), start + _MOST_WORDS) + 1):
                if stop - start > 1 and not _together(tokens, content[stop - 2][1], content[stop - 1][1]):
                    break
                found += self._match(tokens, content[start:stop], correct)
                if stop - start == 3:
                    # One word in between: « find a meeting date ».
                    found += self._match(tokens, [content[start], content[stop - 1]], correct)
        found += (
            NeedMention(needs, first, last, 2, len(needs) == 1) for needs, first, last in self._tasks.found(tokens)
        )
        return _longest(tokens, found)

    def knows(self, token: Token) -> bool:
        """Whether a word is one of those that say what a tool is for."""
        return token.stem in self._vocabulary

    def hears(self, token: Token) -> bool:
        """Whether it is, also spelt as it sounds."""
        return len(token.stem) >= _ALONE and bool(self._words(token, correct=False))

    def _match(self, tokens: Sequence[Token], content: list[tuple[str, int]], correct: bool) -> list[NeedMention]:
        key = tuple(sorted(word for word, _ in content))
        needs = self._needs.get(key)
        if not needs or all(tokens[place].form in LITTLE for _, place in content):
            return []
        if len(content) == 1 and len(key[0]) < _LONG and key[0] in bases(tokens[content[0][1]].form)[1:]:
            return []  # « noted » is no note; « transcribing » is a transcription
        if len(content) == 1 and len(tokens[content[0][1]].stem) < _ALONE and key[0] != tokens[content[0][1]].stem:
            return []
        if len(content) == 1 and not (correct or self._words(tokens[content[0][1]], correct)):
            return []
        return [self._mention(tokens, needs, key, content[0][1], content[-1][1] + 1)]

    def _words(self, token: Token, correct: bool) -> tuple[str, ...]:
        if token.kind is not Kind.WORD or token.form in _STOPS:
            return ()
        if token.stem in self._vocabulary:
            return (token.stem,)
        inflected = next((base for base in bases(token.form)[1:] if base in self._vocabulary), None)
        if inflected:
            return (inflected,)
        if (inside := self._elided(token.form)) is not None:
            return (inside,)
        if len(token.form) < _SHORTEST or is_ordinary(token.form) or token.stem in LIKE_NEEDS:
            return ()
        for typed in dict.fromkeys((token.stem, token.single)):
            if (heard := self._heard(typed)) is not None:
                return (heard,)
        if (swapped := next((stem(form) for form in _swapped(token.form) if self._may_be(form)), None)) is not None:
            return (swapped,)
        if correct and len(token.stem) >= _SURELY and (near := self._typos.near(token.stem)):
            return (near[0][0],)
        return ()

    def _beside(self, token: Token) -> tuple[str, ...]:
        """« montge vidéo », "shared calender": the word that one slip away, for a wording of several words."""
        if (
            token.kind is not Kind.WORD
            or len(token.stem) < _BESIDE
            or token.stem in LIKE_NEEDS
            or is_ordinary(token.form)
        ):
            return ()
        near = (*self._typos.near(token.stem), *self._typos.near(token.single))
        return tuple(word for word, slips in near if slips == 1 and word[0] == token.stem[0])[:1]

    def _elided(self, form: str) -> str | None:
        """« dinscription », « linfo » without their apostrophe, "splittin" without its last letter."""
        if len(form) >= _ALONE and form[0] in _ARTICLES and form[1] in _VOWELS and not is_ordinary(form):
            return next((base for base in bases(form[1:])[:1] if base in self._vocabulary), None)
        if form.endswith("in") and not is_ordinary(form):
            return next((base for base in bases(f"{form}g")[1:] if base in self._vocabulary), None)
        return None

    def _heard(self, typed: str) -> str | None:
        """The word that `typed` sounds like."""
        heard = self._by_sound.get(_said(typed))
        if heard is not None and (typed[0] == heard[0] or _same_start(typed[0], heard[0])):
            return heard
        return None

    def _may_be(self, form: str) -> bool:
        return form[:2] in self._starts and stem(form) in self._vocabulary

    def _mention(
        self, tokens: Sequence[Token], needs: tuple[str, ...], key: tuple[str, ...], first: int, last: int
    ) -> NeedMention:
        near = any(
            token.stem not in self._vocabulary
            for token in tokens[first:last]
            if token.form not in _STOPS and token.kind is Kind.WORD
        ) and len(key) == sum(token.form not in _STOPS for token in tokens[first:last])
        sure = len(needs) == 1 and key not in self._shared and (len(key) > 1 or len(key[0]) > 5)
        return NeedMention(needs, first, last, len(key), sure, near)


def _same_start(typed: str, known: str) -> bool:
    """« konta », « agzemple » start as the right word does to the ear; « aitable » does not."""
    return _MUTE.isdisjoint((typed, known)) and (typed in _VOWELS) == (known in _VOWELS)


def _swapped(form: str) -> Iterator[str]:
    """A word with two letters at a time put the other way round."""
    for place in range(len(form) - 1):
        if form[place] != form[place + 1]:
            yield form[:place] + form[place + 1] + form[place] + form[place + 2 :]


def _key(wording: str) -> tuple[str, ...]:
    """The words of a wording that count; none when it says nothing but « un outil tout-en-un »."""
    content = [token.stem for token in read(wording).tokens if token.form not in _STOPS]
    return () if all(word in _GENERIC for word in content) else tuple(sorted(content))


def _said(word: str) -> str:
    """How a word sounds; « en » is « an » and « -tion » « -sion », but for names: they are rarely French."""
    return sound(_NASAL.sub("an", word).replace("tion", "sion"))


def _done(tokens: Sequence[Token], place: int) -> bool:
    """« élire notre CA à distance », "elect our board online": a verb, which in English only starts a request."""
    token = tokens[place]
    if token.form in _MAKES:
        return False
    verb = token.form.endswith(("er", "ir", "re", "ing")) and token.form not in LITTLE
    return verb or (not place and token.stem not in _GENERIC)


def _together(tokens: Sequence[Token], before: int, after: int) -> bool:
    return after - before <= _APART + 1 and not any(token.broken for token in tokens[before + 1 : after + 1])


def _longest(tokens: Sequence[Token], found: list[NeedMention]) -> list[NeedMention]:
    """Those of `found` that no better one overlaps; what is done outweighs what it is done to."""
    found.sort(
        key=lambda mention: (
            -mention.size,
            not _done(tokens, mention.first),
            mention.last - mention.first,
            mention.first,
        )
    )
    taken: set[int] = set()
    kept = []
    for mention in found:
        places = range(mention.first, mention.last)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.first)
