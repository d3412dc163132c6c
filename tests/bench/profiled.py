"""`python -m tests.bench.profiled FILE MODULE [ARGUMENT …]`: run a module and write where its processor time goes.

SIGUSR1 starts the counting, SIGUSR1 again ends it and writes FILE. After every millisecond of processor time a signal
comes, which Python handles between two instructions of the main thread: what each thread has used since the last one
is counted for what the thread is at. Only the standard library, on Linux.
"""

import json
import runpy
import signal
import sys
import threading
import time
from collections import defaultdict
from pathlib import Path
from types import FrameType

_EVERY_S = 0.001
_DEEPEST = 200


class Sampler:
    """Counts seconds of processor time by stack: innermost call first, each `file:function`."""

    def __init__(self) -> None:
        self.stacks: defaultdict[tuple[str, ...], float] = defaultdict(float)
        self._used: dict[int, float] = {}

    def start(self) -> None:
        self._used = _processor_times()
        signal.signal(signal.SIGPROF, self._look)
        signal.setitimer(signal.ITIMER_PROF, _EVERY_S, _EVERY_S)

    def stop(self) -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)

    def _look(self, number: int, frame: FrameType | None) -> None:
        frames: dict[int | None, FrameType | None] = dict(sys._current_frames().items())
        frames[threading.main_thread().ident] = frame
        for thread, used in _processor_times().items():
            spent = used - self._used.get(thread, used)
            if spent > 0:
                self.stacks[_stack(frames.get(thread))] += spent
            self._used[thread] = used


def _processor_times() -> dict[int, float]:
    """What each thread has used by now, in seconds."""
    times = {}
    for thread in threading.enumerate():
        if thread.ident is not None:
            try:
                times[thread.ident] = time.clock_gettime(time.pthread_getcpuclockid(thread.ident))
            except OSError:
                continue
    return times


def _stack(frame: FrameType | None) -> tuple[str, ...]:
    calls: list[str] = []
    while frame is not None and len(calls) < _DEEPEST:
        calls.append(f"{frame.f_code.co_filename}:{frame.f_code.co_qualname}")
        frame = frame.f_back
    return tuple(calls)


def main() -> None:
    file, module = Path(sys.argv[1]), sys.argv[2]
    running: list[Sampler] = []

    def turned(number: int, frame: FrameType | None) -> None:
        if not running:
            running.append(Sampler())
            running[0].start()
        else:
            running[0].stop()
            written = file.with_suffix(".part")
            written.write_text(json.dumps([[list(stack), spent] for stack, spent in running.pop().stacks.items()]))
            written.replace(file)

    signal.signal(signal.SIGUSR1, turned)
    sys.argv = [module, *sys.argv[3:]]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
