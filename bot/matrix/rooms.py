"""What is known of the rooms, from their raw state: encrypted, public, private, who may invite, who may what.

Rights are computed here because the library gets them wrong in three ways: the creators of a room of
version 12 count as nobody, an update of the power levels adds to the old ones, and an error reads as "yes".
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from bot.config import Rooms as Policy
from bot.conversation import Room, RoomId, UserId
from bot.matrix.wire import Declined, Json, Wire, escaped

Raw: TypeAlias = Mapping[str, Any]

STATE_TYPES = (
    "m.room.create",
    "m.room.encryption",
    "m.room.join_rules",
    "m.room.member",
    "m.room.power_levels",
    "m.room.tombstone",
    "m.space.child",
    "m.space.parent",
)
"""The state that is read."""

_CREATORS_ABOVE_ALL_SINCE = 12


def with_state(room: Room, events: Iterable[object]) -> Room:
    """`room` after these state events. A room that is encrypted once stays so, whatever is sent later."""
    for event in events:
        if not isinstance(event, Mapping) or event.get("state_key") != "":
            continue
        content = event.get("content")
        if not isinstance(content, Mapping):
            continue
        if event.get("type") == "m.room.encryption":
            room = replace(room, encrypted=True)
        elif event.get("type") == "m.room.create":
            room = replace(room, space=content.get("type") == "m.space")
        elif event.get("type") == "m.room.join_rules":
            room = replace(room, public=content.get("join_rule") == "public")
    return room


def may_invite(person: UserId, own: UserId, policy: Policy) -> bool:
    """Whether the host lets `person` invite the bot `own` into rooms."""
    if person in policy.invited_by_people:
        return True
    servers = policy.invited_by_servers
    if servers is None:
        servers = (server_of(own),)
    return "*" in servers or server_of(person) in servers


def server_of(user: UserId) -> str:
    """The server of a user id. (Room ids have none since version 12.)"""
    return user.partition(":")[2]


async def state_event(wire: Wire, room: RoomId, kind: str, key: str = "") -> Json:
    """The state event of type `kind` and state key `key`, whole (its sender matters); empty where there is none.

    Raises what `Wire.call` raises, Declined where the bot may not look.
    """
    path = f"/rooms/{escaped(room)}/state/{escaped(kind)}/{escaped(key)}"
    try:
        return await wire.call("GET", path, query={"format": "event"})
    except Declined as declined:
        if declined.code == "M_NOT_FOUND":
            return {}
        raise


@dataclass(frozen=True, slots=True)
class Rights:
    """Who may do what in a room: its `m.room.create` (the whole event) and `m.room.power_levels` (content).

    Levels as the specification (v1.19, m.room.power_levels) defines them, defaults included. A content
    that is malformed gives nobody more than the default.
    """

    create: Mapping[str, Any]
    levels: Mapping[str, Any] | None

    def level_of(self, user: UserId) -> float:
        """The power level of `user`; infinite for the creators of a room of version 12 or later."""
        creators = self._creators()
        if user in creators and self._version() >= _CREATORS_ABOVE_ALL_SINCE:
            return float("inf")
        if self.levels is None:
            return 100 if user in creators else 0
        users = self.levels.get("users")
        given = users.get(user) if isinstance(users, Mapping) else None
        return _level(given, _level(self.levels.get("users_default"), 0))

    def needed_to_send(self, kind: str, *, state: bool) -> float:
        """The power level that an event of type `kind` takes."""
        levels = self.levels or {}
        events = levels.get("events")
        given = events.get(kind) if isinstance(events, Mapping) else None
        # Without any power levels event everybody may set state.
        default = (
            _level(levels.get("state_default"), 0 if self.levels is None else 50)
            if state
            else _level(levels.get("events_default"), 0)
        )
        return _level(given, default)

    def may_send(self, user: UserId, kind: str, *, state: bool = False) -> bool:
        """Whether `user` may send an event of type `kind`."""
        return self.level_of(user) >= self.needed_to_send(kind, state=state)

    def _version(self) -> int:
        """The room version as a number; versions that are no number are experiments, and count as the first."""
        version = _content(self.create).get("room_version", "1")
        return int(version) if isinstance(version, str) and version.isascii() and version.isdigit() else 1

    def _creators(self) -> frozenset[str]:
        content = _content(self.create)
        creators: set[object] = {self.create.get("sender")}
        if self._version() >= _CREATORS_ABOVE_ALL_SINCE:
            additional = content.get("additional_creators")
            creators |= (
                {name for name in additional if isinstance(name, str)} if isinstance(additional, list) else set()
            )
        elif self._version() < 11 and isinstance(content.get("creator"), str):
            creators = {content["creator"]}
        return frozenset(name for name in creators if isinstance(name, str))


def _content(event: Mapping[str, Any]) -> Mapping[str, Any]:
    content = event.get("content")
    return content if isinstance(content, Mapping) else {}


def _level(value: object, default: float) -> float:
    """A power level: an integer, or one in a string as rooms before version 10 allow."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str):
        try:
            return int(value.strip())
        except ValueError:
            return default
    return default


class RoomBook:
    """What is known of each room, in memory; the database keeps the same of those that the bot is in."""

    def __init__(self, rooms: Iterable[Room] = ()) -> None:
        self._rooms = {room.id: room for room in rooms}
        self._inside = set(self._rooms)
        self._left: set[RoomId] = set()

    def is_in(self, room: RoomId) -> bool:
        """Whether the bot has been seen to arrive in `room` and not to leave it."""
        return room in self._inside

    def get(self, room: RoomId) -> Room:
        """What is known of `room`; a room never heard of is plain, and not private."""
        return self._rooms.get(room) or Room(id=room)

    def put(self, room: Room) -> None:
        """Remember this of a room."""
        self._rooms[room.id] = room

    def enter(self, room: Room) -> None:
        """The bot is in the room."""
        self.put(room)
        self._inside.add(room.id)
        self._left.discard(room.id)

    def drop(self, room: RoomId) -> None:
        """The bot is no longer in `room`. That it is encrypted is not forgotten."""
        self._inside.discard(room)
        self._left.add(room)

    def has_left(self, room: RoomId) -> bool:
        """Whether the bot has been seen to leave `room`, and not to come back."""
        return room in self._left
