"""The whole data folder in one file, and back: `releve backup`, `releve restore`.

A backup is a .tar that only its owner may read: the database, the session, the encryption keys and the
bot's identity in encrypted rooms. Databases are copied through SQLite, so that the bot may go on working.
What is restored is complete and checked before anything of the old is touched; a restoration that is cut
short is finished by whatever starts next.
"""

import os
import shutil
import tarfile
import tempfile
from collections.abc import Iterable
from pathlib import Path

from bot.data_folder import LOCK, alone
from bot.database import DatabaseTooNew, DatabaseUnusable, known_schema
from bot.database.copy import checked, copied, earlier, is_database

_DATABASE = "releve.sqlite3"
# Logs of SQLite (their content is in the copies), and files that are not whole yet.
_PASSING = ("-wal", "-shm", "-journal", ".new")
# What was unpacked but may be incomplete; what is complete and takes the place of the old; what remains to be
# put in place once the old is gone.
_UNPACKED, _COMPLETE, _PLACED = ".restore-unpacked", ".restore-complete", ".restore-placed"
_STAGES = (_UNPACKED, _COMPLETE, _PLACED)


class NothingToBackUp(Exception):
    """There is no database in the folder `data`."""

    def __init__(self, data: Path) -> None:
        super().__init__(str(data))
        self.data = data


class NotABackup(Exception):
    """The file `file` is no whole backup."""

    def __init__(self, file: Path) -> None:
        super().__init__(str(file))
        self.file = file


class WouldOverwrite(Exception):
    """The folder `data` has a database already."""

    def __init__(self, data: Path) -> None:
        super().__init__(str(data))
        self.data = data


def back_up(data: Path, file: Path) -> int:
    """Write all of the folder `data` into `file`, replacing it; returns the size in bytes.

    `file` is there whole or as it was before. Raises NothingToBackUp, DatabaseUnusable or OSError.
    """
    if not (data / _DATABASE).exists():
        raise NothingToBackUp(data)
    fresh = file.with_name(f"{file.name}.new")
    fresh.unlink(missing_ok=True)
    try:
        with (
            tempfile.TemporaryDirectory(prefix=".releve-", dir=file.parent) as passing,
            os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as written,
            tarfile.open(fileobj=written, mode="w") as archive,
        ):
            for path in _files(data):
                archive.add(_still(path, Path(passing)), path.relative_to(data).as_posix())
            archive.close()
            written.flush()
            os.fsync(written.fileno())
            size = written.tell()
        fresh.replace(file)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    return size


def restore(file: Path, data: Path, migrations: Path, *, force: bool = False) -> None:
    """Put what the backup `file` holds in the place of the folder `data`.

    `migrations` are the program's. `force`: what is in the folder goes. Raises NotABackup, WouldOverwrite,
    `data_folder.AlreadyRunning` while a bot works there, DatabaseTooNew, DatabaseUnusable or OSError; the folder is
    then as it was.
    """
    if not _is_backup(file):
        raise NotABackup(file)
    with alone(data):
        finish_restoring(data)
        if (data / _DATABASE).exists() and not force:
            raise WouldOverwrite(data)
        unpacked = data / _UNPACKED
        try:
            _unpack(file, unpacked, migrations)
        except BaseException:
            shutil.rmtree(unpacked, ignore_errors=True)
            raise
        unpacked.rename(data / _COMPLETE)
        finish_restoring(data)


def finish_restoring(data: Path) -> None:
    """Bring to its end whatever a restoration left in `data` when it was cut short. The folder must be held."""
    shutil.rmtree(data / _UNPACKED, ignore_errors=True)
    complete, placed = data / _COMPLETE, data / _PLACED
    if complete.exists():
        for old in data.iterdir():
            if old.name not in (LOCK, *_STAGES):
                _remove(old)
        complete.rename(placed)
    if placed.exists():
        for new in placed.iterdir():
            new.replace(data / new.name)
        placed.rmdir()


def _files(data: Path) -> Iterable[Path]:
    """What is kept of the folder: the database first, so that the keys beside it are never older than it is."""
    database = data / _DATABASE
    passing = {database, *earlier(database)}
    yield database
    for path in sorted(data.rglob("*")):
        inside = path.relative_to(data).parts
        if (
            path.is_file()
            and path not in passing
            and not path.name.endswith(_PASSING)
            and inside[0] not in (LOCK, *_STAGES)
        ):
            yield path


def _still(path: Path, passing: Path) -> Path:
    """A file that does not change while it is read: `path` itself, or a copy of the database that it is."""
    if not is_database(path):
        return path
    copy = passing / "copy"
    copied(path, copy)
    return copy


def _is_backup(file: Path) -> bool:
    try:
        with tarfile.open(file) as archive:
            return _DATABASE in archive.getnames()
    except tarfile.TarError:
        return False


def _unpack(file: Path, folder: Path, migrations: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    try:
        with tarfile.open(file) as archive:
            for member in archive:
                if member.isfile():
                    # The filter refuses names that lead out of the folder.
                    archive.extract(member, folder, filter="data")
    except tarfile.TarError:
        raise NotABackup(file) from None
    for path in folder.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
        if path.is_file() and is_database(path):
            _check(path, file, known_schema(migrations) if path.name == _DATABASE else None)


def _check(path: Path, backup: Path, known: int | None) -> None:
    try:
        schema = checked(path)
    except DatabaseUnusable as error:
        if error.trouble == "damaged":
            raise NotABackup(backup) from None
        raise
    if known is not None and schema > known:
        raise DatabaseTooNew(backup, schema, known)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
