"""How the bot is: `/live`, `/ready` and `/metrics`, for whoever keeps it.

A few lines of HTTP of our own: it answers GET and nothing else, reads no body, and closes after each answer.
On loopback unless the configuration says otherwise; what it shows are numbers, never a name or a text.
"""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from http import HTTPStatus

from bot import metrics
from bot.clock import Clock
from bot.config import Listen
from bot.database import Database, outbox, rooms

log = logging.getLogger(__name__)

# A long poll lasts 30 s, and a slow homeserver is given a minute more.
_DEAF_AFTER_S = 120.0
_ASKED_WITHIN_S = 5.0
_LONGEST_REQUEST = 8192
_PLAIN = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class _Answer:
    status: HTTPStatus
    body: bytes
    kind: str = _PLAIN


class Health:
    """What is asked about the running bot.

    `heard_at` tells when the homeserver answered last, by the clock of the event loop; None: not yet.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self.heard_at: Callable[[], float | None] = lambda: None

    def deaf_s(self) -> float | None:
        """Seconds since the homeserver answered last; None before the first time."""
        heard_at = self.heard_at()
        return None if heard_at is None else asyncio.get_running_loop().time() - heard_at

    def trouble(self) -> str | None:
        """Why the bot cannot answer people now; None when it can."""
        deaf_s = self.deaf_s()
        if deaf_s is None:
            return "the homeserver has not answered yet"
        return f"the homeserver has not answered for {deaf_s:.0f} s" if deaf_s > _DEAF_AFTER_S else None

    async def answer(self, path: str) -> _Answer:
        """What is answered to GET `path`."""
        match path:
            case "/live":
                return _Answer(HTTPStatus.OK, b"live\n")
            case "/ready":
                trouble = self.trouble()
                status = HTTPStatus.SERVICE_UNAVAILABLE if trouble else HTTPStatus.OK
                return _Answer(status, f"{trouble or 'ready'}\n".encode())
            case "/metrics":
                # Imported when it is asked for the first time: many a bot is never measured.
                from bot import exposition

                return _Answer(HTTPStatus.OK, exposition.exposition(await self._measured()), exposition.CONTENT_TYPE)
            case _:
                return _Answer(HTTPStatus.NOT_FOUND, b"/live /ready /metrics\n")

    async def _measured(self) -> dict[metrics.Metric, dict[str, float]]:
        waiting = await outbox.depths(self._database)
        now_ms, deaf_s = self._clock.now_ms(), self.deaf_s()
        return {
            metrics.READY: {"": float(self.trouble() is None)},
            metrics.SYNC_AGE: {} if deaf_s is None else {"": deaf_s},
            metrics.ROOMS: {"": await rooms.count(self._database)},
            metrics.WAITING: {lane: depth.messages for lane, depth in waiting.items()},
            metrics.OLDEST: {
                lane: max(0, now_ms - depth.oldest_ms) / 1000 if depth.messages else 0
                for lane, depth in waiting.items()
            },
        }


@asynccontextmanager
async def listening(listen: Listen, health: Health) -> AsyncIterator[None]:
    """Answer about `health` while the block runs; nothing where the configuration names no port.

    A port that is taken is told in the log, and the bot works without: people are answered all the same.
    """

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await _answer_one(reader, writer, health)
        except (OSError, TimeoutError, ValueError, asyncio.IncompleteReadError):
            # Who asks badly, slowly or goes away gets nothing.
            pass
        except Exception:
            log.exception("event=not-shown")
        finally:
            writer.close()

    async with contextlib.AsyncExitStack() as stack:
        if listen.port is not None:
            try:
                server = await asyncio.start_server(answer, listen.host, listen.port, limit=_LONGEST_REQUEST)
            except OSError as error:
                log.error("event=not-listening host=%s port=%d reason=%s", listen.host, listen.port, error.strerror)
            else:
                stack.callback(server.close)
                log.info("event=listening host=%s port=%d", listen.host, server.sockets[0].getsockname()[1])
        yield


async def _answer_one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, health: Health) -> None:
    async with asyncio.timeout(_ASKED_WITHIN_S):
        try:
            head = await reader.readuntil(b"\r\n\r\n")
        except asyncio.LimitOverrunError:
            return
        method, target, _ = head.split(b"\r\n", 1)[0].decode("ascii").split(" ", 2)
        if method == "GET":
            found = await health.answer(target.partition("?")[0])
        else:
            found = _Answer(HTTPStatus.METHOD_NOT_ALLOWED, b"GET\n")
        writer.write(
            f"HTTP/1.1 {found.status.value} {found.status.phrase}\r\nContent-Type: {found.kind}\r\n"
            f"Content-Length: {len(found.body)}\r\nConnection: close\r\n\r\n".encode("ascii")
            + found.body
        )
        await writer.drain()
