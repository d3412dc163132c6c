"""A bad network between a bot and its homeserver: a small HTTP proxy that does to requests what it is told.

Every request is written down in `requests`. `fault` decides what becomes of one: None, and it is passed on; or
one of the faults below, which may let the homeserver act first. `dies` and `lives` take the whole homeserver away.
"""

import asyncio
import json
import socket
import struct
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import aiohttp
from yarl import URL

_HOP_BY_HOP = {"connection", "transfer-encoding", "content-length", "content-encoding", "host", "keep-alive", "date"}


@dataclass(frozen=True)
class Request:
    """One request, and when it came, in seconds of the event loop's clock."""

    at: float
    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def is_sync(self) -> bool:
        return "/sync?" in self.path

    @property
    def is_send(self) -> bool:
        return self.method == "PUT" and "/send/" in self.path


@dataclass
class Answer:
    """What the homeserver answers."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def written(self, body: bytes | None = None) -> bytes:
        """The bytes of it; its length is that of its own body, whatever `body` is sent."""
        lines = [f"HTTP/1.1 {self.status} X", f"Content-Length: {len(self.body)}"]
        lines += [f"{name}: {value}" for name, value in self.headers.items()]
        return "\r\n".join(lines).encode() + b"\r\n\r\n" + (self.body if body is None else body)


Ask: TypeAlias = Callable[[], Awaitable[Answer]]
Fault: TypeAlias = Callable[[Ask, asyncio.StreamWriter], Awaitable[None]]
"""Given how to ask the homeserver and where the answer goes."""


# ── faults ───────────────────────────────────────────────────────────────────────────────────────


async def reset(_: Ask, out: asyncio.StreamWriter) -> None:
    """The connection is cut before the homeserver hears anything."""
    _cut(out)


async def acted_then_reset(ask: Ask, out: asyncio.StreamWriter) -> None:
    """The homeserver does what was asked, and the connection is cut before it can say so."""
    await ask()
    _cut(out)


async def half_an_answer(ask: Ask, out: asyncio.StreamWriter) -> None:
    """The connection is cut in the middle of the answer."""
    answer = await ask()
    out.write(answer.written(answer.body[: len(answer.body) // 2]))
    await out.drain()
    _cut(out)


async def silence(_: Ask, out: asyncio.StreamWriter) -> None:
    """Nothing comes, and the connection stays open."""
    await asyncio.sleep(3600)


async def acted_then_silence(ask: Ask, out: asyncio.StreamWriter) -> None:
    """The homeserver does what was asked, and nothing comes."""
    await ask()
    await asyncio.sleep(3600)


async def slow_body(ask: Ask, out: asyncio.StreamWriter) -> None:
    """The answer comes in drops."""
    answer = await ask()
    out.write(answer.written(b""))
    drop = max(1, len(answer.body) // 10)
    for start in range(0, len(answer.body), drop):
        out.write(answer.body[start : start + drop])
        await out.drain()
        await asyncio.sleep(0.02)


def _page(status: int) -> Answer:
    return Answer(status, {"Content-Type": "text/html"}, b"<html><h1>Bad gateway</h1></html>")


async def html_502(_: Ask, out: asyncio.StreamWriter) -> None:
    """A proxy cannot reach the homeserver, and says so to a browser."""
    out.write(_page(502).written())


async def acted_then_502(ask: Ask, out: asyncio.StreamWriter) -> None:
    """The homeserver does what was asked, and the proxy says that it does not answer."""
    await ask()
    out.write(_page(502).written())


async def html_200(_: Ask, out: asyncio.StreamWriter) -> None:
    """A captive portal says hello."""
    out.write(_page(200).written())


async def limited_by_header(_: Ask, out: asyncio.StreamWriter) -> None:
    """429 as the specification has it now."""
    out.write(_limited({"Retry-After": "1"}, {}).written())


async def limited_by_field(_: Ask, out: asyncio.StreamWriter) -> None:
    """429 as servers have sent it before."""
    out.write(_limited({}, {"retry_after_ms": 1000}).written())


def _limited(headers: dict[str, str], fields: dict[str, int]) -> Answer:
    body = json.dumps({"errcode": "M_LIMIT_EXCEEDED", "error": "Too many requests", **fields}).encode()
    return Answer(429, {"Content-Type": "application/json", **headers}, body)


def rewritten(change: Callable[[Any], Any]) -> Fault:
    """The answer's JSON is what `change` makes of it."""

    async def fault(ask: Ask, out: asyncio.StreamWriter) -> None:
        answer = await ask()
        answer.body = json.dumps(change(json.loads(answer.body))).encode()
        out.write(answer.written())

    return fault


def _cut(out: asyncio.StreamWriter) -> None:
    connection: socket.socket | None = out.get_extra_info("socket")
    if connection is not None:
        # Closed without lingering, it says RST instead of FIN.
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    out.transport.abort()


# ── the proxy ────────────────────────────────────────────────────────────────────────────────────


@dataclass
class Proxy:
    """Stands before the homeserver at `upstream`; made by `between`."""

    upstream: str
    fault: Callable[[Request], Fault | None] = lambda request: None
    requests: list[Request] = field(default_factory=list)
    url: str = ""
    _port: int = 0
    _server: asyncio.Server | None = None
    _open: set[asyncio.Task[None]] = field(default_factory=set)

    def first(self, count: int, fault: Fault, of: Callable[[Request], bool]) -> None:
        """Do `fault` to the next `count` requests that are `of` this kind."""
        left = iter(range(count))
        self.fault = lambda request: fault if of(request) and next(left, None) is not None else None

    def seen(self, of: Callable[[Request], bool]) -> list[Request]:
        """The requests of this kind, as they came."""
        return [request for request in self.requests if of(request)]

    async def lives(self) -> None:
        """Listen, on the same port each time."""
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", self._port, limit=2**20)
        self._port = self._server.sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{self._port}"

    async def dies(self) -> None:
        """Refuse connections, and cut those that are open."""
        if self._server is not None:
            self._server.close()
        for task in list(self._open):
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        try:
            async with aiohttp.ClientSession(auto_decompress=False) as http:
                while (request := await _read(reader)) is not None:
                    await self._serve(request, http, writer)
        except (ConnectionError, asyncio.IncompleteReadError, aiohttp.ClientError, asyncio.CancelledError):
            pass
        finally:
            self._open.discard(task)
            _cut(writer)

    async def _serve(self, request: Request, http: aiohttp.ClientSession, out: asyncio.StreamWriter) -> None:
        self.requests.append(request)
        fault = self.fault(request)

        async def ask() -> Answer:
            headers = {name: value for name, value in request.headers.items() if name not in _HOP_BY_HOP}
            # Plain bodies, so that a fault can read and cut them.
            headers["accept-encoding"] = "identity"
            address = URL(self.upstream + request.path, encoded=True)
            async with http.request(request.method, address, data=request.body, headers=headers) as answer:
                kept = {name: value for name, value in answer.headers.items() if name.lower() not in _HOP_BY_HOP}
                return Answer(answer.status, kept, await answer.read())

        if fault is None:
            out.write((await ask()).written())
        else:
            await fault(ask, out)
        await out.drain()


async def _read(reader: asyncio.StreamReader) -> Request | None:
    """The next request on a connection; None when it is closed."""
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head.strip().split("\r\n")
    method, path, _ = first.split(" ", 2)
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    return Request(asyncio.get_running_loop().time(), method, path, headers, body)


@asynccontextmanager
async def between(upstream: str) -> AsyncIterator[Proxy]:
    """A proxy before the homeserver at the address `upstream`, for as long as the block runs."""
    proxy = Proxy(upstream)
    await proxy.lives()
    try:
        yield proxy
    finally:
        await proxy.dies()
