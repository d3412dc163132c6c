"""From an answer to a migration, and what becomes of it: what is typed, and the whole reply."""

from datetime import datetime, timedelta

import pytest

from bot.association import Association, standing, storage
from bot.association.migration import Migrations
from bot.association.migration import storage as migrations
from bot.conversation import Say, Text
from bot.database import Database, outbox
from tests.association.migration.room import PARIS, HandClock, Office
from tests.association.migration.small import CATALOGUE, NAMES

PLANNED = (
    "Google Drive → Nextcloud : c’est prévu, en 6 petites étapes.\n"
    "1. demander une copie de ce que vous avez chez Google Drive (15 minutes)\n"
    "2. ouvrir Nextcloud (20 minutes)\n"
    "3. essayer Nextcloud à trois (20 minutes)\n"
    "4. emporter l’utile de Google Drive vers Nextcloud (20 minutes)\n"
    "5. dire aux membres que ça se passe sur Nextcloud (10 minutes)\n"
    "6. fermer l’ancien compte de Google Drive (10 minutes)\n\n"
    "Qui s’en charge, et pour quand ? « moi, jeudi » suffit ; sans réponse, on avance tranquillement.\n\n"
    "✅ c’est déjà fait · ❌ finalement non · « migrations » pour la liste"
)
DONE = (
    "Google Drive → Nextcloud : c’est fait. Merci à qui s’en est chargé.\n\n"
    "Dépendance aux outils numériques : 0 sur 100 (c’était 90).\n\n"
    "Un clic de trop ? « annuler »."
)


@pytest.fixture
def office(database: Database) -> Office:
    migrations_skill = Migrations(lambda: NAMES)
    clock = HandClock(datetime(2026, 11, 24, 20, 0, tzinfo=PARIS))
    return Office(database, [migrations_skill, Association(lambda: NAMES)], clock, answering=[migrations_skill])


async def answered(office: Office, *products: str, alternatives: tuple[str, ...] = ("nextcloud", "cryptpad")) -> None:
    """The bot answers what replaces these products."""
    answer = Say(room="!office", cause=f"$asked-{len(office.sent)}", text=Text("Nextcloud", "Nextcloud"))
    now_ms = office.clock.now_ms()
    offered = migrations.Offered(products, (), alternatives, "fr")
    async with office.database.transaction() as tx:
        posted = await outbox.post(tx, answer, now_ms)
        assert posted is not None
        await migrations.offer(tx, answer.transaction, "!office", offered, now_ms)
    await office.delivered([posted])


async def tools(office: Office) -> set[str]:
    async with office.database.transaction() as tx:
        return set(await storage.tools(tx, "!office"))


async def score(office: Office) -> int | None:
    async with office.database.transaction() as tx:
        stands = await standing.standing(tx, "!office", CATALOGUE)
    return stands.score.value if stands.score else None


async def test_a_rocket_on_an_answer_makes_a_plan(office: Office) -> None:
    await answered(office, "google-drive")
    assert await office.reacts("🚀") == [PLANNED]
    assert await tools(office) == {"google-drive"}


@pytest.mark.parametrize("words", ["on s’y met", "On s'y met !", "let's do it"])
async def test_words_right_after_an_answer_do_it_too(office: Office, words: str) -> None:
    await answered(office, "google-drive")
    assert await office.says(words) == [PLANNED]


async def test_another_alternative_can_be_picked_by_its_number(office: Office) -> None:
    await answered(office, "google-drive")
    [said] = await office.replies("on s’y met avec le 2")
    assert said.startswith("Google Drive → CryptPad : c’est prévu")


async def test_words_long_after_an_answer_are_between_people(office: Office) -> None:
    await answered(office, "google-drive")
    office.clock.time += timedelta(minutes=11)
    assert await office.says("on s’y met") == []
    assert await office.replies("on s’y met") == [PLANNED]


async def test_a_second_rocket_is_the_same_plan(office: Office) -> None:
    await answered(office, "google-drive")
    await office.reacts("🚀")
    assert await office.reacts("🚀", to=0) == [
        "Google Drive → Nextcloud est déjà en route : c’est le numéro 1 de « migrations »."
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "!releve migrer Google Drive → Nextcloud",
        "!releve migrer google drive -> next cloud",
        "!releve migrer de Google Drive vers Nextcloud",
        "!releve migrer Google Drive → Nextcloud chez Framasoft",
        "!releve migrer Google Drive → Framaspace",
        "!releve migrer Google Drive",
    ],
)
async def test_a_command_makes_a_plan(office: Office, typed: str) -> None:
    assert await office.says(typed) == [PLANNED]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "!releve migrer",
            "Dites d’où et vers où, par exemple !releve migrer Google Drive → Nextcloud ; « chez … » pour l’hébergeur.",
        ),
        (
            "!releve migrer Google Drive → OneDrive",
            "OneDrive n’est pas une sortie que je peux proposer :"
            " je n’accompagne que vers des outils libres ou associatifs.",
        ),
        (
            "!releve migrer Zorglub → Nextcloud",
            "Je ne connais pas encore Zorglub. Dites l’outil que vous quittez, puis celui vers lequel vous allez :"
            " !releve migrer Google Drive → Nextcloud",
        ),
        (
            "!releve migrer Google Drive → <b>zorg.example",
            "Je ne connais pas encore <b>zorg.\u2060example comme alternative, je ne saurais pas en écrire les étapes."
            " « alternatives » montre celles que je connais.",
        ),
    ],
)
async def test_what_cannot_be_planned_is_said(office: Office, typed: str, said: str) -> None:
    assert await office.says(typed) == [said]
    assert await tools(office) == set()


async def test_a_change_of_one_evening_has_few_steps(office: Office) -> None:
    [said] = await office.says("!releve migrer Doodle → Framadate")
    assert said.startswith(
        "Doodle → Framadate : c’est prévu, en 3 petites étapes.\n1. installer Framadate (20 minutes)\n"
        "2. essayer Framadate à trois (20 minutes)\n3. dire aux membres que ça se passe sur Framadate (10 minutes)"
    )


async def test_what_the_association_has_is_not_opened_again(office: Office) -> None:
    await office.says("!releve inventaire + Nextcloud")
    [said] = await office.says("!releve migrer Google Drive → Nextcloud")
    assert "5 petites étapes" in said
    assert "ouvrir" not in said


async def test_who_and_when_are_asked_once_and_optional(office: Office) -> None:
    await office.says("!releve migrer Google Drive → Nextcloud")
    assert await office.says("on se voit quand ?") == []
    assert await office.says("moi, jeudi") == [
        "C’est noté : la personne qui s’est proposée, jeudi 26 novembre."
        " J’y reviendrai dans le petit pas de la semaine."
    ]
    assert await office.replies("Karim d’ici vendredi", to=0) == [
        "C’est noté : Karim, vendredi 27 novembre. J’y reviendrai dans le petit pas de la semaine."
    ]


async def test_first_names_are_kept_only_while_it_lasts(office: Office) -> None:
    await office.says("!releve migrer Google Drive → Nextcloud")
    await office.replies("Karim, vendredi")
    await office.says("!releve migrations fini")
    rows = await office.database.fetch_all("SELECT who, by_day FROM migration")
    assert [tuple(row) for row in rows] == [(None, None)]
    changes = await office.database.fetch_all("SELECT before FROM migration_change WHERE before IS NOT NULL")
    assert all("Karim" not in row["before"] for row in changes)


async def test_done_by_reaction_changes_the_inventory_and_the_score(office: Office) -> None:
    await office.says("!releve migrer Google Drive → Nextcloud")
    assert await score(office) == 90
    assert await office.reacts("✅") == [DONE]
    assert await tools(office) == {"nextcloud"}
    assert await score(office) == 0


async def test_a_second_check_mark_changes_nothing(office: Office) -> None:
    await office.says("!releve migrer Google Drive → Nextcloud")
    await office.reacts("✅")
    assert await office.reacts("✅", to=0) == []


@pytest.mark.parametrize("how", ["take back", "annuler", "command"])
async def test_a_wrong_click_is_undone(office: Office, how: str) -> None:
    await office.says("!releve migrer Google Drive → Nextcloud")
    await office.reacts("✅")
    if how == "take back":
        said = await office.takes_back()
    else:
        said = await (office.replies("annuler") if how == "annuler" else office.says("!releve migrations annuler 1"))
    assert said == ["C’est annulé : Google Drive → Nextcloud est de nouveau prévu."]
    assert await tools(office) == {"google-drive"}
    assert await score(office) == 90


async def test_a_rocket_that_is_taken_back_leaves_no_plan(office: Office) -> None:
    await answered(office, "google-drive")
    await office.reacts("🚀")
    assert await office.takes_back() == ["C’est annulé : ce déménagement n’est plus prévu."]
    assert (await office.says("!releve migrations"))[0].startswith("Rien n’est prévu pour l’instant.")


async def test_other_tools_for_the_same_need_stay(office: Office) -> None:
    await office.says("!releve inventaire + CryptPad (fichiers), + Google Drive")
    await office.says("!releve migrer Google Drive → Nextcloud")
    await office.says("!releve migrations fini 1")
    assert await tools(office) == {"nextcloud", "cryptpad"}


async def test_dropped_in_words(office: Office) -> None:
    await office.says("!releve migrer Google Drive → Nextcloud")
    assert await office.says("finalement non") == []
    assert await office.replies("finalement non") == [
        "Google Drive → Nextcloud : c’est laissé de côté, rien n’a changé dans votre inventaire.\n\n"
        "Un clic de trop ? « annuler »."
    ]


async def test_the_list_shows_what_is_under_way_first(office: Office) -> None:
    await office.says("!releve migrer Doodle → Framadate")
    await office.says("!releve migrations fini 1")
    await office.says("!releve migrer Google Drive → Nextcloud")
    await office.replies("Karim, vendredi")
    assert await office.says("!releve migrations") == [
        "2 déménagements :\n"
        "• 2 · Google Drive → Nextcloud · prévu depuis le mardi 24 novembre · Karim, vendredi 27 novembre"
        " · ensuite : demander une copie de ce que vous avez chez Google Drive\n"
        "• 1 · Doodle → Framadate · fait le mardi 24 novembre\n\n"
        "!releve migrations fini 1, abandonner 1 ou annuler 1"
    ]


async def test_english_is_spoken_to_who_speaks_english(office: Office) -> None:
    office.language = "en"
    [said] = await office.says("!releve migrate Doodle to Framadate")
    assert said.startswith("Doodle → Framadate: planned, in 3 small steps.\n1. install Framadate (20 minutes)")
    assert "Who takes it, and by when?" in said
