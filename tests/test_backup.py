"""The data folder in one file and back: while the bot works, whole or not at all."""

import io
import shutil
import sqlite3
import tarfile
from collections.abc import Generator
from contextlib import closing
from pathlib import Path

import pytest

from bot import backup
from bot.backup import NotABackup, NothingToBackUp, WouldOverwrite, back_up, restore
from bot.data_folder import AlreadyRunning, alone
from bot.database import DatabaseTooNew, migrate
from bot.database.copy import checked
from bot.shipped import folder

MIGRATIONS = folder("migrations")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder as a bot leaves it: with its logs, its lock, and a copy from an upgrade."""
    data = tmp_path / "data"
    (data / "crypto").mkdir(parents=True)
    migrate(data / "releve.sqlite3", MIGRATIONS)
    shutil.copy(data / "releve.sqlite3", data / "releve.sqlite3.schema-1")
    with closing(sqlite3.connect(data / "crypto" / "keys.db")) as keys, keys:
        keys.execute("CREATE TABLE account (pickle)")
    (data / "crypto" / "identity.json").write_text("identity")
    (data / "session.json").write_text("session")
    (data / "lock").touch()
    note(data, "s1")
    return data


def note(data: Path, token: str) -> None:
    with closing(sqlite3.connect(data / "releve.sqlite3")) as database, database:
        database.execute("INSERT OR REPLACE INTO sync_position VALUES (1, ?)", (token,))


def token(data: Path) -> str:
    with closing(sqlite3.connect(data / "releve.sqlite3")) as database:
        return str(database.execute("SELECT token FROM sync_position").fetchone()[0])


def names(place: Path) -> set[str]:
    return {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()}


def test_everything_that_matters_is_in_it_and_nobody_else_can_read_it(data: Path, tmp_path: Path) -> None:
    size = back_up(data, tmp_path / "backup.tar")

    with tarfile.open(tmp_path / "backup.tar") as archive:
        assert set(archive.getnames()) == {
            "releve.sqlite3",
            "crypto/keys.db",
            "crypto/identity.json",
            "session.json",
        }
    assert (tmp_path / "backup.tar").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "backup.tar").stat().st_size >= size > 0


def test_what_is_being_written_is_left_out_and_what_is_written_is_in(data: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(data / "releve.sqlite3", isolation_level=None)) as working:
        # Neither has reached the main file: both are in the log beside it.
        working.execute("UPDATE sync_position SET token = 's2'")
        working.execute("BEGIN IMMEDIATE")
        working.execute("UPDATE sync_position SET token = 'half'")
        back_up(data, tmp_path / "backup.tar")
        working.execute("ROLLBACK")

    restore(tmp_path / "backup.tar", tmp_path / "elsewhere", MIGRATIONS)

    assert token(tmp_path / "elsewhere") == "s2"
    checked(tmp_path / "elsewhere" / "releve.sqlite3")


def test_restored_elsewhere_it_is_the_same_and_private(data: Path, tmp_path: Path) -> None:
    back_up(data, tmp_path / "backup.tar")

    restore(tmp_path / "backup.tar", elsewhere := tmp_path / "elsewhere", MIGRATIONS)

    assert names(elsewhere) == {
        "releve.sqlite3",
        "crypto/keys.db",
        "crypto/identity.json",
        "session.json",
        "lock",
    }
    assert (elsewhere / "session.json").read_text() == "session"
    assert {path.stat().st_mode & 0o077 for path in elsewhere.rglob("*") if path.name != "lock"} == {0}


def test_what_is_there_is_replaced_only_when_forced_and_then_wholly(data: Path, tmp_path: Path) -> None:
    back_up(data, tmp_path / "backup.tar")
    note(data, "later")
    (data / "crypto" / "later.db").write_text("later")

    with pytest.raises(WouldOverwrite):
        restore(tmp_path / "backup.tar", data, MIGRATIONS)
    assert token(data) == "later"

    restore(tmp_path / "backup.tar", data, MIGRATIONS, force=True)
    assert token(data) == "s1"
    assert not (data / "crypto" / "later.db").exists()


def test_while_a_bot_works_there_nothing_is_restored(data: Path, tmp_path: Path) -> None:
    back_up(data, tmp_path / "backup.tar")
    with alone(data), pytest.raises(AlreadyRunning):
        restore(tmp_path / "backup.tar", data, MIGRATIONS, force=True)


def cut(archive: bytes) -> bytes:
    return archive[: len(archive) // 2]


def garbled(archive: bytes) -> bytes:
    """With one page of the database overwritten."""
    return archive[:8192] + bytes(4096) + archive[12288:]


@pytest.mark.parametrize("harm", [cut, garbled, lambda archive: b"no archive", lambda archive: b""])
def test_what_is_no_whole_backup_changes_nothing(data: Path, tmp_path: Path, harm: object) -> None:
    back_up(data, file := tmp_path / "backup.tar")
    assert callable(harm)
    file.write_bytes(harm(file.read_bytes()))
    before = names(data)

    with pytest.raises(NotABackup):
        restore(file, data, MIGRATIONS, force=True)

    assert names(data) == before
    assert token(data) == "s1"


def test_a_name_that_leads_out_of_the_folder_is_refused(data: Path, tmp_path: Path) -> None:
    back_up(data, file := tmp_path / "backup.tar")
    with tarfile.open(file, "a") as archive:
        member = tarfile.TarInfo("../escaped")
        member.size = 4
        archive.addfile(member, io.BytesIO(b"away"))

    with pytest.raises(NotABackup):
        restore(file, data, MIGRATIONS, force=True)
    assert not (tmp_path / "escaped").exists()


def test_a_backup_from_a_later_version_is_refused(data: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(data / "releve.sqlite3")) as database:
        database.execute("PRAGMA user_version = 999")
    back_up(data, file := tmp_path / "backup.tar")
    with pytest.raises(DatabaseTooNew):
        restore(file, data, MIGRATIONS, force=True)


def test_without_a_database_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    with pytest.raises(NothingToBackUp):
        back_up(tmp_path, tmp_path / "backup.tar")
    assert names(tmp_path) == set()


def test_a_backup_that_fails_leaves_the_one_of_yesterday(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "backup.tar").write_text("yesterday's")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "x")

    monkeypatch.setattr(tarfile.TarFile, "add", full)
    with pytest.raises(OSError, match="No space"):
        back_up(data, tmp_path / "kept" / "backup.tar")
    assert names(tmp_path / "kept") == {"backup.tar"}
    assert (tmp_path / "kept" / "backup.tar").read_text() == "yesterday's"


class Cut(Exception):
    """The power went."""


def moments(steps: int, monkeypatch: pytest.MonkeyPatch) -> Generator[None, None, None]:
    """Let `steps` changes of the folder happen, then stop for good."""
    left = iter(range(steps))

    def counted(original: object) -> object:
        def change(self: Path, *rest: object) -> object:
            if next(left, None) is None:
                raise Cut
            assert callable(original)
            return original(self, *rest)

        return change

    with monkeypatch.context() as patch:
        for name in ("rename", "replace", "unlink", "rmdir"):
            patch.setattr(Path, name, counted(getattr(Path, name)))
        yield


@pytest.mark.parametrize("steps", range(9))
def test_a_restoration_cut_short_anywhere_is_finished_or_has_never_been(
    data: Path, tmp_path: Path, steps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(data, tmp_path / "backup.tar")
    whole = names(data) - {"releve.sqlite3.schema-1"}
    note(data, "later")
    cutting = moments(steps, monkeypatch)
    next(cutting)
    with pytest.raises(Cut):
        restore(tmp_path / "backup.tar", data, MIGRATIONS, force=True)
    cutting.close()

    with alone(data):
        backup.finish_restoring(data)

    assert token(data) == ("later" if steps == 0 else "s1")
    assert whole <= names(data)
    assert not [path for path in data.iterdir() if path.name.startswith(".restore")]
