"""The association on a real Synapse: rights read fresh, and files that arrive in plain and in encrypted rooms."""

import itertools
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import nio
import pytest

from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from bot.demo.running_bot import RunningBot
from bot.demo.timeline import Event
from tests.homeserver.company import PASSWORD, NewPerson, downloaded, shown
from tests.homeserver.test_sync_encrypted import Secretive

PNG = b"\x89PNG\r\n\x1a\n"
_numbers = itertools.count(1)


async def ask(person: Person, room: str, text: str) -> Event:
    """Say `text`; returns the bot's reply."""
    return await person.reply_to(await person.say(room, text))


async def test_picture_report_and_data_arrive(homeserver: Homeserver, person: Person, room: str) -> None:
    await ask(person, room, "!releve inventaire + Gmail (courriel), + Nextcloud (fichiers partagés)")

    picture = await ask(person, room, "!releve progrès")
    assert (picture.kind, picture.content["filename"]) == ("m.image", "progrès.png")
    assert "courriel" in picture.body
    assert (await downloaded(homeserver, person.token, picture.content["url"])).startswith(PNG)

    report = await ask(person, room, "!releve report")
    assert (report.kind, report.content["info"]["mimetype"]) == ("m.file", "text/html")
    assert b"Our digital tools" in await downloaded(homeserver, person.token, report.content["url"])

    data = await ask(person, room, "!releve données")
    taken_out = json.loads(await downloaded(homeserver, person.token, data.content["url"]))
    assert {row["name"] for row in taken_out["inventory"]} == {"Gmail", "Nextcloud"}


async def test_who_loses_the_right_is_refused_at_once(
    person: Person, new_person: NewPerson, bot: RunningBot, room: str
) -> None:
    other = await new_person()
    await person.invite(room, other.user)
    await other.join(room)
    levels = await person.request("GET", f"rooms/{room}/state/m.room.power_levels")
    levels["users"][other.user] = 50

    async def give(level: int) -> None:
        levels["users"][other.user] = level
        await person.request("PUT", f"rooms/{room}/state/m.room.power_levels", levels)

    assert (
        "ce réglage revient aux personnes qui modèrent" in (await ask(other, room, "!releve réglages langue en")).body
    )
    await give(50)
    assert (await ask(other, room, "!releve réglages langue en")).body == "Noted, I speak English to this association."
    await give(0)
    assert "Je n’ai rien changé" in (await ask(other, room, "!releve réglages langue fr")).body
    # The creator of a room of version 12 is above all levels.
    assert "C’est noté" in (await ask(person, room, "!releve réglages fuseau Mayotte")).body


async def test_two_rooms_become_one_association_and_all_of_it_is_forgotten(
    person: Person, bot: RunningBot, room: str
) -> None:
    garden = await person.create_room("Jardin", [bot.user])
    await person.arrival_of(bot.user, garden)
    await ask(person, room, "!releve association Les Amis")
    assert "2 salons" in (await ask(person, garden, "!releve association Les Amis")).body
    await ask(person, garden, "!releve inventaire + Gmail")
    assert "Gmail" in (await ask(person, room, "!releve inventaire")).body

    question = await ask(person, room, "!releve oublier")
    await person.react(room, question.id, "✅")
    await person.sees(lambda event: event.is_message and event.body.startswith("C’est effacé"))
    assert "Je ne sais pas encore" in (await ask(person, garden, "!releve inventaire")).body


@pytest.fixture
async def alice(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[Secretive]:
    name = f"alice{next(_numbers)}"
    await homeserver.register(name, PASSWORD)
    (tmp_path / name).mkdir()
    client = nio.AsyncClient(
        homeserver.url,
        f"@{name}:{homeserver.server_name}",
        store_path=str(tmp_path / name),
        config=nio.AsyncClientConfig(encryption_enabled=True),
    )
    await client.login(PASSWORD)
    await client.keys_upload()
    await client.sync(timeout=0, full_state=True)
    yield Secretive(client)
    await client.close()


async def test_in_an_encrypted_room_only_its_members_see_the_picture(
    homeserver: Homeserver, bot: RunningBot, alice: Secretive
) -> None:
    room = await alice.room_with(bot.user)
    await alice.say(room, "!releve inventaire + Gmail (courriel)")
    await alice.hears("Gmail est noté. Pour\u00a0: courriel.")
    await alice.say(room, "!releve progrès")

    def pictures() -> list[Any]:
        return [event for event in alice.heard if event.source["content"].get("msgtype") == "m.image"]

    await alice.until(lambda: bool(pictures()))
    [picture] = pictures()
    assert picture.decrypted
    content, token = picture.source["content"], alice.client.access_token
    assert not (await downloaded(homeserver, token, content["file"]["url"])).startswith(PNG)
    assert (await shown(homeserver, token, content)).startswith(PNG)
