"""What /sync left out: the events between the last token and a timeline that was cut short."""

import json
import logging
from collections.abc import Mapping
from functools import partial
from typing import Any, TypeAlias

from bot.conversation import RoomId, UserId
from bot.matrix.batch import GAP_FILTER, is_arrival
from bot.matrix.patience import patiently
from bot.matrix.wire import Declined, Unreachable, Wire, escaped

log = logging.getLogger(__name__)

Raw: TypeAlias = Mapping[str, Any]
_PAGE = 100
# With the waits in between, three minutes or so.
_ATTEMPTS = 9


async def filled(wire: Wire, room: RoomId, gap: str, since: str, own: UserId) -> list[Raw]:
    """The events of `room` between the token `since` and the later token `gap`, oldest first.

    Pages back until it meets `since` or the bot's own arrival in the room. Waits for a homeserver that is away as
    long as it takes, since an event that is not fetched is a question that is lost. What ends it early is a refusal
    (the bot is out of the room by now), or a homeserver that answers others and fails at this room again and again:
    one damaged room must not make the bot deaf in all of them.
    """
    path = f"/rooms/{escaped(room)}/messages"
    query = {"dir": "b", "to": since, "limit": str(_PAGE), "filter": json.dumps(GAP_FILTER)}
    events: list[Raw] = []
    at: str | None = gap
    while at is not None:
        try:
            answer = await patiently(partial(wire.call, "GET", path, query={**query, "from": at}), "gap", _ATTEMPTS)
        except (Declined, Unreachable) as error:
            log.error("event=gap-not-filled room=%s reason=%s", room, error)
            break
        chunk = answer.get("chunk")
        page = [event for event in chunk if isinstance(event, Mapping)] if isinstance(chunk, list) else []
        events += page
        end = answer.get("end")
        arrived = any(is_arrival(event, own) for event in page)
        at = end if isinstance(end, str) and end != at and page and not arrived else None
    events.reverse()
    log.info("event=gap-filled room=%s events=%d", room, len(events))
    return events
