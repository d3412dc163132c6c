"""The diagnoses as a table for a terminal: a sign, a word, what was looked at, how it is, and what to do."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from bot.diagnosis import Diagnosis, State
from bot.wording import Voice

_SIGNS = {State.WELL: "✓", State.CARE: "!", State.WRONG: "✗"}
_WIDTH = 110


def table(diagnoses: Sequence[Diagnosis], speak: Voice) -> str:
    """`diagnoses`, one below the other, in the language of `speak`; colours would say nothing that words do not."""
    heads = [_head(diagnosis, speak) for diagnosis in diagnoses]
    width = max((len(head) for head in heads), default=0)
    lines: list[str] = []
    for diagnosis, head in zip(diagnoses, heads, strict=True):
        lines += _wrapped(_said(diagnosis, speak), f"{head:<{width}}  ", width + 2)
        if diagnosis.state is not State.WELL:
            lines += _wrapped(
                speak.word(f"{_sentence(diagnosis)}.do", **diagnosis.values), f"{'':<{width}}  → ", width + 4
            )
    return "\n".join([*lines, "", speak.word(f"doctor.whole.{_worst(diagnoses).name.lower()}")])


def status(diagnoses: Iterable[Diagnosis]) -> int:
    """The exit status: 0 all is well, 1 something wants care, 2 something is wrong."""
    return int(_worst(diagnoses))


def _worst(diagnoses: Iterable[Diagnosis]) -> State:
    return max((diagnosis.state for diagnosis in diagnoses), default=State.WELL)


def _head(diagnosis: Diagnosis, speak: Voice) -> str:
    word = speak.word(f"doctor.state.{diagnosis.state.name.lower()}")
    longest = max(len(speak.word(f"doctor.state.{state.name.lower()}")) for state in State)
    return f"{_SIGNS[diagnosis.state]} {word:<{longest}}  {speak.word(f'doctor.{diagnosis.subject}')}"


def _said(diagnosis: Diagnosis, speak: Voice) -> str:
    return speak.word(_sentence(diagnosis), **diagnosis.values)


def _sentence(diagnosis: Diagnosis) -> str:
    return f"doctor.{diagnosis.subject}.{diagnosis.outcome}"


def _wrapped(text: str, head: str, indent: int) -> Iterator[str]:
    lines = textwrap.wrap(text, max(40, _WIDTH - indent), break_long_words=False, break_on_hyphens=False) or [""]
    yield head + lines[0]
    for line in lines[1:]:
        yield " " * indent + line
