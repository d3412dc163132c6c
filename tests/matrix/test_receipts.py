"""Read receipts: the latest message of each room, and nobody's trouble when they fail."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from bot.matrix.receipts import Receipts
from bot.matrix.wire import Wire


@asynccontextmanager
async def receipts(
    sent: list[str], status: int = 200, answering: Callable[[], bool] = lambda: False
) -> AsyncIterator[Receipts]:
    async def take(request: web.Request) -> web.Response:
        sent.append(f"{request.match_info['room']} {request.match_info['event']}")
        return web.json_response({}, status=status)

    app = web.Application()
    app.router.add_post("/_matrix/client/v3/rooms/{room}/receipt/m.read/{event}", take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    async with Wire(f"http://127.0.0.1:{runner.addresses[0][1]}", "token") as wire:
        made = Receipts(wire, answering)
        yield made
        await made.close()
    await runner.cleanup()


async def until(sent: list[str], count: int) -> None:
    async with asyncio.timeout(5):
        while len(sent) < count:  # noqa: ASYNC110 — the server tells nobody
            await asyncio.sleep(0.01)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.matrix.receipts._LAG_S", 0.01)


async def test_the_latest_message_of_each_room_is_told_once() -> None:
    sent: list[str] = []
    async with receipts(sent) as made:
        for room, event in (("!a", "$1"), ("!b", "$2"), ("!a", "$3")):
            made.read(room, event)
        await until(sent, 2)
        made.read("!a", "$4")
        await until(sent, 3)
    assert sent == ["!a $3", "!b $2", "!a $4"]


async def test_a_receipt_that_is_refused_is_not_sent_again() -> None:
    sent: list[str] = []
    async with receipts(sent, status=503) as made:
        made.read("!a", "$1")
        await until(sent, 1)
        made.read("!a", "$2")
        await until(sent, 2)
    assert sent == ["!a $1", "!a $2"]


async def test_answers_come_first() -> None:
    sent: list[str] = []
    answers = iter((True, True, False))
    async with receipts(sent, answering=lambda: next(answers)) as made:
        made.read("!a", "$1")
        await until(sent, 1)
    assert list(answers) == []
