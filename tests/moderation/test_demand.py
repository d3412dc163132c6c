"""What people ask and nobody knows reaches the moderators as names; once known, the rooms that asked hear it."""

from bot.conversation import Lane, Say
from bot.database import rooms
from tests.moderation.room import ADA, OFFICE, Bot

GARDEN = "!garden"


async def test_names_most_asked_first_no_rooms_no_people(bot: Bot) -> None:
    await bot.asked("par quoi remplacer zorglub pro ?")
    await bot.asked("par quoi remplacer gloubi ?")
    await bot.asked("what replaces Zorglub Pro?", room=GARDEN)

    assert await bot.told("demandes") == (
        "Demandés, et inconnus du catalogue\n"
        "1. Zorglub Pro · 2 fois\n"
        "2. gloubi · 1 fois\n\n"
        "demande 1 = google-drive : un autre nom de cette fiche · demande 1 produit et un bloc : une nouvelle fiche"
        " · demande 1 non : sans suite."
    )
    assert "1. Zorglub Pro · 2 times\n2. gloubi · once" in await bot.told("demands")


async def test_one_command_makes_it_another_name_and_the_rooms_hear_once(bot: Bot) -> None:
    await bot.enters(GARDEN)
    await bot.asked("par quoi remplacer zorglub pro ?")
    await bot.asked("what replaces Zorglub Pro?", room=GARDEN)

    assert "aliases.any : + Zorglub Pro" in await bot.told("demande 1 = zoom")
    assert (
        bot.reply(OFFICE) == "Vous aviez demandé Zorglub Pro : je le connais maintenant. Redemandez quand vous voulez."
    )
    assert bot.reply(GARDEN) == "You asked about Zorglub Pro: I know it now. Ask again whenever you like."
    assert [e.lane for e in bot.last if isinstance(e, Say) and e.room in {OFFICE, GARDEN}] == [Lane.BROADCAST] * 2
    assert await bot.told("demandes") == "Personne n’a demandé d’outil inconnu."

    await bot.told("annuler 1")
    await bot.told("annuler 2")
    assert bot.reply(OFFICE) == ""


async def test_one_command_makes_it_an_entry(bot: Bot) -> None:
    await bot.asked("par quoi remplacer zorglub pro ?")
    said = await bot.told(
        "demande 1 produit\n```\npropriétaire: google\nbesoins: video-call\nréponse: garder\n"
        "hint: rien ne presse | no hurry\nsource: https://zorglub.example\n```"
    )
    assert "zorglub pro · products/zorglub-pro · ajouté" in said
    assert bot.reply(OFFICE).startswith("Vous aviez demandé zorglub pro")


async def test_any_revision_that_names_it_is_heard(bot: Bot) -> None:
    await bot.asked("par quoi remplacer zorglub pro ?")
    await bot.told("alias padlet + Zorglub Pro")
    assert bot.reply(OFFICE).startswith("Vous aviez demandé zorglub pro")


async def test_what_is_of_no_interest_leaves_the_list_and_nobody_hears(bot: Bot) -> None:
    await bot.asked("par quoi remplacer zorglub pro ?")
    assert await bot.told("demande 1 non") == "« zorglub pro » est sorti de la liste."
    assert await bot.told("demande 1 non") == "Il n’y a pas de demande 1 dans la liste."
    await bot.told("alias zoom + zorglub pro")
    assert bot.reply(OFFICE) == ""


async def test_a_room_that_the_bot_has_left_is_left_alone(bot: Bot) -> None:
    await bot.asked("par quoi remplacer zorglub pro ?")
    async with bot.database.transaction() as tx:
        await rooms.left(tx, OFFICE, bot.clock.ms)
    await bot.told("demande 1 = zoom")
    assert bot.reply(OFFICE) == ""


async def test_of_who_asked_nothing_is_kept_and_of_where_nothing_once_it_is_told(bot: Bot) -> None:
    await bot.asked("par quoi remplacer zorglub pro ?")
    rows = await bot.database.fetch_all("SELECT * FROM asked_in")
    assert [dict(row) for row in rows] == [
        {"name": "zorglub pro", "room_id": OFFICE, "language": "fr", "asked_at": bot.clock.ms}
    ]
    await bot.told("demande 1 = zoom", who=ADA)
    assert await bot.database.fetch_all("SELECT * FROM asked_in") == []
