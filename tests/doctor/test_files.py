"""What doctor sees of files: the data folder, the database, the store."""

import sqlite3
from pathlib import Path

import pytest

from bot.config import Config
from bot.config import Matrix as Account
from bot.database import checkup, migrate
from bot.doctor import files
from bot.shipped import folder

NOW = 1_800_000_000_000
MINUTE = 60_000


@pytest.fixture
def config(tmp_path: Path) -> Config:
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    return Config(matrix=Account(homeserver="http://127.0.0.1:1", user="@releve:asso.example"), data=data)


def found(config: Config, *, encryption: bool = True) -> dict[str, str]:
    return {
        diagnosis.subject: diagnosis.outcome
        for diagnosis in checkup.examined(config.database, folder("migrations"), encryption, NOW)
    }


def execute(config: Config, sql: str, *values: object) -> None:
    with sqlite3.connect(config.database) as connection:
        connection.execute(sql, values)
    connection.close()


def outcomes(config: Config) -> dict[str, str]:
    return {diagnosis.subject: diagnosis.outcome for diagnosis in files.examined(config)}


def test_a_folder_that_only_the_bot_reads_is_well(config: Config) -> None:
    (config.data / "session.json").touch(mode=0o644)
    assert outcomes(config)["folder"] == "well", "who cannot enter the folder cannot read its files"


def test_a_folder_that_others_enter_is_named(config: Config) -> None:
    config.data.chmod(0o755)
    assert outcomes(config)["folder"] == "exposed"


def test_a_folder_that_is_not_there_yet(config: Config) -> None:
    config.data.rmdir()
    assert outcomes(config)["folder"] == "none"


def test_a_new_database_is_well_and_nothing_is_waiting(config: Config) -> None:
    migrate(config.database, folder("migrations"))
    assert set(found(config).values()) == {"well"}


def test_no_database_yet(config: Config) -> None:
    assert found(config) == {"database": "none"}


def test_a_damaged_database(config: Config) -> None:
    config.database.write_bytes(b"not a database at all" * 100)
    assert found(config) == {"database": "damaged"}


def test_a_database_of_another_version(config: Config) -> None:
    migrate(config.database, folder("migrations"))
    execute(config, "PRAGMA user_version = 999")
    assert found(config) == {"database": "newer"}
    execute(config, "PRAGMA user_version = 1")
    assert found(config) == {"database": "older"}


def test_an_encrypted_room_while_encryption_is_off(config: Config) -> None:
    migrate(config.database, folder("migrations"))
    execute(config, "INSERT INTO room (room_id, encrypted, joined_at) VALUES ('!a', 1, 0)")
    assert found(config)["rooms"] == "well"
    assert found(config, encryption=False)["rooms"] == "sealed"


def test_rate_limits_of_the_last_day(config: Config) -> None:
    migrate(config.database, folder("migrations"))
    execute(config, "INSERT INTO observation VALUES ('rate-limited', 3, ?, '5')", NOW - MINUTE)
    assert found(config)["limits"] == "met"
    execute(config, "UPDATE observation SET seen_at = ?", NOW - 48 * 60 * MINUTE)
    assert found(config)["limits"] == "well"


@pytest.mark.parametrize(("withheld", "outcome"), [(None, "some"), ("m.unverified", "withheld")])
def test_messages_that_cannot_be_read(config: Config, withheld: str | None, outcome: str) -> None:
    migrate(config.database, folder("migrations"))
    execute(
        config,
        "INSERT INTO unread (event_id, room_id, session_id, sealed, came_at, fresh, withheld)"
        " VALUES ('$1', '!a', 's', '{}', ?, 1, ?)",
        NOW - MINUTE,
        withheld,
    )
    assert found(config)["unread"] == outcome


def test_answers_that_have_waited_too_long(config: Config) -> None:
    migrate(config.database, folder("migrations"))
    execute(
        config,
        "INSERT INTO outbox (transaction_id, room_id, lane, kind, payload, posted_at)"
        " VALUES ('t', '!a', 'conversation', 'say', '{}', ?)",
        NOW - 120 * MINUTE,
    )
    assert found(config)["outbox"] == "stuck"
