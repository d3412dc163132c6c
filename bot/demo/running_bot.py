"""The bot in a process of its own, started as in production: `python -m bot run --config …`."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.demo.homeserver import Homeserver
from bot.demo.process import Process

_READY = "event=ready"


class RunningBot:
    """A bot with its own account, configuration and data; it can be stopped, killed and started again."""

    def __init__(
        self, homeserver: Homeserver, folder: Path, name: str, password: str, clock: Path | None = None
    ) -> None:
        """`folder` takes `config.yaml`, the folder `data` and `bot.log`; `name` is a registered account.

        `clock`: the file of a `MovedClock` that it goes by; None: the machine's clock, as in production.
        """
        self.user = f"@{name}:{homeserver.server_name}"
        self.folder = folder
        self.data = folder / "data"
        self.log = folder / "bot.log"
        self.process: Process | None = None
        self._homeserver = homeserver
        self._password = password
        self._clock = clock

    def configure(self, matrix: Mapping[str, Any] | None = None, **others: Any) -> None:
        """Write `config.yaml`: the account, further keys of its section `matrix`, and `others` beside it."""
        account = {"homeserver": self._homeserver.url, "user": self.user, "password": self._password}
        # Several bots on one machine cannot all answer about themselves at the default port.
        config = {"matrix": {**account, **(matrix or {})}, "data": "data", "listen": {"port": None}, **others}
        self.folder.mkdir(parents=True, exist_ok=True)
        # JSON is YAML.
        (self.folder / "config.yaml").write_text(json.dumps(config, indent=1), encoding="utf-8")

    async def start(self, environment: Mapping[str, str] | None = None, within_s: float = 30) -> float:
        """Start it and wait until it is ready; returns the seconds that took. Raises process.NotStarted."""
        return await self.launch(environment).printed(_READY, within_s)

    def launch(self, environment: Mapping[str, str] | None = None) -> Process:
        """Start it without waiting: for a bot that is to crash or to refuse."""
        config = self.folder / "config.yaml"
        if not config.exists():
            self.configure()
        given = ["--config", str(config)]
        if self._clock is None:
            self.process = Process("bot", ["run", *given], log=self.log, environment=environment)
        else:
            given += ["--clock", str(self._clock)]
            self.process = Process("bot.demo.bot", given, log=self.log, environment=environment)
        return self.process

    async def stop(self) -> None:
        """Stop it as an administrator does, if it runs."""
        if self.process is not None:
            await self.process.stop()

    def kill(self) -> None:
        """SIGKILL, if it runs."""
        if self.process is not None:
            self.process.kill()
