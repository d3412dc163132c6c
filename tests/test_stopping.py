"""The process ends in time whatever a thread is waiting for (a resolver that does not answer, a disk that hangs)."""

import subprocess
import sys
import time

_HANGING = """
import asyncio, os, signal, time
from types import SimpleNamespace
from bot import app

async def main():
    stopped = asyncio.Event()
    app._STOP_WITHIN_S = 0.3
    app._stop_on_signals(SimpleNamespace(stop=stopped.set))
    asyncio.get_running_loop().run_in_executor(None, time.sleep, 60)
    os.kill(os.getpid(), signal.SIGTERM)
    await stopped.wait()

asyncio.run(main())
"""


def test_a_thread_that_hangs_holds_nobody_back() -> None:
    began = time.monotonic()
    ended = subprocess.run([sys.executable, "-c", _HANGING], timeout=30, check=False)
    assert ended.returncode == 0
    assert time.monotonic() - began < 20
