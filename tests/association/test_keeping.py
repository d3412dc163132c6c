"""The association's data is its own: taken out as JSON, deleted once confirmed, nothing left in any table."""

import json

import pytest

from bot.association import Association, storage_data
from bot.catalog.names import Names
from bot.database import Database
from tests.association.conversation import ADA, BOB, Chat
from tests.catalog.small import catalogue, need, product

NAMES = Names(catalogue(product("Trello", needs="projects"), need("projects", "projets", "projects")))
ASKED = (
    "Tout effacer, dans tous les salons de l’association ? le nom et les réglages, 1 salon, 1 outil, 1 état passé."
    " Cela ne se défait pas ; !releve données en donne d’abord une copie.\n\n"
    "Pour confirmer dans les 15 minutes, répondez « oui, oublier » ou réagissez par ✅."
)
GONE = (
    "C’est effacé : le nom et les réglages, 1 salon, 1 outil, 1 état passé.\n\n"
    "Il reste seulement que je suis dans ce salon."
    " Les messages que j’y ai écrits sont à vous ; vous pouvez les supprimer."
)


class Clock:
    """A clock that is set."""

    def __init__(self) -> None:
        self.ms = 1_800_000_000_000

    def now_ms(self) -> int:
        return self.ms

    def now(self) -> object:
        raise NotImplementedError


@pytest.fixture
def chat(database: Database) -> Chat:
    return Chat(database, Association(lambda: NAMES), clock=Clock())  # type: ignore[arg-type]


async def rows_left(database: Database) -> dict[str, int]:
    """The tables that hold anything, but for those that the program needs to run."""
    names = await database.fetch_all("SELECT name FROM sqlite_schema WHERE type = 'table'")
    left = {}
    for row in names:
        count = await database.fetch_one(f"SELECT COUNT(*) AS count FROM {row['name']}")
        assert count is not None
        if row["name"] not in {"inbox", "outbox", "room", "sync_position"} and count["count"]:
            left[row["name"]] = count["count"]
    return left


async def test_the_data_is_shown_as_json(chat: Chat) -> None:
    await chat.says("!releve association Les Amis")
    await chat.says("!releve inventaire + Trello (projets)")
    [shown] = await chat.shows("!releve données", by=BOB)
    assert (shown.name, shown.mime) == ("association.json", "application/json")
    assert shown.alt == (
        "Tout ce que je garde de l’association : le nom et les réglages, 1 salon, 1 outil, 1 état passé."
        " Aucun message, et pas d’autres noms que les prénoms donnés pour un pas à faire."
    )
    data = json.loads(shown.content)
    assert data["association"][0]["name"] == "Les Amis"
    assert data["inventory"][0]["name"] == "Trello"
    assert data["standing"][0]["answers"]["projects"]["tools"] == [["trello", "Trello", True]]
    assert "@" not in shown.content.decode()


@pytest.mark.parametrize("confirmation", ["oui, oublier", "Oui oublier !", "!releve oui, oublier"])
async def test_all_is_forgotten_once_confirmed(chat: Chat, database: Database, confirmation: str) -> None:
    await chat.says("!releve inventaire + Trello (projets)")
    assert await chat.says("!releve oublier") == [ASKED]
    assert await chat.says(confirmation) == [GONE]
    assert await rows_left(database) == {}


async def test_a_reaction_of_the_same_person_confirms_too(chat: Chat, database: Database) -> None:
    await chat.says("!releve inventaire + Trello (projets)")
    await chat.says("!releve oublier")
    assert await chat.reacts("✅", target="$something-else") == []
    assert await chat.reacts("👍") == []
    assert await chat.reacts("✅\ufe0f") == [GONE]
    assert await rows_left(database) == {}


async def test_it_speaks_english_too(chat: Chat) -> None:
    await chat.says("!releve inventory + Trello")
    assert (await chat.says("!releve forget"))[0].startswith("Delete everything, in all rooms of the association?")
    assert (await chat.says("yes, forget"))[0].startswith("It is deleted: the name and the settings, 1 room, 1 tool")


async def test_nobody_else_confirms(chat: Chat, database: Database) -> None:
    chat.powers[BOB] = 100
    await chat.says("!releve inventaire + Trello")
    await chat.says("!releve oublier")
    assert await chat.says("oui, oublier", by=BOB) == []
    assert await chat.reacts("✅", by=BOB) == []
    assert "inventory" in await rows_left(database)


async def test_whoever_has_lost_the_right_meanwhile_confirms_nothing(chat: Chat, database: Database) -> None:
    await chat.says("!releve inventaire + Trello")
    await chat.says("!releve oublier")
    chat.powers[ADA] = 0
    assert await chat.says("oui, oublier") == [
        "Je n’ai rien changé : ce réglage revient aux personnes qui modèrent ce salon."
    ]
    chat.powers[ADA] = None
    assert (await chat.says("oui, oublier"))[0].startswith("Je n’ai rien changé : le serveur ne m’a pas dit")
    assert "inventory" in await rows_left(database)


async def test_after_fifteen_minutes_the_question_is_over(chat: Chat, database: Database) -> None:
    await chat.says("!releve inventaire + Trello")
    await chat.says("!releve oublier")
    chat.clock.ms += 15 * 60 * 1000 + 1  # type: ignore[attr-defined]
    assert (await chat.says("oui, oublier"))[0].startswith("Plus de 15 minutes ont passé : je n’ai rien effacé.")
    assert await chat.says("oui, oublier") == []
    assert "inventory" in await rows_left(database)


async def test_what_is_over_is_dropped_in_time(chat: Chat, database: Database) -> None:
    await chat.says("!releve association Les Amis")
    await chat.says("!releve oublier")
    now_ms = chat.clock.now_ms()
    for later_ms, left in (
        (0, {"link_offer", "forget_request"}),
        (2 * 60 * 60 * 1000, {"forget_request"}),
        (10**9, set()),
    ):
        async with database.transaction() as tx:
            await storage_data.drop_stale(tx, now_ms + later_ms)
        assert set(await rows_left(database)) - {"association", "association_room"} == left


async def test_without_a_question_yes_means_nothing(chat: Chat) -> None:
    assert await chat.says("oui, oublier") == []
    assert await chat.says("!releve oublier") == ["Je ne garde rien de cette association."]


async def test_the_whole_association_is_forgotten_and_no_other(chat: Chat, database: Database) -> None:
    await chat.says("!releve association Les Amis")
    await chat.says("!releve association Les Amis", room="!garden")
    await chat.says("!releve inventaire + Trello", room="!garden")
    await chat.says("!releve inventaire + Zoom", room="!neighbours")
    await chat.says("!releve oublier")
    await chat.says("oui, oublier")
    assert await rows_left(database) == {"association": 1, "association_room": 1, "inventory": 1, "standing": 1}


async def test_what_belongs_to_a_row_is_taken_out_with_it_but_for_votes(chat: Chat, database: Database) -> None:
    async with database.transaction() as tx:
        quiz = await tx.insert(
            "INSERT INTO quiz (room_id, cause, language, direct, encrypted, polls, state, started_at)"
            " VALUES ('!office', '$q', 'fr', 0, 0, 1, 'open', 1)"
        )
        await tx.execute(
            "INSERT INTO question (quiz, place, ask, answers, state) VALUES (?, 1, '?', '[]', 'open')", (quiz,)
        )
        await tx.execute("INSERT INTO vote VALUES ('$v', ?, 1, '@ada:x', 1, 1, 'poll', '[]')", (quiz,))
    [shown] = await chat.shows("!releve données")
    data = json.loads(shown.content)
    assert [row["ask"] for row in data["question"]] == ["?"]
    assert "@ada:x" not in shown.content.decode()
    await chat.says("!releve oublier")
    await chat.says("oui, oublier")
    assert await rows_left(database) == {}


async def test_every_part_of_a_row_goes_with_it(database: Database) -> None:
    async with database.transaction() as tx:
        whole = {"association", *(table for table, _ in await storage_data._tables(tx))}
    keys = await database.fetch_all(
        'SELECT t.name AS part, f."table" AS whole, f.on_delete AS on_delete FROM pragma_table_list AS t,'
        " pragma_foreign_key_list(t.name) AS f"
    )
    for _ in keys:
        whole |= {key["part"] for key in keys if key["whole"] in whole}
    assert [key["part"] for key in keys if key["whole"] in whole and key["on_delete"] != "CASCADE"] == []


async def test_every_table_with_something_of_a_room_or_an_association_is_forgotten(database: Database) -> None:
    """A new table that keeps either is covered; one that hides them under another name must be thought of here."""
    async with database.transaction() as tx:
        covered = {table for table, _ in await storage_data._tables(tx)}
        rows = await tx.fetch_all(
            "SELECT t.name AS name, c.name AS column FROM pragma_table_list AS t, pragma_table_info(t.name) AS c"
            " WHERE t.schema = 'main' AND t.type = 'table'"
        )
    columns: dict[str, set[str]] = {}
    for row in rows:
        columns.setdefault(row["name"], set()).add(row["column"])
    of_the_program = {"room", "outbox", "association_room", "forget_request"}
    telling = {name for name, found in columns.items() if found & {"room_id", "association", "room"}}
    assert telling - of_the_program == covered
