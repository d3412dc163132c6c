"""A migration as data: one association moving one need from a product to an alternative, step by step."""

import datetime
from dataclasses import dataclass, replace
from enum import StrEnum

SOMEBODY = "*"
"""Who takes it, when a person said « moi »: their name is not kept."""


class State(StrEnum):
    """Where a migration is."""

    PLANNED = "planned"
    MOVING = "moving"
    DONE = "done"
    DROPPED = "dropped"


class Kind(StrEnum):
    """The kinds of steps, in the order in which they are taken."""

    HELP = "help"
    EXPORT = "export"
    OPEN = "open"
    INSTALL = "install"
    TRY = "try"
    MOVE = "move"
    TELL = "tell"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Pair:
    """What moves where: ids of the catalogue. `product` and `host` may be "" (a need alone; no host chosen)."""

    need: str
    product: str
    alternative: str
    host: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a migration; `done_at` is None while it is to be done (milliseconds since the epoch)."""

    kind: Kind
    done_at: int | None = None


@dataclass(frozen=True, slots=True)
class Migration:
    """A migration as it stands.

    `number` is its own for ever, `place` counts the migrations of its association from 1: what people type.
    `who` is first names as they were given, or `SOMEBODY`; it and `by` are gone once it is over.
    """

    number: int
    association: int
    place: int
    pair: Pair
    state: State
    steps: tuple[Step, ...]
    changed_at: int
    who: str | None = None
    by: datetime.date | None = None

    @property
    def open(self) -> bool:
        """Whether there is still something to do."""
        return self.state in {State.PLANNED, State.MOVING}

    @property
    def left(self) -> tuple[Step, ...]:
        """The steps that are not done."""
        return tuple(step for step in self.steps if step.done_at is None)

    @property
    def last_done(self) -> Step | None:
        """The step that was done last, or None."""
        done = [step for step in self.steps if step.done_at is not None]
        return max(done, key=lambda step: step.done_at or 0, default=None)

    def with_step_done(self, kind: Kind, now_ms: int) -> "Migration":
        """After `kind` was done: moving, or done when nothing is left. A step that was done stays as it is."""
        steps = tuple(
            replace(step, done_at=now_ms) if step.kind is kind and step.done_at is None else step for step in self.steps
        )
        over = all(step.done_at is not None for step in steps)
        after = replace(self, steps=steps, state=State.MOVING, changed_at=now_ms)
        return after.ended(State.DONE, now_ms) if over else after

    def ended(self, state: State, now_ms: int) -> "Migration":
        """After it was done or dropped: nobody is in charge of it any more."""
        return replace(self, state=state, changed_at=now_ms, who=None, by=None)
