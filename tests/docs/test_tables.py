"""The tables for hosts have every setting, metric and exit status that there is, and no other, in both languages."""

import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import pytest
import yaml

from bot import exits, metrics
from bot.conversation import Language
from bot.wording import LANGUAGES, voice
from tests.docs.makers import settings
from tests.docs.pages import ROOT, rows

_TO_FILL_IN = {"fr": "à remplir", "en": "to fill in"}


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    return str(request.param)


@pytest.fixture
def host(language: Language) -> str:
    """The page for hosts."""
    return (ROOT / "docs" / language / "host.md").read_text(encoding="utf-8")


def table(page: str, pattern: str) -> Iterator[list[str]]:
    """The rows whose first cell is code that matches `pattern`."""
    for row in rows(page):
        if re.fullmatch(f"`{pattern}`", row[0]):
            yield row


def section(page: str, *titles: str) -> str:
    """The part of `page` under the first of `titles` that it has."""
    found = re.search(rf"^## (?:{'|'.join(map(re.escape, titles))})\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE)
    assert found, titles
    return found[1]


def test_every_setting_with_its_default(host: str, language: Language) -> None:
    told = {row[0].strip("`"): row[1].strip("`") for row in rows(section(host, "Les réglages", "Settings"))}
    wanted = {key: _TO_FILL_IN[language] if default is ... else default for key, default in settings().items()}
    read = {key: told[key] if told[key] == _TO_FILL_IN[language] else yaml.safe_load(told[key]) for key in told}
    assert read == {key: _as_yaml(default) for key, default in wanted.items()}


def test_every_metric(host: str) -> None:
    assert {row[0].strip("`") for row in table(host, r"releve_\w+")} == {metric.name for metric in metrics.ALL}


def test_no_metric_that_there_is_not(host: str) -> None:
    assert set(re.findall(r"\breleve_[a-z_]+\b", host)) <= {metric.name for metric in metrics.ALL}


def test_every_exit_status(host: str) -> None:
    known = {exits.OK, exits.WARNED, exits.MISTAKEN, exits.REFUSED, exits.UNUSABLE}
    assert {int(row[0].strip("`")) for row in table(host, r"\d+")} == known


def test_what_is_said_at_the_end_is_quoted_as_it_is_said(host: str, language: Language) -> None:
    quoted = [cell.strip("*") for row in table(host, r"\d+") for cell in row if cell.startswith("*")]
    speak = voice(language)
    sentences = [form for name in speak.names() for form in speak._sentences[name]]
    assert len(quoted) >= 3
    assert [quote for quote in quoted if not any(quote in sentence for sentence in sentences)] == []


def test_every_event_of_the_log_is_one_that_is_logged(host: str) -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot").rglob("*.py"))
    told = set(re.findall(r"event=([a-z][a-z-]+)", host))
    assert told
    assert {name for name in told if f"event={name}" not in code} == set()


def test_every_variable_of_the_environment(host: str) -> None:
    assert set(re.findall(r"\bRELEVE_[A-Z_]+\b", host)) == {"RELEVE_PASSWORD", "RELEVE_ACCESS_TOKEN"}


def _as_yaml(default: object) -> object:
    """A default of the configuration as YAML reads it."""
    if isinstance(default, tuple):
        return list(default)
    if isinstance(default, Enum):
        return default.value
    return str(default) if isinstance(default, Path) else default
