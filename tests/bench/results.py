"""`RESULTS.md`: the tables of one full run, with the machine and the day, the goals first."""

import datetime
import os
import platform
import re
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from tests.bench.table import Table

FILE = Path(__file__).parent / "RESULTS.md"

_ABOVE = """\
# Measured side by side

Written by `python -m tests.bench --write` ({day}, {minutes:.0f} minutes), on {machine}.

**Read the ratios.** Everything in one table was measured in the same run, on the same Synapse, in turn with its
baselines, and most of the time is the homeserver’s. Absolute times of a shared machine mean little: they double when
somebody else works on it{load}. No test asserts a time.

## The goals

| what | wanted | measured | met |
| --- | --: | --: | --- |
{goals}
"""


def page(tables: Sequence[Table], began: datetime.datetime, loads: Sequence[float]) -> str:
    """The whole file. `loads`: the load of the machine before each section."""
    lasted = datetime.datetime.now(datetime.UTC) - began
    load = f" (load before the sections: {min(loads):.1f} to {max(loads):.1f})" if loads else ""
    above = _ABOVE.format(
        day=began.date().isoformat(),
        minutes=lasted.total_seconds() / 60,
        machine=_machine(),
        load=load,
        goals="\n".join(f"| {' | '.join(goal.cells())} |" for table in tables for goal in table.goals),
    )
    return "\n".join([above, *(table.markdown() for table in tables)]).rstrip() + "\n"


def _machine() -> str:
    parts = (
        f"{os.cpu_count()} cores ({platform.machine()})",
        _memory_gb(),
        platform.system(),
        f"Python {platform.python_version()}",
        f"Synapse {version('matrix-synapse')} with SQLite",
        f"matrix-nio {version('matrix-nio')}",
    )
    return ", ".join(parts)


def _memory_gb() -> str:
    try:
        total = re.search(r"MemTotal:\s+(\d+) kB", Path("/proc/meminfo").read_text())
    except FileNotFoundError:
        total = None
    return f"{int(total[1]) * 1024 / 1e9:.0f} GB of memory" if total else "memory unknown"
