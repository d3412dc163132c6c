"""Whatever people put into events, through the whole program: read, handled, answered, shaped for sending.

The real skills on the real catalogue and a real database. Nothing may raise, nothing may be said that is too
long or that calls the whole room, and an honest question among all of it is answered.
"""

import asyncio
import itertools
import json
import logging
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.app import desk_for
from bot.catalog import load
from bot.clock import SystemClock
from bot.config import Config
from bot.conversation import Lane, OpenPoll, Room, RoomId, Say, Show, UserId
from bot.database import Database, migrate, outbox
from bot.matrix.content import GivenUp, sending
from bot.matrix.events import TYPES, incoming
from bot.matrix.spoken import Names
from bot.moderation.opening import opened
from bot.shipped import folder

LARGEST_ANSWER = 32 * 1024
NAMES = Names("@releve:asso.example", "La Relève")
ROOMS = {
    "!office": Room(id="!office"),
    "!private": Room(id="!private", direct=True),
    "!public": Room(id="!public", public=True),
    "!sealed": Room(id="!sealed", encrypted=True),
    "!moderators": Room(id="!moderators"),
}
PEOPLE = ("@ada:asso.example", "@bob:elsewhere.example", "@eve:[2001:db8::1]:8448", NAMES.user)


class EverybodyMay:
    """Rights that let the worst happen: whoever asks has power in the room, or nobody knows."""

    async def power(self, room: RoomId, user: UserId) -> float | None:
        return None if user == PEOPLE[1] else 100


class World:
    """The program without a homeserver: what the homeserver would have called each message is made up."""

    def __init__(self, place: Path) -> None:
        self.loop = asyncio.new_event_loop()
        self._path = place / "releve.sqlite3"
        self._numbers = itertools.count(1)
        self.own: list[str] = ["$never"]
        migrate(self._path, folder("migrations"))
        self.loop.run_until_complete(self._open(place))

    async def _open(self, place: Path) -> None:
        account = {"homeserver": "https://asso.example", "user": NAMES.user}
        moderation = {"room": "!moderators", "publish_in": "!catalogue"}
        config = Config.model_validate(
            {"matrix": account, "moderation": moderation, "rooms": {"flood_burst": None}, "data": place}
        )
        self.database = await Database.open(self._path)
        clock = SystemClock()
        shelf = await opened(self.database, load(folder("catalog")), date.today())
        self.desk = desk_for(config, self.database, shelf, clock, EverybodyMay())
        self.words = sorted(
            word
            for skill in self.desk.skills
            for command in skill.commands
            for words in command.words.values()
            for word in words
        )

    def hear(self, room: str, raw: object) -> list[outbox.Posted]:
        """Let `raw` happen in `room`; returns what is to be sent for it."""
        happening = incoming(raw, room, NAMES, 10**12)
        if happening is None:
            return []
        return self.loop.run_until_complete(self._receive(happening, room))

    async def _receive(self, happening: Any, room: str) -> list[outbox.Posted]:
        posted = await self.desk.receive([(happening, ROOMS[room])])
        async with self.database.transaction() as tx:
            for message in posted:
                event = f"$own{next(self._numbers)}"
                await outbox.note_sent(tx, message.transaction, event, 1)
                self.own.append(event)
        del self.own[1:-40]
        return posted

    def new_id(self) -> str:
        return f"$event{next(self._numbers)}"

    def close(self) -> None:
        self.loop.run_until_complete(self.database.close())
        self.loop.close()


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    made = World(tmp_path_factory.mktemp("world"))
    yield made
    made.close()


# ── what people write ────────────────────────────────────────────────────────────────────────────

NASTY = (
    "@room par quoi remplacer Zoom ?",
    "<script>alert(1)</script> par quoi remplacer <b>Zoom</b> ?",
    "par quoi remplacer [Zoom](javascript:alert(1)) ?",
    "par quoi remplacer https://evil.example/?q=Zoom ?",
    "\u202epar quoi remplacer Zoom ?\u202c",
    "par quoi remplacer Z\u0300\u0301\u0302\u0303oom" + "\u0489" * 400 + " ?",
    "par quoi remplacer \u200bZ\u200do\u2060om\ufeff ?",
    "par quoi remplacer ZOOM ?",
    "par quoi remplacer " + "zorglub " * 3000 + "?",
    "par quoi remplacer " + ", ".join(["Google Drive", "Zoom", "Doodle", "Slack", "WhatsApp", "Trello"] * 400) + " ?",
    "?" * 60_000,
    "🚀" * 10_000,
    "\x00\x01\x02",
    "1" * 5000,
    "-1",
    "٣",
    "2️⃣",
    "' ; DROP TABLE outbox; --",
    "%s%s%n {ask} {0} {count}",
    "'''\n" * 2000,
    "a\n" * 20_000,
)
WORDS = ("remplacer", "Zoom", "Google Drive", "détails 2", "une alternative à", "what replaces", "pour", "oui", "stop")


def texts(world: World) -> st.SearchStrategy[str]:
    """Sentences, commands with anything after them, and worse."""
    anything = st.text(max_size=60) | st.text(st.characters(categories=["Cs", "Cf", "Mn", "So", "Nd"]), max_size=30)
    pieces = st.lists(st.sampled_from(WORDS) | anything, max_size=8).map(" ".join)
    command = st.builds(
        "{} {} {}".format,
        st.sampled_from(["!releve", "!RELÈVE:", "La Relève,", ""]),
        st.sampled_from(world.words),
        pieces | st.sampled_from(NASTY),
    )
    return st.sampled_from(NASTY) | pieces | command


SURROGATES = st.text(st.characters(categories=["Cs"]), min_size=1, max_size=3)
"""Halves of characters, which JSON lets through."""
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | SURROGATES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def contents(world: World) -> st.SearchStrategy[Any]:
    body = texts(world) | JSON
    known = st.sampled_from(["$never"]) | st.integers(-40, -1).map(lambda place: f"own {place}") | JSON
    relation = st.fixed_dictionaries(
        {},
        optional={
            "rel_type": st.sampled_from(["m.replace", "m.thread", "m.annotation", "m.reference"]) | JSON,
            "event_id": known,
            "key": st.sampled_from(["🚀", "✅", "👍", "2️⃣"]) | SURROGATES | JSON,
            "m.in_reply_to": st.fixed_dictionaries({"event_id": known}) | JSON,
            "is_falling_back": JSON,
        },
    )
    answers = st.lists(st.text(max_size=8) | SURROGATES, max_size=30) | JSON
    return st.fixed_dictionaries(
        {"msgtype": st.just("m.text") | JSON, "body": body},
        optional={
            "formatted_body": body,
            "m.mentions": st.just({"user_ids": [NAMES.user]}) | JSON,
            "m.new_content": st.fixed_dictionaries({"msgtype": st.just("m.text"), "body": body}) | JSON,
            "m.relates_to": relation | JSON,
            "m.selections": answers,
            "org.matrix.msc3381.poll.response": st.fixed_dictionaries({"answers": answers}) | JSON,
            "membership": st.sampled_from(["join", "leave", "ban", "knock"]) | JSON,
            "redacts": known,
            "revision": JSON,
            "kind": JSON,
            "entry": JSON,
            "fields": JSON,
        },
    )


def events(world: World) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(
        {
            "type": st.sampled_from(TYPES) | st.just("m.room.message"),
            "sender": st.sampled_from(PEOPLE),
            "content": contents(world) | JSON,
        },
        optional={
            "event_id": JSON,
            "state_key": st.just(NAMES.user) | JSON,
            "origin_server_ts": JSON | st.integers(-(2**60), 2**60),
            "unsigned": st.fixed_dictionaries({"age": JSON, "prev_content": JSON}) | JSON,
            "redacts": st.sampled_from(["$never"]) | JSON,
        },
    )


def settled(world: World, raw: Mapping[str, Any]) -> Any:
    """`raw` as it comes from a homeserver: with an id of its own, and « own -1 » as the bot's latest message."""

    def real(value: Any) -> Any:
        if isinstance(value, str) and value.startswith("own -"):
            place = int(value.removeprefix("own "))
            return world.own[max(place, -len(world.own))]
        if isinstance(value, dict):
            return {name: real(inner) for name, inner in value.items()}
        return [real(inner) for inner in value] if isinstance(value, list) else value

    return {"event_id": world.new_id(), **real(raw)}


# ── what may come of it ──────────────────────────────────────────────────────────────────────────


class Complaints(logging.Handler):
    """What the program logs as an error: an exception that reached the desk."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(scope="module")
def complaints() -> Iterator[Complaints]:
    handler = Complaints()
    logging.getLogger("bot").addHandler(handler)
    yield handler
    logging.getLogger("bot").removeHandler(handler)


def check(posted: list[outbox.Posted]) -> None:
    """What is to be sent can be sent, is short, and calls nobody."""
    for message in posted:
        try:
            shaped = sending(message.effect, "$target", {"url": "mxc://x/y"})
        except GivenUp:
            pytest.fail(f"{message.effect} cannot be sent")
        shaped.path(message.room, message.transaction)
        if isinstance(message.effect, Show):
            continue
        written = json.dumps(shaped.content, ensure_ascii=False).encode("utf-8")
        assert len(written) <= LARGEST_ANSWER, message.effect
        assert shaped.content.get("m.mentions", {}) == {}
        assert b"@room" not in written
        if isinstance(message.effect, Say):
            assert "<script" not in message.effect.text.html
            assert "javascript:" not in message.effect.text.html
        if isinstance(message.effect, OpenPoll):
            assert len(message.effect.answers) <= 20


def play(world: World, complaints: Complaints, room: str, raws: list[Any]) -> None:
    complaints.records.clear()
    for raw in raws:
        check(world.hear(room, raw))
    assert [record.getMessage() + str(record.exc_info) for record in complaints.records] == []


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_nothing_that_people_send_raises_or_makes_the_bot_say_too_much(
    world: World, complaints: Complaints, data: st.DataObject
) -> None:
    room = data.draw(st.sampled_from(sorted(ROOMS)))
    raws = [settled(world, raw) for raw in data.draw(st.lists(events(world), min_size=1, max_size=4))]
    play(world, complaints, room, raws)


@pytest.mark.parametrize("room", sorted(ROOMS))
@pytest.mark.parametrize("text", NASTY)
def test_every_nasty_text_alone_addressed_and_as_an_edit(
    world: World, complaints: Complaints, room: str, text: str
) -> None:
    plain = message(world, text)
    edit = message(world, "* edit", {"rel_type": "m.replace", "event_id": plain["event_id"]})
    edit["content"]["m.new_content"] = {"msgtype": "m.text", "body": text + " Zoom ?"}
    play(world, complaints, room, [plain, message(world, f"!releve {text}"), edit])


def message(world: World, text: str, relation: Mapping[str, Any] | None = None) -> dict[str, Any]:
    content: dict[str, Any] = {"msgtype": "m.text", "body": text}
    if relation:
        content["m.relates_to"] = relation
    return {
        "type": "m.room.message",
        "event_id": world.new_id(),
        "sender": PEOPLE[0],
        "content": content,
        "unsigned": {"age": 1},
    }


@pytest.mark.parametrize("room", ["!private", "!moderators"])
def test_every_command_with_nothing_and_with_everything_after_it(
    world: World, complaints: Complaints, room: str
) -> None:
    for word in world.words:
        play(world, complaints, room, [message(world, f"!releve {word}{rest}") for rest in ("", *_rests())])


def _rests() -> list[str]:
    return [f" {rest}" for rest in ("?", "2", "-1", "zorglub", "Zoom", "x" * 9000, "<b>&amp;", "{ask}", "a = b, c + d")]


def test_an_honest_question_after_all_that_is_answered(world: World, complaints: Complaints) -> None:
    posted = world.hear("!public", message(world, "par quoi remplacer Google Drive ?"))
    assert [type(one.effect) for one in posted] == [Say]
    assert posted[0].lane is Lane.CONVERSATION


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: {**raw, "content": {**raw["content"], "msgtype": "m.notice"}},
        lambda raw: {**raw, "content": {**raw["content"], "msgtype": "m.emote"}},
        lambda raw: {**raw, "sender": NAMES.user},
    ],
    ids=["a notice", "an emote", "its own"],
)
@pytest.mark.parametrize("text", ["par quoi remplacer Zoom ?", "!releve aide", "!releve quiz"])
@pytest.mark.parametrize("room", ["!office", "!private"])
def test_bots_and_notices_get_no_reply(
    world: World, room: str, text: str, change: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    assert world.hear(room, change(message(world, text))) == []
