"""When the weekly step comes: as it is asked for, less and less without an answer, not in August."""

import pytest

from bot.association import storage_settings
from bot.desk import Rights
from tests.association.migration.room import Office
from tests.nudge.week import local, nudged, when

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


async def test_an_answer_to_the_last_step_ends_the_silence(planned: Office) -> None:
    while await when(planned) is not None:
        await nudged(planned)
    await planned.reacts("💤", to=-2)
    assert await when(planned) == local("2027-03-09 18:30")


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
