"""From every schema there has been to today's, with data in it.

`history/NNNN.sql` holds what people's databases have had in them since the migration NNNN. Each is written into
the schema of its time, so a database that began with 0001 and was upgraded step by step has them all. A new
migration needs a new file there: with a row for each table that it makes.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from bot.conversation import Lane, Say
from bot.database import Database, inbox, migrate, outbox
from bot.database.copy import earlier
from bot.shipped import folder

HISTORY = Path(__file__).parent / "history"
FILES = sorted(folder("migrations").glob("*.sql"))
LAST = len(FILES)
Rows: TypeAlias = dict[str, list[dict[str, Any]]]


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA foreign_keys = ON")
        yield connection


def rows(path: Path) -> Rows:
    """All that is in every table."""
    with opened(path) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {
            table: [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]
            for table in tables
            if not table.startswith("sqlite_")
        }


def schema(path: Path) -> set[tuple[str, str]]:
    """The columns, indexes and triggers, each as SQLite describes it."""
    with opened(path) as connection:
        objects = connection.execute("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'")
        return {(name, " ".join(sql.split())) for name, sql in objects}


def lived(path: Path, number: int) -> None:
    """Make the database of an installation that is at the schema `number`, and has been through all before it."""
    steps = path.parent / f"steps-{path.name}"
    steps.mkdir()
    for file in FILES[:number]:
        shutil.copy(file, steps)
        migrate(path, steps)
        with opened(path) as connection:
            connection.executescript((HISTORY / f"{file.name[:4]}.sql").read_text(encoding="utf-8"))
    for copy in earlier(path):
        copy.unlink()


def test_each_migration_has_its_data() -> None:
    assert [file.stem for file in sorted(HISTORY.glob("*.sql"))] == [file.name[:4] for file in FILES]


def test_every_table_there_is_has_a_row(tmp_path: Path) -> None:
    lived(tmp_path / "db", LAST)
    assert [table for table, found in rows(tmp_path / "db").items() if not found] == []


@pytest.mark.parametrize("number", range(1, LAST))
def test_an_upgrade_keeps_every_row_and_ends_at_the_same_schema(number: int, tmp_path: Path) -> None:
    path = tmp_path / "db"
    lived(path, number)
    before = rows(path)

    assert migrate(path, folder("migrations")) == [file.name for file in FILES[number:]]

    after = rows(path)
    for table, kept in before.items():
        assert [{name: row[name] for name in kept[0]} for row in after[table]] == kept, table
    with opened(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA user_version").fetchone()[0] == LAST
    migrate(tmp_path / "fresh", folder("migrations"))
    assert schema(path) == schema(tmp_path / "fresh")


@pytest.mark.parametrize("number", range(1, LAST))
def test_what_was_there_is_copied_first(number: int, tmp_path: Path) -> None:
    path = tmp_path / "db"
    lived(path, number)
    before = rows(path)
    migrate(path, folder("migrations"))
    [copy] = earlier(path)
    assert copy.name == f"db.schema-{number}"
    assert rows(copy) == before


async def test_what_waited_in_the_first_schema_is_sent_by_todays_program(tmp_path: Path) -> None:
    path = tmp_path / "db"
    lived(path, 1)
    migrate(path, folder("migrations"))
    async with await Database.open(path) as database:
        assert await inbox.sync_token(database) == "s1_2_3"
        [waits] = await outbox.waiting(database)
    assert isinstance(waits.effect, Say)
    assert (waits.transaction, waits.lane, waits.effect.text.body) == ("releve-waits", Lane.CONVERSATION, "à")
