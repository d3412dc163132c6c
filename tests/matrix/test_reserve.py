"""How broadcasts leave room for answers, against a homeserver that counts messages as Synapse does."""

import random
from dataclasses import dataclass

import pytest

from bot.matrix.pace import Reserve


@dataclass
class Counting:
    """A homeserver: `burst` messages at once, then `per_s` a second (Synapse: 10 and 0.2)."""

    burst: float = 10
    per_s: float = 0.2
    left: float = 10
    at: float = 0.0

    def _until(self, now: float) -> None:
        self.left = min(self.burst, self.left + (now - self.at) * self.per_s)
        self.at = now

    def takes(self, now: float) -> float:
        """0 when it takes a message now; else the seconds to wait, as in `retry_after_ms`."""
        self._until(now)
        if self.left < 1:
            return (1 - self.left) / self.per_s
        self.left -= 1
        return 0.0


def test_until_the_homeserver_complains_nothing_is_held_back() -> None:
    reserve = Reserve()
    for now in range(100):
        reserve.sent(now, broadcast=True)
    assert reserve.until <= 99


def test_after_a_refusal_there_is_room_for_some_answers_before_the_next_broadcast() -> None:
    reserve = Reserve()
    reserve.limited(now=100.0, wait_s=5.0)
    # One message is let through after five seconds, three more after fifteen.
    assert reserve.until == 100 + 5 + 3 * 5


def test_broadcasts_then_go_at_the_pace_that_was_told_and_a_little_slower() -> None:
    reserve = Reserve()
    reserve.limited(now=0.0, wait_s=5.0)
    reserve.sent(now=20.0, broadcast=True)
    assert reserve.until == pytest.approx(25.5)


def test_an_answer_takes_its_room_from_the_broadcasts() -> None:
    reserve = Reserve()
    reserve.limited(now=0.0, wait_s=5.0)
    reserve.sent(now=20.0, broadcast=True)
    reserve.sent(now=21.0, broadcast=False)
    assert reserve.until == pytest.approx(30.5)


def test_a_lively_conversation_does_not_put_broadcasts_off_for_ever_once_the_limit_is_lifted() -> None:
    reserve = Reserve()
    reserve.limited(now=0.0, wait_s=5.0)
    for now in range(400):
        reserve.sent(now, broadcast=False)
    assert reserve.until <= 400


def test_a_limit_that_was_lifted_is_forgotten_after_a_while() -> None:
    reserve = Reserve()
    reserve.limited(now=0.0, wait_s=5.0)
    sent = 0
    while (now := reserve.until) and sent < 1000:
        reserve.sent(now, broadcast=True)
        sent += 1
        if reserve.until <= now:
            break
    assert sent < 1000
    assert now < 2000


@dataclass
class Wave:
    """What became of a wave of broadcasts and of the answers during it."""

    seconds: float
    refused: int
    waits: list[float]


def wave(server: Counting, broadcasts: int, answer_every_s: float, seed: int) -> Wave:
    """Play a wave against `server`: each message takes 50 ms; answers come by chance."""
    chance = random.Random(seed)
    reserve, now, held, sent, refused = Reserve(), 0.0, 0.0, 0, 0
    asked_at, waits = chance.expovariate(1 / answer_every_s), []
    while sent < broadcasts:
        # An answer goes first; while the homeserver wants to be left alone, nothing goes.
        now = max(now, held, min(asked_at, reserve.until))
        is_answer = asked_at <= now
        wait_s = server.takes(now)
        if wait_s:
            reserve.limited(now, wait_s)
            refused, held = refused + 1, now + wait_s
        elif is_answer:
            reserve.sent(now, broadcast=False)
            waits.append(now - asked_at)
            asked_at = now + chance.expovariate(1 / answer_every_s)
        else:
            reserve.sent(now, broadcast=True)
            sent += 1
        now += 0.05
    return Wave(now, refused, waits)


@pytest.mark.parametrize("seed", range(5))
def test_during_a_wave_to_300_rooms_most_answers_leave_at_once_and_the_wave_is_not_much_longer(seed: int) -> None:
    played = wave(Counting(), broadcasts=300, answer_every_s=60, seed=seed)
    waits = sorted(played.waits)
    assert waits[int(0.9 * len(waits))] < 0.5
    # 290 broadcasts at one in five seconds, and what the answers took of it.
    assert played.seconds < 1.35 * (290 + len(waits)) * 5
    assert played.refused < 30


@pytest.mark.parametrize(("burst", "per_s"), [(3, 1.0), (100, 10.0), (1, 0.05)])
def test_other_limits_are_learned_too(burst: float, per_s: float) -> None:
    played = wave(Counting(burst, per_s, burst), broadcasts=100, answer_every_s=20 / per_s, seed=1)
    assert played.seconds < 1.7 * (100 + len(played.waits)) / per_s + 30
    assert played.refused < 20
