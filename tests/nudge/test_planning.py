"""Rooms that come and go, clocks that are wrong, restarts, and many associations at once."""

import re
from datetime import time, timedelta

import pytest

from bot.association import storage as association
from bot.association import storage_settings
from bot.association.migration import storage as migration_storage
from bot.association.settings import Slot
from bot.conversation import Joined, Left, Room
from bot.database import Database
from bot.nudge import storage
from tests.association.migration.room import Office
from tests.association.migration.small import NAMES
from tests.nudge.test_choice import PAIRS
from tests.nudge.week import FIRST, local, nudged, when
from tests.nudge.year import Member, settle

# ── rooms, clocks, restarts ──────────────────────────────────────────────────────────────────────


async def test_nothing_is_said_where_the_bot_was_shown_out_until_it_is_invited_again(planned: Office) -> None:
    await planned.happens(Joined(room="!office", event="$in", sender="@ada:x", age_ms=0))
    await planned.happens(Left(room="!office", event="$out", sender="@ada:x", age_ms=0))
    await planned.wakes()
    assert await when(planned) is None
    await planned.happens(Joined(room="!office", event="$again", sender="@ada:x", age_ms=0))
    await planned.wakes()
    assert await when(planned) == local("2026-12-01 18:30")


async def test_a_restart_sends_nothing_twice(planned: Office) -> None:
    await nudged(planned)
    assert await planned.wakes(started=True) == []
    assert await when(planned) == local("2026-12-08 18:30")


async def test_three_days_of_downtime_skip_the_week(planned: Office) -> None:
    planned.clock.time = local("2026-12-04 18:00")
    assert await planned.wakes(started=True) == []
    assert await when(planned) == local("2026-12-08 18:30")


async def test_a_night_of_downtime_is_caught_up_with_in_the_morning(planned: Office) -> None:
    planned.clock.time = local("2026-12-02 03:00")
    assert await planned.wakes(started=True) == []
    assert await when(planned) == local("2026-12-02 08:00")
    assert await nudged(planned) == [FIRST]


async def test_a_clock_set_back_an_hour(planned: Office) -> None:
    await nudged(planned)
    planned.clock.time -= timedelta(hours=1)
    assert await planned.wakes() == []
    assert await when(planned) == local("2026-12-08 18:30")


async def test_a_clock_a_month_ahead_and_back_again_loses_no_week(planned: Office) -> None:
    right = planned.clock.time
    planned.clock.time = right + timedelta(days=31)
    assert await planned.wakes() == []
    planned.clock.time = right
    assert await planned.wakes() == []
    assert await when(planned) == local("2026-12-01 18:30")


async def test_one_failure_does_not_stop_the_others(planned: Office) -> None:
    async with planned.database.transaction() as tx:
        other = await association.association_of(tx, "!other", 0)
        await tx.execute("UPDATE association SET nudge_slot = 'never' WHERE number = ?", (other,))
        await tx.execute("INSERT INTO nudge (association, state, since, due_at) VALUES (?, 'on', 0, 0)", (other,))
    await planned.wakes()
    assert await nudged(planned) == []
    planned.clock.time = local("2026-12-01 18:30")
    assert await planned.wakes() == [FIRST]


async def test_it_is_said_again_in_an_encrypted_room_too(planned: Office) -> None:
    planned.room = Room(id="!office", encrypted=True)
    assert await nudged(planned) == [FIRST]
    assert (await planned.reacts("✅"))[0].startswith("C’est fait")


# ── many at once ─────────────────────────────────────────────────────────────────────────────────


async def test_a_wave_leaves_room_for_answers_and_is_fair(office: Office) -> None:
    members = [Member(number, "Europe/Paris", Slot(1, time(18, 30)), "later") for number in range(1, 251)]
    await settle(office.database, members, NAMES, PAIRS)
    while await office.desk.next_wake() == 0:
        assert await office.wakes() == []
    orders = []
    for week in ("2026-12-01", "2026-12-08"):
        office.clock.time = local(f"{week} 18:30")
        rounds = [len(await office.wakes()) for _ in range(4)]
        assert rounds == [100, 100, 50, 0]
        orders.append([row.room for row in office.sent[-250 * 5 :: 5]])
    assert sorted(orders[0]) == sorted(orders[1]) == sorted(member.room for member in members)
    assert orders[0] != orders[1]


@pytest.mark.parametrize("query", [storage.NEXT_DUE, storage.LAST_COMPUTED, storage.DUE, storage.COMPUTE_AGAIN])
async def test_an_idle_minute_reads_no_whole_table(database: Database, query: str) -> None:
    plan = await database.fetch_all(f"EXPLAIN QUERY PLAN {query}", (1,) * query.count("?"))
    details = [row["detail"] for row in plan]
    assert all(re.search(r"USING (COVERING )?INDEX nudge_by_", detail) for detail in details), details


async def test_when_two_associations_become_one_the_steps_go_on(planned: Office) -> None:
    await nudged(planned)
    async with planned.database.transaction() as tx:
        await association.association_of(tx, "!federation", 0)
        merging = [migration_storage.move_all, storage.move_all]
        await storage_settings.move_room(tx, "!office", 2, planned.clock.now_ms(), merging)
        await storage_settings.set_home_room(tx, 2, "!office")
    assert await when(planned) == local("2026-12-08 18:30")
    assert (await nudged(planned))[0].startswith("Petit pas de la semaine : demander une copie")
