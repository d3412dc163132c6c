"""Every response that the homeserver holds for a poll: what was voted while the bot was away counts too.

Asked without a filter of event types, since responses in encrypted rooms are `m.room.encrypted`. Redacted
ones have lost their content, and fall away by themselves.
"""

from collections.abc import Mapping
from typing import Any, Protocol, TypeAlias

from bot.conversation import EventId, Recount, Recounted, RoomId, Vote
from bot.matrix.events import incoming
from bot.matrix.spoken import Names
from bot.matrix.wire import Wire, escaped

Raw: TypeAlias = Mapping[str, Any]

_PAGE = "100"
_MOST_PAGES = 100
"""Ten thousand responses: no association is so large, and no hostile room keeps the bot busy for ever."""


class Opener(Protocol):
    """Reads encrypted events; see `crypto.Crypto`."""

    def opened(self, room: RoomId, event: Raw) -> Raw | None:
        """An encrypted event in clear; None when its key is not there (yet)."""
        ...


async def recounted(
    wire: Wire, recount: Recount, poll: EventId, names: Names, opener: Opener | None, now_ms: int
) -> Recounted:
    """The answer to `recount`, of the poll that the event `poll` started. Raises what `Wire.call` raises."""
    votes: dict[EventId, Vote] = {}
    at: str | None = ""
    for _ in range(_MOST_PAGES):
        path = f"/rooms/{escaped(recount.room)}/relations/{escaped(poll)}/m.reference"
        answer = await wire.call("GET", path, query={"limit": _PAGE, **({"from": at} if at else {})}, version="v1")
        chunk = answer.get("chunk")
        for event in chunk if isinstance(chunk, list) else []:
            vote = _vote(event, recount.room, names, opener, now_ms)
            if vote is not None and vote.poll == poll:
                votes[vote.event] = vote
        following = answer.get("next_batch")
        at = following if isinstance(following, str) and following != at else None
        if at is None:
            break
    return Recounted(
        room=recount.room,
        event=recount.transaction,
        sender=names.user,
        age_ms=0,
        sent_ms=now_ms,
        poll=poll,
        votes=tuple(votes.values()),
    )


def _vote(event: object, room: RoomId, names: Names, opener: Opener | None, now_ms: int) -> Vote | None:
    raw: object | None = event
    if isinstance(event, Mapping) and event.get("type") == "m.room.encrypted" and opener is not None:
        raw = opener.opened(room, event)
    happening = incoming(raw, room, names, now_ms)
    return happening if isinstance(happening, Vote) else None
