"""A short soak: eight kills under load. `make soak` is the long one."""

import random
from pathlib import Path

from bot.demo.homeserver import Homeserver
from tests.homeserver.soak import company


async def test_killed_eight_times_under_load_every_promise_is_kept(homeserver: Homeserver, tmp_path: Path) -> None:
    chance = random.Random(20261124)
    async with company(homeserver, tmp_path, chance, people=4, rooms=4, prefix="short-soak") as soak:
        findings = await soak.run(8, print)
    assert findings.wrong == []
    assert findings.load.asked > 10
