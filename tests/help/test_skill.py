"""The greeting, and the word about a message that cannot be read."""

from bot.association import storage as associations
from bot.clock import SystemClock
from bot.conversation import Incoming, Joined, Room, Say, Unreadable
from bot.database import Database
from bot.desk import Desk, Manners
from bot.help import Help

OFFICE = Room(id="!office")
DAY_MS = 24 * 60 * 60 * 1000


async def said(database: Database, *events: Incoming) -> list[str]:
    desk = Desk(database, [Help(lambda: ())], SystemClock(), Manners())
    posted = await desk.receive([(event, OFFICE) for event in events])
    return [row.effect.text.body for row in posted if isinstance(row.effect, Say)]


def joined(event: str, age_ms: int = 0) -> Joined:
    return Joined(room="!office", event=event, sender="@ada:x", age_ms=age_ms)


def unreadable(withheld: str | None = None) -> Unreadable:
    return Unreadable(room="!office", event="unreadable $1", sender="@ada:x", age_ms=0, message="$1", withheld=withheld)


async def test_a_room_is_greeted_once_however_often_the_bot_comes(database: Database) -> None:
    [greeting] = await said(database, joined("$1"), joined("$2"))
    assert "La Relève" in greeting


async def test_an_old_room_is_not_greeted_by_a_bot_with_a_new_data_folder(database: Database) -> None:
    assert await said(database, joined("$1", age_ms=DAY_MS)) == []


async def test_a_message_that_cannot_be_read_is_told_with_the_way_out(database: Database) -> None:
    [told] = await said(database, unreadable())
    assert "renvoyer suffit" in told


async def test_who_gives_keys_to_verified_devices_only_hears_that(database: Database) -> None:
    [told] = await said(database, unreadable("m.unverified"))
    assert "appareils vérifiés" in told


async def test_a_room_that_wants_silence_hears_nothing_of_unread_messages(database: Database) -> None:
    async with database.transaction() as tx:
        await associations.set_listening(tx, "!office", False, 0)
    assert await said(database, unreadable()) == []
