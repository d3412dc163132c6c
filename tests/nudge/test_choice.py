"""Which step is proposed next, and why."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.association.migration import plan
from bot.association.migration.model import Kind, Migration, Pair, State, Step
from bot.association.score import Score, score
from bot.association.standing import Answer, uses_of
from bot.association.storage import Tool
from bot.nudge.choice import QUIZ, REST, Next, Reason, Situation, next_step
from tests.association.migration.small import CATALOGUE

TODAY = datetime.date(2026, 12, 1)
DRIVE = Pair("files", "google-drive", "nextcloud")
DOODLE = Pair("date-poll", "doodle", "framadate")
GMAIL = Pair("mail", "gmail", "mailo")
PAIRS = (DRIVE, DOODLE, GMAIL)


def migration(number: int, pair: Pair, done: int = 0, by: datetime.date | None = None) -> Migration:
    kinds = plan.steps(CATALOGUE, pair)
    steps = tuple(Step(kind, 1 if place < done else None) for place, kind in enumerate(kinds))
    return Migration(number, 1, number, pair, State.PLANNED, steps, 0, by=by)


def standing(*pairs: Pair) -> Score | None:
    """The score of an association that uses the products of these pairs."""
    answers = {pair.need: Answer("used", (Tool(pair.product, pair.product, True, pair.need),)) for pair in pairs}
    return score(uses_of(answers, CATALOGUE))


def chosen(situation: Situation, today: datetime.date = TODAY) -> Next:
    found = next_step(situation, CATALOGUE, today)
    assert found is not None
    return found


def test_the_first_step_of_the_only_migration() -> None:
    step = chosen(Situation([migration(1, DRIVE)], standing(DRIVE)))
    assert (step.key, step.reason, step.minutes) == ("step:1:export", Reason.PLANNED, 15)


def test_then_the_one_after_it() -> None:
    assert chosen(Situation([migration(1, DRIVE, done=2)], standing(DRIVE))).kind is Kind.TRY


def test_the_heaviest_relief_for_the_least_effort_comes_first() -> None:
    everything = standing(*PAIRS)
    both = [migration(1, DRIVE), migration(2, GMAIL)]
    step = chosen(Situation(both, everything))
    # Mail weighs as much as files, and takes a season.
    assert (step.key, step.reason) == ("step:1:export", Reason.LIGHTEST)
    # What is nearly done asks little more.
    nearly = [migration(1, DRIVE), migration(2, DOODLE, done=2)]
    assert chosen(Situation(nearly, everything)).key == "step:2:tell"


@pytest.mark.parametrize("by", ["2026-12-06", "2026-12-01", "2026-11-20"])
def test_what_was_promised_for_this_week_comes_before_anything(by: str) -> None:
    both = [migration(1, DRIVE), migration(2, GMAIL, by=datetime.date.fromisoformat(by))]
    step = chosen(Situation(both, standing(*PAIRS)))
    assert (step.migration, step.reason) == (both[1], Reason.PROMISED)


def test_what_was_promised_for_next_week_waits() -> None:
    both = [migration(1, DRIVE), migration(2, GMAIL, by=datetime.date(2026, 12, 7))]
    assert chosen(Situation(both, standing(*PAIRS))).migration == both[0]


def test_a_refused_step_stays_away_for_three_months() -> None:
    refused = {"step:1:export": TODAY}
    situation = Situation([migration(1, DRIVE)], standing(DRIVE), refused=refused)
    assert chosen(situation).kind is Kind.OPEN
    assert chosen(situation, TODAY + REST - datetime.timedelta(days=1)).kind is Kind.OPEN
    assert chosen(situation, TODAY + REST).kind is Kind.EXPORT


def test_nothing_that_needs_a_refused_step_is_proposed() -> None:
    refused = {"step:1:export": TODAY, "step:1:open": TODAY}
    assert chosen(Situation([migration(1, DRIVE)], standing(DRIVE), refused=refused)).reason is Reason.HEAVIEST


def test_without_any_migration_the_quiz_while_too_little_is_known() -> None:
    assert chosen(Situation()).key == QUIZ
    unknown = score(uses_of({"files": Answer("unknown"), "date-poll": Answer("used", ())}, CATALOGUE))
    assert chosen(Situation(score=unknown)).key == QUIZ


def test_without_any_migration_a_first_look_at_what_weighs_most() -> None:
    step = chosen(Situation(score=standing(*PAIRS)))
    assert (step.key, step.reason, step.pair) == ("look:files:google-drive", Reason.HEAVIEST, DRIVE)
    assert step.points > 0


def test_what_was_looked_at_and_refused_makes_room_for_the_next() -> None:
    situation = Situation(score=standing(*PAIRS), refused={"look:files:google-drive": TODAY})
    assert chosen(situation).key == "look:date-poll:doodle"


def test_nothing_when_all_is_free() -> None:
    free = score(uses_of({"files": Answer("used", (Tool("nextcloud", "Nextcloud", True, "files"),))}, CATALOGUE))
    assert next_step(Situation(score=free), CATALOGUE, TODAY) is None


def test_what_the_association_has_is_proposed_before_the_rest() -> None:
    step = chosen(Situation(score=standing(DRIVE), tools=frozenset({"cryptpad"})))
    assert step.pair == replace(DRIVE, alternative="cryptpad")


days = st.dates(datetime.date(2026, 1, 1), datetime.date(2027, 12, 31))
migrations = st.lists(
    st.builds(migration, st.integers(1, 9), st.sampled_from(PAIRS), st.integers(0, 6), st.none() | days),
    max_size=4,
    unique_by=lambda each: each.number,
).map(lambda some: [each if each.left else each.ended(State.DONE, 1) for each in some])
keys = st.sampled_from(
    [QUIZ, *(f"look:{pair.need}:{pair.product}" for pair in PAIRS)]
    + [f"step:{number}:{kind}" for number in range(1, 10) for kind in Kind]
)
situations = st.builds(
    Situation,
    migrations,
    st.sets(st.sampled_from(PAIRS)).map(lambda some: standing(*some)),
    st.frozensets(st.sampled_from(["nextcloud", "cryptpad", "google-drive"])),
    st.dictionaries(keys, days),
)


@given(situations, days)
def test_what_was_refused_never_comes_back_within_three_months(situation: Situation, today: datetime.date) -> None:
    step = next_step(situation, CATALOGUE, today)
    refused = (situation.refused or {}).get(step.key) if step else None
    assert refused is None or today - refused >= REST


@given(situations, days)
def test_no_giant_is_ever_proposed_and_nothing_is_too_long(situation: Situation, today: datetime.date) -> None:
    step = next_step(situation, CATALOGUE, today)
    if step is not None:
        assert step.minutes <= 20
        if step.pair is not None:
            assert not plan.of_a_giant(CATALOGUE, CATALOGUE.alternatives[step.pair.alternative])


@given(situations, days)
def test_a_step_is_one_that_is_left_of_a_migration_under_way(situation: Situation, today: datetime.date) -> None:
    step = next_step(situation, CATALOGUE, today)
    if step is not None and step.migration is not None:
        assert step.migration in situation.migrations
        assert step.migration.open
        assert step.kind in {left.kind for left in step.migration.left}


@given(situations, days)
def test_a_promise_for_this_week_wins_whenever_it_can_be_kept(situation: Situation, today: datetime.date) -> None:
    step = next_step(situation, CATALOGUE, today)
    sunday = today + datetime.timedelta(days=6 - today.weekday())
    promised = [each for each in situation.migrations if each.open and each.by is not None and each.by <= sunday]
    alone = [next_step(replace(situation, migrations=[each], score=None), CATALOGUE, today) for each in promised]
    if any(each is not None and each.reason is Reason.PROMISED for each in alone):
        assert step is not None
        assert step.reason is Reason.PROMISED


@given(situations, days)
def test_the_same_question_has_the_same_answer(situation: Situation, today: datetime.date) -> None:
    assert next_step(situation, CATALOGUE, today) == next_step(situation, CATALOGUE, today)
