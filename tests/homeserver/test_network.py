"""The real Matrix part on a bad network: nothing lost, nothing twice, and never more than one request a step.

The waits of the back-off are a tenth of what they are in production.
"""

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.config import Config
from bot.config import Matrix as Account
from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from bot.demo.running_bot import RunningBot
from bot.demo.timeline import Event
from bot.matrix import pace, sync, wire
from tests.homeserver.company import PASSWORD, NewBot, room_with
from tests.homeserver.proxy import (
    Fault,
    Proxy,
    Request,
    acted_then_502,
    acted_then_reset,
    acted_then_silence,
    between,
    half_an_answer,
    html_200,
    html_502,
    limited_by_field,
    limited_by_header,
    reset,
    silence,
    slow_body,
)
from tests.matrix.echo import Echo, listening

FIRST_S, CAP_S = 0.05, 0.4
_numbers = itertools.count(1)
FAULTS = [
    reset,
    acted_then_reset,
    half_an_answer,
    silence,
    acted_then_silence,
    slow_body,
    html_502,
    acted_then_502,
    html_200,
    limited_by_header,
    limited_by_field,
]


@pytest.fixture(autouse=True)
def _hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "FIRST_S", FIRST_S)
    monkeypatch.setattr(pace, "CAP_S", CAP_S)
    # What is silent for so long is dead.
    monkeypatch.setattr(wire, "ANSWER_WITHIN_S", 0.6)
    monkeypatch.setattr(sync, "_POLL_MS", 500)
    monkeypatch.setattr(sync, "_GRACE_S", 0.5)


@pytest.fixture
async def proxy(homeserver: Homeserver) -> AsyncIterator[Proxy]:
    async with between(homeserver.url) as proxy:
        yield proxy


@pytest.fixture
async def config(homeserver: Homeserver, proxy: Proxy, tmp_path: Path) -> Config:
    """A bot that reaches its homeserver through the proxy."""
    name = f"unlucky{next(_numbers)}"
    await homeserver.register(name, PASSWORD)
    user = f"@{name}:{homeserver.server_name}"
    account = Account(homeserver=proxy.url, user=user, password=PASSWORD, encryption=False)
    return Config(matrix=account, data=tmp_path / "data")


async def room_of(person: Person, config: Config) -> str:
    room = await person.create_room("Bureau", [config.matrix.user])
    await person.arrival_of(config.matrix.user, room)
    return room


async def answers(person: Person, config: Config, room: str) -> list[str | None]:
    """What the bot's messages in `room` answer, in order."""

    def is_answer(event: Event) -> bool:
        return event.is_message and event.sender == config.matrix.user

    return [event.reply_to for event in await person.timeline(room) if is_answer(event)]


def is_send(request: Request) -> bool:
    return request.is_send


def is_sync(request: Request) -> bool:
    return request.is_sync


@pytest.mark.parametrize("of", [is_send, is_sync], ids=["sending", "listening"])
@pytest.mark.parametrize("fault", FAULTS, ids=[fault.__name__ for fault in FAULTS])
async def test_each_question_has_one_answer_in_order(
    person: Person, proxy: Proxy, config: Config, fault: Fault, of: Callable[[Request], bool]
) -> None:
    async with listening(config, Echo()):
        room = await room_of(person, config)
        await person.reply_to(await person.say(room, "Doodle ?"))
        proxy.requests.clear()
        proxy.first(2, fault, of)
        questions = [await person.say(room, f"question {number}") for number in range(3)]
        for question in questions:
            await person.reply_to(question)
    assert (await answers(person, config, room))[1:] == questions
    # Two faults, and at most one request more for each.
    assert len(proxy.seen(is_send)) <= 3 + 2


@pytest.mark.parametrize("fault", [limited_by_header, limited_by_field])
async def test_the_homeserver_says_how_long_it_wants_to_be_left_alone(
    person: Person, proxy: Proxy, config: Config, fault: Fault
) -> None:
    async with listening(config, Echo()):
        room = await room_of(person, config)
        proxy.first(1, fault, is_send)
        await person.reply_to(await person.say(room, "Zoom ?"))
    [waited_s] = gaps(proxy.seen(is_send))
    # One second, and not the five of somebody who did not listen.
    assert 1 <= waited_s < 3


def shortest_waits(count: int) -> list[float]:
    """The least that so many waits of the back-off can be, in seconds, one after another."""
    return [min(CAP_S, FIRST_S * 2**failures) / 2 for failures in range(count)]


def gaps(requests: list[Request]) -> list[float]:
    return [later.at - earlier.at for earlier, later in itertools.pairwise(requests)]


def is_patient(requests: list[Request]) -> bool:
    """Whether between two requests there always was a wait of the back-off, each longer than the one before."""
    # A thousandth for the clocks.
    return all(gap >= least - 0.001 for gap, least in zip(gaps(requests), shortest_waits(len(requests)), strict=False))


async def test_a_homeserver_that_is_away_is_asked_once_a_step_and_then_answers_come(
    person: Person, proxy: Proxy, config: Config
) -> None:
    async with listening(config, Echo()):
        room = await room_of(person, config)
        await person.reply_to(await person.say(room, "Doodle ?"))
        proxy.requests.clear()
        # As long as five minutes are to the waits of production.
        proxy.fault = lambda request: html_502
        questions = [await person.say(room, f"question {number}") for number in range(3)]
        await asyncio.sleep(3)
        asked = proxy.seen(is_sync)
        proxy.fault = lambda request: None
        for question in questions:
            await person.reply_to(question)
    # The first of them was under way when the outage began.
    assert is_patient(asked[1:])
    assert len(asked) >= 5
    assert (await answers(person, config, room))[1:] == questions


async def test_answers_that_wait_for_the_homeserver_ask_for_it_one_at_a_time(
    person: Person, proxy: Proxy, config: Config
) -> None:
    async with listening(config, Echo()):
        rooms = [await room_of(person, config) for _ in range(5)]
        proxy.requests.clear()
        proxy.fault = lambda request: html_502 if request.is_send else None
        questions = {room: [await person.say(room, f"question {number}") for number in range(2)] for room in rooms}
        await asyncio.sleep(3)
        tried = proxy.seen(is_send)
        proxy.fault = lambda request: None
        for question in itertools.chain(*questions.values()):
            await person.reply_to(question)
    # Those that were under way together at the beginning, one for each room, failed together.
    assert is_patient(tried[len(rooms) :])
    assert len(tried) <= len(rooms) + 3 / (CAP_S / 2)
    for room in rooms:
        assert await answers(person, config, room) == questions[room]


async def test_a_homeserver_that_refuses_connections_is_found_again(
    person: Person, proxy: Proxy, config: Config
) -> None:
    async with listening(config, Echo()):
        room = await room_of(person, config)
        await person.reply_to(await person.say(room, "Doodle ?"))
        await proxy.dies()
        questions = [await person.say(room, f"question {number}") for number in range(3)]
        await asyncio.sleep(2)
        await proxy.lives()
        for question in questions:
            await person.reply_to(question)
    assert (await answers(person, config, room))[1:] == questions


async def test_a_bot_that_starts_before_its_homeserver_waits_for_it(
    person: Person, proxy: Proxy, config: Config
) -> None:
    await proxy.dies()

    async def back() -> None:
        await asyncio.sleep(1)
        await proxy.lives()

    returning = asyncio.create_task(back())
    async with listening(config, Echo()):
        room = await room_of(person, config)
        await person.reply_to(await person.say(room, "Zoom ?"))
    await returning


# ── the program itself ───────────────────────────────────────────────────────────────────────────


async def test_a_session_that_was_closed_elsewhere_ends_the_program_with_the_way_out(
    homeserver: Homeserver, person: Person, new_bot: NewBot
) -> None:
    bot = await new_bot()
    await bot.start({"LANG": "fr_FR.UTF-8", "LANGUAGE": "", "LC_ALL": ""})
    room = await room_with(person, bot)
    await person.reply_to(await person.say(room, "par quoi remplacer Zoom ?"))
    await close_all_sessions(homeserver, bot)
    assert bot.process is not None
    assert await bot.process.ended(20) == 3
    said = bot.process.tail()
    assert "Supprimez session.json du dossier de données et donnez le mot de passe" in said
    assert "Traceback" not in bot.process.written()


async def close_all_sessions(homeserver: Homeserver, bot: RunningBot) -> None:
    """As somebody does who has the bot's password and presses « sign out everywhere »."""
    async with Person.at(homeserver.url, bot.user[1:].partition(":")[0], PASSWORD) as elsewhere:
        await elsewhere.request("POST", "logout/all", {})
