"""The outbox on its way out, to a homeserver that is not always well."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import web

from bot.clock import SystemClock
from bot.conversation import Effect, Lane, Revise, Room, Say, Text, transaction_id
from bot.database import Database, migrate, outbox
from bot.matrix.delivery import Delivery
from bot.matrix.notes import Notes
from bot.matrix.rooms import RoomBook
from bot.matrix.wire import Wire
from bot.shipped import folder


@dataclass
class FakeHomeserver:
    """Takes messages. `answer(number)` decides the fate of the request number 1, 2, …; None: it is taken."""

    answer: Callable[[int], web.Response | None] = lambda number: None
    url: str = ""
    requests: list[str] = field(default_factory=list)
    taken: dict[str, str] = field(default_factory=dict)
    at_once: int = 0
    most_at_once: int = 0
    joined: list[str] = field(default_factory=lambda: ["!a", "!b"])

    async def joined_rooms(self, request: web.Request) -> web.Response:
        return web.json_response({"joined_rooms": self.joined})

    async def put(self, request: web.Request) -> web.Response:
        body = (await request.json()).get("body", "")
        self.requests.append(body)
        number = len(self.requests)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(0.005)
        self.at_once -= 1
        refused = self.answer(number)
        if refused is not None:
            return refused
        self.taken.setdefault(request.match_info["transaction"], body)
        return web.json_response({"event_id": f"$of-{request.match_info['transaction']}"})

    @property
    def bodies(self) -> list[str]:
        """What was taken, in order, each once."""
        return list(self.taken.values())


@asynccontextmanager
async def up(server: FakeHomeserver) -> AsyncIterator[FakeHomeserver]:
    app = web.Application()
    app.router.add_put("/_matrix/client/v3/rooms/{room}/send/{kind}/{transaction}", server.put)
    app.router.add_get("/_matrix/client/v3/joined_rooms", server.joined_rooms)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    address = runner.addresses[0]
    server.url = f"http://127.0.0.1:{address[1]}"
    try:
        yield server
    finally:
        await runner.cleanup()


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    migrate(tmp_path / "releve.sqlite3", folder("migrations"))
    async with await Database.open(tmp_path / "releve.sqlite3") as opened:
        yield opened


def say(cause: str, room: str = "!a", lane: Lane = Lane.CONVERSATION) -> Say:
    return Say(room=room, cause=cause, lane=lane, text=Text(body=cause, html=cause))


async def nothing_waits(database: Database) -> None:
    async with asyncio.timeout(10):
        while await outbox.waiting(database):  # noqa: ASYNC110 — the database tells nobody
            await asyncio.sleep(0.01)


async def delivered(server: FakeHomeserver, database: Database, *effects: Effect, book: RoomBook | None = None) -> None:
    """Post `effects` and send until nothing waits."""
    async with database.transaction() as tx:
        posted = [await outbox.post(tx, effect, 0) for effect in effects]
    async with up(server), Wire(server.url, "token") as wire:
        notes = Notes(database, SystemClock())
        delivery = Delivery(wire, notes, book or RoomBook(), None, lambda: None)
        delivery.add([message for message in posted if message is not None])
        delivery.open()
        await nothing_waits(database)
        await delivery.close()
        await notes.close()


async def refused_reason(database: Database, effect: Effect) -> str | None:
    row = await database.fetch_one("SELECT refused FROM outbox WHERE transaction_id = ?", (effect.transaction,))
    assert row is not None
    reason: str | None = row["refused"]
    return reason


async def test_what_is_sent_is_noted_and_its_text_forgotten(database: Database) -> None:
    await delivered(FakeHomeserver(), database, hello := say("hello"))
    assert await outbox.event_of(database, hello.transaction) == f"$of-{hello.transaction}"
    assert await outbox.waiting(database) == []


async def test_rooms_at_the_same_time_and_each_in_order(database: Database) -> None:
    server = FakeHomeserver()
    await delivered(server, database, *(say(f"{room}{n}", room) for n in range(5) for room in ("!a", "!b", "!c")))
    assert server.most_at_once == 3
    assert [body for body in server.bodies if body.startswith("!a")] == [f"!a{n}" for n in range(5)]


def limited(header: str | None = None, **fields: int) -> web.Response:
    headers = {"Retry-After": header} if header else {}
    return web.json_response({"errcode": "M_LIMIT_EXCEEDED", "error": "wait", **fields}, status=429, headers=headers)


@pytest.mark.parametrize("refusal", [lambda: limited("1"), lambda: limited(retry_after_ms=1000)])
async def test_a_429_is_waited_out_and_nothing_dropped(database: Database, refusal: Callable[[], web.Response]) -> None:
    server = FakeHomeserver(lambda number: refusal() if number == 1 else None)
    started = asyncio.get_running_loop().time()
    await delivered(server, database, say("first"), say("second"))
    assert server.bodies == ["first", "second"]
    assert len(server.requests) == 3
    assert asyncio.get_running_loop().time() - started >= 1


async def test_after_a_429_the_first_to_go_is_an_answer(database: Database) -> None:
    server = FakeHomeserver()
    nudges = [say(f"nudge{n}", f"!{n}", Lane.BROADCAST) for n in range(5)]
    async with database.transaction() as tx:
        waves = [await outbox.post(tx, nudge, 0) for nudge in nudges]
        answer = await outbox.post(tx, say("answer", "!z"), 0)
    server.answer = lambda number: limited(retry_after_ms=300) if number == 3 else None
    async with up(server), Wire(server.url, "token") as wire:
        notes = Notes(database, SystemClock())
        delivery = Delivery(wire, notes, RoomBook(), None, lambda: None)
        delivery.add([wave for wave in waves if wave])
        delivery.open()
        async with asyncio.timeout(10):
            while len(server.requests) < 3:  # noqa: ASYNC110 — the moment is the server's
                await asyncio.sleep(0.001)
        delivery.add([answer] if answer else [])
        await nothing_waits(database)
        await delivery.close()
        await notes.close()
    assert server.bodies[:3] == ["nudge0", "nudge1", "answer"]
    assert sorted(server.bodies) == sorted(["answer", *(nudge.cause for nudge in nudges)])


@pytest.mark.parametrize(
    "failure",
    [
        lambda: web.Response(status=502, text="<html>Bad gateway</html>", content_type="text/html"),
        lambda: web.Response(status=200, text="<html>Hello</html>", content_type="text/html"),
        lambda: web.json_response({"errcode": "M_UNKNOWN", "error": "Internal server error"}, status=500),
        lambda: web.json_response({"no": "event id"}),
        lambda: web.Response(status=404, text="not here"),
    ],
)
async def test_a_server_that_is_unwell_is_asked_again(database: Database, failure: Callable[[], web.Response]) -> None:
    server = FakeHomeserver(lambda number: failure() if number <= 2 else None)
    await delivered(server, database, say("hello"))
    assert server.bodies == ["hello"]
    assert len(server.requests) == 3


async def test_one_outage_is_one_step_of_the_back_off(database: Database) -> None:
    down = {"until": 0.0}
    loop = asyncio.get_running_loop()

    def answer(number: int) -> web.Response | None:
        down["until"] = down["until"] or loop.time() + 2
        return web.Response(status=503) if loop.time() < down["until"] else None

    server = FakeHomeserver(answer)
    await delivered(server, database, *(say(f"q{n}", f"!{n}") for n in range(20)))
    assert len(server.bodies) == 20
    # Twenty at once, then one for each step of the back-off (at most five steps in two seconds), then the rest.
    assert len(server.requests) <= 20 + 5 + 20


async def test_a_refusal_is_noted_and_the_room_goes_on(database: Database) -> None:
    forbidden = web.json_response({"errcode": "M_FORBIDDEN", "error": "no"}, status=403)
    server = FakeHomeserver(lambda number: forbidden if number == 1 else None)
    await delivered(server, database, first := say("first"), say("second"))
    assert server.bodies == ["second"]
    assert await refused_reason(database, first) == "M_FORBIDDEN"


@asynccontextmanager
async def delivering(server: FakeHomeserver, database: Database, book: RoomBook) -> AsyncIterator[Delivery]:
    async with up(server), Wire(server.url, "token") as wire:
        notes = Notes(database, SystemClock())
        delivery = Delivery(wire, notes, book, None, lambda: None)
        delivery.open()
        yield delivery
        await nothing_waits(database)
        await delivery.close()
        await notes.close()


async def posted(database: Database, *effects: Effect, at_ms: int) -> list[outbox.Posted]:
    async with database.transaction() as tx:
        rows = [await outbox.post(tx, effect, at_ms) for effect in effects]
    return [row for row in rows if row is not None]


async def back_in(delivery: Delivery, room: str) -> None:
    """The bot is in `room` again, and has been told before that it was not."""
    while not await delivery.back_in(room):  # noqa: ASYNC110 — there is no event for it
        await asyncio.sleep(0.01)


async def test_what_is_for_a_room_that_the_bot_was_removed_from_waits_for_the_return(database: Database) -> None:
    forbidden = web.json_response({"errcode": "M_FORBIDDEN", "error": "no"}, status=403)
    server = FakeHomeserver(lambda number: forbidden if number == 1 else None, joined=["!b"])
    old = await posted(database, say("of another season"), at_ms=0)
    now = await posted(database, say("first"), say("second"), at_ms=SystemClock().now_ms())
    async with delivering(server, database, RoomBook()) as delivery:
        delivery.add([*old, *now])
        await back_in(delivery, "!a")
    assert server.bodies == ["first", "second"]
    assert await refused_reason(database, say("of another season")) == "too-late"


async def test_a_room_that_the_bot_has_left_is_not_even_tried(database: Database) -> None:
    server, book = FakeHomeserver(), RoomBook()
    book.drop("!a")
    async with delivering(server, database, book) as delivery:
        delivery.add(await posted(database, say("first"), at_ms=SystemClock().now_ms()))
        delivery.add(await posted(database, say("b", "!b"), at_ms=SystemClock().now_ms()))
        while server.bodies != ["b"]:  # noqa: ASYNC110 — there is no event for it
            await asyncio.sleep(0.01)
        assert server.requests == ["b"]
        book.enter(Room(id="!a"))
        await back_in(delivery, "!a")
    assert server.bodies == ["b", "first"]


async def test_nothing_leaves_in_clear_into_an_encrypted_room(database: Database) -> None:
    server = FakeHomeserver()
    await delivered(server, database, hello := say("hello"), book=RoomBook([Room(id="!a", encrypted=True)]))
    assert server.requests == []
    assert await refused_reason(database, hello) == "encryption-off"


async def test_a_revision_of_what_was_refused_is_given_up(database: Database) -> None:
    forbidden = web.json_response({"errcode": "M_FORBIDDEN", "error": "no"}, status=403)
    server = FakeHomeserver(lambda number: forbidden if number == 1 else None)
    target = transaction_id("first")
    revise = Revise(room="!a", cause="$edit", target=target, text=Text(body="new", html="new"))
    await delivered(server, database, say("first"), revise)
    assert await refused_reason(database, revise) == "target-unknown"


async def test_a_message_sent_again_keeps_its_transaction_id(database: Database) -> None:
    server = FakeHomeserver(lambda number: web.Response(status=502) if number == 1 else None)
    await delivered(server, database, hello := say("hello"))
    assert list(server.taken) == [hello.transaction]
