"""What moderators read: entries, before and after, mistakes, history, lists. Pure: data in, blocks of a message out."""

import datetime
from collections.abc import Iterable, Sequence

from bot.catalog.check import Finding
from bot.catalog.files import written
from bot.catalog.revisions import Change, Document
from bot.conversation import Language
from bot.moderation.compare import Difference, differences
from bot.moderation.impact import Danger
from bot.moderation.storage import Revision
from bot.wording import (
    Block,
    Bullets,
    Code,
    Listing,
    Numbered,
    Paragraph,
    Phrase,
    Plain,
    Strong,
    joined,
    tamed,
    voice,
)

_MOST_LINES = 12
_MOST_ENTRIES = 4
_MOST_MISTAKES = 12
_LONGEST_VALUE = 90
_LONGEST_REASON = 120
PAGE = 10
"""Entries of a list at a time: what one screen of a phone holds."""


def line(name: str, language: Language, **values: object) -> Block:
    """One sentence as a paragraph."""
    return Paragraph(voice(language).say(name, **values))  # type: ignore[arg-type]


def mistakes(findings: Sequence[Finding], language: Language, headed: str = "moderation.not-applied") -> list[Block]:
    """Nothing was applied, and everything that stands in the way, with what would be right; `headed` by a sentence."""
    speak = voice(language)
    hint = _what_else(findings, language)
    items = [_finding(finding, language) for finding in findings[:_MOST_MISTAKES]]
    if len(findings) > _MOST_MISTAKES:
        items.append(speak.say("moderation.and-more", count=len(findings) - _MOST_MISTAKES))
    if len(items) == 1:
        return [Paragraph(joined((speak.say(headed), items[0])))]
    blocks: list[Block] = [Paragraph(speak.say(headed)), Bullets(tuple(items))]
    return [*blocks, Paragraph(hint)] if hint else blocks


def _what_else(findings: Sequence[Finding], language: Language) -> Phrase:
    """A name that two entries claim: the two commands that settle it."""
    for finding in findings:
        if finding.sentence == "mistake.shared-name":
            first, second = (tamed(name, 60) for name in sorted((finding.entry, str(finding.values["others"]))))
            name = tamed(str(finding.values["name"]))
            return voice(language).say("moderation.shared-name", name=name, first=first, second=second)
    return ()


def _finding(finding: Finding, language: Language) -> Phrase:
    values = {name: tamed(value, 120) if isinstance(value, str) else value for name, value in finding.values.items()}
    said = voice(language).say(finding.sentence, **values)
    return joined(((Code(finding.entry),), said), (Plain(" · "),)) if finding.entry else said


def change(one: Change, language: Language) -> list[Block]:
    """An entry before and after."""
    return _change(one, language, _MOST_LINES)


def changes(listed: Sequence[Change], language: Language) -> list[Block]:
    """Several entries before and after; of very many, the first."""
    each = _MOST_LINES if len(listed) == 1 else 5
    blocks = [block for one in listed[:_MOST_ENTRIES] for block in _change(one, language, each)]
    if len(listed) > _MOST_ENTRIES:
        more = ", ".join(one.id for one in listed[_MOST_ENTRIES : _MOST_ENTRIES + 20])
        blocks.append(line("moderation.entries-too", language, count=len(listed) - _MOST_ENTRIES, entries=more))
    return blocks


def _change(one: Change, language: Language, most: int) -> list[Block]:
    speak = voice(language)
    state = "added" if one.before is None else "removed" if one.after is None else "changed"
    title = joined(((Strong(_name(one)),), (Code(f"{one.kind}/{one.id}"),)), (Plain(" · "),))
    if state != "changed":
        title = joined((title, speak.say(f"moderation.entry-{state}")), (Plain(" · "),))
    lines = [] if state == "removed" else differences(one.before, one.after, language)
    items = [_difference(each, language) for each in lines[:most]]
    if len(lines) > most:
        items.append(speak.say("moderation.and-more", count=len(lines) - most))
    return [Paragraph(title), Bullets(tuple(items))] if items else [Paragraph(title)]


def _name(one: Change) -> str:
    document: Document = one.after or one.before or {}
    name = document.get("name") or document.get("label") or document.get("title") or one.id
    return tamed(str(name["fr"] if isinstance(name, dict) else name), 60)


def _difference(each: Difference, language: Language) -> Phrase:
    before, after = tamed(each.before, _LONGEST_VALUE), tamed(each.after, _LONGEST_VALUE)
    if each.listed:
        parts = [sign + text for sign, text in (("+ ", after), ("− ", before)) if text]
        return (Code(each.path), Plain(": " if language == "en" else " : "), Plain(" · ".join(parts)))
    shown = f"{before or '—'} → {after or '—'}" if before else after
    return (Code(each.path), Plain(": " if language == "en" else " : "), Plain(shown))


def applied(number: int, listed: Sequence[Change], language: Language) -> list[Block]:
    """A revision was made: what is different now, from the next question on."""
    return [
        line("moderation.applied", language, number=number),
        *changes(listed, language),
        undo_hint(number, language),
    ]


def undo_hint(number: int, language: Language) -> Block:
    """How to take a revision back."""
    return line("moderation.undo-hint", language, number=number)


def dangerous(listed: Sequence[Change], found: Sequence[Danger], language: Language, second: bool) -> list[Block]:
    """What would change and whom it touches; `second`: another moderator must confirm."""
    speak = voice(language)
    items = tuple(speak.say(danger.sentence, **danger.values) for danger in found)
    asked = "moderation.confirm-second" if second else "moderation.confirm"
    return [*changes(listed, language), Bullets(items), line(asked, language)]


def overlapping(theirs: Revision, listed: Sequence[Change], language: Language, zone: datetime.tzinfo) -> list[Block]:
    """Somebody else has just changed the same entry: what they did, what is asked now."""
    keys = {one.key for one in listed}
    return [
        line(
            "moderation.overlap",
            language,
            author=tamed(theirs.author, 60),
            number=theirs.number,
            when=moment(theirs.made_at, zone),
        ),
        *changes([one for one in theirs.changes if one.key in keys], language),
        line("moderation.overlap-yours", language),
        *changes(listed, language),
        line("moderation.confirm", language),
    ]


def history(listed: Sequence[Revision], language: Language, zone: datetime.tzinfo) -> list[Block]:
    """One line a revision, newest first."""
    speak = voice(language)
    items = [
        joined(
            (
                speak.say(
                    "moderation.revision",
                    number=each.number,
                    when=moment(each.made_at, zone),
                    author=tamed(each.author, 60),
                    entries=", ".join(dict.fromkeys(one.id for one in each.changes[:3])),
                ),
                (Plain(_brief(each.changes, language)),),
                (Plain(f"« {tamed(each.reason, _LONGEST_REASON)} »" if each.reason else ""),) if each.reason else (),
            ),
            (Plain(" · "),),
        )
        for each in listed
    ]
    return [line("moderation.history", language), Bullets(tuple(items))]


def _brief(listed: Sequence[Change], language: Language) -> str:
    """The fields that a revision touched."""
    speak = voice(language)
    parts: list[str] = []
    for one in listed[:3]:
        if one.before is None or one.after is None:
            parts.append(speak.word("moderation.entry-added" if one.before is None else "moderation.entry-removed"))
        else:
            parts += dict.fromkeys(each.path.split(".")[0] for each in differences(one.before, one.after, language))
    return ", ".join(dict.fromkeys(parts))


def revision(each: Revision, language: Language, zone: datetime.tzinfo) -> list[Block]:
    """One revision in full: who, when, why, before and after."""
    blocks = [
        line(
            "moderation.revision",
            language,
            number=each.number,
            when=moment(each.made_at, zone),
            author=tamed(each.author, 60),
            entries=", ".join(dict.fromkeys(one.id for one in each.changes[:3])),
        )
    ]
    if each.reason:
        blocks.append(Paragraph((Plain(f"« {tamed(each.reason, _LONGEST_REASON)} »"),)))
    return [*blocks, *changes(each.changes, language), undo_hint(each.number, language)]


def entry(document: Document, revision_: int | None, language: Language) -> list[Block]:
    """An entry as its file says it, ready to be sent back with `change`; with the revision it is at."""
    lines = written(document)
    head = [] if revision_ is None else [f"{'révision' if language == 'fr' else 'revision'}: {revision_}"]
    return [line("moderation.entry", language, id=str(document["id"])), Listing("\n".join([*head, lines.rstrip()]))]


def listed(title: str, items: Iterable[Phrase], language: Language, more: int = 0, **values: object) -> list[Block]:
    """A list below a sentence; `more` items are left out."""
    found = list(items)
    if more > 0:
        found.append(voice(language).say("moderation.and-more", count=more))
    return [line(title, language, **values), *([Bullets(tuple(found))] if found else [])]


def numbered(items: Sequence[Phrase]) -> Block:
    """A numbered list: what is chosen from it is named by its number."""
    return Numbered(tuple(items))


def moment(made_at: int, zone: datetime.tzinfo) -> str:
    """A moment (milliseconds since the epoch) as people of `zone` write it in either language."""
    return datetime.datetime.fromtimestamp(made_at / 1000, zone).strftime("%Y-%m-%d %H:%M")
