"""A whole quiz with five people on a real Synapse: votes changed, late, spoiled and removed, the bot stopped twice."""

import re
import sqlite3
from pathlib import Path

import pytest

from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from bot.demo.running_bot import RunningBot
from tests.homeserver.company import NewBot, room_with, shown
from tests.homeserver.voters import POLL, Voter, five, title
from tests.moderation.room import plain


@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])
async def test_five_people_take_stock_through_two_restarts(
    homeserver: Homeserver, new_bot: NewBot, tmp_path: Path, encrypted: bool
) -> None:
    bot = await new_bot()
    await bot.start()
    async with five(homeserver, bot.user, tmp_path, encrypted=encrypted) as people:
        await first_question(bot, people)
        await second_question(bot, people)
        await the_rest(people, hurry=encrypted)
        await what_comes_of_it(homeserver, people[0])
        await bot.stop()
        names = [voter.client.user for voter in people]
    kept = (bot.data / "releve.sqlite3").read_bytes()
    assert [name for name in names if name.encode() in kept] == []
    assert recorded(bot.data) == {
        "email": ["gmail"],
        "file-storage": ["google-drive", "onedrive"],
        "membership": ["helloasso"],
        "team-chat": ["_free"],
    }


async def first_question(bot: RunningBot, people: list[Voter]) -> None:
    """Somebody changes their mind, somebody spoils their vote, somebody takes it away, the bot is killed."""
    ada, bob, eve, lou, zoe = people
    await ada.says("!releve quiz")
    poll, twin = await ada.poll(1), await ada.twin(1)
    assert title(poll) == "1/5 · Où sont les boîtes mail de l’association ?"
    await ada.votes(poll, "gmail")
    await bob.votes(poll, "outlook-com")
    await bob.votes(poll, "gmail")
    await eve.votes(poll, "gmail")
    await eve.votes(poll, "bogus")
    bot.kill()
    gone = await zoe.votes(poll, "outlook-com")
    await zoe.removes(gone)
    await lou.says("1", reply_to=twin.id)
    await bot.start()
    await ada.says("!releve suivant")
    assert await ada.end_of(poll) == "Sondage clos. Gmail : 3"
    second = await ada.poll(2)
    await zoe.votes(poll, "outlook-com")
    await ada.hears("est déjà close, cette voix n’y est pas comptée")
    assert ada.client.events.index(second) > ada.client.events.index(poll)


async def second_question(bot: RunningBot, people: list[Voter]) -> None:
    """The bot is stopped as an administrator does; who votes meanwhile counts, and a removed vote gives way."""
    ada, bob, eve, lou, _ = people
    poll, twin = await ada.poll(2), await ada.twin(2)
    await ada.votes(poll, "google-drive")
    await bob.votes(poll, "google-drive")
    await eve.votes(poll, "google-drive")
    last = await eve.votes(poll, "dropbox")
    await bot.stop()
    await eve.removes(last)
    await lou.says("onedrive", reply_to=twin.id)
    await bot.start()
    await ada.says("!releve suivant")
    assert await ada.end_of(poll) == "Sondage clos. Google Drive : 3 · OneDrive : 1"


async def the_rest(people: list[Voter], *, hurry: bool) -> None:
    """All vote, and once, unless in a `hurry`, the quiz goes on by itself; then the result."""
    ada, *_ = people
    for place, answer in ((3, "helloasso"), (4, "_none"), (5, "_free")):
        poll = await ada.poll(place)
        for voter in people:
            await voter.votes(poll, answer)
        if place > 3 or hurry:
            await ada.says("!releve suivant")
    result = await ada.hears("Dépendance aux outils numériques")
    assert "courriel (Gmail)" in result.body
    assert len([event for event in ada.client.events if event.type == POLL]) == 5
    assert ada.heard("est déjà close") == 1


async def what_comes_of_it(homeserver: Homeserver, ada: Voter) -> None:
    """The result, the picture and the report tell the same."""
    result = plain((await ada.hears("Dépendance aux outils numériques")).body)
    score = re.search(r"(\d+) sur 100", result)
    assert score is not None
    picture = await ada.client.sees(lambda event: event.kind == "m.image")
    assert f"{score[1]} sur 100" in plain(picture.body)
    assert "discussion d’équipe : 0 point" in plain(picture.body)
    assert (await shown(homeserver, ada.client.token, picture.content)).startswith(b"\x89PNG")
    await ada.says("!releve rapport")
    report = await ada.client.sees(lambda event: event.kind == "m.file")
    page = plain((await shown(homeserver, ada.client.token, report.content)).decode())
    assert f"{score[1]} sur 100" in page
    assert "Gmail (Google)" in page


def recorded(data: Path) -> dict[str, list[str]]:
    """The inventory, as it is on the disk."""
    database = sqlite3.connect(data / "releve.sqlite3")
    try:
        found: dict[str, list[str]] = {}
        for need, tool in database.execute("SELECT need, tool FROM inventory ORDER BY need, tool"):
            found.setdefault(need, []).append(tool)
        assert database.execute("SELECT COUNT(*) FROM vote").fetchone() == (0,)
        return found
    finally:
        database.close()


async def test_one_person_alone_takes_stock_in_a_private_conversation(person: Person, bot: RunningBot) -> None:
    room = await room_with(person, bot, direct=True)
    await person.say(room, "quiz")
    for place in range(1, 6):
        await person.sees(lambda event, place=place: event.is_message and event.body.startswith(f"{place}/5"))  # type: ignore[misc]
        await person.say(room, "1")
    result = await person.sees(lambda event: "Dépendance aux outils numériques" in event.body)
    assert "sur 100" in result.body
    picture = await person.sees(lambda event: event.kind == "m.image")
    assert picture.content["info"]["mimetype"] == "image/png"
