"""Files on their way into a room: uploaded in clear or locked, and shown once whatever fails in between."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web

from bot.clock import SystemClock
from bot.conversation import Room, Show
from bot.database import Database, outbox
from bot.matrix.content import Sending
from bot.matrix.delivery import Delivery
from bot.matrix.notes import Notes
from bot.matrix.rooms import RoomBook
from bot.matrix.wire import Json, Wire
from tests.matrix.test_delivery import nothing_waits, refused_reason

PICTURE = Show(
    room="!a", cause="$q", name="progrès.png", mime="image/png", content=b"picture", alt="62", width=2, height=1
)


@dataclass
class MediaServer:
    """Keeps what is uploaded and shown; the first `failing` events are answered with 502."""

    failing: int = 0
    url: str = ""
    uploads: list[tuple[str, str | None, bytes]] = field(default_factory=list)
    shown: dict[str, Json] = field(default_factory=dict)

    async def upload(self, request: web.Request) -> web.Response:
        self.uploads.append((request.content_type, request.query.get("filename"), await request.read()))
        return web.json_response({"content_uri": f"mxc://x/{len(self.uploads)}"})

    async def put(self, request: web.Request) -> web.Response:
        if self.failing:
            self.failing -= 1
            return web.Response(status=502)
        self.shown[request.match_info["transaction"]] = await request.json()
        return web.json_response({"event_id": "$shown"})


@pytest.fixture
async def server() -> AsyncIterator[MediaServer]:
    server, app = MediaServer(), web.Application()
    app.router.add_post("/_matrix/media/v3/upload", server.upload)
    app.router.add_put("/_matrix/client/v3/rooms/{room}/send/{kind}/{transaction}", server.put)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield server
    await runner.cleanup()


class Lock:
    """Turns a file around, and wraps an event."""

    def locked(self, content: bytes) -> tuple[bytes, Json]:
        return content[::-1], {"key": "k"}

    async def sealed(self, room: str, message: Sending) -> Sending:
        return Sending("m.room.encrypted", {"sealed": message.content})


async def delivered(
    server: MediaServer, database: Database, *, encrypted: bool = False, lock: Lock | None = None
) -> None:
    async with database.transaction() as tx:
        posted = await outbox.post(tx, PICTURE, 0)
    assert posted is not None
    async with Wire(server.url, "token") as wire:
        notes = Notes(database, SystemClock())
        delivery = Delivery(wire, notes, RoomBook([Room(id="!a", encrypted=encrypted)]), lock, lambda: None)
        delivery.add([posted])
        delivery.open()
        await nothing_waits(database)
        await delivery.close()
        await notes.close()


async def test_a_picture_is_uploaded_and_then_shown(server: MediaServer, database: Database) -> None:
    await delivered(server, database)
    assert server.uploads == [("image/png", "progrès.png", b"picture")]
    assert [content["url"] for content in server.shown.values()] == ["mxc://x/1"]


async def test_in_an_encrypted_room_the_homeserver_sees_neither_file_nor_name(
    server: MediaServer, database: Database
) -> None:
    await delivered(server, database, encrypted=True, lock=Lock())
    assert server.uploads == [("application/octet-stream", None, b"erutcip")]
    [event] = server.shown.values()
    assert event["sealed"]["file"] == {"key": "k", "url": "mxc://x/1"}


async def test_without_keys_nothing_is_uploaded_for_an_encrypted_room(server: MediaServer, database: Database) -> None:
    await delivered(server, database, encrypted=True)
    assert server.uploads == []
    assert await refused_reason(database, PICTURE) == "encryption-off"


async def test_uploaded_twice_is_shown_once(server: MediaServer, database: Database) -> None:
    server.failing = 1
    await delivered(server, database)
    assert len(server.uploads) == 2
    assert list(server.shown) == [PICTURE.transaction]
