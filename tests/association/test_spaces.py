"""Rooms of one Matrix space are one association, without a command."""

from bot.association import storage
from bot.association.skill import Association
from bot.catalog import Catalogue, Names
from bot.clock import SystemClock
from bot.conversation import Belonging, Room
from bot.database import Database
from bot.desk import Desk, Manners

SPACE, OTHER_SPACE = "!space", "!another-space"


def belonging(room: str, space: str = SPACE, *, confirmed: bool = True) -> Belonging:
    event = f"belonging {room} {space} {confirmed}"
    return Belonging(room=room, event=event, sender="@releve:x", age_ms=0, space=space, confirmed=confirmed)


async def happened(database: Database, *events: Belonging) -> dict[str, int]:
    """The association of each room after `events`."""
    association = Association(lambda: Names(Catalogue()))
    desk = Desk(database, [association], SystemClock(), Manners())
    posted = await desk.receive([(event, Room(id=event.room)) for event in events])
    assert posted == [], "nobody asked for it"
    rows = await database.fetch_all("SELECT room_id, association FROM association_room")
    return {row["room_id"]: row["association"] for row in rows}


async def test_the_rooms_of_a_space_are_one_association(database: Database) -> None:
    of = await happened(database, belonging("!office"), belonging("!garden"))
    assert of["!office"] == of["!garden"]


async def test_what_the_second_room_knew_comes_along(database: Database) -> None:
    async with database.transaction() as tx:
        await storage.add_tool(tx, "!garden", storage.Tool("trello", "Trello", True, "projects"), 0)
    await happened(database, belonging("!office"), belonging("!garden"))
    async with database.transaction() as tx:
        assert [tool.name for tool in await storage.inventory(tx, "!office")] == ["Trello"]


async def test_a_claim_that_the_space_does_not_confirm_links_nothing(database: Database) -> None:
    of = await happened(database, belonging("!office"), belonging("!intruder", confirmed=False))
    assert of["!office"] != of["!intruder"]


async def test_a_room_stays_in_the_space_that_it_was_in_first(database: Database) -> None:
    of = await happened(
        database, belonging("!office"), belonging("!club", OTHER_SPACE), belonging("!office", OTHER_SPACE)
    )
    assert of["!office"] != of["!club"]


async def test_a_room_that_leaves_the_space_is_on_its_own_again(database: Database) -> None:
    of = await happened(database, belonging("!office"), belonging("!garden"), belonging("!garden", confirmed=False))
    assert of["!office"] != of["!garden"]


async def test_the_last_room_of_a_space_keeps_what_it_knows(database: Database) -> None:
    async with database.transaction() as tx:
        await storage.add_tool(tx, "!office", storage.Tool("trello", "Trello", True, "projects"), 0)
    await happened(database, belonging("!office"), belonging("!office", confirmed=False))
    of = await happened(database, belonging("!garden"))
    assert of["!office"] != of["!garden"]
    async with database.transaction() as tx:
        assert [tool.name for tool in await storage.inventory(tx, "!office")] == ["Trello"]


async def test_an_association_that_began_in_the_successor_of_a_room_gives_way(database: Database) -> None:
    async with database.transaction() as tx:
        number = await storage.association_of(tx, "!old", 0)
        other = await storage.association_of(tx, "!new", 0)
        await tx.execute("UPDATE association SET home_room = '!old' WHERE number = ?", (number,))
        await storage.moved(tx, "!old", "!new")
        rows = await tx.fetch_all("SELECT number, home_room FROM association")
    assert [tuple(row) for row in rows] == [(number, "!new")]
    assert other != number
