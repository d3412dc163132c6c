"""Stopped and started at any moment, a quiz goes on as if nothing had been; when it closes, the names are gone."""

from pathlib import Path

import pytest

from bot.conversation import ClosePoll, OpenPoll, Recount
from tests.quiz.room import HOUR, SECOND, played


async def test_a_restart_says_nothing_and_counts_the_open_poll_anew(tmp_path: Path) -> None:
    async with played(tmp_path / "db") as room:
        await room.says("@ada", "!releve quiz")
        await room.votes("@ada", "google-drive")
        await room.passes(SECOND)
        room.news()
        await room.starts_again()
        assert room.news() == []
        assert len(room.of(Recount)) == 1
        await room.recounted(room.vote("@bob", "dropbox"), room.vote("@eve", "dropbox"))
        await room.says("@ada", "!releve suivant")
        assert room.of(ClosePoll)[-1].body == "Sondage clos. Dropbox : 2"


async def test_a_recount_drops_what_was_removed_meanwhile_and_keeps_what_came_since(tmp_path: Path) -> None:
    async with played(tmp_path / "db") as room:
        await room.says("@ada", "!releve quiz")
        await room.votes("@ada", "google-drive")
        await room.says("@zoe", "2", reply_to=room.twin)
        await room.passes(SECOND)
        await room.starts_again()
        await room.votes("@bob", "dropbox")
        await room.recounted()
        await room.says("@ada", "!releve suivant")
        assert room.of(ClosePoll)[-1].body == "Sondage clos. Dropbox : 2"


async def test_the_answer_to_an_earlier_recount_takes_nothing_away(tmp_path: Path) -> None:
    async with played(tmp_path / "db") as room:
        await room.says("@ada", "!releve quiz")
        await room.starts_again()
        await room.votes("@ada", "dropbox")
        await room.passes(SECOND)
        await room.starts_again()
        first, second = room.of(Recount)
        await room.recounted(recount=first)
        await room.says("@ada", "!releve suivant")
        assert first.effect.transaction != second.effect.transaction
        assert room.of(ClosePoll)[-1].body == "Sondage clos. Dropbox : 1"


async def test_a_time_limit_that_passed_meanwhile_waits_for_the_votes_of_that_time(tmp_path: Path) -> None:
    async with played(tmp_path / "db") as room:
        await room.says("@ada", "!releve quiz")
        room.clock.ms += 72 * HOUR
        room.news()
        await room.starts_again()
        assert room.news() == []
        await room.recounted(room.vote("@bob", "dropbox"))
        await room.passes(16 * SECOND)
        assert room.of(ClosePoll)[-1].body == "Sondage clos. Dropbox : 1"
        assert len(room.news(OpenPoll)) == 1


async def test_without_polls_there_is_nothing_to_count_anew(tmp_path: Path) -> None:
    async with played(tmp_path / "db", polls=False) as room:
        await room.says("@ada", "!releve quiz")
        await room.starts_again()
        assert room.of(Recount) == []


@pytest.mark.parametrize("after", range(1, 11))
async def test_a_restart_after_any_step_changes_nothing_that_is_seen(tmp_path: Path, after: int) -> None:
    async with played(tmp_path / "with") as restarted, played(tmp_path / "without") as steady:
        for room in (restarted, steady):
            step = 0
            await room.says("@ada", "!releve quiz")
            for answer in ("google-drive", "gmail", "zoom", "_free", "_none"):
                await room.votes("@ada", answer)
                step += 1
                if room is restarted and step == after:
                    await room.starts_again()
                await room.says("@bob", "1", reply_to=room.twin)
                step += 1
                if room is restarted and step == after:
                    await room.starts_again()
                await room.passes(121 * SECOND)
        assert restarted.news() == steady.news()


async def test_no_name_is_left_in_the_file_when_the_quiz_is_closed(tmp_path: Path) -> None:
    people = [f"@somebody-{number}:association.example" for number in range(300)]
    path = tmp_path / "db"
    async with played(path) as room:
        await room.says(people[0], "!releve quiz")
        for place, person in enumerate(people):
            await room.votes(person, "dropbox" if place % 2 else "google-drive")
            if place % 3 == 0:
                await room.votes(person, "_free")
            if place % 75 == 74:
                await room.says(person, "!releve suivant")
        assert await room.database.fetch_one("SELECT 1 FROM vote")
        await room.says(people[0], "!releve stop")
        counts = await room.database.fetch_all("SELECT counts FROM question WHERE counts IS NOT NULL")
        assert len(counts) == 5
        await room.database.fold()
        assert b"somebody-" not in written(tmp_path)
    kept = written(tmp_path)
    assert b"somebody-" not in kept
    assert b"association.example" not in kept


def written(folder: Path) -> bytes:
    """All that the database has on the disk, byte by byte."""
    return b"".join(file.read_bytes() for file in folder.iterdir())
