"""The outbox: what is posted together keeps its order, and a cause posts once."""

from bot.conversation import React, Say, Text
from bot.database import Database, outbox


def say(cause: str) -> Say:
    return Say(room="!office", cause=cause, text=Text("é", "<p>é</p>"))


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
