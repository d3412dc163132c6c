"""From a request to the changes of entries that it means: pure, nothing is applied here.

`drafted` reads the catalogue in use and gives a `Draft`: the changes, or everything that keeps them from
being made. What an entry must be is then checked for all its changes at once (`shelf.Shelf.tried`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.catalog.check import Finding
from bot.catalog.check_names import key as name_key
from bot.catalog.names import Names
from bot.catalog.revisions import Change, Document, Key, found
from bot.moderation import fields, retire
from bot.moderation.entries import NotFound, entry_named, kind_named, slug
from bot.moderation.parser import Request
from bot.moderation.ranking import ranked
from bot.moderation.signed import signed
from bot.wording import tamed

_BASE_KEYS = ("révision", "revision")
_REASON_KEYS = ("raison", "reason")
_STATES: Mapping[str, str] = {"o": "yes", "s": "on-request", "m": "members", "f": "no", "c": "no"}
_STATES_EN: Mapping[str, str] = {"open": "yes", "on request": "on-request"}


@dataclass(frozen=True, slots=True)
class Draft:
    """What a request would change, or why it cannot; `base` is the revision that its writer had before them."""

    changes: tuple[Change, ...] = ()
    findings: tuple[Finding, ...] = ()
    reason: str = ""
    base: int | None = None
    takes: str = ""
    """The name that goes from one entry to another, where that is what was asked for."""


@dataclass(frozen=True, slots=True)
class _Desk:
    """What drafting works with."""

    names: Names
    today: date

    def document(self, key: Key) -> Document:
        return found(self.names.catalogue, key) or {}

    def changed(self, key: Key, after: Document | None) -> Change:
        return Change(*key, found(self.names.catalogue, key), after)


def drafted(request: Request, names: Names, today: date) -> Draft:
    """The changes that `request` means for the catalogue of `names`."""
    draw = _DRAWN.get(request.verb.id)
    if draw is None:
        raise ValueError(request.verb.id)
    block = dict(request.block or {})
    reason = next((str(block.pop(key)) for key in _REASON_KEYS if key in block), request.reason)
    base = next((str(block.pop(key)) for key in _BASE_KEYS if key in block), "")
    try:
        changes, findings, takes = draw(_Desk(names, today), request.values, block)
    except NotFound as unknown:
        return Draft(findings=(unknown.finding,))
    kept = tuple(change for change in changes if change.before != change.after)
    return Draft(kept, tuple(findings), reason, int(base) if base.isdecimal() else None, takes)


_Drawn = tuple[Sequence[Change], Sequence[Finding], str]
_Draw = Callable[[_Desk, Mapping[str, str], Mapping[str, Any]], _Drawn]


def _problem(sentence: str, **values: str | int) -> _Drawn:
    return (), (Finding("", "", (), sentence, values),), ""


# ── whole entries ────────────────────────────────────────────────────────────────────────────────


def _add(desk: _Desk, values: Mapping[str, str], block: Mapping[str, Any]) -> _Drawn:
    kind = kind_named(values["kind"])
    if kind is None or kind == "giants":
        return _problem("moderation.unknown-kind", kind=tamed(values["kind"]))
    name = values.get("name", "")
    start: Document = {} if kind in {"needs", "quizzes"} else {"name": name} if name else {}
    entry, findings = fields.assigned(kind, start, block.items(), desk.today)
    entry.setdefault("id", slug(name or str(entry.get("name", ""))))
    if kind != "needs":
        entry.setdefault("checked", desk.today.isoformat())
    if found(desk.names.catalogue, (kind, str(entry["id"]))) is not None:
        return _problem("moderation.exists", id=str(entry["id"]))
    return (Change(kind, str(entry["id"]), None, entry),), findings, ""


def _change(desk: _Desk, values: Mapping[str, str], block: Mapping[str, Any]) -> _Drawn:
    key = entry_named(values["entry"], desk.names)
    settings = [*_settings(values.get("settings", "")), *block.items()]
    if not settings:
        return _problem("moderation.nothing-set")
    after, findings = fields.assigned(key[0], desk.document(key), settings, desk.today)
    if after.get("id") != key[1]:
        return _problem("moderation.id-stays", id=key[1])
    return (desk.changed(key, after),), findings, ""


def _settings(typed: str) -> list[tuple[str, Any]]:
    """`effort = week; limit = fr | en` as pairs; « - » or nothing takes a field out."""
    pairs = []
    for setting in typed.split(";"):
        path, equals, value = setting.partition("=")
        if equals:
            pairs.append((path.strip(), value.strip() if value.strip() not in {"", "-", "—"} else None))
    return pairs


def _retire(desk: _Desk, values: Mapping[str, str], _block: Mapping[str, Any]) -> _Drawn:
    catalogue = desk.names.catalogue
    key = entry_named(values["entry"], desk.names, ("products", "alternatives", "hosts", "quizzes", "needs"))
    became = None
    if "successor" in values:
        became = entry_named(values["successor"], desk.names, ("alternatives", "products"))[1]
    what = fields.both(values.get("both", ""))
    if key[0] in {"products", "alternatives"} and what is None:
        return _problem("moderation.retire-why")
    changes, findings = retire.retired(catalogue, key, became, what, desk.today)
    return changes, findings, ""


def _host(desk: _Desk, values: Mapping[str, str], _block: Mapping[str, Any]) -> _Drawn:
    key = entry_named(values["entry"], desk.names, ("hosts",))
    state = values["state"].casefold()
    wanted = _STATES_EN.get(state) or _STATES[state[0]]
    if wanted == "no":
        return retire.closed(desk.names.catalogue, key[1]), (), ""
    return (desk.changed(key, {**desk.document(key), "open": wanted}),), (), ""


def _checked(desk: _Desk, values: Mapping[str, str], _block: Mapping[str, Any]) -> _Drawn:
    key = entry_named(values["entry"], desk.names, ("products", "alternatives", "hosts", "quizzes"))
    day = values.get("day", desk.today.isoformat())
    return (desk.changed(key, {**desk.document(key), "checked": day if len(day) == 10 else f"{day}-01"}),), (), ""


# ── names ────────────────────────────────────────────────────────────────────────────────────────


def _alias(desk: _Desk, values: Mapping[str, str], _block: Mapping[str, Any]) -> _Drawn:
    key = entry_named(values["entry"], desk.names, ("products", "alternatives"))
    after = desk.document(key)
    findings: list[Finding] = []
    for sign, name in signed(values["signed"]):
        if sign == "+":
            after = with_alias(after, name)
        elif not _has_alias(after, name):
            findings.append(Finding(*key, (), "moderation.no-such-name", {"name": tamed(name)}))
        else:
            after = without_alias(after, name)
    return (desk.changed(key, after),), findings, ""


def with_alias(entry: Document, name: str) -> Document:
    """`entry` with `name` among its aliases, unless it has it already."""
    if _has_alias(entry, name) or name_key(name) == name_key(entry["name"]):
        return entry
    aliases = entry.get("aliases", {})
    return {**entry, "aliases": {**aliases, "any": [*aliases.get("any", ()), name]}}


def without_alias(entry: Document, name: str) -> Document:
    """`entry` without `name` among its aliases, in whichever list."""

    def rest(listed: Sequence[str]) -> list[str]:
        return [each for each in listed if name_key(each) != name_key(name)]

    aliases = {group: kept for group, listed in entry.get("aliases", {}).items() if (kept := rest(listed))}
    after = {**entry, "aliases": aliases} if aliases else {k: v for k, v in entry.items() if k != "aliases"}
    for field in ("needs_context", "ambiguous"):
        if field in after and not (kept := rest(after[field])):
            after = {k: v for k, v in after.items() if k != field}
        elif field in after:
            after = {**after, field: kept}
    return after


def _has_alias(entry: Document, name: str) -> bool:
    listed = [each for group in entry.get("aliases", {}).values() for each in group]
    listed += [*entry.get("needs_context", ()), *entry.get("ambiguous", ())]
    return name_key(name) in map(name_key, listed)


def _ambiguous(desk: _Desk, values: Mapping[str, str], _block: Mapping[str, Any]) -> _Drawn:
    name = values["name"]
    changes = []
    for typed in values["ordered"].lstrip("= ").split(","):
        key = entry_named(typed, desk.names, ("products", "alternatives"))
        entry = desk.document(key)
        shared = entry.get("ambiguous", [])
        if name_key(name) not in map(name_key, shared):
            entry = {**entry, "ambiguous": [*shared, name]}
        changes.append(desk.changed(key, entry))
    return changes, (), ""


def _give(desk: _Desk, values: Mapping[str, str], _block: Mapping[str, Any]) -> _Drawn:
    name = values["name"]
    key = entry_named(values["entry"], desk.names, ("products", "alternatives"))
    changes = [desk.changed(key, with_alias(desk.document(key), name))]
    for kind in ("products", "alternatives"):
        for entry in getattr(desk.names.catalogue, kind).values():
            if (kind, entry.id) == key or name_key(name) not in map(name_key, entry.spoken()):
                continue
            if name_key(entry.name) == name_key(name):
                return _problem("moderation.own-name", name=tamed(name), entry=entry.id)
            changes.append(desk.changed((kind, entry.id), without_alias(desk.document((kind, entry.id)), name)))
    return changes, (), name


# ── alternatives ─────────────────────────────────────────────────────────────────────────────────


def _alternative(desk: _Desk, values: Mapping[str, str], _block: Mapping[str, Any]) -> _Drawn:
    key = entry_named(values["entry"], desk.names, ("products", "needs"))
    need = entry_named(values["need"], desk.names, ("needs",))[1] if "need" in values else None
    why = fields.both(values["both"]) if "both" in values else None
    if "both" in values and why is None:
        return _problem("moderation.both-wanted", key="why")
    if "ordered" in values:
        wanted = [("=", name.strip()) for name in values["ordered"].lstrip("= ").split(",")]
    else:
        wanted = signed(values["signed"])
    items = [(sign, entry_named(name, desk.names, ("alternatives",))[1]) for sign, name in wanted]
    after, findings = ranked(desk.names.catalogue, key, desk.document(key), need, items, why)
    return (desk.changed(key, after),), findings, ""


_DRAWN: Mapping[str, _Draw] = {
    "add": _add,
    "change": _change,
    "retire": _retire,
    "host": _host,
    "checked": _checked,
    "alias": _alias,
    "ambiguous": _ambiguous,
    "give": _give,
    "alternative": _alternative,
}
