"""What the state of a room says."""

from typing import Any

import pytest

from bot.config import Rooms as Policy
from bot.conversation import Room
from bot.matrix.rooms import Rights, may_invite, with_state

ALICE, BOB, BOT = "@alice:asso.example", "@bob:autre.example", "@releve:asso.example"


def state(kind: str, key: str = "", **content: Any) -> dict[str, Any]:
    return {"type": kind, "state_key": key, "sender": ALICE, "content": content}


def create(version: str, **content: Any) -> dict[str, Any]:
    return state("m.room.create", room_version=version, **content)


def test_a_room_learns_from_its_state() -> None:
    events = [
        state("m.room.encryption", algorithm="m.megolm.v1.aes-sha2"),
        state("m.room.join_rules", join_rule="public"),
    ]
    assert with_state(Room(id="!a"), events) == Room(id="!a", encrypted=True, public=True)


def test_encryption_is_never_taken_back() -> None:
    assert with_state(Room(id="!a", encrypted=True), [state("m.room.encryption")]).encrypted


def test_a_message_that_looks_like_state_changes_nothing() -> None:
    fake = {"type": "m.room.encryption", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}
    assert with_state(Room(id="!a"), [fake, None, 3, {**fake, "state_key": "x"}]) == Room(id="!a")


@pytest.mark.parametrize(
    ("policy", "alice", "bob"),
    [
        (Policy(), True, False),
        (Policy(invited_by_servers=("*",)), True, True),
        (Policy(invited_by_servers=("autre.example",)), False, True),
        (Policy(invited_by_servers=()), False, False),
        (Policy(invited_by_servers=(), invited_by_people=(BOB,)), False, True),
    ],
)
def test_who_may_invite(policy: Policy, alice: bool, bob: bool) -> None:
    assert (may_invite(ALICE, BOT, policy), may_invite(BOB, BOT, policy)) == (alice, bob)


def test_creators_of_a_version_12_room_are_above_everyone() -> None:
    rights = Rights(create("12", additional_creators=[BOB]), {"users": {ALICE: 0}, "state_default": 100})
    assert rights.may_send(ALICE, "m.room.name", state=True)
    assert rights.may_send(BOB, "m.room.name", state=True)


def test_creators_of_an_older_room_are_what_the_levels_say() -> None:
    rights = Rights(create("11", additional_creators=[BOB]), {"users": {ALICE: 0}})
    assert not rights.may_send(ALICE, "m.room.name", state=True)
    assert not rights.may_send(BOB, "m.room.name", state=True)


def test_without_levels_the_creator_has_100() -> None:
    rights = Rights(create("10", creator=BOB), None)
    assert (rights.level_of(BOB), rights.level_of(ALICE)) == (100, 0)


def test_a_demoted_moderator_has_only_what_is_left() -> None:
    assert Rights(create("11"), {"users": {}, "users_default": 10}).level_of(BOB) == 10


@pytest.mark.parametrize("junk", ["high", None, True, [], {"a": 1}, 1.5])
def test_a_level_that_is_no_number_gives_nothing(junk: Any) -> None:
    assert Rights(create("11"), {"users": {BOB: junk}}).level_of(BOB) == 0


def test_a_level_for_one_kind_of_event_counts_before_the_default() -> None:
    rights = Rights(create("11"), {"events": {"m.reaction": 50}, "users_default": 0})
    assert not rights.may_send(BOB, "m.reaction")
    assert rights.may_send(BOB, "m.room.message")
