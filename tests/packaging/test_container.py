"""The Containerfile, read as far as that goes without a container engine, and its layout run without one."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.conftest import ROOT

KNOWN = {"FROM", "COPY", "RUN", "LABEL", "ENV", "USER", "WORKDIR", "VOLUME", "STOPSIGNAL"} | {
    "HEALTHCHECK",
    "ENTRYPOINT",
    "CMD",
}


def instructions() -> list[tuple[str, str]]:
    """Every instruction and what follows it, continued lines joined."""
    text = (ROOT / "Containerfile").read_text(encoding="utf-8")
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("#")).replace("\\\n", " ")
    return [(line.split(" ", 1)[0], " ".join(line.split(" ", 1)[1].split())) for line in lines.splitlines() if line]


def of(name: str) -> list[str]:
    return [rest for instruction, rest in instructions() if instruction == name]


def copied() -> list[tuple[str, str]]:
    """What is copied from the repository, and where it goes."""
    pairs = []
    for rest in of("COPY"):
        if not rest.startswith("--from"):
            *sources, target = rest.split()
            pairs += [(source, target) for source in sources]
    return pairs


def test_it_says_nothing_that_is_no_instruction() -> None:
    assert {instruction for instruction, _ in instructions()} <= KNOWN


def test_what_runs_is_not_what_builds_and_starts_from_a_slim_python() -> None:
    stages = of("FROM")
    assert len(stages) == 2
    assert all(re.match(r"python:3\.\d+-slim( AS build)?$", stage) for stage in stages)
    assert [rest for rest in of("COPY") if rest.startswith("--from")] == ["--from=build /opt/releve /opt/releve"]


def test_only_pinned_and_hashed_dependencies_get_in() -> None:
    [install] = [rest for rest in of("RUN") if "pip" in rest]
    assert "--require-hashes" in install
    assert "-r /build/requirements.txt" in install


def test_everything_that_is_copied_is_there_and_goes_to_the_builder() -> None:
    let_in = (ROOT / ".containerignore").read_text(encoding="utf-8").splitlines()
    for source, _ in copied():
        assert (ROOT / source).exists(), source
        assert f"!{source}" in let_in


def test_it_runs_as_nobody_in_particular_with_one_volume() -> None:
    assert of("USER") == ["10001:10001"]
    assert of("VOLUME") == ["/data"]
    last = [instruction for instruction, _ in instructions()]
    assert last.index("USER") > max(place for place, name in enumerate(last) if name == "RUN")


@pytest.fixture
def layout(tmp_path: Path) -> Path:
    """The files as the image has them."""
    for source, target in copied():
        if target.startswith("/opt/releve/app"):
            place = tmp_path / target.lstrip("/")
            if (ROOT / source).is_dir():
                shutil.copytree(ROOT / source, place, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                place.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / source, place)
    return tmp_path


def run(layout: Path, arguments: list[str]) -> subprocess.CompletedProcess[str]:
    """Run the entry point with `arguments` on those files."""
    [entry] = of("ENTRYPOINT")
    program, *rest = json.loads(entry)
    assert program == "python"
    environment = {
        **os.environ,
        "LANG": "en",
        "PYTHONPATH": str(layout / "opt/releve/app"),
        "PYTHONSAFEPATH": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    return subprocess.run(
        [sys.executable, *rest, *arguments], capture_output=True, text=True, cwd=layout, env=environment, check=False
    )


def test_the_program_in_it_finds_all_that_it_needs(layout: Path) -> None:
    ended = run(layout, ["check"])
    assert (ended.returncode, ended.stderr) == (0, "")
    config = layout / "config.yaml"
    shutil.copy(layout / "opt/releve/app/config.example.yaml", config)
    assert run(layout, ["check", "--config", str(config)]).returncode == 0


def test_its_health_check_and_its_command_are_commands_of_the_program(layout: Path) -> None:
    [check], [command], [entry] = of("HEALTHCHECK"), of("CMD"), of("ENTRYPOINT")
    asked = json.loads(check.partition(" CMD ")[2])
    assert asked[: len(json.loads(entry))] == json.loads(entry)
    for arguments in (asked[len(json.loads(entry)) :], json.loads(command)):
        assert arguments[1:] == ["--config", "/data/config.yaml"]
        ended = run(layout, [*arguments[:1], "--config", str(layout / "missing.yaml")])
        assert ended.returncode == 2
        assert "missing.yaml:1:" in ended.stderr
