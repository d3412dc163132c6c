"""What the tests against a real Synapse say of the company they keep."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from bot.demo.person import Person
from bot.demo.running_bot import RunningBot

PASSWORD = "a long password for tests"
NewPerson: TypeAlias = Callable[[], Awaitable[Person]]
NewBot: TypeAlias = Callable[[], Awaitable[RunningBot]]


async def room_with(person: Person, bot: RunningBot, *, direct: bool = False) -> str:
    """A new room of `person` that `bot` has joined; returns its id."""
    room = await person.create_room("Bureau de l’association", [bot.user], direct=direct)
    await person.arrival_of(bot.user, room)
    return room
