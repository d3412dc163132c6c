"""Child processes that write to a log file and never outlive their parent."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path

_LOOK_EVERY_S = 0.01


class NotStarted(Exception):
    """A child ended, or was not ready in time; `tail` is the end of its log."""

    def __init__(self, name: str, reason: str, tail: str) -> None:
        super().__init__(f"{name}: {reason}\n{tail}".rstrip())
        self.name = name
        self.reason = reason
        self.tail = tail


class Process:
    """A Python module running in a process of its own.

    It belongs to no event loop, so that it can be started in one and watched from another.
    """

    def __init__(
        self,
        module: str,
        arguments: Sequence[str] = (),
        *,
        log: Path,
        environment: Mapping[str, str] | None = None,
        remove: Path | None = None,
    ) -> None:
        """Start it at once; what it prints is appended to `log`.

        `environment` is added to this process's own. `remove` is a folder that the child removes when it
        finds its parent gone.
        """
        self.name = module
        self.log = log
        self.started_at = time.perf_counter()
        self._skip = log.stat().st_size if log.exists() else 0
        with log.open("ab") as output:
            self._popen = subprocess.Popen(
                [sys.executable, "-m", "bot.demo.leash", str(remove or ""), module, *arguments],
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT,
                env={**os.environ, **(environment or {})},
                # Ctrl-C in the terminal is the parent's business: it stops its children in order.
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        return self._popen.pid

    @property
    def alive(self) -> bool:
        return self._popen.poll() is None

    @property
    def exit_status(self) -> int | None:
        """What it ended with, minus the signal's number if one killed it; None while it runs."""
        return self._popen.poll()

    def written(self) -> str:
        """What it has printed since it was started."""
        with self.log.open("rb") as log:
            log.seek(self._skip)
            return log.read().decode("utf-8", "replace")

    def tail(self, lines: int = 15) -> str:
        """The last lines that it printed."""
        return "\n".join(self.written().splitlines()[-lines:])

    async def ready(self, is_ready: Callable[[], Awaitable[bool]], within_s: float) -> float:
        """Wait until `is_ready()`; returns the seconds since the start.

        Raises NotStarted when the process ends first, or is not ready in time.
        """
        while True:
            # Asked first: what ends just after it was ready has been ready.
            alive = self.alive
            if await is_ready():
                return time.perf_counter() - self.started_at
            if not alive:
                raise NotStarted(self.name, f"exit status {self.exit_status}", self.tail())
            if time.perf_counter() - self.started_at > within_s:
                raise NotStarted(self.name, f"> {within_s:g} s", self.tail())
            await asyncio.sleep(_LOOK_EVERY_S)

    async def printed(self, text: str, within_s: float = 30) -> float:
        """Wait until it has printed `text`, as `ready` does."""

        async def is_there() -> bool:
            return text in self.written()

        return await self.ready(is_there, within_s)

    async def ended(self, within_s: float = 10) -> int:
        """Wait until it has ended of itself; returns its exit status. Raises TimeoutError."""
        async with asyncio.timeout(within_s):
            while (status := self.exit_status) is None:  # noqa: ASYNC110 — a process has no event to wait for
                await asyncio.sleep(_LOOK_EVERY_S)
        return status

    async def stop(self, grace_s: float = 5) -> None:
        """Ask it to end (SIGTERM), and kill it if it does not within `grace_s`. It may have ended before."""
        self._popen.terminate()
        try:
            await self.ended(grace_s)
        except TimeoutError:
            pass
        finally:
            self.kill()

    def kill(self) -> None:
        """End it at once (SIGKILL); returns when it is gone."""
        self._popen.kill()
        self._popen.wait()
        if self._popen.stdin is not None:
            self._popen.stdin.close()
