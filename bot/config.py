"""The configuration: `config.yaml`, the environment and secret files → one frozen `Config`.

`config.example.yaml` documents every key with its default; a test compares the two. Secrets may come
from the environment (`RELEVE_PASSWORD`, `RELEVE_ACCESS_TOKEN`) or from a file (`access_token_file`,
`password_file`); they are `SecretStr` and never printed.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr

from bot.yaml_file import Mistake, Mistaken, checked, line_numbers, nearest_line, read

_USER = re.compile(r"^@[^:\s]+:[^\s]+$")
# From 08:00 to 20:30: nobody is disturbed at night (PROGRESS).
_SLOT = re.compile(r"^(mon|tues|wednes|thurs|fri|satur|sun)day (0[89]:[0-5]\d|1\d:[0-5]\d|20:([0-2]\d|30))$")
_LONGEST_ID = 255
_HOMESERVER = re.compile(r"^https?://[^\s/]+(/[^\s]*)?$")


def _user_id(value: str) -> str:
    if not _USER.match(value):
        raise ValueError("user-id")
    return value


def _homeserver(value: str) -> str:
    if not _HOMESERVER.match(value):
        raise ValueError("homeserver")
    return value.rstrip("/")


def _time_zone(value: str) -> str:
    if value not in available_timezones():
        raise ValueError("time-zone")
    return value


def _nudge_slot(value: str) -> str:
    if not _SLOT.match(value):
        raise ValueError("nudge-slot")
    return value


def _room_id(value: str) -> str:
    if not value.startswith("!") or not 1 < len(value) <= _LONGEST_ID or any(sign.isspace() for sign in value):
        raise ValueError("room-id")
    return value


UserId = Annotated[str, AfterValidator(_user_id)]
RoomId = Annotated[str, AfterValidator(_room_id)]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Matrix(_Section):
    """The account on the homeserver."""

    homeserver: Annotated[str, AfterValidator(_homeserver)]
    user: UserId
    password: SecretStr | None = None
    password_file: Path | None = None
    access_token: SecretStr | None = None
    access_token_file: Path | None = None
    device_name: Annotated[str, Field(min_length=1, max_length=100)] = "La Relève"
    encryption: bool = True


class Rooms(_Section):
    """How the bot behaves in rooms."""

    language: Literal["fr", "en"] = "fr"
    prefixes: Annotated[tuple[Annotated[str, Field(min_length=2, max_length=20)], ...], Field(min_length=1)] = (
        "!releve",
        "!relève",
    )
    answer_within_minutes: Annotated[int, Field(ge=1, le=1440)] = 15
    polls: bool = True
    """Quiz questions are polls (MSC3381) beside their text; some clients show none."""
    power_to_change: Annotated[int, Field(ge=0, le=100)] = 50
    """The power level that commands take which change something for everybody."""
    time_zone: Annotated[str, AfterValidator(_time_zone)] = "Europe/Paris"
    """The IANA time zone of an association that has chosen none."""
    nudge_slot: Annotated[str, AfterValidator(_nudge_slot)] = "tuesday 18:30"
    """When an association that has chosen nothing gets its weekly step: an English weekday and a local time."""
    invited_by_servers: tuple[str, ...] | None = None
    """Servers whose people may invite the bot; None: the bot's own server; ("*",): everybody."""
    invited_by_people: tuple[UserId, ...] = ()
    flood_burst: Annotated[int, Field(ge=5, le=10_000)] | None = 60
    """So many answers to one person in one room at once; None: no limit."""
    flood_per_minute: Annotated[int, Field(ge=1, le=1000)] = 12
    """So many more with each minute: as many messages as Synapse lets a person send by default."""


class Followed(_Section):
    """A catalogue room whose revisions are heard, from these bots only."""

    room: RoomId
    bots: Annotated[tuple[UserId, ...], Field(min_length=1)]
    apply: bool = False
    """True: what passes the checks is applied; False: it is proposed to the moderators."""


class Moderation(_Section):
    """Who keeps the catalogue true, and where."""

    room: RoomId | None = None
    """The moderators' room: who has power level 50 or more in it is one of them."""
    moderators: tuple[UserId, ...] = ()
    """Moderators whatever their power level."""
    second_moderator: bool = False
    """True: a dangerous change is confirmed by a moderator who is not the one who made it."""
    publish_in: RoomId | None = None
    """The catalogue room in which accepted revisions are told to other bots."""
    follow: tuple[Followed, ...] = ()


class Listen(_Section):
    """Where `/live`, `/ready` and `/metrics` are answered."""

    host: Annotated[str, Field(min_length=1, max_length=255)] = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] | None = 8779
    """None: nowhere; 0: any free one, which the log names."""


class Config(_Section):
    """All that a host decides."""

    matrix: Matrix
    rooms: Rooms = Rooms()
    moderation: Moderation = Moderation()
    listen: Listen = Listen()
    data: Path = Path("data")
    """Folder of the database, the session and the encryption keys; relative to the configuration file."""
    catalog: Path | None = None
    """Folder of the catalogue; None: the one that is shipped."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["text", "json"] = "text"

    @property
    def database(self) -> Path:
        return self.data / "releve.sqlite3"


def load(path: Path, environment: Mapping[str, str]) -> Config:
    """The configuration in `path`, completed by `environment`. Raises Mistaken with every mistake in it."""
    if not path.exists():
        raise Mistaken([Mistake(path, 1, "mistake.missing-config")])
    config = checked(path, read(path), Config)
    lines = line_numbers(path)
    mistakes: list[Mistake] = []

    def secret(name: str) -> SecretStr | None:
        from_environment = environment.get(f"RELEVE_{name.upper()}")
        if from_environment:
            return SecretStr(from_environment)
        file: Path | None = getattr(config.matrix, f"{name}_file")
        if file is None:
            given: SecretStr | None = getattr(config.matrix, name)
            return given
        try:
            return SecretStr((path.parent / file).read_text(encoding="utf-8").strip())
        except (OSError, UnicodeDecodeError):
            line = nearest_line(lines, ("matrix", f"{name}_file"))
            mistakes.append(Mistake(path, line, "mistake.secret-file", {"file": str(file)}))
            return None

    matrix = config.matrix.model_copy(update={"password": secret("password"), "access_token": secret("access_token")})
    if config.catalog is not None and not (path.parent / config.catalog).is_dir():
        mistakes.append(
            Mistake(path, nearest_line(lines, ("catalog",)), "mistake.missing-folder", {"folder": str(config.catalog)})
        )
    if mistakes:
        raise Mistaken(mistakes)
    return config.model_copy(
        update={
            "matrix": matrix,
            "data": path.parent / config.data,
            "catalog": path.parent / config.catalog if config.catalog else None,
        }
    )
