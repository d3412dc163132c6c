"""What a process has used of the machine, from /proc (Linux); nothing elsewhere."""

import os
import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Usage:
    """`cpu_s`: user and system time of all its threads, in seconds; `memory_mb`: resident now, in 10⁶ bytes. NaN:
    unknown.
    """

    cpu_s: float = float("nan")
    memory_mb: float = float("nan")


def usage_of(pid: int) -> Usage:
    """What the process `pid` has used by now."""
    process = Path(f"/proc/{pid}")
    try:
        # The second field, the name, may hold spaces: count from its closing bracket. See proc_pid_stat(5).
        fields = (process / "stat").read_text().rpartition(")")[2].split()
        resident = re.search(r"VmRSS:\s+(\d+) kB", (process / "status").read_text())
    except FileNotFoundError:
        return Usage()
    ticks = int(fields[11]) + int(fields[12])
    return Usage(ticks / os.sysconf("SC_CLK_TCK"), int(resident[1]) * 1024 / 1e6 if resident else float("nan"))
