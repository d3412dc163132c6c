"""What the replies to many labelled lines are worth together."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.understanding.lines import Line, Verdict, judge

Answering = Callable[[Mapping[str, object]], Mapping[str, Any]]
"""Anything that answers as the offline door does."""


@dataclass(frozen=True)
class Tally:
    """`verdicts`: how many replies were worth what; `confusion`: what was wanted and what was said, with how often;
    `chattered`: how often something was said where nothing was to be said.
    """

    verdicts: Counter[Verdict] = field(default_factory=Counter)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    chattered: int = 0

    @property
    def lines(self) -> int:
        return self.verdicts.total()

    def share(self, verdict: Verdict) -> float:
        """The part of all the lines that got this verdict, 0 to 1."""
        return self.verdicts[verdict] / self.lines if self.lines else 0.0


def tally(lines: Iterable[Line], answer: Answering, needs_of: Mapping[str, Iterable[str]]) -> Tally:
    """Ask every line and judge the replies; `needs_of` gives the needs of each name of the catalogue."""
    verdicts: Counter[Verdict] = Counter()
    confusion: Counter[tuple[str, str]] = Counter()
    chattered = 0
    for line in lines:
        reply = answer({"id": line.id, "text": line.text, "addressed": line.addressed})
        verdicts[judge(line, reply, needs_of)] += 1
        confusion[line.want, str(reply["outcome"])] += 1
        chattered += line.want == "silent" and reply["outcome"] != "silent"
    return Tally(verdicts, confusion, chattered)
