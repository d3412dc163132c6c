"""What is dangerous shows whom it touches and waits for a gesture."""

from bot.database import Database
from bot.moderation.impact import Uses
from tests.moderation.room import ADA, BOB, EVE, Bot, school
from tests.moderation.room import bot as made


async def test_retiring_what_associations_move_to_waits_and_counts_them(bot: Bot) -> None:
    bot.uses["scrumblr"] = Uses(using=3, moving=2)
    said = await bot.told("retirer scrumblr devenu digipad : fermé | closed")

    assert "scrumblr sert ici : 3 en usage, 2 en migration vers lui (en nombre d’associations)." in said
    assert "scrumblr" in bot.shelf.catalogue.alternatives

    assert (await bot.reacts("✅", bot.card)).startswith("Révision 1")
    assert "scrumblr" not in bot.shelf.catalogue.alternatives


async def test_retiring_what_nobody_uses_is_done_at_once(bot: Bot) -> None:
    assert (await bot.told("retirer scrumblr devenu digipad : fermé | closed")).startswith("Révision 1")


async def test_the_last_alternative_of_a_need_waits(bot: Bot) -> None:
    said = await bot.told("alternative whiteboard − scrumblr")
    assert "whiteboard n’aura plus rien à proposer pour « whiteboard »." in said
    assert await bot.reacts("❌", bot.card) == "Laissé tomber ; rien n’a changé."
    assert bot.shelf.catalogue.needs["whiteboard"].alternatives == ("scrumblr",)


async def test_taking_a_name_over_waits_and_names_its_holder(bot: Bot) -> None:
    bot.uses["google-drive"] = Uses(using=7)
    said = await bot.told("attribuer drive à pcloud")
    assert "« drive » ne désignera plus google-drive (associations qui s’en servent : 7)." in said

    await bot.reacts("✅", bot.card)
    assert [ref.id for ref in bot.shelf.names().named("drive")] == ["pcloud"]


async def test_the_very_name_of_an_entry_is_not_given_away(bot: Bot) -> None:
    assert "est le nom même de « zoom »" in await bot.told("attribuer zoom à pcloud")


async def test_words_are_as_good_as_a_gesture(bot: Bot) -> None:
    await bot.told("attribuer drive à pcloud")
    event = f"$sent-{bot.card.transaction}"
    assert (await bot.told("oui", reply_to=event)).startswith("Révision 1")


async def test_somebody_without_the_right_is_not_heard(bot: Bot) -> None:
    await bot.told("attribuer drive à pcloud")
    card = bot.card
    assert await bot.reacts("✅", card, who=BOB) == ""
    assert [ref.id for ref in bot.shelf.names().named("drive")] == ["google-drive"]
    assert (await bot.reacts("✅", card)).startswith("Révision 1")


async def test_a_gesture_counts_once(bot: Bot) -> None:
    await bot.told("attribuer drive à pcloud")
    card = bot.card
    await bot.reacts("✅", card)
    assert await bot.reacts("✅", card) == ""
    assert await bot.told("annuler 2") == "Il n’y a pas de révision 2."


async def test_a_card_is_there_after_a_restart(bot: Bot) -> None:
    await bot.told("attribuer drive à pcloud # on en parle partout")
    card = bot.card
    after = await bot.restarted(school())
    assert (await after.reacts("✅", card)).startswith("Révision 1")
    assert "« on en parle partout »" in await after.told("historique 1")


async def test_a_card_of_last_week_is_too_old(bot: Bot) -> None:
    await bot.told("attribuer drive à pcloud")
    card = bot.card
    bot.clock.ms += 8 * 24 * 3_600_000
    assert (await bot.reacts("✅", card)).startswith("Cette demande date de plus d’une semaine.")


async def test_where_the_config_says_so_a_second_moderator_confirms(database: Database) -> None:
    bot = await made(database, school(), second_moderator=True)
    said = await bot.told("attribuer drive à pcloud", who=ADA)
    assert "Une autre personne de la modération confirme" in said
    card = bot.card

    assert await bot.reacts("✅", card, who=ADA) == "Une autre personne que vous doit confirmer ce changement."
    assert (await bot.reacts("✅", card, who=EVE)).startswith("Révision 1")
    assert "@ada:x" in await bot.told("historique")


async def test_other_reactions_and_reactions_elsewhere_are_nothing(bot: Bot) -> None:
    await bot.told("attribuer drive à pcloud")
    card = bot.card
    assert await bot.reacts("🎉", card) == ""
    await bot.told("historique")
    assert await bot.reacts("✅", bot.last[0]) == ""
