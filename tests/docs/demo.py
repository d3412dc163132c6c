"""The conversation that `releve demo` plays, as the README shows it."""

import asyncio
import re
import subprocess
import sys

NAME = "demo"
_PATIENCE_S = 90
_DAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_MONTH = r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
# What depends on the day on which it is played, and where a line ends because of it.
_DATED = ((re.compile(rf"{_DAY} \d{{1,2}}(?:er)? {_MONTH}"), "‹jour›"), (re.compile(rf"\({_DAY} \d+ h\)"), "(‹jour›)"))
_SPACES = re.compile(r"[\s│]+")


async def made() -> str:
    """The block of the README: what the demo prints, from the name of the room on. Raises RuntimeError if it fails."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", "--lang", "fr"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    printed, _ = await asyncio.wait_for(process.communicate(), _PATIENCE_S)
    text = printed.decode()
    if process.returncode != 0 or "──" not in text:
        raise RuntimeError(text)
    return f"```text\n{text[text.index('──') :].strip()}\n```\n"


def undated(text: str) -> str:
    """`text` without days and dates, on one line: what two runs on different days have in common."""
    text = _SPACES.sub(" ", text)
    for pattern, replacement in _DATED:
        text = pattern.sub(replacement, text)
    return text
