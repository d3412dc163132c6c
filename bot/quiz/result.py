"""What the counts of a question say about a need. Pure.

PROGRESS: the plurality names the main tool; other tools with votes are kept as also used; a tie is to be
checked together, not averaged. Who answers "I don't know" abstains, unless everybody does.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bot.quiz.questions import NOT_DONE, UNKNOWN


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is known of a need. `tools`: answer ids, the main tool first. `tied`: those that are to be checked."""

    state: Literal["used", "not-done", "unknown"]
    tools: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()


def outcome(counts: Mapping[str, int]) -> Outcome | None:
    """What these votes say; None when there are none."""
    voted = {answer: count for answer, count in counts.items() if count}
    if not voted:
        return None
    voted.pop(UNKNOWN, None)
    if not voted:
        return Outcome("unknown")
    most = max(voted.values())
    first = tuple(answer for answer, count in voted.items() if count == most)
    if len(first) > 1:
        return Outcome("unknown", tied=first)
    if first == (NOT_DONE,):
        return Outcome("not-done")
    others = sorted((answer for answer in voted if answer not in (*first, NOT_DONE)), key=lambda answer: -voted[answer])
    return Outcome("used", tools=(*first, *others))
