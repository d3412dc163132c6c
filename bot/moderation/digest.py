"""Once a week, in the moderators' room: what is stale, demanded, proposed, dead or in conflict."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta, tzinfo

from bot.conversation import Effect, Lane, RoomId, Say
from bot.database import Transaction
from bot.desk import Waking
from bot.moderation import review, show, storage, storage_proposals
from bot.moderation.editor import Editor
from bot.wording import Block, Bullets, Code, Document, Phrase, Plain, render, tamed, voice

_AT = time(9, 0)
"""Monday, in the moderators' time zone."""
_SHOWN = 5


def week_of(now_ms: int, zone: tzinfo) -> str:
    """The ISO week whose digest is the latest that is due: it begins on Monday at nine."""
    local = datetime.fromtimestamp(now_ms / 1000, UTC).astimezone(zone)
    year, week, day = local.isocalendar()
    if day == 1 and local.time() < _AT:
        year, week, _ = (local - timedelta(days=7)).isocalendar()
    return f"{year}-W{week:02d}"


def due_ms(last: str | None, zone: tzinfo) -> int | None:
    """When the digest after that of the ISO week `last` is due, in milliseconds; None before the first."""
    if last is None:
        return None
    year, _, week = last.partition("-W")
    monday = datetime.fromisocalendar(int(year), int(week), 1) + timedelta(days=7)
    return int(datetime.combine(monday.date(), _AT, zone).timestamp() * 1000)


async def sent(waking: Waking, room: RoomId, editor: Editor, language: str) -> Sequence[Effect]:
    """The digest that is due, if one is. The first week of a bot has none: its moderators have just set it up."""
    week, last = week_of(waking.now_ms, editor.zone), await storage.digest_week(waking.tx)
    if last is not None and week <= last:
        return ()
    await storage.note_digest(waking.tx, week)
    blocks = await _blocks(waking.tx, editor, waking.now_ms, language) if last is not None else []
    if not blocks:
        return ()
    text = render(Document(language, (show.line("moderation.digest", language), *blocks)))
    return (Say(room=room, cause=f"digest {week}", text=text, lane=Lane.BROADCAST),)


async def _blocks(tx: Transaction, editor: Editor, now_ms: int, language: str) -> list[Block]:
    speak = voice(language)
    before = editor.today(now_ms) - review.STALE
    old = [identity for day, _, identity in review.oldest(editor.shelf.catalogue) if day < before]
    asked = await editor.demand.unknown_names(tx, _SHOWN)
    waiting, dead = await storage_proposals.count_waiting(tx), await storage.dead_links(tx)
    conflicts = sorted({number for number, _ in await storage.conflicts(tx)})
    items: list[Phrase] = []
    if old:
        items.append(speak.say("moderation.digest-stale", count=len(old), entries=", ".join(old[:_SHOWN])))
    if asked:
        names = ", ".join(f"{tamed(each.shown)} ({each.count})" for each in asked)
        items.append(speak.say("moderation.digest-demand", names=names))
    if waiting:
        items.append(speak.say("moderation.digest-proposals", count=waiting))
    if dead:
        entries = ", ".join(dict.fromkeys(identity for _, identity, _, _ in dead[:_SHOWN]))
        items.append(speak.say("moderation.digest-dead", count=len(dead), entries=entries))
    if conflicts:
        items.append((*speak.say("moderation.digest-conflicts"), Plain(" "), Code(", ".join(map(str, conflicts)))))
    return [Bullets(tuple(items))] if items else []
