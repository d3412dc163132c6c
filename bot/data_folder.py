"""The data folder: held by one process at a time."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCK = "lock"


class AlreadyRunning(Exception):
    """Another bot works in the data folder; `data` is that folder."""

    def __init__(self, data: Path) -> None:
        super().__init__(str(data))
        self.data = data


@contextmanager
def alone(data: Path) -> Iterator[None]:
    """Hold the folder `data`, made where there is none; two bots on one database would answer everything twice.

    The system lets go of it when the process ends, however it ends. Raises AlreadyRunning, or OSError.
    """
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (data / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(data) from None
        yield
