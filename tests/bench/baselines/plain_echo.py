"""The least that a client can do: one long poll, and every message echoed at once, without a Matrix library.

It awaits no send, keeps nothing, fetches no gap: a floor to measure against, and no bot. With `alike`, it gives the
homeserver the work that La Relève gives it: messages as long as its answers, and in one room one after the other, in
order, as it promises (several messages of one room that come together are less work).

python -m tests.bench.baselines.plain_echo HOMESERVER USER PASSWORD [alike]
"""

import asyncio
import json
import sys
from collections import defaultdict
from contextlib import nullcontext
from urllib.parse import quote

import aiohttp

_FILTER = json.dumps(
    {
        "presence": {"types": []},
        "account_data": {"types": []},
        "room": {"ephemeral": {"types": []}, "account_data": {"types": []}, "timeline": {"limit": 100}},
    }
)


# An answer to one of the questions here: 1.9 to 2.2 KB of JSON.
_ANSWER = 2000


async def main(homeserver: str, user: str, password: str, alike: str = "") -> None:
    async with aiohttp.ClientSession(homeserver) as http:
        login = {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": user},
            "password": password,
        }
        async with http.post("/_matrix/client/v3/login", json=login) as answer:
            http.headers["Authorization"] = f"Bearer {(await answer.json())['access_token']}"
        sends: set[asyncio.Task[None]] = set()
        turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

        async def post(room: str, path: str, content: object) -> None:
            method = "PUT" if "/send/" in path else "POST"
            async with turns[room] if alike else nullcontext(), http.request(method, path, json=content) as answer:
                await answer.read()

        def start(room: str, path: str, content: object) -> None:
            send = asyncio.create_task(post(room, path, content))
            sends.add(send)
            send.add_done_callback(sends.discard)

        query = {"timeout": "0", "filter": _FILTER}
        while True:
            async with http.get("/_matrix/client/v3/sync", params=query) as answer:
                news = await answer.json()
            if "since" in query:
                rooms = news.get("rooms", {})
                for room in rooms.get("invite", {}):
                    start(room, f"/_matrix/client/v3/rooms/{quote(room)}/join", {})
                for room, joined in rooms.get("join", {}).items():
                    for event in joined["timeline"]["events"]:
                        if event["type"] == "m.room.message" and event["sender"] != user:
                            content = {
                                "msgtype": "m.notice",
                                "body": event["content"].get("body", "").ljust(_ANSWER if alike else 0, "."),
                                "m.relates_to": {"m.in_reply_to": {"event_id": event["event_id"]}},
                            }
                            path = f"/_matrix/client/v3/rooms/{quote(room)}/send/m.room.message/"
                            start(room, path + quote(event["event_id"]), content)
            else:
                print("event=ready", flush=True)
            query |= {"since": news["next_batch"], "timeout": "30000"}


asyncio.run(main(*sys.argv[1:]))
