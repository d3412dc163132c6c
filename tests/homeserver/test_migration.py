"""From a question to a migration, three small steps and the end of it, on a real Synapse, with kills in between."""

import contextlib
import datetime
from collections.abc import AsyncIterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.demo.homeserver import Homeserver
from bot.demo.moved_clock import move, pass_a_week
from bot.demo.person import Person
from bot.demo.process import NotStarted
from bot.demo.running_bot import RunningBot
from bot.demo.timeline import Event
from tests.homeserver.company import PASSWORD, room_with

PARIS = ZoneInfo("Europe/Paris")
BUTTONS = ["✅", "💤", "⏭", "🔕"]


class Office:
    """An association's room with a bot that goes by a clock of its own; the step comes in two days at noon."""

    def __init__(self, homeserver: Homeserver, folder: Path, name: str, person: Person) -> None:
        self.clock = folder / "clock"
        self.person = person
        self.bot = RunningBot(homeserver, folder / name, name, PASSWORD, self.clock)
        self.slot = (datetime.datetime.now(PARIS) + datetime.timedelta(days=2)).replace(hour=12, minute=0)
        self.bot.configure(rooms={"nudge_slot": f"{self.slot:%A} 12:00".lower()})
        self.room = ""

    async def open(self) -> None:
        await self.bot.start()
        self.room = await room_with(self.person, self.bot)

    async def asks(self, text: str) -> Event:
        """Ada says something, and the bot answers."""
        return await self.person.reply_to(await self.person.say(self.room, text))

    async def reacts(self, to: Event, key: str) -> Event:
        """Ada reacts to a message of the bot, and the bot says what came of it."""
        await self.person.react(self.room, to.id, key)
        return await self.person.sees(lambda seen: seen.is_message and seen.reply_to == to.id)

    async def nudges(self, count: int) -> list[Event]:
        """The first `count` weekly steps, with all their buttons."""
        await self.person.sees(lambda _: len(self._nudges(self.person.events)) >= count, timeout=20)
        last = self._nudges(self.person.events)[-1]
        await self.person.sees(lambda seen: seen.reacts_to == last.id and seen.key == BUTTONS[-1])
        return self._nudges(self.person.events)

    async def all_nudges(self) -> list[tuple[Event, list[str]]]:
        """Every weekly step that the room holds, and the bot's buttons below it."""
        timeline = await self.person.timeline(self.room)
        return [
            (nudge, [seen.key for seen in timeline if seen.reacts_to == nudge.id and seen.sender == self.bot.user])
            for nudge in self._nudges(timeline)
        ]

    def _nudges(self, events: list[Event]) -> list[Event]:
        return [seen for seen in events if seen.is_message and seen.kind == "m.text" and seen.sender == self.bot.user]


@pytest.fixture
async def office(homeserver: Homeserver, person: Person, tmp_path: Path) -> AsyncIterator[Office]:
    name = f"clocked{person.user[7:].partition(':')[0]}"
    await homeserver.register(name, PASSWORD)
    made = Office(homeserver, tmp_path, name, person)
    try:
        await made.open()
        yield made
    finally:
        await made.bot.stop()


async def test_from_a_question_to_the_end_of_a_migration(office: Office) -> None:
    answer = await office.asks("par quoi remplacer Google Drive ?")
    plan = await office.reacts(answer, "🚀")
    assert "c’est prévu, en 6 petites étapes" in plan.body
    assert "C’est noté" in (await office.asks("moi, samedi")).body
    before = (await office.asks("!releve score")).body

    for week, step in enumerate(("demander une copie", "ouvrir Nextcloud", "essayer Nextcloud à trois"), 1):
        office.bot.kill()
        await office.bot.start()
        pass_a_week(office.clock)
        nudge = (await office.nudges(week))[-1]
        assert step in nudge.body
        assert f"C’est fait\u00a0: {step}" in (await office.reacts(nudge, "✅")).body

    office.bot.kill()
    await office.bot.start()
    done = await office.asks("!releve migrations fini")
    assert "Google Drive → Nextcloud\u00a0: c’est fait." in done.body
    assert (await office.asks("!releve score")).body != before
    await office.person.say(office.room, "!releve progrès")
    picture = await office.person.sees(lambda seen: seen.kind == "m.image")
    assert picture.sender == office.bot.user

    told = await office.all_nudges()
    assert [buttons for _, buttons in told] == [BUTTONS] * 3


@pytest.mark.parametrize("boundary", ["committed", "sent", "noted"])
async def test_killed_there_the_week_has_one_step(boundary: str, office: Office) -> None:
    await office.asks("!releve migrer Google Drive → Nextcloud")
    await office.bot.stop()
    ahead = office.slot + datetime.timedelta(minutes=5) - datetime.datetime.now(PARIS)
    move(office.clock, ahead // datetime.timedelta(milliseconds=1))

    process = office.bot.launch({"RELEVE_CRASH_AT": boundary})
    with contextlib.suppress(NotStarted):
        await process.ended(20)
    assert process.exit_status == -9
    await office.bot.start()
    await office.nudges(1)

    [(nudge, buttons)] = await office.all_nudges()
    assert "demander une copie" in nudge.body
    assert buttons == BUTTONS
