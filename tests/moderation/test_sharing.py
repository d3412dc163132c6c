"""What one host's moderators accept reaches the bots that follow, checked there as their own."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalog.revisions import Change, document
from bot.conversation import Published
from bot.database import Database, migrate
from bot.moderation import sharing
from bot.shipped import folder
from tests.catalog import small
from tests.moderation.room import MODERATORS, Bot, heard_from, school
from tests.moderation.room import bot as made

CATALOGUE = "!catalogue"
THEM = "@releve:ailleurs"


@pytest.fixture
async def elsewhere(tmp_path: Path) -> AsyncIterator[Bot]:
    """The bot of another host, which publishes."""
    path = tmp_path / "elsewhere.sqlite3"
    migrate(path, folder("migrations"))
    async with await Database.open(path) as database:
        yield await made(database, school(), publish_in=CATALOGUE)


async def follower(database: Database, **follow: Any) -> Bot:
    return await made(database, school(), follow=[{"room": CATALOGUE, "bots": [THEM], **follow}])


async def passes_on(one: Bot, other: Bot, who: str = THEM, room: str = CATALOGUE) -> str:
    """What `one` has just published reaches `other`; what that tells its moderators."""
    [published] = one.published
    assert published.room == CATALOGUE
    await other.hears(heard_from(published, who, room))
    return other.reply(MODERATORS)


async def test_a_revision_is_applied_where_the_config_says_so(database: Database, elsewhere: Bot) -> None:
    bot = await follower(database, apply=True)
    await elsewhere.told("alias zoom + zoumzoum # entendu ici")
    said = await passes_on(elsewhere, bot)

    assert said.startswith("Révision 1, en service partout")
    assert bot.shelf.names().named("zoumzoum") != ()
    assert "@releve:ailleurs · zoom · aliases · « entendu ici »" in await bot.told("historique")


async def test_or_proposed_to_the_moderators_who_accept_it(database: Database, elsewhere: Bot) -> None:
    bot = await follower(database)
    await elsewhere.told("alias zoom + zoumzoum")
    said = await passes_on(elsewhere, bot)
    assert said.startswith("Proposition 1\n\nVenue du catalogue de @releve:ailleurs.")
    assert "aliases.any : + zoumzoum" in said
    assert bot.shelf.names().named("zoumzoum") == ()

    await bot.told("changer zoom effort = semaine")
    await bot.told("propositions")
    assert (await bot.told("accepter 1")).startswith("Révision 2")
    assert bot.shelf.names().named("zoumzoum") != ()
    assert bot.effort() == "week"


async def test_a_retirement_goes_along_with_all_it_touches(database: Database, elsewhere: Bot) -> None:
    bot = await follower(database, apply=True)
    await elsewhere.told("retirer scrumblr devenu digipad : fermé | closed")
    await passes_on(elsewhere, bot)
    assert bot.shelf.catalogue == elsewhere.shelf.catalogue


async def test_an_undo_goes_along_too(database: Database, elsewhere: Bot) -> None:
    bot = await follower(database, apply=True)
    await elsewhere.told("alias zoom + zoumzoum")
    await passes_on(elsewhere, bot)
    await elsewhere.told("annuler 1")
    await passes_on(elsewhere, bot)
    assert bot.shelf.catalogue == school()


async def test_what_was_changed_here_too_is_for_the_moderators(database: Database, elsewhere: Bot) -> None:
    bot = await follower(database, apply=True)
    await bot.told("changer zoom effort = semaine")
    await elsewhere.told("changer zoom effort = saison")
    said = await passes_on(elsewhere, bot)
    assert said.startswith("Proposition 1")
    assert "effort : week → season" in said
    assert bot.effort() == "week"


async def test_what_the_checks_refuse_here_is_for_the_moderators(database: Database, elsewhere: Bot) -> None:
    bot = await follower(database, apply=True)
    await bot.told("alias pcloud + zoumzoum")
    await elsewhere.told("alias zoom + zoumzoum")
    said = await passes_on(elsewhere, bot)
    assert "Telle quelle, elle ne peut pas être appliquée" in said
    assert [ref.id for ref in bot.shelf.names().named("zoumzoum")] == ["pcloud"]


async def test_what_is_there_already_is_passed_over_in_silence(database: Database, elsewhere: Bot) -> None:
    bot = await follower(database, apply=True)
    await bot.told("alias zoom + zoumzoum")
    await elsewhere.told("alias zoom + zoumzoum")
    assert await passes_on(elsewhere, bot) == ""
    assert bot.last == []


async def test_what_was_heard_is_not_told_on(database: Database, elsewhere: Bot) -> None:
    bot = await follower(database, apply=True)
    bot.config = bot.config.model_copy(update={"publish_in": CATALOGUE})
    again = await bot.restarted(school())
    await elsewhere.told("alias zoom + zoumzoum")
    await passes_on(elsewhere, again)
    assert again.published == []
    assert again.shelf.names().named("zoumzoum") != ()


@pytest.mark.parametrize(("who", "room"), [("@evil:x", CATALOGUE), (THEM, "!elsewhere")])
async def test_only_trusted_bots_in_their_room_are_heard(
    database: Database, elsewhere: Bot, who: str, room: str
) -> None:
    bot = await follower(database, apply=True)
    await elsewhere.told("alias zoom + zoumzoum")
    assert await passes_on(elsewhere, bot, who, room) == ""
    assert bot.shelf.catalogue == school()


FIELDS = st.dictionaries(
    st.sampled_from(["revision", "reason", "changes", "other"]),
    st.text(max_size=60)
    | st.integers()
    | st.sampled_from(
        [
            "[]",
            "{}",
            "[1]",
            '[{"kind": "products", "id": "zoom", "base": null, "entry": null}]',
            '[{"kind": "nobody", "id": "zoom", "base": {}, "entry": {}}]',
            '[{"kind": "products", "id": "../x", "base": {}, "entry": {"name": "x"}}]',
            '[{"kind": "products", "id": "zoom", "base": {"name": "Zoom"}, "entry": {"name": {"deep": [1]}}}]',
            '[{"kind": "products", "id": "zoom", "base": {"needs": 3}, "entry": {"needs": [{}]}}]',
            "[" * 5_000,
        ]
    ),
    max_size=4,
)


@given(FIELDS)
def test_whatever_a_bot_tells_is_read_or_left(fields: dict[str, Any]) -> None:
    read = sharing.heard(fields)
    for patch in read[0] if read else ():
        sharing.joined(patch, document(school().products["zoom"]))
        sharing.theirs(patch, school())


async def test_nonsense_of_a_trusted_bot_changes_nothing(database: Database) -> None:
    bot = await follower(database, apply=True)
    named_by_a_number = '[{"kind": "products", "id": "zoom", "base": {}, "entry": {"name": 3}}]'
    for number, changes in enumerate(["[]", "nonsense", named_by_a_number]):
        await bot.hears(
            Published(room=CATALOGUE, event=f"$n{number}", sender=THEM, age_ms=0, fields={"changes": changes})
        )
    assert bot.shelf.catalogue == school()


def test_a_revision_comes_back_from_its_event_as_it_was() -> None:
    before = document(small.product("Zoom"))
    change = Change("products", "zoom", before, {**before, "effort": "week"})
    fields = sharing.told(7, "relu", [change])
    assert fields is not None
    read = sharing.heard(fields)
    assert read is not None
    [patch] = read[0]
    assert (patch.base, patch.entry) == ({"effort": "evening"}, {"effort": "week"})
    assert sharing.joined(patch, before) == (change, False)
    assert read[1] == "relu"


def test_what_is_too_large_for_an_event_is_not_told() -> None:
    before = document(small.product("Zoom"))
    assert sharing.told(1, "", [Change("products", "zoom", before, {**before, "name": "x" * 60_000})]) is None
