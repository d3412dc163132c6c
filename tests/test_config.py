"""What a host reads when the configuration is not right, and what holds when it is."""

from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from bot import config
from bot.wording import voice
from bot.yaml_file import Mistaken

EXAMPLE = Path(__file__).parent.parent / "config.example.yaml"


def refusal(path: Path, environment: dict[str, str] | None = None) -> list[str]:
    """What `releve run` says of the configuration in `path`."""
    with pytest.raises(Mistaken) as caught:
        config.load(path, environment or {})
    return [
        f"{path.name}:{mistake.line}: {voice('en').word(mistake.sentence, **mistake.values)}"
        for mistake in caught.value.mistakes
    ]


def as_yaml(default: object) -> object:
    if isinstance(default, Path):
        return str(default)
    return list(default) if isinstance(default, tuple) else default


def written(folder: Path, text: str) -> Path:
    path = folder / "config.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_example_shows_every_key_with_its_default() -> None:
    def keys(model: type[BaseModel], shown: dict[str, object], place: str = "") -> None:
        assert set(shown) == set(model.model_fields), place
        for name, field in model.model_fields.items():
            inner, value = field.annotation, shown[name]
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                assert isinstance(value, dict)
                keys(inner, value, f"{place}{name}.")
            elif not field.is_required():
                default = field.get_default()
                expected = (
                    str(default)
                    if isinstance(default, Path)
                    else list(default)
                    if isinstance(default, tuple)
                    else default
                )
                assert value == expected, f"{place}{name}"

    keys(config.Config, yaml.safe_load(EXAMPLE.read_text(encoding="utf-8")))


def test_every_mistake_is_named_at_once_with_its_line(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "matrix:\n"
        "  homeserver: matrix.example.org\n"
        "  user: releve\n"
        "  pasword: secret\n"
        "rooms:\n"
        "  language: de\n"
        "  answer_within_minutes: soon\n",
    )
    assert refusal(path) == [
        "config.yaml:2: “matrix.homeserver” must be an address such as https://matrix.example.org,"
        " not “matrix.example.org”.",
        "config.yaml:3: “matrix.user” must be a Matrix address such as @releve:example.org, not “releve”.",
        "config.yaml:4: “matrix.pasword” is not a known key; a slip of the keyboard?",
        "config.yaml:6: “rooms.language” cannot be “de”; expected: 'fr' or 'en'",
        "config.yaml:7: “rooms.answer_within_minutes” cannot be “soon”; expected: Input should be a valid integer,"
        " unable to parse string as an integer",
    ]


def test_a_missing_file_says_what_to_copy(tmp_path: Path) -> None:
    assert refusal(tmp_path / "config.yaml") == [
        "config.yaml:1: there is no such file. Copy config.example.yaml and fill it in."
    ]


def test_what_is_not_yaml_is_named_with_its_line(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, "matrix:\n  user: @releve:example.org\n")) == [
        "config.yaml:2: this is not YAML: found character that cannot start any token."
        " A text that starts with @, or holds a colon or a comma, belongs between straight quotes."
    ]


def test_an_empty_file_misses_the_account(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, "")) == ["config.yaml:1: “matrix” is missing."]


def test_a_secret_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "matrix:\n  homeserver: https://example.org\n  user: '@r:example.org'\n  access_token_file: token\n"
        "catalog: mine\n",
    )
    assert refusal(path) == [
        "config.yaml:4: the file token cannot be read. Check its name and its permissions.",
        "config.yaml:5: there is no folder mine.",
    ]


def test_a_zone_or_a_slot_that_no_clock_knows_is_named(tmp_path: Path) -> None:
    account = "matrix: {homeserver: https://example.org, user: '@r:example.org'}\n"
    path = written(tmp_path, account + "rooms:\n  time_zone: Paris\n  nudge_slot: mardi 18h30\n")
    assert refusal(path) == [
        "config.yaml:3: “rooms.time_zone” must be a time zone such as Europe/Paris or Indian/Reunion, not “Paris”.",
        "config.yaml:4: “rooms.nudge_slot” must be a weekday and a time between 08:00 and 20:30,"
        " such as “tuesday 18:30”, not “mardi 18h30”.",
    ]


def test_secrets_come_from_the_environment_first_then_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "password").write_text("from the file\n", encoding="utf-8")
    path = written(
        tmp_path, "matrix:\n  homeserver: https://example.org/\n  user: '@r:example.org'\n  password_file: password\n"
    )
    from_file = config.load(path, {}).matrix.password
    from_environment = config.load(path, {"RELEVE_PASSWORD": "from the environment"}).matrix.password
    assert from_file is not None
    assert from_environment is not None
    assert (from_file.get_secret_value(), from_environment.get_secret_value()) == (
        "from the file",
        "from the environment",
    )


def test_a_secret_is_never_printed(tmp_path: Path) -> None:
    path = written(tmp_path, "matrix:\n  homeserver: https://example.org\n  user: '@r:example.org'\n")
    assert "hunter2" not in repr(config.load(path, {"RELEVE_PASSWORD": "hunter2", "RELEVE_ACCESS_TOKEN": "hunter2"}))


def test_the_data_folder_is_beside_the_configuration(tmp_path: Path) -> None:
    path = written(tmp_path, "matrix:\n  homeserver: https://example.org\n  user: '@r:example.org'\n")
    assert config.load(path, {}).database == tmp_path / "data" / "releve.sqlite3"
