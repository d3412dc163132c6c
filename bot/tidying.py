"""Dropping what is of no use any more: a few rows at a time, so that an answer never waits for it.

What grows with what is asked is dropped in transactions of `_AT_ONCE` rows; whoever wants to write meanwhile has
their turn between two of them.
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeAlias

from bot.ask import storage as ask
from bot.association import storage_data as association
from bot.association.migration import storage as migration
from bot.database import Database, Transaction, copy, inbox, outbox
from bot.moderation import storage as moderation

KEEP_HANDLED = timedelta(days=14)
KEEP_SENT = timedelta(days=90)
"""How long the ids of handled events and of sent messages are of use: Synapse keeps transaction ids for a day, and
nobody follows up on an answer of last season.
"""
_KEEP_COPIES = timedelta(days=30)
"""Copies from before an upgrade hold what has been deleted since: a month is enough to go back."""
_AT_ONCE = 200

_Forget: TypeAlias = Callable[[Transaction, int, int], Awaitable[int]]
_GROWING: tuple[tuple[_Forget, timedelta], ...] = (
    (inbox.forget_before, KEEP_HANDLED),
    (outbox.forget_before, KEEP_SENT),
    (ask.forget_before, KEEP_SENT),
    (migration.forget_before, KEEP_SENT),
)


async def tidy(database: Database, now_ms: int) -> int:
    """Drop all that is too old by now; returns how many rows."""
    dropped = 0
    for forget, keep in _GROWING:
        gone = -1
        while gone:
            async with database.transaction() as tx:
                gone = await forget(tx, now_ms - _ms(keep), _AT_ONCE)
            dropped += gone
    async with database.transaction() as tx:
        dropped += await moderation.forget_before(tx, now_ms - _ms(KEEP_SENT))
        await association.drop_stale(tx, now_ms)
    await database.fold()
    copy.forget_before(database.path, now_ms - _ms(_KEEP_COPIES))
    return dropped


def _ms(span: timedelta) -> int:
    return span // timedelta(milliseconds=1)
