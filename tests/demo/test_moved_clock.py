"""The clock of the demo: it runs ahead when it is told to, and starts where it is to be."""

import time
from pathlib import Path

from bot.clock import SystemClock
from bot.demo.moved_clock import MovedClock, move, pass_a_week

WEEK_MS = 7 * 24 * 3_600_000


def ahead_h(clock: MovedClock) -> float:
    return (clock.now_ms() - SystemClock().now_ms()) / 3_600_000


def test_without_being_moved_it_is_the_clock_of_the_machine(tmp_path: Path) -> None:
    assert abs(ahead_h(MovedClock(tmp_path / "clock"))) < 0.01


def test_a_week_passes_in_strides_that_skip_nothing(tmp_path: Path) -> None:
    clock = MovedClock(tmp_path / "clock")
    pass_a_week(tmp_path / "clock")
    seen = [ahead_h(clock)]
    until = time.monotonic() + 20
    while seen[-1] < 7 * 24 - 0.01 and time.monotonic() < until:
        seen.append(ahead_h(clock))
    assert abs(seen[-1] - 7 * 24) < 0.01
    assert max(later - earlier for earlier, later in zip([0.0, *seen], seen, strict=False)) < 3.01


def test_a_clock_that_is_made_later_is_there_at_once(tmp_path: Path) -> None:
    move(tmp_path / "clock", 2 * WEEK_MS)
    assert abs(ahead_h(MovedClock(tmp_path / "clock")) - 14 * 24) < 0.01
