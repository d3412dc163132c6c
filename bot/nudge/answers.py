"""What follows from an answer to a step: done, later, another one, stop, why, whom to ask, who takes it."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from bot.association.migration import course
from bot.association.migration import storage as migrations
from bot.association.migration import telling as migration_telling
from bot.association.migration.course import Place
from bot.association.migration.model import Kind, Migration, Pair
from bot.association.migration.promise import Promise, promise
from bot.conversation import Effect, Message, Reaction, Redaction, Say
from bot.desk import Scene
from bot.nudge import storage, storage_steps, telling
from bot.nudge.choice import Next, Reason, next_step
from bot.nudge.planning import Host, buttons, know, offer
from bot.nudge.storage_steps import Answer, Proposed
from bot.nudge.wishes import Gesture
from bot.wording import Document, render, sentence


class Answers:
    """Carries out the answers that come in one scene."""

    def __init__(self, scene: Scene, host: Host) -> None:
        self._scene = scene
        self._tx = scene.tx
        self._host = host
        self._now = datetime.datetime.fromtimestamp(scene.now_ms / 1000, datetime.UTC)

    async def give(self, gesture: Gesture, step: Proposed, event: Message | Reaction) -> Sequence[Effect] | None:
        """The effects of `gesture` on `step`."""
        match gesture:
            case Gesture.WHY:
                return await self._why(step, event)
            case Gesture.WHOM:
                return self._say(event, telling.whom_to_ask(self._scene.language))
            case Gesture.UNDO:
                return await self._undo(step, event)
        if step.answer == gesture.value:
            # A second person says the same: it is the same answer.
            return ()
        await storage_steps.answer(self._tx, [step], cast("Answer", gesture.value), event.event, self._scene.now_ms)
        match gesture:
            case Gesture.DONE:
                return await self._done(step, event)
            case Gesture.LATER:
                return self._say(event, sentence(self._scene.language, "nudge.later"))
            case Gesture.OTHER:
                return await self._other(step, event)
            case _:
                await storage.want(self._tx, step.association, "off", self._scene.now_ms)
                return self._say(event, sentence(self._scene.language, "nudge.stopped"))

    # ── done ─────────────────────────────────────────────────────────────────────────────────

    async def _done(self, step: Proposed, event: Message | Reaction) -> Sequence[Effect]:
        language = self._scene.language
        number, kind = _of_migration(step.key)
        if number is None or kind is None:
            return self._say(event, sentence(language, f"nudge.done-{step.key.partition(':')[0]}"))
        migration = await migrations.found(self._tx, number)
        if migration is None or not migration.open:
            return self._say(event, sentence(language, "migration.gone"))
        if kind not in {left.kind for left in migration.left}:
            return ()
        place = Place(self._tx, event.room, event.event, self._scene.now_ms)
        moved = await course.finish_step(place, self._host.catalogue, migration, kind)
        said = self._say(event, migration_telling.moved(self._host.catalogue, moved, kind, language))
        await migrations.note_said(
            self._tx, said[0].transaction, number, event.room, asks=False, now_ms=self._scene.now_ms
        )
        return said

    # ── another one ──────────────────────────────────────────────────────────────────────────

    async def _other(self, step: Proposed, event: Message | Reaction) -> Sequence[Effect]:
        """Another step of the same week, in place of the one that was refused for three months."""
        following = await self._next(step.association)
        said = self._say(
            event, telling.instead(self._host.catalogue, following, self._now.date(), self._scene.language)
        )
        if following is None:
            return said
        place = await storage_steps.last_place(self._tx, step.association, step.week) + 1
        another = Proposed(
            step.association,
            step.week,
            place,
            said[0].transaction,
            event.room,
            following.key,
            following.reason.value,
            following.points,
            self._scene.now_ms,
        )
        await storage_steps.propose(self._tx, [another])
        await offer(self._tx, said[0], following, self._scene.language, self._scene.now_ms)
        return (*said, *buttons(said[0]))

    async def _next(self, association: int) -> Next | None:
        reminder = await storage.reminder(self._tx, association)
        if reminder is None:
            return None
        [known] = await know(self._tx, self._host, [reminder], self._now)
        return next_step(known.situation, self._host.catalogue, self._now.date())

    # ── why, who, and back ───────────────────────────────────────────────────────────────────

    async def _why(self, step: Proposed, event: Message | Reaction) -> Sequence[Effect] | None:
        chosen = await self._as_chosen(step)
        await storage.heard(self._tx, [step.association])
        if chosen is None:
            return None
        return self._say(event, telling.why(self._host.catalogue, chosen, self._scene.language))

    async def _as_chosen(self, step: Proposed) -> Next | None:
        """The step as it was when it was chosen; None for what was no step, or is no more."""
        number, kind = _of_migration(step.key)
        pair: Pair | None = None
        migration: Migration | None = None
        if number is not None:
            migration = await migrations.found(self._tx, number)
            if migration is None:
                return None
            pair = migration.pair
        elif step.key.startswith("look:"):
            _, need, product = step.key.split(":")
            offered = await migrations.offer_in(self._tx, step.transaction)
            pair = Pair(need, product, offered.alternatives[0]) if offered else None
        elif step.key != "quiz":
            return None
        return Next(step.key, Reason(step.reason), 0, pair, migration, kind, step.points)

    @staticmethod
    def promise_in(message: Message, today: datetime.date) -> Promise | None:
        """Who takes it and by when, in reply to a step."""
        return promise(message.text, today) if message.reply_to is not None else None

    async def promise(self, message: Message, step: Proposed) -> Sequence[Effect] | None:
        """Keep who takes the migration of the step, and by when."""
        number, _ = _of_migration(step.key)
        migration = await migrations.found(self._tx, number) if number is not None else None
        read = self.promise_in(message, self._now.date())
        if read is None or migration is None or not migration.open:
            return None
        kept = replace(migration, who=read.who or migration.who, by=read.by or migration.by)
        await migrations.save(self._tx, kept)
        await storage.heard(self._tx, [step.association])
        return self._say(message, migration_telling.promised(kept, self._now.date(), self._scene.language))

    async def take_back(self, redaction: Redaction) -> Sequence[Effect] | None:
        """A reaction or message that answered a step was removed: it is as before."""
        step = await storage_steps.answered_by(self._tx, redaction.redacts)
        return await self._as_before(step, redaction) if step else None

    async def _undo(self, step: Proposed, event: Message | Reaction) -> Sequence[Effect] | None:
        if step.answer is None:
            before = await storage_steps.proposed_at(self._tx, step.association, step.week, step.place - 1)
            step = before or step
        undone = await self._as_before(step, event)
        if undone is not None:
            return undone
        number, _ = _of_migration(step.key)
        change = await migrations.last_change(self._tx, number) if number is not None and step.answer else None
        if change is None:
            return self._say(event, sentence(self._scene.language, "migration.nothing-to-undo"))
        place = Place(self._tx, event.room, event.event, self._scene.now_ms)
        back = await course.undo(place, self._host.catalogue, change)
        return self._say(event, migration_telling.undone(self._host.catalogue, back, self._scene.language))

    async def _as_before(self, step: Proposed, event: Message | Reaction | Redaction) -> Sequence[Effect] | None:
        """The answer of `step` is taken back; None where the migration has still to go back too."""
        if step.answer is None:
            return None
        await storage_steps.answer(self._tx, [step], None, None, self._scene.now_ms)
        if step.answer == "stop":
            await storage.want(self._tx, step.association, "on", self._scene.now_ms)
            return self._say(event, sentence(self._scene.language, "nudge.back"))
        if step.answer == "done" and _of_migration(step.key)[0] is not None:
            return None
        return self._say(event, sentence(self._scene.language, "nudge.taken-back"))

    def _say(self, event: Message | Reaction | Redaction, document: Document) -> tuple[Say]:
        reply_to, thread = (event.event, event.thread) if isinstance(event, Message) else (None, None)
        if isinstance(event, Reaction):
            reply_to = event.target
        text = render(document)
        return (Say(room=event.room, cause=event.event, part="nudge", text=text, reply_to=reply_to, thread=thread),)


def _of_migration(key: str) -> tuple[int | None, Kind | None]:
    """The migration and the kind of a step whose key is « step:12:export »; None for any other."""
    what, _, rest = key.partition(":")
    number, _, kind = rest.partition(":")
    return (int(number), Kind(kind)) if what == "step" else (None, None)
