"""The association in its room: what it uses, and when the bot keeps quiet."""

import pytest

from bot.association import Association, storage
from bot.catalog.names import Names
from bot.database import Database
from tests.association.conversation import Chat
from tests.catalog.small import alternative, catalogue, need, product

NAMES = Names(
    catalogue(product("Trello", needs="projects"), alternative("Nextcloud"), need("projects", "projets", "projects"))
)


@pytest.fixture
def chat(database: Database) -> Chat:
    return Chat(database, Association(lambda: NAMES))


async def test_the_inventory_is_filled_shown_and_emptied(chat: Chat) -> None:
    assert await chat.says("!releve inventaire") == [
        "Je ne sais pas encore ce que vous utilisez. Dites-le-moi ainsi :"
        " !releve inventaire + Nextcloud (fichiers), + Zoom"
    ]
    assert await chat.says("!releve inventaire + trello (projets), + next cloud, + Truc maison") == [
        "Trello est noté. Pour : projets.\n\nNextcloud est noté.\n\n"
        "Truc maison est noté sous ce nom, mais je ne le connais pas. À quoi sert-il ? Dites-le ainsi :"
        " « on utilise Truc maison pour les plannings »."
    ]
    assert await chat.says("!releve inventaire") == [
        "Ce que l’association utilise, 3 outils :\n"
        "• Nextcloud\n• Trello (projets)\n• Truc maison · autre service, à vérifier"
    ]
    assert await chat.says("!releve inventaire - trello + Trello") == ["Trello est retiré.\n\nTrello est noté."]
    assert await chat.says("!releve inventaire - truc maison, - Zoom") == [
        "truc maison est retiré.\n\nZoom n’y était pas."
    ]


async def test_the_inventory_speaks_english_to_who_speaks_english(chat: Chat) -> None:
    assert await chat.says("!releve inventory Trello") == [
        "I could not read that list. An example: !releve inventory + Trello (projects), - Zoom"
    ]
    assert await chat.says("!releve inventory + Trello, + Trello") == ["Trello is noted.\n\nTrello was there already."]


async def test_what_is_used_is_told_in_plain_words(chat: Chat) -> None:
    assert await chat.says("on utilise Trello pour les projets et Truc maison", mentioned=True) == [
        "Trello est noté. Pour : projets.\n\n"
        "Truc maison est noté sous ce nom, mais je ne le connais pas. À quoi sert-il ? Dites-le ainsi :"
        " « on utilise Truc maison pour les plannings »."
    ]
    assert await chat.says("we use Homebrew for projects", mentioned=True) == [
        "Homebrew is noted under that name. I do not know it: it counts as another service, to be checked."
        " For: projects."
    ]
    assert await chat.says("on n’utilise plus Trello", mentioned=True) == ["Trello est retiré."]
    assert await chat.says("on utilise Trello pour les projets") == []


async def test_a_tool_that_does_not_serve_the_need_named_later_is_not_noted_for_it(
    chat: Chat, database: Database
) -> None:
    await chat.says("on utilise Zoom et Trello pour les projets", mentioned=True)
    async with database.transaction() as tx:
        assert [(tool.id, tool.need) for tool in await storage.inventory(tx, "!office")] == [
            ("trello", "projects"),
            ("zoom", ""),
        ]


async def test_a_tool_that_is_not_known_cannot_bring_a_link_or_a_tag(chat: Chat) -> None:
    [said] = await chat.says("!releve inventaire + <b>evil.example/@room")
    assert "evil.example" not in said
    assert "@room" not in said


async def test_silence_and_back(chat: Chat, database: Database) -> None:
    assert await chat.says("silence", mentioned=True) == [
        "Entendu, je me tais dans ce salon. Mentionnez-moi quand vous avez besoin de moi ;"
        " « !releve écoute » me fait revenir."
    ]
    async with database.transaction() as tx:
        assert not await storage.listens(tx, "!office")
        assert await storage.listens(tx, "!elsewhere")
    assert await chat.says("!releve écoute") == [
        "Je réponds de nouveau ici quand on demande par quoi remplacer un outil."
    ]
    async with database.transaction() as tx:
        assert await storage.listens(tx, "!office")


async def test_silence_between_people_is_not_for_the_bot(chat: Chat) -> None:
    assert await chat.says("silence") == []
