"""CONTRIBUTING describes the house that stands: its floors, its folders, its promises and their tests."""

import re
import tomllib
from pathlib import Path

from tests.docs.makers import declared
from tests.docs.pages import CONTRIBUTING, README, ROOT, fences, rows

_TEXT = CONTRIBUTING.read_text(encoding="utf-8")


def test_the_floors_are_those_that_the_linter_keeps() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    kept = [set(re.findall(r"bot\.(\w+)", layer)) for layer in layers]
    (drawing,) = (fence for fence in fences(CONTRIBUTING, "text") if fence.startswith("9"))
    drawn = [set(re.split(r"  +", line.strip())[0].split()) for line in _without_remarks(drawing)]
    assert drawn == kept


def test_every_module_of_the_top_level_has_its_row_and_no_other() -> None:
    named = {row[0].strip("`") for row in rows(_TEXT) if row[0].startswith("`")}
    modules = {
        f"bot/{path.name}" + ("/" if path.is_dir() else "")
        for path in (ROOT / "bot").iterdir()
        if path.name not in {"__init__.py", "__pycache__"}
    }
    assert named - {"catalog/", "docs/", "migrations/", "tests/"} == modules


def test_every_promise_is_tested_somewhere() -> None:
    promises = [row for row in rows(_TEXT) if re.match(r"\d+\. ", row[0])]
    assert [int(row[0].split(".")[0]) for row in promises] == list(range(1, 11))
    assert all(re.search(r"`tests/\S+\.py`", row[1]) for row in promises)


def test_every_file_that_is_named_is_there() -> None:
    named = set(re.findall(r"`((?:bot|tests|migrations|catalog|docs)/[\w./]+)`", _TEXT))
    assert named
    assert {name for name in named if not (ROOT / name).exists()} == set()


def _without_remarks(drawing: str) -> list[str]:
    """Each line of the drawing: its modules, without its number and what it says about them."""
    lines = [line[3:] for line in drawing.rstrip("\n").split("\n")]
    known = {path.stem for path in Path(ROOT / "bot").iterdir()}
    return [" ".join(word for word in re.split(r"  +", line) if word in known) for line in lines]


async def test_the_drawing_of_the_readme_names_folders_and_all_skills() -> None:
    (drawing,) = (fence for fence in fences(README, "text") if "bot/desk" in fence)
    named = set(re.findall(r"bot/(\w+)", drawing))
    assert {name for name in named if not list((ROOT / "bot").glob(f"{name}*"))} == set()
    (skills,) = re.findall(r"\w+(?: · \w+)+", drawing)
    folders = {skill.__class__.__module__.split(".")[1] for skill in await declared("fr")}
    assert set(skills.split(" · ")) == folders
