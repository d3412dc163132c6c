"""Any history of votes, in any order of arrival and with a restart anywhere, ends in the counts of a naive reading."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.quiz.room import SECOND, START, Played, played

PEOPLE = ("@ada", "@bob", "@eve")
IDS = ("google-drive", "dropbox", "_other", "_free", "_none", "_unknown")


@dataclass(frozen=True)
class Ballot:
    """One vote: `choice` counts answers from 1; 0 takes the vote back and 9 spoils it (by poll only)."""

    person: str
    kind: str
    choice: int
    at: int

    @property
    def answers(self) -> tuple[str, ...]:
        return () if self.choice == 0 else ("bogus",) if self.choice == 9 else (IDS[self.choice - 1],)


BALLOTS = st.one_of(
    st.builds(Ballot, st.sampled_from(PEOPLE), st.just("poll"), st.sampled_from([0, 1, 2, 6, 9]), st.integers(1, 5)),
    st.builds(
        Ballot,
        st.sampled_from(PEOPLE),
        st.sampled_from(["typed", "reaction"]),
        st.sampled_from([1, 2, 4]),
        st.integers(1, 5),
    ),
)


@dataclass(frozen=True)
class History:
    """`deliveries`: numbers of ballots (twice: delivered twice), or, negative, the removal of ballot -n-1."""

    ballots: tuple[Ballot, ...]
    removed: frozenset[int]
    deliveries: tuple[int, ...]
    restart_before: int
    late: tuple[Ballot, ...]


@st.composite
def histories(draw: st.DrawFn) -> History:
    ballots = tuple(draw(st.lists(BALLOTS, max_size=6)))
    numbers = range(len(ballots))
    removed = frozenset(draw(st.sets(st.sampled_from(numbers)))) if ballots else frozenset()
    doubles = draw(st.lists(st.sampled_from(numbers), max_size=2)) if ballots else []
    deliveries = tuple(draw(st.permutations([*numbers, *doubles, *(-number - 1 for number in removed)])))
    restart = draw(st.integers(0, len(deliveries)))
    return History(ballots, removed, deliveries, restart, tuple(draw(st.lists(BALLOTS, max_size=2))))


async def deliver(room: Played, ballot: Ballot, event: str) -> None:
    about = {"event": event, "sent_ms": START + ballot.at}
    if ballot.kind == "poll":
        await room.votes(ballot.person, *ballot.answers, poll=room.of_first_question[0], **about)
    elif ballot.kind == "typed":
        await room.says(ballot.person, str(ballot.choice), reply_to=room.of_first_question[1], **about)
    else:
        await room.reacts(ballot.person, f"{ballot.choice}\ufe0f\u20e3", room.of_first_question[1], **about)


def naive(history: History) -> dict[str, int]:
    """Strike out what was removed; of each person look at the last one left; believe it if it is valid."""
    counts = dict.fromkeys(IDS, 0)
    for person in PEOPLE:
        left = [
            (ballot.at, f"$ballot{number}", ballot.answers)
            for number, ballot in enumerate(history.ballots)
            if ballot.person == person and number not in history.removed
        ]
        if left and len(last := max(left)[2]) == 1 and last[0] in IDS:
            counts[last[0]] += 1
    return counts


@settings(max_examples=40, deadline=None)
@given(histories())
def test_the_counts_of_a_question_are_those_of_the_naive_reading(history: History) -> None:
    async def play() -> dict[str, int]:
        with TemporaryDirectory() as folder:
            async with played(Path(folder) / "db") as room:
                await room.says("@ada", "!releve quiz")
                for position, number in enumerate(history.deliveries):
                    if position == history.restart_before:
                        await room.starts_again()
                    if number >= 0:
                        await deliver(room, history.ballots[number], f"$ballot{number}")
                    else:
                        await room.removes("@mod", f"$ballot{-number - 1}")
                await room.says("@ada", "!releve suivant")
                for number, ballot in enumerate(history.late):
                    await deliver(room, ballot, f"$late{number}")
                await room.passes(SECOND)
                return await room.counts_of(1)

    assert asyncio.run(play()) == naive(history)
