import asyncio
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from bot.demo.process import NotStarted, Process


@pytest.fixture
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder from which the children import the modules that a test writes."""
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return tmp_path


def child(modules: Path, source: str) -> Process:
    (modules / "some_child.py").write_text(textwrap.dedent(source))
    return Process("some_child", ["argument"], log=modules / "child.log")


async def test_a_child_is_ready_when_it_says_so(modules: Path) -> None:
    process = child(modules, "import sys, time; print('ready', sys.argv[1:], flush=True); time.sleep(60)")

    seconds = await process.printed("ready ['argument']")

    assert 0 < seconds < 30
    assert process.alive
    process.kill()


async def test_a_child_that_ends_before_it_is_ready_is_told_with_the_end_of_its_log(modules: Path) -> None:
    process = child(modules, "raise SystemExit('the port is taken')")

    with pytest.raises(NotStarted, match="the port is taken") as failed:
        await process.printed("ready")

    assert failed.value.reason == "exit status 1"
    process.kill()


async def test_a_child_that_is_not_ready_in_time_is_told(modules: Path) -> None:
    process = child(modules, "import time; print('still working', flush=True); time.sleep(60)")
    await process.printed("still working")

    with pytest.raises(NotStarted, match="still working"):
        await process.printed("ready", within_s=0.1)

    process.kill()


async def test_what_an_earlier_child_wrote_to_the_same_log_is_not_taken_for_this_ones(modules: Path) -> None:
    first = child(modules, "print('ready')")
    await first.printed("ready")
    first.kill()

    second = child(modules, "import time; time.sleep(60)")
    with pytest.raises(NotStarted):
        await second.printed("ready", within_s=0.1)

    second.kill()


async def test_a_child_that_does_not_want_to_stop_is_killed(modules: Path) -> None:
    process = child(
        modules,
        """
        import signal, time
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        print("ready", flush=True)
        time.sleep(60)
        """,
    )
    await process.printed("ready")

    await process.stop(grace_s=0.1)

    assert process.exit_status == -signal.SIGKILL


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
async def test_a_child_and_its_folder_do_not_outlive_a_parent_that_is_killed(
    modules: Path, number: signal.Signals
) -> None:
    folder = modules / "folder"
    folder.mkdir()
    (folder / "file").touch()
    (modules / "some_child.py").write_text("import time; print('ready', flush=True); time.sleep(60)")
    (modules / "some_parent.py").write_text(
        textwrap.dedent(
            f"""
            import asyncio, time
            from pathlib import Path
            from bot.demo.process import Process

            child = Process("some_child", log=Path({str(modules / "child.log")!r}), remove=Path({str(folder)!r}))
            asyncio.run(child.printed("ready"))
            print(child.pid, flush=True)
            time.sleep(60)
            """
        )
    )
    parent = await asyncio.create_subprocess_exec(sys.executable, "-m", "some_parent", stdout=subprocess.PIPE)
    assert parent.stdout is not None
    child_pid = int(await parent.stdout.readline())

    parent.send_signal(number)
    await parent.wait()

    async with asyncio.timeout(10):
        while _lives(child_pid) or folder.exists():  # noqa: ASYNC110 — a stranger's process tells nobody
            await asyncio.sleep(0.01)


def _lives(pid: int) -> bool:
    """False too for a child that has died and that nobody has buried (in a container without an init)."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")
