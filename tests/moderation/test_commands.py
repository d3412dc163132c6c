"""A moderator types; the catalogue changes for everybody at once, or nothing does and all that is wrong is said."""

import pytest

from bot.conversation import Say
from bot.database import Database
from tests.moderation.room import ADA, BOB, CLEO, EVE, MODERATORS, OFFICE, Bot, school
from tests.moderation.room import bot as made

DIGIBOARD = """ajouter alternative Digiboard
```
licence: AGPL-3.0-or-later
site: https://digiboard.app
besoins: tableau
quoi: un tableau à plusieurs | a board for several people
coût: gratuit | free
difficulté: facile
limites: [pas de vidéo | no video]
premiers_pas: [ouvrir | open, partager | share]
source: https://digiboard.app
```"""


async def test_a_name_is_understood_from_the_next_question_on(bot: Bot) -> None:
    assert "zoumzoum" in await bot.asked("par quoi remplacer zoumzoum ?")

    assert await bot.told("alias zoom + zoumzoum") == (
        "Révision 1, en service partout dès la prochaine question.\n\n"
        "Zoom · products/zoom\n• aliases.any : + zoumzoum\n\nannuler 1 pour revenir en arrière."
    )

    assert (await bot.asked("par quoi remplacer zoumzoum ?")).startswith("Zoom → Jitsi Meet.")


async def test_an_alternative_is_proposed_from_the_next_question_on(bot: Bot) -> None:
    await bot.told("alternative padlet + Digipad : Fait pour l’école. | Made for schools.")
    await bot.told("alternative padlet = Digipad")

    assert (await bot.asked("une alternative à padlet ?")).startswith("Padlet → Digipad.")


async def test_it_speaks_the_language_of_the_command(bot: Bot) -> None:
    assert await bot.told("undo 7") == "There is no revision 7."
    assert await bot.told("annuler 7") == "Il n’y a pas de révision 7."
    assert (await bot.told("!releve catalog change zoom effort = week")).startswith("Revision 1, in use everywhere")


async def test_all_that_is_wrong_is_said_at_once_and_nothing_is_half_applied(bot: Bot) -> None:
    said = await bot.told("changer padlet effort = toujours; limit = en français; owner = personne; couleur = vert")
    assert said == ("Non appliqué : padlet · « limit » se dit dans les deux langues : en français | in English.")
    said = await bot.told("changer padlet effort = toujours; owner = personne; couleur = vert")
    assert "« effort » ne peut pas valoir « toujours »" in said
    assert "« couleur » n’est pas une clé connue" in said
    assert await bot.told("changer padlet owner = personne; needs = musique") == (
        "Non appliqué :\n"
        "• padlet · le géant « personne » n’est pas dans giants.yaml ; pour un autre propriétaire :"
        " (name: …, country: …).\n"
        "• padlet · le besoin « musique » n’est pas dans needs.yaml.\n"
        "• padlet · aucune alternative pour « musique », le besoin principal.\n"
        "• padlet · « whiteboard » n’est pas dans needs de ce produit."
    )
    assert await bot.told("historique") == "Rien n’a encore été changé ici."


async def test_a_name_of_another_is_refused_with_the_two_ways_out(bot: Bot) -> None:
    said = await bot.told("alias pcloud + drive")
    assert "« drive » désigne aussi google-drive" in said
    assert "ambigu drive = google-drive, pcloud" in said
    assert "attribuer drive à pcloud" in said

    assert "ambiguous : + drive" in await bot.told("ambigu drive = google-drive, pcloud")


async def test_a_new_entry_with_its_mistakes_then_without(bot: Bot) -> None:
    assert await bot.told(DIGIBOARD) == "Non appliqué : digiboard · le besoin « tableau » n’est pas dans needs.yaml."

    said = await bot.told(DIGIBOARD.replace("besoins: tableau", "besoins: whiteboard"))
    assert said.startswith("Révision 1, en service partout")
    assert "Digiboard · alternatives/digiboard · ajouté" in said
    assert await bot.told(DIGIBOARD) == "Non appliqué : « digiboard » existe déjà : changer digiboard …."


async def test_a_product_is_retired_and_who_asks_hears_what_became_of_it(bot: Bot) -> None:
    assert await bot.told("retirer padlet") == (
        "Non appliqué : dites ce qui s’est passé, dans les deux langues :"
        " retirer skype : fermé en mai 2025 | closed in May 2025."
    )
    await bot.told("retirer padlet devenu digipad : Padlet a fermé. | Padlet has closed.")

    assert "Padlet a fermé." in await bot.asked("par quoi remplacer padlet ?")


async def test_an_alternative_is_retired_everywhere_at_once(bot: Bot) -> None:
    said = await bot.told("retirer scrumblr devenu digipad : Le site a fermé. | The site has closed.")

    assert "Scrumblr · alternatives/scrumblr · retiré" in said
    catalogue = bot.shelf.catalogue
    assert [each.alternative for each in catalogue.products["padlet"].alternatives["whiteboard"]] == ["digipad"]
    assert catalogue.needs["whiteboard"].alternatives == ("digipad",)
    assert "Le site a fermé." in await bot.asked("par quoi remplacer scrumblr ?")


async def test_an_alternative_without_heir_is_kept_while_something_has_nothing_else(bot: Bot) -> None:
    said = await bot.told("retirer scrumblr : Le site a fermé. | The site has closed.")
    assert said.startswith("Non appliqué : padlet")
    assert "scrumblr" in bot.shelf.catalogue.alternatives


async def test_a_host_that_closes_leaves_every_alternative(bot: Bot) -> None:
    said = await bot.told("hébergeur framasoft fermé")
    assert "open : yes → no" in said
    assert "offers : − framasoft" in said
    assert bot.shelf.catalogue.alternatives["cryptpad"].offers == ()


async def test_a_block_changes_several_fields_and_says_why(bot: Bot) -> None:
    said = await bot.told("changer zoom\n```\neffort: saison\nlimite: rien | nothing\nraison: relu ensemble\n```")
    assert "effort : evening → season" in said
    assert "« relu ensemble »" in await bot.told("historique zoom")


async def test_what_is_so_already_makes_no_revision(bot: Bot) -> None:
    assert await bot.told("changer zoom effort = soirée") == "Rien à changer : c’est déjà ainsi."
    assert await bot.told("alternative padlet + scrumblr") == "Rien à changer : c’est déjà ainsi."


async def test_an_entry_that_nobody_knows_gets_the_nearest(bot: Bot) -> None:
    assert await bot.told("!releve catalogue montrer padlette") == (
        "Non appliqué : je ne connais aucune fiche « padlette ». Proches : padlet."
    )


async def test_what_a_moderator_is_shown_can_be_sent_back(bot: Bot) -> None:
    shown = await bot.told("montrer padlet")
    block = shown[shown.index("```") :]
    assert await bot.told(f"changer padlet\n{block}") == "Rien à changer : c’est déjà ainsi."


async def test_a_command_that_is_edited_is_not_carried_out_twice(bot: Bot) -> None:
    from bot.conversation import Edit

    await bot.hears(
        Edit(room=MODERATORS, event="$e", sender=ADA, age_ms=0, original="$o", text="!releve alias zoom + x")
    )
    assert bot.reply() == "Une commande corrigée n’est pas rejouée. Envoyez-la dans un nouveau message."


# ── who ──────────────────────────────────────────────────────────────────────────────────────────


async def test_level_50_of_the_moderators_room_is_enough_and_is_read_each_time(bot: Bot) -> None:
    assert (await bot.told("alias zoom + zoumzoum", who=EVE)).startswith("Révision 1")

    bot.rights.levels[EVE] = 0.0
    assert await bot.told("alias zoom + zoumz", who=EVE) == (
        "Le catalogue est tenu par les personnes qui le modèrent."
        " Votre idée les intéresse : !releve proposer …, avec vos mots."
    )
    assert bot.rights.asked == [(MODERATORS, EVE), (MODERATORS, EVE)]


async def test_who_is_named_in_the_config_moderates_from_anywhere_and_the_room_sees_it(database: Database) -> None:
    bot = await made(database, school(), moderators=[CLEO])
    assert (await bot.told("!releve catalogue alias zoom + zoumzoum", who=CLEO, room=OFFICE)).startswith("Révision 1")
    assert "zoumzoum" in bot.reply(MODERATORS)


async def test_a_power_in_another_room_is_worth_nothing(bot: Bot) -> None:
    said = await bot.told("!releve catalogue alias zoom + zoumzoum", who=BOB, room=OFFICE)
    assert said.startswith("Le catalogue est tenu par")
    assert bot.rights.asked == [(MODERATORS, BOB)]


async def test_when_the_homeserver_does_not_say_nothing_is_changed(bot: Bot) -> None:
    said = await bot.told("alias zoom + zoumzoum", who=CLEO)
    assert said.startswith("Je n’ai rien changé")


async def test_without_moderators_the_files_are_the_only_way(database: Database) -> None:
    bot = await made(database, school(), room=None)
    assert await bot.told("!releve catalogue alias zoom + zoumzoum", room=OFFICE) == (
        "Personne ne modère encore ce catalogue ici : il se change dans ses fichiers."
    )


@pytest.mark.parametrize(
    "chatter",
    [
        "bonjour à tout le monde",
        "voir avec Camille demain",
        "changer de salle ?",
        "retirer les chaises",
        "vérifié hier soir, tout va bien",
        "merci pour l’alias",
    ],
)
async def test_people_who_talk_in_the_moderators_room_are_left_alone(bot: Bot, chatter: str) -> None:
    assert await bot.told(chatter) == ""


@pytest.mark.parametrize("room", [OFFICE, "!elsewhere"])
async def test_short_commands_are_for_the_moderators_room(bot: Bot, room: str) -> None:
    assert await bot.told("alias zoom + zoumzoum", room=room) == ""
    assert await bot.told("historique", room=room) == ""


# ── hostile ──────────────────────────────────────────────────────────────────────────────────────


async def test_nothing_that_is_typed_becomes_a_tag_a_link_or_a_mention(bot: Bot) -> None:
    await bot.told("alias zoom + <b>@room</b> https://evil.example/x")
    said = next(effect.text for effect in bot.last if isinstance(effect, Say))
    assert "<b>" not in said.html
    assert "href" not in said.html
    assert "@room" not in said.body
    assert "https://evil.example" not in said.body


async def test_a_name_that_would_be_a_giants_tool_is_not_proposed(bot: Bot) -> None:
    said = await bot.told(
        DIGIBOARD.replace("besoins: tableau", "besoins: whiteboard").replace(
            "https://digiboard.app", "https://docs.google.com"
        )
    )
    assert "cette alternative appartient à un géant (google.com)" in said


async def test_a_very_long_list_of_mistakes_stays_within_a_screen(bot: Bot) -> None:
    names = ", ".join(f"need-{number}" for number in range(80))
    said = await bot.told(f"changer padlet needs = {names[:900]}")
    assert said.count("\n") < 20
    assert "autres" in said


async def test_a_change_whose_transaction_fails_is_not_in_use(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: object) -> list[object]:
        raise OSError

    monkeypatch.setattr(bot.skill._editor, "_awaited", broken)
    await bot.told("alias zoom + zoumzoum")

    assert bot.reply() == ""
    assert bot.shelf.names().named("zoumzoum") == ()
    monkeypatch.undo()
    assert await bot.told("historique") == "Rien n’a encore été changé ici."
