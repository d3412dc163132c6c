"""What anybody proposes, in words or as a command: a card for the moderators, the outcome told once."""

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.catalog.names import Names
from bot.conversation import Effect, Language, Message, Say, UserId
from bot.database import Transaction
from bot.desk import reply
from bot.moderation import show, storage_proposals
from bot.moderation.drafts import Draft, drafted
from bot.moderation.editor import Editor, Order, seeded
from bot.moderation.parser import Request, parsed
from bot.moderation.storage_proposals import Card, Proposal
from bot.moderation.verbs import BY_ID
from bot.wording import Block, Code, Document, Listing, Paragraph, Plain, render, sentence, tamed

LONGEST = 2_000
"""Characters of a proposal."""
_HOUR_MS = 60 * 60 * 1000
_A_ROOM_AN_HOUR = 5
_A_PERSON_AN_HOUR = 5
_MOST_WAITING = 100
_ARROW = re.compile(r"^(?P<entry>[^→>\n]{1,80}?)\s*(?:→|->|=>|⇒)\s*(?P<alternative>[^→>\n]{1,80})$")
# The verbs that a proposal in the form of a command may use: those that change entries.
_PROPOSED = frozenset({"add", "change", "retire", "alias", "alternative", "host", "checked", "ambiguous", "give"})


def understood(words: str, names: Names, today: date) -> Draft:
    """What `words` would change: « Padlet → Digipad », or a command; an empty draft for anything else."""
    arrow = _ARROW.match(words.strip())
    if arrow is not None:
        values = {"entry": arrow["entry"].strip(), "signed": f"+ {arrow['alternative'].strip()}"}
        return drafted(Request(BY_ID["alternative"], None, values), names, today)
    request = parsed(words)
    if isinstance(request, Request) and request.verb.id in _PROPOSED:
        return drafted(request, names, today)
    return Draft()


class Proposals:
    """The way in for everybody. Nobody's name is kept; a person's pace is counted in memory only."""

    def __init__(self, editor: Editor, language: Language) -> None:
        self._editor = editor
        self._language = language
        self._paces: dict[UserId, deque[int]] = {}

    async def propose(
        self, tx: Transaction, message: Message, words: str, language: Language, now_ms: int
    ) -> Sequence[Effect]:
        """Take a proposal in: the moderators get a card, the person a word of thanks."""
        room = self._editor.config.room
        if room is None:
            return [_answer(message, "moderation.no-moderators", language)]
        if not words.strip():
            return [_answer(message, "moderation.propose-usage", language)]
        if len(words) > LONGEST:
            return [_answer(message, "moderation.propose-long", language, limit=LONGEST)]
        if await self._too_many(tx, message, now_ms):
            return [_answer(message, "moderation.propose-later", language)]
        number = await storage_proposals.propose(tx, message.room, message.event, language, words, now_ms)
        draft = understood(words, self._editor.shelf.names(), self._editor.today(now_ms))
        said = await self.card(tx, number, words, draft, message.event, now_ms)
        return [_answer(message, "moderation.proposed", language), *said]

    async def _too_many(self, tx: Transaction, message: Message, now_ms: int) -> bool:
        since = now_ms - _HOUR_MS
        if await storage_proposals.count_waiting(tx) >= _MOST_WAITING:
            return True
        if await storage_proposals.count_from(tx, message.room, since) >= _A_ROOM_AN_HOUR:
            return True
        self._paces = {person: times for person, times in self._paces.items() if times[-1] > since}
        times = self._paces.setdefault(message.sender, deque(maxlen=_A_PERSON_AN_HOUR))
        full = len(times) == _A_PERSON_AN_HOUR and times[0] > since
        if not full:
            times.append(now_ms)
        return full

    async def card(
        self, tx: Transaction, number: int, words: str, draft: Draft, cause: str, now_ms: int, author: str = ""
    ) -> list[Effect]:
        """Show a proposal to the moderators: what it would change, or what is missing. Ids of people are left out,
        but for `author`, the bot that a revision was heard from.
        """
        room, language = self._editor.config.room, self._language
        if room is None:
            return []
        blocks: list[Block] = [show.line("moderation.card", language, number=number)]
        if words:
            blocks.append(Paragraph((Plain(f"« {tamed(words, 300)} »"),)))
        if author:
            blocks.append(show.line("moderation.card-from", language, author=tamed(author, 60)))
        blocks += self._would_change(draft, language, now_ms)
        blocks.append(show.line("moderation.card-gestures", language, number=number))
        text = render(Document(language, tuple(blocks)))
        said = Say(room=room, cause=cause, part=f"card {number}", text=text)
        fields = {
            "changes": [{"kind": c.kind, "id": c.id, "before": c.before, "after": c.after} for c in draft.changes]
        }
        kept = fields if author else {"changes": []}
        await storage_proposals.keep_card(tx, Card(said.transaction, author, kept, number, now_ms))
        return [said, *seeded(room, cause, said.transaction, "✅❌"), *seeded(room, cause, said.transaction, ("✏️",))]

    def _would_change(self, draft: Draft, language: Language, now_ms: int) -> list[Block]:
        if draft.findings:
            return show.mistakes(draft.findings, language, "moderation.card-missing")
        if not draft.changes:
            return [show.line("moderation.card-words", language)]
        trial = self._editor.shelf.tried(draft.changes, self._editor.today(now_ms))
        if trial.findings:
            return show.mistakes(trial.findings, language, "moderation.card-missing")
        return show.changes(trial.changes, language)

    # ── the moderators' answer ───────────────────────────────────────────────────────────────

    async def accept(self, tx: Transaction, proposal: Proposal, order: Order, now_ms: int) -> Sequence[Effect]:
        """Make what was proposed, as the catalogue is now; or say what it still takes."""
        draft = order.draft
        if not draft.changes and not draft.findings:
            draft = understood(proposal.words, self._editor.shelf.names(), self._editor.today(now_ms))
        if not draft.changes and not draft.findings:
            return [self._editor.reply(order, template(proposal, order.language))]
        return await self._editor.submit(tx, replace(order, draft=draft, proposal=proposal.number), now_ms)

    async def refuse(self, tx: Transaction, proposal: Proposal, order: Order) -> Sequence[Effect]:
        """Decline, kindly; the room that proposed hears it."""
        told = await self._editor.decided(tx, proposal.number, "refused", order.cause)
        done = show.line("moderation.refused", order.language, number=proposal.number)
        return [self._editor.reply(order, [done]), *told]


def template(proposal: Proposal, language: Language) -> list[Block]:
    """A command to complete and send in reply to the card."""
    arrow = _ARROW.match(proposal.words.strip())
    name = tamed((arrow["alternative"] if arrow else proposal.words).strip(), 60)
    command = "catalogue ajouter alternative" if language == "fr" else "catalog add alternative"
    lines = [
        "licence: AGPL-3.0-or-later",
        "homepage: https://…",
        "needs: …",
        "what: en français | in English",
        "cost: gratuit | free",
        "difficulty: easy",
        "limits: [en français | in English]",
        "first_steps: [un pas | one step, un autre | another]",
        "sources: https://…",
    ]
    return [
        show.line("moderation.complete", language, number=proposal.number),
        Paragraph((Code(f"!releve {command} {name}"),)),
        Listing("\n".join(lines)),
    ]


def _answer(message: Message, name: str, language: Language, **values: str | int) -> Say:
    return reply(message, sentence(language, name, **values))
