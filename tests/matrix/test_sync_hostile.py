"""Whatever a homeserver answers to /sync: an honest question in it or after it is heard, and nothing is asked twice."""

import asyncio
import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.database import Database, inbox, migrate, rooms
from bot.matrix.batch import batch
from bot.matrix.rooms import STATE_TYPES
from bot.shipped import folder
from tests.matrix.echo import Echo
from tests.matrix.test_sync import OWN, FakeHomeserver, listener, message, news, texts

_numbers = itertools.count(1)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats(allow_nan=False) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def mostly(shape: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """`shape`, or sometimes anything: so that the depths of an answer are reached too."""
    return st.integers(0, 4).flatmap(lambda chance: shape if chance else JSON)


EVENT = st.fixed_dictionaries(
    {"type": mostly(st.sampled_from([*STATE_TYPES, "m.room.message", "m.room.encrypted"]))},
    optional={
        "event_id": mostly(st.just("$a")),
        "sender": mostly(st.just("@alice:asso.example")),
        "state_key": mostly(st.sampled_from(["", OWN])),
        "origin_server_ts": JSON,
        "unsigned": JSON,
        "content": mostly(
            st.fixed_dictionaries(
                {},
                optional={
                    "membership": mostly(st.sampled_from(["join", "leave", "invite"])),
                    "join_rule": JSON,
                    "replacement_room": JSON,
                    "room_version": JSON,
                    "body": JSON,
                    "msgtype": JSON,
                },
            )
        ),
    },
)
EVENTS = mostly(
    st.fixed_dictionaries(
        {"events": mostly(st.lists(mostly(EVENT), max_size=4))},
        optional={"limited": mostly(st.just(True)), "prev_batch": mostly(st.just("p1"))},
    )
)
ROOM = mostly(st.fixed_dictionaries({"timeline": EVENTS}, optional={"state": EVENTS, "summary": JSON}))
NAMED = mostly(st.dictionaries(st.sampled_from(["!a", "!b", "!new"]) | st.text(max_size=6), ROOM, max_size=3))
INVITED = mostly(st.dictionaries(st.text(max_size=6), st.fixed_dictionaries({"invite_state": EVENTS}), max_size=2))
ANSWER = st.fixed_dictionaries(
    {
        "rooms": mostly(
            st.fixed_dictionaries({"join": NAMED}, optional={"invite": INVITED, "leave": NAMED, "knock": JSON})
        )
    },
    optional={"next_batch": JSON, "to_device": JSON, "device_lists": JSON},
)


@settings(max_examples=500, deadline=None)
@given(ANSWER)
def test_an_answer_is_read_or_has_no_token(answer: dict[str, Any]) -> None:
    try:
        read = batch(answer, OWN)
    except ValueError:
        assert not isinstance(answer.get("next_batch"), str) or not answer["next_batch"]
    else:
        assert read.token == answer["next_batch"]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(answers=st.lists(ANSWER, min_size=1, max_size=3))
def test_an_honest_question_beside_and_after_anything_is_heard(place: Path, answers: list[dict[str, Any]]) -> None:
    asyncio.run(heard_beside_and_after(place, answers))


async def heard_beside_and_after(place: Path, answers: list[dict[str, Any]]) -> None:
    path = place / f"{next(_numbers)}.sqlite3"
    migrate(path, folder("migrations"))
    syncs = [with_question(answer, number) for number, answer in enumerate(answers)]
    echo = Echo()
    async with await Database.open(path) as database:
        async with database.transaction() as tx:
            await rooms.entered(tx, "!honest", False, 0)
            await inbox.move_to(tx, "s1")
        server = FakeHomeserver(*syncs, news("s-last", honest=[message("last")]))
        async with listener(server, database, echo), asyncio.timeout(10):
            await server.quiet.wait()
        assert await inbox.sync_token(database) == "s-last"
    wanted = [f"beside {number}" for number in range(len(answers))]
    assert [text for text in texts(echo.heard) if text in {*wanted, "last"}] == [*wanted, "last"]
    # One request for each answer and one that waits: nothing was asked again.
    assert len(server.asked) == len(syncs) + 2


def with_question(answer: dict[str, Any], number: int) -> dict[str, Any]:
    """`answer` as JSON brings it, with a token and an honest question in a room of its own."""
    made: dict[str, Any] = json.loads(json.dumps(answer))
    made["next_batch"] = f"s-{number}"
    parts = made.get("rooms")
    made["rooms"] = parts if isinstance(parts, dict) else {}
    joined = made["rooms"].get("join")
    made["rooms"]["join"] = joined if isinstance(joined, dict) else {}
    made["rooms"]["join"]["!honest"] = {"timeline": {"events": [message(f"beside {number}")]}}
    return made
