"""What is wrong in an entry of the catalogue, and the line of its file where that is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from bot.yaml_file import Mistake, Place, line_numbers, nearest_line, read


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong in one entry: `kind` is its folder or file, `place` where in it (see yaml_file.Place)."""

    kind: str
    entry: str
    place: Place
    sentence: str
    values: Mapping[str, str | int] = field(default_factory=dict)
    warning: bool = False


def located(folder: Path, found: Iterable[Finding]) -> list[Mistake]:
    """Each finding with the file and the line in `folder` where it is."""
    lines = cache(line_numbers)
    return [_located(folder, finding, lines) for finding in found]


def _located(folder: Path, finding: Finding, lines: Callable[[Path], Mapping[Place, int]]) -> Mistake:
    if finding.kind in {"needs", "giants"}:
        file = folder / f"{finding.kind}.yaml"
        place = (*_place_in_list(file, finding.entry), *finding.place)
    else:
        file, place = folder / finding.kind / f"{finding.entry}.yaml", finding.place
    line = nearest_line(lines(file), place) if file.exists() else 1
    return Mistake(file, line, finding.sentence, {"entry": finding.entry, **finding.values}, finding.warning)


def _place_in_list(file: Path, entry: str) -> Place:
    ids = [item.get("id") if isinstance(item, dict) else None for item in read(file)]
    return (ids.index(entry),) if entry in ids else ()
