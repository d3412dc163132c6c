"""Putting alternatives into the ranking of a product or of a need, taking them out, ordering them. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.catalog.catalogue import Catalogue
from bot.catalog.check import Finding
from bot.catalog.revisions import Document, Key


def ranked(
    catalogue: Catalogue,
    key: Key,
    entry: Document,
    need: str | None,
    items: Sequence[tuple[str, str]],
    why: Mapping[str, str] | None,
) -> tuple[Document, list[Finding]]:
    """`entry` after each of `items`: a sign ("+", "-", "=" for the whole order) and the id of an alternative.

    Without `need`, an alternative goes to the first need of the product that it serves, and leaves all of
    them. Without `why`, what it is says why it is there.
    """
    if key[0] == "needs":
        order = _applied(list(entry.get("alternatives", ())), items)
        return _with(entry, "alternatives", order), _missing(key, entry.get("alternatives", ()), items)
    rankings: dict[str, list[dict[str, Any]]] = {
        name: list(listed) for name, listed in entry.get("alternatives", {}).items()
    }
    findings = []
    ordered = [name for sign, name in items if sign == "="]
    if ordered:
        place = need or next(iter(entry["needs"]))
        rankings[place] = _reordered(catalogue, rankings.get(place, []), ordered)
    for sign, name in items:
        if sign == "+":
            place = need or _place_of(catalogue, entry, name)
            if name not in [each["alternative"] for each in rankings.get(place, [])]:
                rankings.setdefault(place, []).append({"alternative": name, "why": dict(why or _what(catalogue, name))})
        elif sign == "-":
            places = [need] if need else list(rankings)
            if not any(each["alternative"] == name for at in places for each in rankings.get(at, [])):
                findings.append(Finding(*key, (), "moderation.not-ranked", {"name": name}))
            for at in places:
                rankings[at] = [each for each in rankings.get(at, []) if each["alternative"] != name]
    return _with(entry, "alternatives", {at: listed for at, listed in rankings.items() if listed}), findings


def _with(entry: Document, field: str, value: Any) -> Document:
    return {**entry, field: value} if value else {name: kept for name, kept in entry.items() if name != field}


def _place_of(catalogue: Catalogue, entry: Document, name: str) -> str:
    """The first need of the product that the alternative serves; its main one where it serves none."""
    serves = catalogue.alternatives[name].needs
    return next((need for need in entry["needs"] if need in serves), str(entry["needs"][0]))


def _what(catalogue: Catalogue, name: str) -> dict[str, str]:
    what = catalogue.alternatives[name].what
    return {"fr": _sentence(what.fr), "en": _sentence(what.en)}


def _sentence(phrase: str) -> str:
    return f"{phrase[:1].upper()}{phrase[1:].rstrip('.')}."


def _reordered(catalogue: Catalogue, listed: list[dict[str, Any]], order: Sequence[str]) -> list[dict[str, Any]]:
    """`listed` with those of `order` first, in that order; the others keep theirs behind them."""
    held = {each["alternative"]: each for each in listed}
    first = [held.get(name) or {"alternative": name, "why": _what(catalogue, name)} for name in dict.fromkeys(order)]
    return first + [each for each in listed if each["alternative"] not in order]


def _applied(listed: list[str], items: Sequence[tuple[str, str]]) -> list[str]:
    ordered = [name for sign, name in items if sign == "="]
    listed = list(dict.fromkeys([*ordered, *listed]))
    for sign, name in items:
        if sign == "+" and name not in listed:
            listed.append(name)
        elif sign == "-" and name in listed:
            listed.remove(name)
    return listed


def _missing(key: Key, listed: Sequence[str], items: Sequence[tuple[str, str]]) -> list[Finding]:
    return [
        Finding(*key, (), "moderation.not-ranked", {"name": name})
        for sign, name in items
        if sign == "-" and name not in listed
    ]
