"""A transaction is whole or it is nothing."""

import asyncio
import os
from pathlib import Path

import pytest

from bot.conversation import (
    ClosePoll,
    Effect,
    Lane,
    OpenPoll,
    Publish,
    React,
    Recount,
    Revise,
    Say,
    Show,
    Text,
    Withdraw,
)
from bot.database import Database, inbox, migrate, outbox, rooms
from bot.shipped import folder

HELLO = Text("bonjour", "<p>bonjour</p>")


async def test_what_a_transaction_did_is_undone_when_it_fails(database: Database) -> None:
    with pytest.raises(RuntimeError):
        async with database.transaction() as tx:
            await inbox.claim(tx, "$question", 1)
            await inbox.move_to(tx, "s2")
            raise RuntimeError
    assert not await inbox.handled(database, "$question")
    assert await inbox.sync_token(database) is None


async def test_memory_follows_the_file_when_a_transaction_or_a_part_of_it_fails(database: Database) -> None:
    restored: list[str] = []
    with pytest.raises(RuntimeError):
        async with database.transaction() as tx:
            tx.if_undone(lambda: restored.append("first"))
            with pytest.raises(ValueError, match="part"):
                async with tx.savepoint():
                    tx.if_undone(lambda: restored.append("second"))
                    raise ValueError("part")
            assert restored == ["second"]
            raise RuntimeError
    assert restored == ["second", "first"]


async def test_memory_stays_as_it_is_when_the_transaction_ends_well(database: Database) -> None:
    restored: list[str] = []
    async with database.transaction() as tx:
        tx.if_undone(lambda: restored.append("first"))
    assert restored == []


async def test_a_part_that_fails_takes_only_itself_back(database: Database) -> None:
    async with database.transaction() as tx:
        await inbox.claim(tx, "$good", 1)
        with pytest.raises(RuntimeError):
            async with tx.savepoint():
                await inbox.claim(tx, "$bad", 2)
                raise RuntimeError
    assert await inbox.handled(database, "$good")
    assert not await inbox.handled(database, "$bad")


async def test_an_event_is_claimed_once(database: Database) -> None:
    async with database.transaction() as tx:
        assert await inbox.claim(tx, "$question", 1)
        assert not await inbox.claim(tx, "$question", 2)


async def test_a_message_waits_until_it_is_sent_and_then_its_text_is_gone(database: Database) -> None:
    say = Say(room="!room", cause="$question", text=HELLO, reply_to="$question", lane=Lane.BROADCAST)
    async with database.transaction() as tx:
        posted = await outbox.post(tx, say, 1)
    assert posted is not None
    assert await outbox.waiting(database) == [posted]
    async with database.transaction() as tx:
        await outbox.note_sent(tx, say.transaction, "$answer", 2)
    assert await outbox.waiting(database) == []
    assert await outbox.event_of(database, say.transaction) == "$answer"
    assert await outbox.message_of(database, "$answer") == say.transaction
    await database.close()
    for file in database.path.parent.glob("releve.sqlite3*"):
        assert b"<p>bonjour</p>" not in file.read_bytes()


async def test_the_same_cause_is_posted_once(database: Database) -> None:
    async with database.transaction() as tx:
        assert await outbox.post(tx, Say(room="!room", cause="$question", text=HELLO), 1) is not None
        assert await outbox.post(tx, Say(room="!room", cause="$question", text=HELLO), 2) is None


async def test_every_kind_of_message_waits_in_the_order_of_decision_and_comes_back_whole(database: Database) -> None:
    first = Say(room="!a", cause="$1", text=HELLO)
    effects: list[Effect] = [
        first,
        Revise(room="!a", cause="$2", target=first.transaction, text=HELLO),
        Withdraw(room="!a", cause="$3", target=first.transaction),
        React(room="!a", cause="$4", target="$1", key="🚀"),
        OpenPoll(room="!b", cause="$5", question="Où ?", answers=(("1", "Ici"), ("2", "Là"))),
        ClosePoll(room="!b", cause="$6", target="releve-5", text="Ici"),
        Recount(room="!b", cause="$7", target="releve-5"),
        Show(room="!b", cause="$8", name="a.png", mime="image/png", content=b"\x89PNG", alt="62", width=1, height=2),
        Publish(room="!b", cause="$9", fields={"revision": 3, "changes": "[]"}),
    ]
    async with database.transaction() as tx:
        for effect in effects:
            await outbox.post(tx, effect, 1)
    assert [posted.effect for posted in await outbox.waiting(database)] == effects


async def test_a_room_is_greeted_once_in_its_life(database: Database) -> None:
    async with database.transaction() as tx:
        assert await rooms.entered(tx, "!room", True, 1)
        await rooms.left(tx, "!room", 2)
    assert await rooms.joined(database) == []
    async with database.transaction() as tx:
        assert not await rooms.entered(tx, "!room", False, 3)
    assert [(room.id, room.direct) for room in await rooms.joined(database)] == [("!room", True)]


async def test_closed_it_is_one_file_again_whatever_was_written_last(tmp_path: Path) -> None:
    migrate(tmp_path / "releve.sqlite3", folder("migrations"))
    async with await Database.open(tmp_path / "releve.sqlite3") as database, database.transaction() as tx:
        await tx.execute_many("INSERT INTO inbox VALUES (?, ?)", [("$1", 1), ("$2", 2)])
    assert await asyncio.to_thread(os.listdir, tmp_path) == ["releve.sqlite3"]
