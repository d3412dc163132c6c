"""One answer of /sync, read: what is new in which room. Pure; what is malformed is left out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, TypeAlias, TypeVar

from bot.conversation import RoomId, UserId
from bot.matrix.events import TYPES
from bot.matrix.rooms import STATE_TYPES

Raw: TypeAlias = Mapping[str, Any]
Item = TypeVar("Item")

_NOTHING = {"not_types": ["*"]}
_TIMELINE_TYPES = [*TYPES, *(kind for kind in STATE_TYPES if kind not in TYPES)]
GAP_FILTER: Raw = {"types": _TIMELINE_TYPES, "lazy_load_members": True}
"""The same events as in the timeline, for `/messages`."""


def sync_filter(limit: int) -> Raw:
    """What to be told of: the events that are read here, `limit` of them a room at most."""
    return {
        "presence": _NOTHING,
        "account_data": _NOTHING,
        "room": {
            "account_data": _NOTHING,
            "ephemeral": _NOTHING,
            "timeline": {**GAP_FILTER, "limit": limit},
            "state": {"types": list(STATE_TYPES), "lazy_load_members": True},
        },
    }


@dataclass(frozen=True, slots=True)
class News:
    """What is new in a room that the bot is in. `gap` is the token before `events` where some are missing."""

    room: RoomId
    state: Sequence[Raw]
    events: Sequence[Raw]
    gap: str | None


@dataclass(frozen=True, slots=True)
class Invitation:
    """Somebody wants the bot in a room."""

    room: RoomId
    inviter: UserId
    direct: bool


@dataclass(frozen=True, slots=True)
class Batch:
    """One answer of /sync. `left`: the membership events by which the bot is out of a room."""

    token: str
    joined: Sequence[News]
    invitations: Sequence[Invitation]
    left: Sequence[tuple[RoomId, Raw]]


def batch(answer: Raw, own: UserId) -> Batch:
    """`answer` as a Batch. Raises ValueError when it has no token to continue from."""
    token = answer.get("next_batch")
    if not isinstance(token, str) or not token:
        raise ValueError("an answer of /sync without next_batch")
    rooms = _mapping(answer.get("rooms"))
    return Batch(
        token=token,
        joined=[_news(room, _mapping(news)) for room, news in _rooms(rooms, "join")],
        invitations=[
            invitation
            for room, invited in _rooms(rooms, "invite")
            if (invitation := _invitation(room, _mapping(invited), own))
        ],
        left=[
            (room, membership)
            for room, news in _rooms(rooms, "leave")
            if (membership := own_membership(_news(room, _mapping(news)), own))
        ],
    )


def _rooms(rooms: Raw, membership: str) -> list[tuple[RoomId, object]]:
    """The rooms of one kind of membership, without what is no room."""
    return [(room, news) for room, news in _mapping(rooms.get(membership)).items() if room.startswith("!")]


def _news(room: RoomId, news: Raw) -> News:
    timeline = _mapping(news.get("timeline"))
    before = timeline.get("prev_batch")
    limited = timeline.get("limited") is True and isinstance(before, str)
    return News(
        room=room,
        state=_events(news.get("state")),
        events=_events(timeline),
        gap=before if limited else None,
    )


def _invitation(room: RoomId, invited: Raw, own: UserId) -> Invitation | None:
    for event in _events(invited.get("invite_state")):
        if event.get("type") == "m.room.member" and event.get("state_key") == own:
            content, inviter = _mapping(event.get("content")), event.get("sender")
            if content.get("membership") == "invite" and isinstance(inviter, str):
                return Invitation(room, inviter, content.get("is_direct") is True)
    return None


def own_membership(news: News, own: UserId) -> Raw | None:
    """The latest membership event of the bot itself in `news`."""
    for event in (*reversed(news.events), *reversed(news.state)):
        if event.get("type") == "m.room.member" and event.get("state_key") == own:
            return event
    return None


def is_arrival(event: Raw, own: UserId) -> bool:
    """Whether the bot came into the room by this event (rather than changed its name or picture)."""
    before = _mapping(_mapping(event.get("unsigned")).get("prev_content"))
    return (
        event.get("type") == "m.room.member"
        and event.get("state_key") == own
        and _mapping(event.get("content")).get("membership") == "join"
        and before.get("membership") != "join"
    )


def since_arrival(events: Sequence[Raw], own: UserId) -> Sequence[Raw]:
    """`events` (oldest first) from the bot's latest arrival on; all of them when it was there before."""
    for position in range(len(events) - 1, -1, -1):
        if is_arrival(events[position], own):
            return events[position:]
    return events


def in_turns(lists: Iterable[Sequence[Item]]) -> Iterator[Item]:
    """The items of several lists, one of each in turn, so that no room waits for the whole of another."""
    for row in zip_longest(*lists):
        yield from (item for item in row if item is not None)


def _mapping(value: object) -> Raw:
    return value if isinstance(value, Mapping) else {}


def _events(part: object) -> list[Raw]:
    events = _mapping(part).get("events")
    return [event for event in events if isinstance(event, Mapping)] if isinstance(events, list) else []
