"""Runs a Python module in this process, on a leash: `python -m bot.demo.leash FOLDER MODULE ARGUMENT…`.

Standard input is the leash, a pipe that the parent never writes to. When it closes the parent is gone,
however it died, and then this process removes FOLDER ("": none) and dies too.
"""

import os
import runpy
import shutil
import signal
import sys
import threading
import time


def _hold(folder: str) -> None:
    while os.read(0, 1):
        pass
    # Another child may still be writing there while it dies.
    for _ in range(100):
        if not (folder and os.path.isdir(folder)):  # noqa: PTH112 — nothing that has to be imported first
            break
        shutil.rmtree(folder, ignore_errors=True)
        time.sleep(0.02)
    os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    """Hold the leash, and become the module."""
    folder, module, *arguments = sys.argv[1:]
    threading.Thread(target=_hold, args=(folder,), daemon=True, name="leash").start()
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
