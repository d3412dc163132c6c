"""The catalogue in use at a start: the shipped files, with the local revisions carried over them."""

import logging
from datetime import date

from bot.catalog.catalogue import Catalogue
from bot.catalog.revisions import Fate
from bot.database import Database
from bot.moderation import storage
from bot.moderation.shelf import Shelf
from bot.moderation.upgrade import carried_over

log = logging.getLogger(__name__)


async def opened(database: Database, shipped: Catalogue, today: date) -> Shelf:
    """A shelf with `shipped` and what moderators made of it; what no longer stands is kept as such."""
    carried = carried_over(shipped, await storage.standing(database), today)
    if carried.fates:
        async with database.transaction() as tx:
            await storage.note_fates(tx, carried.fates)
        conflicts = sum(fate is Fate.CONFLICT for _, _, fate in carried.fates)
        log.info("event=catalogue-carried-over already=%d conflicts=%d", len(carried.fates) - conflicts, conflicts)
    return Shelf(carried.catalogue)
