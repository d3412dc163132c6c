"""Who may change something for everybody, on a real Synapse: read fresh each time, creators above all levels."""

from typing import Any
from urllib.parse import quote

import pytest

from bot.demo.person import Person
from bot.demo.running_bot import RunningBot
from tests.homeserver.company import NewPerson

CHANGE = "!releve réglages langue anglais"


async def levels(person: Person, room: str, **changes: Any) -> None:
    """Change the power levels of `room`."""
    path = f"rooms/{quote(room)}/state/m.room.power_levels/"
    await person.request("PUT", path, {**await person.request("GET", path), **changes})


async def room_of(person: Person, bot: RunningBot, *others: Person, **options: Any) -> str:
    invited = [bot.user, *(other.user for other in others)]
    room = await person.create_room("Bureau", invited, **options)
    await person.arrival_of(bot.user, room)
    for other in others:
        await other.join(room)
    return room


async def may_change(person: Person, room: str) -> bool:
    return "English" in (await person.reply_to(await person.say(room, CHANGE))).body


async def test_a_demoted_moderator_is_refused_at_once(person: Person, new_person: NewPerson, bot: RunningBot) -> None:
    moderator = await new_person()
    room = await room_of(person, bot, moderator)
    assert not await may_change(moderator, room)
    await levels(person, room, users={moderator.user: 50})
    assert await may_change(moderator, room)
    await levels(person, room, users={})
    assert not await may_change(moderator, room)


@pytest.mark.parametrize("version", ["11", "12"])
async def test_who_made_the_room_may(person: Person, bot: RunningBot, version: str) -> None:
    assert await may_change(person, await room_of(person, bot, room_version=version))


async def test_who_made_it_together_may_although_no_level_says_so(
    person: Person, new_person: NewPerson, bot: RunningBot
) -> None:
    second, member = await new_person(), await new_person()
    options = {"room_version": "12", "creation_content": {"additional_creators": [second.user]}}
    room = await room_of(person, bot, second, member, **options)
    assert await may_change(second, room)
    assert not await may_change(member, room)
