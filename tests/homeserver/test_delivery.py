"""Sending, against a real Synapse with the rate limits that it has by default."""

import time
from pathlib import Path

from bot.config import Config
from bot.config import Matrix as Account
from bot.conversation import Lane, Say, Text
from bot.database import Database, outbox
from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from bot.matrix import Matrix
from tests.homeserver.company import PASSWORD
from tests.matrix.echo import Echo, listening

# Synapse lets ten messages through at once, then one in five seconds.
_BURST, _EVERY_S = 10, 5


async def broadcast(matrix: Matrix, config: Config, room: str, count: int) -> list[str]:
    """Put `count` nudges into the outbox, as the weekly clock does, and send them; returns their texts."""
    texts = [f"petit pas {n}" for n in range(count)]
    nudges = [Say(room=room, cause=text, lane=Lane.BROADCAST, text=Text(body=text, html=text)) for text in texts]
    async with await Database.open(config.database) as database, database.transaction() as tx:
        posted = [await outbox.post(tx, nudge, 0) for nudge in nudges]
    matrix.deliver([message for message in posted if message is not None])
    return texts


async def test_an_answer_during_a_wave_is_the_next_to_go(limited_homeserver: Homeserver, tmp_path: Path) -> None:
    await limited_homeserver.register("waver", PASSWORD)
    await limited_homeserver.register("carole", PASSWORD)
    user = f"@waver:{limited_homeserver.server_name}"
    account = Account(homeserver=limited_homeserver.url, user=user, password=PASSWORD, encryption=False)
    config = Config(matrix=account, data=tmp_path / "data")
    async with Person.at(limited_homeserver.url, "carole", PASSWORD) as carole, listening(config, Echo()) as matrix:
        room = await carole.create_room("Bureau", [user])
        await carole.arrival_of(user, room)
        wave = await broadcast(matrix, config, room, _BURST + 1)
        await carole.sees(lambda event: event.body == wave[_BURST - 1])
        asked = time.monotonic()
        await carole.reply_to(await carole.say(room, "Zoom ?"))
        waited_s = time.monotonic() - asked
        await carole.sees(lambda event: event.body == wave[-1])
    bodies = [event.body for event in carole.events if event.sender == user and event.is_message]
    assert bodies == [*wave[:_BURST], "Zoom ?", wave[-1]]
    assert waited_s < _EVERY_S + 1
