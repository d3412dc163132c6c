"""Listening to a homeserver that is not always well, and to the disk that is not always there."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot.clock import SystemClock
from bot.config import Rooms
from bot.conversation import Incoming, Message, Room
from bot.database import Database, Transaction, inbox, migrate, outbox, rooms
from bot.desk import Desk, Manners
from bot.matrix.delivery import Delivery
from bot.matrix.invitations import Invitations
from bot.matrix.notes import Notes
from bot.matrix.rooms import RoomBook
from bot.matrix.spoken import Names
from bot.matrix.surroundings import Place, Surroundings
from bot.matrix.sync import Listener, Parts
from bot.matrix.wire import TokenRevoked, Wire
from bot.shipped import folder
from tests.matrix.echo import Echo

OWN = "@releve:asso.example"


class FakeHomeserver:
    """Answers /sync with what is next in `syncs`, then nothing new; /messages with what `gap` gives."""

    def __init__(self, *syncs: Any) -> None:
        self.syncs = list(syncs)
        self.asked: list[str | None] = []
        self.pages: list[str | None] = []
        self.gap: Callable[[str | None], web.Response] = lambda _: web.json_response({"chunk": []})
        self.quiet = asyncio.Event()

    async def sync(self, request: web.Request) -> web.Response:
        self.asked.append(request.query.get("since"))
        if self.syncs:
            answer = self.syncs.pop(0)
            return answer if isinstance(answer, web.Response) else web.json_response(answer)
        self.quiet.set()
        await asyncio.sleep(30)
        return web.json_response({"next_batch": request.query["since"]})

    async def messages(self, request: web.Request) -> web.Response:
        self.pages.append(request.query.get("from"))
        return self.gap(request.query.get("from"))

    @asynccontextmanager
    async def up(self) -> AsyncIterator[str]:
        app = web.Application()
        app.router.add_get("/_matrix/client/v3/sync", self.sync)
        app.router.add_get("/_matrix/client/v3/rooms/{room}/messages", self.messages)
        runner = web.AppRunner(app, handler_cancellation=True)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        try:
            yield f"http://127.0.0.1:{runner.addresses[0][1]}"
        finally:
            await runner.cleanup()


def message(text: str) -> dict[str, Any]:
    return {
        "type": "m.room.message",
        "event_id": f"${text}",
        "sender": "@alice:asso.example",
        "unsigned": {"age": 1},
        "content": {"msgtype": "m.text", "body": text},
    }


def news(token: str, limited: str | None = None, **events: Sequence[Any]) -> dict[str, Any]:
    """One answer of /sync; `limited` is the token before the timelines, where they were cut."""
    cut = {"limited": True, "prev_batch": limited} if limited else {}
    return {
        "next_batch": token,
        "rooms": {"join": {f"!{r}": {"timeline": {"events": e, **cut}} for r, e in events.items()}},
    }


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """A bot that is in the rooms !a and !b and has listened up to s1."""
    migrate(tmp_path / "releve.sqlite3", folder("migrations"))
    async with await Database.open(tmp_path / "releve.sqlite3") as opened:
        async with opened.transaction() as tx:
            await rooms.entered(tx, "!a", False, 0)
            await rooms.entered(tx, "!b", False, 0)
            await inbox.move_to(tx, "s1")
        yield opened


@asynccontextmanager
async def listener(
    server: FakeHomeserver, database: Database, echo: Echo, desk: Desk | None = None
) -> AsyncIterator[asyncio.Task[None]]:
    clock = SystemClock()
    async with server.up() as url, Wire(url, "token") as wire:
        notes = Notes(database, clock)
        book = RoomBook(await rooms.joined(database))
        # It sends to nobody: what is heard is the matter here.
        delivery = Delivery(wire, notes, book, None, lambda: None)
        invitations = Invitations(wire, OWN, Rooms())
        parts = Parts(wire, Names(OWN), book, database, clock, notes, delivery, invitations, None, asyncio.Event())
        listening_desk = desk or Desk(database, [echo], clock, Manners())
        place = Place(wire, OWN, book, database, clock, delivery, invitations, 50)
        surroundings = Surroundings(place, listening_desk)
        delivery.open = lambda: None  # type: ignore[method-assign]
        listening = asyncio.create_task(Listener(parts, listening_desk, surroundings, asyncio.Event()).run())
        try:
            yield listening
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)


def texts(heard: Sequence[Incoming]) -> list[str]:
    return [event.text for event in heard if isinstance(event, Message)]


async def until(done: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(10):
        while not await done():  # noqa: ASYNC110 — what is waited for tells nobody
            await asyncio.sleep(0.01)


def html(status: int) -> web.Response:
    """What a proxy says when the homeserver is away, or when it is a captive portal."""
    return web.Response(status=status, text="<html>Hello</html>", content_type="text/html")


async def test_a_server_that_is_unwell_is_asked_again_from_the_same_place(database: Database) -> None:
    echo = Echo()
    server = FakeHomeserver(
        html(502),
        html(200),
        {"no": "token"},
        news("s2", a=[message("Zoom ?")]),
    )
    async with listener(server, database, echo):
        async with asyncio.timeout(10):
            await server.quiet.wait()
    assert server.asked == ["s1", "s1", "s1", "s1", "s2"]
    assert texts(echo.heard) == ["Zoom ?"]
    assert await inbox.sync_token(database) == "s2"


async def test_a_server_that_stays_away_is_asked_once_a_step(database: Database) -> None:
    server = FakeHomeserver(*(html(502) for _ in range(1000)))
    async with listener(server, database, Echo()):
        await asyncio.sleep(2)
    # Half a second, one, two; each may be as short as its half.
    assert 2 <= len(server.asked) <= 4


async def test_a_429_is_waited_out(database: Database) -> None:
    limited = web.json_response({"errcode": "M_LIMIT_EXCEEDED"}, status=429, headers={"Retry-After": "1"})
    server = FakeHomeserver(limited, news("s2"))
    started = asyncio.get_running_loop().time()
    async with listener(server, database, Echo()), asyncio.timeout(10):
        await server.quiet.wait()
    assert asyncio.get_running_loop().time() - started >= 1


async def test_a_revoked_token_ends_it(database: Database) -> None:
    revoked = web.json_response({"errcode": "M_UNKNOWN_TOKEN", "error": "?"}, status=401)
    async with listener(FakeHomeserver(revoked), database, Echo()) as listening:
        with pytest.raises(TokenRevoked):
            await listening


async def test_a_gap_is_heard_first_and_in_order(database: Database) -> None:
    echo = Echo()
    server = FakeHomeserver(news("s2", limited="p2", a=[message("5"), message("6")]))
    pages = {
        "p2": {"chunk": [message("4"), message("3")], "end": "p1"},
        "p1": {"chunk": [message("2"), message("1")]},
    }
    server.gap = lambda at: web.json_response(pages[str(at)])
    async with listener(server, database, echo), asyncio.timeout(10):
        await server.quiet.wait()
    assert texts(echo.heard) == ["1", "2", "3", "4", "5", "6"]
    assert await inbox.sync_token(database) == "s2"


async def test_a_room_whose_gap_can_never_be_fetched_does_not_make_the_bot_deaf(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.matrix.pace.FIRST_S", 0.001)
    damaged = {"errcode": "M_UNKNOWN", "error": "a damaged room"}
    server = FakeHomeserver(news("s2", limited="g", a=[message("kept")]), news("s3", b=[message("elsewhere")]))
    server.gap = lambda _: web.json_response(damaged, status=500)
    echo = Echo()
    async with listener(server, database, echo):
        await asyncio.wait_for(server.quiet.wait(), 10)
    assert texts(echo.heard) == ["kept", "elsewhere"]
    assert await inbox.sync_token(database) == "s3"


async def test_while_a_gap_cannot_be_fetched_the_token_stays_and_other_rooms_are_heard(database: Database) -> None:
    echo = Echo()
    answer = news("s2", limited="p2", a=[message("late")])
    answer["rooms"]["join"]["!b"] = {"timeline": {"events": [message("elsewhere")]}}
    server = FakeHomeserver(answer)
    server.gap = lambda _: web.Response(status=500)
    async with listener(server, database, echo):

        async def asked_in_vain() -> bool:
            return len(server.pages) >= 2

        await until(asked_in_vain)
        assert texts(echo.heard) == ["elsewhere"]
        assert await inbox.sync_token(database) == "s1"
        server.gap = lambda _: web.json_response({"chunk": [message("missed")]})
        async with asyncio.timeout(10):
            await server.quiet.wait()
    assert texts(echo.heard) == ["elsewhere", "missed", "late"]
    assert await inbox.sync_token(database) == "s2"


async def test_what_comes_twice_is_handled_once(database: Database) -> None:
    echo = Echo()
    server = FakeHomeserver(news("s2", a=[message("Zoom ?")]), news("s3", a=[message("Zoom ?"), message("Doodle ?")]))
    async with listener(server, database, echo), asyncio.timeout(10):
        await server.quiet.wait()
    assert texts(echo.heard) == ["Zoom ?", "Doodle ?"]
    assert len(await outbox.waiting(database)) == 2


class FullDisk(Desk):
    """A desk whose database cannot be written the first time."""

    failures = 1

    async def receive(
        self, happenings: Sequence[tuple[Incoming, Room]], then: Callable[[Transaction], Awaitable[None]] | None = None
    ) -> list[outbox.Posted]:
        if self.failures:
            self.failures -= 1
            raise sqlite3.OperationalError("database or disk is full")
        return await super().receive(happenings, then)


async def test_what_cannot_be_written_is_tried_again(database: Database) -> None:
    echo = Echo()
    desk = FullDisk(database, [echo], SystemClock(), Manners())
    server = FakeHomeserver(news("s2", a=[message("Zoom ?")]))
    async with listener(server, database, echo, desk), asyncio.timeout(10):
        await server.quiet.wait()
    assert texts(echo.heard) == ["Zoom ?"]
    assert await inbox.sync_token(database) == "s2"


async def test_a_bad_room_does_not_hide_a_good_one(database: Database) -> None:
    echo = Echo()
    answer = news("s2", b=[message("Zoom ?")])
    answer["rooms"]["join"]["!a"] = {"timeline": {"events": "many", "limited": "yes"}, "state": [None, {"events": {}}]}
    async with listener(server := FakeHomeserver(answer), database, echo), asyncio.timeout(10):
        await server.quiet.wait()
    assert texts(echo.heard) == ["Zoom ?"]
