"""What a running bot counts about itself: numbers since the start of the process, never a name, a room or a text.

`ALL` is the table of what is shown at `/metrics`, and in the documentation; each name has its help in
`bot/wording/*/metrics.po`. Counters are plain numbers that anybody may raise; `READ` is measured when somebody
looks (`health.py`). Names follow https://prometheus.io/docs/practices/naming/.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How a number behaves over time."""

    COUNTER = "counter"
    GAUGE = "gauge"
    HISTOGRAM = "histogram"


@dataclass(frozen=True, slots=True)
class Metric:
    """One number, or one for each value of `label` ("" where there is none)."""

    name: str
    kind: Kind
    label: str = ""

    @property
    def help(self) -> str:
        """The name of the sentence that explains it."""
        return f"metrics.{self.name.removeprefix('releve_').replace('_', '-')}"


class Counter:
    """Counts since the start, for each value of its label."""

    def __init__(self, name: str, label: str = "", values: Sequence[str] = ()) -> None:
        """`values` are shown from the start, at 0: what is missing cannot be told from what never happened."""
        self.metric = Metric(name, Kind.COUNTER, label)
        self._counts: defaultdict[str, int] = defaultdict(int, dict.fromkeys(values if label else ("",), 0))

    def add(self, value: str = "", count: int = 1) -> None:
        """`count` more, of those with the label `value`."""
        self._counts[value] += count

    def counts(self) -> dict[str, int]:
        """The count of each value of the label."""
        return dict(self._counts)


class Histogram:
    """How many times something took how long."""

    def __init__(self, name: str, bounds_s: Sequence[float]) -> None:
        """`bounds_s` are the upper bounds of the buckets in seconds, rising; a last one without a bound follows."""
        self.metric = Metric(name, Kind.HISTOGRAM)
        self.bounds_s = tuple(bounds_s)
        self.counts = [0] * (len(self.bounds_s) + 1)
        self.sum_s = 0.0

    def add(self, seconds: float) -> None:
        """It took `seconds` once more."""
        self.counts[bisect_left(self.bounds_s, seconds)] += 1
        self.sum_s += seconds


LANES = ("conversation", "broadcast")
OUTCOMES = ("answer", "keep", "gone", "ask", "unknown", "help")

EVENTS = Counter("releve_events_total")
FAILED = Counter("releve_events_failed_total")
ANSWERS = Counter("releve_answers_total", "outcome", OUTCOMES)
MISSES = Counter("releve_misses_total")
VOTES = Counter("releve_votes_total")
NUDGES = Counter("releve_nudges_total")
SENT = Counter("releve_messages_sent_total", "lane", LANES)
REFUSED = Counter("releve_messages_refused_total")
RATE_LIMITED = Counter("releve_rate_limited_total")
UNREACHABLE = Counter("releve_homeserver_failures_total")
UNDECRYPTABLE = Counter("releve_undecryptable_total")
DATABASE = Histogram("releve_database_seconds", (0.001, 0.005, 0.025, 0.1, 0.5, 2.5))

COUNTERS = (
    EVENTS,
    FAILED,
    ANSWERS,
    MISSES,
    VOTES,
    NUDGES,
    SENT,
    REFUSED,
    RATE_LIMITED,
    UNREACHABLE,
    UNDECRYPTABLE,
)
HISTOGRAMS = (DATABASE,)

READY = Metric("releve_ready", Kind.GAUGE)
SYNC_AGE = Metric("releve_sync_age_seconds", Kind.GAUGE)
ROOMS = Metric("releve_rooms", Kind.GAUGE)
WAITING = Metric("releve_outbox_waiting", Kind.GAUGE, "lane")
OLDEST = Metric("releve_outbox_oldest_seconds", Kind.GAUGE, "lane")
READ = (READY, SYNC_AGE, ROOMS, WAITING, OLDEST)

ALL = (*READ, *(counted.metric for counted in (*COUNTERS, *HISTOGRAMS)))
