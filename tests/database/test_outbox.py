"""The outbox: what is posted together keeps its order, a cause posts once, and little stays."""

from bot.conversation import React, Say, Text
from bot.database import Database, outbox


def say(cause: str) -> Say:
    return Say(room="!office", cause=cause, text=Text("é", "<p>é</p>"))


async def pages(database: Database) -> int:
    """How many pages of the file are in use."""
    (row,) = await database.fetch_all(
        "SELECT page_count - freelist_count FROM pragma_page_count, pragma_freelist_count"
    )
    used: int = row[0]
    return used


async def test_what_is_posted_together_is_kept_in_order_and_once(database: Database) -> None:
    button = React(room="!office", cause="$1", part="✅", target="$nudge", key="✅", own=True)
    async with database.transaction() as tx:
        await outbox.post(tx, say("$1"), 1)
        posted = await outbox.post_all(tx, [say("$3"), say("$1"), button, say("$2"), say("$3")], 2)
    assert [row.effect for row in posted] == [say("$3"), button, say("$2")]
    assert [row.effect for row in await outbox.waiting(database)] == [say("$1"), say("$3"), button, say("$2")]


async def test_nothing_posted_is_nothing(database: Database) -> None:
    async with database.transaction() as tx:
        assert await outbox.post_all(tx, [], 1) == []


async def test_messages_that_were_sent_give_the_room_of_their_text_back(database: Database) -> None:
    before = await pages(database)
    long = Text("oui " * 750, "<p>oui</p>")
    async with database.transaction() as tx:
        posted = await outbox.post_all(tx, [Say(room="!a", cause=f"${number}", text=long) for number in range(100)], 0)
    async with database.transaction() as tx:
        await outbox.note_all_sent(tx, {row.transaction: f"$answer-{row.number}" for row in posted}, 0)
    assert await pages(database) - before < 50


async def test_what_became_of_a_message_leaves_the_rest_of_it_as_it_was(database: Database) -> None:
    async with database.transaction() as tx:
        posted = await outbox.post(tx, Say(room="!a", cause="$1", text=Text("oui", "<p>oui</p>")), 7)
        assert posted is not None
        await outbox.note_refused(tx, posted.transaction, "M_TOO_LARGE", 9)
    (row,) = await database.fetch_all("SELECT * FROM outbox")
    assert dict(row) == {
        "number": posted.number,
        "transaction_id": posted.transaction,
        "room_id": "!a",
        "lane": "conversation",
        "kind": "say",
        "payload": None,
        "target": None,
        "posted_at": 7,
        "sent_at": 9,
        "event_id": None,
        "refused": "M_TOO_LARGE",
    }
