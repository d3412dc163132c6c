"""What somebody who keeps a bot reads when it cannot work, and the exit status that their system sees."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.backup import back_up
from bot.cli import main
from bot.data_folder import alone
from bot.database import migrate, schema
from bot.exits import exit_for
from bot.shipped import folder


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A configuration with which a bot that starts would ask for a password, and its data folder."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    (tmp_path / "data").mkdir()
    migrate(tmp_path / "data" / "releve.sqlite3", folder("migrations"))
    path = tmp_path / "config.yaml"
    account = {"homeserver": "http://127.0.0.1:1", "user": "@releve:asso.example"}
    path.write_text(json.dumps({"matrix": account}))
    return path


def told(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().err.replace("\u202f", " ").replace("\xa0", " ")


def run(config: Path, *more: str) -> int:
    return main(["run", "--config", str(config), *more])


def test_a_second_bot_on_the_same_folder(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with alone(config.parent / "data"):
        assert run(config) == 4
    assert "un autre robot travaille déjà" in told(capsys)


def test_a_damaged_database(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (config.parent / "data" / "releve.sqlite3").write_bytes(b"no database" * 1000)
    assert run(config) == 4
    assert "releve.sqlite3 est endommagé" in (said := told(capsys))
    assert "releve restore FICHIER --force" in said


def test_the_same_in_english(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (config.parent / "data" / "releve.sqlite3").write_bytes(b"no database" * 1000)
    assert run(config, "--lang", "en") == 4
    assert "releve.sqlite3 is damaged" in told(capsys)


def test_a_database_that_another_program_holds(
    config: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "_PATIENCE_S", 0.05)
    with closing(sqlite3.connect(config.parent / "data" / "releve.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert run(config) == 4
    assert "est retenu par un autre programme" in told(capsys)


def test_a_database_of_a_later_version(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect(config.parent / "data" / "releve.sqlite3")) as database:
        database.execute("PRAGMA user_version = 999")
    assert run(config) == 4
    assert "vient d’une version plus récente (schéma 999" in told(capsys)


def test_a_data_folder_that_cannot_be_made(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (config.parent / "file").touch()
    config.write_text(json.dumps({**json.loads(config.read_text()), "data": "file/data"}))
    assert run(config) == 4
    assert "file/data : Not a directory. Vérifiez le chemin" in told(capsys)


def test_backup_and_restore_say_what_they_did(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = config.parent / "backup.tar"
    assert main(["backup", str(file), "--config", str(config)]) == 0
    assert "Sauvegarde complète : " in capsys.readouterr().out.replace("\xa0", " ").replace("\u202f", " ")
    assert main(["restore", str(file), "--config", str(config)]) == 2
    assert "contient déjà une base. Rien n’a été changé" in told(capsys)
    assert main(["restore", str(file), "--config", str(config), "--force"]) == 0
    assert "est en place" in capsys.readouterr().out


def test_while_a_bot_works_there_it_is_backed_up_and_not_restored(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = config.parent / "backup.tar"
    with alone(config.parent / "data"):
        assert main(["backup", str(file), "--config", str(config)]) == 0
        assert main(["restore", str(file), "--config", str(config), "--force"]) == 4
    assert "un autre robot travaille déjà" in told(capsys)


def test_a_file_that_is_no_backup(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restore", str(config), "--config", str(config), "--force"]) == 2
    assert "n’est pas une sauvegarde complète" in told(capsys)


def test_a_backup_that_is_not_there(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restore", str(config.parent / "nowhere.tar"), "--config", str(config), "--force"]) == 4
    assert "nowhere.tar : No such file or directory" in told(capsys)


def test_a_bot_starts_by_finishing_what_a_restoration_left(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = config.parent / "data"
    back_up(data, config.parent / "backup.tar")
    (data / "releve.sqlite3").rename(config.parent / "complete")
    (data / ".restore-complete").mkdir()
    (data / ".restore-complete" / "releve.sqlite3").write_bytes(b"from the backup")
    # That it is no database is told of the file in its place, and so after it was put there.
    assert run(config) == 4
    assert "data/releve.sqlite3 est endommagé" in told(capsys)
    assert not (data / ".restore-complete").exists()


@pytest.mark.parametrize(
    ("command", "language", "words"),
    [
        ("backup", "fr", "gardez-la comme un mot de passe"),
        ("backup", "en", "keep it as you would a password"),
        ("restore", "fr", "Arrêtez le robot d’abord"),
        ("restore", "en", "Stop the bot first"),
    ],
)
def test_help_in_both_languages(command: str, language: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([command, "--lang", language, "--help"])
    assert words in capsys.readouterr().out


def test_a_mistake_of_the_program_is_not_dressed_up() -> None:
    assert exit_for(ValueError("?")) is None
    assert exit_for(OSError("no file in it")) is None
