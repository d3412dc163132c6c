"""Plays a script in a room, and tells what came of each line."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from bot.demo.person import Person
from bot.demo.script import Line, missing
from bot.demo.timeline import Event

ANSWER_WITHIN_S = 20.0


@dataclass(frozen=True, slots=True)
class Played:
    """What came of a line: the answers to it, and what they lack."""

    line: Line
    answers: tuple[Event, ...]
    lacking: tuple[str, ...] = ()

    @property
    def well(self) -> bool:
        """Whether it was as the script wants it: once and with all that is expected, or not at all."""
        return len(self.answers) == (0 if self.line.silent else 1) and not self.lacking


@dataclass(frozen=True, slots=True)
class _Said:
    """A line that was said; `heard_before` counts the events that had arrived before it."""

    line: Line
    event: str
    heard_before: int


async def play(
    person: Person, room: str, bot: str, lines: Sequence[Line], within_s: float = ANSWER_WITHIN_S
) -> AsyncIterator[Played]:
    """Say each line in turn, and wait for its answer; yields in the order of the lines.

    `bot` is the user whose answers count. A silence is told when the answer to the next question has come.
    """
    silent: list[_Said] = []
    for line in lines:
        before = len(person.events)
        said = _Said(line, await person.say(room, line.text), before)
        if line.silent:
            silent.append(said)
            continue
        try:
            answer = await person.reply_to(said.event, within_s)
        except TimeoutError:
            answer = None
        for earlier in silent:
            yield Played(earlier.line, _uncalled_for(person.events[earlier.heard_before :], room, bot, said.event))
        silent.clear()
        answers = tuple(person.replies_to(said.event)) if answer else ()
        yield Played(line, answers, missing(line.expected, answer.body) if answer else line.expected)


def _uncalled_for(heard: Sequence[Event], room: str, bot: str, question: str) -> tuple[Event, ...]:
    """What `bot` said among `heard`, but for the answer to `question`."""
    return tuple(
        event
        for event in heard
        if event.room == room and event.sender == bot and event.is_message and event.reply_to != question
    )
