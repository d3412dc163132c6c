"""The weekly step in its room: what it says, and what follows from each answer."""

from datetime import timedelta

import pytest

from bot.association import storage_settings
from bot.conversation import Lane, React, Say
from tests.association.migration.room import Office
from tests.nudge.week import FIRST, local, nudged, when

# ── the message ──────────────────────────────────────────────────────────────────────────────────


async def test_the_first_step_comes_a_week_after_the_first_plan(planned: Office) -> None:
    assert await when(planned) == local("2026-12-01 18:30")
    assert await nudged(planned) == [FIRST]
    assert await when(planned) == local("2026-12-08 18:30")


async def test_it_is_noticed_waits_for_answers_and_has_buttons(planned: Office) -> None:
    await nudged(planned)
    said, *buttons = [row.effect for row in planned.sent[-5:]]
    assert isinstance(said, Say)
    assert (said.notify, said.lane, said.cause) == (True, Lane.BROADCAST, "1/2026-W49")
    assert [(each.key, each.target, each.own, each.lane) for each in buttons if isinstance(each, React)] == [
        (key, said.transaction, True, Lane.BROADCAST) for key in ("✅", "💤", "⏭", "🔕")
    ]


async def test_it_goes_to_the_home_room_in_the_language_of_the_association(planned: Office) -> None:
    async with planned.database.transaction() as tx:
        await storage_settings.move_room(tx, "!board", 1, 0)
        await storage_settings.set_home_room(tx, 1, "!board")
        await storage_settings.set_language(tx, 1, "en")
    await planned.wakes()
    [said] = await nudged(planned)
    assert said.startswith(
        "Small step of the week: ask for a copy of what you have at Google Drive (15 minutes).\n\n"
        "Because you planned to leave Google Drive. Google Takeout hands it over."
    )
    assert {row.room for row in planned.sent[-5:]} == {"!board"}


async def test_it_refers_to_the_plan_and_to_what_was_reported(planned: Office) -> None:
    await nudged(planned)
    await planned.reacts("✅")
    await planned.replies("Karim, mercredi")
    [said] = await nudged(planned)
    assert said.startswith(
        "Petit pas de la semaine : ouvrir Nextcloud (20 minutes).\n\n"
        "Déjà fait : demander une copie de ce que vous avez chez Google Drive. La suite :"
        " Demander un espace. frama.space (gratuit)\n\n"
    )
    assert "C’est le premier" not in said


async def test_it_fits_a_screen(planned: Office) -> None:
    [said] = await nudged(planned)
    assert len(said) < 900


# ── answers ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("how", ["✅", "fait", "C’est fait !", "overheard"])
async def test_done(planned: Office, how: str) -> None:
    await nudged(planned)
    if how == "✅":
        said = await planned.reacts(how)
    else:
        said = await (planned.says("fait") if how == "overheard" else planned.replies(how))
    assert said == [
        "C’est fait : demander une copie de ce que vous avez chez Google Drive."
        " Encore 5 étapes pour quitter Google Drive.\n\nUn clic de trop ? « annuler »."
    ]


async def test_a_second_check_mark_is_the_same_answer(planned: Office) -> None:
    await nudged(planned)
    await planned.reacts("✅")
    assert await planned.reacts("✅", to=1) == []


async def test_the_last_step_ends_the_migration(planned: Office) -> None:
    for _ in range(5):
        await nudged(planned)
        await planned.reacts("✅")
    await nudged(planned)
    assert await planned.reacts("✅") == [
        "Google Drive → Nextcloud : c’est fait. Merci à qui s’en est chargé.\n\n"
        "Dépendance aux outils numériques : 0 sur 100 (c’était 90).\n\nUn clic de trop ? « annuler »."
    ]
    assert await nudged(planned) == [
        "Plus de petit pas à proposer : ce que je connais de vos outils est entre de bonnes mains."
        " Je me tais ; demandez quand vous voulez."
    ]
    assert await when(planned) is None


@pytest.mark.parametrize("how", ["take back", "annuler"])
async def test_a_wrong_check_mark_is_undone(planned: Office, how: str) -> None:
    await nudged(planned)
    await planned.reacts("✅")
    said = await (planned.takes_back() if how == "take back" else planned.replies("annuler", to=1))
    assert said == ["C’est annulé : Google Drive → Nextcloud est de nouveau prévu."]
    assert (await nudged(planned))[0].startswith("Petit pas de la semaine : demander une copie")


async def test_later_brings_the_same_step_a_week_later(planned: Office) -> None:
    await nudged(planned)
    assert await planned.reacts("💤") == ["Entendu, on en reparle dans une semaine."]
    assert await when(planned) == local("2026-12-08 18:30")
    assert (await nudged(planned))[0].startswith("Petit pas de la semaine : demander une copie")


async def test_another_step_takes_the_place_of_a_refused_one(planned: Office) -> None:
    await nudged(planned)
    [said] = await planned.reacts("⏭")
    assert said.startswith(
        "Entendu, celle-là ne reviendra pas avant trois mois. À la place :\n\n"
        "Petit pas de la semaine : ouvrir Nextcloud (20 minutes)."
    )
    assert planned.sent[-5].effect.lane is Lane.CONVERSATION
    assert (await planned.reacts("✅"))[0].startswith("C’est fait : ouvrir Nextcloud.")
    assert (await nudged(planned))[0].startswith("Petit pas de la semaine : essayer Nextcloud à trois")


async def test_a_refusal_is_undone(planned: Office) -> None:
    await nudged(planned)
    await planned.reacts("⏭")
    assert await planned.replies("annuler") == ["C’est annulé, votre réponse ne compte plus."]
    assert (await nudged(planned))[0].startswith("Petit pas de la semaine : demander une copie")


@pytest.mark.parametrize("how", ["🔕", "stop"])
async def test_stop_is_for_good_until_it_is_asked_for_again(planned: Office, how: str) -> None:
    await nudged(planned)
    said = await (planned.reacts(how) if how == "🔕" else planned.replies(how))
    assert said == ["C’est arrêté, plus de petit pas ici. !releve rappels oui pour reprendre un jour."]
    assert await when(planned) is None
    await planned.says("!releve migrer Doodle → Framadate")
    assert await when(planned) is None
    assert (await planned.says("!releve rappels oui"))[0].startswith("Prochain petit pas : mardi 8 décembre à 18 h 30")


async def test_a_stop_that_is_taken_back(planned: Office) -> None:
    await nudged(planned)
    await planned.reacts("🔕")
    assert await planned.takes_back() == ["C’est remis : le petit pas de la semaine continue."]
    assert await planned.wakes() == []
    assert await when(planned) == local("2026-12-08 18:30")


@pytest.mark.parametrize("words", ["pourquoi celle-ci ?", "pourquoi ?"])
async def test_why_this_one(planned: Office, words: str) -> None:
    await nudged(planned)
    assert await planned.replies(words) == [
        "Parce que vous avez prévu de passer de Google Drive à Nextcloud, et que c’est l’étape qui vient."
    ]
    assert await planned.says(words) == []


async def test_whom_to_ask_points_to_people(planned: Office) -> None:
    await nudged(planned)
    [said] = await planned.replies("à qui demander ?")
    assert "emancipasso.org" in said
    assert "chatons.org" in said


async def test_words_between_people_are_theirs(planned: Office) -> None:
    await nudged(planned)
    assert await planned.says("c’est une bonne idée") == []
    planned.clock.time += timedelta(hours=1)
    assert await planned.says("fait") == []


async def test_a_promise_in_reply_is_kept_and_comes_first(planned: Office) -> None:
    await planned.says("!releve migrer Doodle → Framadate")
    await nudged(planned)
    assert await planned.replies("Karim, lundi") == [
        "C’est noté : Karim, lundi 7 décembre. J’y reviendrai dans le petit pas de la semaine."
    ]
    [said] = await nudged(planned)
    assert "Comme convenu : Karim, lundi 7 décembre." in said


async def test_without_a_plan_a_first_look_can_be_planned_by_a_rocket(office: Office) -> None:
    await office.says("!releve inventaire + Google Drive (fichiers)")
    await office.says("!releve rappels oui")
    [said] = await nudged(office)
    assert said.startswith("Petit pas de la semaine : regarder Nextcloud à la place de Google Drive (10 minutes).")
    assert await office.replies("pourquoi celle-ci ?") == [
        "Rien n’est en route, et Google Drive est ce qui pèse le plus pour l’effort que demande sa sortie :"
        " 90 points sur 100."
    ]
    assert (await office.reacts("🚀", to=2))[0].startswith("Google Drive → Nextcloud : c’est prévu")


async def test_without_anything_known_it_is_the_quiz(office: Office) -> None:
    await office.says("!releve rappels oui")
    assert (await nudged(office))[0].startswith("Petit pas de la semaine : faire le point sur vos outils (5 minutes).")
