"""Whether the bot is well, asked over HTTP."""

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass

import aiohttp
import pytest

from bot import upkeep
from bot.clock import SystemClock
from bot.config import Listen
from bot.conversation import Lane, Say, Text
from bot.database import Database, outbox, rooms
from bot.health import Health, listening


@dataclass
class Asked:
    """A health door and its address."""

    health: Health
    port: int

    async def get(self, path: str, method: str = "GET") -> tuple[int, str]:
        async with (
            aiohttp.ClientSession() as http,
            http.request(method, f"http://127.0.0.1:{self.port}{path}") as answer,
        ):
            return answer.status, await answer.text()

    async def raw(self, request: bytes) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(request)
        writer.write_eof()
        try:
            return await reader.read()
        except ConnectionError:
            return b""
        finally:
            writer.close()


@pytest.fixture
async def asked(database: Database, caplog: pytest.LogCaptureFixture) -> AsyncIterator[Asked]:
    caplog.set_level(logging.INFO)
    health = Health(database, SystemClock())
    async with listening(Listen(port=0), health):
        [port] = [record.args[1] for record in caplog.records if "event=listening" in record.msg]  # type: ignore[index]
        assert isinstance(port, int)
        yield Asked(health, port)


def heard(asked: Asked, seconds_ago: float) -> None:
    moment = asyncio.get_running_loop().time() - seconds_ago
    asked.health.heard_at = lambda: moment


async def test_it_is_alive_as_soon_as_it_runs_and_ready_once_the_homeserver_has_answered(asked: Asked) -> None:
    assert await asked.get("/live") == (200, "live\n")
    assert await asked.get("/ready") == (503, "the homeserver has not answered yet\n")
    heard(asked, 30)
    assert await asked.get("/ready") == (200, "ready\n")


async def test_who_hears_nothing_any_more_is_alive_and_not_ready(asked: Asked) -> None:
    heard(asked, 121)
    assert (await asked.get("/live"))[0] == 200
    assert await asked.get("/ready") == (503, "the homeserver has not answered for 121 s\n")


async def test_what_waits_is_counted_by_lane_with_its_age(asked: Asked, database: Database) -> None:
    heard(asked, 12)
    now_ms = SystemClock().now_ms()
    async with database.transaction() as tx:
        await rooms.entered(tx, "!a", False, now_ms)
        for cause in ("$1", "$2"):
            await outbox.post(tx, Say(room="!a", cause=cause, text=Text("x", "x")), now_ms - 60_000)
        wave = Say(room="!a", cause="$3", text=Text("x", "x"), lane=Lane.BROADCAST)
        await outbox.post(tx, wave, now_ms)
        await outbox.note_sent(tx, wave.transaction, "$sent", now_ms)
    status, text = await asked.get("/metrics")
    lines = dict(line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))
    assert status == 200
    assert lines['releve_outbox_waiting{lane="conversation"}'] == "2.0"
    assert lines['releve_outbox_waiting{lane="broadcast"}'] == "0.0"
    assert 60 <= float(lines['releve_outbox_oldest_seconds{lane="conversation"}']) < 70
    assert lines['releve_outbox_oldest_seconds{lane="broadcast"}'] == "0.0"
    assert 12 <= float(lines["releve_sync_age_seconds"]) < 20
    assert (lines["releve_rooms"], lines["releve_ready"]) == ("1.0", "1.0")
    assert float(lines["releve_database_seconds_count"]) > 0


async def test_nothing_else_is_answered(asked: Asked) -> None:
    assert await asked.get("/") == (404, "/live /ready /metrics\n")
    assert await asked.get("/live", "POST") == (405, "GET\n")
    assert await asked.get("/live?x=1") == (200, "live\n")


@pytest.mark.parametrize("request_", [b"\r\n\r\n", b"GET /live", b"\xff\xfe /live HTTP/1.1\r\n\r\n", b"A" * 20_000])
async def test_who_asks_badly_gets_nothing_and_harms_nobody(asked: Asked, request_: bytes) -> None:
    assert await asked.raw(request_) == b""
    assert await asked.get("/live") == (200, "live\n")


async def test_a_port_that_is_taken_stops_nobody(
    asked: Asked, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    async with listening(Listen(port=asked.port), Health(database, SystemClock())):
        assert f"event=not-listening host=127.0.0.1 port={asked.port}" in caplog.text


async def test_the_host_asks_by_a_command(asked: Asked) -> None:
    assert await asyncio.to_thread(upkeep.asked, Listen(port=asked.port)) == "live"
    assert await asyncio.to_thread(upkeep.asked, Listen(host="0.0.0.0", port=asked.port)) == "live"
    assert upkeep.asked(Listen(port=None)) == "off"


async def test_a_bot_that_does_not_run_is_silent(asked: Asked, database: Database) -> None:
    server = await asyncio.start_server(lambda reader, writer: writer.close(), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    assert await asyncio.to_thread(upkeep.asked, Listen(port=port)) == "silent"
    server.close()
    await server.wait_closed()
    assert upkeep.asked(Listen(port=port)) == "silent"
