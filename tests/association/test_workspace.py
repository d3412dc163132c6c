"""Which rooms belong to an association, and what its moderators set."""

import pytest

from bot.association import Association, storage, storage_settings
from bot.catalog.names import Names
from bot.database import Database, Transaction
from tests.association.conversation import ADA, BOB, Chat
from tests.catalog.small import alternative, catalogue, need, product

NAMES = Names(
    catalogue(
        product("Trello", needs="projects"),
        alternative("Nextcloud", needs="projects"),
        need("projects", "projets", "projects"),
    )
)
NOT_ALLOWED = "Je n’ai rien changé : ce réglage revient aux personnes qui modèrent ce salon."


@pytest.fixture
def chat(database: Database) -> Chat:
    return Chat(database, Association(lambda: NAMES))


async def rooms_of(database: Database, room: str) -> tuple[str, ...]:
    async with database.transaction() as tx:
        return (await storage_settings.settings(tx, room, 0)).rooms


async def tools_of(database: Database, room: str) -> list[str]:
    async with database.transaction() as tx:
        return [tool.name for tool in await storage.inventory(tx, room)]


async def test_a_room_is_named_and_another_joins_it(chat: Chat, database: Database) -> None:
    await chat.says("!releve inventaire + Trello")
    assert await chat.says("!releve association Les Amis du quartier") == [
        "C’est noté : ce salon est celui de Les Amis du quartier.\n\n"
        "Pour relier un autre salon que vous modérez, dites-y la même commande d’ici une heure."
    ]
    assert await chat.says("!releve association les amis du quartier", room="!garden") == [
        "Ce salon rejoint Les Amis du quartier : 2 salons, un seul inventaire et les mêmes réglages."
        " !releve association quitter l’en détache."
    ]
    assert await tools_of(database, "!garden") == ["Trello"]
    assert await chat.says("!releve association", room="!garden") == [
        "Les Amis du quartier : 2 salons, dont celui-ci.\n\n"
        "Pour nommer l’association : !releve association Les Amis du quartier. Redit par la même personne dans un"
        " autre salon, dans l’heure, le même nom y relie ce salon."
    ]


async def test_the_same_name_said_by_another_moderator_joins_nothing(chat: Chat, database: Database) -> None:
    chat.powers[BOB] = 50
    await chat.says("!releve association Les Amis")
    await chat.says("!releve association Les Amis", by=BOB, room="!strangers")
    assert await rooms_of(database, "!office") == ("!office",)


async def test_without_the_right_nothing_is_named_but_all_is_shown(chat: Chat) -> None:
    assert await chat.says("!releve association Les Amis", by=BOB) == [NOT_ALLOWED]
    assert (await chat.says("!releve association", by=BOB))[0].startswith("L’association de ce salon n’a pas")


class Later:
    """A clock that is set."""

    def __init__(self) -> None:
        self.ms = 1_800_000_000_000

    def now_ms(self) -> int:
        return self.ms

    def now(self) -> object:
        raise NotImplementedError


async def test_after_an_hour_the_offer_is_over(chat: Chat, database: Database) -> None:
    clock = Later()
    chat.clock = clock  # type: ignore[assignment]
    await chat.says("!releve association Les Amis")
    clock.ms += 60 * 60 * 1000 + 1
    await chat.says("!releve association Les Amis", room="!garden")
    assert await rooms_of(database, "!office") == ("!office",)


async def test_what_the_joining_room_knew_and_the_other_did_not_comes_along(chat: Chat, database: Database) -> None:
    await chat.says("!releve inventaire + Trello (projets)")
    await chat.says("!releve inventaire + Nextcloud (projets), + Zoom", room="!garden")
    await chat.says("!releve association Les Amis")
    await chat.says("!releve association Les Amis", room="!garden")
    assert await tools_of(database, "!office") == ["Trello", "Zoom"]


async def test_other_skills_move_what_they_keep_when_two_associations_become_one(database: Database) -> None:
    merged: list[tuple[int, int]] = []

    async def merge(tx: Transaction, before: int, after: int) -> None:
        merged.append((before, after))

    chat = Chat(database, Association(lambda: NAMES, merging=[merge]))
    await chat.says("!releve association Les Amis")
    await chat.says("!releve association Les Amis", room="!garden")
    assert merged == [(2, 1)]


async def test_a_room_that_leaves_is_alone_again_and_the_other_keeps_all(chat: Chat, database: Database) -> None:
    assert await chat.says("!releve association quitter") == ["Ce salon est déjà seul dans son association."]
    await chat.says("!releve inventaire + Trello")
    await chat.says("!releve association Les Amis")
    await chat.says("!releve association Les Amis", room="!garden")
    assert await chat.says("!releve association leave", room="!garden") == [
        "Ce salon est de nouveau sa propre association, avec un inventaire vide. L’autre garde le sien."
    ]
    assert (await tools_of(database, "!garden"), await tools_of(database, "!office")) == ([], ["Trello"])


async def test_one_room_is_the_home_of_the_association(chat: Chat, database: Database) -> None:
    await chat.says("!releve association Les Amis")
    await chat.says("!releve association Les Amis", room="!garden")
    assert "salon principal : celui-ci" in (await chat.says("!releve réglages"))[0]
    assert await chat.says("!releve home", room="!garden") == [
        "Noted: what concerns the whole association will come to this room."
    ]
    assert "salon principal : un autre" in (await chat.says("!releve réglages"))[0]
    async with database.transaction() as tx:
        assert (await storage_settings.settings(tx, "!office", 0)).home_room == "!garden"


async def test_the_settings_are_shown_and_changed(chat: Chat) -> None:
    assert await chat.says("!releve réglages", by=BOB) == [
        "Les réglages de l’association\n"
        "• nom : aucun pour l’instant\n• langue : français\n• fuseau horaire : Europe/Paris\n"
        "• petit pas de la semaine : mardi 18 h 30\n"
        "• écoute : je réponds ici quand on demande par quoi remplacer un outil\n• salon principal : celui-ci\n\n"
        "Pour changer : !releve réglages langue en, fuseau La Réunion, créneau jeudi 20h, écoute non, salon principal."
    ]
    assert await chat.says("!releve réglages fuseau La Réunion") == ["C’est noté : fuseau Indian/Reunion."]
    assert await chat.says("!releve réglages créneau jeudi 20h") == [
        "C’est noté : le petit pas de la semaine viendra le jeudi 20 h."
    ]
    assert await chat.says("!releve reglages écoute non") == [
        "Entendu, je me tais dans ce salon. Mentionnez-moi quand vous avez besoin de moi ;"
        " « !releve écoute » me fait revenir."
    ]
    assert await chat.says("!releve settings") == [
        "The settings of the association\n"
        "• name: none yet\n• language: French\n• time zone: Indian/Reunion\n• weekly step: Thursday 20:00\n"
        "• listening: off, I answer here only when called\n• home room: this one\n\n"
        "To change: !releve settings language fr, zone Mayotte, slot Thursday 8pm, listening off, home."
    ]


async def test_the_language_that_was_chosen_is_spoken_in_every_room(chat: Chat) -> None:
    await chat.says("!releve association Les Amis")
    await chat.says("!releve association Les Amis", room="!garden")
    assert await chat.says("!releve réglages langue anglais") == ["Noted, I speak English to this association."]
    assert await chat.says("!releve association leave", room="!elsewhere") == [
        "Ce salon est déjà seul dans son association."
    ]
    assert (await chat.says("!releve association", room="!garden"))[0].startswith("Les Amis: 2 rooms")


async def test_what_cannot_be_read_is_said_with_an_example(chat: Chat) -> None:
    assert (await chat.says("!releve réglages couleur bleu"))[0].startswith("Je n’ai pas reconnu ce réglage.")
    assert (await chat.says("!releve réglages langue breton"))[0].startswith("Je parle français et anglais")
    assert (await chat.says("!releve réglages fuseau Atlantide"))[0].startswith("Je ne connais pas cet endroit.")
    assert (await chat.says("!releve réglages créneau bientôt"))[0].startswith("Dites-moi un jour et une heure")
    assert (await chat.says("!releve réglages créneau lundi 22h"))[0].startswith("Je n’écris qu’entre 8 h et 20 h 30")
    assert (await chat.says("!releve association " + "a" * 61))[0].startswith("Il me faut un nom de 60 caractères")


async def test_settings_are_for_moderators(chat: Chat) -> None:
    assert await chat.says("!releve réglages langue en", by=BOB) == [NOT_ALLOWED]
    chat.powers[ADA] = None
    assert (await chat.says("!releve salon-principal"))[0].startswith("Je n’ai rien changé : le serveur")


async def test_a_name_cannot_bring_a_link_or_a_mention(chat: Chat) -> None:
    [said] = await chat.says("!releve association @room evil.example")
    assert "@room" not in said
    assert "evil.example" not in said
