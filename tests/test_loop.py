"""The loop that the bot exists for, with every skill and the shipped catalogue: asked, planned, moved, seen."""

from datetime import datetime, timedelta
from functools import cached_property

import pytest

from bot.app import desk_for
from bot.catalog import load
from bot.config import Config
from bot.database import Database
from bot.desk import Desk
from bot.moderation.shelf import Shelf
from bot.shipped import folder
from tests.association.migration.room import PARIS, AllPowerful, HandClock, Office

CONFIG = Config.model_validate({"matrix": {"homeserver": "https://x.example", "user": "@releve:x"}})


class WholeOffice(Office):
    """The room of an association that has the whole program in it."""

    @cached_property
    def desk(self) -> Desk:
        return desk_for(CONFIG, self.database, Shelf(load(folder("catalog"))), self.clock, AllPowerful())


@pytest.fixture
def office(database: Database) -> Office:
    clock = HandClock(datetime(2026, 11, 24, 20, 0, tzinfo=PARIS))
    return WholeOffice(database, [], clock)


async def week_later(office: Office) -> list[str]:
    """What is said within the next week, hour by hour."""
    said = []
    for _ in range(7 * 24):
        office.clock.time += timedelta(hours=1)
        due = await office.desk.next_wake()
        while due is not None and due <= office.clock.now_ms():
            said += await office.wakes()
            due = await office.desk.next_wake()
    return said


async def test_from_the_question_to_the_score(office: Office) -> None:
    [answer] = await office.says("par quoi remplacer Google Drive ?")
    assert answer.startswith("Google Drive → Nextcloud.")
    assert "🚀 on s’y met" in answer
    [planned] = await office.reacts("🚀")
    assert planned.startswith("Google Drive → Nextcloud : c’est prévu, en 6 petites étapes.")
    assert (await office.says("moi, jeudi"))[0].startswith("C’est noté : la personne qui s’est proposée, jeudi")
    before = (await office.says("!releve score"))[0]
    for _ in range(5):
        [nudge] = await week_later(office)
        assert nudge.startswith("Petit pas de la semaine : ")
        assert (await office.reacts("✅"))[0].startswith("C’est fait : ")
    await week_later(office)
    assert (await office.reacts("✅"))[0].startswith("Google Drive → Nextcloud : c’est fait.")
    assert (await office.says("!releve score"))[0] != before
    assert (await office.says("!releve migrations"))[0].startswith(
        "Un déménagement :\n• 1 · Google Drive → Nextcloud · fait"
    )


async def test_stop_in_reply_to_a_step_is_about_the_steps(office: Office) -> None:
    await office.says("!releve migrer Doodle → Framadate")
    await week_later(office)
    assert await office.replies("stop") == [
        "C’est arrêté, plus de petit pas ici. !releve rappels oui pour reprendre un jour."
    ]


async def test_a_follow_up_to_an_answer_is_still_a_follow_up(office: Office) -> None:
    await office.says("par quoi remplacer Google Drive ?")
    [details] = await office.replies("détails 2")
    assert "prévu" not in details
    [planned] = await office.replies("on s’y met avec le 2", to=0)
    assert "c’est prévu" in planned
