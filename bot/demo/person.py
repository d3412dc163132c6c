"""Somebody at a small plain Matrix client: talks, listens, and waits for what comes.

Client-server API v1.11 and later, without a Matrix library, so that what the bot does is seen by
something that has none of its code. What arrives is read by one long poll and kept in `events`.
"""

import asyncio
import itertools
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import quote

import aiohttp

from bot.demo.timeline import MESSAGE, REDACTION, Event, Refused, event_of

_PAGE = 100
_POLL_MS = 30_000
_FILTER = json.dumps(
    {
        "presence": {"types": []},
        "account_data": {"types": []},
        "room": {
            "ephemeral": {"types": []},
            "account_data": {"types": []},
            "timeline": {"limit": _PAGE},
            "state": {"lazy_load_members": True},
        },
    }
)


class Person:
    """One account, logged in; made by `at()`."""

    def __init__(self, http: aiohttp.ClientSession, user: str, token: str) -> None:
        self.user = user
        self.token = token
        self.events: list[Event] = []
        """Everything that arrived since the login, in order of arrival; own events too."""
        self.invited: set[str] = set()
        """Rooms to which an invitation is open."""
        self._http = http
        self._numbers = itertools.count(1)
        self._arrived = asyncio.Condition()
        self._since = ""

    @classmethod
    @asynccontextmanager
    async def at(cls, url: str, name: str, password: str) -> AsyncIterator["Person"]:
        """`name` logged in on the homeserver at `url` and listening, for as long as the block runs."""
        # No limit on connections: in a measurement, hundreds of messages leave at the same moment.
        connector = aiohttp.TCPConnector(limit=0)
        async with aiohttp.ClientSession(url, connector=connector) as http:
            person = cls(http, "", "")
            answer = await person.request(
                "POST",
                "login",
                {
                    "type": "m.login.password",
                    "identifier": {"type": "m.id.user", "user": name},
                    "password": password,
                    "initial_device_display_name": "releve demo",
                },
            )
            person.user, person.token = answer["user_id"], answer["access_token"]
            await person._sync(timeout_ms=0)
            listening = asyncio.create_task(person._listen())
            try:
                yield person
            finally:
                listening.cancel()
                await asyncio.gather(listening, return_exceptions=True)

    # ── rooms ────────────────────────────────────────────────────────────────────────────────────

    async def create_room(
        self, name: str = "", invite: Sequence[str] = (), *, direct: bool = False, **options: Any
    ) -> str:
        """A new room with these people invited; returns its id. `options` are further keys of /createRoom."""
        request: dict[str, Any] = {
            "preset": "trusted_private_chat" if direct else "private_chat",
            "invite": list(invite),
            "is_direct": direct,
            **options,
        }
        if name:
            request["name"] = name
        room: str = (await self.request("POST", "createRoom", request))["room_id"]
        return room

    async def invite(self, room: str, user: str) -> None:
        await self.request("POST", f"rooms/{quote(room)}/invite", {"user_id": user})

    async def join(self, room: str) -> None:
        await self.request("POST", f"rooms/{quote(room)}/join", {})

    async def kick(self, room: str, user: str) -> None:
        await self.request("POST", f"rooms/{quote(room)}/kick", {"user_id": user})

    # ── talking ──────────────────────────────────────────────────────────────────────────────────

    async def say(
        self,
        room: str,
        text: str,
        *,
        reply_to: str | None = None,
        thread: str | None = None,
        mention: str | None = None,
        notice: bool = False,
    ) -> str:
        """Say `text`, as a reply, in a thread, or naming somebody; returns the event's id."""
        content: dict[str, Any] = {"msgtype": "m.notice" if notice else "m.text", "body": text}
        relation: dict[str, Any] = {}
        if reply_to:
            relation["m.in_reply_to"] = {"event_id": reply_to}
        if thread:
            relation |= {"rel_type": "m.thread", "event_id": thread, "is_falling_back": reply_to is None}
            relation.setdefault("m.in_reply_to", {"event_id": thread})
        if relation:
            content["m.relates_to"] = relation
        content["m.mentions"] = {"user_ids": [mention]} if mention else {}
        return await self.send(room, MESSAGE, content)

    async def edit(self, room: str, original: str, text: str) -> str:
        """Replace the text of an own message; returns the id of the edit."""
        content = {
            "msgtype": "m.text",
            "body": f"* {text}",
            "m.new_content": {"msgtype": "m.text", "body": text, "m.mentions": {}},
            "m.mentions": {},
            "m.relates_to": {"rel_type": "m.replace", "event_id": original},
        }
        return await self.send(room, MESSAGE, content)

    async def react(self, room: str, target: str, key: str) -> str:
        relation = {"rel_type": "m.annotation", "event_id": target, "key": key}
        return await self.send(room, "m.reaction", {"m.relates_to": relation})

    async def redact(self, room: str, event: str) -> str:
        """Delete a message; returns the id of the redaction."""
        path = f"rooms/{quote(room)}/redact/{quote(event)}/{self._transaction()}"
        redaction: str = (await self.request("PUT", path, {}))["event_id"]
        return redaction

    async def send(self, room: str, kind: str, content: dict[str, Any]) -> str:
        """Send any event; returns its id."""
        path = f"rooms/{quote(room)}/send/{quote(kind)}/{self._transaction()}"
        event: str = (await self.request("PUT", path, content))["event_id"]
        return event

    # ── waiting for what comes ───────────────────────────────────────────────────────────────────

    async def sees(self, wanted: Callable[[Event], bool], timeout: float = 15) -> Event:  # noqa: ASYNC109
        """The first event that is `wanted`, of those that came or will come. Raises TimeoutError."""
        looked_at = 0
        async with asyncio.timeout(timeout), self._arrived:
            while True:
                for event in itertools.islice(self.events, looked_at, None):
                    if wanted(event):
                        return event
                looked_at = len(self.events)
                await self._arrived.wait()

    async def news(self, seen: int) -> list[Event]:
        """The events after the first `seen`, as soon as there are any."""
        async with self._arrived:
            await self._arrived.wait_for(lambda: len(self.events) > seen)
            return self.events[seen:]

    async def reply_to(self, event: str, timeout: float = 15) -> Event:  # noqa: ASYNC109
        """The first reply of somebody else to the message `event`."""
        return await self.sees(lambda seen: self._answers(seen, event), timeout)

    async def edit_of(self, event: str, timeout: float = 15) -> Event:  # noqa: ASYNC109
        """The first edit of the message `event`."""
        return await self.sees(lambda seen: seen.replaces == event, timeout)

    async def redaction_of(self, event: str, timeout: float = 15) -> Event:  # noqa: ASYNC109
        """The redaction of the message `event`."""
        return await self.sees(lambda seen: seen.type == REDACTION and seen.redacts == event, timeout)

    async def arrival_of(self, user: str, room: str, timeout: float = 15) -> Event:  # noqa: ASYNC109
        """The moment when `user` joins `room`."""

        def joins(seen: Event) -> bool:
            return (
                seen.room == room
                and seen.type == "m.room.member"
                and seen.sender == user
                and seen.content.get("membership") == "join"
            )

        return await self.sees(joins, timeout)

    def replies_to(self, event: str) -> list[Event]:
        """The replies of others to `event` that have come by now."""
        return [seen for seen in self.events if self._answers(seen, event)]

    async def timeline(self, room: str) -> list[Event]:
        """All events of a room that this person may see, oldest first, fetched now."""
        return await self._history(room, start="", end="")

    # ── the wire ─────────────────────────────────────────────────────────────────────────────────

    async def request(self, method: str, path: str, body: Any = None, **query: str | int) -> Any:
        """One request below `/_matrix/client/v3/`. Raises timeline.Refused unless it is answered with 200."""
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        address = f"/_matrix/client/v3/{path}"
        async with self._http.request(method, address, json=body, headers=headers, params=query) as answer:
            content = await answer.json()
            if answer.status != 200:
                raise Refused(answer.status, content)
            return content

    def _answers(self, seen: Event, event: str) -> bool:
        return seen.is_message and seen.reply_to == event and seen.sender != self.user

    def _transaction(self) -> str:
        return f"person-{next(self._numbers)}"

    async def _listen(self) -> None:
        while True:
            try:
                await self._sync(timeout_ms=_POLL_MS)
            except (aiohttp.ClientError, Refused, json.JSONDecodeError):
                # The homeserver is away, which the tests do on purpose; it is asked again until it is back.
                await asyncio.sleep(0.05)

    async def _sync(self, timeout_ms: int) -> None:
        query: dict[str, str | int] = {"timeout": timeout_ms, "filter": _FILTER}
        if self._since:
            query["since"] = self._since
        answer = await self.request("GET", "sync", **query)
        rooms = answer.get("rooms", {})
        arrived: list[Event] = []
        for room, news in rooms.get("join", {}).items():
            timeline = news["timeline"]
            if timeline.get("limited") and self._since:
                arrived += await self._history(room, start=timeline["prev_batch"], end=self._since)
            arrived += [event_of(room, source) for source in timeline["events"]]
        for room, news in rooms.get("leave", {}).items():
            arrived += [event_of(room, source) for source in news["timeline"]["events"]]
        self.invited = (self.invited | set(rooms.get("invite", {}))) - set(rooms.get("join", {}))
        self._since = answer["next_batch"]
        if arrived or rooms:
            async with self._arrived:
                self.events += arrived
                self._arrived.notify_all()

    async def _history(self, room: str, start: str, end: str) -> list[Event]:
        """The events from `start` ("": the newest) back to `end` ("": the oldest), oldest first."""
        newest_first: list[Event] = []
        bounds = {"to": end} if end else {}
        while True:
            bounds |= {"from": start} if start else {}
            page = await self.request("GET", f"rooms/{quote(room)}/messages", dir="b", limit=_PAGE, **bounds)
            newest_first += [event_of(room, source) for source in page["chunk"]]
            start = page.get("end", "")
            if not start or not page["chunk"]:
                return newest_first[::-1]
