"""A clock that the demo moves: the machine's, ahead by what a file says. The program itself never reads it."""

import asyncio
import datetime
from pathlib import Path

from bot.clock import SystemClock

_WEEK = datetime.timedelta(days=7)
_STEP = datetime.timedelta(hours=3)
_STEP_S = 0.05


class MovedClock:
    """The machine's clock, ahead by the milliseconds in `file`; not ahead while there is no such file."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._system = SystemClock()

    def now_ms(self) -> int:
        return self._system.now_ms() + self.ahead_ms

    def now(self) -> datetime.datetime:
        return datetime.datetime.fromtimestamp(self.now_ms() / 1000, tz=datetime.UTC)

    @property
    def ahead_ms(self) -> int:
        """How far it is ahead of the machine's."""
        try:
            return int(self._file.read_text(encoding="ascii"))
        except FileNotFoundError:
            return 0

    async def pass_a_week(self) -> None:
        """Let a week go by in a few seconds, three hours at a time, so that what falls due in it is not late."""
        ahead_ms = self.ahead_ms
        for step in range(1, _WEEK // _STEP + 1):
            self.set_ahead(ahead_ms + step * (_STEP // datetime.timedelta(milliseconds=1)))
            await asyncio.sleep(_STEP_S)

    def set_ahead(self, ahead_ms: int) -> None:
        """Let it be so far ahead of the machine's; whoever reads the file meanwhile sees the one or the other."""
        written = self._file.with_suffix(".new")
        written.write_text(str(ahead_ms), encoding="ascii")
        written.replace(self._file)
