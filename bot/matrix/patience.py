"""Asking until there is an answer, for what nothing can go on without."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.matrix.pace import Backoff
from bot.matrix.wire import RateLimited, Unreachable

log = logging.getLogger(__name__)

Answer = TypeVar("Answer")


async def patiently(ask: Callable[[], Awaitable[Answer]], what: str, attempts: int | None = None) -> Answer:
    """What `ask` answers, asked again with growing waits while the homeserver is away or wants to be left
    alone. `what` names it in the log. Whatever else `ask` raises ends it.

    With `attempts`, Unreachable is raised when a homeserver that is well otherwise has failed at this so often.
    """
    backoff = Backoff()
    failures = 0
    while True:
        try:
            return await ask()
        except RateLimited as limited:
            reason, wait_s = "rate-limited", limited.wait_s
        except Unreachable as error:
            failures += not error.everywhere
            if attempts is not None and failures >= attempts:
                raise
            reason, wait_s = str(error), backoff.next_s()
        log.warning("event=%s-waits reason=%s wait_s=%.1f", what, reason, wait_s)
        await asyncio.sleep(wait_s)
