"""An office in which a move was just planned, on Tuesday 24 November 2026 at eight in the evening."""

from datetime import datetime

import pytest

from bot.association import Association
from bot.association.migration import Migrations
from bot.association.settings import Defaults
from bot.database import Database
from bot.nudge import Nudges
from tests.association.migration.room import PARIS, HandClock, Office
from tests.association.migration.small import NAMES


@pytest.fixture
def office(database: Database) -> Office:
    """Tuesday 24 November 2026, eight in the evening."""
    clock = HandClock(datetime(2026, 11, 24, 20, 0, tzinfo=PARIS))
    migrations, nudges = Migrations(lambda: NAMES), Nudges(lambda: NAMES, clock, Defaults())
    return Office(
        database,
        [Association(lambda: NAMES), migrations, nudges],
        clock,
        timed=[nudges],
        weighing=[nudges],
        answering=[nudges, migrations],
    )


@pytest.fixture
async def planned(office: Office) -> Office:
    """The same, with a move that was just planned."""
    await office.says("!releve migrer Google Drive → Nextcloud")
    assert await office.wakes() == []
    return office
