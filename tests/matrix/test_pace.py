"""How the bot slows down and recovers."""

from bot.matrix.pace import Backoff, Pace


def test_waits_double_up_to_a_minute() -> None:
    backoff = Backoff(chance=lambda: 1.0)
    assert [backoff.next_s() for _ in range(9)] == [0.5, 1, 2, 4, 8, 16, 32, 60, 60]


def test_chance_shortens_a_wait_to_half_at_most() -> None:
    assert Backoff(chance=lambda: 0.0).next_s() == 0.25


def test_after_a_success_the_next_failure_waits_briefly() -> None:
    backoff = Backoff(chance=lambda: 1.0)
    backoff.next_s()
    backoff.next_s()
    backoff.well()
    assert backoff.next_s() == 0.5


def test_after_wait_one_message_tries_the_water() -> None:
    pace = Pace(widest=20)
    pace.hold(now=100.0, wait_s=5.0)
    assert (pace.until, pace.window) == (105.0, 1)


def test_a_shorter_wait_does_not_cut_a_longer_one() -> None:
    pace = Pace(widest=20)
    pace.hold(now=100.0, wait_s=5.0)
    pace.hold(now=101.0, wait_s=1.0)
    assert pace.until == 105.0


def test_three_that_get_through_double_what_may_be_under_way() -> None:
    pace = Pace(widest=3)
    pace.hold(now=100.0, wait_s=5.0)
    for _ in range(3):
        pace.went_well()
    assert pace.window == 2
    for _ in range(3):
        pace.went_well()
    assert pace.window == 3
