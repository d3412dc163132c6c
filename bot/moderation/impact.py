"""Whom a change touches, and whether it must be confirmed before it is made. Pure but for the counts it is given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.catalog.revisions import Change


@dataclass(frozen=True, slots=True)
class Danger:
    """Why a change waits for a ✅: `sentence` of the wording, with `values`."""

    sentence: str
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Uses:
    """How many associations have an entry in their inventory, and how many are moving to it."""

    using: int = 0
    moving: int = 0


def retired(changes: Sequence[Change]) -> list[str]:
    """The ids of entries that end by `changes`."""
    return [change.id for change in changes if _ends(change)]


def _ends(change: Change) -> bool:
    if change.before is None:
        return False
    if change.after is None:
        return change.kind in {"products", "alternatives", "hosts"}
    return (change.after.get("answer") == "gone" != change.before.get("answer")) or (
        change.kind == "hosts" and change.after["open"] == "no" != change.before["open"]
    )


def dangers(changes: Sequence[Change], takes: str, uses: Mapping[str, Uses]) -> list[Danger]:
    """What must be confirmed in `changes`; `takes` is a name that goes from one entry to another, or "".

    `uses` counts, by id, whom the entries touch.
    """
    found: list[Danger] = []
    for identity in dict.fromkeys(retired(changes)):
        counted = uses.get(identity, Uses())
        if counted.using or counted.moving:
            values: dict[str, str | int] = {"id": identity, "using": counted.using, "moving": counted.moving}
            found.append(Danger("moderation.danger-retired", values))
    for change in changes:
        found += [Danger("moderation.danger-last", {"id": change.id, "need": need}) for need in _left_without(change)]
    if takes:
        holders = [change for change in changes[1:] if change.before != change.after]
        using = sum(uses.get(change.id, Uses()).using for change in holders)
        values = {"name": takes, "holders": ", ".join(change.id for change in holders), "using": using}
        found += [Danger("moderation.danger-taken", values)] if holders else []
    return found


def _left_without(change: Change) -> list[str]:
    """The needs for which nothing is proposed any more."""
    if change.before is None or change.after is None or change.kind not in {"products", "needs"}:
        return []
    before, after = change.before.get("alternatives"), change.after.get("alternatives")
    if change.kind == "needs":
        return [change.id] if before and not after else []
    return [need for need in before or {} if need not in (after or {})]
