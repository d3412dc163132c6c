"""One bot, on the small catalogue of `room.school`, with its moderators' room."""

import pytest

from bot.database import Database
from tests.moderation import room


@pytest.fixture
async def bot(database: Database) -> room.Bot:
    made = await room.bot(database, room.school())
    await made.enters(room.MODERATORS, room.OFFICE)
    return made
