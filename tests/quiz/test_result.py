"""What the votes on a question say."""

from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.questions import FREE, NOT_DONE, OTHER, UNKNOWN
from bot.quiz.result import Outcome, outcome


def test_the_plurality_names_the_main_tool_and_the_others_are_also_used() -> None:
    assert outcome({"drive": 1, "dropbox": 3, FREE: 2}) == Outcome("used", ("dropbox", FREE, "drive"))


def test_a_tie_is_to_be_checked_together() -> None:
    assert outcome({"drive": 2, FREE: 2, OTHER: 1}) == Outcome("unknown", tied=("drive", FREE))


def test_who_does_not_know_abstains() -> None:
    assert outcome({"drive": 1, UNKNOWN: 4}) == Outcome("used", ("drive",))


def test_nobody_knows() -> None:
    assert outcome({"drive": 0, UNKNOWN: 2}) == Outcome("unknown")


def test_the_association_does_not_do_this() -> None:
    assert outcome({NOT_DONE: 2, "drive": 1}) == Outcome("not-done")


def test_who_says_we_do_not_do_this_is_no_tool() -> None:
    assert outcome({NOT_DONE: 1, "drive": 2}) == Outcome("used", ("drive",))


def test_no_votes_say_nothing() -> None:
    assert outcome({"drive": 0}) is None


@given(st.dictionaries(st.sampled_from(["drive", "dropbox", OTHER, FREE, NOT_DONE, UNKNOWN]), st.integers(0, 9)))
def test_a_tool_is_only_named_when_nothing_has_more_votes(counts: dict[str, int]) -> None:
    found = outcome(counts)
    if found is not None and found.tools:
        main = counts[found.tools[0]]
        assert all(count < main for answer, count in counts.items() if answer not in (found.tools[0], UNKNOWN))
