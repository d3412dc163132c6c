"""Carrying out what a moderator asked for: changes, proposals, conflicts, demand."""

from collections.abc import Sequence
from dataclasses import replace

from bot.catalog.revisions import found
from bot.conversation import Effect
from bot.database import Transaction
from bot.moderation import show, storage, storage_proposals, undo, upgrade
from bot.moderation.drafts import Draft, drafted
from bot.moderation.editor import Asked, Editor, Order
from bot.moderation.parser import Request
from bot.moderation.proposals import Proposals
from bot.moderation.storage_proposals import Card, Proposal
from bot.moderation.verbs import BY_ID
from bot.wording import voice


class Clerk:
    """Takes the orders of those who may give them."""

    def __init__(self, editor: Editor, proposals: Proposals) -> None:
        self._editor = editor
        self._proposals = proposals

    async def carried_out(self, tx: Transaction, request: Request, order: Order, now_ms: int) -> Sequence[Effect]:
        """The effects of `request`, which changes something."""
        number = number_in(request) or 0
        match request.verb.id:
            case "undo":
                return await undo.undone(self._editor, tx, order, number, request.reason, now_ms)
            case "keep" | "leave":
                return await self._settle(tx, request.verb.id, number, order, now_ms)
            case "accept" | "refuse":
                return await self._decide(tx, request.verb.id, number, order, now_ms)
            case "demand":
                return await self._from_demand(tx, request, number, order, now_ms)
        return await self._drafted(tx, request, order, now_ms)

    async def _drafted(self, tx: Transaction, request: Request, order: Order, now_ms: int) -> Sequence[Effect]:
        draft = drafted(request, self._editor.shelf.names(), self._editor.today(now_ms))
        return await self._editor.submit(tx, replace(order, draft=draft), now_ms)

    def _say(self, order: Order, sentence: str, number: int) -> Sequence[Effect]:
        return [self._editor.reply(order, [show.line(sentence, order.language, number=number)])]

    # ── proposals ────────────────────────────────────────────────────────────────────────────

    async def _decide(self, tx: Transaction, what: str, number: int, order: Order, now_ms: int) -> Sequence[Effect]:
        proposal = await storage_proposals.proposal(tx, number)
        if proposal is None or proposal.state != "waiting":
            return self._say(order, "moderation.no-proposal", number)
        if what == "refuse":
            return await self._proposals.refuse(tx, proposal, order)
        return await self.accepted(tx, proposal, await storage_proposals.card_of(tx, number), order, now_ms)

    async def accepted(
        self,
        tx: Transaction,
        proposal: Proposal,
        card: Card | None,
        order: Order,
        now_ms: int,
    ) -> Sequence[Effect]:
        """A proposal was accepted: the revision of another bot as it came, the words of a person as they mean now."""
        if card is not None and card.draft["changes"]:
            draft = Draft(self._editor.kept_changes(card), reason=proposal.words)
            told = replace(order, draft=draft, proposal=proposal.number)
            return await self._editor.confirm(tx, told, now_ms)
        return await self._proposals.accept(tx, proposal, order, now_ms)

    # ── conflicts with the shipped files ─────────────────────────────────────────────────────

    async def _settle(self, tx: Transaction, what: str, number: int, order: Order, now_ms: int) -> Sequence[Effect]:
        """A revision that the shipped files contradict: put it through, or let the files be."""
        conflicts = [change for _, change in await storage.conflicts(tx, number)]
        if not conflicts:
            return self._say(order, "moderation.no-conflict", number)
        if what == "leave":
            await storage.note_fates(tx, [(number, change.key, "settled") for change in conflicts])
            return self._say(order, "moderation.left", number)
        catalogue = self._editor.shelf.catalogue
        changes = tuple(upgrade.kept(change, found(catalogue, change.key)) for change in conflicts)
        reason = voice(order.language).word("moderation.kept-reason", number=number)
        told = replace(order, draft=Draft(changes, reason=reason), settles=number)
        return await self._editor.submit(tx, told, now_ms, confirmed=True)

    # ── demand ───────────────────────────────────────────────────────────────────────────────

    async def _from_demand(
        self, tx: Transaction, request: Request, number: int, order: Order, now_ms: int
    ) -> Sequence[Effect]:
        """A name that people asked about becomes an entry, or another name of one; or is of no interest."""
        names = await self._editor.demand.unknown_names(tx, show.PAGE)
        if not 0 < number <= len(names):
            return self._say(order, "moderation.no-such-demand", number)
        asked = names[number - 1]
        if "kind" in request.values and request.block is not None:
            values = {"kind": request.values["kind"], "name": asked.shown}
            meant = replace(request, verb=BY_ID["add"], values=values)
        elif "ordered" in request.values:
            values = {"entry": request.values["ordered"].lstrip("= "), "signed": f"+ {asked.shown}"}
            meant = replace(request, verb=BY_ID["alias"], values=values)
        elif "kind" in request.values:
            return self._say(order, "moderation.block-wanted", number)
        else:
            return await self._dropped(tx, asked, order)
        return await self._drafted(tx, meant, order, now_ms)

    async def _dropped(self, tx: Transaction, asked: Asked, order: Order) -> Sequence[Effect]:
        await self._editor.demand.forget_unknown(tx, asked.name)
        await storage.heard(tx, [asked.name])
        return [self._editor.reply(order, [show.line("moderation.demand-dropped", order.language, asked=asked.shown)])]


def number_in(request: Request) -> int | None:
    """The number that was given: « 42 », « n° 42 », « #42 »."""
    typed = request.values.get("number", "").lstrip("n°# ").strip()
    return int(typed) if typed else None
