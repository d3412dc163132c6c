"""One real Synapse for all tests here; people and bots of their own for each.

`person`, `bot` and `room` for a conversation with a bot that all tests share; `new_bot()` for one that a test
may stop, kill and start again; `new_person()` for somebody more.
"""

import itertools
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
import pytest_asyncio

from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from bot.demo.running_bot import RunningBot
from tests.homeserver.company import PASSWORD, NewBot, NewPerson, room_with

_numbers = itertools.count(1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.homeserver)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def homeserver() -> AsyncIterator[Homeserver]:
    """A Synapse without rate limits."""
    async with Homeserver.running() as running:
        yield running


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def limited_homeserver() -> AsyncIterator[Homeserver]:
    """A Synapse with the rate limits that it has by default."""
    async with Homeserver.running(rate_limits=True) as running:
        yield running


@pytest.fixture
async def new_person(homeserver: Homeserver) -> AsyncIterator[NewPerson]:
    """Makes people, each with an account of their own, logged in and listening."""
    async with AsyncExitStack() as stack:

        async def make() -> Person:
            name = f"person{next(_numbers)}"
            await homeserver.register(name, PASSWORD)
            return await stack.enter_async_context(Person.at(homeserver.url, name, PASSWORD))

        yield make


@pytest.fixture
async def person(new_person: NewPerson) -> Person:
    return await new_person()


@pytest.fixture
async def new_bot(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[NewBot]:
    """Makes bots with an account and a data folder of their own, not started; stopped after the test."""
    async with AsyncExitStack() as stack:

        async def make() -> RunningBot:
            name = f"bot{next(_numbers)}"
            await homeserver.register(name, PASSWORD)
            bot = RunningBot(homeserver, tmp_path / name, name, PASSWORD)
            stack.push_async_callback(bot.stop)
            return bot

        yield make


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def bot(homeserver: Homeserver, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[RunningBot]:
    """A running bot that all tests share: for those that do it no harm, each in a room of its own."""
    await homeserver.register("releve", PASSWORD)
    running = RunningBot(homeserver, tmp_path_factory.mktemp("bot"), "releve", PASSWORD)
    try:
        await running.start()
        yield running
    finally:
        await running.stop()


@pytest.fixture
async def room(person: Person, bot: RunningBot) -> str:
    """A room of `person`, with the shared bot in it."""
    return await room_with(person, bot)
