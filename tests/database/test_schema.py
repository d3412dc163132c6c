"""Migrations: in order, whole or not at all, never backwards."""

import sqlite3
from pathlib import Path

import pytest

from bot.database import DatabaseTooNew, MigrationFailed, migrate
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
