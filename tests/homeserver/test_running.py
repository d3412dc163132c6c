"""The homeserver that the demo and the tests run on."""

import importlib.util
import socket
from pathlib import Path

import pytest

from bot.demo.homeserver import Homeserver, SynapseMissing
from bot.demo.person import Person
from bot.demo.process import NotStarted
from bot.demo.timeline import Refused
from tests.homeserver.company import PASSWORD


async def messages_at_once(person: Person) -> int:
    """How many messages of 15 the homeserver takes before it asks for a pause."""
    room = await person.create_room("Bureau")
    for number in range(15):
        try:
            await person.say(room, f"message {number}")
        except Refused as refused:
            return number if refused.code == "M_LIMIT_EXCEEDED" else -1
    return 15


async def test_it_has_no_rate_limits_unless_asked(person: Person) -> None:
    assert await messages_at_once(person) == 15


async def test_it_has_the_rate_limits_of_synapse_when_asked(limited_homeserver: Homeserver) -> None:
    await limited_homeserver.register("hurried", PASSWORD)
    async with Person.at(limited_homeserver.url, "hurried", PASSWORD) as person:
        assert 5 <= await messages_at_once(person) < 15


async def test_a_name_that_is_taken_is_refused(homeserver: Homeserver, person: Person) -> None:
    name = person.user[1:].partition(":")[0]

    with pytest.raises(RuntimeError, match="M_USER_IN_USE"):
        await homeserver.register(name, PASSWORD)


async def test_started_again_it_has_kept_everything_and_people_hear_on() -> None:
    async with Homeserver.running() as homeserver:
        await homeserver.register("camille", PASSWORD)
        async with Person.at(homeserver.url, "camille", PASSWORD) as person:
            room = await person.create_room("Bureau")
            before = await person.say(room, "avant")
            homeserver.process.kill()
            await homeserver.start()
            after = await person.say(room, "après")
            await person.sees(lambda event: event.id == after)

            assert [event.id for event in await person.timeline(room) if event.is_message] == [before, after]


async def test_a_port_that_is_taken_is_told_with_the_end_of_the_log(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        homeserver = Homeserver(tmp_path, other.getsockname()[1], rate_limits=False)

        with pytest.raises(NotStarted, match="Failed to listen on TCP port"):
            await homeserver.start()

    await homeserver.process.stop()


async def test_without_synapse_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)

    with pytest.raises(SynapseMissing):
        async with Homeserver.running():
            pytest.fail("there is no Synapse")
