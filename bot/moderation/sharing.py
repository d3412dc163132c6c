"""A revision as an event of a catalogue room, and back: how bots of different hosts share what they know. Pure.

An event carries, for each entry, what changed: the fields before (the base) and after. Matrix events hold no
fractions and the catalogue does (a criterion of 0.5), so documents travel as JSON text.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.catalog.catalogue import Catalogue
from bot.catalog.merge import three_way
from bot.catalog.parts import ID_PATTERN
from bot.catalog.revisions import MODELS, Change, Document, found

_MOST_CHANGES = 100
_LARGEST = 50_000
"""Characters of the changes of one event; Matrix allows 65,536 bytes for the whole."""
_ID = re.compile(ID_PATTERN)


@dataclass(frozen=True, slots=True)
class Patch:
    """What one revision did to one entry: the fields it touched, before and after; None: no such entry."""

    kind: str
    id: str
    base: Document | None
    entry: Document | None


def patch(change: Change) -> Patch:
    """`change` without the fields that it leaves as they are."""
    before, after = change.before, change.after
    if before is None or after is None:
        return Patch(change.kind, change.id, before, after)
    touched = [key for key in dict.fromkeys((*before, *after)) if before.get(key) != after.get(key)]
    return Patch(
        change.kind,
        change.id,
        {key: before[key] for key in touched if key in before},
        {key: after[key] for key in touched if key in after},
    )


def told(number: int, reason: str, changes: Sequence[Change]) -> dict[str, str | int] | None:
    """The fields of the event that tells of a revision, or None when it is too large for one."""
    listed = [
        {"kind": each.kind, "id": each.id, "base": each.base, "entry": each.entry} for each in map(patch, changes)
    ]
    text = json.dumps(listed, ensure_ascii=False, separators=(",", ":"))
    return {"revision": number, "reason": reason, "changes": text} if len(text.encode()) <= _LARGEST else None


def heard(fields: Mapping[str, Any]) -> tuple[list[Patch], str] | None:
    """The patches and the reason in the fields of an event, or None when it says nothing that can be read."""
    try:
        listed = json.loads(str(fields["changes"]))
        patches = [_patch(each) for each in listed]
    except (KeyError, TypeError, ValueError, RecursionError):
        return None
    reason = fields.get("reason")
    return (patches, reason[:200] if isinstance(reason, str) else "") if 0 < len(patches) <= _MOST_CHANGES else None


def _patch(each: Any) -> Patch:
    kind, identity, base, entry = each["kind"], each["id"], each["base"], each["entry"]
    if kind not in MODELS or not isinstance(identity, str) or not _ID.match(identity):
        raise ValueError
    if not all(side is None or isinstance(side, dict) for side in (base, entry)) or base is entry is None:
        raise ValueError
    return Patch(kind, identity, base, entry)


def joined(one: Patch, current: Document | None) -> tuple[Change, bool]:
    """What `one` makes of the entry as it is here; and whether both sides changed the same thing (then ours stands)."""
    if one.base is None or one.entry is None or current is None:
        merged = three_way(one.base, one.entry, current)
        return Change(one.kind, one.id, current, merged.document), bool(merged.clashes)
    keys = dict.fromkeys((*one.base, *one.entry))
    merged = three_way(one.base, one.entry, {key: current[key] for key in keys if key in current})
    after = {key: value for key, value in current.items() if key not in keys} | (merged.document or {})
    order = [*current, *(key for key in after if key not in current)]
    return Change(one.kind, one.id, current, {key: after[key] for key in order if key in after}), bool(merged.clashes)


def theirs(one: Patch, catalogue: Catalogue) -> Change | None:
    """What the other bot says of the entry, put over the one here whatever ours says; None when it is the same."""
    current = found(catalogue, (one.kind, one.id))
    if one.entry is None:
        return None if current is None else Change(one.kind, one.id, current, None)
    if one.base is None or current is None:
        after = one.entry if one.base is None else None
        return None if after is None or after == current else Change(one.kind, one.id, current, after)
    gone = [key for key in one.base if key not in one.entry]
    after = {key: value for key, value in {**current, **one.entry}.items() if key not in gone}
    return None if after == current else Change(one.kind, one.id, current, after)
