"""What the tests against a real Synapse say of the company they keep."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

import aiohttp
from nio.crypto import decrypt_attachment

from bot.demo.homeserver import Homeserver
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


async def downloaded(homeserver: Homeserver, token: str, address: str) -> bytes:
    """What was uploaded to the `mxc://` address, as it lies on the server."""
    path = f"/_matrix/client/v1/media/download/{address.removeprefix('mxc://')}"
    headers = {"Authorization": f"Bearer {token}"}
    async with aiohttp.ClientSession() as http, http.get(homeserver.url + path, headers=headers) as answer:
        assert answer.status == 200
        return await answer.read()


async def shown(homeserver: Homeserver, token: str, content: dict[str, Any]) -> bytes:
    """The file that a message with this `content` shows, opened where the room is encrypted."""
    if "file" not in content:
        return await downloaded(homeserver, token, content["url"])
    file = content["file"]
    sealed = await downloaded(homeserver, token, file["url"])
    return bytes(decrypt_attachment(sealed, file["key"]["k"], file["hashes"]["sha256"], file["iv"]))
