"""Votes are counted as MSC3381 says, whatever comes in whatever order."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.tally import Response, Tally, tally

ANSWERS = ("drive", "nextcloud", "unknown")


def response(event: str, sender: str, sent_ms: int, *answers: str) -> Response:
    return Response(event, sender, sent_ms, answers)


def counted(*responses: Response, removed: set[str] | None = None) -> dict[str, int]:
    return {answer: count for answer, count in tally(ANSWERS, responses, removed or set()).counts.items() if count}


def test_each_person_has_one_vote() -> None:
    assert counted(response("$1", "@ada", 1, "drive"), response("$2", "@bob", 2, "drive")) == {"drive": 2}


def test_a_change_of_mind_counts_once_whatever_order_it_arrives_in() -> None:
    first, second = response("$1", "@ada", 1, "drive"), response("$2", "@ada", 2, "nextcloud")
    assert counted(first, second) == counted(second, first) == {"nextcloud": 1}


def test_an_unknown_answer_spoils_the_vote_and_the_one_before_does_not_come_back() -> None:
    assert counted(response("$1", "@ada", 1, "drive"), response("$2", "@ada", 2, "bogus")) == {}
    assert counted(response("$1", "@ada", 1, "drive", "bogus")) == {}


def test_an_empty_response_takes_the_vote_back() -> None:
    assert counted(response("$1", "@ada", 1, "drive"), response("$2", "@ada", 2)) == {}


def test_of_several_answers_the_first_counts() -> None:
    assert counted(response("$1", "@ada", 1, "nextcloud", "drive")) == {"nextcloud": 1}


def test_the_same_answer_twice_in_one_response_counts_once() -> None:
    assert counted(response("$1", "@ada", 1, "drive", "drive")) == {"drive": 1}


def test_a_removed_vote_gives_way_to_the_one_before() -> None:
    votes = [response("$1", "@ada", 1, "drive"), response("$2", "@ada", 2, "bogus")]
    assert counted(*votes, removed={"$2"}) == {"drive": 1}


def test_the_counts_keep_the_order_of_the_question_with_its_zeros() -> None:
    assert list(tally(ANSWERS, []).counts.items()) == [("drive", 0), ("nextcloud", 0), ("unknown", 0)]


# ── against a naive reading of the rules ─────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Removal:
    event: str


PEOPLE = ["@ada", "@bob", "@eve"]
EVENTS = [f"${number}" for number in range(8)]
BALLOTS = st.lists(st.sampled_from([*ANSWERS, "bogus"]), max_size=3).map(tuple)


def responses() -> st.SearchStrategy[list[Response]]:
    """Responses with ids of their own; several may have the same time."""
    one = st.builds(Response, st.sampled_from(EVENTS), st.sampled_from(PEOPLE), st.integers(0, 5), BALLOTS)
    return st.lists(one, unique_by=lambda each: each.event, max_size=len(EVENTS))


def naive(votes: list[Response], removed: set[str]) -> dict[str, int]:
    """Person by person: strike out what was removed, look at the last that is left, believe it if it is valid."""
    counts = dict.fromkeys(ANSWERS, 0)
    for person in PEOPLE:
        mine = sorted((v.sent_ms, v.event, v.answers) for v in votes if v.sender == person and v.event not in removed)
        if mine:
            ballot = mine[-1][2]
            if ballot and not [answer for answer in ballot if answer not in ANSWERS]:
                counts[ballot[0]] += 1
    return counts


@given(responses(), st.sets(st.sampled_from(EVENTS)), st.data())
def test_any_history_in_any_order_with_doubles_counts_as_the_naive_reading(
    votes: list[Response], removed: set[str], data: st.DataObject
) -> None:
    doubles = data.draw(st.lists(st.sampled_from(votes), max_size=4)) if votes else []
    arrived = data.draw(st.permutations(votes + doubles))
    found = tally(ANSWERS, arrived, removed)
    assert dict(found.counts) == naive(votes, removed)
    assert found.total == sum(found.counts.values())


@given(responses())
def test_no_history_gives_anybody_two_votes(votes: list[Response]) -> None:
    found: Tally = tally(ANSWERS, votes)
    assert sum(found.counts.values()) <= len({vote.sender for vote in votes})
