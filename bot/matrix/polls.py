"""Polls as MSC3381 shapes them, in its unstable types, which clients send and read. Pure.

The stable shapes of the specification differ (`m.poll`, `m.text` arrays, `m.id`); `events.py` reads the
responses of both. The fallback text is for clients without polls.
"""

from bot.conversation import ClosePoll, EventId, OpenPoll
from bot.matrix.wire import Json

START = "org.matrix.msc3381.poll.start"
END = "org.matrix.msc3381.poll.end"
_DISCLOSED = "org.matrix.msc3381.poll.disclosed"
_TEXT = "org.matrix.msc1767.text"


def started(poll: OpenPoll) -> Json:
    """The content of the event that starts `poll`, without its relation."""
    fallback = [poll.question, *(f"{number}. {text}" for number, (_, text) in enumerate(poll.answers, 1))]
    return {
        START: {
            "kind": _DISCLOSED,
            "max_selections": 1,
            "question": {_TEXT: poll.question, "body": poll.question, "msgtype": "m.text"},
            "answers": [{"id": identity, _TEXT: text} for identity, text in poll.answers],
        },
        _TEXT: "\n".join(fallback),
        "m.mentions": {},
    }


def ended(close: ClosePoll, poll: EventId) -> Json:
    """The content of the event that ends the poll `poll`."""
    return {
        END: {},
        _TEXT: close.text,
        "m.mentions": {},
        "m.relates_to": {"rel_type": "m.reference", "event_id": poll},
    }
