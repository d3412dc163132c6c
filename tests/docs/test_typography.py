"""The pages are set as the bot speaks: French apostrophes and guillemets, calm punctuation, no emoji but gestures."""

import re
from pathlib import Path

import pytest

from tests.docs.pages import DOCS, README, prose

_GESTURES = set("🚀✅💤⏭🔕❌✏")
_PICTOGRAM = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf\u23e9-\u23fa]")


def french() -> list[tuple[str, str]]:
    pages = [(page.name, page.read_text(encoding="utf-8")) for page in DOCS["fr"]]
    return [*pages, ("README.md", README.read_text(encoding="utf-8").partition("# In English")[0])]


@pytest.mark.parametrize(("name", "text"), french(), ids=lambda value: value if value.endswith(".md") else "")
def test_french_apostrophes_and_guillemets(name: str, text: str) -> None:
    said = prose(text)
    assert re.findall(r".{0,20}\w'\w.{0,20}", said) == []
    assert re.findall(r'.{0,20}".{0,20}', said) == []
    assert said.count("«") == said.count("»")


@pytest.mark.parametrize(("name", "text"), french(), ids=lambda value: value if value.endswith(".md") else "")
def test_a_space_before_high_punctuation_in_french(name: str, text: str) -> None:
    assert re.findall(r".{0,20}\w[?!;:](?=\s).{0,20}", prose(text)) == []


@pytest.mark.parametrize("page", [README, *DOCS["fr"], *DOCS["en"]], ids=lambda page: f"{page.parent.name}-{page.name}")
def test_calm_punctuation_and_no_emoji_but_gestures(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert re.findall(r".{0,20}! ?!.{0,20}", prose(text)) == []
    assert set(_PICTOGRAM.findall(text)) <= _GESTURES


@pytest.mark.parametrize("page", DOCS["en"], ids=lambda page: page.name)
def test_english_quotation_marks(page: Path) -> None:
    assert re.findall(r'.{0,20}(?:\w\'\w|"|«).{0,20}', prose(page.read_text(encoding="utf-8"))) == []
