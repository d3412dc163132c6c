"""From what was said to where the association stands, now and before."""

from bot.association import standing, storage
from bot.association.storage import Tool
from bot.database import Database
from tests.catalog.small import alternative, catalogue, need, product

WHOLE = catalogue(
    product("Google Drive", needs="files", use="nextcloud"),
    alternative("Nextcloud", needs="files"),
    alternative("Infomaniak Mail", needs="email", licence="not-free"),
    need("files", "fichiers", "files", weight=3),
    need("email", "courriel", "e-mail", weight=3),
)


async def test_the_score_falls_when_a_need_moves_and_the_past_is_kept(database: Database) -> None:
    async with database.transaction() as tx:
        await storage.record(tx, "!office", "files", "used", [Tool("google-drive", "Google Drive", True)], 1)
        await storage.record(tx, "!office", "email", "used", [Tool("infomaniak-mail", "Infomaniak Mail", True)], 1)
        await standing.note(tx, "!office", WHOLE, 1)
        await storage.record(tx, "!office", "files", "used", [Tool("nextcloud", "Nextcloud", True)], 2)
        await standing.note(tx, "!office", WHOLE, 2)
        now = await standing.standing(tx, "!office", WHOLE)
    assert now.score is not None
    assert now.before is not None
    assert (now.before.value, now.score.value) == (60, 25)
    assert now.heaviest == "email"


async def test_what_is_not_done_leaves_the_score_and_what_is_not_known_widens_it(database: Database) -> None:
    async with database.transaction() as tx:
        await storage.record(tx, "!office", "files", "unknown", [], 1)
        await storage.record(tx, "!office", "email", "not-done", [], 1)
        now = await standing.standing(tx, "!office", WHOLE)
    assert now.score is not None
    assert now.score.value is None
    assert (now.score.lowest, round(now.score.highest), now.score.coverage) == (0, 100, 0)


async def test_nothing_new_is_no_new_moment(database: Database) -> None:
    async with database.transaction() as tx:
        await storage.add_tool(tx, "!office", Tool("nextcloud", "Nextcloud", True), 1)
        await standing.note(tx, "!office", WHOLE, 1)
        await standing.note(tx, "!office", WHOLE, 2)
        assert len(await storage.moments(tx, "!office")) == 1


async def test_a_tool_without_a_need_serves_its_first_one(database: Database) -> None:
    async with database.transaction() as tx:
        await storage.add_tool(tx, "!office", Tool("google-drive", "Google Drive", True), 1)
        now = await standing.standing(tx, "!office", WHOLE)
    assert [use.need for use in now.uses] == ["files"]
