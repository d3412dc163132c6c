"""Migrations: in order, whole or not at all, never backwards."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.database import DatabaseTooNew, MigrationFailed, migrate
from bot.database.copy import forget_before
from bot.shipped import folder


def migrations(place: Path, *scripts: str) -> Path:
    place.mkdir()
    for number, script in enumerate(scripts, 1):
        (place / f"{number:04}_step.sql").write_text(script, encoding="utf-8")
    return place


def tables(path: Path) -> set[str]:
    with sqlite3.connect(path) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_a_new_file_gets_every_migration_and_says_which(tmp_path: Path) -> None:
    applied = migrate(tmp_path / "db", folder("migrations"))
    assert applied == sorted(path.name for path in folder("migrations").glob("*.sql"))
    assert migrate(tmp_path / "db", folder("migrations")) == []


def test_only_what_is_new_is_applied(tmp_path: Path) -> None:
    steps = migrations(tmp_path / "steps", "CREATE TABLE one (x);")
    migrate(tmp_path / "db", steps)
    (steps / "0002_more.sql").write_text("CREATE TABLE two (x);", encoding="utf-8")
    assert migrate(tmp_path / "db", steps) == ["0002_more.sql"]
    assert tables(tmp_path / "db") == {"one", "two"}


def test_a_migration_that_fails_half_way_leaves_nothing_of_itself(tmp_path: Path) -> None:
    steps = migrations(
        tmp_path / "steps", "CREATE TABLE one (x);", "CREATE TABLE two (x);\nINSERT INTO nowhere VALUES (1);"
    )
    with pytest.raises(MigrationFailed, match=r"0002_step\.sql: no such table: nowhere"):
        migrate(tmp_path / "db", steps)
    assert tables(tmp_path / "db") == {"one"}


def test_a_database_from_the_future_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "db"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(DatabaseTooNew) as caught:
        migrate(path, folder("migrations"))
    assert caught.value.found == 99
    assert path.read_bytes() == before


def test_a_gap_in_the_numbers_is_a_mistake_of_ours(tmp_path: Path) -> None:
    steps = migrations(tmp_path / "steps", "CREATE TABLE one (x);")
    (steps / "0003_late.sql").write_text("CREATE TABLE three (x);", encoding="utf-8")
    with pytest.raises(ValueError, match="without a gap"):
        migrate(tmp_path / "db", steps)


# ── before and during ────────────────────────────────────────────────────────────────────────────


def add(steps: Path, script: str) -> None:
    number = len(list(steps.glob("*.sql"))) + 1
    (steps / f"{number:04}_step.sql").write_text(script, encoding="utf-8")


def test_a_migration_keeps_the_database_as_it_was_and_only_the_last_three(tmp_path: Path) -> None:
    steps = migrations(tmp_path / "steps", "CREATE TABLE t1 (x);")
    migrate(tmp_path / "db", steps)
    for number in range(2, 7):
        add(steps, f"CREATE TABLE t{number} (x);")
        migrate(tmp_path / "db", steps)
        migrate(tmp_path / "db", steps)
    kept = {path.name: tables(path) for path in tmp_path.glob("db.*")}
    assert {name: max(found) for name, found in kept.items() if "schema" in name} == {
        "db.schema-3": "t3",
        "db.schema-4": "t4",
        "db.schema-5": "t5",
    }
    assert {path.stat().st_mode & 0o777 for path in tmp_path.glob("db.schema-*")} == {0o600}


def test_a_new_database_has_nothing_to_keep(tmp_path: Path) -> None:
    migrate(tmp_path / "db", migrations(tmp_path / "steps", "CREATE TABLE t1 (x);", "CREATE TABLE t2 (x);"))
    assert not list(tmp_path.glob("db.schema-*"))


def test_copies_are_kept_for_a_while_only(tmp_path: Path) -> None:
    for schema, made_s in ((1, 1000), (2, 2000), (3, 3000)):
        (tmp_path / f"db.schema-{schema}").touch()
        os.utime(tmp_path / f"db.schema-{schema}", (made_s, made_s))
    assert forget_before(tmp_path / "db", 2_500_000) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["db.schema-3"]


DIES = """
import os, signal, sys
from pathlib import Path
from bot.database import migrate, schema
statements = schema._statements
def dying(script):
    for number, statement in enumerate(statements(script)):
        if "two" in script and number == int(sys.argv[3]):
            os.kill(os.getpid(), signal.SIGKILL)
        yield statement
schema._statements = dying
migrate(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.parametrize("statement", [0, 1, 2])
def test_killed_between_two_statements_of_a_migration_the_next_start_does_it_whole(
    tmp_path: Path, statement: int
) -> None:
    steps = migrations(tmp_path / "steps", "CREATE TABLE one (x);\nINSERT INTO one VALUES (1);")
    migrate(tmp_path / "db", steps)
    add(steps, "CREATE TABLE two (x);\nINSERT INTO two SELECT x FROM one;\nDELETE FROM one;\nDROP TABLE one;")

    command = [sys.executable, "-c", DIES, str(tmp_path / "db"), str(steps), str(statement + 1)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL

    assert tables(tmp_path / "db") == {"one"}
    assert migrate(tmp_path / "db", steps) == ["0002_step.sql"]
    with closing(sqlite3.connect(tmp_path / "db")) as connection:
        assert connection.execute("SELECT x FROM two").fetchall() == [(1,)]
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
