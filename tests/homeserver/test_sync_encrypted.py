"""Encrypted rooms, against a real Synapse and a person at a client of their own."""

import asyncio
import itertools
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import nio
import pytest

from bot.config import Config
from bot.config import Matrix as Account
from bot.conversation import Edit, Message
from bot.demo.homeserver import Homeserver
from tests.homeserver.company import PASSWORD
from tests.matrix.echo import Echo, listening

_numbers = itertools.count(1)
MEGOLM = [{"type": "m.room.encryption", "state_key": "", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}]


class Secretive:
    """A person whose client encrypts."""

    def __init__(self, client: Any) -> None:
        self.client = client
        self.heard: list[Any] = []
        client.add_event_callback(self._hear, (nio.RoomMessage, nio.MegolmEvent))

    async def _hear(self, room: Any, event: Any) -> None:
        if event.sender != self.client.user_id:
            self.heard.append(event)

    async def room_with(self, bot: str) -> str:
        created = await self.client.room_create(invite=[bot], initial_state=MEGOLM)
        room: str = created.room_id
        await self.until(lambda: room in self.client.rooms and bot in self._members(room))
        return room

    def _members(self, room: str) -> list[str]:
        return [user for user, member in self.client.rooms[room].users.items() if not member.invited]

    async def say(self, room: str, text: str, **content: Any) -> str:
        message = {"msgtype": "m.text", "body": text, **content}
        sent = await self.client.room_send(room, "m.room.message", message, ignore_unverified_devices=True)
        event: str = sent.event_id
        return event

    async def hears(self, body: str) -> Any:
        def heard() -> list[Any]:
            return [event for event in self.heard if getattr(event, "body", None) == body]

        await self.until(lambda: bool(heard()))
        return heard()[0]

    async def until(self, done: Any) -> None:
        async with asyncio.timeout(20):
            while not done():
                await self.client.sync(timeout=500)
                await self.client.send_to_device_messages()
                if self.client.should_upload_keys:
                    await self.client.keys_upload()
                if self.client.should_query_keys:
                    await self.client.keys_query()


@pytest.fixture
async def alice(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[Secretive]:
    name = f"secretive{next(_numbers)}"
    await homeserver.register(name, PASSWORD)
    store = tmp_path / name
    store.mkdir()
    config = nio.AsyncClientConfig(encryption_enabled=True)
    client = nio.AsyncClient(homeserver.url, f"@{name}:{homeserver.server_name}", store_path=str(store), config=config)
    await client.login(PASSWORD)
    await client.keys_upload()
    await client.sync(timeout=0, full_state=True)
    yield Secretive(client)
    await client.close()


@pytest.fixture
async def config(homeserver: Homeserver, tmp_path: Path) -> Config:
    name = f"sealed{next(_numbers)}"
    await homeserver.register(name, PASSWORD)
    user = f"@{name}:{homeserver.server_name}"
    return Config(matrix=Account(homeserver=homeserver.url, user=user, password=PASSWORD), data=tmp_path / "data")


async def test_a_question_its_edit_and_their_answers_are_all_sealed(alice: Secretive, config: Config) -> None:
    echo = Echo()
    async with listening(config, echo):
        room = await alice.room_with(config.matrix.user)
        question = await alice.say(room, "Zoom ?")
        answer = await alice.hears("Zoom ?")
        edit = {
            "m.new_content": {"msgtype": "m.text", "body": "Doodle ?"},
            "m.relates_to": {"rel_type": "m.replace", "event_id": question},
        }
        await alice.say(room, "* Doodle ?", **edit)
        edited = await alice.hears("* Doodle ?")
    assert answer.decrypted
    assert answer.source["content"]["m.relates_to"]["m.in_reply_to"] == {"event_id": question}
    assert edited.source["content"]["m.relates_to"] == {"rel_type": "m.replace", "event_id": answer.event_id}
    assert [event.text for event in echo.heard if isinstance(event, Message | Edit)] == ["Zoom ?", "Doodle ?"]


async def test_the_keys_survive_a_restart(alice: Secretive, config: Config) -> None:
    async with listening(config, Echo()):
        room = await alice.room_with(config.matrix.user)
        await alice.say(room, "before")
        await alice.hears("before")
    await alice.say(room, "while it was away")
    async with listening(config, Echo()):
        assert (await alice.hears("while it was away")).decrypted
        await alice.say(room, "after")
        assert (await alice.hears("after")).decrypted


async def test_who_comes_later_reads_what_is_said_later(
    alice: Secretive, config: Config, homeserver: Homeserver, tmp_path: Path
) -> None:
    await homeserver.register("bruno", PASSWORD)
    (tmp_path / "bruno").mkdir()
    client = nio.AsyncClient(
        homeserver.url,
        f"@bruno:{homeserver.server_name}",
        store_path=str(tmp_path / "bruno"),
        config=nio.AsyncClientConfig(encryption_enabled=True),
    )
    await client.login(PASSWORD)
    await client.keys_upload()
    bruno = Secretive(client)
    async with listening(config, Echo()):
        room = await alice.room_with(config.matrix.user)
        await alice.say(room, "first")
        await alice.hears("first")
        await alice.client.room_invite(room, client.user_id)
        await client.join(room)
        await alice.until(lambda: client.user_id in alice._members(room))
        await bruno.until(lambda: room in client.rooms)
        await alice.say(room, "second")
        assert (await bruno.hears("second")).sender in {alice.client.user_id, config.matrix.user}
        await bruno.until(lambda: any(e.sender == config.matrix.user for e in bruno.heard if hasattr(e, "body")))
    await client.close()


async def test_with_encryption_off_nothing_is_said_in_a_sealed_room(alice: Secretive, config: Config) -> None:
    off = config.model_copy(update={"matrix": config.matrix.model_copy(update={"encryption": False})})
    async with listening(off, Echo()):
        room = await alice.room_with(config.matrix.user)
        # Not sealed, so that the bot can read it: what matters is that it does not answer in clear.
        clear = {"msgtype": "m.text", "body": "Zoom ?"}
        path = f"/_matrix/client/v3/rooms/{room}/send/m.room.message/clear"
        headers = {"Authorization": f"Bearer {alice.client.access_token}"}
        await alice.client.client_session.put(alice.client.homeserver + path, json=clear, headers=headers)

        def refused() -> bool:
            connection = sqlite3.connect(off.database)
            try:
                return connection.execute("SELECT refused FROM outbox").fetchall() == [("encryption-off",)]
            finally:
                connection.close()

        await alice.until(refused)
    assert alice.heard == []
