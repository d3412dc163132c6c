"""One request to the homeserver and what its answer means.

The library's own requests sleep for ever on 429 without reading `Retry-After`, and let a 502 of a proxy
through as an answer without a code; here every answer is either the JSON that was asked for or one of
four exceptions, and whoever asked decides what to do.
"""

import asyncio
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Any, Self, TypeAlias
from urllib.parse import quote

import aiohttp

from bot import metrics

Json: TypeAlias = dict[str, Any]

_CLIENT = "/_matrix/client"
_UPLOAD = "/_matrix/media/v3/upload"
ANSWER_WITHIN_S = 60.0
"""How long an answer may take unless whoever asks knows better; then the connection counts as dead."""
_LONGEST_WAIT_S = 3600.0
_DEFAULT_WAIT_S = 5.0
_NO_TOKEN = frozenset({"M_UNKNOWN_TOKEN", "M_MISSING_TOKEN", "M_USER_DEACTIVATED"})
# Answers of a homeserver or proxy that is not well, whatever was asked.
_UNWELL = frozenset({408, 425, 502, 503, 504, 520, 521, 522, 523, 524})


class HomeserverError(Exception):
    """The homeserver did not do what was asked."""


class Unreachable(HomeserverError):
    """No answer, or one that says nothing about the request itself: worth asking again later.

    `everywhere`: the homeserver as a whole is away, rather than unable to do this one thing.
    """

    def __init__(self, reason: str, *, everywhere: bool = True) -> None:
        super().__init__(reason)
        self.everywhere = everywhere


class RateLimited(HomeserverError):
    """Too many requests; `wait_s` is how long the homeserver wants to be left alone, in seconds."""

    def __init__(self, wait_s: float) -> None:
        super().__init__(f"wait {wait_s:.1f} s")
        self.wait_s = wait_s


class TokenRevoked(HomeserverError):
    """The access token is of no more use."""


class Declined(HomeserverError):
    """The homeserver will not do this, now or later; `code` is its errcode, or `HTTP_<status>`."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(f"{status} {code}: {message}")
        self.status = status
        self.code = code


class AuthenticationWanted(Declined):
    """The homeserver asks who the user is once more; `session` goes with the proof."""

    def __init__(self, session: str) -> None:
        super().__init__(401, "UIA", "user-interactive authentication")
        self.session = session


class Wire:
    """The connection to one homeserver. `token` may be set after a login. Close it at the end."""

    def __init__(self, homeserver: str, token: str = "") -> None:
        self._homeserver = homeserver
        self.token = token
        # One connection for the long poll, the others for sending to several rooms at once.
        self._http = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=32, ttl_dns_cache=300), cookie_jar=aiohttp.DummyCookieJar()
        )

    async def close(self) -> None:
        """Close the connections; nobody is logged out."""
        await self._http.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def call(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | None = None,
        query: Mapping[str, str] | None = None,
        *,
        timeout_s: float | None = None,
        version: str = "v3",
    ) -> Json:
        """The JSON object that the homeserver answers to one request.

        `path` is relative to the client API of the specification, its parts already escaped with
        `escaped`; `version` is that of the endpoint. Raises Unreachable, RateLimited, TokenRevoked or Declined.
        """
        data = None if body is None else json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
        within_s = timeout_s or ANSWER_WITHIN_S
        return await self._asked(method, f"{_CLIENT}/{version}{path}", data, "application/json", query, within_s)

    async def upload(self, content: bytes, mime: str, name: str | None = None) -> str:
        """Put a file into the homeserver's media repository; returns its `mxc://` address.

        Raises what `call` raises. A file that is uploaded again has another address, which is harmless.
        """
        answer = await self._asked("POST", _UPLOAD, content, mime, {"filename": name} if name else None, 120)
        address = answer.get("content_uri")
        if not isinstance(address, str):
            raise Unreachable("an answer without content_uri", everywhere=False)
        return address

    async def _asked(
        self, method: str, path: str, data: bytes | None, mime: str, query: Mapping[str, str] | None, timeout_s: float
    ) -> Json:
        try:
            return await self._answer(method, path, data, mime, query, timeout_s)
        except RateLimited:
            metrics.RATE_LIMITED.add()
            raise
        except Unreachable:
            metrics.UNREACHABLE.add()
            raise

    async def _answer(
        self, method: str, path: str, data: bytes | None, mime: str, query: Mapping[str, str] | None, timeout_s: float
    ) -> Json:
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        if data is not None:
            headers["Content-Type"] = mime
        try:
            async with self._http.request(
                method,
                self._homeserver + path,
                data=data,
                params=query,
                headers=headers,
                timeout=aiohttp.ClientTimeout(total=timeout_s, sock_connect=15),
            ) as response:
                raw = await response.read()
                return _understood(response.status, raw, response.headers)
        except (aiohttp.ClientError, TimeoutError, asyncio.IncompleteReadError, OSError) as error:
            raise Unreachable(type(error).__name__) from error


def escaped(part: str) -> str:
    """`part` (a room id, an event type, a transaction id) as one segment of a path."""
    return quote(part, safe="")


def _understood(status: int, raw: bytes, headers: Mapping[str, str]) -> Json:
    try:
        document = json.loads(raw)
    except (ValueError, RecursionError):
        document = None
    if 200 <= status < 300:
        if not isinstance(document, dict):
            raise Unreachable(f"HTTP {status} without a JSON object")
        return document
    raise _failure(status, document if isinstance(document, dict) else {}, headers)


def _failure(status: int, document: Json, headers: Mapping[str, str]) -> HomeserverError:
    code, message = document.get("errcode"), document.get("error")
    code = code if isinstance(code, str) and code else f"HTTP_{status}"
    if status == 429 or code == "M_LIMIT_EXCEEDED":
        return RateLimited(wait_of(headers.get("Retry-After"), document.get("retry_after_ms"), headers.get("Date")))
    if code in _NO_TOKEN:
        return TokenRevoked(code)
    if status in _UNWELL:
        return Unreachable(f"HTTP {status}")
    if status >= 500:
        return Unreachable(f"HTTP {status} {code}", everywhere=False)
    if status == 401 and isinstance(document.get("flows"), list):
        return AuthenticationWanted(str(document.get("session", "")))
    # A refusal without an errcode comes from a proxy in between, not from the homeserver.
    if "errcode" not in document:
        return Unreachable(f"HTTP {status} without an errcode", everywhere=False)
    return Declined(status, code, str(message)[:200])


def wait_of(header: str | None, field: object, date: str | None) -> float:
    """Seconds to wait after a 429, from its `Retry-After` header (seconds, or an HTTP date to compare with
    the answer's own `date`) or its `retry_after_ms` field; the longer of the two where both are there, five
    seconds where neither is.

    The header is the specification's (since 1.10), the field is what servers have sent before.
    """
    waits = [_header_wait(header.strip(), date)] if header is not None else []
    if isinstance(field, int | float) and not isinstance(field, bool):
        waits.append(min(field, _LONGEST_WAIT_S * 1000) / 1000)
    known = [wait for wait in waits if wait is not None and wait >= 0]
    return min(max(known), _LONGEST_WAIT_S) if known else _DEFAULT_WAIT_S


def _header_wait(header: str, date: str | None) -> float | None:
    if header.isascii() and header.isdigit():
        return float(header)
    until, now = _moment(header), _moment(date or "")
    return max(0.0, (until - now).total_seconds()) if until and now else None


def _moment(http_date: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(http_date)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
