"""The systemd unit that `releve unit` prints, as systemd reads it."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.exits import MISTAKEN, REFUSED, UNUSABLE
from tests.packaging.conftest import Installed

MOST_EXPOSED = 2.0
"""On the scale of `systemd-analyze security`, from 0 (nothing) to 10 (all that a process can do)."""

needs_systemd = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="systemd-analyze (Debian package systemd) is not installed"
)


@pytest.fixture(scope="module")
def unit(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("unit") / "releve.service"
    path.write_text(installed.run("unit", "--config", "/srv/asso/config.yaml").stdout, encoding="utf-8")
    return path


def test_it_starts_the_program_that_printed_it(unit: Path, installed: Installed) -> None:
    text = unit.read_text(encoding="utf-8")
    assert f"ExecStart={installed.program} run --config /srv/asso/config.yaml\n" in text
    assert "@" not in re.sub(r"@(system-service|privileged|resources)", "", text)


def test_what_a_person_must_mend_is_not_tried_again(unit: Path) -> None:
    assert f"RestartPreventExitStatus={MISTAKEN} {REFUSED} {UNUSABLE}\n" in unit.read_text(encoding="utf-8")


@needs_systemd
def test_systemd_understands_every_line_of_it(unit: Path) -> None:
    ended = subprocess.run(
        ["systemd-analyze", "verify", "--recursive-errors=no", str(unit)], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")


@needs_systemd
def test_it_leaves_the_process_little_to_do_harm_with(unit: Path) -> None:
    ended = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--no-pager", str(unit)],
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.search(r"Overall exposure level for releve\.service: ([\d.]+)", ended.stdout)
    assert found, ended.stdout + ended.stderr
    assert float(found[1]) < MOST_EXPOSED
