"""What is of no use any more goes, and nobody waits for it."""

import asyncio

from bot.conversation import Say, Text
from bot.database import Database, inbox, outbox
from bot.tidying import KEEP_HANDLED, KEEP_SENT, tidy

_DAY_MS = 24 * 60 * 60 * 1000
_NOW_MS = 1_000 * _DAY_MS


async def lived(database: Database, days_ago: int, count: int = 1) -> None:
    """So many events were handled, and answered, so many days ago."""
    then = _NOW_MS - days_ago * _DAY_MS
    async with database.transaction() as tx:
        for number in range(count):
            event = f"${days_ago}-{number}"
            await inbox.claim(tx, event, then)
            posted = await outbox.post(tx, Say(room="!a", cause=event, text=Text("oui", "<p>oui</p>")), then)
            assert posted is not None
            await outbox.note_sent(tx, posted.transaction, f"{event}-answer", then)


async def kept(database: Database) -> tuple[int, int]:
    """How many events and messages are known."""
    rows = await database.fetch_all("SELECT (SELECT count(*) FROM inbox), (SELECT count(*) FROM outbox)")
    return rows[0][0], rows[0][1]


async def test_what_is_old_is_dropped_and_what_is_of_use_stays(database: Database) -> None:
    for days_ago in (0, KEEP_HANDLED.days + 1, KEEP_SENT.days + 1):
        await lived(database, days_ago)
    await tidy(database, _NOW_MS)
    assert await kept(database) == (1, 2)


async def test_what_waits_to_be_sent_is_never_dropped(database: Database) -> None:
    async with database.transaction() as tx:
        await outbox.post(tx, Say(room="!a", cause="$1", text=Text("oui", "<p>oui</p>")), 0)
    await tidy(database, _NOW_MS)
    assert len(await outbox.waiting(database)) == 1


async def test_whoever_writes_meanwhile_has_their_turn_before_the_end(database: Database) -> None:
    await lived(database, days_ago=400, count=1000)
    tidying = asyncio.create_task(tidy(database, _NOW_MS))
    await asyncio.sleep(0)
    await lived(database, days_ago=0)
    events, _ = await kept(database)
    await tidying
    assert events > 1
    assert await kept(database) == (1, 1)
