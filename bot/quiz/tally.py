"""Counting votes exactly as MSC3381 says. Pure.

Each sender's latest response by `origin_server_ts` counts, even when it is not valid (that person's vote is
then spoiled); it is cut to `max_selections`, which is 1 here; an empty one takes the vote back. A response
that comes twice is one. A redacted response is no response: the sender's previous one counts again. What
the specification leaves open, two responses of the same millisecond, is decided by their event ids, so
that the order of arrival never matters.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.conversation import EventId, UserId

MAX_SELECTIONS = 1


@dataclass(frozen=True, slots=True)
class Response:
    """One response to a question: by poll, typed, or by reaction, all alike. `sent_ms` orders them."""

    event: EventId
    sender: UserId
    sent_ms: int
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """`counts`: votes by answer id, in the order of the question, zeros included. `voters`: who has a valid vote."""

    counts: Mapping[str, int]
    voters: frozenset[UserId]

    @property
    def total(self) -> int:
        return len(self.voters)


def tally(answers: Sequence[str], responses: Iterable[Response], removed: Collection[EventId] = ()) -> Tally:
    """The votes on a question with these answer ids, from responses in any order; `removed` were redacted."""
    latest: dict[UserId, Response] = {}
    for response in responses:
        if response.event in removed:
            continue
        known = latest.get(response.sender)
        if known is None or (known.sent_ms, known.event) < (response.sent_ms, response.event):
            latest[response.sender] = response
    chosen = {
        sender: response.answers[:MAX_SELECTIONS] for sender, response in latest.items() if valid(answers, response)
    }
    counts = dict.fromkeys(answers, 0)
    for selection in chosen.values():
        for answer in set(selection):
            counts[answer] += 1
    return Tally(counts, frozenset(chosen))


def valid(answers: Sequence[str], response: Response) -> bool:
    """Whether a response votes for something: not empty, and every answer that it names is one of the question."""
    return bool(response.answers) and all(answer in answers for answer in response.answers)
