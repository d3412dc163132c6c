"""Reading the folder `catalog/` into a `Catalogue`."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from bot.catalog.catalogue import Catalogue
from bot.catalog.model import Alternative, Giant, Host, Need, Product, Series
from bot.yaml_file import Mistake, Mistaken, checked, read

Entry = TypeVar("Entry", bound=BaseModel)


def load(folder: Path) -> Catalogue:
    """The catalogue in `folder`. Raises Mistaken with every mistake of every file, not only the first."""
    catalogue, mistakes = load_what_can_be(folder)
    if mistakes:
        raise Mistaken(mistakes)
    return catalogue


def load_what_can_be(folder: Path) -> tuple[Catalogue, list[Mistake]]:
    """The catalogue of the entries in `folder` that are well formed, and the mistakes of the others."""
    mistakes: list[Mistake] = []
    catalogue = Catalogue.of(
        products=_files(folder / "products", Product, mistakes),
        alternatives=_files(folder / "alternatives", Alternative, mistakes),
        hosts=_files(folder / "hosts", Host, mistakes),
        quizzes=_files(folder / "quizzes", Series, mistakes),
        needs=_list(folder / "needs.yaml", Need, mistakes),
        giants=_list(folder / "giants.yaml", Giant, mistakes),
    )
    return catalogue, mistakes


def _files(folder: Path, model: type[Entry], mistakes: list[Mistake]) -> Iterator[Entry]:
    for path in sorted(folder.glob("*.yaml")):
        try:
            entry = checked(path, read(path), model)
        except Mistaken as found:
            mistakes.extend(found.mistakes)
            continue
        identity = getattr(entry, "id", path.stem)
        if identity != path.stem:
            mistakes.append(Mistake(path, 1, "mistake.file-name", {"id": identity, "file": f"{identity}.yaml"}))
        yield entry


def _list(path: Path, model: type[Entry], mistakes: list[Mistake]) -> Iterator[Entry]:
    try:
        document = read(path)
    except Mistaken as found:
        mistakes.extend(found.mistakes)
        return
    for position, item in enumerate(document if isinstance(document, list) else [document]):
        try:
            yield checked(path, item, model, (position,))
        except Mistaken as found:
            mistakes.extend(found.mistakes)
