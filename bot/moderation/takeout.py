"""The local revisions as files of `catalog/`: what is proposed upstream. Reads, changes nothing."""

from datetime import date
from pathlib import Path

from bot.catalog.catalogue import Catalogue
from bot.catalog.files import changed_files
from bot.catalog.revisions import found
from bot.database import Database
from bot.moderation import storage
from bot.moderation.upgrade import carried_over


async def changed(database: Database, shipped: Catalogue, today: date) -> dict[Path, str | None]:
    """The files of `catalog/` that hold entries which are in use other than `shipped` says; None: one to remove."""
    standing = await storage.standing(database)
    catalogue = carried_over(shipped, standing, today).catalogue
    keys = [key for key in standing if found(catalogue, key) != found(shipped, key)]
    return changed_files(catalogue, keys)


def write(files: dict[Path, str | None], folder: Path) -> None:
    """Write `files` into `folder`, and remove there those that are to go."""
    for path, text in files.items():
        place = folder / path
        if text is None:
            place.unlink(missing_ok=True)
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
