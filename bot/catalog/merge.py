"""Three-way comparison of documents: what one side changed and the other did not is kept; the rest is a clash.

Pure. Mappings are compared key by key, lists by their items where each can be told from the others (a
name, an `alternative`, a `host` with its `service`), everything else as a whole. A text in two languages is
one thing: half of one and half of the other would say nothing true.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.yaml_file import Place

_ABSENT = object()


@dataclass(frozen=True, slots=True)
class Merged:
    """The outcome: `clashes` are the places where both sides changed the same thing, each to something else.

    There `document` says what `theirs` does. A document of None: there is no such entry.
    """

    document: dict[str, Any] | None
    clashes: tuple[Place, ...]


def three_way(
    base: Mapping[str, Any] | None, mine: Mapping[str, Any] | None, theirs: Mapping[str, Any] | None
) -> Merged:
    """What `mine` and `theirs` make of `base` together. None: no such entry."""
    clashes: list[Place] = []
    merged = _merge((), _given(base), _given(mine), _given(theirs), clashes)
    return Merged(None if merged is _ABSENT else dict(merged), tuple(clashes))


def _given(side: Mapping[str, Any] | None) -> Any:
    return _ABSENT if side is None else side


def _merge(place: Place, base: Any, mine: Any, theirs: Any, clashes: list[Place]) -> Any:
    if mine in (base, theirs):
        return theirs
    if theirs == base:
        return mine
    sides = (base, mine, theirs)
    if all(_is_mapping(side) or side is _ABSENT for side in sides) and mine is not _ABSENT and theirs is not _ABSENT:
        return _merge_mappings(place, {} if base is _ABSENT else base, mine, theirs, clashes)
    if all(isinstance(side, list) for side in sides):
        was, my, their = (_by_identity(side) for side in sides)
        if was is not None and my is not None and their is not None:
            return _merge_lists(place, was, my, their, clashes)
    clashes.append(place)
    return theirs


def _is_mapping(value: Any) -> bool:
    """Whether `value` is compared key by key."""
    return isinstance(value, dict) and not (value.keys() <= {"fr", "en"} and _are_texts(value.values()))


def _are_texts(values: Any) -> bool:
    return all(isinstance(value, str) for value in values)


def _merge_mappings(
    place: Place, base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any], clashes: list[Place]
) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for key in (*theirs, *(key for key in mine if key not in theirs)):
        was, my, their = (side.get(key, _ABSENT) for side in (base, mine, theirs))
        value = _merge((*place, key), was, my, their, clashes)
        if value is not _ABSENT:
            merged[key] = value
    return merged


def _by_identity(items: Sequence[Any]) -> dict[str, Any] | None:
    """`items` by what tells each from the others, or None where that is not possible."""
    found: dict[str, Any] = {}
    for item in items:
        identity = item if isinstance(item, str) else _identity(item)
        if identity is None or identity in found:
            return None
        found[identity] = item
    return found


def _identity(item: Any) -> str | None:
    if isinstance(item, dict):
        if isinstance(item.get("alternative"), str):
            return str(item["alternative"])
        if isinstance(item.get("host"), str):
            return f"{item['host']} {item.get('service', '')}"
    return None


def _merge_lists(
    place: Place, base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any], clashes: list[Place]
) -> Any:
    kept: dict[str, Any] = {}
    within: list[Place] = []
    for identity in {**theirs, **mine}:
        was, my, their = (side.get(identity, _ABSENT) for side in (base, mine, theirs))
        value = _merge((*place, identity), was, my, their, within)
        if value is not _ABSENT:
            kept[identity] = value
    order = _order(list(base), list(mine), list(theirs), kept.keys())
    if within or order is None:
        clashes.append(place)
        return list(theirs.values())
    return [kept[identity] for identity in order]


def _order(base: list[str], mine: list[str], theirs: list[str], kept: Any) -> list[str] | None:
    """The order of `kept`: that of the side which changed it; None when both did, each in its own way."""
    common = set(base) & set(mine) & set(theirs)
    was, my, their = ([item for item in side if item in common] for side in (base, mine, theirs))
    if their in (was, my):
        return _with_those_of(theirs, [item for item in mine if item in kept], kept)
    if my == was:
        return _with_those_of(mine, [item for item in theirs if item in kept], kept)
    return None


def _with_those_of(guest: list[str], order: list[str], kept: Any) -> list[str]:
    """`order` with the items that only `guest` has, each after the one that stands before it there."""
    order = list(order)
    before: str | None = None
    for item in guest:
        if item not in kept:
            continue
        if item not in order:
            order.insert(0 if before is None else order.index(before) + 1, item)
        before = item
    return order
