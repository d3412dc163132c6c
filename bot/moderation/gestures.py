"""✅, ❌ and ✏️ on a card, or the same in words in reply to it."""

from collections.abc import Sequence

from bot.conversation import Effect, Language, Message, Reaction
from bot.database import Database, Transaction, outbox
from bot.moderation import show, storage_proposals
from bot.moderation.clerk import Clerk
from bot.moderation.drafts import Draft
from bot.moderation.editor import Editor, Order
from bot.moderation.proposals import Proposals, template
from bot.moderation.storage_proposals import Card

_EXPIRES_MS = 7 * 24 * 60 * 60 * 1000
_YES = frozenset({"✅", "✔", "👍", "oui", "ok", "yes"})
_NO = frozenset({"❌", "✖", "👎", "non", "no"})
_EDIT = frozenset({"✏", "📝"})


async def card_at(source: Database | Transaction, event: str) -> Card | None:
    """The card that the bot's own message `event` is, or None."""
    own = await outbox.message_of(source, event)
    return await storage_proposals.card(source, own) if own else None


def gesture_in(typed: str) -> str | None:
    """The gesture that a reaction or a short reply is, or None."""
    gesture = typed.strip().replace("\ufe0f", "").casefold().rstrip(".!")
    return gesture if gesture in _YES | _NO | _EDIT else None


class Gestures:
    """Answers the gestures of moderators on the cards of `editor` and `proposals`."""

    def __init__(self, editor: Editor, proposals: Proposals, clerk: Clerk, language: Language) -> None:
        self._editor = editor
        self._proposals = proposals
        self._clerk = clerk
        self._language = language

    async def made(
        self, tx: Transaction, event: Reaction | Message, gesture: str, card: Card, now_ms: int
    ) -> Sequence[Effect]:
        """What a moderator's `gesture` on `card` brings about."""
        reply_to = event.event if isinstance(event, Message) else event.target
        if card.proposal is not None:
            order = Order(event.sender, Draft(), self._language, event.room, event.event, reply_to)
            return await self._on_proposal(tx, gesture, card, card.proposal, order, now_ms)
        order = self._editor.remembered(card, room=event.room, cause=event.event, reply_to=reply_to)
        if gesture in _EDIT:
            return ()
        if gesture in _NO or now_ms - card.made_at > _EXPIRES_MS:
            await storage_proposals.drop_card(tx, card.message)
            said = "moderation.dropped" if gesture in _NO else "moderation.expired"
            return [self._editor.reply(order, [show.line(said, order.language)])]
        if card.draft["second"] and event.sender == card.author:
            return [self._editor.reply(order, [show.line("moderation.another-must", order.language)])]
        await storage_proposals.drop_card(tx, card.message)
        return await self._editor.confirm(tx, order, now_ms)

    async def _on_proposal(
        self, tx: Transaction, gesture: str, card: Card, number: int, order: Order, now_ms: int
    ) -> Sequence[Effect]:
        proposal = await storage_proposals.proposal(tx, number)
        if proposal is None or proposal.state != "waiting":
            return [self._editor.reply(order, [show.line("moderation.no-proposal", self._language, number=number)])]
        if gesture in _NO:
            return await self._proposals.refuse(tx, proposal, order)
        if gesture in _EDIT:
            return [self._editor.reply(order, template(proposal, self._language))]
        return await self._clerk.accepted(tx, proposal, card, order, now_ms)
