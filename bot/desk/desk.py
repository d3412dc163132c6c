"""One incoming event → the skill that takes it → its effects, all in one transaction."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace

from bot import metrics
from bot.clock import Clock
from bot.conversation import Edit, Effect, Incoming, Joined, Lane, Language, Left, Message, Room, RoomId, Say
from bot.database import Database, Transaction, inbox, outbox, rooms
from bot.desk.calling import Calling
from bot.desk.reply import reply
from bot.desk.skill import Call, Manners, Moving, Rights, Scene, Skill, SpokenIn, Timed, Waking, Weighing
from bot.flood import LIMITED, Flood, Verdict, Who
from bot.wording import render, sentence

log = logging.getLogger(__name__)


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
        declared = (command for skill in self._skills for command in skill.commands)
        self._calling = Calling(declared, manners.prefixes)

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
        text = render(sentence(language, "desk.slow-down"))
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
        event, prefixed = self._calling.without_prefix(event)
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
        if isinstance(event, Message) and scene.fresh and (called := self._calling.called(event, prefixed, scene)):
            command, language, call = called
            if command.changes(call.arguments) and not scene.may_change:
                return (_refusal(call, language, power),)
            return await command.run(call, replace(scene, language=language))
        others = [skill for skill in self._skills if prefixed or skill not in self._answering]
        return await _taken(others, event, scene) or ()

    def _may(self, power: float | None) -> bool:
        return power is not None and power >= self._manners.power

    async def _weighed_in(self, event: Incoming) -> RoomId | None:
        """The room in which the sender's power level counts for `event`; None where it takes none.

        It does where `event` may call a command that takes one, or confirm a change that does.
        """
        bare, _ = self._calling.without_prefix(event)
        if isinstance(bare, Message) and self._calling.may_need_power(bare):
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

    async def _spoken_to(self, event: Incoming, room: Room, tx: Transaction) -> bool:
        if room.direct:
            return True
        if isinstance(event, Message):
            return event.mentioned or (
                event.reply_to is not None and await outbox.message_of(tx, event.reply_to) is not None
            )
        return isinstance(event, Edit) and event.mentioned


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


def _refusal(call: Call, language: Language, power: float | None) -> Say:
    """Say that the person may not, or that their rights could not be read; nothing was changed."""
    name = "desk.rights-unknown" if power is None else "desk.not-allowed"
    return reply(call.message, sentence(language, name))
