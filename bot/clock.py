"""The one place where wall time is read. Everything else is given a `Clock`."""

import datetime
import time
from typing import Protocol


class Clock(Protocol):
    """Tells the time; tests and the demo have clocks of their own."""

    def now_ms(self) -> int:
        """Milliseconds since the epoch, as Matrix counts them."""
        ...

    def now(self) -> datetime.datetime:
        """The same moment, aware, in UTC."""
        ...


class SystemClock:
    """The clock of the machine."""

    def now_ms(self) -> int:
        return time.time_ns() // 1_000_000

    def now(self) -> datetime.datetime:
        return datetime.datetime.fromtimestamp(self.now_ms() / 1000, tz=datetime.UTC)
