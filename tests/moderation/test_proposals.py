"""Anybody proposes, in words; the moderators decide; the room that proposed hears it once."""

from tests.moderation.room import ADA, BOB, MODERATORS, OFFICE, Bot

PROPOSED = "Merci. C’est transmis à l’équipe du catalogue ; ce salon saura ce qu’elle en fait."


async def proposes(bot: Bot, words: str, who: str = BOB, room: str = OFFICE) -> str:
    return await bot.told(f"!releve proposer {words}", who=who, room=room)


async def test_words_are_enough_and_the_room_hears_that_it_is_in(bot: Bot) -> None:
    assert await proposes(bot, "Padlet → Digipad") == PROPOSED
    assert bot.reply(MODERATORS).startswith(
        "Proposition 1\n\n« Padlet → Digipad »\n\nPadlet · products/padlet\n• alternatives.whiteboard : + digipad"
    )

    assert (await bot.reacts("✅", bot.card)).startswith("Révision 1")
    assert bot.reply(OFFICE) == "Votre proposition « Padlet → Digipad » est dans le catalogue. Merci."
    assert await bot.told("propositions") == "Aucune proposition n’attend."


async def test_a_refusal_is_kind_and_said_once(bot: Bot) -> None:
    await proposes(bot, "Padlet → Digipad")
    card = bot.card
    assert await bot.reacts("❌", card) == "Proposition 1 refusée ; le salon le sait."
    assert bot.reply(OFFICE) == "L’équipe du catalogue n’a pas retenu « Padlet → Digipad ». Merci de l’avoir proposé."

    await bot.reacts("❌", card)
    assert bot.last == []


async def test_the_card_names_nobody_and_no_room(bot: Bot) -> None:
    await proposes(bot, "Padlet → Digipad")
    assert BOB not in bot.reply(MODERATORS)
    assert OFFICE not in bot.reply(MODERATORS)


async def test_any_words_reach_the_moderators_and_a_reply_with_the_right_command_settles_it(bot: Bot) -> None:
    await proposes(bot, "Il y a un truc mieux que Padlet, ça s’appelle Digipad")
    assert "Je n’y lis pas de changement précis." in bot.reply(MODERATORS)
    card = f"$sent-{bot.card.transaction}"

    assert (await bot.told("alternative padlet + digipad", reply_to=card)).startswith("Révision 1")
    assert bot.reply(OFFICE).endswith("est dans le catalogue. Merci.")


async def test_a_pencil_gives_a_form_to_complete(bot: Bot) -> None:
    await proposes(bot, "Padlet → Digiboard")
    said = await bot.reacts("✏️", bot.card)
    assert "!releve catalogue ajouter alternative Digiboard" in said
    assert "licence: AGPL-3.0-or-later" in said


async def test_what_cannot_be_applied_says_what_is_missing_and_waits_on(bot: Bot) -> None:
    await proposes(bot, "Zoom → Digipad")
    assert "Telle quelle, elle ne peut pas être appliquée : zoom · « digipad » n’a pas « video-call »" in bot.reply()
    assert (await bot.reacts("✅", bot.card)).startswith("Non appliqué :")
    assert bot.reply(OFFICE) == ""
    assert "Zoom → Digipad" in await bot.told("propositions")


async def test_a_command_may_be_proposed_and_is_read_anew_when_it_is_accepted(bot: Bot) -> None:
    await proposes(bot, "changer zoom effort = semaine")
    assert "effort : evening → week" in bot.reply(MODERATORS)
    await bot.told("changer zoom limit = tout | all")

    assert (await bot.told("accepter 1")).startswith("Révision 2")
    product = bot.shelf.catalogue.products["zoom"]
    assert (product.effort, product.limit and product.limit.fr) == ("week", "tout")


async def test_a_stranger_cannot_decide(bot: Bot) -> None:
    await proposes(bot, "Padlet → Digipad")
    assert await bot.reacts("✅", bot.card, who=BOB) == ""
    assert (await bot.told("!releve accepter 1", who=BOB)).startswith("Le catalogue est tenu par")
    assert "Padlet → Digipad" in await bot.told("propositions")


async def test_a_flood_is_asked_to_come_back(bot: Bot) -> None:
    for number in range(5):
        assert await proposes(bot, f"Padlet → Outil {number}") == PROPOSED
    later = "Merci, il y en a déjà beaucoup à lire. Revenez dans une heure."
    assert await proposes(bot, "encore un") == later
    assert await proposes(bot, "et d’un autre salon", room="!elsewhere") == later
    assert await proposes(bot, "quelqu’un d’autre, ailleurs", who=ADA, room="!elsewhere") == PROPOSED

    bot.clock.ms += 61 * 60_000
    assert await proposes(bot, "le lendemain") == PROPOSED


async def test_empty_and_endless_proposals_are_told_so(bot: Bot) -> None:
    assert await proposes(bot, "") == "Dites quoi, avec vos mots : !releve proposer Padlet → Digipad."
    assert (await proposes(bot, "très " * 500)).startswith("C’est un peu long")


async def test_a_proposal_cannot_bring_a_link_or_a_mention_in(bot: Bot) -> None:
    await proposes(bot, "<a href='https://evil.example'>@room</a> → Digipad")
    said = next(effect for effect in bot.last if getattr(effect, "room", "") == MODERATORS)
    assert "<a" not in said.text.html  # type: ignore[union-attr]
    assert "https://evil.example" not in said.text.body  # type: ignore[union-attr]
    assert "@room" not in said.text.body  # type: ignore[union-attr]


async def test_in_english(bot: Bot) -> None:
    await bot.told("!releve propose Padlet → Digipad", who=BOB, room=OFFICE)
    assert bot.reply(OFFICE).startswith("Thank you. It has gone to the catalogue’s team")
    await bot.told("accept 1")
    assert bot.reply(OFFICE) == "Your suggestion “Padlet → Digipad” is in the catalogue. Thank you."
