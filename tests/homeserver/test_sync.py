"""Listening, against a real Synapse: what is heard, once, and what is rightly ignored."""

import asyncio
import itertools
import logging
from pathlib import Path

import pytest

from bot.config import Config
from bot.config import Matrix as Account
from bot.conversation import Edit, Joined, Left, Message, Redaction
from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from bot.matrix import Refused
from tests.homeserver.company import PASSWORD
from tests.matrix.echo import Echo, listening

_numbers = itertools.count(1)


@pytest.fixture
async def config(homeserver: Homeserver, tmp_path: Path) -> Config:
    name = f"listener{next(_numbers)}"
    await homeserver.register(name, PASSWORD)
    user = f"@{name}:{homeserver.server_name}"
    account = Account(homeserver=homeserver.url, user=user, password=PASSWORD, encryption=False)
    return Config(matrix=account, data=tmp_path / "data")


async def room_of(person: Person, config: Config, *, direct: bool = False) -> str:
    room = await person.create_room("Bureau", [] if direct else [config.matrix.user], direct=direct)
    if direct:
        await person.request("POST", f"rooms/{room}/invite", {"user_id": config.matrix.user})
    await person.arrival_of(config.matrix.user, room)
    return room


def of_kind(echo: Echo, kind: type) -> list[object]:
    return [event for event in echo.heard if isinstance(event, kind)]


async def test_a_question_its_edit_and_its_deletion(person: Person, config: Config) -> None:
    echo = Echo()
    async with listening(config, echo):
        room = await room_of(person, config)
        question = await person.say(room, "Zoom ?")
        answer = await person.reply_to(question)
        await person.edit(room, question, "Doodle ?")
        edited = await person.edit_of(answer.id)
        await person.redact(room, question)
        await person.redaction_of(answer.id)
    assert edited.content["m.new_content"]["body"] == "Doodle ?"
    assert [type(event) for event in echo.heard] == [Joined, Message, Edit, Redaction]


async def test_a_private_conversation_is_known_as_one(person: Person, config: Config) -> None:
    echo = Echo()
    async with listening(config, echo):
        room = await person.create_room("", [config.matrix.user], direct=True)
        await person.reply_to(await _said_once_there(person, config, room))
    assert [event.direct for event in echo.heard if isinstance(event, Joined)] == [True]


async def _said_once_there(person: Person, config: Config, room: str) -> str:
    await person.arrival_of(config.matrix.user, room)
    return await person.say(room, "Zoom ?")


async def test_more_questions_at_once_than_a_timeline_holds(person: Person, config: Config) -> None:
    echo = Echo()
    async with listening(config, echo):
        room = await room_of(person, config)
    questions = await asyncio.gather(*(person.say(room, f"question {n}") for n in range(230)))
    async with listening(config, echo):
        for question in questions:
            await person.reply_to(question, 60)
    heard = [event.event for event in echo.heard if isinstance(event, Message)]
    sent = [event.id for event in await person.timeline(room) if event.is_message and event.sender == person.user]
    assert heard == sent


async def test_what_was_said_before_the_bot_came_gets_no_answer(person: Person, config: Config) -> None:
    echo = Echo()
    room = await person.create_room("Bureau")
    for n in range(120):
        await person.say(room, f"before {n}")
    async with listening(config, echo):
        await person.invite(room, config.matrix.user)
        await person.reply_to(await _said_once_there(person, config, room))
    assert [event.text for event in echo.heard if isinstance(event, Message)] == ["Zoom ?"]


async def test_a_first_start_in_an_old_room_answers_nothing_of_the_past(
    person: Person, config: Config, tmp_path: Path
) -> None:
    async with listening(config, Echo()):
        room = await room_of(person, config)
    await person.say(room, "while nobody was there")
    echo = Echo()
    async with listening(config.model_copy(update={"data": tmp_path / "new"}), echo):
        await person.reply_to(await person.say(room, "Zoom ?"))
    assert [event.text for event in echo.heard if isinstance(event, Message)] == ["Zoom ?"]
    assert len(of_kind(echo, Joined)) == 1


async def test_removed_and_invited_again(person: Person, config: Config) -> None:
    echo = Echo()
    async with listening(config, echo):
        room = await room_of(person, config)
        await person.reply_to(await person.say(room, "Doodle ?"))
        await person.kick(room, config.matrix.user)
        await person.say(room, "while it is out")
        person.events.clear()
        await person.invite(room, config.matrix.user)
        await person.reply_to(await _said_once_there(person, config, room))
    assert [type(event) for event in echo.heard] == [Joined, Message, Left, Joined, Message]
    assert [event.first for event in echo.heard if isinstance(event, Joined)] == [True, False]
    assert isinstance(echo.heard[-1], Message)
    assert echo.heard[-1].text == "Zoom ?"


async def test_an_invitation_while_the_bot_was_away(person: Person, config: Config) -> None:
    async with listening(config, Echo()):
        pass
    room = await person.create_room("Bureau", [config.matrix.user])
    async with listening(config, Echo()):
        await person.reply_to(await _said_once_there(person, config, room))


async def test_a_stranger_is_declined(person: Person, config: Config) -> None:
    policy = config.rooms.model_copy(update={"invited_by_servers": ("autre.example",)})
    async with listening(config.model_copy(update={"rooms": policy}), Echo()):
        room = await person.create_room("Bureau", [config.matrix.user])
        left = await person.sees(
            lambda event: (
                event.room == room and event.sender == config.matrix.user and event.content.get("membership") == "leave"
            )
        )
    assert left.content["membership"] == "leave"


async def test_later_starts_use_the_same_device(person: Person, config: Config) -> None:
    async with listening(config, Echo()) as first:
        device = first.session.device
    without_password = config.matrix.model_copy(update={"password": None})
    async with listening(config.model_copy(update={"matrix": without_password}), Echo()) as second:
        assert second.session.device == device
    assert (config.data / "session.json").stat().st_mode & 0o777 == 0o600


async def test_a_given_token_is_used_on_its_own_device(person: Person, homeserver: Homeserver, tmp_path: Path) -> None:
    account = Account(homeserver=homeserver.url, user=person.user, access_token=person.token, encryption=False)
    async with listening(Config(matrix=account, data=tmp_path / "data"), Echo()) as matrix:
        assert matrix.session.device == (await person.request("GET", "account/whoami"))["device_id"]


async def test_a_wrong_password_is_refused_with_a_way_out(config: Config) -> None:
    wrong = config.matrix.model_copy(update={"password": Account(**_account(config), password="wrong").password})
    with pytest.raises(Refused) as refused:
        async with listening(config.model_copy(update={"matrix": wrong}), Echo()):
            pass
    assert refused.value.sentence == "matrix.wrong-password"


def _account(config: Config) -> dict[str, str]:
    return {"homeserver": config.matrix.homeserver, "user": config.matrix.user}


async def test_a_revoked_token_stops_the_bot(
    person: Person, homeserver: Homeserver, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await person.request(
        "POST",
        "login",
        {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": person.user},
            "password": PASSWORD,
        },
    )
    token = answer["access_token"]
    account = Account(homeserver=homeserver.url, user=person.user, access_token=token, encryption=False)
    with pytest.raises(Refused) as refused, caplog.at_level(logging.WARNING):
        async with listening(Config(matrix=account, data=tmp_path / "data"), Echo()):
            own, person.token = person.token, token
            await person.request("POST", "logout", {})
            person.token = own
            await asyncio.sleep(1)
    assert refused.value.sentence == "matrix.token-revoked"


async def test_after_an_outage_the_bot_comes_back_without_hammering(
    homeserver: Homeserver, person: Person, config: Config, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "bot.matrix.sync"):
        async with listening(config, Echo()):
            room = await room_of(person, config)
            # Once it has answered here, it is doing nothing but listening.
            await person.reply_to(await person.say(room, "Doodle ?"))
            await homeserver.process.stop()
            await asyncio.sleep(2)
            await homeserver.start()
            await person.reply_to(await person.say(room, "Zoom ?"), 20)
    failures = [record for record in caplog.records if "event=sync-waits" in record.getMessage()]
    assert 1 <= len(failures) <= 6
