"""The table of `releve doctor`: a word beside each sign, a way out below each line that is not well, both languages."""

import re
from pathlib import Path

import pytest

from bot.diagnosis import Diagnosis, State
from bot.doctor import status, table
from bot.wording import LANGUAGES, voice

AWAY = Diagnosis("server", "away", State.WRONG, {"homeserver": "https://matrix.example", "reason": "TimeoutError"})
WELL = Diagnosis("limits", "well")
FULL = Diagnosis("disk", "full", State.CARE, {"free": 12})
_MADE = re.compile(r'Diagnosis\(\s*"(?P<subject>[a-z]+)",\s*"(?P<outcome>[a-z-]+)"(?P<rest>[^)]*)')


def test_signs_are_said_in_words_too_and_what_is_wrong_has_a_way_out() -> None:
    shown = table([AWAY, FULL, WELL], voice("fr"))
    assert [line.split("  ")[0] for line in shown.splitlines() if line[:1] in "✓!✗" and line] == [
        "✗ à réparer",
        "! à voir",
        "✓ bien",
    ]
    assert shown.count("→") == 2
    assert "Vérifiez matrix.homeserver" in shown


def test_it_fits_a_terminal() -> None:
    assert max(len(line) for line in table([AWAY, FULL, WELL], voice("en")).splitlines()) <= 110


@pytest.mark.parametrize(("found", "expected"), [([WELL], 0), ([WELL, FULL], 1), ([AWAY, FULL, WELL], 2), ([], 0)])
def test_the_exit_status_is_that_of_the_worst_line(found: list[Diagnosis], expected: int) -> None:
    assert status(found) == expected


def _made() -> set[tuple[str, str]]:
    """Every diagnosis that the program makes, read from its source."""
    bot = Path(__file__).parents[2] / "bot"
    found = set()
    for file in (*bot.glob("doctor/*.py"), bot / "matrix" / "examination.py", bot / "database" / "checkup.py"):
        found |= {(match["subject"], match["outcome"]) for match in _MADE.finditer(file.read_text(encoding="utf-8"))}
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_diagnosis_can_be_said_with_its_way_out(language: str) -> None:
    speak, made = voice(language), _made()
    assert len(made) > 30
    missing = [
        name
        for subject, outcome in made
        for name in (f"doctor.{subject}", f"doctor.{subject}.{outcome}", f"doctor.{subject}.{outcome}.do")
        if not speak.knows(name) and not (name.endswith(".do") and outcome in {"well", "off"})
    ]
    assert missing == []
