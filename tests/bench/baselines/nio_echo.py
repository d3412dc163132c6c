"""A bare matrix-nio bot, as its documentation shows one: echoes inside its callback, `sync_forever`.

python -m tests.bench.baselines.nio_echo HOMESERVER USER PASSWORD
"""

import asyncio
import sys

from nio import AsyncClient, InviteMemberEvent, LoginResponse, MatrixRoom, RoomMessageText


async def main(homeserver: str, user: str, password: str) -> None:
    client = AsyncClient(homeserver, user)

    async def echo(room: MatrixRoom, event: RoomMessageText) -> None:
        if event.sender != client.user_id:
            content = {
                "msgtype": "m.notice",
                "body": event.body,
                "m.relates_to": {"m.in_reply_to": {"event_id": event.event_id}},
            }
            await client.room_send(room.room_id, "m.room.message", content)

    async def accept(room: MatrixRoom, event: InviteMemberEvent) -> None:
        if event.state_key == client.user_id:
            await client.join(room.room_id)

    assert isinstance(await client.login(password), LoginResponse)
    await client.sync(full_state=True)
    client.add_event_callback(echo, RoomMessageText)
    client.add_event_callback(accept, InviteMemberEvent)
    print("event=ready", flush=True)
    await client.sync_forever(timeout=30_000)


asyncio.run(main(*sys.argv[1:]))
