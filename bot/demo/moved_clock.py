"""A clock that the demo moves: the machine's, ahead by what a file says. The program itself never reads it."""

import datetime
from pathlib import Path

from bot.clock import SystemClock

_WEEK_MS = 7 * 24 * 60 * 60 * 1000
# A moved clock runs rather than jumps, so that what falls due on the way is not late: three hours each time
# that it is read, and no faster than that every few milliseconds.
_STRIDE_MS = 3 * 60 * 60 * 1000
_STRIDE_LASTS_MS = 15


class MovedClock:
    """The machine's clock, on its way to be ahead by the milliseconds in `file`; there at once when it is made."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._system = SystemClock()
        self._ahead_ms = _ahead_in(file)
        self._strode_at_ms = 0

    def now_ms(self) -> int:
        now_ms = self._system.now_ms()
        if now_ms - self._strode_at_ms >= _STRIDE_LASTS_MS:
            self._strode_at_ms = now_ms
            self._ahead_ms = min(_ahead_in(self._file), self._ahead_ms + _STRIDE_MS)
        return now_ms + self._ahead_ms

    def now(self) -> datetime.datetime:
        return datetime.datetime.fromtimestamp(self.now_ms() / 1000, tz=datetime.UTC)


def move(file: Path, ahead_ms: int) -> None:
    """Send the clocks that go by `file` to be so far ahead of the machine's."""
    # Renamed into place: whoever reads meanwhile sees the one or the other.
    written = file.with_suffix(".new")
    written.write_text(str(ahead_ms), encoding="ascii")
    written.replace(file)


def pass_a_week(file: Path) -> None:
    """Send the clocks that go by `file` a week further."""
    move(file, _ahead_in(file) + _WEEK_MS)


def _ahead_in(file: Path) -> int:
    return int(file.read_text(encoding="ascii")) if file.exists() else 0
