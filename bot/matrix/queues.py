"""What waits to be sent, room by room and lane by lane: plain data, no clock, no I/O.

Within a room one message is under way at a time, in the order of the outbox, so that nothing overtakes;
between rooms answers take turns, and a broadcast leaves only when no answer can.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.conversation import Lane, Revise, RoomId, Withdraw
from bot.database.outbox import Posted


class _Line:
    """The messages of one room."""

    __slots__ = ("busy", "lanes")

    def __init__(self) -> None:
        self.lanes: dict[Lane, deque[Posted]] = {Lane.CONVERSATION: deque(), Lane.BROADCAST: deque()}
        self.busy = False

    def __len__(self) -> int:
        return sum(len(lane) for lane in self.lanes.values())

    def pop(self, lane: Lane) -> Posted:
        """The next message of `lane`; before a change of a broadcast that still waits, the broadcast itself."""
        effect = self.lanes[lane][0].effect
        if lane is Lane.CONVERSATION and isinstance(effect, Revise | Withdraw):
            broadcasts = self.lanes[Lane.BROADCAST]
            for position, waiting in enumerate(broadcasts):
                if waiting.transaction == effect.target:
                    del broadcasts[position]
                    return waiting
        return self.lanes[lane].popleft()


class Queues:
    """All that waits. A message is taken, and then is `done`, or goes back with `again` until `free`."""

    def __init__(self) -> None:
        self._lines: dict[RoomId, _Line] = {}
        # Rooms with something to send, in the order of their turns: a set that keeps its order.
        self._turns: dict[Lane, dict[RoomId, None]] = {Lane.CONVERSATION: {}, Lane.BROADCAST: {}}

    def __len__(self) -> int:
        return sum(len(line) for line in self._lines.values())

    def __iter__(self) -> Iterator[Posted]:
        for line in self._lines.values():
            for lane in line.lanes.values():
                yield from lane

    def add(self, messages: Iterable[Posted]) -> None:
        """Put `messages` at the end of their rooms' lines."""
        for message in messages:
            line = self._lines.setdefault(message.room, _Line())
            lane = line.lanes[message.lane]
            lane.append(message)
            if len(lane) == 1 and not line.busy:
                self._turns[message.lane][message.room] = None

    def take(self, *, broadcasts: bool) -> Posted | None:
        """The message to send next, its room busy from now on; None when all rooms are busy or empty.

        `broadcasts`: whether a broadcast may leave when there is no answer to send.
        """
        for lane in (Lane.CONVERSATION, Lane.BROADCAST) if broadcasts else (Lane.CONVERSATION,):
            turns = self._turns[lane]
            while turns:
                room = next(iter(turns))
                del turns[room]
                line = self._lines.get(room)
                # A room may have become busy, or empty, with its other lane since it got its turn.
                if line is not None and not line.busy and line.lanes[lane]:
                    line.busy = True
                    return line.pop(lane)
        return None

    def done(self, message: Posted) -> None:
        """`message` is sent or given up: the next one of its room may go."""
        self.free(message.room)

    def again(self, message: Posted) -> None:
        """`message` could not be sent: it is the first of its lane again, and its room waits for `free`."""
        self._lines.setdefault(message.room, _Line()).lanes[message.lane].appendleft(message)

    def forget(self, room: RoomId) -> None:
        """Nothing that waits for `room` is to be sent from here."""
        self._lines.pop(room, None)

    def move(self, old: RoomId, new: RoomId) -> None:
        """What waits for the room `old` waits for `new`, behind what does so already."""
        line = self._lines.pop(old, None)
        for lane in line.lanes.values() if line is not None else ():
            self.add(replace(message, effect=replace(message.effect, room=new)) for message in lane)

    def free(self, room: RoomId) -> None:
        """`room` is no longer busy."""
        line = self._lines.get(room)
        if line is None:
            # Everything that waited for it has moved, or is forgotten.
            return
        line.busy = False
        for lane, waiting in line.lanes.items():
            if waiting:
                self._turns[lane][room] = None
        if not len(line):
            del self._lines[room]
