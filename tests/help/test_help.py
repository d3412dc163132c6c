"""Help as a room asks for it: in general, by topic, by a mistyped word, by a first greeting."""

import itertools
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app import desk_for
from bot.catalog import load
from bot.clock import SystemClock
from bot.config import Config
from bot.conversation import Message, Room, Say
from bot.database import Database
from bot.help.nearest import nearest
from bot.help.topics import topics
from bot.moderation.shelf import Shelf
from bot.shipped import folder
from bot.wording import voice

SHELF = Shelf(load(folder("catalog")))
SCREEN = 24
"""Lines of a phone."""


@dataclass
class Office:
    """A room with the whole program in it."""

    database: Database
    room: Room
    language: str = "fr"

    def __post_init__(self) -> None:
        self._numbers = itertools.count(1)
        account = {"homeserver": "https://x.example", "user": "@releve:x"}
        config = Config.model_validate({"matrix": account, "rooms": {"language": self.language}})
        self.desk = desk_for(config, self.database, SHELF, SystemClock())

    async def says(self, text: str, **more: Any) -> str:
        """All that the bot answers to `text`."""
        message = Message(
            room=self.room.id,
            event=f"${self.room.id}{self.language}{next(self._numbers)}",
            sender="@ada:x",
            age_ms=0,
            text=text,
        )
        posted = await self.desk.receive([(replace(message, **more), self.room)])
        said = [row.effect.text.body for row in posted if isinstance(row.effect, Say)]
        return "\n".join(said).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database, Room(id="!office"))


@pytest.fixture
def english(database: Database) -> Office:
    return Office(database, Room(id="!office"), "en")


@pytest.fixture
def private(database: Database) -> Office:
    return Office(database, Room(id="!private", direct=True))


async def test_help_is_one_screen_with_a_line_for_each_topic(office: Office) -> None:
    said = await office.says("!releve aide")
    lines = said.splitlines()
    assert lines[0].startswith("Posez votre question comme elle vient : « par quoi remplacer Google Drive ? »")
    assert "• !releve aide quiz · faire le point à plusieurs, en trois minutes" in lines
    assert len(lines) <= SCREEN


async def test_help_on_a_topic_lists_its_commands(office: Office) -> None:
    assert await office.says("!releve aide rappels") == (
        f"rappels : le petit pas de la semaine : quand, ou pas du tout\n• {usage('reminders', 'fr')}"
    )


async def test_help_on_a_command_says_what_it_does_and_what_goes_with_it(office: Office) -> None:
    said = await office.says("!releve aide inventaire")
    assert said == f"{usage('inventory', 'fr')}\n\nCe qui va avec : !releve aide association"


async def test_help_is_in_the_language_of_its_word(office: Office, english: Office) -> None:
    assert (await office.says("!releve help quiz")).startswith("quiz: take stock together, in three minutes\n• ")
    assert (await english.says("!releve aide quiz")).startswith("quiz : faire le point à plusieurs")


async def test_a_topic_nobody_knows_gets_the_nearest_and_the_list(office: Office, english: Office) -> None:
    lines = (await office.says("!releve aide invantaire")).splitlines()
    assert lines[0] == "Je n’ai rien sur « invantaire ». Vous vouliez dire !releve aide inventaire ?"
    assert "• !releve aide quiz · faire le point à plusieurs, en trois minutes" in lines
    said = await english.says("!releve help gardening")
    assert said.startswith("I have nothing particular on “gardening”. Here is what I can talk about.\n")


async def test_help_needs_no_prefix_where_the_bot_is_spoken_to(office: Office, private: Office) -> None:
    assert (await private.says("aide quiz")).startswith("quiz : faire le point")
    assert (await office.says("aide quiz", mentioned=True)).startswith("quiz : faire le point")
    assert await office.says("aide quiz") == ""


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("!releve invantaire", "Vous vouliez dire inventaire ?"),
        ("!releve ecoutes", "Vous vouliez dire écoute ?"),
        ("!releve quizz", "Vous vouliez dire quiz ?"),
        ("!relève Migrer?", None),
        ("!releve raport complet", "Vous vouliez dire rapport ?"),
        ("!releve aides", "Vous vouliez dire aide ?"),
    ],
)
async def test_a_mistyped_command_gets_the_nearest_one(office: Office, typed: str, answer: str | None) -> None:
    said = await office.says(typed)
    if answer is None:
        assert "Vous vouliez dire" not in said
    else:
        assert said == answer


async def test_in_english_the_nearest_english_word_is_named(english: Office) -> None:
    assert await english.says("!releve inventry") == "Did you mean inventory?"


@pytest.mark.parametrize("text", ["!releve zoom", "!releve alternative à zoom", "!releve padlet", "!releve dropbocs"])
async def test_the_name_of_a_tool_is_a_question_however_it_looks(office: Office, text: str) -> None:
    assert "Vous vouliez dire" not in await office.says(text)


async def test_nobody_is_corrected_who_did_not_speak_to_the_bot(office: Office) -> None:
    assert await office.says("invantaire") == ""


async def test_a_first_greeting_gets_three_examples_once_a_room(office: Office, private: Office) -> None:
    first = await office.says("bonjour !", mentioned=True)
    assert first == (
        "Bonjour. Je suis La Relève : j’aide à trouver des outils libres pour l’association."
        " Trois façons de commencer :\n"
        "• « par quoi remplacer Google Drive ? »\n"
        "• « un outil pour un sondage de dates ? »\n"
        "• quiz, pour faire le point sur vos outils en trois minutes"
    )
    assert not (await office.says("salut", mentioned=True)).startswith("Bonjour.")
    assert (await private.says("coucou")).startswith("Bonjour. Je suis La Relève")


async def test_a_bare_mention_is_a_greeting_in_the_language_of_the_room(english: Office) -> None:
    assert (await english.says("", mentioned=True)).startswith("Hello. I am La Relève")


async def test_a_greeting_is_answered_in_its_own_language(office: Office) -> None:
    said = await office.says("hello everyone", mentioned=True)
    assert said.splitlines()[1:3] == ["• “what replaces Google Drive?”", "• “a tool for a date poll?”"]


async def test_people_who_greet_each_other_hear_nothing(office: Office) -> None:
    assert await office.says("bonjour !") == ""


async def test_a_greeting_with_a_question_is_a_question(office: Office) -> None:
    assert (await office.says("bonjour, par quoi remplacer zoom ?", mentioned=True)).startswith("Zoom →")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_skill_with_commands_has_a_topic_and_every_topic_fits_a_screen(office: Office, language: str) -> None:
    speak = voice(language)
    known = topics(office.desk.skills)
    assert {topic.skill for topic in known} >= {"ask", "association", "quiz", "nudge", "migration", "moderation"}
    for topic in known:
        assert speak.knows(f"help.topic.{topic.skill}")
        assert topic.word(language)
        assert len(topic.commands) < SCREEN
        for command in topic.commands:
            assert speak.knows(f"command.{command.id}.usage")
            assert speak.knows(f"command.{command.id}.summary")
    words = [topic.word(language) for topic in known]
    assert len(set(words)) == len(words)


def usage(command: str, language: str) -> str:
    speak = voice(language)
    plain = speak.word(f"command.{command}.summary").replace("`", "").replace("**", "")
    return f"{speak.word(f'command.{command}.usage')} · {plain}"


@given(st.text(max_size=40))
def test_whatever_is_typed_the_nearest_is_one_of_the_words_or_none(typed: str) -> None:
    words = ["inventaire", "quiz", "aide", "migrations"]
    assert nearest(typed, words) in {*words, None}


@pytest.mark.parametrize("word", ["quiz", "aide", "stop", "hébergeurs", "Inventaire"])
def test_a_word_that_is_right_is_not_corrected(word: str) -> None:
    assert nearest(word, ["quiz", "aide", "aides", "stop", "hébergeurs", "inventaire"]) is None
