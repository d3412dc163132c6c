"""Local revisions over the shipped files: entries as plain documents, a change applied, two changes merged.

Pure. A document is an entry as its YAML file says it: plain data, what is left at its default left out. A
revision keeps the document before it, its base, and the one after it; when the shipped file changes too, the
three are compared (`three_way`) and nothing is lost silently on either side.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeAlias

from pydantic import BaseModel, ValidationError

from bot.catalog.catalogue import Catalogue
from bot.catalog.check import Finding
from bot.catalog.merge import Merged, three_way
from bot.catalog.model import Alternative, Giant, Host, Need, Product, Series
from bot.yaml_file import Place, wrong

Document: TypeAlias = dict[str, Any]
Entry: TypeAlias = Product | Alternative | Host | Need | Giant | Series
Key: TypeAlias = tuple[str, str]
"""Kind (the folder or file of the catalogue) and id."""

MODELS: Mapping[str, type[Entry]] = {
    "products": Product,
    "alternatives": Alternative,
    "hosts": Host,
    "needs": Need,
    "giants": Giant,
    "quizzes": Series,
}
_LISTS = frozenset({"needs", "giants"})
"""Kinds whose entries are one file, in an order of its own; the others are sorted by file name."""


@dataclass(frozen=True, slots=True)
class Change:
    """One entry before and after; None: there is no such entry."""

    kind: str
    id: str
    before: Document | None
    after: Document | None

    @property
    def key(self) -> Key:
        return self.kind, self.id

    def undone(self) -> "Change":
        """The change that takes this one back."""
        return replace(self, before=self.after, after=self.before)


def document(entry: BaseModel) -> Document:
    """`entry` as a document: the same entry always gives the same document."""
    return entry.model_dump(mode="json", exclude_defaults=True)


def found(catalogue: Catalogue, key: Key) -> Document | None:
    """The document of the entry `key` of `catalogue`, or None."""
    entry = getattr(catalogue, key[0]).get(key[1])
    return None if entry is None else document(entry)


def read(kind: str, fields: Mapping[str, Any]) -> tuple[Entry | None, list[Finding]]:
    """The entry of `kind` that `fields` describes, or everything that is wrong with it, as for a file.

    Positions in the names of keys count from 1, as people count.
    """
    try:
        return MODELS[kind].model_validate(dict(fields)), []
    except ValidationError as error:
        identity = str(fields.get("id", ""))
        return None, [_finding(kind, identity, detail) for detail in error.errors(include_url=False)]


def _finding(kind: str, identity: str, detail: Any) -> Finding:
    place, sentence, values = wrong(detail)
    return Finding(kind, identity, place, sentence, {**values, "key": spelt(place)})


def spelt(place: Place) -> str:
    """`place` as people write it: `questions.2.right`, counting from 1."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in place)


def revised(catalogue: Catalogue, entries: Iterable[tuple[Key, Entry | None]]) -> Catalogue:
    """`catalogue` with these entries in the place of those of the same key; None takes one out.

    Kinds that are not touched are the same objects as before.
    """
    kinds: dict[str, dict[str, Entry]] = {}
    for (kind, identity), entry in entries:
        held = kinds.setdefault(kind, dict(getattr(catalogue, kind)))
        if entry is None:
            held.pop(identity, None)
        elif identity in held or kind in _LISTS:
            held[identity] = entry
        else:
            kinds[kind] = dict(sorted({**held, identity: entry}.items(), key=lambda item: f"{item[0]}.yaml"))
    return replace(catalogue, **kinds)  # type: ignore[arg-type]


# ── after an upgrade of the shipped files ────────────────────────────────────────────────────────


class Fate(StrEnum):
    """What becomes of a revision over files that may have changed since."""

    CARRIED = "carried"
    ALREADY = "already"
    """The files say the same now: it is dropped, and nothing is lost."""
    CONFLICT = "conflict"
    """The files say something else where it did: the files are in use, and the moderators are shown both."""


@dataclass(frozen=True, slots=True)
class Carried:
    """An entry after its revisions were carried over: the document in use, and each revision's fate.

    `clashes` names, for each revision in conflict, where the files say something else than its base.
    """

    document: Document | None
    fates: tuple[Fate, ...]
    clashes: tuple[tuple[Place, ...], ...]


def carried(shipped: Document | None, changes: Sequence[Change]) -> Carried:
    """`changes` of one entry, oldest first, made anew on what the shipped files say of it now.

    Over the files that they were made on this gives the last one's `after`. A change that merges into
    something that is no entry any more is a conflict too.
    """
    state = shipped
    fates: list[Fate] = []
    clashes: list[tuple[Place, ...]] = []
    for change in changes:
        merged = three_way(change.before, change.after, state)
        if merged.clashes or not _is_entry(change.kind, merged):
            fates.append(Fate.CONFLICT)
            clashes.append(merged.clashes)
            continue
        fates.append(Fate.ALREADY if merged.document == state else Fate.CARRIED)
        clashes.append(())
        state = merged.document
    return Carried(state, tuple(fates), tuple(clashes))


def _is_entry(kind: str, merged: Merged) -> bool:
    return merged.document is None or read(kind, merged.document)[0] is not None
