"""What a look at the program, its files and its homeserver found: plain data, said in words elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum


class State(IntEnum):
    """How it is; the number is the exit status that it makes."""

    WELL = 0
    CARE = 1
    WRONG = 2


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One line of `releve doctor`: what was looked at, how it is, and the values of its sentence.

    `doctor.<subject>` names what was looked at, `doctor.<subject>.<outcome>` says how it is, and unless all is well
    `doctor.<subject>.<outcome>.do` what to do.
    """

    subject: str
    outcome: str
    state: State = State.WELL
    values: Mapping[str, str | int] = field(default_factory=dict)
