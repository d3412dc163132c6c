"""The tables `vote` and `removed_vote`: owned here.

Votes carry who voted only until the quiz closes; then they go, and the counts of each question stay.
"""

import json
from collections.abc import Iterable
from typing import Literal, TypeAlias

from bot import metrics
from bot.conversation import EventId, UserId
from bot.database import Transaction
from bot.quiz.storage import Question
from bot.quiz.tally import Response, Tally, tally

VoteKind: TypeAlias = Literal["poll", "typed", "reaction"]


async def add_vote(tx: Transaction, question: Question, response: Response, kind: VoteKind, now_ms: int) -> None:
    """Keep a response; one that came before is the same, unless it was changed since (`sent_ms` is later)."""
    kept = await tx.execute(
        "INSERT INTO vote (event_id, quiz, place, sender, sent_at, noted_at, kind, answers)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE"
        " SET sent_at = excluded.sent_at, noted_at = excluded.noted_at, answers = excluded.answers"
        " WHERE excluded.sent_at > sent_at AND excluded.sender = sender",
        (
            response.event,
            question.quiz,
            question.place,
            response.sender,
            response.sent_ms,
            now_ms,
            kind,
            json.dumps(response.answers, ensure_ascii=False),
        ),
    )
    if kept:
        tx.if_kept(metrics.VOTES.add)


async def vote_place(tx: Transaction, event: EventId, sender: UserId) -> tuple[int, int] | None:
    """The quiz and the place of the question on which `sender` voted by the message `event`, or None."""
    row = await tx.fetch_one(
        "SELECT quiz, place FROM vote WHERE event_id = ? AND sender = ? AND kind = 'typed'", (event, sender)
    )
    return (row["quiz"], row["place"]) if row else None


async def remove_vote(tx: Transaction, number: int, event: EventId) -> None:
    """`event` was redacted: if it is a vote of this quiz, or turns out to be one, it does not count."""
    await tx.execute("INSERT OR IGNORE INTO removed_vote (event_id, quiz) VALUES (?, ?)", (event, number))


async def drop_unheld(tx: Transaction, question: Question, held: Iterable[EventId]) -> None:
    """Of the poll votes that came before the recount was asked for, keep those that the homeserver still holds."""
    known = await tx.fetch_all(
        "SELECT event_id FROM vote WHERE quiz = ? AND place = ? AND kind = 'poll' AND noted_at < ?",
        (question.quiz, question.place, question.recount_at),
    )
    gone = {row["event_id"] for row in known} - set(held)
    await tx.execute_many("DELETE FROM vote WHERE event_id = ?", [(event,) for event in gone])


async def tallied(tx: Transaction, question: Question) -> Tally:
    """The votes on a question as they stand. Of a closed quiz there are none left."""
    removed = await tx.fetch_all("SELECT event_id FROM removed_vote WHERE quiz = ?", (question.quiz,))
    rows = await tx.fetch_all(
        "SELECT event_id, sender, sent_at, answers FROM vote WHERE quiz = ? AND place = ?",
        (question.quiz, question.place),
    )
    responses = [
        Response(row["event_id"], row["sender"], row["sent_at"], tuple(json.loads(row["answers"]))) for row in rows
    ]
    return tally(question.ids, responses, {row["event_id"] for row in removed})


async def last_vote(tx: Transaction, question: Question) -> int:
    """When the latest vote on a question came (milliseconds since the epoch), or 0."""
    row = await tx.fetch_one(
        "SELECT MAX(noted_at) AS at FROM vote WHERE quiz = ? AND place = ?", (question.quiz, question.place)
    )
    return (row["at"] if row else None) or 0
