"""The lock files: what pyproject.toml asks for, pinned and hashed, from nowhere in particular."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement

from tests.packaging.conftest import ROOT

FILES = ["requirements.txt", "requirements-dev.txt"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]


def pinned(name: str) -> dict[str, tuple[Requirement, list[str]]]:
    """Every requirement of a lock file with its hashes, by normalized name."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    found: dict[str, tuple[Requirement, list[str]]] = {}
    for line in text.splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            wanted, *hashes = line.split(" --hash=")
            requirement = Requirement(wanted.strip())
            found[requirement.name] = requirement, [one.strip() for one in hashes]
    return found


def asked(requirements: list[str]) -> list[Requirement]:
    return [one for one in map(Requirement, requirements) if one.name != "releve"]


@pytest.mark.parametrize("name", FILES)
def test_each_is_pinned_with_its_hashes(name: str) -> None:
    for requirement, hashes in pinned(name).values():
        assert [one.operator for one in requirement.specifier] == ["=="], requirement
        assert hashes, requirement
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", one) for one in hashes), requirement


@pytest.mark.parametrize("name", FILES)
def test_no_registry_is_named(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host|(^|\s)-[if]\s", text)
    assert str(Path.home()) not in text


@pytest.mark.parametrize(
    ("name", "requirements"),
    [
        ("requirements.txt", asked(PROJECT["dependencies"])),
        ("requirements-dev.txt", asked([*PROJECT["dependencies"], *EXTRAS["demo"], *EXTRAS["dev"]])),
    ],
)
def test_they_satisfy_the_project(name: str, requirements: list[Requirement]) -> None:
    locked = pinned(name)
    for wanted in requirements:
        assert wanted.name.lower() in locked, wanted
        [version] = [one.version for one in locked[wanted.name.lower()][0].specifier]
        assert wanted.specifier.contains(version), f"{wanted} is locked at {version}"


def test_both_run_the_same_program() -> None:
    run, develop = pinned("requirements.txt"), pinned("requirements-dev.txt")
    for name, (requirement, hashes) in run.items():
        assert str(develop[name][0].specifier) == str(requirement.specifier)
        assert develop[name][1] == hashes


def test_what_runs_is_installed_at_the_locked_versions() -> None:
    from importlib.metadata import version

    environment = {key: str(value) for key, value in default_environment().items()}
    for name, (requirement, _) in pinned("requirements.txt").items():
        if requirement.marker is None or requirement.marker.evaluate(environment):
            assert requirement.specifier.contains(version(name)), f"{name} {version(name)}"
