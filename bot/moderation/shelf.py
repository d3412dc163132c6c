"""The catalogue in use: the shipped one with the local revisions over it, and its names, replaced while running."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.catalog import check
from bot.catalog.catalogue import Catalogue
from bot.catalog.check import Finding
from bot.catalog.names import Names
from bot.catalog.revisions import Change, Entry, Key, document, read, revised


@dataclass(frozen=True, slots=True)
class Trial:
    """The catalogue as it would be after some changes; `findings`: everything that forbids them."""

    catalogue: Catalogue
    findings: tuple[Finding, ...]
    changes: tuple[Change, ...] = ()
    """The changes with their documents in the one form that is kept; none that changes nothing."""


class Shelf:
    """Holds the catalogue in use. The skills are given `names` as a function, and see a revision at once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._names = Names(catalogue)
        self._wrong_before: frozenset[object] | None = None

    def names(self) -> Names:
        """The names of the catalogue in use."""
        return self._names

    @property
    def catalogue(self) -> Catalogue:
        return self._names.catalogue

    def tried(self, changes: Sequence[Change], today: date) -> Trial:
        """What `changes` would make of the catalogue, and whether it may be: the checks are those of files.

        What was wrong before, elsewhere or in the same entry, forbids nothing.
        """
        entries: list[tuple[Key, Entry | None]] = []
        findings: list[Finding] = []
        for change in changes:
            entry, wrong = (None, []) if change.after is None else read(change.kind, {**change.after, "id": change.id})
            findings += wrong
            entries.append((change.key, entry))
        if findings:
            return Trial(self.catalogue, tuple(findings))
        if self._wrong_before is None:
            self._wrong_before = _marks(check.findings(self.catalogue, today))
        catalogue = revised(self.catalogue, entries)
        found = check.findings(catalogue, today, within=[key for key, _ in entries])
        new = [finding for finding in found if not finding.warning and _mark(finding) not in self._wrong_before]
        kept = tuple(
            replace(change, after=None if entry is None else document(entry))
            for change, (_, entry) in zip(changes, entries, strict=True)
        )
        return Trial(catalogue, tuple(new), tuple(change for change in kept if change.before != change.after))

    def put(self, catalogue: Catalogue) -> Callable[[], None]:
        """Use `catalogue` from now on; returns what brings the one before back."""
        before = self._names
        self._names = Names(catalogue, before)

        def back() -> None:
            self._names = before

        return back


def _mark(finding: Finding) -> object:
    return finding.kind, finding.entry, finding.sentence, tuple(sorted(finding.values.items()))


def _marks(findings: Iterable[Finding]) -> frozenset[object]:
    return frozenset(_mark(finding) for finding in findings if not finding.warning)
