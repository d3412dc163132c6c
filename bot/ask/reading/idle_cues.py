"""Cues that ask for nothing where they stand, even in what was said to the bot."""

from bot.ask.reading.chatter import past
from bot.ask.reading.cue_phrases import Cue
from bot.ask.reading.cues import DEGOOGLE, Found
from bot.ask.reading.message import Message

_AUXILIARIES = frozenset({"", "a", "ai", "as", "avons", "avez", "ont", "est", "on", "comment", "etre", "pas", "tout"})
_NOT = frozenset({"pas", "jamais", "not", "never", "don"})
_NEAR = 4


def idle(message: Message, found: Found, first: int, last: int) -> bool:
    """Whether what is no question is no wish either: « n’arrête pas Zoom », « on a quitté Twitter. Et Meta ? »"""
    asked = any(message.is_asked(place) for place in range(last, len(message.words)))
    gone = found.cue in {Cue.LEAVE, Cue.REPLACE} and asked and past(message, found, first)
    return gone or _negated(message, found, first)


def degoogles(message: Message, found: Found, last: int) -> bool:
    """« se dégoogliser », « dégoogliser l’asso », and not « un téléphone dégooglisé »."""
    if message.words[found.place] not in DEGOOGLE or _adjective(message, found.place):
        return False
    return all(map(message.weak, message.names_in(found.after, last)))


def _negated(message: Message, found: Found, first: int) -> bool:
    near = message.words[max(first, found.place - _NEAR) : found.place]
    return not message.is_asked(found.place) and not _NOT.isdisjoint(near)


def _adjective(message: Message, place: int) -> bool:
    """« un téléphone dégooglisé »"""
    typed = message.reading.text[message.tokens[place].start : message.tokens[place].end].casefold()
    before = message.words[place - 1] if place else ""
    return typed.endswith(("é", "és", "ée", "ées")) and before not in _AUXILIARIES
