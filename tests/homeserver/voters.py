"""People who vote, at real clients: in clear (`Person`) or encrypted (the Matrix library), by the same words."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any, Protocol

import nio

from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from bot.demo.timeline import Event, event_of
from tests.homeserver.company import PASSWORD

POLL = "org.matrix.msc3381.poll.start"
RESPONSE = "org.matrix.msc3381.poll.response"
MESSAGE = "m.room.message"
_PATIENCE_S = 40
_numbers = count(1)


class Client(Protocol):
    """What a voter does at a client."""

    user: str
    token: str
    events: list[Event]

    async def create(self, invite: list[str]) -> str: ...
    async def join(self, room: str) -> None: ...
    async def send(self, room: str, kind: str, content: dict[str, Any]) -> str: ...
    async def redact(self, room: str, event: str) -> str: ...
    async def sees(self, wanted: Callable[[Event], bool]) -> Event: ...
    async def arrival_of(self, user: str, room: str) -> None: ...


class InClear:
    """A person at a plain client."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self.user = person.user
        self.token = person.token
        self.events = person.events

    async def create(self, invite: list[str]) -> str:
        return await self._person.create_room("Bureau", invite)

    async def join(self, room: str) -> None:
        await self._person.join(room)

    async def send(self, room: str, kind: str, content: dict[str, Any]) -> str:
        return await self._person.send(room, kind, content)

    async def redact(self, room: str, event: str) -> str:
        return await self._person.redact(room, event)

    async def sees(self, wanted: Callable[[Event], bool]) -> Event:
        return await self._person.sees(wanted, _PATIENCE_S)

    async def arrival_of(self, user: str, room: str) -> None:
        await self._person.arrival_of(user, room, _PATIENCE_S)


class Encrypted:
    """A person at a client that encrypts."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self.user: str = client.user_id
        self.token: str = client.access_token
        self.events: list[Event] = []
        self._arrived = asyncio.Condition()
        client.add_event_callback(self._hear, nio.Event)

    async def _hear(self, room: Any, event: Any) -> None:
        self.events.append(event_of(room.room_id, event.source))

    async def listen(self) -> None:
        while True:
            await self._client.sync(timeout=10_000)
            await self._client.send_to_device_messages()
            if self._client.should_upload_keys:
                await self._client.keys_upload()
            if self._client.should_query_keys:
                await self._client.keys_query()
            async with self._arrived:
                self._arrived.notify_all()

    async def create(self, invite: list[str]) -> str:
        algorithm = {"algorithm": "m.megolm.v1.aes-sha2"}
        encryption = [{"type": "m.room.encryption", "state_key": "", "content": algorithm}]
        created = await self._client.room_create(name="Bureau", invite=invite, initial_state=encryption)
        room: str = created.room_id
        await self._until(lambda: room in self._client.rooms)
        return room

    async def join(self, room: str) -> None:
        await self._client.join(room)
        await self._until(lambda: room in self._client.rooms)

    async def send(self, room: str, kind: str, content: dict[str, Any]) -> str:
        sent = await self._client.room_send(room, kind, content, ignore_unverified_devices=True)
        event: str = sent.event_id
        return event

    async def redact(self, room: str, event: str) -> str:
        redaction: str = (await self._client.room_redact(room, event)).event_id
        return redaction

    async def sees(self, wanted: Callable[[Event], bool]) -> Event:
        await self._until(lambda: any(wanted(event) for event in self.events))
        return next(event for event in self.events if wanted(event))

    async def arrival_of(self, user: str, room: str) -> None:
        def inside() -> bool:
            known = self._client.rooms.get(room)
            return known is not None and user in known.users and not known.users[user].invited

        await self._until(inside)

    async def _until(self, done: Callable[[], bool]) -> None:
        async with asyncio.timeout(_PATIENCE_S), self._arrived:
            await self._arrived.wait_for(done)


class Voter:
    """One of those who vote, in one room."""

    def __init__(self, client: Client, room: str) -> None:
        self.client = client
        self.room = room

    async def says(self, text: str, reply_to: str | None = None) -> str:
        content: dict[str, Any] = {"msgtype": "m.text", "body": text, "m.mentions": {}}
        if reply_to:
            content["m.relates_to"] = {"m.in_reply_to": {"event_id": reply_to}}
        return await self.client.send(self.room, MESSAGE, content)

    async def votes(self, poll: Event, *answers: str) -> str:
        content = {RESPONSE: {"answers": answers}, "m.relates_to": {"rel_type": "m.reference", "event_id": poll.id}}
        return await self.client.send(self.room, RESPONSE, content)

    async def removes(self, event: str) -> None:
        await self.client.redact(self.room, event)

    async def poll(self, place: int) -> Event:
        """The poll of the question `place`, once it is there."""
        return await self.client.sees(lambda event: event.type == POLL and title(event).startswith(f"{place}/"))

    async def twin(self, place: int) -> Event:
        """The same question in text."""
        return await self.client.sees(lambda event: event.is_message and event.body.startswith(f"{place}/"))

    async def end_of(self, poll: Event) -> str:
        """What the poll ended with."""

        def ends(event: Event) -> bool:
            relation = event.content.get("m.relates_to") or {}
            return event.type == "org.matrix.msc3381.poll.end" and relation.get("event_id") == poll.id

        return str((await self.client.sees(ends)).content["org.matrix.msc1767.text"])

    async def hears(self, words: str) -> Event:
        """The first message with these words."""
        return await self.client.sees(lambda event: event.is_message and words in event.body)

    def heard(self, words: str) -> int:
        """How many messages with these words have come."""
        return len([event for event in self.client.events if event.is_message and words in event.body])


def title(poll: Event) -> str:
    """The question of a poll."""
    return str(poll.content[POLL]["question"]["org.matrix.msc1767.text"])


@asynccontextmanager
async def five(homeserver: Homeserver, bot: str, folder: Path, *, encrypted: bool) -> AsyncIterator[list[Voter]]:
    """Five people in a new room with the bot, who all see each other."""
    async with AsyncExitStack() as stack:
        clients: list[Client] = []
        for _ in range(5):
            name = f"voter{next(_numbers)}"
            await homeserver.register(name, PASSWORD)
            if encrypted:
                clients.append(await stack.enter_async_context(_encrypted(homeserver, name, folder)))
            else:
                clients.append(InClear(await stack.enter_async_context(Person.at(homeserver.url, name, PASSWORD))))
        first, *others = clients
        room = await first.create([bot, *(client.user for client in others)])
        for client in others:
            await client.join(room)
        for user in (bot, *(client.user for client in others)):
            await first.arrival_of(user, room)
        yield [Voter(client, room) for client in clients]


@asynccontextmanager
async def _encrypted(homeserver: Homeserver, name: str, folder: Path) -> AsyncIterator[Encrypted]:
    store = folder / name
    store.mkdir()
    client = nio.AsyncClient(
        homeserver.url,
        f"@{name}:{homeserver.server_name}",
        store_path=str(store),
        config=nio.AsyncClientConfig(encryption_enabled=True),
    )
    await client.login(PASSWORD)
    await client.keys_upload()
    await client.sync(timeout=0, full_state=True)
    person = Encrypted(client)
    listening = asyncio.create_task(person.listen())
    try:
        yield person
    finally:
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
        await client.close()
