"""The weekly step in its room: what it says, what is answered, when it comes, when it stops."""

import re
from datetime import datetime, time, timedelta

import pytest

from bot.association import Association, storage_settings
from bot.association import storage as association
from bot.association.migration import Migrations
from bot.association.settings import Defaults, Slot
from bot.conversation import Joined, Lane, Left, React, Room, Say
from bot.database import Database
from bot.desk import Rights
from bot.nudge import Nudges, storage
from tests.association.migration.room import PARIS, HandClock, Office
from tests.association.migration.small import NAMES
from tests.nudge.test_choice import PAIRS
from tests.nudge.year import Member, settle

FIRST = (
    "Petit pas de la semaine : demander une copie de ce que vous avez chez Google Drive (15 minutes).\n\n"
    "Parce que vous avez prévu de quitter Google Drive. Google Takeout rend les dossiers. takeout.google.com\n\n"
    "Qui s’en charge, et quel jour ?\n\n"
    "✅ fait · 💤 plus tard · ⏭ autre chose · 🔕 stop · « pourquoi celle-ci ? » · « à qui demander ? »\n\n"
    "C’est le premier : j’en propose un par semaine (mardi 18 h 30)."
    " 🔕 ou « stop » m’arrête, !releve rappels change le moment."
)
WEEK = timedelta(weeks=1)
FOUR_WEEKS = timedelta(weeks=4)


@pytest.fixture
def office(database: Database) -> Office:
    """Tuesday 24 November 2026, eight in the evening."""
    clock = HandClock(datetime(2026, 11, 24, 20, 0, tzinfo=PARIS))
    migrations, nudges = Migrations(lambda: NAMES), Nudges(lambda: NAMES, clock, Defaults())
    return Office(
        database,
        [Association(lambda: NAMES), migrations, nudges],
        clock,
        timed=[nudges],
        weighing=[nudges],
        answering=[nudges, migrations],
    )


@pytest.fixture
async def planned(office: Office) -> Office:
    """The same, with a move that was just planned."""
    await office.says("!releve migrer Google Drive → Nextcloud")
    assert await office.wakes() == []
    return office


async def when(office: Office) -> datetime | None:
    """When the next step comes; a date that is to be computed again is computed first."""
    ms = await office.desk.next_wake()
    if ms == 0:
        assert await office.wakes() == []
        ms = await office.desk.next_wake()
    return datetime.fromtimestamp(ms / 1000, PARIS) if ms is not None else None


async def nudged(office: Office) -> list[str]:
    """What is said when the next step is due."""
    due = await when(office)
    assert due is not None
    office.clock.time = max(due, office.clock.time)
    return await office.wakes()


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=PARIS)


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


# ── when nobody answers ──────────────────────────────────────────────────────────────────────────


async def test_no_answer_makes_it_monthly_then_silent_and_says_so_once(planned: Office) -> None:
    times, said = [], []
    while (due := await when(planned)) is not None:
        times.append(due)
        said += await nudged(planned)
    assert times == [
        local(f"{day} 18:30") for day in ("2026-12-01", "2026-12-08", "2027-01-05", "2027-02-02", "2027-03-02")
    ]
    assert ["n’en propose plus qu’un par mois" in each for each in said] == [False, False, True, False, False]
    assert said[-1] == (
        "Je n’ai pas eu de réponse depuis un moment : j’arrête les petits pas ici, sans rancune."
        " !releve rappels oui quand l’envie revient."
    )


async def test_any_answer_brings_the_weekly_step_back(planned: Office) -> None:
    for _ in range(2):
        await nudged(planned)
    assert await when(planned) == local("2027-01-05 18:30")
    await planned.reacts("💤")
    await planned.wakes()
    assert await when(planned) == local("2026-12-15 18:30")


async def test_a_new_plan_ends_the_silence(planned: Office) -> None:
    while await when(planned) is not None:
        await nudged(planned)
    await planned.says("!releve migrer Doodle → Framadate")
    await planned.wakes()
    assert await when(planned) == local("2027-03-09 18:30")


# ── the schedule ─────────────────────────────────────────────────────────────────────────────────


async def test_the_next_date_is_shown_in_words_with_its_zone(planned: Office) -> None:
    assert await planned.says("!releve rappels") == [
        "Prochain petit pas : mardi 1er décembre à 18 h 30, heure locale (Paris).\n\n"
        "« plutôt le jeudi à 20h », « pas avant septembre », « non » :"
        " dites-le après !releve rappels, ou en réponse à un petit pas."
    ]


async def test_the_zone_of_the_association_is_spoken_of(planned: Office) -> None:
    async with planned.database.transaction() as tx:
        await storage_settings.set_time_zone(tx, 1, "America/Martinique")
        await storage_settings.set_language(tx, 1, "en")
    planned.language = "en"
    [said] = await planned.says("!releve reminders")
    assert said.startswith("Next small step: Tuesday 1 December at 18:30, local time (Martinique).")
    await planned.wakes()
    assert await when(planned) == local("2026-12-01 23:30")


async def test_none_before_it_began(office: Office) -> None:
    assert (await office.says("!releve rappels"))[0].startswith("Aucun petit pas n’est prévu")


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("jeudi 20h", "jeudi 26 novembre à 20 h"),
        ("plutôt le jeudi à 20h", "jeudi 26 novembre à 20 h"),
        ("pas avant septembre", "mardi 7 septembre 2027 à 18 h 30"),
        ("not before September", "mardi 7 septembre 2027 à 18 h 30"),
        ("pause jusqu’au 15 janvier", "mardi 19 janvier 2027 à 18 h 30"),
    ],
)
async def test_another_moment_by_command_or_in_reply(planned: Office, typed: str, date: str) -> None:
    assert (await planned.says(f"!releve rappels {typed}"))[0].startswith(f"Prochain petit pas : {date}")


async def test_another_moment_in_reply_to_a_step(planned: Office) -> None:
    await nudged(planned)
    assert (await planned.replies("plutôt le jeudi à 20h"))[0].startswith(
        "Prochain petit pas : jeudi 10 décembre à 20 h"
    )
    assert (await planned.replies("pas avant septembre", to=1))[0].startswith(
        "Prochain petit pas : jeudi 2 septembre 2027"
    )


async def test_a_day_alone_in_reply_to_a_step_is_a_promise(planned: Office) -> None:
    await nudged(planned)
    assert await planned.replies("jeudi") == [
        "C’est noté : jeudi 3 décembre. J’y reviendrai dans le petit pas de la semaine."
    ]


async def test_nobody_is_disturbed_at_night(planned: Office) -> None:
    [said] = await planned.says("!releve rappels jeudi 23h")
    assert "Prochain" not in said


async def test_what_cannot_be_read_is_said(planned: Office) -> None:
    assert (await planned.says("!releve rappels quand les poules auront des dents"))[0].startswith(
        "Je n’ai pas su lire ce moment."
    )


async def test_the_moment_takes_the_right_to_change_it(planned: Office) -> None:
    planned.powers = Powerless()
    refusal = ["Je n’ai rien changé : ce réglage revient aux personnes qui modèrent ce salon."]
    assert await planned.says("!releve rappels jeudi 20h") == refusal
    await nudged(planned)
    assert await planned.replies("plutôt le jeudi à 20h") == refusal
    assert await planned.reacts("🔕", to=2) == [
        "C’est arrêté, plus de petit pas ici. !releve rappels oui pour reprendre un jour."
    ]


class Powerless(Rights):
    """Nobody may change anything."""

    async def power(self, room: str, user: str) -> float | None:
        return 0


async def test_the_break_of_august_is_announced(office: Office) -> None:
    office.clock.time = local("2027-07-20 12:00")
    await office.says("!releve migrer Google Drive → Nextcloud")
    await office.wakes()
    [said] = await nudged(office)
    assert said.endswith("Je fais une pause en août ; le prochain viendra le mardi 7 septembre.")
    assert await when(office) == local("2027-09-07 18:30")


# ── rooms, clocks, restarts ──────────────────────────────────────────────────────────────────────


async def test_nothing_is_said_where_the_bot_was_shown_out_until_it_is_invited_again(planned: Office) -> None:
    await planned.happens(Joined(room="!office", event="$in", sender="@ada:x", age_ms=0))
    await planned.happens(Left(room="!office", event="$out", sender="@ada:x", age_ms=0))
    await planned.wakes()
    assert await when(planned) is None
    await planned.happens(Joined(room="!office", event="$again", sender="@ada:x", age_ms=0))
    await planned.wakes()
    assert await when(planned) == local("2026-12-01 18:30")


async def test_a_restart_sends_nothing_twice(planned: Office) -> None:
    await nudged(planned)
    assert await planned.wakes(started=True) == []
    assert await when(planned) == local("2026-12-08 18:30")


async def test_three_days_of_downtime_skip_the_week(planned: Office) -> None:
    planned.clock.time = local("2026-12-04 18:00")
    assert await planned.wakes(started=True) == []
    assert await when(planned) == local("2026-12-08 18:30")


async def test_a_night_of_downtime_is_caught_up_with_in_the_morning(planned: Office) -> None:
    planned.clock.time = local("2026-12-02 03:00")
    assert await planned.wakes(started=True) == []
    assert await when(planned) == local("2026-12-02 08:00")
    assert await nudged(planned) == [FIRST]


async def test_a_clock_set_back_an_hour(planned: Office) -> None:
    await nudged(planned)
    planned.clock.time -= timedelta(hours=1)
    assert await planned.wakes() == []
    assert await when(planned) == local("2026-12-08 18:30")


async def test_a_clock_a_month_ahead_and_back_again_loses_no_week(planned: Office) -> None:
    right = planned.clock.time
    planned.clock.time = right + timedelta(days=31)
    assert await planned.wakes() == []
    planned.clock.time = right
    assert await planned.wakes() == []
    assert await when(planned) == local("2026-12-01 18:30")


async def test_one_failure_does_not_stop_the_others(planned: Office) -> None:
    async with planned.database.transaction() as tx:
        other = await association.association_of(tx, "!other", 0)
        await tx.execute("UPDATE association SET nudge_slot = 'never' WHERE number = ?", (other,))
        await tx.execute("INSERT INTO nudge (association, state, since, due_at) VALUES (?, 'on', 0, 0)", (other,))
    await planned.wakes()
    assert await nudged(planned) == []
    planned.clock.time = local("2026-12-01 18:30")
    assert await planned.wakes() == [FIRST]


async def test_it_is_said_again_in_an_encrypted_room_too(planned: Office) -> None:
    planned.room = Room(id="!office", encrypted=True)
    assert await nudged(planned) == [FIRST]
    assert (await planned.reacts("✅"))[0].startswith("C’est fait")


# ── many at once ─────────────────────────────────────────────────────────────────────────────────


async def test_a_wave_leaves_room_for_answers_and_is_fair(office: Office) -> None:
    members = [Member(number, "Europe/Paris", Slot(1, time(18, 30)), "later") for number in range(1, 251)]
    await settle(office.database, members, NAMES, PAIRS)
    while await office.desk.next_wake() == 0:
        assert await office.wakes() == []
    orders = []
    for week in ("2026-12-01", "2026-12-08"):
        office.clock.time = local(f"{week} 18:30")
        rounds = [len(await office.wakes()) for _ in range(4)]
        assert rounds == [100, 100, 50, 0]
        orders.append([row.room for row in office.sent[-250 * 5 :: 5]])
    assert sorted(orders[0]) == sorted(orders[1]) == sorted(member.room for member in members)
    assert orders[0] != orders[1]


@pytest.mark.parametrize("query", [storage.NEXT_DUE, storage.LAST_COMPUTED, storage.DUE, storage.COMPUTE_AGAIN])
async def test_an_idle_minute_reads_no_whole_table(database: Database, query: str) -> None:
    plan = await database.fetch_all(f"EXPLAIN QUERY PLAN {query}", (1,) * query.count("?"))
    details = [row["detail"] for row in plan]
    assert all(re.search(r"USING (COVERING )?INDEX nudge_by_", detail) for detail in details), details
