"""Keys that come late, never, or only when asked for: a late answer rather than none."""

import asyncio
import itertools
from collections.abc import Callable
from typing import Any

import nio
import pytest

from bot.config import Config
from bot.conversation import Message, Unreadable
from tests.homeserver.test_sync_encrypted import Secretive, alice, config  # noqa: F401 — fixtures
from tests.matrix.echo import Echo, listening

_numbers = itertools.count(1)


class Reticent:
    """`person` seals a message, and keeps its key back."""

    def __init__(self, person: Secretive, room: str) -> None:
        self.person, self.room = person, room
        self._olm: Any = person.client.olm
        self._kept_back: list[dict[str, Any]] = []
        self.asked: list[Any] = []
        self._handle = self._olm.handle_to_device_event
        self._olm.handle_to_device_event = self._heard

    def _heard(self, event: Any) -> Any:
        # The library shows only those requests that it would answer itself.
        if isinstance(event, nio.RoomKeyRequest):
            self.asked.append(event)
            return None
        return self._handle(event)

    async def say(self, text: str) -> str:
        client = self.person.client
        await self.person.until(lambda: not client.should_query_keys)
        await client.keys_claim(client.get_missing_sessions(self.room))
        self._olm.create_outbound_group_session(self.room)
        for devices, messages in self._olm.share_group_session_parallel(
            self.room, list(client.rooms[self.room].users), ignore_unverified_devices=True
        ):
            self._olm.outbound_group_sessions[self.room].users_shared_with |= devices
            self._kept_back.append(messages)
        self._olm.outbound_group_sessions[self.room].shared = True
        return await self.person.say(self.room, text)

    async def give_keys(self) -> None:
        for messages in self._kept_back:
            await self.send("m.room.encrypted", messages["messages"])

    async def forward_keys(self) -> None:
        """Answer the bot's request, as clients do for a device that they meant the key for."""
        [request] = self.asked
        session = self._olm.inbound_group_store.get(
            self.room, self._olm.account.identity_keys["curve25519"], request.session_id
        )
        device = self._olm.device_store[request.sender][request.requesting_device_id]
        message = self._olm._encrypt_forwarding_key(
            self.room, session, self._olm.session_store.get(device.curve25519), device
        )
        await self.send("m.room.encrypted", {request.sender: {device.id: message.content}})

    async def send(self, kind: str, messages: dict[str, Any]) -> None:
        client = self.person.client
        path = f"/_matrix/client/v3/sendToDevice/{kind}/{next(_numbers)}"
        headers = {"Authorization": f"Bearer {client.access_token}"}
        async with client.client_session.put(
            client.homeserver + path, json={"messages": messages}, headers=headers
        ) as answer:
            assert answer.status == 200


def unreadable(echo: Echo) -> list[Unreadable]:
    return [event for event in echo.heard if isinstance(event, Unreadable)]


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not true():  # noqa: ASYNC110 — the echo has no event to wait for
            await asyncio.sleep(0.05)


@pytest.fixture
async def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for minutes."""
    for name, value in (("unread._ASK_AFTER_MS", 0), ("unread._TELL_AFTER_MS", 0), ("sync._LOOK_AFTER_UNREAD_S", 0.2)):
        monkeypatch.setattr(f"bot.matrix.{name}", value)


async def test_a_key_that_comes_late_brings_a_late_answer(alice: Secretive, config: Config) -> None:  # noqa: F811
    echo = Echo()
    async with listening(config, echo):
        reticent = Reticent(alice, await alice.room_with(config.matrix.user))
        await reticent.say("Zoom ?")
        await alice.say(reticent.room, "still sealed")
        assert [event for event in echo.heard if isinstance(event, Message)] == []
        await reticent.give_keys()
        await alice.hears("Zoom ?")
        await alice.hears("still sealed")


async def test_a_key_that_comes_after_a_restart_brings_a_late_answer(
    alice: Secretive,  # noqa: F811
    config: Config,  # noqa: F811
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with listening(config, Echo()):
        reticent = Reticent(alice, await alice.room_with(config.matrix.user))
        with caplog.at_level("INFO"):
            await reticent.say("Zoom ?")
            await until(lambda: "event=undecryptable" in caplog.text)
    await reticent.give_keys()
    async with listening(config, Echo()):
        await alice.hears("Zoom ?")
    caplog.clear()
    async with listening(config, Echo()):
        await alice.say(reticent.room, "Doodle ?")
        await alice.hears("Doodle ?")
    assert [event.body for event in alice.heard if hasattr(event, "body")] == ["Zoom ?", "Doodle ?"]


@pytest.mark.usefixtures("quick")
async def test_a_key_is_asked_of_the_device_that_wrote_the_message(alice: Secretive, config: Config) -> None:  # noqa: F811
    async with listening(config, Echo()):
        reticent = Reticent(alice, await alice.room_with(config.matrix.user))
        await reticent.say("Zoom ?")
        await alice.until(lambda: bool(reticent.asked))
        await reticent.forward_keys()
        await alice.hears("Zoom ?")


@pytest.mark.usefixtures("quick")
async def test_the_room_hears_of_a_message_that_stays_sealed(alice: Secretive, config: Config) -> None:  # noqa: F811
    echo = Echo()
    async with listening(config, echo):
        reticent = Reticent(alice, await alice.room_with(config.matrix.user))
        event = await reticent.say("Zoom ?")
        await until(lambda: bool(unreadable(echo)))
    assert [(news.message, news.withheld) for news in unreadable(echo)] == [(event, None)]


async def test_the_room_hears_that_a_key_is_withheld_and_why(
    alice: Secretive,  # noqa: F811
    config: Config,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.matrix.unread._ASK_AFTER_MS", 0)
    echo = Echo()
    async with listening(config, echo) as matrix:
        reticent = Reticent(alice, await alice.room_with(config.matrix.user))
        await reticent.say("Zoom ?")
        session = alice.client.olm.outbound_group_sessions[reticent.room].id
        content = {
            "algorithm": "m.megolm.v1.aes-sha2",
            "room_id": reticent.room,
            "session_id": session,
            "code": "m.unverified",
        }
        await reticent.send("m.room_key.withheld", {config.matrix.user: {matrix.session.device: content}})
        await until(lambda: bool(unreadable(echo)))
    assert [news.withheld for news in unreadable(echo)] == ["m.unverified"]


async def test_a_sealed_question_that_is_deleted_gets_no_answer(alice: Secretive, config: Config) -> None:  # noqa: F811
    echo = Echo()
    async with listening(config, echo):
        reticent = Reticent(alice, await alice.room_with(config.matrix.user))
        deleted = await reticent.say("Zoom ?")
        await alice.say(reticent.room, "Doodle ?")
        await alice.client.room_redact(reticent.room, deleted)
        await until(lambda: any(type(event).__name__ == "Redaction" for event in echo.heard))
        await reticent.give_keys()
        await alice.hears("Doodle ?")
    assert [event.text for event in echo.heard if isinstance(event, Message)] == ["Doodle ?"]
