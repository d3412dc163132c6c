"""La Relève installed from its wheel, away from the checkout."""

import os
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Installed:
    """The wheel, and a virtual environment that has it: dependencies come from the running one, `bot` does not."""

    wheel: Path
    folder: Path

    @property
    def program(self) -> Path:
        return self.folder / "bin" / "releve"

    def run(self, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
        """Run `releve` with these arguments, somewhere else."""
        return self._run([str(self.program), *arguments], given)

    def python(self, code: str) -> str:
        """What a Python of that environment prints for `code`."""
        return self._run([str(self.folder / "bin" / "python"), "-c", code], "").stdout

    def environment(self) -> dict[str, str]:
        """The environment of a user who has no checkout."""
        return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | {"LANG": "fr_FR"}

    def _run(self, command: Sequence[str], given: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            input=given,
            capture_output=True,
            text=True,
            cwd=self.folder,
            env=self.environment(),
            timeout=60,
            check=False,
        )


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Build the wheel without isolation and without network, and install it into a clean environment."""
    place = tmp_path_factory.mktemp("packaging")
    _done([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)], cwd=ROOT)
    [wheel] = place.glob("releve-*.whl")
    folder = place / "venv"
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    offline = ["--disable-pip-version-check", "--no-index", "--no-deps", "--quiet"]
    _done([sys.executable, "-m", "pip", f"--python={python}", "install", *offline, str(wheel)], cwd=place)
    [packages] = folder.glob("lib/python*/site-packages")
    # A path in a .pth file is searched last, and the .pth files in there (the checkout's) are not read.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return Installed(wheel, folder)


def _done(command: Sequence[str], cwd: Path) -> None:
    ended = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
