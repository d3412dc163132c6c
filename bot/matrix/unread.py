"""Encrypted messages whose key has not come: kept sealed, asked for, read later, and told of when that takes long.

A key may come late: the sender's client sent it to a homeserver that was away, or learned of the bot's device only
now. A late answer is better than none, also after a restart; so they are in the database, in the transaction that
moves the sync token. No clock, no I/O but that.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from bot.conversation import EventId, RoomId, Unreadable
from bot.database import Transaction, unread
from bot.database.unread import Sealed

Raw: TypeAlias = Mapping[str, Any]

_MOST = 1000
_MINUTE_MS = 60 * 1000
_DAY_MS = 24 * 60 * _MINUTE_MS
_KEPT_MS = 7 * _DAY_MS
# Keys often come with the next answer of the homeserver: asking at once would be noise.
_ASK_AFTER_MS = 5 * 1000
_ASK_AGAIN_MS = 60 * _MINUTE_MS
_TELL_AFTER_MS = 2 * _MINUTE_MS


class Unread:
    """The messages that wait for their key. `fresh_ms` is how old a message may be that a room hears about."""

    def __init__(self, fresh_ms: int, kept: Iterable[Sealed] = ()) -> None:
        self._fresh_ms = fresh_ms
        self._waiting = {message.id: message for message in kept}
        self._changed: dict[EventId, Sealed] = {}
        self._gone: dict[EventId, None] = {}
        # The reason comes before the message, often.
        self._codes: dict[tuple[RoomId, str], str] = {}

    def __len__(self) -> int:
        return len(self._waiting)

    @property
    def unsaved(self) -> bool:
        """Whether the database does not know yet how things are."""
        return bool(self._changed or self._gone)

    @property
    def sessions(self) -> set[tuple[RoomId, str]]:
        """The rooms and sessions of which a key is missing."""
        return {(message.room, message.session) for message in self._waiting.values()}

    def add(self, room: RoomId, event: Raw, age_ms: int, now_ms: int) -> None:
        """`event` of `room`, sent `age_ms` ago, could not be read."""
        content, name = event.get("content"), event.get("event_id")
        session = content.get("session_id") if isinstance(content, Mapping) else None
        if not isinstance(name, str) or not isinstance(session, str) or name in self._waiting:
            return
        self._set(
            Sealed(
                id=name,
                room=room,
                session=session,
                event=event,
                came_ms=now_ms,
                fresh=age_ms <= self._fresh_ms,
                withheld=self._codes.get((room, session)),
            )
        )
        while len(self._waiting) > _MOST:
            self.drop(next(iter(self._waiting)))

    def drop(self, event: EventId) -> None:
        """`event` can be read now, or is gone."""
        if self._waiting.pop(event, None) is not None:
            self._changed.pop(event, None)
            self._gone[event] = None

    def of(self, sessions: Iterable[tuple[RoomId, str]]) -> Sequence[Sealed]:
        """The messages that wait for one of these keys, in the order in which they came."""
        wanted = set(sessions)
        return [message for message in self._waiting.values() if (message.room, message.session) in wanted]

    def withheld(self, room: RoomId, session: str, code: str) -> None:
        """The sender's client does not give the key of `session`, and says why."""
        self._codes[room, session] = code
        if len(self._codes) > _MOST:
            del self._codes[next(iter(self._codes))]
        for message in self.of([(room, session)]):
            self._set(replace(message, withheld=code))

    def to_ask(self, now_ms: int) -> Sequence[Sealed]:
        """One message for each key to ask for now; they count as asked."""
        asked: dict[tuple[RoomId, str], Sealed] = {}
        for message in list(self._waiting.values()):
            asked_ms, came_ms = message.asked_ms, message.came_ms
            due = came_ms + _ASK_AFTER_MS if asked_ms is None else asked_ms + _ASK_AGAIN_MS
            if due <= now_ms < came_ms + _DAY_MS and message.withheld is None:
                asked.setdefault((message.room, message.session), message)
        for message in self.of(asked):
            self._set(replace(message, asked_ms=now_ms))
        return list(asked.values())

    def to_tell(self, now_ms: int) -> Sequence[Unreadable]:
        """What rooms are to hear of now, at most once a day each; it counts as told."""
        told = {m.room for m in self._waiting.values() if m.told and m.fresh and m.came_ms > now_ms - _DAY_MS}
        news = []
        for message in list(self._waiting.values()):
            late = message.came_ms + (_TELL_AFTER_MS if message.withheld is None else _ASK_AFTER_MS) <= now_ms
            if message.told or not message.fresh or not late:
                continue
            self._set(replace(message, told=True))
            if message.room not in told:
                told.add(message.room)
                news.append(_news_of(message, now_ms))
        return news

    def forget_old(self, now_ms: int) -> None:
        """Nobody waits any more for what came a week ago."""
        for message in list(self._waiting.values()):
            if message.came_ms < now_ms - _KEPT_MS:
                self.drop(message.id)

    async def write(self, tx: Transaction) -> None:
        """Write what has changed."""
        changed, gone = dict(self._changed), list(self._gone)
        await unread.keep(tx, changed.values())
        await unread.drop(tx, gone)

        def written() -> None:
            for name, message in changed.items():
                if self._changed.get(name) is message:
                    del self._changed[name]
            for name in gone:
                self._gone.pop(name, None)

        tx.if_kept(written)

    def _set(self, message: Sealed) -> None:
        self._waiting[message.id] = self._changed[message.id] = message
        self._gone.pop(message.id, None)


def _news_of(message: Sealed, now_ms: int) -> Unreadable:
    return Unreadable(
        room=message.room,
        event=f"unreadable {message.id}",
        sender=str(message.event.get("sender", "")),
        age_ms=max(0, now_ms - message.came_ms),
        message=message.id,
        withheld=message.withheld,
    )
