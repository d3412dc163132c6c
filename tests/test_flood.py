"""A flood by one person: answered, asked once to slow down, then silence; nobody else notices."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import SystemClock
from bot.conversation import Edit, Effect, Incoming, Message, React, Room, Say, Text, Vote
from bot.database import Database, Transaction, inbox
from bot.desk import Command, Desk, Manners, Scene
from bot.flood import Bucket, Flood, Limits, Verdict, drawn, filled

LIMITS = Limits(burst=10, per_minute=6)
ADA = ("!office", "@ada:x")
MINUTE = 60_000


def verdicts(flood: Flood, times: Sequence[int]) -> list[Verdict]:
    given = []
    for at_ms in times:
        given.append(flood.verdict(ADA, at_ms))
        flood.draw(ADA, at_ms)
    return given


def test_so_many_are_answered_then_one_is_told_then_silence() -> None:
    assert verdicts(Flood(LIMITS), [0] * 15) == [Verdict.ANSWER] * 10 + [Verdict.SLOW_DOWN] + [Verdict.SILENCE] * 4


def test_whoever_asks_no_faster_than_the_tokens_come_back_is_always_answered() -> None:
    assert set(verdicts(Flood(LIMITS), range(0, 100 * MINUTE, 10_000))) == {Verdict.ANSWER}


def test_after_half_of_the_time_they_are_answered_again_and_not_told_again() -> None:
    flood = Flood(LIMITS)
    verdicts(flood, [0] * 12)
    # Five tokens of ten are back after fifty seconds.
    assert verdicts(flood, [49_000, 50_000]) == [Verdict.SILENCE, Verdict.ANSWER]
    assert verdicts(flood, [50_000] * 6) == [Verdict.ANSWER] * 4 + [Verdict.SILENCE] * 2


def test_after_a_calm_the_next_flood_is_told_again() -> None:
    flood = Flood(LIMITS)
    verdicts(flood, [0] * 12)
    assert verdicts(flood, [2 * MINUTE] * 11)[-1] is Verdict.SLOW_DOWN


def test_one_steady_flood_is_told_once_however_long_it_lasts() -> None:
    assert verdicts(Flood(LIMITS), range(0, 600 * MINUTE, 1000)).count(Verdict.SLOW_DOWN) == 1


def test_others_and_other_rooms_are_answered_meanwhile() -> None:
    flood = Flood(LIMITS)
    verdicts(flood, [0] * 12)
    assert flood.verdict(("!office", "@bob:x"), 0) is Verdict.ANSWER
    assert flood.verdict(("!kitchen", "@ada:x"), 0) is Verdict.ANSWER


def test_what_is_taken_back_was_never_taken() -> None:
    flood = Flood(LIMITS)
    for _ in range(100):
        flood.draw(ADA, 0)()
    assert flood.verdict(ADA, 0) is Verdict.ANSWER


def test_a_crowd_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.flood._REMEMBERED", 100)
    flood = Flood(LIMITS)
    for number in range(1000):
        flood.draw(("!office", f"@{number}:x"), number)
    assert len(flood._buckets) <= 100


@given(st.lists(st.integers(-(2**53), 2**53), max_size=60))
def test_no_clock_gives_more_than_the_limits(times: list[int]) -> None:
    """`origin_server_ts` is what the sender's server likes to say."""
    bucket = Bucket(LIMITS.burst, 0)
    answered, latest = 0, 0
    for at_ms in times:
        bucket, verdict = drawn(filled(bucket, LIMITS, at_ms))
        answered += verdict is Verdict.ANSWER
        latest = max(latest, at_ms)
        assert 0 <= bucket.left <= LIMITS.burst
    assert answered <= LIMITS.burst + latest / MINUTE * LIMITS.per_minute + 1e-3


# ── at the desk ──────────────────────────────────────────────────────────────────────────────────


class Parrot:
    """Repeats what it hears and keeps a trace of it; hears « hm » in silence; counts votes."""

    name = "parrot"
    commands: Sequence[Command] = ()

    async def take(self, event: Incoming, scene: Scene) -> Sequence[Effect] | None:
        await inbox.claim(scene.tx, f"trace of {event.event}", 1)
        if isinstance(event, Message | Edit):
            text = Text(event.text, event.text)
            return () if event.text == "hm" else (Say(room=event.room, cause=event.event, text=text),)
        return (React(room=event.room, cause=event.event, target=event.event, key="🗳️"),)


class Still(SystemClock):
    def now_ms(self) -> int:
        return 10**12


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database, [Parrot()], Still(), Manners(flood=Limits(burst=5, per_minute=1)))


def message(number: int, text: str = "Zoom ?", **more: object) -> Message:
    first = Message(room="!office", event=f"${number}", sender="@ada:x", age_ms=0, text=text)
    return replace(first, **more)  # type: ignore[arg-type]


async def said(desk: Desk, *events: Incoming) -> list[str]:
    posted = await desk.receive([(event, Room(id=event.room)) for event in events])
    return [row.effect.text.body for row in posted if isinstance(row.effect, Say)]


async def test_a_flood_gets_its_answers_one_word_and_silence(desk: Desk, database: Database) -> None:
    assert (await said(desk, *(message(number) for number in range(20))))[:5] == ["Zoom ?"] * 5
    assert await said(desk, message(20)) == []
    assert not await inbox.handled(database, "trace of $7")
    assert await inbox.handled(database, "$7")


async def test_the_one_word_is_in_the_language_of_the_room(desk: Desk) -> None:
    [*_, last] = await said(desk, *(message(number) for number in range(20)))
    assert last.startswith("Doucement")


async def test_chatter_that_is_not_answered_takes_nothing(desk: Desk) -> None:
    await said(desk, *(message(number, "hm") for number in range(50)))
    assert await said(desk, message(50)) == ["Zoom ?"]


async def test_what_was_written_over_an_hour_is_no_flood_because_the_bot_was_away(desk: Desk) -> None:
    asked = [message(number, age_ms=(20 - number) * 3 * MINUTE) for number in range(20)]
    assert await said(desk, *asked) == ["Zoom ?"] * 20


async def test_votes_of_a_flooder_count(desk: Desk, database: Database) -> None:
    await said(desk, *(message(number) for number in range(20)))
    vote = Vote(room="!office", event="$vote", sender="@ada:x", age_ms=0, poll="$poll", answers=("1",))
    assert len(await desk.receive([(vote, Room(id="!office"))])) == 1


async def test_what_could_not_be_written_has_cost_nothing(desk: Desk) -> None:
    async def full(_: Transaction) -> None:
        raise RuntimeError("disk full")

    for _ in range(10):
        with pytest.raises(RuntimeError):
            await desk.receive([(message(1), Room(id="!office"))], full)
    assert await said(desk, *(message(number) for number in range(5))) == ["Zoom ?"] * 5
