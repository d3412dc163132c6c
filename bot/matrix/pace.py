"""How fast to go: how long to wait before asking again, and how much may be under way at once."""

import random
from collections.abc import Callable

FIRST_S = 0.5
CAP_S = 60.0
"""The first wait after a failure, and the longest."""
_EASY_AFTER = 3
# How many answers there is to be room for while broadcasts go out.
_SPARE = 3
# A broadcast goes a little more slowly than the homeserver would take it, so that the room is there again.
_SLOWER = 1.1
_FASTER_AFTER = 16
_LEAST_S = 0.05


class Backoff:
    """Waits that double from `FIRST_S` to `CAP_S`, each shortened by chance down to its half, so that bots
    that lost the same homeserver do not come back in step.
    """

    def __init__(self, chance: Callable[[], float] = random.random) -> None:
        self._chance = chance
        self._failures = 0

    def next_s(self) -> float:
        """Seconds to wait after one more failure."""
        whole: float = min(CAP_S, FIRST_S * 2.0 ** min(self._failures, 20))
        self._failures += 1
        return whole * (0.5 + self._chance() / 2)

    def well(self) -> None:
        """It worked: the next failure starts from the beginning."""
        self._failures = 0


class Pace:
    """What the homeserver lets through: after it said wait, one message at a time until it is at ease.

    Times are seconds on any clock that only goes forward.
    """

    def __init__(self, widest: int) -> None:
        self._widest = widest
        self._window = widest
        self._until = 0.0
        self._successes = 0

    @property
    def window(self) -> int:
        """How many messages may be under way at once."""
        return self._window

    @property
    def until(self) -> float:
        """Nothing may leave before this time."""
        return self._until

    def hold(self, now: float, wait_s: float) -> None:
        """The homeserver wants to be left alone for `wait_s`; then one message tries the water."""
        self._until = max(self._until, now + wait_s)
        self._window = 1
        self._successes = 0

    def went_well(self) -> None:
        """A message got through. Three in a row double what may be under way."""
        if self._window == self._widest:
            return
        self._successes += 1
        if self._successes >= _EASY_AFTER:
            self._window = min(self._widest, self._window * 2)
            self._successes = 0


class Reserve:
    """When a broadcast may go: seldom enough that an answer finds room at once.

    A homeserver that counts messages (Synapse: ten at once, then one in five seconds) says so by a 429 only
    when nothing is left. From then on broadcasts pause until there is room for a few answers, and go at
    the pace that was told; when none is refused for a while they try a little faster. Times as for Pace.
    """

    def __init__(self) -> None:
        self._every_s = 0.0
        self._until = 0.0
        self._well = 0

    @property
    def until(self) -> float:
        """No broadcast may leave before this time."""
        return self._until

    def limited(self, now: float, wait_s: float) -> None:
        """The homeserver has refused a message, of either lane, for `wait_s`."""
        self._every_s = max(self._every_s * 1.5, wait_s) if now >= self._until else max(self._every_s, wait_s)
        self._until = max(self._until, now + wait_s + _SPARE * self._every_s)
        self._well = 0

    def sent(self, now: float, *, broadcast: bool) -> None:
        """A message got through: a broadcast, or an answer, which took some of the room that is kept."""
        self._well += 1
        if self._well >= _FASTER_AFTER:
            self._well = 0
            self._every_s = self._every_s * 0.9 if self._every_s > _LEAST_S else 0.0
        if broadcast:
            self._until = max(self._until, now + self._every_s * _SLOWER)
        else:
            fully_kept = now + (_SPARE + 1) * self._every_s
            self._until = max(self._until, min(max(self._until, now) + self._every_s, fully_kept))
