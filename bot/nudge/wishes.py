"""What people type about the weekly step: answers to it, and when they want it. Pure."""

import datetime
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from bot.association.migration.days import even, found
from bot.association.settings import Slot, slot_named
from bot.catalog.fold import words

_LONGEST = 120


class Gesture(StrEnum):
    """What one can answer to a step."""

    DONE = "done"
    LATER = "later"
    OTHER = "other"
    STOP = "stop"
    WHY = "why"
    WHOM = "whom"
    UNDO = "undo"


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_REACTIONS = {
    "✅": Gesture.DONE,
    "✔": Gesture.DONE,
    "☑": Gesture.DONE,
    "💤": Gesture.LATER,
    "⏭": Gesture.OTHER,
    "🔕": Gesture.STOP,
}
_SAID = {
    Gesture.DONE: "fait|c est fait|on l a fait|je l ai fait|fini|c est bon|done|it s done|did it|we did it",
    Gesture.LATER: "plus tard|la semaine prochaine|dans une semaine|pas cette semaine|later|next week|in a week"
    "|not this week|not now|pas maintenant",
    Gesture.OTHER: "autre chose|une autre|un autre|pas pour nous|autre etape|autre pas|something else|another"
    "|another one|another step|not for us",
    Gesture.STOP: "stop|arreter|arrete|arretez|stop it|no more",
    Gesture.WHY: "pourquoi|pourquoi celle ci|pourquoi celle la|pourquoi celui ci|pourquoi ca|pourquoi cette etape"
    "|pourquoi ce pas|why|why this|why this one|why that one|why this step",
    Gesture.WHOM: "a qui demander|qui peut aider|qui peut nous aider|besoin d aide|who can help|who can help us"
    "|whom to ask|who can we ask|we need help",
    Gesture.UNDO: "annuler|annule|annulez|erreur|oups|undo|oops|take it back|my mistake",
}
_GESTURE_OF = {sentence: gesture for gesture, said in _SAID.items() for sentence in said.split("|")}
_POLITE = frozenset(
    ("svp", "stp", "merci", "please", "thanks", "alors", "ok", "oui", "yes", "bon", "et", "and", "but", "mais")
)
OVERHEARD = frozenset({Gesture.DONE, Gesture.LATER, Gesture.OTHER, Gesture.STOP})
"""The text twins of the buttons: right after a step they need no reply."""


def reacted(key: str) -> Gesture | None:
    """The gesture of a reaction; variants of an emoji are the same."""
    return _REACTIONS.get(key.replace("\N{VARIATION SELECTOR-16}", ""))


def said(text: str) -> Gesture | None:
    """The gesture that `text` is, whole."""
    if len(text) > _LONGEST:
        return None
    return _GESTURE_OF.get(" ".join(word for word in words(text) if word not in _POLITE))


# ── when ─────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Switch:
    """Steps are wanted, or not."""

    on: bool


@dataclass(frozen=True, slots=True)
class At:
    """Steps are wanted at this slot."""

    slot: Slot


@dataclass(frozen=True, slots=True)
class NotBefore:
    """No steps before this day."""

    day: datetime.date


@dataclass(frozen=True, slots=True)
class August:
    """Whether the break of August is kept."""

    kept: bool


Wish: TypeAlias = Switch | At | NotBefore | August

_ON = frozenset(
    ("oui", "on", "yes", "activer", "active", "reprendre", "reprends", "reprenez", "resume", "start", "marche")
)
_OFF = frozenset(
    ("non", "off", "no", "desactiver", "desactive", "arreter", "arrete", "arretez", "stop", "jamais", "never")
)
_NOT_BEFORE = re.compile(
    r"(?<!\w)(?:pas avant|jusqu'?\s?(?:a|au|en)|en pause|pause|rien avant|attend(?:s|ez|re)?|a partir d[eu']"
    r"|reprend(?:s|re|ez)?|not before|until|till|nothing before|wait|from|resume)(?!\w)"
)
_AUGUST_OFF = re.compile(
    r"(?:pas de (?:pause|vacances)|meme|aussi|sans pause|no break|also|even|work(?:ing)?)\D*(?:aout|august)"
)
_AUGUST_ON = re.compile(
    r"(?:pause|vacances|break|rien|holiday|nothing)\D*(?:aout|august)|(?:aout|august)\D*(?:pause|break|off)"
)
_CUE = re.compile(
    r"(?<!\w)(?:plutot|rather|instead|les|chaque|tous|every|on (?:mon|tues|wednes|thurs|fri|satur|sun)days)(?!\w)"
)
_TIME = re.compile(r"(?<!\w)\d{1,2}\s*(?:h|:|heures?|am|pm)\s*\d{0,2}(?!\w)")
_SLOT_WORDS = _set(
    "plutot le la les a au vers chaque tous rather on at the every instead please svp stp soir matin midi"
    " apres evening morning afternoon evenings mornings possible est ce que c serait mieux peut etre better"
    " would be suits us nous convient je prefere prefer we et and rappel rappels nudge reminder reminders"
    " semaine week de d du l"
)
_DAY = re.compile(
    r"(?<!\w)(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?(?!\w)"
)


def wished(text: str, today: datetime.date, now: Slot) -> Wish | None:
    """The wish in the arguments of `rappels`; `now` is the slot that holds, of which a day or an hour may be left."""
    if not text or len(text) > _LONGEST:
        return None
    plain = even(text)
    bare = plain.strip(" .!?")
    if bare in _ON:
        return Switch(on=True)
    if bare in _OFF:
        return Switch(on=False)
    if _AUGUST_OFF.search(plain):
        return August(kept=False)
    if _NOT_BEFORE.search(plain) and (day := found(text, today)) is not None:
        return NotBefore(day.span.first)
    if _AUGUST_ON.search(plain):
        return August(kept=True)
    slot = slot_named(text, now)
    return At(slot) if slot is not None and _only_says_when(plain) else None


def wished_plainly(text: str, today: datetime.date, now: Slot) -> Wish | None:
    """The same in reply to a step, where « jeudi » alone is the day of a promise: a slot has an hour or « plutôt »."""
    wish = wished(text, today, now)
    match wish:
        case At() if not (_TIME.search(even(text)) or _CUE.search(even(text))):
            return None
        case Switch():
            # « non » and « oui » in a conversation are answers to somebody.
            return None
    return wish


def _only_says_when(plain: str) -> bool:
    left = words(_DAY.sub(" ", _TIME.sub(" ", plain)))
    return all(word in _SLOT_WORDS or word.isdigit() for word in left)
