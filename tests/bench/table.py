"""What a section of the bench found, as a table for the terminal; and its progress while it runs."""

import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Goal:
    """What was wanted, the most that it may be, and what was measured; `shape` shows both (« {:.2f} × »)."""

    what: str
    most: float
    measured: float
    shape: str

    def cells(self) -> list[str]:
        """What, wanted, measured, and whether it is met."""
        met = "yes" if self.measured <= self.most else "no"
        return [self.what, "≤ " + self.shape.format(self.most), self.shape.format(self.measured), met]


@dataclass(frozen=True)
class Table:
    """Rows of cells below a header; the first column is text, the others are numbers as they are to be shown."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    notes: Sequence[str] = field(default_factory=list)
    goals: Sequence[Goal] = field(default_factory=list)

    def __str__(self) -> str:
        lines = [list(self.header), *(list(row) for row in self.rows)]
        widths = [max(len(line[column]) for line in lines) for column in range(len(self.header))]
        shown = ["  ".join([line[0].ljust(widths[0]), *map(str.rjust, line[1:], widths[1:])]) for line in lines]
        shown.insert(1, "  ".join("─" * width for width in widths))
        return "\n".join([self.title, "", *shown, *([""] if self.notes else []), *self.notes])

    def markdown(self) -> str:
        """The same as a section of a Markdown page."""
        aligned = ["---", *("--:" for _ in self.header[1:])]
        lines = [_markdown_row(row) for row in (self.header, aligned, *self.rows)]
        return "\n".join([f"## {self.title}", "", *lines, *map(_markdown_note, self.notes), ""])


def _markdown_note(note: str) -> str:
    # A table among the notes keeps its columns.
    return f"\n```text\n{note}\n```" if "\n" in note else f"\n{note}"


def _markdown_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def progress(text: str) -> None:
    """Say on standard error what is being measured now."""
    print(f"{time.strftime('%H:%M:%S')}  {text}", file=sys.stderr, flush=True)


def percentile(values: Sequence[float], percent: int) -> float:
    """The value below which `percent` of `values` lie; NaN of none."""
    if len(values) < 2:
        return values[0] if values else float("nan")
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def ratio(value: float, baseline: float) -> str:
    """How many times `baseline` is `value`."""
    return f"{value / baseline:.2f} ×" if baseline and value == value and baseline == baseline else "—"
