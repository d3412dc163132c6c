"""Once a week the moderators hear what waits for them, and nothing when nothing does."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.database import Database
from bot.moderation import storage
from bot.moderation.digest import due_ms, week_of
from tests.catalog import small
from tests.moderation.room import BOB, OFFICE, Bot, school
from tests.moderation.room import bot as made

PARIS = ZoneInfo("Europe/Paris")
DAY = 24 * 3_600_000


def ms(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=PARIS).timestamp() * 1000)


@pytest.mark.parametrize(
    ("now", "week"),
    [
        ("2026-11-24T12:00", "2026-W48"),
        ("2026-11-30T08:59", "2026-W48"),
        ("2026-11-30T09:00", "2026-W49"),
        ("2027-01-03T12:00", "2026-W53"),
        ("2027-01-04T09:00", "2027-W01"),
    ],
)
def test_a_week_begins_on_monday_at_nine(now: str, week: str) -> None:
    assert week_of(ms(now), PARIS) == week


@pytest.mark.parametrize(
    ("last", "due"),
    [("2026-W48", "2026-11-30T09:00"), ("2026-W53", "2027-01-04T09:00"), ("2027-W12", "2027-03-29T09:00")],
)
def test_the_next_one_is_due_on_the_next_monday(last: str, due: str) -> None:
    assert due_ms(last, PARIS) == ms(due)
    assert week_of(ms(due), PARIS) > last


async def test_what_waits_is_told_once_a_week(bot: Bot) -> None:
    assert await bot.wakes(started=True) == ""
    due = await bot.skill.next_wake(bot.database)
    assert due is not None
    assert datetime.fromtimestamp(due / 1000, UTC).astimezone(PARIS).isoformat() == "2026-11-30T09:00:00+01:00"
    await bot.asked("par quoi remplacer zorglub pro ?")
    await bot.told("!releve proposer Padlet → Digipad", who=BOB, room=OFFICE)
    async with bot.database.transaction() as tx:
        await storage.note_dead_links(tx, [("hosts", "framasoft", "https://framasoft.org", "HTTP 500")])

    bot.clock.ms = due
    assert await bot.wakes() == (
        "Cette semaine au catalogue\n"
        "• Demandés et inconnus : zorglub pro (1). demandes\n"
        "• 1 proposition attend. propositions\n"
        "• 1 adresse ne répond plus : framasoft."
    )
    assert await bot.wakes() == ""
    assert await bot.wakes(started=True) == ""


async def test_nothing_waits_nothing_is_said(bot: Bot) -> None:
    await bot.wakes(started=True)
    bot.clock.ms += 7 * DAY
    assert await bot.wakes() == ""


async def test_what_was_not_checked_for_a_year(database: Database) -> None:
    old = small.product("Vieux", checked="2025-01-01", sources=[{"title": "Page", "date": "2024-01-01"}])
    bot = await made(database, small.catalogue(old))
    await bot.wakes(started=True)
    bot.clock.ms += 7 * DAY
    assert "1 fiche non vérifiée depuis plus d’un an : vieux." in await bot.wakes()

    assert (await bot.told("à vérifier")).splitlines()[1] == "• vieux · 2025-01-01"
    await bot.told("!releve catalogue vérifié vieux")
    assert "vieux" not in (await bot.told("à vérifier")).splitlines()[1]


async def test_a_long_list_comes_in_pages(database: Database) -> None:
    many = [small.product(f"Outil{number:02d}") for number in range(25)]
    bot = await made(database, small.catalogue(*many))
    first, third = await bot.told("à vérifier"), await bot.told("à vérifier 3")
    assert first.splitlines()[-1] == "• … et 18 autres"
    assert len(third.splitlines()) == 9


async def test_without_a_room_there_is_nothing_to_wake_for(database: Database) -> None:
    bot = await made(database, school(), room=None)
    assert await bot.skill.next_wake(database) is None
    assert await bot.wakes(started=True) == ""
