"""What the pages say is kept is what the database has tables for."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.conversation import Language
from bot.database import migrate
from bot.shipped import folder
from bot.wording import LANGUAGES
from tests.docs.pages import ROOT, rows
from tests.docs.test_tables import section

_TITLES = ("Ce qui est gardé, pourquoi, combien de temps", "What is kept, why, and how long")


@pytest.fixture
def tables(tmp_path: Path) -> set[str]:
    path = tmp_path / "releve.sqlite3"
    migrate(path, folder("migrations"))
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        return {name for (name,) in found}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_is_in_the_register_once(language: Language, tables: set[str]) -> None:
    page = (ROOT / "docs" / language / "host.md").read_text(encoding="utf-8")
    told = [name for row in rows(section(page, *_TITLES)) for name in re.findall(r"`(\w+)`", row[1])]
    assert sorted(told) == sorted(tables)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_says_why_and_how_long_and_about_whom(language: Language) -> None:
    page = (ROOT / "docs" / language / "host.md").read_text(encoding="utf-8")
    for row in rows(section(page, *_TITLES)):
        assert len(row) == 5
        assert all(row), row
