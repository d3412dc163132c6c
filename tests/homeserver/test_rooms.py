"""The life of rooms on a real Synapse: replaced by others, in spaces, left and come back to."""

import asyncio
import contextlib
import sqlite3
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from bot.clock import SystemClock
from bot.conversation import Say, Text
from bot.database import Database, outbox
from bot.demo.person import Person
from bot.demo.running_bot import RunningBot
from tests.homeserver.company import NewBot, NewPerson, room_with

QUESTION = "par quoi remplacer Zoom ?"


def query(bot: RunningBot, sql: str, *values: object) -> list[tuple[Any, ...]]:
    with contextlib.closing(sqlite3.connect(bot.data / "releve.sqlite3")) as connection:
        return connection.execute(sql, values).fetchall()


async def until(true: Callable[[], bool], within_s: float = 15) -> None:
    async with asyncio.timeout(within_s):
        while not true():  # noqa: ASYNC110 — the database has no event to wait for
            await asyncio.sleep(0.05)


async def upgraded(person: Person, old: str, *invited: str, predecessor: str | None = None) -> str:
    """`old` is replaced by a new room of `person`; only the tombstone is set by hand, so that tests may lie."""
    new: str = (
        await person.request(
            "POST",
            "createRoom",
            {
                "preset": "private_chat",
                "invite": list(invited),
                "creation_content": {"predecessor": {"room_id": predecessor or old, "event_id": "$last"}},
            },
        )
    )["room_id"]
    tombstone = {"body": "Ce salon a été remplacé", "replacement_room": new}
    await state(person, old, "m.room.tombstone", tombstone)
    return new


async def state(person: Person, room: str, kind: str, content: Any, key: str = "") -> None:
    await person.request("PUT", f"rooms/{quote(room)}/state/{kind}/{quote(key)}", content)


async def answered(person: Person, room: str) -> None:
    await person.reply_to(await person.say(room, QUESTION))


def said_in(person: Person, bot: RunningBot, room: str) -> list[str]:
    return [
        event.body for event in person.events if event.room == room and event.sender == bot.user and event.is_message
    ]


async def leaves(person: Person, bot: RunningBot, room: str) -> None:
    await person.sees(
        lambda event: event.room == room and event.sender == bot.user and event.content.get("membership") == "leave"
    )


# ── replaced ─────────────────────────────────────────────────────────────────────────────────────


async def test_an_upgrade_by_the_homeserver_is_followed_with_all_that_is_known(person: Person, new_bot: NewBot) -> None:
    bot = await new_bot()
    await bot.start()
    old = await room_with(person, bot)
    await person.reply_to(await person.say(old, "!releve inventaire + Trello"))
    new = (await person.request("POST", f"rooms/{quote(old)}/upgrade", {"new_version": "11"}))["replacement_room"]
    await person.invite(new, bot.user)
    await leaves(person, bot, old)
    shown = await person.reply_to(await person.say(new, "!releve inventaire"))
    assert "Trello" in shown.body
    assert [text for text in said_in(person, bot, new) if "Bonjour" in text] == [], "nobody is greeted twice"


async def test_a_public_successor_needs_no_invitation(person: Person, new_bot: NewBot) -> None:
    bot = await new_bot()
    await bot.start()
    old = await room_with(person, bot)
    await state(person, old, "m.room.join_rules", {"join_rule": "public"})
    new = (await person.request("POST", f"rooms/{quote(old)}/upgrade", {"new_version": "12"}))["replacement_room"]
    await person.arrival_of(bot.user, new)
    await answered(person, new)


async def test_an_upgrade_while_the_bot_was_away_is_followed_at_its_start(person: Person, new_bot: NewBot) -> None:
    bot = await new_bot()
    await bot.start()
    old = await room_with(person, bot)
    await answered(person, old)
    await bot.stop()
    new = await upgraded(person, old)
    await bot.start()
    await until(lambda: query(bot, "SELECT 1 FROM room WHERE room_id = ?", new) != [])
    await bot.stop()
    # The tombstone is old news to the next start; the invitation comes after it.
    await bot.start()
    await person.invite(new, bot.user)
    await leaves(person, bot, old)
    assert query(bot, "SELECT DISTINCT room_id FROM ask_answer") == [(new,)]


async def test_the_tombstone_of_a_member_without_the_right_is_not_followed(
    person: Person, new_person: NewPerson, new_bot: NewBot
) -> None:
    bot, intruder = await new_bot(), await new_person()
    await bot.start()
    # Everybody may set tombstones here: that makes nobody a moderator.
    levels = {"state_default": 50, "events": {"m.room.tombstone": 0}, "users_default": 0}
    old = await person.create_room("Bureau", [bot.user, intruder.user], power_level_content_override=levels)
    await person.arrival_of(bot.user, old)
    await intruder.join(old)
    await answered(person, old)
    await upgraded(intruder, old)
    await bot.process.printed("event=upgrade-refused")  # type: ignore[union-attr]
    await answered(person, old)
    assert query(bot, "SELECT DISTINCT room_id FROM ask_answer") == [(old,)]


async def test_a_successor_that_does_not_point_back_is_left(person: Person, new_bot: NewBot) -> None:
    bot = await new_bot()
    await bot.start()
    old, elsewhere = await room_with(person, bot), await person.create_room("Ailleurs")
    await answered(person, old)
    new = await upgraded(person, old, bot.user, predecessor=elsewhere)
    await leaves(person, bot, new)
    await answered(person, old)
    assert query(bot, "SELECT DISTINCT room_id FROM ask_answer") == [(old,)]


# ── left ─────────────────────────────────────────────────────────────────────────────────────────


async def test_what_waits_for_a_room_waits_for_the_return_to_it(person: Person, new_bot: NewBot) -> None:
    bot = await new_bot()
    await bot.start()
    room = await room_with(person, bot)
    await answered(person, room)
    await person.kick(room, bot.user)
    await until(lambda: query(bot, "SELECT left_at IS NULL FROM room") == [(0,)])
    await bot.stop()
    async with await Database.open(bot.data / "releve.sqlite3") as database, database.transaction() as tx:
        late = Say(room=room, cause="$late", text=Text("ce qui attendait", "ce qui attendait"))
        await outbox.post(tx, late, SystemClock().now_ms())
    await bot.start()
    assert bot.process is not None
    await bot.process.printed("event=not-in-room")
    assert query(bot, "SELECT refused FROM outbox WHERE transaction_id = ?", late.transaction) == [(None,)]
    await person.invite(room, bot.user)
    await person.sees(lambda event: event.body == "ce qui attendait")
    greetings = [text for text in said_in(person, bot, room) if "Bonjour" in text]
    assert len(greetings) == 1, "who comes back does not greet again"


# ── spaces ───────────────────────────────────────────────────────────────────────────────────────


async def space_of(person: Person, bot: RunningBot) -> str:
    space = await person.create_room("Les Amis du jardin", [bot.user], creation_content={"type": "m.space"})
    await person.arrival_of(bot.user, space)
    return space


async def linked(person: Person, space: str, room: str, *, confirmed: bool = True) -> None:
    via = {"via": [person.user.partition(":")[2]]}
    await state(person, room, "m.space.parent", via, space)
    if confirmed:
        await state(person, space, "m.space.child", via, room)


def associations(bot: RunningBot, *rooms: str) -> list[int | None]:
    found = dict(query(bot, "SELECT room_id, association FROM association_room"))
    return [found.get(room) for room in rooms]


async def test_the_rooms_of_a_space_are_one_association_and_the_space_hears_nothing(
    person: Person, new_bot: NewBot
) -> None:
    bot = await new_bot()
    await bot.start()
    space, office, garden = await space_of(person, bot), await room_with(person, bot), await room_with(person, bot)
    await person.reply_to(await person.say(office, "!releve inventaire + Trello"))
    await linked(person, space, office)
    await linked(person, space, garden)

    def together() -> bool:
        one, other = associations(bot, office, garden)
        return one is not None and one == other

    await until(together)
    assert "Trello" in (await person.reply_to(await person.say(garden, "!releve inventaire"))).body
    assert said_in(person, bot, space) == []
    await state(person, space, "m.space.child", {}, garden)
    await until(lambda: not together())


async def test_a_room_that_only_claims_a_space_learns_nothing_of_it(person: Person, new_bot: NewBot) -> None:
    bot = await new_bot()
    await bot.start()
    space, office, intruder = await space_of(person, bot), await room_with(person, bot), await room_with(person, bot)
    await linked(person, space, office)
    await until(lambda: associations(bot, office) != [None])
    await linked(person, space, intruder, confirmed=False)
    await until(lambda: associations(bot, intruder) != [None])
    one, other = associations(bot, office, intruder)
    assert one != other
