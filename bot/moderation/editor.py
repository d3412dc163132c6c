"""Applying changes of the catalogue: checked, shown, confirmed where they are dangerous, recorded, told.

Everything happens in the transaction of its cause: the revision is kept, the catalogue in use is replaced, and
whoever is to hear of it has a message in the outbox, or none of it happened.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, tzinfo
from typing import Any, Protocol

from bot.catalog.revisions import Change, found
from bot.config import Moderation as Config
from bot.conversation import (
    Effect,
    EventId,
    Lane,
    Language,
    Publish,
    React,
    RoomId,
    Say,
    TransactionId,
    UserId,
)
from bot.database import Database, Transaction
from bot.moderation import impact, sharing, show, storage, storage_proposals
from bot.moderation.drafts import Draft
from bot.moderation.impact import Uses
from bot.moderation.shelf import Shelf, Trial
from bot.moderation.storage_proposals import Card
from bot.wording import Block, Document, Paragraph, render, tamed, voice

_MOST_ASKED = 1_000
_BESIDE_MS = 10 * 60 * 1000
"""A change by somebody else within this time before one's own may not have been seen yet."""

CountUses = Callable[[Transaction, Sequence[str]], Awaitable[Mapping[str, Uses]]]
"""Whom entries (by id) touch: how many associations use each, and how many are moving to it."""


class Asked(Protocol):
    """A name that was asked about and that nobody knew: folded, as it is shown, how often."""

    @property
    def name(self) -> str: ...
    @property
    def shown(self) -> str: ...
    @property
    def count(self) -> int: ...


class Demand(Protocol):
    """What people ask about and the bot does not know, kept by who answers them."""

    async def unknown_names(self, source: Database | Transaction, limit: int = 20) -> Sequence[Asked]:
        """The names that were asked about, most asked first."""
        ...

    async def forget_unknown(self, tx: Transaction, name: str) -> bool:
        """`name` (folded) is known now, or of no interest; False when it was not there."""
        ...


@dataclass(frozen=True, slots=True)
class Order:
    """A change that somebody with the right to wants made, and where they hear of it.

    `sent_ms`: when they sent it, by their homeserver's clock. `undoes`: the revision that it takes back;
    `origin`: the event of a catalogue room that it comes from; `proposal`: the proposal that it answers;
    `settles`: the revision whose conflict with the shipped files it ends.
    """

    author: UserId
    draft: Draft
    language: Language
    room: RoomId
    cause: EventId
    reply_to: EventId | None = None
    thread: EventId | None = None
    sent_ms: int = 0
    undoes: int | None = None
    origin: EventId | None = None
    proposal: int | None = None
    settles: int | None = None


class Editor:
    """Makes revisions of the catalogue on `shelf`."""

    def __init__(self, shelf: Shelf, config: Config, zone: tzinfo, count_uses: CountUses, demand: Demand) -> None:
        self.shelf = shelf
        self.config = config
        self.zone = zone
        self.demand = demand
        self._count_uses = count_uses

    def today(self, now_ms: int) -> Any:
        """The date where the moderators are."""
        return datetime.fromtimestamp(now_ms / 1000, UTC).astimezone(self.zone).date()

    def reply(self, order: Order, blocks: Sequence[Block], part: str = "") -> Say:
        """What the person who gave the order reads."""
        return Say(
            room=order.room,
            cause=order.cause,
            part=part,
            text=render(Document(order.language, tuple(blocks))),
            reply_to=order.reply_to,
            thread=order.thread,
        )

    async def submit(self, tx: Transaction, order: Order, now_ms: int, *, confirmed: bool = False) -> list[Effect]:
        """Make the change, or say why not, or ask first. `confirmed`: what it touches was shown, and a ✅ came."""
        draft, language = order.draft, order.language
        if draft.findings:
            return [self.reply(order, show.mistakes(draft.findings, language))]
        trial = self.shelf.tried(draft.changes, self.today(now_ms))
        if trial.findings:
            return [self.reply(order, show.mistakes(trial.findings, language))]
        if not trial.changes:
            return [self.reply(order, [show.line("moderation.nothing-new", language)])]
        if not confirmed:
            asked = await self._asked_first(tx, order, trial, now_ms)
            if asked:
                return asked
        return await self._apply(tx, order, trial, now_ms)

    # ── asking first ─────────────────────────────────────────────────────────────────────────

    async def _asked_first(self, tx: Transaction, order: Order, trial: Trial, now_ms: int) -> list[Effect]:
        theirs = await self._overlap(tx, order, now_ms)
        if theirs is not None:
            blocks = show.overlapping(theirs, trial.changes, order.language, self.zone)
            return await self.card(tx, order, trial.changes, blocks, now_ms)
        touched = [*impact.retired(trial.changes), *(change.id for change in trial.changes if order.draft.takes)]
        uses = await self._count_uses(tx, touched) if touched else {}
        found_ = impact.dangers(trial.changes, order.draft.takes, uses)
        if not found_:
            return []
        second = self.config.second_moderator
        blocks = show.dangerous(trial.changes, found_, order.language, second)
        return await self.card(tx, order, trial.changes, blocks, now_ms, second=second)

    async def _overlap(self, tx: Transaction, order: Order, now_ms: int) -> storage.Revision | None:
        """The latest revision of the same entries that the author of the order cannot have seen."""
        for change in order.draft.changes:
            for theirs in await storage.latest(tx, 1, change.key):
                base = order.draft.base
                unseen = (
                    theirs.number > base
                    if base is not None
                    else theirs.author != order.author
                    and theirs.number != order.undoes
                    and theirs.made_at > (order.sent_ms or now_ms) - _BESIDE_MS
                )
                if unseen:
                    return theirs
        return None

    async def card(
        self,
        tx: Transaction,
        order: Order,
        changes: Sequence[Change],
        blocks: Sequence[Block],
        now_ms: int,
        *,
        second: bool = False,
    ) -> list[Effect]:
        """Ask whether `changes` shall be made, in a message that waits for ✅ or ❌."""
        said = self.reply(order, blocks)
        fields = asdict(replace(order, draft=Draft()))
        fields |= {
            "draft": {
                "changes": [asdict(change) for change in changes],
                "reason": order.draft.reason,
                "takes": order.draft.takes,
            },
            "second": second,
        }
        await storage_proposals.keep_card(tx, Card(said.transaction, order.author, fields, None, now_ms))
        return [said, *seeded(said.room, said.cause, said.transaction, ("✅", "❌"))]

    # ── applying ─────────────────────────────────────────────────────────────────────────────

    async def _apply(self, tx: Transaction, order: Order, trial: Trial, now_ms: int) -> list[Effect]:
        draft = order.draft
        number = await storage.record(
            tx, order.author, trial.changes, now_ms, reason=draft.reason, undoes=order.undoes, origin=order.origin
        )
        if order.settles is not None:
            conflicts = await storage.conflicts(tx, order.settles)
            await storage.note_fates(tx, [(order.settles, change.key, "settled") for _, change in conflicts])
        tx.if_undone(self.shelf.put(trial.catalogue))
        effects: list[Effect] = [self.reply(order, show.applied(number, trial.changes, order.language))]
        effects += self._noticed(order, number, trial.changes)
        effects += self._published(order, number, trial.changes)
        effects += await self._awaited(tx, order, trial.changes)
        if order.proposal is not None:
            effects += await self.decided(tx, order.proposal, "accepted", order.cause)
        return effects

    def _noticed(self, order: Order, number: int, changes: Sequence[Change]) -> list[Effect]:
        """The moderators see what one of them does elsewhere."""
        room = self.config.room
        if room is None or room == order.room:
            return []
        elsewhere = replace(order, room=room, reply_to=None, thread=None)
        return [self.reply(elsewhere, show.applied(number, changes, order.language), part="notice")]

    def _published(self, order: Order, number: int, changes: Sequence[Change]) -> list[Effect]:
        """Bots that follow this one are told; what was heard from another is theirs to tell."""
        if self.config.publish_in is None or order.origin is not None:
            return []
        fields = sharing.told(number, order.draft.reason, changes)
        if fields is None:
            return []
        return [Publish(room=self.config.publish_in, cause=f"revision {number} {order.cause}", fields=fields)]

    async def _awaited(self, tx: Transaction, order: Order, changes: Sequence[Change]) -> list[Effect]:
        """The rooms that asked about what is known now hear of it, once."""
        names, ids = self.shelf.names(), {change.id for change in changes if change.after is not None}

        def known(name: str) -> bool:
            return any(ref.id in ids for ref in names.named(name))

        asked = {each.name: each.shown for each in await self.demand.unknown_names(tx, _MOST_ASKED) if known(each.name)}
        for name in asked:
            await self.demand.forget_unknown(tx, name)
        effects: list[Effect] = []
        waited_for = [name for name in await storage.asked_names(tx) if known(name)]
        for name, room, language in await storage.heard(tx, waited_for):
            said = voice(language).say("moderation.you-asked", name=asked.get(name, name))
            text = render(Document(language, (Paragraph(said),)))
            effects.append(
                Say(room=room, cause=order.cause, part=f"asked {name} {room}", text=text, lane=Lane.BROADCAST)
            )
        return effects

    async def decided(self, tx: Transaction, number: int, state: str, cause: EventId) -> list[Effect]:
        """The room that a proposal came from hears what became of it, once."""
        proposal = await storage_proposals.proposal(tx, number)
        if proposal is None or not await storage_proposals.decide(tx, number, state) or proposal.room is None:
            return []
        said = voice(proposal.language).say(f"moderation.proposal-{state}", words=tamed(proposal.words, 80))
        text = render(Document(proposal.language, (Paragraph(said),)))
        return [Say(room=proposal.room, cause=cause, part=f"proposal {number}", text=text, reply_to=proposal.event)]

    # ── what a card asked ────────────────────────────────────────────────────────────────────

    def remembered(self, card: Card, *, room: RoomId, cause: EventId, reply_to: EventId | None) -> Order:
        """The order that `card` asks about; its outcome is said where the answer came from."""
        fields = dict(card.draft)
        draft = fields.pop("draft")
        fields.pop("second")
        changes = tuple(Change(**change) for change in draft["changes"])
        fields |= {"room": room, "cause": cause, "reply_to": reply_to, "thread": None}
        return Order(draft=Draft(changes, reason=draft["reason"], takes=draft["takes"]), **fields)

    def kept_changes(self, card: Card) -> tuple[Change, ...]:
        """The changes that `card` shows."""
        return tuple(Change(**change) for change in card.draft["changes"])

    async def confirm(self, tx: Transaction, order: Order, now_ms: int) -> list[Effect]:
        """A ✅ came for what a card showed. If an entry has changed since, it is shown and asked anew."""
        stale = [change for change in order.draft.changes if found(self.shelf.catalogue, change.key) != change.before]
        if not stale:
            return await self.submit(tx, order, now_ms, confirmed=True)
        anew: list[Change] = []
        for change in order.draft.changes:
            patch = sharing.patch(change)
            merged, clash = sharing.joined(patch, found(self.shelf.catalogue, change.key))
            if clash:
                return [self.reply(order, [show.line("moderation.changed-since", order.language, id=change.id)])]
            anew.append(merged)
        # Who typed a change has not seen what was changed since; who accepts a proposal knows their catalogue.
        base = 0 if order.proposal is None else None
        again = replace(order, draft=replace(order.draft, changes=tuple(anew), base=base))
        return await self.submit(tx, again, now_ms)


def seeded(room: RoomId, cause: EventId, message: TransactionId, keys: Sequence[str]) -> list[Effect]:
    """The gestures that a message waits for, put on it so that a tap is enough."""
    return [React(room=room, cause=cause, part=f"{message} {key}", target=message, key=key, own=True) for key in keys]
