"""What a skill is to the desk: what it is given, what it declares, and when it is woken."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from bot.conversation import Effect, Incoming, Language, Message, Room, RoomId, UserId
from bot.database import Database, Transaction
from bot.flood import Limits


@dataclass(frozen=True, slots=True)
class Scene:
    """Where and when an event is handled, and the open transaction in which a skill may read and write.

    `addressed`: the person spoke to the bot (private conversation, mention, prefix, or reply to the bot).
    `fresh`: it was said recently enough to be answered. `language`: what the room speaks unless the
    message itself says otherwise. `power`: the sender's power level in the room (or in the one that a skill named,
    see `Weighing`), read from the homeserver for this event, where a command asks for one; None where it was not
    read or could not be. `may_change`: it is enough to change something for everybody.
    """

    tx: Transaction
    now_ms: int
    room: Room
    addressed: bool
    fresh: bool
    language: Language
    power: float | None = None
    may_change: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """A command as it was typed: `word` is the word that was used, `arguments` all that follows it."""

    message: Message
    word: str
    arguments: str


Run: TypeAlias = Callable[[Call, Scene], Awaitable[Sequence[Effect]]]


@dataclass(frozen=True, slots=True)
class Command:
    """A command that a skill declares; help and documentation are made from these.

    `id` names its sentences: `command.<id>.usage` and `command.<id>.summary`. `words` are the words that
    call it, per language. `bare`: when the bot is addressed, the word alone is enough, without prefix.
    `needs_power`: it changes something for everybody, and takes the power level of `Manners.power`; not so
    where it `shows_alone` and nothing follows its word.
    """

    id: str
    words: Mapping[Language, tuple[str, ...]]
    run: Run
    bare: bool = False
    needs_power: bool = False
    shows_alone: bool = False

    def changes(self, arguments: str) -> bool:
        """Whether the command takes a power level when it is called with `arguments`."""
        return self.needs_power and not (self.shows_alone and not arguments)


class Rights(Protocol):
    """Who may do what, asked from the homeserver each time: a demoted moderator is refused at once."""

    async def power(self, room: RoomId, user: UserId) -> float | None:
        """The power level of `user` in `room`; None when the homeserver does not say."""
        ...


class Skill(Protocol):
    """What the desk knows of a skill."""

    @property
    def name(self) -> str:
        """The name of its folder."""
        ...

    @property
    def commands(self) -> Sequence[Command]:
        """The commands that it declares."""
        ...

    async def take(self, event: Incoming, scene: Scene) -> Sequence[Effect] | None:
        """The effects of `event`, or None when it is nothing to this skill. An empty list is silence."""
        ...


class Weighing(Protocol):
    """A skill that changes something for everybody on plain words or a reaction too: when a change is confirmed."""

    async def weighs(self, event: Incoming, database: Database) -> bool | RoomId:
        """Whether the power level of the sender of `event` is to be read into `Scene.power`: that in its own room
        (True), or that in the room which is named. Asked of every event.
        """
        ...


SpokenIn: TypeAlias = Callable[[Transaction, RoomId], Awaitable[Language | None]]
"""The language that the people of a room have chosen, or None."""


Moving: TypeAlias = Callable[[Transaction, RoomId, RoomId], Awaitable[None]]
"""The first room was replaced by the second: a skill moves what it keeps beyond the columns called `room_id`, which
`rooms.moved` takes along afterwards, whatever table they are in.
"""


@dataclass(frozen=True, slots=True)
class Waking:
    """Why a timed skill is woken: the open transaction, the time, and whether the bot has just started."""

    tx: Transaction
    now_ms: int
    started: bool


class Timed(Protocol):
    """A skill that also acts at times of its own."""

    async def next_wake(self, database: Database) -> int | None:
        """When it wants to be woken next (milliseconds since the epoch), or None. Cheap: asked after every event."""
        ...

    async def wake(self, waking: Waking) -> Sequence[Effect]:
        """The effects of what is due now; called at the time it asked for or later, and once at each start."""
        ...


@dataclass(frozen=True, slots=True)
class Manners:
    """How the desk listens.

    `prefixes` call the bot; `answer_within_ms` is how old a question may be; `power` is the level that
    commands take which change something for everybody; `flood` is how much one person gets (None: all of it).
    """

    prefixes: tuple[str, ...] = ("!releve", "!relève")
    answer_within_ms: int = 15 * 60 * 1000
    language: Language = "fr"
    power: int = 50
    flood: Limits | None = None
