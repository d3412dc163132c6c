"""When a question moves on. Pure; all times in milliseconds.

PROGRESS: a quiz is not a race. A question moves on when all who have voted in this quiz have voted on it,
after a short grace; on « suivant »; or at its time limit. Two in a row that nobody answered: pause.
"""

from collections.abc import Collection
from dataclasses import dataclass

from bot.conversation import UserId

_SECOND = 1000
_HOUR = 3600 * _SECOND
PAUSE_AFTER = 2
"""So many questions in a row without an answer."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How patient a quiz is.

    `grace`: after the last vote, once all have voted. `first_grace`: the same while nobody is known to vote
    in this quiz but those who just did, so that whoever starts it does not leave the others behind.
    `alone`: the grace in a conversation with one person. `limit`: of a question. `count_every`: the live
    count is edited no more often. `abandoned`: a quiz that pauses so long is closed, and its votes dropped.
    """

    grace: int = 20 * _SECOND
    first_grace: int = 120 * _SECOND
    alone: int = 2 * _SECOND
    limit: int = 48 * _HOUR
    count_every: int = 30 * _SECOND
    abandoned: int = 14 * 24 * _HOUR


@dataclass(frozen=True, slots=True)
class Situation:
    """What decides when the open question moves on.

    `voters` have a valid vote on it, `earlier` on any question of this quiz before it; `last_vote` is when
    the latest of the votes on it came; `until` its time limit.
    """

    voters: Collection[UserId]
    earlier: Collection[UserId]
    last_vote: int
    until: int
    direct: bool


def moves_on(situation: Situation, rhythm: Rhythm) -> int:
    """When the open question moves on if nothing else happens."""
    if not situation.voters or not set(situation.earlier) <= set(situation.voters):
        return situation.until
    together = rhythm.grace if situation.earlier else rhythm.first_grace
    grace = rhythm.alone if situation.direct else together
    return min(situation.until, situation.last_vote + grace)


def silent_after(silent: int, votes: int, *, asked_to_go_on: bool) -> int:
    """How many questions in a row nobody answered, after one closed with `votes`.

    « suivant » is a sign of life: it starts the count again.
    """
    return 0 if votes or asked_to_go_on else silent + 1
