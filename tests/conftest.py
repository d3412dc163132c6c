"""What many tests stand on: a real, up-to-date SQLite file."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.database import Database, migrate
from bot.shipped import folder


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """An empty database with today's schema."""
    path = tmp_path / "releve.sqlite3"
    migrate(path, folder("migrations"))
    async with await Database.open(path) as opened:
        yield opened
