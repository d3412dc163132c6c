"""Moderators and strangers at the catalogue, right, wrong, hostile, at the same time, across restarts; on Synapse.

The bot runs in production's own process. Each line of a play is who says what, where, and what the reply must
hold; "" is silence, looked for once the play is over.
"""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pytest

from bot.catalog import load
from bot.cli import main
from bot.database import Database
from bot.demo.person import Person
from bot.demo.running_bot import RunningBot
from bot.demo.timeline import Event
from bot.moderation.opening import opened
from tests.catalog.small import TODAY
from tests.homeserver.company import NewBot, NewPerson
from tests.moderation.room import plain, school, write

DIGIBOARD = """!releve catalogue ajouter alternative Digiboard
```
licence: AGPL-3.0-or-later
site: https://digiboard.app
besoins: {need}
quoi: un tableau à plusieurs | a board for several people
coût: gratuit | free
difficulté: facile
limites: [pas de vidéo | no video]
premiers_pas: [ouvrir | open, partager | share]
source: https://digiboard.app
```"""
NOT_ALLOWED = "Le catalogue est tenu par les personnes qui le modèrent."
BOMB = "changer zoom\n```\na: &a [x, x]\nb: &b [*a, *a]\nlimit: [*b, *b]\n```"

# Who, where, what they type (« ↩ »: in reply to what the bot said last), what the reply holds.
BEFORE_THE_RESTART = [
    ("ada", "mod", "!releve catalogue", "montrer google-drive"),
    ("eve", "mod", "!releve catalog", "show google-drive"),
    ("bob", "office", "!releve catalogue aide", "montrer google-drive"),
    ("ada", "mod", "bonjour à tout le monde", ""),
    ("ada", "mod", "changer de salle demain ?", ""),
    ("ada", "mod", "alias zoom + zoumzoum # entendu en réunion", "Révision 1"),
    ("bob", "office", "par quoi remplacer zoumzoum ?", "Zoom → Jitsi Meet."),
    ("ada", "mod", "alias zoom + zoumzoum", "Rien à changer"),
    ("ada", "mod", "alias zoom - zoumzig", "n’est pas un de ses noms"),
    ("ada", "mod", "alias zooom + x", "Proches : zoom"),
    ("ada", "mod", "voir avec Camille pour la salle", ""),
    ("ada", "mod", "alias zoom", ""),
    ("ada", "mod", "!releve alias zoom", "Elle s’écrit"),
    ("ada", "mod", "alias pcloud + drive", "attribuer drive à pcloud"),
    ("ada", "mod", "ambigu drive = google-drive, pcloud", "Révision 2"),
    ("ada", "mod", "changer padlet effort = toujours; couleur = vert", "« couleur » n’est pas une clé connue"),
    ("ada", "mod", "changer padlet limit = en français", "en français | in English"),
    ("ada", "mod", "changer padlet owner = personne", "n’est pas dans giants.yaml"),
    ("ada", "mod", "changer padlet needs = musique", "n’est pas dans needs.yaml"),
    ("ada", "mod", "changer padlet id = autre", "l’identifiant « padlet » reste"),
    ("ada", "mod", "changer padlet effort = semaine; limite = rien | nothing", "Révision 3"),
    ("ada", "mod", "montrer padlet", "effort: week"),
    ("bob", "mod", "alias padlet + padlette", NOT_ALLOWED),
    ("bob", "mod", "annuler 1", NOT_ALLOWED),
    ("bob", "office", "!releve catalogue alias padlet + padlette", NOT_ALLOWED),
    ("bob", "office", "!releve catalogue historique", NOT_ALLOWED),
    ("bob", "office", "!releve catalogue montrer padlet", "id: padlet"),
    ("eve", "mod", "undo 1 # false friend", "Revision 4"),
    ("bob", "office", "par quoi remplacer zoumzoum ?", "Je ne connais pas encore zoumzoum"),
    ("eve", "mod", "undo 1", "undone already"),
    ("eve", "mod", "undo 77", "There is no revision 77."),
    ("eve", "mod", "history zoom", "1 · "),
    ("ada", "mod", "historique", "@"),
    ("ada", "mod", DIGIBOARD.format(need="musique"), "n’est pas dans needs.yaml"),
    ("ada", "mod", DIGIBOARD.format(need="whiteboard"), "Révision 5"),
    ("ada", "mod", DIGIBOARD.format(need="whiteboard"), "existe déjà"),
    ("ada", "mod", "!releve catalogue ajouter alternative Rien", "Il manque les champs"),
    ("ada", "mod", "!releve catalogue ajouter chose Rien\n```\nname: x\n```", "n’est pas un genre de fiche"),
    ("ada", "mod", "alternative padlet + Digiboard : Simple. | Simple.", "alternatives.whiteboard : + digiboard"),
    ("ada", "mod", "alternative padlet = digiboard, scrumblr", "scrumblr, digiboard → digiboard, scrumblr"),
    ("bob", "office", "une alternative à padlet ?", "Padlet → Digiboard."),
    ("ada", "mod", "alternative zoom + digiboard", "n’a pas « video-call » parmi ses besoins"),
    ("ada", "mod", "hébergeur framasoft sur demande", "open : yes → on-request"),
    ("ada", "mod", "hôte framasoft fermé", "offers : − framasoft"),
    ("ada", "mod", "vérifié digiboard 2026-10", "est plus récente que « checked »"),
    ("ada", "mod", "vérifié digiboard 1999-01-01", "ne peut pas être juste"),
]
AFTER_THE_RESTART = [
    ("bob", "office", "une alternative à padlet ?", "Padlet → Digiboard."),
    ("ada", "mod", "historique digiboard", "digiboard"),
    ("ada", "mod", "à vérifier", "Non vérifiées depuis le plus longtemps"),
    ("ada", "mod", "demandes", "zoumzoum · 1 fois"),
    ("ada", "mod", "demande 9 = zoom", "Il n’y a pas de demande 9"),
    ("ada", "mod", "demande 1 = zoom", "Avant vous : révision 4"),
    ("bob", "mod", "↩ oui", ""),
    ("ada", "mod", "↩ oui", "Révision 10"),
    ("eve", "mod", "!releve catalog change zoom limit = tout | all", "Just before you: revision"),
    ("ada", "mod", "retirer scrumblr", "fermé en mai 2025"),
    (
        "ada",
        "mod",
        "retirer scrumblr devenu digiboard : Il a fermé. | It has closed.",
        "Scrumblr · alternatives/scrumblr",
    ),
    ("bob", "office", "par quoi remplacer scrumblr ?", "Il a fermé."),
    ("ada", "mod", "annuler 5", "annulez-la d’abord"),
    ("ada", "mod", BOMB, "n’est pas fait de lignes"),
    ("ada", "mod", "changer zoom\n```\nname: !!python/object:os.system x\n```", "n’est pas fait de lignes"),
    ("ada", "mod", "changer zoom\n```\nlimit: [\n```", "ce n’est pas du YAML"),
    ("ada", "mod", "changer zoom name = <b>@room</b>", "Révision"),
    ("bob", "office", "!releve proposer", "Dites quoi, avec vos mots"),
    ("bob", "office", "!releve propose <script>alert(1)</script> → Digipad", "Thank you."),
    ("ada", "mod", "propositions", "1 · « "),
    ("ada", "mod", "refuser 1", "Proposition 1 refusée"),
    ("ada", "mod", "refuser 1", "Aucune proposition 1 n’attend."),
]


@dataclass
class Stage:
    """A moderators' room with Ada (100), Eve (50) and Bob (0), an office with Bob, and the bot in both."""

    people: dict[str, Person]
    rooms: dict[str, str]
    bot: RunningBot
    silent: list[str] = field(default_factory=list)
    last: str = ""

    async def types(self, who: str, where: str, text: str) -> str:
        """Somebody types; the event that it is."""
        reply_to = self.last if text.startswith("↩") else None
        return await self.people[who].say(self.rooms[where], text.removeprefix("↩ "), reply_to=reply_to)

    async def says(self, who: str, where: str, text: str) -> Event:
        """The reply to what somebody types."""
        reply = await self.people[who].reply_to(await self.types(who, where, text))
        self.last = reply.id
        return reply

    async def plays(self, script: list[tuple[str, str, str, str]]) -> None:
        for who, where, text, expected in script:
            if not expected:
                self.silent.append(await self.types(who, where, text))
                continue
            try:
                reply = await self.says(who, where, text)
            except TimeoutError:
                pytest.fail(f"{who} is not answered: {text}")
            assert expected in plain(reply.body), f"{who}: {text}\n{reply.body}"
            assert reply.kind == "m.notice"
            assert reply.content["m.mentions"] == {}


async def staged(new_person: NewPerson, new_bot: NewBot, catalog: Path, **moderation: object) -> Stage:
    ada, eve, bob = await new_person(), await new_person(), await new_person()
    bot = await new_bot()
    moderators = await ada.create_room(
        "Modération",
        [eve.user, bob.user],
        power_level_content_override={"users": {eve.user: 50}},
    )
    for person in (eve, bob):
        await person.join(moderators)
    bot.configure(catalog=str(catalog), moderation={"room": moderators, **moderation})
    await bot.start()
    await ada.invite(moderators, bot.user)
    await ada.arrival_of(bot.user, moderators)
    office = await bob.create_room("Bureau", [bot.user])
    await bob.arrival_of(bot.user, office)
    return Stage({"ada": ada, "eve": eve, "bob": bob}, {"mod": moderators, "office": office}, bot)


def catalog_in(folder: Path) -> Path:
    return write(school(), folder / "catalog")


async def test_moderators_and_strangers_across_restarts_and_the_files_that_come_of_it(
    new_person: NewPerson, new_bot: NewBot, tmp_path: Path
) -> None:
    catalog = catalog_in(tmp_path)
    stage = await staged(new_person, new_bot, catalog)
    assert len(BEFORE_THE_RESTART) + len(AFTER_THE_RESTART) > 60

    await stage.plays(BEFORE_THE_RESTART)
    stage.bot.kill()
    await stage.bot.start()
    await stage.plays(AFTER_THE_RESTART)
    heard = await stage.people["bob"].sees(lambda event: "Vous aviez demandé zoumzoum" in plain(event.body))
    assert heard.room == stage.rooms["office"]
    for silent in stage.silent:
        assert stage.people["ada"].replies_to(silent) == []
    await stage.bot.stop()

    async with await Database.open(stage.bot.data / "releve.sqlite3") as database:
        in_use = (await opened(database, school(), TODAY)).catalogue
    arguments = ["export", "--config", str(stage.bot.folder / "config.yaml"), "--changes", str(catalog)]
    assert await asyncio.to_thread(main, arguments) == 0
    assert load(catalog) == in_use


async def test_a_proposal_a_card_a_gesture_and_the_outcome(
    new_person: NewPerson, new_bot: NewBot, tmp_path: Path
) -> None:
    stage = await staged(new_person, new_bot, catalog_in(tmp_path))
    ada, bob = stage.people["ada"], stage.people["bob"]

    proposal = await bob.say(stage.rooms["office"], "!releve proposer Padlet → Digipad")
    card = await ada.sees(lambda event: "Proposition 1" in event.body)
    assert bob.user not in card.body
    seeds = [await ada.sees(lambda e, key=key: e.reacts_to == card.id and e.key == key) for key in ("✅", "❌", "✏️")]  # type: ignore[misc]
    assert {seed.sender for seed in seeds} == {stage.bot.user}

    await bob.react(stage.rooms["mod"], card.id, "✅")
    await ada.react(stage.rooms["mod"], card.id, "✅")
    outcome = await bob.sees(lambda event: "est dans le catalogue" in event.body)
    assert outcome.reply_to == proposal
    assert "Padlet → Scrumblr" in plain((await stage.says("bob", "office", "une alternative à padlet ?")).body)
    assert "digipad" in plain((await stage.says("ada", "mod", "montrer padlet")).body)


async def test_two_moderators_at_the_same_moment_overwrite_nothing(
    new_person: NewPerson, new_bot: NewBot, tmp_path: Path
) -> None:
    stage = await staged(new_person, new_bot, catalog_in(tmp_path))

    replies = await asyncio.gather(
        stage.says("ada", "mod", "changer zoom effort = semaine"),
        stage.says("eve", "mod", "changer zoom effort = saison"),
    )

    first, second = sorted((plain(reply.body) for reply in replies), key=lambda said: not said.startswith("Révision 1"))
    assert first.startswith("Révision 1")
    assert second.startswith("Avant vous : révision 1")
    history = plain((await stage.says("ada", "mod", "historique zoom")).body)
    assert history.count("•") == 1


async def test_a_moderator_who_is_demoted_is_refused_at_once(
    new_person: NewPerson, new_bot: NewBot, tmp_path: Path
) -> None:
    stage = await staged(new_person, new_bot, catalog_in(tmp_path))
    ada, room = stage.people["ada"], quote(stage.rooms["mod"])
    assert "Révision 1" in (await stage.says("eve", "mod", "alias zoom + zoumzoum")).body

    levels = await ada.request("GET", f"rooms/{room}/state/m.room.power_levels")
    levels["users"][stage.people["eve"].user] = 0
    await ada.request("PUT", f"rooms/{room}/state/m.room.power_levels", levels)

    assert NOT_ALLOWED in plain((await stage.says("eve", "mod", "alias zoom + zoumz")).body)


async def test_what_one_bot_publishes_another_applies_and_a_third_proposes(
    new_person: NewPerson, new_bot: NewBot, tmp_path: Path
) -> None:
    host = await new_person()
    shared = await host.create_room("Catalogue partagé")
    catalog = catalog_in(tmp_path)
    publisher = await staged(new_person, new_bot, catalog, publish_in=shared)
    follow = {"room": shared, "bots": [publisher.bot.user]}
    applying = await staged(new_person, new_bot, catalog, follow=[{**follow, "apply": True}])
    proposing = await staged(new_person, new_bot, catalog, follow=[follow])
    for stage in (publisher, applying, proposing):
        await host.invite(shared, stage.bot.user)
        await host.arrival_of(stage.bot.user, shared)

    assert "Révision 1" in (await publisher.says("ada", "mod", "alias zoom + zoumzoum # entendu ici")).body
    event = await host.sees(lambda event: event.type == "org.releve.catalogue.revision")
    assert set(event.content) == {"revision", "reason", "changes"}

    applied = await applying.people["ada"].sees(lambda event: "Révision 1" in event.body)
    assert "aliases.any : + zoumzoum" in plain(applied.body)
    assert "Zoom → Jitsi Meet." in plain((await applying.says("bob", "office", "remplacer zoumzoum ?")).body)
    card = await proposing.people["ada"].sees(lambda event: "Proposition 1" in event.body)
    assert publisher.bot.user in card.body.replace("\u2060", "")

    forged = {"revision": 9, "reason": "", "changes": event.content["changes"].replace("zoumzoum", "zoumforge")}
    await host.send(shared, "org.releve.catalogue.revision", forged)
    await publisher.says("ada", "mod", "alias zoom + zoumvrai")
    await applying.people["ada"].sees(lambda event: "zoumvrai" in event.body)
    assert not any("zoumforge" in event.body for event in applying.people["ada"].events)


async def test_a_change_does_not_keep_an_answer_waiting(new_person: NewPerson, new_bot: NewBot, tmp_path: Path) -> None:
    stage = await staged(new_person, new_bot, catalog_in(tmp_path))
    questions = [await stage.people["bob"].say(stage.rooms["office"], "par quoi remplacer Zoom ?") for _ in range(3)]
    changes = [
        await stage.people["ada"].say(stage.rooms["mod"], f"alias zoom + zoumzoum{number}") for number in range(3)
    ]
    for question in questions:
        assert "Zoom → Jitsi Meet." in plain((await stage.people["bob"].reply_to(question)).body)
    for change in changes:
        assert "Révision" in (await stage.people["ada"].reply_to(change)).body
