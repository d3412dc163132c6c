"""Every change is signed and can be taken back; two people at one entry do not overwrite each other."""

from tests.moderation.room import ADA, EVE, Bot


async def test_who_changed_what_when_and_why(bot: Bot) -> None:
    await bot.told("alias zoom + zoumzoum # entendu en réunion")
    bot.clock.ms += 3_600_000
    await bot.told("changer zoom effort = semaine", who=EVE)
    await bot.told("!releve catalogue vérifié padlet", who=EVE)

    assert await bot.told("historique zoom") == (
        "Historique\n"
        "• 2 · 2026-11-24 13:00 · @eve:x · zoom · effort\n"
        "• 1 · 2026-11-24 12:00 · @ada:x · zoom · aliases · « entendu en réunion »"
    )
    assert (await bot.told("historique")).count("•") == 3
    assert "effort : evening → week" in await bot.told("historique 2")


async def test_an_entry_that_is_gone_keeps_its_history(bot: Bot) -> None:
    await bot.told("retirer scrumblr devenu digipad : fermé | closed")
    assert "scrumblr" in await bot.told("!releve catalogue historique scrumblr")


async def test_an_undo_is_a_revision_and_can_be_undone(bot: Bot) -> None:
    await bot.told("alias zoom + zoumzoum")
    assert await bot.told("annuler 1 # faux ami") == (
        "Révision 2, en service partout dès la prochaine question.\n\n"
        "Zoom · products/zoom\n• aliases.any : − zoumzoum\n\nannuler 2 pour revenir en arrière."
    )
    assert bot.shelf.names().named("zoumzoum") == ()
    assert await bot.told("annuler 1") == "La révision 1 est déjà annulée."

    await bot.told("annuler 2")
    assert bot.shelf.names().named("zoumzoum") != ()


async def test_an_undo_leaves_what_was_changed_elsewhere_in_the_entry_since(bot: Bot) -> None:
    await bot.told("changer zoom effort = semaine")
    await bot.told("alias zoom + zoumzoum")
    await bot.told("annuler 1")

    assert bot.effort() == "evening"
    assert bot.shelf.names().named("zoumzoum") != ()


async def test_an_undo_is_refused_where_the_same_thing_was_changed_since(bot: Bot) -> None:
    await bot.told("changer zoom effort = semaine")
    await bot.told("changer zoom effort = saison # plus long que prévu")

    assert await bot.told("annuler 1") == (
        "Je n’annule pas la révision 1 : « zoom » a été changé au même endroit depuis.\n\n"
        "Historique\n• 2 · 2026-11-24 12:00 · @ada:x · zoom · effort · « plus long que prévu »"
    )
    assert bot.effort() == "season"


async def test_an_undo_is_refused_where_something_later_stands_on_it(bot: Bot) -> None:
    await bot.told(
        "ajouter alternative Digiboard\n```\nlicence: MIT\nneeds: whiteboard\nwhat: un tableau | a board\n"
        "cost: gratuit | free\ndifficulty: easy\nlimits: [rien | nothing]\nfirst_steps: [a | a, b | b]\n"
        "source: https://digiboard.app\n```"
    )
    await bot.told("alternative padlet + digiboard")

    said = await bot.told("annuler 1")
    assert "l’alternative « digiboard » n’existe pas dans alternatives/" in said
    assert "La révision 2 s’appuie sur la révision 1 : annulez-la d’abord." in said
    assert "digiboard" in bot.shelf.catalogue.alternatives

    await bot.told("annuler 2")
    assert (await bot.told("annuler 1")).startswith("Révision 4")
    assert "digiboard" not in bot.shelf.catalogue.alternatives


async def test_an_alternative_that_was_retired_comes_back_with_all_its_places(bot: Bot) -> None:
    before = bot.shelf.catalogue
    await bot.told("retirer scrumblr devenu digipad : fermé | closed")
    await bot.told("annuler 1")
    assert bot.shelf.catalogue == before


async def test_all_is_there_after_a_restart(bot: Bot) -> None:
    from tests.moderation.room import school

    await bot.told("alias zoom + zoumzoum")
    await bot.told("retirer scrumblr devenu digipad : fermé | closed")
    after = await bot.restarted(school())

    assert after.shelf.catalogue == bot.shelf.catalogue
    assert (await after.told("annuler 1")).startswith("Révision 3")
    assert after.shelf.names().named("zoumzoum") == ()


# ── two moderators at one entry ──────────────────────────────────────────────────────────────────


async def test_the_second_is_shown_what_the_first_did_and_asked(bot: Bot) -> None:
    await bot.told("changer zoom effort = semaine", who=ADA)

    said = await bot.told("changer zoom effort = saison", who=EVE)
    assert said.startswith("Avant vous : révision 1, 2026-11-24 12:00, par @ada:x.")
    assert "effort : evening → week" in said
    assert "effort : week → season" in said
    assert bot.effort() == "week"

    assert (await bot.reacts("✅", bot.card, who=EVE)).startswith("Révision 2")
    assert bot.effort() == "season"


async def test_the_second_may_let_it_be(bot: Bot) -> None:
    await bot.told("changer zoom effort = semaine", who=ADA)
    await bot.told("changer zoom effort = saison", who=EVE)

    assert await bot.reacts("❌", bot.card, who=EVE) == "Laissé tomber ; rien n’a changé."
    assert bot.effort() == "week"


async def test_ones_own_change_and_an_older_one_are_known(bot: Bot) -> None:
    await bot.told("changer zoom effort = semaine", who=ADA)
    assert (await bot.told("changer zoom effort = saison", who=ADA)).startswith("Révision 2")

    bot.clock.ms += 11 * 60_000
    assert (await bot.told("changer zoom effort = semaine", who=EVE)).startswith("Révision 3")


async def test_a_block_says_which_revision_its_writer_had_before_them(bot: Bot) -> None:
    await bot.told("changer zoom effort = semaine", who=ADA)
    shown = await bot.told("montrer zoom", who=EVE)
    assert "révision: 1\n" in shown
    bot.clock.ms += 60 * 60_000
    await bot.told("changer zoom limit = tout | all", who=ADA)
    bot.clock.ms += 60 * 60_000

    said = await bot.told("changer zoom\n```\nrévision: 1\neffort: saison\n```", who=EVE)
    assert said.startswith("Avant vous : révision 2")
    await bot.reacts("✅", bot.card, who=EVE)
    product = bot.shelf.catalogue.products["zoom"]
    assert (product.effort, product.limit and product.limit.fr) == ("season", "tout")


async def test_what_changes_while_somebody_is_asked_is_not_overwritten(bot: Bot) -> None:
    await bot.told("changer zoom effort = semaine", who=ADA)
    await bot.told("changer zoom effort = saison", who=EVE)
    card = bot.card
    await bot.told("changer zoom effort = soirée", who=ADA)

    assert await bot.reacts("✅", card, who=EVE) == (
        "« zoom » a changé depuis, au même endroit. Regardez-la de nouveau (montrer zoom) et renvoyez la commande."
    )
    assert bot.effort() == "evening"


async def test_what_changes_elsewhere_while_somebody_is_asked_is_kept_and_shown(bot: Bot) -> None:
    await bot.told("changer zoom effort = semaine", who=ADA)
    await bot.told("changer zoom effort = saison", who=EVE)
    card = bot.card
    await bot.told("alias zoom + zoumzoum", who=ADA)

    assert (await bot.reacts("✅", card, who=EVE)).startswith("Avant vous : révision 2")
    assert (await bot.reacts("✅", bot.card, who=EVE)).startswith("Révision 3")
    assert bot.effort() == "season"
    assert bot.shelf.names().named("zoumzoum") != ()
