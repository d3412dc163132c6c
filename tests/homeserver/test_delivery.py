"""Sending, against a real Synapse with the rate limits that it has by default."""

import time
from collections.abc import Sequence
from pathlib import Path

from bot.config import Config
from bot.config import Matrix as Account
from bot.conversation import Lane, Say, Text
from bot.database import Database, outbox
from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from tests.homeserver.company import PASSWORD
from tests.matrix.echo import Echo, listening

# Synapse lets ten messages through at once, then one in five seconds.
_BURST, _EVERY_S = 10, 5


async def post(config: Config, rooms: Sequence[str], count: int) -> list[outbox.Posted]:
    """Put `count` nudges to each of `rooms` into the outbox, as the weekly clock does."""
    texts = [(room, f"petit pas {n} de {place}") for n in range(count) for place, room in enumerate(rooms)]
    nudges = [Say(room=room, cause=text, lane=Lane.BROADCAST, text=Text(body=text, html=text)) for room, text in texts]
    async with await Database.open(config.database) as database, database.transaction() as tx:
        posted = [await outbox.post(tx, nudge, 0) for nudge in nudges]
    return [message for message in posted if message is not None]


def said(person: Person, user: str, room: str = "") -> list[str]:
    """What `user` has said, in `room` or anywhere, in order."""
    messages = [event for event in person.events if event.sender == user and event.is_message]
    return [event.body for event in messages if event.room == room or not room]


async def test_an_answer_during_a_wave_is_the_next_to_go_and_a_restart_goes_on_with_the_wave(
    limited_homeserver: Homeserver, tmp_path: Path
) -> None:
    await limited_homeserver.register("waver", PASSWORD)
    await limited_homeserver.register("carole", PASSWORD)
    user = f"@waver:{limited_homeserver.server_name}"
    account = Account(homeserver=limited_homeserver.url, user=user, password=PASSWORD, encryption=False)
    config = Config(matrix=account, data=tmp_path / "data")
    async with Person.at(limited_homeserver.url, "carole", PASSWORD) as carole:
        async with listening(config, Echo()) as matrix:
            rooms = [await carole.create_room("Bureau", [user]) for _ in range(3)]
            for room in rooms:
                await carole.arrival_of(user, room)
            # With what it took to join, two more than Synapse lets through at once.
            wave = await post(config, rooms, (_BURST + 2 - len(rooms)) // len(rooms))
            matrix.deliver(wave)
            await carole.sees(lambda event: event.body == wave[-3].effect.cause)
            before = said(carole, user)
            asked = time.monotonic()
            await carole.reply_to(await carole.say(rooms[0], "Zoom ?"))
            waited_s = time.monotonic() - asked
            meanwhile = said(carole, user)[len(before) :]
        async with listening(config, Echo()):
            for room, last in zip(rooms, wave[-3:], strict=True):
                await carole.sees(lambda event, last=last: event.body == last.effect.cause, 60)  # type: ignore[misc]
                nudges = [nudge.effect.cause for nudge in wave if nudge.room == room]
                assert [body for body in said(carole, user, room) if body in nudges] == nudges
    assert waited_s < _EVERY_S + 1
    # The answer went before those that still waited, and these waited for the next start.
    assert meanwhile == ["Zoom ?"]
