"""How much of the bot one person gets in one room: a token bucket, so that a flood ends in silence. No clock, no I/O.

Each answer takes a token; tokens come back with time. Whoever has none left is asked once to slow down, and
then gets nothing until half of the tokens are back. They are asked again only after all were back: a steady
flood gets one such message however long it lasts. Times are when the messages were sent, so that what a
person wrote during an absence of the bot counts as it was written. All is in memory: a restart forgives.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias

from bot.conversation import Edit, Message, Reaction, RoomId, UserId

Who: TypeAlias = tuple[RoomId, UserId]
LIMITED = (Message, Edit, Reaction)
"""What a flood is made of. Votes by poll only count, deletions only tidy: they are never too much."""

_REMEMBERED = 10_000
_MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Limits:
    """So many answers to a person in a room at once, and so many more with each minute."""

    burst: int
    per_minute: float


class Verdict(Enum):
    """What somebody gets who would be answered."""

    ANSWER = auto()
    SLOW_DOWN = auto()
    SILENCE = auto()


@dataclass(frozen=True, slots=True)
class Bucket:
    """Tokens left at the time `at_ms`; `muted` until half are back, `told` until all are."""

    left: float
    at_ms: int
    muted: bool = False
    told: bool = False


def filled(bucket: Bucket, limits: Limits, at_ms: int) -> Bucket:
    """`bucket` with what came back until `at_ms`. Time does not run backwards: an earlier `at_ms` brings nothing."""
    at_ms = max(at_ms, bucket.at_ms)
    left = min(limits.burst, bucket.left + (at_ms - bucket.at_ms) / _MINUTE_MS * limits.per_minute)
    return Bucket(left, at_ms, muted=bucket.muted and left < limits.burst / 2, told=bucket.told and left < limits.burst)


def drawn(bucket: Bucket) -> tuple[Bucket, Verdict]:
    """`bucket` after somebody who would be answered, and what they get."""
    if not bucket.muted and bucket.left >= 1:
        return Bucket(bucket.left - 1, bucket.at_ms, told=bucket.told), Verdict.ANSWER
    verdict = Verdict.SILENCE if bucket.told else Verdict.SLOW_DOWN
    return Bucket(bucket.left, bucket.at_ms, muted=True, told=True), verdict


class Flood:
    """The buckets of everybody who was answered lately; without `limits` everybody always is."""

    def __init__(self, limits: Limits | None) -> None:
        self._limits = limits
        self._buckets: dict[Who, Bucket] = {}

    def verdict(self, who: Who, at_ms: int) -> Verdict:
        """What `who` would get at `at_ms`."""
        if self._limits is None:
            return Verdict.ANSWER
        return drawn(self._bucket(who, at_ms, self._limits))[1]

    def draw(self, who: Who, at_ms: int) -> Callable[[], None]:
        """Take a token from `who`; returns what takes that back."""
        if self._limits is None:
            return lambda: None
        before = self._buckets.get(who)
        if before is None:
            self._make_room(at_ms, self._limits)
        self._buckets[who], _ = drawn(self._bucket(who, at_ms, self._limits))
        return lambda: self._put_back(who, before)

    def _bucket(self, who: Who, at_ms: int, limits: Limits) -> Bucket:
        return filled(self._buckets.get(who, Bucket(limits.burst, at_ms)), limits, at_ms)

    def _put_back(self, who: Who, before: Bucket | None) -> None:
        if before is None:
            self._buckets.pop(who, None)
        else:
            self._buckets[who] = before

    def _make_room(self, at_ms: int, limits: Limits) -> None:
        """Forget who has all their tokens back, and, where that is not enough, who was remembered longest."""
        if len(self._buckets) < _REMEMBERED:
            return
        self._buckets = {
            who: bucket for who, bucket in self._buckets.items() if filled(bucket, limits, at_ms).left < limits.burst
        }
        while len(self._buckets) >= _REMEMBERED:
            del self._buckets[next(iter(self._buckets))]
