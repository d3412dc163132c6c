"""The nudge skill: its clock, the answers to a step, and `rappels`."""

import datetime
from collections.abc import Callable, Sequence
from zoneinfo import ZoneInfo

from bot.association import storage_settings as associations
from bot.association.settings import Defaults, Slot
from bot.catalog.names import Names
from bot.clock import Clock
from bot.conversation import Effect, Incoming, Message, Reaction, Redaction
from bot.database import Database, outbox
from bot.desk import Call, Command, Scene, Waking, reply
from bot.nudge import storage, storage_steps, telling, wishes
from bot.nudge.answers import Answers
from bot.nudge.planning import Host, know, plan_round, rule_of
from bot.nudge.timetable import due
from bot.nudge.wishes import OVERHEARD, At, August, Gesture, NotBefore, Switch, Wish
from bot.wording import Document, sentence

AT_ONCE = 100
"""How many associations are decided in one transaction: answers come in between."""
_SET_BACK_MS = 60_000
"""Dates computed this much later than now are from a clock that has been set back since."""
_RIGHT_AFTER_MS = 30 * 60 * 1000
_STILL_ABOUT_IT_MS = 8 * 24 * 60 * 60 * 1000
"""Who speaks to the bot within this time after a step can mean it without replying to it."""


class Nudges:
    """The weekly step. `names` gives the names of the current catalogue, `defaults` what an association gets that
    has chosen nothing, `language` what is spoken to it; `clock` tells when the clock itself was set back.
    """

    name = "nudge"

    def __init__(
        self,
        names: Callable[[], Names],
        clock: Clock,
        defaults: Defaults,
    ) -> None:
        self._names = names
        self._clock = clock
        self._defaults = defaults
        words = {"fr": ("rappels", "rappel"), "en": ("reminders", "reminder")}
        self.commands = (Command("reminders", words, self._reminders, bare=True, needs_power=True, shows_alone=True),)

    # ── the clock ────────────────────────────────────────────────────────────────────────────

    async def next_wake(self, database: Database) -> int | None:
        """When the next step is due; at once when the clock was set back after dates had been computed."""
        now_ms = self._clock.now_ms()
        if await storage.last_computed(database) > now_ms + _SET_BACK_MS:
            return now_ms
        return await storage.next_due(database)

    async def wake(self, waking: Waking) -> Sequence[Effect]:
        """Decide for the first of those that are due; who is left asks to be woken again at once."""
        if waking.started:
            await storage.compute_again(waking.tx)
        else:
            await storage.compute_again(waking.tx, computed_after=waking.now_ms + _SET_BACK_MS)
        return await plan_round(waking.tx, self._host(), waking.now_ms, AT_ONCE)

    def _host(self) -> Host:
        return Host(self._names().catalogue, self._defaults)

    # ── answers ──────────────────────────────────────────────────────────────────────────────

    async def take(self, event: Incoming, scene: Scene) -> Sequence[Effect] | None:
        """An answer to a step, by reaction or in words; a wish about when, in reply to one."""
        match event:
            case Reaction():
                gesture = wishes.reacted(event.key)
                step = await self._step_of(event.target, scene) if gesture else None
                return await self._answers(scene).give(gesture, step, event) if gesture and step else None
            case Message() if scene.fresh:
                return await self._message(event, scene)
            case Redaction():
                return await self._answers(scene).take_back(event)
            case _:
                return None

    def _answers(self, scene: Scene) -> Answers:
        return Answers(scene, self._host())

    async def weighs(self, event: Incoming, database: Database) -> bool:  # noqa: ARG002 — the protocol's
        """A wish about when changes it for everybody, also in plain words."""
        return isinstance(event, Message) and self._plain_wish(event, self._clock.now().date()) is not None

    def _plain_wish(self, message: Message, today: datetime.date) -> Wish | None:
        return wishes.wished_plainly(message.text, today, self._defaults.slot)

    async def _message(self, message: Message, scene: Scene) -> Sequence[Effect] | None:
        gesture, today = wishes.said(message.text), self._clock.now().date()
        wish = None if gesture else self._plain_wish(message, today)
        promised = Answers.promise_in(message, today) if gesture is None and wish is None else None
        if gesture is None and wish is None and promised is None:
            return None
        step = await self._meant(message, gesture, scene)
        if step is None:
            return None
        if gesture is not None:
            return await self._answers(scene).give(gesture, step, message)
        if wish is not None:
            if not scene.may_change:
                return (reply(message, telling.refusal(scene.language, known=scene.power is not None), "nudge"),)
            await storage.heard(scene.tx, [step.association])
            return await self._grant(message, message.text, scene)
        return await self._answers(scene).promise(message, step)

    async def _meant(self, message: Message, gesture: Gesture | None, scene: Scene) -> storage_steps.Proposed | None:
        """The step that `message` is about: it replies to it, comes right after it, or is said to the bot meanwhile."""
        if message.reply_to is not None:
            return await self._step_of(message.reply_to, scene)
        overheard = gesture in OVERHEARD
        if not (overheard or (scene.addressed and gesture is not Gesture.UNDO)):
            return None
        within = _STILL_ABOUT_IT_MS if scene.addressed else _RIGHT_AFTER_MS
        return await storage_steps.latest_in(scene.tx, scene.room.id, scene.now_ms - within)

    async def _step_of(self, event: str, scene: Scene) -> storage_steps.Proposed | None:
        own = await outbox.message_of(scene.tx, event)
        return await storage_steps.proposed_in(scene.tx, own) if own else None

    # ── when ─────────────────────────────────────────────────────────────────────────────────

    async def _reminders(self, call: Call, scene: Scene) -> Sequence[Effect]:
        return await self._grant(call.message, call.arguments, scene)

    async def _grant(self, message: Message, typed: str, scene: Scene) -> Sequence[Effect]:
        """Do what `typed` wishes, and show the next date; no words: only show it."""
        chosen = await associations.settings(scene.tx, scene.room.id, scene.now_ms)
        now = Slot.stored(chosen.nudge_slot) if chosen.nudge_slot else self._defaults.slot
        zone = chosen.time_zone or self._defaults.time_zone
        today = datetime.datetime.fromtimestamp(scene.now_ms / 1000, ZoneInfo(zone)).date()
        wish = wishes.wished(typed, today, now) if typed else None
        if typed and wish is None:
            return (reply(message, sentence(scene.language, "nudge.unread"), "nudge"),)
        if isinstance(wish, At) and not wish.slot.decent:
            return (reply(message, sentence(scene.language, "settings.slot-at-night"), "nudge"),)
        if wish is not None:
            await self._keep(wish, chosen.number, scene)
        return (reply(message, await self._schedule(chosen.number, scene), "nudge"),)

    async def _keep(self, wish: Wish, association: int, scene: Scene) -> None:
        tx, now_ms = scene.tx, scene.now_ms
        if not isinstance(wish, Switch) and await storage.reminder(tx, association) is None:
            # Who says when wants them.
            await storage.want(tx, association, "on", now_ms)
        match wish:
            case Switch(on):
                await storage.want(tx, association, "on" if on else "off", now_ms)
                await storage.pause(tx, association, None)
            case At(slot):
                await associations.set_nudge_slot(tx, association, str(slot))
            case NotBefore(day):
                await storage.pause(tx, association, day)
            case August(kept):
                await storage.keep_august(tx, association, kept)

    async def _schedule(self, association: int, scene: Scene) -> Document:
        reminder = await storage.reminder(scene.tx, association)
        if reminder is None:
            return sentence(scene.language, "nudge.state-none")
        now = datetime.datetime.fromtimestamp(scene.now_ms / 1000, datetime.UTC)
        [known] = await know(scene.tx, self._host(), [reminder], now)
        rule = rule_of(reminder, known.home, self._defaults)
        following = due(rule, known.past, now) if known.home.room else None
        return telling.schedule(reminder.state, following, rule.zone, now, scene.language)
