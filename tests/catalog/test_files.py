"""Entries as files in their canonical form: what is written is what is read."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.catalog import load
from bot.catalog.files import changed_files, written, written_list
from bot.catalog.revisions import MODELS, document, read
from bot.shipped import folder
from tests.catalog.small import alternative, both, catalogue, product

SHIPPED = load(folder("catalog"))
ODD = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).filter(
    lambda text: text.strip() == text
)


@pytest.mark.parametrize("kind", ["products", "alternatives", "hosts", "quizzes"])
def test_every_shipped_entry_is_the_same_after_it_is_written(kind: str) -> None:
    for entry in getattr(SHIPPED, kind).values():
        assert MODELS[kind].model_validate(yaml.safe_load(written(document(entry)))) == entry


@pytest.mark.parametrize("kind", ["needs", "giants"])
def test_every_shipped_list_is_the_same_after_it_is_written(kind: str) -> None:
    entries = list(getattr(SHIPPED, kind).values())
    lines = yaml.safe_load(written_list(document(entry) for entry in entries))
    assert [MODELS[kind].model_validate(line) for line in lines] == entries


@given(ODD, ODD, ODD)
def test_whatever_a_text_holds_it_comes_back(name: str, fr: str, en: str) -> None:
    entry = product("Zoom", id="zoom", limit=both(fr, en), aliases={"any": [name]})
    assert read("products", yaml.safe_load(written(document(entry))))[0] == entry


def test_a_file_reads_as_people_write_it() -> None:
    entry = alternative("Digipad", homepage="https://digipad.app", aliases={"any": ["la digitale", "1, 2"]})
    assert written(document(entry)).splitlines() == [
        "id: digipad",
        "name: Digipad",
        "aliases:",
        '  any: [la digitale, "1, 2"]',
        "licence: Apache-2.0",
        "homepage: https://digipad.app",
        "needs: [video-call]",
        "what:",
        '  fr: "des visios dans le navigateur"',
        '  en: "video calls in the browser"',
        "cost:",
        '  fr: "gratuit"',
        '  en: "free"',
        "difficulty: easy",
        "limits:",
        '  - fr: "moins à l’aise à vingt"',
        '    en: "less at ease with twenty"',
        "first_steps:",
        '  - fr: "ouvrir une salle"',
        '    en: "open a room"',
        '  - fr: "inviter"',
        '    en: "invite"',
        "sources:",
        "  - {title: Page du projet, date: 2026-10}",
        "checked: 2026-10",
    ]


def test_an_entry_that_is_gone_takes_its_file_along() -> None:
    files = changed_files(catalogue(), [("products", "padlet"), ("needs", "video-call")])
    assert files[Path("products/padlet.yaml")] is None
    assert (files[Path("needs.yaml")] or "").startswith("- id: video-call\n  label:\n")
