"""The desk: one incoming event → the skill that takes it → its effects, all in one transaction.

The desk knows no skill by name. It asks each in turn; the first that does not answer None has taken the
event. A message that starts with the prefix and a declared command goes to that command.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeAlias

from bot import metrics
from bot.clock import Clock
from bot.conversation import Edit, Effect, Incoming, Joined, Lane, Language, Left, Message, Room, RoomId, Say, UserId
from bot.database import Database, Transaction, inbox, outbox, rooms
from bot.flood import LIMITED, Flood, Limits, Verdict, Who
from bot.wording import Document, Paragraph, render, voice

log = logging.getLogger(__name__)


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


class _TooMuch(Exception):
    """Somebody would be answered who has had enough answers for now: what was done for it is undone."""


class Desk:
    """Hands every event to a skill, and its effects to the outbox."""

    def __init__(
        self,
        database: Database,
        skills: Iterable[Skill],
        clock: Clock,
        manners: Manners,
        timed: Iterable[Timed] = (),
        rights: Rights | None = None,
        weighing: Iterable[Weighing] = (),
        spoken_in: SpokenIn | None = None,
        answering: Iterable[Skill] = (),
        moving: Iterable[Moving] = (),
    ) -> None:
        """`answering` are those of `skills` whose messages are answered in words that are bare commands elsewhere
        (« stop »): they hear plain words first. `moving` are called when a room is replaced by another.
        """
        self._database = database
        self._skills = tuple(skills)
        self._timed = tuple(timed)
        self._rights = rights
        self._weighing = tuple(weighing)
        self._spoken_in = spoken_in
        self._answering = tuple(answering)
        self._moving = tuple(moving)
        self._clock = clock
        self._manners = manners
        self._flood = Flood(manners.flood)
        self.stirred = asyncio.Event()
        """Set when something was handled, so that `next_wake` may have changed."""
        self._commands = {
            word: (command, language)
            for skill in self._skills
            for command in skill.commands
            for language, words in command.words.items()
            for word in words
        }

    @property
    def skills(self) -> Sequence[Skill]:
        """The skills, in the order in which they are asked."""
        return self._skills

    async def receive(
        self, happenings: Sequence[tuple[Incoming, Room]], then: Callable[[Transaction], Awaitable[None]] | None = None
    ) -> list[outbox.Posted]:
        """Handle `happenings` in order and run `then`, in one transaction; returns what is now to be sent.

        `then` moves the sync token. Events that were handled before are passed over. An event whose skill
        fails is logged and passed over, its changes undone: one bad event never stops the others.
        """
        posted: list[outbox.Posted] = []
        # Asked before the transaction: the homeserver may take its time, and the database has one writer.
        powers = {event.event: await self._power(event) for event, _ in happenings}
        async with self._database.transaction() as tx:
            for event, room in happenings:
                now_ms = self._clock.now_ms()
                if await inbox.claim(tx, event.event, now_ms):
                    tx.if_kept(metrics.EVENTS.add)
                    posted += await self._handle_apart(event, room, tx, now_ms, powers.get(event.event))
            if then is not None:
                await then(tx)
        if happenings:
            self.stirred.set()
        return posted

    async def move(self, old: RoomId, new: RoomId) -> None:
        """The room `old` was replaced by `new`: everything that is kept of it is kept of `new` from now on, at once."""
        async with self._database.transaction() as tx:
            for moved in self._moving:
                await moved(tx, old, new)
            await rooms.moved(tx, old, new)
        self.stirred.set()

    async def next_wake(self) -> int | None:
        """When the next timed skill wants to be woken (milliseconds since the epoch), or None."""
        times = [await skill.next_wake(self._database) for skill in self._timed]
        return min((time for time in times if time is not None), default=None)

    async def wake(self, started: bool = False) -> list[outbox.Posted]:
        """Let every timed skill do what is due, each in a transaction of its own; returns what is now to be sent."""
        posted: list[outbox.Posted] = []
        for skill in self._timed:
            async with self._database.transaction() as tx:
                now_ms = self._clock.now_ms()
                effects = await skill.wake(Waking(tx, now_ms, started))
                woken = await _posted(tx, effects, now_ms)
            posted += woken
            metrics.NUDGES.add(count=sum(_is_nudge(row.effect) for row in woken))
        return posted

    async def _handle_apart(
        self, event: Incoming, room: Room, tx: Transaction, now_ms: int, power: float | None
    ) -> list[outbox.Posted]:
        said_ms = now_ms - event.age_ms
        verdict = self._verdict(event, said_ms)
        try:
            async with tx.savepoint():
                effects = await self._handle(event, room, tx, now_ms, power)
                if effects and verdict is not Verdict.ANSWER:
                    raise _TooMuch
                posted = await _posted(tx, effects, now_ms)
        except _TooMuch:
            effects = (await self._slow_down(event, tx),) if verdict is Verdict.SLOW_DOWN else ()
            posted = await _posted(tx, effects, now_ms)
            tx.if_undone(self._flood.draw(_who(event), said_ms))
            return posted
        except Exception:
            metrics.FAILED.add()
            log.exception("event=not-handled id=%s kind=%s", event.event, type(event).__name__)
            return []
        if effects and isinstance(event, LIMITED):
            tx.if_undone(self._flood.draw(_who(event), said_ms))
        return posted

    def _verdict(self, event: Incoming, said_ms: int) -> Verdict:
        """Whether whoever caused `event` may be answered. What only counts (votes) or tidies is not limited."""
        return self._flood.verdict(_who(event), said_ms) if isinstance(event, LIMITED) else Verdict.ANSWER

    async def _slow_down(self, event: Incoming, tx: Transaction) -> Say:
        language = await self._language_of(event.room, tx)
        text = render(Document(language, (Paragraph(voice(language).say("desk.slow-down")),)))
        thread = event.thread if isinstance(event, Message) else None
        return Say(room=event.room, cause=event.event, part="slow-down", text=text, thread=thread)

    async def _handle(
        self, event: Incoming, room: Room, tx: Transaction, now_ms: int, power: float | None
    ) -> Sequence[Effect]:
        if isinstance(event, Joined):
            event = replace(event, first=await rooms.entered(tx, event.room, event.direct, now_ms))
        elif isinstance(event, Left):
            await rooms.left(tx, event.room, now_ms)
        if room.space:
            # A space is no place to talk.
            return ()
        event, prefixed = self._without_prefix(event)
        scene = Scene(
            tx=tx,
            now_ms=now_ms,
            room=room,
            addressed=prefixed or await self._spoken_to(event, room, tx),
            fresh=event.age_ms <= self._manners.answer_within_ms,
            language=await self._language_of(event.room, tx),
            power=power,
            may_change=self._may(power),
        )
        if not prefixed and (effects := await _taken(self._answering, event, scene)) is not None:
            return effects
        if isinstance(event, Message) and scene.fresh and (called := self._called(event, prefixed, scene)):
            command, language, call = called
            if command.changes(call.arguments) and not scene.may_change:
                return (_refusal(call, language, power),)
            return await command.run(call, _in_language(scene, language))
        others = [skill for skill in self._skills if prefixed or skill not in self._answering]
        return await _taken(others, event, scene) or ()

    def _may(self, power: float | None) -> bool:
        return power is not None and power >= self._manners.power

    async def _weighed_in(self, event: Incoming) -> RoomId | None:
        """The room in which the sender's power level counts for `event`; None where it takes none.

        It does where `event` may call a command that takes one, or confirm a change that does.
        """
        bare, _ = self._without_prefix(event)
        if isinstance(bare, Message):
            found = self._commands.get(_first_word(bare.text))
            if found is not None and found[0].needs_power:
                return event.room
        for skill in self._weighing:
            room = await skill.weighs(bare, self._database)
            if room:
                return event.room if room is True else room
        return None

    async def _language_of(self, room: RoomId, tx: Transaction) -> Language:
        chosen = await self._spoken_in(tx, room) if self._spoken_in is not None else None
        return chosen or self._manners.language

    async def _power(self, event: Incoming) -> float | None:
        room = await self._weighed_in(event) if self._rights is not None else None
        return await self._rights.power(room, event.sender) if self._rights and room else None

    def _without_prefix(self, event: Incoming) -> tuple[Incoming, bool]:
        """`event` without the prefix that called the bot, and whether there was one."""
        if isinstance(event, Message | Edit):
            for prefix in self._manners.prefixes:
                head, rest = event.text[: len(prefix)], event.text[len(prefix) :]
                if head.casefold() == prefix.casefold() and (not rest or rest[0] in " \t\n:,"):
                    return _with_text(event, rest.lstrip(" \t\n:,")), True
        return event, False

    async def _spoken_to(self, event: Incoming, room: Room, tx: Transaction) -> bool:
        if room.direct:
            return True
        if isinstance(event, Message):
            return event.mentioned or (
                event.reply_to is not None and await outbox.message_of(tx, event.reply_to) is not None
            )
        return isinstance(event, Edit) and event.mentioned

    def _called(self, message: Message, prefixed: bool, scene: Scene) -> tuple[Command, Language, Call] | None:
        """The command that `message` calls, the language of its word, and the call; None for plain words."""
        word, _, arguments = message.text.partition(" ")
        found = self._commands.get(_first_word(message.text))
        if found is None or not scene.addressed:
            return None
        command, language = found
        arguments = arguments.strip() if arguments.strip(" ?!.…") else ""
        if not prefixed and (arguments or not command.bare):
            return None
        if any(word.casefold() in words for other, words in command.words.items() if other != language):
            language = scene.language
        return command, language, Call(message, word, arguments)


async def _taken(skills: Sequence[Skill], event: Incoming, scene: Scene) -> Sequence[Effect] | None:
    """The effects of `event` by the first of `skills` that takes it, or None."""
    for skill in skills:
        effects = await skill.take(event, scene)
        if effects is not None:
            return effects
    return None


async def _posted(tx: Transaction, effects: Sequence[Effect], now_ms: int) -> list[outbox.Posted]:
    if len(effects) > 1:
        return await outbox.post_all(tx, effects, now_ms)
    rows = [await outbox.post(tx, effect, now_ms) for effect in effects]
    return [row for row in rows if row is not None]


def _is_nudge(effect: Effect) -> bool:
    return isinstance(effect, Say) and effect.notify and effect.lane is Lane.BROADCAST


def _who(event: Incoming) -> Who:
    return event.room, event.sender


def _first_word(text: str) -> str:
    return text.partition(" ")[0].strip("?!.…").casefold()


def _refusal(call: Call, language: Language, power: float | None) -> Say:
    """Say that the person may not, or that their rights could not be read; nothing was changed."""
    sentence = "desk.rights-unknown" if power is None else "desk.not-allowed"
    message = call.message
    return Say(
        room=message.room,
        cause=message.event,
        text=render(Document(language, (Paragraph(voice(language).say(sentence)),))),
        reply_to=message.event,
        thread=message.thread,
    )


def _with_text(event: Message | Edit, text: str) -> Message | Edit:
    return replace(event, text=text)


def _in_language(scene: Scene, language: Language) -> Scene:
    return replace(scene, language=language)
