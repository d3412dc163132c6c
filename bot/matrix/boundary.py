"""The named places where a crash is most delicate, so that tests can stop the process exactly there."""

import os
import signal
from typing import Literal, TypeAlias

Boundary: TypeAlias = Literal["received", "committed", "sent", "noted"]
"""In the life of an answer: its question has arrived; both are in the database; the homeserver has the
answer; the database knows that it has."""

_CRASH_AT = os.environ.get("RELEVE_CRASH_AT")


def boundary(name: Boundary) -> None:
    """Nothing, unless the environment says `RELEVE_CRASH_AT=<name>`: then the process dies by SIGKILL."""
    if name == _CRASH_AT:
        os.kill(os.getpid(), signal.SIGKILL)
