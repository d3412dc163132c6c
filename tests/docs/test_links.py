"""Every link leads somewhere, every picture is there and described, and both languages have the same pages."""

import re
from pathlib import Path

import pytest

from tests.docs.pages import ALL, DOCS, README, ROOT
from tests.docs.pictures import PLACE, SCENES

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_IMAGE = re.compile(r'<img src="([^"]+)"[^>]*?alt="([^"]*)">')
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)


def anchors(page: Path) -> set[str]:
    """The anchors of the headings of `page`, as GitHub and Forgejo make them."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    plain = [re.sub(r"[`*]", "", heading).strip().lower() for heading in _HEADING.findall(text)]
    return {re.sub(r"[^\w\- ]", "", heading).replace(" ", "-") for heading in plain}


@pytest.mark.parametrize("page", ALL, ids=lambda page: f"{page.parent.name}-{page.name}")
def test_every_link_within_the_project_leads_somewhere(page: Path) -> None:
    broken = []
    for link in _LINK.findall(page.read_text(encoding="utf-8")):
        path, _, anchor = link.partition("#")
        if link.startswith(("http://", "https://")):
            continue
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("page", [README, *DOCS["fr"], *DOCS["en"]], ids=lambda page: f"{page.parent.name}-{page.name}")
def test_every_picture_is_there_and_described(page: Path) -> None:
    for source, alt in _IMAGE.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / source).exists(), source
        assert len(alt) > 20, source


def test_every_picture_is_one_that_can_be_taken_again_and_is_shown() -> None:
    taken = {f"{scene.name}.{language}.png" for language, scenes in SCENES.items() for scene in scenes}
    assert {path.name for path in PLACE.iterdir()} == taken
    for language in DOCS:
        shown = {source for page in DOCS[language] for source, _ in _IMAGE.findall(page.read_text(encoding="utf-8"))}
        assert {Path(source).name for source in shown} == {name for name in taken if name.endswith(f".{language}.png")}


def test_both_languages_have_the_same_pages_in_the_same_parts() -> None:
    assert [page.name for page in DOCS["fr"]] == [page.name for page in DOCS["en"]] != []
    for french, english in zip(DOCS["fr"], DOCS["en"], strict=True):
        depths = [re.findall(r"^(#+) ", page.read_text(encoding="utf-8"), re.MULTILINE) for page in (french, english)]
        assert depths[0] == depths[1], french.name


def test_the_licence_is_there() -> None:
    assert "AGPL-3.0-or-later" in README.read_text(encoding="utf-8")
    assert "GNU AFFERO GENERAL PUBLIC LICENSE" in (ROOT / "LICENSE").read_text(encoding="utf-8")
