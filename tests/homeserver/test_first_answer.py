"""The first conversation of an association with the bot, in production's own process, on a real Synapse.

The catalogue is a small one, written here, so that whole replies can be read; the shipped one is played
by `releve demo` (test_demo.py).
"""

import json
from collections.abc import AsyncIterator, Iterable
from pathlib import Path

import pytest
import pytest_asyncio
from pydantic import BaseModel

from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from bot.demo.running_bot import RunningBot
from bot.demo.timeline import Event
from tests.catalog import small
from tests.homeserver.company import PASSWORD, room_with

_ZOOM = small.product("Zoom")
_DOODLE = small.product("Doodle", needs="date-poll", use="framadate")
_CATALOGUE = small.catalogue(
    _ZOOM,
    _DOODLE,
    small.alternative("Framadate", needs="date-poll", what=small.both("des sondages de dates", "date polls")),
    small.need("date-poll", "sondage de dates", "date poll"),
)


def write(folder: Path) -> Path:
    """The small catalogue as files in `folder`."""

    def document(entry: BaseModel) -> object:
        return entry.model_dump(mode="json", exclude_defaults=True)

    def lists(name: str, entries: Iterable[BaseModel]) -> None:
        (folder / f"{name}.yaml").write_text(json.dumps([document(entry) for entry in entries]))

    folder.mkdir()
    for name in ("products", "alternatives", "hosts"):
        (folder / name).mkdir()
        for identity, entry in getattr(_CATALOGUE, name).items():
            (folder / name / f"{identity}.yaml").write_text(json.dumps(document(entry)))
    lists("needs", _CATALOGUE.needs.values())
    lists("giants", _CATALOGUE.giants.values())
    return folder


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def bot(homeserver: Homeserver, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[RunningBot]:
    """A running bot with the small catalogue."""
    await homeserver.register("releve-small", PASSWORD)
    folder = tmp_path_factory.mktemp("small")
    running = RunningBot(homeserver, folder, "releve-small", PASSWORD)
    running.configure(catalog=str(write(folder / "catalog")))
    try:
        await running.start()
        yield running
    finally:
        await running.stop()


@pytest.fixture
async def room(person: Person, bot: RunningBot) -> str:
    """A room in which the bot has said its greeting."""
    room = await room_with(person, bot)
    await greeting_of(person, bot, room)
    return room


async def greeting_of(person: Person, bot: RunningBot, room: str) -> Event:
    return await person.sees(lambda event: event.room == room and event.sender == bot.user and event.is_message)


async def answer_to(person: Person, room: str, text: str) -> Event:
    return await person.reply_to(await person.say(room, text))


async def assert_ignored(person: Person, room: str, *events: str) -> None:
    """The answer to a later question comes, and nothing but it: what was to be said earlier would have been."""
    heard_before = [event.id for event in person.events if event.sender != person.user and event.is_message]
    question = await person.say(room, "what replaces Zoom?")
    answer = await person.reply_to(question)

    heard = [event for event in await person.timeline(room) if event.sender != person.user and event.is_message]
    assert [event.id for event in heard if event.id not in heard_before] == [answer.id]
    assert [event for event in heard if event.reply_to in events] == []


async def test_it_greets_once_when_it_comes_in(person: Person, room: str, bot: RunningBot) -> None:
    greeting = await greeting_of(person, bot, room)

    assert greeting.body.startswith("Bonjour\N{NARROW NO-BREAK SPACE}! Je suis La Relève.")


async def test_a_question_in_french_is_answered_in_french(person: Person, room: str, bot: RunningBot) -> None:
    question = await person.say(room, "par quoi remplacer Zoom ?")

    answer = await person.reply_to(question)

    assert answer.body == (
        "Zoom → Jitsi Meet. pour essayer\n"
        "1. Jitsi Meet · gratuit\n"
        "   Moins à l’aise à vingt.\n"
        "\n"
        "Récupérer vos données\N{NO-BREAK SPACE}: tout exporter. Comptez une soirée.\n"
        "\n"
        "Rien ne suit.\n"
        "\n"
        "🚀 on s’y met · «\N{NO-BREAK SPACE}détails 1\N{NO-BREAK SPACE}» · sources lues en octobre 2026"
    )
    assert answer.sender == bot.user


async def test_a_question_in_english_is_answered_in_english(person: Person, room: str) -> None:
    answer = await answer_to(person, room, "what replaces Zoom?")

    assert answer.body == (
        "Zoom → Jitsi Meet. to try\n"
        "1. Jitsi Meet · free\n"
        "   Less at ease with twenty.\n"
        "\n"
        "Getting your data out: export everything. Allow an evening.\n"
        "\n"
        "Nothing comes along.\n"
        "\n"
        "🚀 let’s do it · “details 1” · sources read in October 2026"
    )


async def test_an_answer_notifies_nobody_and_is_for_every_client(person: Person, room: str) -> None:
    answer = await answer_to(person, room, "une alternative à Doodle stp")

    assert answer.kind == "m.notice"
    assert answer.content["m.mentions"] == {}
    assert answer.content["format"] == "org.matrix.custom.html"
    assert "<strong>Framadate</strong>" in answer.html


async def test_a_product_that_it_does_not_know_gets_no_guess(person: Person, room: str) -> None:
    answer = await answer_to(person, room, "par quoi remplacer zorglub pro ?")

    assert answer.body == (
        "Je ne connais pas encore zorglub pro. C’est noté pour l’équipe du catalogue. Dites-moi à quoi il vous sert "
        "(«\N{NO-BREAK SPACE}c’est pour les plannings\N{NO-BREAK SPACE}») et je cherche par besoin."
    )


@pytest.mark.parametrize(
    "statement",
    ["I put the minutes on Google Drive", "on se retrouve sur Zoom à 18 h", "qui me remplace à l’accueil samedi ?"],
)
async def test_what_is_no_question_about_a_tool_gets_nothing(person: Person, room: str, statement: str) -> None:
    said = await person.say(room, statement)

    await assert_ignored(person, room, said)


async def test_a_question_in_a_thread_is_answered_there(person: Person, room: str) -> None:
    root = await person.say(room, "ordre du jour de mardi")
    question = await person.say(room, "par quoi remplacer Zoom ?", thread=root)

    answer = await person.reply_to(question)

    assert answer.thread == root


async def test_a_question_that_is_edited_has_its_answer_edited(person: Person, room: str) -> None:
    question = await person.say(room, "par quoi remplacer Zoom ?")
    answer = await person.reply_to(question)

    await person.edit(room, question, "par quoi remplacer Doodle ?")

    edited = await person.edit_of(answer.id)
    assert "Framadate" in edited.body
    assert "Jitsi" not in edited.body


async def test_a_question_that_is_deleted_takes_its_answer_along(person: Person, room: str, bot: RunningBot) -> None:
    question = await person.say(room, "par quoi remplacer Zoom ?")
    answer = await person.reply_to(question)

    await person.redact(room, question)

    assert (await person.redaction_of(answer.id)).sender == bot.user


async def test_it_answers_no_other_bot(person: Person, room: str) -> None:
    said = await person.say(room, "par quoi remplacer Zoom ?", notice=True)

    await assert_ignored(person, room, said)


async def test_what_was_said_before_it_came_is_not_answered(person: Person, bot: RunningBot) -> None:
    room = await person.create_room("Bureau de l’association")
    said = await person.say(room, "par quoi remplacer Zoom ?")
    await person.invite(room, bot.user)
    await greeting_of(person, bot, room)

    await assert_ignored(person, room, said)


async def test_in_a_private_conversation_it_answers_too(person: Person, bot: RunningBot) -> None:
    room = await room_with(person, bot, direct=True)

    answer = await answer_to(person, room, "par quoi remplacer Zoom ?")

    assert "Jitsi Meet" in answer.body
