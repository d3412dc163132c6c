"""A disk that is full, a file that is held, damaged or not to be written: named, and nothing half written."""

import contextlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.conversation import Say, Text
from bot.database import Database, DatabaseUnusable, copy, inbox, migrate, outbox, schema, trouble_of
from bot.shipped import folder

MIGRATIONS = folder("migrations")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "releve.sqlite3"
    migrate(path, MIGRATIONS)
    return path


def trouble_at_start(path: Path) -> str:
    with pytest.raises(DatabaseUnusable) as caught:
        migrate(path, MIGRATIONS)
    assert caught.value.path == path
    return caught.value.trouble


def test_a_file_that_is_no_database(path: Path) -> None:
    path.write_bytes(b"minutes of the general assembly" * 1000)
    assert trouble_at_start(path) == "damaged"


def test_a_database_with_a_page_that_is_not_right(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * 4096 + whole[12288:])
    assert trouble_at_start(path) == "damaged"


def test_a_database_that_another_process_writes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "_PATIENCE_S", 0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert trouble_at_start(path) == "locked"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert trouble_at_start(tmp_path / "nowhere" / "releve.sqlite3") == "closed"


def test_a_database_that_may_not_be_written(path: Path) -> None:
    nobody = 65534
    for place in (path, path.parent):
        place.chmod(0o755 if place.is_dir() else 0o444)
    script = f"""
import sys
from bot.database import DatabaseUnusable, migrate
from bot.shipped import folder
from pathlib import Path
migrations = folder("migrations")
if {os.getuid() == 0}:
    import os
    os.setuid({nobody})  # Nothing is read-only to root.
try:
    migrate(Path({str(path)!r}), migrations)
except DatabaseUnusable as error:
    print(error.trouble)
except PermissionError:
    print("hidden")
"""
    with _reachable(path.parent):
        said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert said.stdout.strip() in {"read-only", "closed"}


@contextlib.contextmanager
def _reachable(place: Path) -> Iterator[None]:
    """Let anybody walk to `place` for as long as the block runs."""
    ours = [parent for parent in place.parents if parent.stat().st_mode & 0o001 == 0]
    modes = [parent.stat().st_mode for parent in ours]
    try:
        for parent, mode in zip(ours, modes, strict=True):
            parent.chmod(mode | 0o011)
        yield
    finally:
        for parent, mode in zip(ours, modes, strict=True):
            parent.chmod(mode)


def test_what_is_wrong_with_the_sql_is_no_trouble_of_the_disk(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for mistake in ("SELECT nothing", "INSERT INTO sync_position VALUES (2, 'x')"):
            with pytest.raises(sqlite3.Error) as caught:
                connection.execute(mistake)
            assert trouble_of(caught.value) is None


# ── full ─────────────────────────────────────────────────────────────────────────────────────────


async def size_limit(database: Database, pages: int | None) -> None:
    """No more than `pages` beyond what the file has now; None: no limit."""
    async with database.transaction() as tx:
        row = await tx.fetch_one("PRAGMA page_count")
        assert row is not None
        await tx.fetch_all(f"PRAGMA max_page_count = {row[0] + pages if pages is not None else 1_000_000}")


async def test_on_a_full_disk_a_transaction_is_undone_whole_and_later_done_whole(database: Database) -> None:
    long = Text("x" * 100_000, "x" * 100_000)

    async def work() -> None:
        async with database.transaction() as tx:
            await inbox.claim(tx, "$question", 1)
            await outbox.post(tx, Say(room="!a", cause="$question", text=long), 1)
            await inbox.move_to(tx, "s2")

    await size_limit(database, 2)
    with pytest.raises(sqlite3.OperationalError) as caught:
        await work()
    assert trouble_of(caught.value) == "full"
    assert not await inbox.handled(database, "$question")
    assert await outbox.waiting(database) == []
    assert await inbox.sync_token(database) is None

    await size_limit(database, None)
    await work()
    assert [posted.effect.cause for posted in await outbox.waiting(database)] == ["$question"]
    assert await inbox.sync_token(database) == "s2"


def connected_with_little_room(pages: int) -> object:
    connect = sqlite3.connect

    def limited(*arguments: object, **options: object) -> sqlite3.Connection:
        connection = connect(*arguments, **options)  # type: ignore[call-overload]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection  # type: ignore[no-any-return]

    return limited


def test_a_migration_on_a_full_disk_leaves_nothing_of_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = tmp_path / "steps"
    steps.mkdir()
    (steps / "0001_one.sql").write_text("CREATE TABLE one (x);", encoding="utf-8")
    migrate(tmp_path / "db", steps)
    (steps / "0002_two.sql").write_text(
        "CREATE TABLE two (x);\nINSERT INTO two VALUES (zeroblob(500000));", encoding="utf-8"
    )
    with monkeypatch.context() as patch:
        patch.setattr(schema.sqlite3, "connect", connected_with_little_room(20))  # type: ignore[attr-defined]
        with pytest.raises(DatabaseUnusable) as caught:
            migrate(tmp_path / "db", steps)
    assert caught.value.trouble == "full"
    with closing(sqlite3.connect(tmp_path / "db")) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("one",)]
    assert migrate(tmp_path / "db", steps) == ["0002_two.sql"]


def test_without_room_for_the_copy_nothing_is_migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = tmp_path / "steps"
    steps.mkdir()
    (steps / "0001_one.sql").write_text("CREATE TABLE one (x);", encoding="utf-8")
    migrate(tmp_path / "db", steps)
    (steps / "0002_two.sql").write_text("CREATE TABLE two (x);", encoding="utf-8")
    monkeypatch.setattr(copy.os, "fsync", _no_room)  # type: ignore[attr-defined]
    with pytest.raises(OSError, match="No space left"):
        migrate(tmp_path / "db", steps)
    assert {file.name for file in tmp_path.iterdir()} == {"db", "steps"}
    with closing(sqlite3.connect(tmp_path / "db")) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


def _no_room(_: int) -> None:
    raise OSError(28, "No space left on device")
