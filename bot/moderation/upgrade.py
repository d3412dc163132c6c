"""After an upgrade of the shipped files: the local revisions made anew over them. Pure.

Each revision is carried over, dropped as already there, or put before the moderators as a conflict; while it
is in conflict, what the files say is in use.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.catalog import check
from bot.catalog.catalogue import Catalogue
from bot.catalog.check import Finding
from bot.catalog.merge import three_way
from bot.catalog.revisions import Change, Document, Entry, Fate, Key, carried, found, read, revised

Standing = Mapping[Key, Sequence[tuple[int, Change]]]
"""The changes that stand, by entry, oldest first, each with the number of its revision."""


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """The catalogue in use; and the changes that no longer stand, each with its revision, entry and fate."""

    catalogue: Catalogue
    fates: tuple[tuple[int, Key, Fate], ...]


def carried_over(shipped: Catalogue, standing: Standing, today: date) -> CarriedOver:
    """`shipped` with the changes in `standing` over it.

    A change that would leave the catalogue with a mistake that the files do not have is in conflict too.
    """
    wrong_before = _marks(check.findings(shipped, today)) if standing else frozenset()
    refused: frozenset[tuple[int, Key]] = frozenset()
    while True:
        entries: list[tuple[Key, Entry | None]] = []
        fates: list[tuple[int, Key, Fate]] = [(number, key, Fate.CONFLICT) for number, key in refused]
        carried_: list[tuple[int, Key]] = []
        for key, changes in standing.items():
            kept = [(number, change) for number, change in changes if (number, key) not in refused]
            outcome = carried(found(shipped, key), [change for _, change in kept])
            entries.append((key, read(key[0], outcome.document)[0] if outcome.document else None))
            for (number, _), fate in zip(kept, outcome.fates, strict=True):
                (carried_.append((number, key)) if fate is Fate.CARRIED else fates.append((number, key, fate)))
        catalogue = revised(shipped, entries)
        wrong = [
            finding
            for finding in (check.findings(catalogue, today) if carried_ else [])
            if not finding.warning and _mark(finding) not in wrong_before
        ]
        if not wrong:
            return CarriedOver(catalogue, tuple(sorted(fates)))
        refused |= _blamed(wrong, carried_)


def _blamed(wrong: Sequence[Finding], carried_: Sequence[tuple[int, Key]]) -> frozenset[tuple[int, Key]]:
    """The changes that brought the mistakes in: those of the entries that are wrong, or that are missed; or all."""
    named = {(finding.kind, finding.entry) for finding in wrong}
    missed = {str(value) for finding in wrong for value in finding.values.values()}
    blamed = [each for each in carried_ if each[1] in named] or [each for each in carried_ if each[1][1] in missed]
    return frozenset(blamed or carried_)


def kept(change: Change, current: Document | None) -> Change:
    """The change that puts `change` through over what is in use, where the two say something else."""
    return Change(change.kind, change.id, current, three_way(change.before, current, change.after).document)


def _mark(finding: Finding) -> object:
    return finding.kind, finding.entry, finding.sentence, tuple(sorted(finding.values.items()))


def _marks(findings: Sequence[Finding]) -> frozenset[object]:
    return frozenset(_mark(finding) for finding in findings if not finding.warning)
