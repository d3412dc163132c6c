"""Back after an absence: what is fresh is answered, what is old is let be, votes of any age count, gaps are filled.

The absence is short; a proxy makes what was said during it look twenty minutes older.
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from bot.demo.timeline import Event
from tests.homeserver.company import NewBot, room_with
from tests.homeserver.proxy import Proxy, Request, between, rewritten
from tests.homeserver.voters import POLL, RESPONSE

_TWENTY_MINUTES_MS = 20 * 60 * 1000
_END = "org.matrix.msc3381.poll.end"


@pytest.fixture
async def proxy(homeserver: Homeserver) -> AsyncIterator[Proxy]:
    async with between(homeserver.url) as proxy:
        yield proxy


def brings_events(request: Request) -> bool:
    return request.is_sync or "/messages?" in request.path


def make_old(proxy: Proxy, old: set[str]) -> None:
    """From now on the homeserver says that the events `old` are twenty minutes older than they are."""

    def aged(value: Any) -> Any:
        if isinstance(value, list):
            return [aged(inner) for inner in value]
        if not isinstance(value, dict):
            return value
        made = {name: aged(inner) for name, inner in value.items()}
        if value.get("event_id") in old:
            made["unsigned"] = {**made["unsigned"], "age": made["unsigned"]["age"] + _TWENTY_MINUTES_MS}
        return made

    proxy.fault = lambda request: rewritten(aged) if brings_events(request) else None


async def test_after_an_absence_the_fresh_is_answered_the_old_let_be_and_every_vote_counted(
    person: Person, new_bot: NewBot, proxy: Proxy
) -> None:
    bot = await new_bot()
    bot.configure({"homeserver": proxy.url})
    await bot.start()
    room = await room_with(person, bot)
    await person.say(room, "!releve quiz")
    poll = await person.sees(lambda event: event.type == POLL)
    await bot.stop()

    answer = poll.content[POLL]["answers"][0]
    relation = {"rel_type": "m.reference", "event_id": poll.id}
    vote = await person.send(room, RESPONSE, {RESPONSE: {"answers": [answer["id"]]}, "m.relates_to": relation})
    # More than a timeline brings at once: most of it comes with the gap.
    old = await asyncio.gather(*(person.say(room, f"par quoi remplacer Zoom ? ({n})") for n in range(120)))
    make_old(proxy, {vote, *old})
    fresh = [await person.say(room, f"par quoi remplacer {tool} ?") for tool in ("Doodle", "Slack")]
    await bot.start()
    for question in fresh:
        await person.reply_to(question)
    await person.say(room, "!releve suivant")
    end = await person.sees(lambda event: event.type == _END)

    assert counted(end) == {answer["org.matrix.msc1767.text"]: 1}
    answered = [event.reply_to for event in await person.timeline(room) if event.is_message and event.reply_to]
    assert answered == fresh
    assert len([request for request in proxy.requests if "/messages?" in request.path]) > 0


def counted(end: Event) -> dict[str, int]:
    """The votes that the end of a poll tells, by answer."""
    text = end.content["org.matrix.msc1767.text"].replace("\u202f", " ").replace("\xa0", " ")
    votes = (part.rpartition(" : ") for part in text.removeprefix("Sondage clos. ").split(" · "))
    return {answer: int(count) for answer, _, count in votes}


async def test_a_question_is_fresh_to_the_minute_that_the_host_has_set(
    person: Person, new_bot: NewBot, proxy: Proxy
) -> None:
    bot = await new_bot()
    bot.configure({"homeserver": proxy.url}, rooms={"answer_within_minutes": 30})
    await bot.start()
    room = await room_with(person, bot)
    await person.say(room, "bonjour")
    await bot.stop()
    question = await person.say(room, "par quoi remplacer Zoom ?")
    make_old(proxy, {question})
    await bot.start()
    await person.reply_to(question)
