"""A look around, at the start and now and then: what is still open although its news are long past.

One answer of /sync without a token, of which next to nothing is asked: rooms that were replaced, invitations that
could not be accepted, spaces. Nothing is answered from it, and its token is not kept.
"""

import asyncio
import json
import logging
import secrets
from collections.abc import Callable

from bot.conversation import UserId
from bot.matrix.batch import Batch, batch
from bot.matrix.patience import patiently
from bot.matrix.spaces import SPACE_TYPES
from bot.matrix.upgrades import TOMBSTONE
from bot.matrix.wire import TokenRevoked, Wire

log = logging.getLogger(__name__)

_EVERY_S = 6 * 60 * 60.0
# Homeservers take their time over it, with many rooms.
_WITHIN_S = 600.0
_NOTHING = {"not_types": ["*"]}
_FILTER = {
    "presence": _NOTHING,
    "account_data": _NOTHING,
    "room": {
        "account_data": _NOTHING,
        "ephemeral": _NOTHING,
        "timeline": {**_NOTHING, "limit": 1},
        "state": {"types": [TOMBSTONE, *SPACE_TYPES], "lazy_load_members": True},
    },
}


async def looked_around(wire: Wire, own: UserId) -> Batch:
    """Where things stand now, of what the filter lets through. Raises what `Wire.call` raises, or ValueError."""
    # Synapse keeps its answer to the same request for two minutes, which may be from before the last start. A first
    # sync is answered at once whatever the timeout.
    query = {"filter": json.dumps(_FILTER), "timeout": str(secrets.randbelow(30_000))}
    answer = await patiently(lambda: wire.call("GET", "/sync", query=query, timeout_s=_WITHIN_S), "look-around")
    return batch(answer, own)


async def for_ever(wire: Wire, own: UserId, tell: Callable[[Batch], None]) -> None:
    """Look around and `tell` what there is, again and again."""
    while True:
        try:
            around = await looked_around(wire, own)
            log.info("event=looked-around rooms=%d invitations=%d", len(around.joined), len(around.invitations))
            tell(around)
        except TokenRevoked:
            # Whoever listens hears of it too, and ends the bot.
            return
        except Exception:
            log.exception("event=not-looked-around")
        await asyncio.sleep(_EVERY_S)
