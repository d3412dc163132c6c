"""What a trusted bot tells of its catalogue: checked as one's own, then applied or proposed, as the config says."""

from collections.abc import Sequence

from bot.catalog.revisions import Change, found
from bot.config import Followed
from bot.conversation import Effect, Language, Published
from bot.database import Transaction
from bot.moderation import sharing, storage, storage_proposals
from bot.moderation.drafts import Draft
from bot.moderation.editor import Editor, Order
from bot.moderation.proposals import Proposals


async def heard(
    tx: Transaction,
    event: Published,
    followed: Sequence[Followed],
    editor: Editor,
    proposals: Proposals,
    language: Language,
    now_ms: int,
) -> Sequence[Effect] | None:
    """Take in a revision of another bot; None when its room or sender is not followed.

    What is there already is passed over in silence; what both changed, or what the checks refuse here, is
    put before the moderators.
    """
    source = next((each for each in followed if each.room == event.room and event.sender in each.bots), None)
    if source is None:
        return None
    read = sharing.heard(event.fields)
    room = editor.config.room
    if read is None or await storage.came_from(tx, event.event):
        return ()
    patches, reason = read
    changes: list[Change] = []
    clashes = False
    for patch in patches:
        change, clash = sharing.joined(patch, found(editor.shelf.catalogue, (patch.kind, patch.id)))
        # Where both changed the same thing, what the other bot says is shown; the moderators decide.
        wanted = sharing.theirs(patch, editor.shelf.catalogue) if clash else change
        clashes = clashes or clash
        changes += [wanted] if wanted is not None and wanted.before != wanted.after else []
    if not changes:
        return ()
    draft = Draft(tuple(changes), reason=reason)
    if source.apply and not clashes and not editor.shelf.tried(changes, editor.today(now_ms)).findings:
        order = Order(event.sender, draft, language, room or event.room, event.event, origin=event.event)
        effects = await editor.submit(tx, order, now_ms, confirmed=True)
        # Nobody but the moderators is told: a catalogue room is for bots.
        return [effect for effect in effects if room is not None or effect.room != event.room]
    if room is None:
        return ()
    number = await storage_proposals.propose(tx, None, None, language, reason, now_ms)
    return await proposals.card(tx, number, reason, draft, event.event, now_ms, author=event.sender)
