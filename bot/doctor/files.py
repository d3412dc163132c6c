"""The data folder: whether the bot can write there, and whether anybody else can read its secrets."""

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from bot.config import Config
from bot.diagnosis import Diagnosis, State

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_LITTLE_ROOM = 200 * 1024 * 1024
_MIB = 1024 * 1024


def examined(config: Config) -> list[Diagnosis]:
    """How the data folder of `config` is."""
    return list(_folder(config.data))


def _folder(data: Path) -> Iterator[Diagnosis]:
    values: dict[str, str | int] = {"folder": str(data)}
    if not data.is_dir():
        yield Diagnosis("folder", "none", State.CARE, values)
        return
    if not os.access(data, os.R_OK | os.W_OK | os.X_OK):
        yield Diagnosis("folder", "closed", State.WRONG, values)
        return
    exposed = [path for path in (data, *data.rglob("*")) if _exposed(path, data)]
    if exposed:
        yield Diagnosis("folder", "exposed", State.WRONG, {**values, "file": str(exposed[0])})
    else:
        yield Diagnosis("folder", "well", values=values)
    free = shutil.disk_usage(data).free
    room = {"free": free // _MIB}
    yield Diagnosis("disk", "well", values=room) if free > _LITTLE_ROOM else Diagnosis("disk", "full", State.CARE, room)


def _exposed(path: Path, data: Path) -> bool:
    """Whether others on this machine can read a secret: they can where the folder lets them in and the file too."""
    try:
        open_to_others = bool(path.stat().st_mode & _OTHERS)
        return open_to_others and (path == data or (path.is_file() and bool(data.stat().st_mode & _OTHERS)))
    except OSError:
        # It went away meanwhile: the bot runs.
        return False
