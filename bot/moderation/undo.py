"""Taking a revision back: a revision too, refused with its reason where something later stands on it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.catalog.merge import three_way
from bot.catalog.revisions import Change, found
from bot.conversation import Effect
from bot.database import Transaction
from bot.moderation import show, storage
from bot.moderation.drafts import Draft
from bot.moderation.editor import Editor, Order


async def undone(
    editor: Editor, tx: Transaction, order: Order, number: int, reason: str, now_ms: int
) -> Sequence[Effect]:
    """Take the revision `number` back. What was changed later in other fields stays as it is."""
    revision = await storage.revision(tx, number)
    if revision is None:
        return [editor.reply(order, [show.line("moderation.no-revision", order.language, number=number)])]
    changes: list[Change] = []
    for change in revision.changes:
        current = found(editor.shelf.catalogue, change.key)
        merged = three_way(change.after, change.before, current)
        if merged.clashes:
            return await _refused(editor, tx, order, number, change)
        changes.append(Change(change.kind, change.id, current, merged.document))
    kept = tuple(change for change in changes if change.before != change.after)
    if not kept:
        return [editor.reply(order, [show.line("moderation.undone-already", order.language, number=number)])]
    trial = editor.shelf.tried(kept, editor.today(now_ms))
    if trial.findings:
        blocks = show.mistakes(trial.findings, order.language)
        later = [each for each in await _later(tx, number) if {c.id for c in each.changes} & _named(trial.findings)]
        if later:
            blocks.append(show.line("moderation.stands-on-it", order.language, number=number, later=later[0].number))
        return [editor.reply(order, blocks)]
    draft = Draft(kept, reason=reason)
    return await editor.submit(tx, replace(order, draft=draft, undoes=number), now_ms)


async def _refused(editor: Editor, tx: Transaction, order: Order, number: int, change: Change) -> Sequence[Effect]:
    """Something later changed the same thing: it is named and shown."""
    later = [each for each in await storage.latest(tx, 20, change.key) if each.number > number]
    blocks = [show.line("moderation.not-undone", order.language, number=number, id=change.id)]
    if later:
        blocks += show.history(later[:3], order.language, editor.zone)
    return [editor.reply(order, blocks)]


async def _later(tx: Transaction, number: int) -> list[storage.Revision]:
    return [each for each in await storage.latest(tx, 50) if each.number > number]


def _named(findings: Sequence[object]) -> set[str]:
    return {str(getattr(finding, "entry", "")) for finding in findings}
