"""`releve demo` as a newcomer starts it, with a terminal and without."""

import asyncio
import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_PATIENCE_S = 60


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the demo makes its folder; nothing else is in it."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


async def run(*arguments: str) -> tuple[int, str]:
    """Run the demo without a terminal; returns its exit status and what it printed."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", *arguments),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    printed, _ = await asyncio.wait_for(process.communicate(), _PATIENCE_S)
    assert process.returncode is not None
    return process.returncode, printed.decode()


def left_behind(folder: Path) -> list[str]:
    """The files in `folder`, and the command lines that name it: homeservers and bots of a demo (on Linux)."""
    left = [str(path) for path in folder.iterdir()]
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = file.read_bytes().replace(b"\x00", b" ").decode("utf-8", "replace")
        except OSError:
            continue
        if str(folder) in line:
            left.append(line)
    return left


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_without_a_terminal_it_plays_the_shipped_conversation_and_all_is_answered(
    alone: Path, language: str
) -> None:
    status, printed = await run("--lang", language)

    assert status == 0, printed
    assert "par quoi remplacer Google Drive ?" in printed
    assert "what replaces Zoom?" in printed
    assert left_behind(alone) == []


async def test_a_line_that_is_not_answered_as_it_must_be_is_named(alone: Path, tmp_path: Path) -> None:
    script = tmp_path / "conversation.txt"
    script.write_text("> par quoi remplacer Zoom ?\n! silence\n> what replaces Zoom?\n= a purple elephant\n")

    status, printed = await run("--lang", "en", "--script", str(script))

    assert status == 1
    assert "line 1: silence was expected" in printed
    assert "line 3: missing from the answer: a purple elephant" in printed


async def test_a_script_with_a_mistake_is_refused_before_anything_starts(alone: Path, tmp_path: Path) -> None:
    script = tmp_path / "conversation.txt"
    script.write_text("bonjour\n")

    status, printed = await run("--lang", "en", "--script", str(script))

    assert status == 2
    assert "conversation.txt:1: a line starts with" in printed


class _Terminal:
    """A person's terminal, with the demo in it."""

    def __init__(self, master: int, demo: "subprocess.Popen[bytes]") -> None:
        self.demo = demo
        self._master = master
        self._shown = ""

    def type(self, text: str) -> None:
        os.write(self._master, text.encode())

    async def shows(self, pattern: str) -> str:
        """Wait until the demo prints something that matches; returns all until there, and forgets it."""
        async with asyncio.timeout(_PATIENCE_S):
            while (found := re.search(pattern, self._shown, re.DOTALL)) is None:
                self._shown += (await asyncio.to_thread(self._read)).replace("\r\n", "\n")
        shown, self._shown = self._shown[: found.end()], self._shown[found.end() :]
        return shown

    async def ends(self) -> int:
        """Wait until the demo has ended; returns its exit status."""
        return await asyncio.wait_for(asyncio.to_thread(self.demo.wait), _PATIENCE_S)

    def _read(self) -> str:
        try:
            return os.read(self._master, 65_536).decode("utf-8", "replace")
        except OSError:
            pytest.fail(f"the demo has ended, after: {self._shown}")


@contextmanager
def demo_in_a_terminal() -> Iterator[_Terminal]:
    master, slave = pty.openpty()
    demo = subprocess.Popen(
        [sys.executable, "-m", "bot", "demo", "--lang", "en"],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
    )
    os.close(slave)
    try:
        yield _Terminal(master, demo)
    finally:
        demo.kill()
        demo.wait()
        os.close(master)


async def test_in_a_terminal_a_person_chats_and_ctrl_c_leaves_nothing(alone: Path) -> None:
    with demo_in_a_terminal() as terminal:
        shown = await terminal.shows(r"password  \S+\n.*Camille ›")
        terminal.type("what replaces Zoom?\n")
        answer = await terminal.shows(r"La Relève.*?\n\s*\n")
        terminal.type("/edit what replaces Doodle?\n")
        edited = await terminal.shows(r"✎ .*?La Relève.*?\n\s*\n")
        os.killpg(terminal.demo.pid, signal.SIGINT)
        status = await terminal.ends()

    assert re.search(r"address   http://127\.0\.0\.1:\d+\n  account   dominique\n", shown)
    assert "Zoom" in answer
    assert "Doodle" in edited
    assert status == 0
    assert left_behind(alone) == []


async def test_ctrl_d_ends_it(alone: Path) -> None:
    with demo_in_a_terminal() as terminal:
        await terminal.shows("Camille ›")
        terminal.type("\x04")
        bye = await terminal.shows("nothing is left on the disk")

        assert await terminal.ends() == 0

    assert "✗" not in bye
    assert left_behind(alone) == []


async def test_ctrl_c_while_it_starts_leaves_nothing(alone: Path) -> None:
    with demo_in_a_terminal() as terminal:
        await terminal.shows("Synapse")
        os.killpg(terminal.demo.pid, signal.SIGINT)

        assert await terminal.ends() == 0

    assert left_behind(alone) == []
