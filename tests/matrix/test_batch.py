"""An answer of /sync, read."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.matrix.batch import Invitation, batch, in_turns, since_arrival
from tests.matrix.test_events import JSON, NAMES, membership, text

OWN = NAMES.user


def test_the_news_of_a_room() -> None:
    timeline = {"events": [text("?"), "junk"], "limited": True, "prev_batch": "p1"}
    read = batch({"next_batch": "s2", "rooms": {"join": {"!a": {"timeline": timeline}}}}, OWN)
    assert read.token == "s2"
    assert (read.joined[0].room, read.joined[0].events, read.joined[0].gap) == ("!a", [text("?")], "p1")


def test_a_whole_timeline_has_no_gap() -> None:
    timeline = {"events": [], "limited": False, "prev_batch": "p1"}
    assert batch({"next_batch": "s2", "rooms": {"join": {"!a": {"timeline": timeline}}}}, OWN).joined[0].gap is None


def test_an_invitation_is_the_one_of_the_bot_itself() -> None:
    others = {**membership("invite", "@bob:asso.example"), "sender": "@mallory:asso.example"}
    own = membership("invite")
    own["content"]["is_direct"] = True
    read = batch({"next_batch": "s", "rooms": {"invite": {"!a": {"invite_state": {"events": [others, own]}}}}}, OWN)
    assert read.invitations == [Invitation("!a", "@alice:asso.example", direct=True)]


def test_a_room_that_the_bot_is_out_of() -> None:
    gone = membership("leave")
    read = batch({"next_batch": "s", "rooms": {"leave": {"!a": {"timeline": {"events": [gone]}}}}}, OWN)
    assert read.left == [("!a", gone)]


def test_an_answer_without_token_cannot_be_continued() -> None:
    with pytest.raises(ValueError, match="next_batch"):
        batch({"rooms": {}}, OWN)


def test_what_was_said_before_the_bot_came_is_left_out() -> None:
    before, joined, after = text("before"), membership("join"), text("after")
    assert since_arrival([before, joined, after], OWN) == [joined, after]


def test_a_new_name_is_no_arrival() -> None:
    renamed = membership("join", prev_content={"membership": "join"})
    assert since_arrival([text("before"), renamed], OWN) == [text("before"), renamed]


def test_rooms_take_turns() -> None:
    assert list(in_turns([["a1", "a2", "a3"], ["b1"], ["c1", "c2"]])) == ["a1", "b1", "c1", "a2", "c2", "a3"]


ROOMS = JSON | st.dictionaries(
    st.sampled_from(["join", "invite", "leave"]),
    JSON | st.dictionaries(st.just("!a"), JSON | st.fixed_dictionaries({"timeline": JSON, "state": JSON})),
)


@settings(deadline=None)
@given(ROOMS)
def test_a_malformed_part_hides_only_itself(rooms: Any) -> None:
    assert batch({"next_batch": "s", "rooms": rooms}, OWN).token == "s"
