"""Plays a script in a room, and tells what came of each line."""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass

from bot.demo.gestures import Hands
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
    person: Person,
    room: str,
    bot: str,
    lines: Sequence[Line],
    within_s: float = ANSWER_WITHIN_S,
    hands: Hands | None = None,
) -> AsyncIterator[Played]:
    """Say each line in turn, and wait for its answer; yields in the order of the lines.

    `bot` is the user whose answers count. A silence is told when the answer to the next question has come.
    `hands` do what is no speech: a reaction, a week that passes.
    """
    silent: list[_Said] = []
    for line in lines:
        before = len(person.events)
        if hands is not None and (answers_it := await hands.do(line.text)) is not None:
            yield await _answered(person, line, answers_it, before, within_s)
            continue
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


async def _answered(
    person: Person, line: Line, answers_it: Callable[[Event], bool], before: int, within_s: float
) -> Played:
    """What came of a gesture: the first message after it that `answers_it`."""
    earlier = {event.id for event in person.events[:before]}
    try:
        answer = await person.sees(lambda event: event.id not in earlier and answers_it(event), within_s)
    except TimeoutError:
        return Played(line, (), line.expected)
    return Played(line, (answer,), missing(line.expected, answer.body))


def _uncalled_for(heard: Sequence[Event], room: str, bot: str, question: str) -> tuple[Event, ...]:
    """What `bot` said among `heard`, but for the answer to `question`."""
    return tuple(
        event
        for event in heard
        if event.room == room and event.sender == bot and event.is_message and event.reply_to != question
    )
