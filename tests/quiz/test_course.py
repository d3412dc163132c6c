"""When a question moves on."""

from bot.quiz.course import Rhythm, Situation, moves_on, silent_after

RHYTHM = Rhythm(grace=20, first_grace=120, alone=2, limit=1000)


def moves(voters: str, earlier: str = "", last_vote: int = 500, *, direct: bool = False) -> int:
    return moves_on(Situation(set(voters), set(earlier), last_vote, until=1000, direct=direct), RHYTHM)


def test_without_a_vote_it_waits_for_its_time_limit() -> None:
    assert moves("") == 1000


def test_when_all_who_take_part_have_voted_it_moves_on_after_a_short_grace() -> None:
    assert moves("ab", earlier="ab") == 520


def test_one_who_voted_before_and_not_yet_here_is_waited_for() -> None:
    assert moves("a", earlier="ab") == 1000


def test_somebody_new_may_join() -> None:
    assert moves("abc", earlier="ab") == 520


def test_the_first_votes_of_all_leave_the_others_more_time() -> None:
    assert moves("a") == 620


def test_alone_with_the_bot_there_is_nobody_to_wait_for() -> None:
    assert moves("a", direct=True) == 502


def test_the_grace_never_goes_beyond_the_time_limit() -> None:
    assert moves("ab", earlier="ab", last_vote=990) == 1000


def test_two_unanswered_questions_add_up_and_an_answer_starts_again() -> None:
    assert silent_after(1, 0, asked_to_go_on=False) == 2
    assert silent_after(1, 3, asked_to_go_on=False) == 0


def test_who_asks_for_the_next_question_is_there() -> None:
    assert silent_after(1, 0, asked_to_go_on=True) == 0
