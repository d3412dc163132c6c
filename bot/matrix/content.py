"""Effect → the request that puts it into a room: pure.

Shapes as in the specification (v1.19): rich replies, threads, replacements, annotations, redactions.
"""

import json
from dataclasses import dataclass

from bot.conversation import (
    ClosePoll,
    Effect,
    EventId,
    OpenPoll,
    Publish,
    React,
    Revise,
    Say,
    Show,
    Text,
    TransactionId,
    Withdraw,
)
from bot.matrix import polls
from bot.matrix.events import REVISION
from bot.matrix.wire import Json, escaped

LARGEST = 60_000
"""Bytes of a content; the specification's limit for the whole event, with what servers add, is 65,536."""


class GivenUp(Exception):
    """The message can never be sent; `reason` is kept in the outbox."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Sending:
    """What is to be sent: an event of type `kind`, or a redaction of the event `redacts`."""

    kind: str
    content: Json
    redacts: EventId | None = None

    def path(self, room: str, transaction: TransactionId) -> str:
        """The path to PUT it to. Raises GivenUp when it is too large for an event."""
        if len(json.dumps(self.content, ensure_ascii=False).encode("utf-8", "replace")) > LARGEST:
            raise GivenUp("too-large")
        place = f"/rooms/{escaped(room)}"
        if self.redacts is not None:
            return f"{place}/redact/{escaped(self.redacts)}/{escaped(transaction)}"
        return f"{place}/send/{escaped(self.kind)}/{escaped(transaction)}"


def sending(effect: Effect, target: EventId | None, place: Json | None = None) -> Sending:
    """How `effect` is sent; `target` is the event of the own message that a Revise, Withdraw or ClosePoll
    changes, or that a React is put on; `place` says where the file of a Show was put (see `files.put`).

    Raises GivenUp where there is no such event or file.
    """
    match effect:
        case Say():
            content = _text(effect.text, "m.text" if effect.notify else "m.notice")
            return Sending("m.room.message", {**content, **_relation(effect.reply_to, effect.thread)})
        case React() if (on := target if effect.own else effect.target) is not None:
            relation = {"rel_type": "m.annotation", "event_id": on, "key": effect.key}
            return Sending("m.reaction", {"m.relates_to": relation})
        case Revise() if target is not None:
            content = _text(Text(body=f"* {effect.text.body}", html=f"* {effect.text.html}"), "m.notice")
            return Sending(
                "m.room.message",
                {
                    **content,
                    "m.new_content": _text(effect.text, "m.notice"),
                    "m.relates_to": {"rel_type": "m.replace", "event_id": target},
                },
            )
        case Show() if place is not None:
            return Sending("m.room.message", {**_file(effect), **place, **_relation(effect.reply_to, effect.thread)})
        case OpenPoll():
            return Sending(polls.START, {**polls.started(effect), **_relation(None, effect.thread)})
        case ClosePoll() if target is not None:
            return Sending(polls.END, polls.ended(effect, target))
        case Publish():
            return Sending(REVISION, dict(effect.fields))
        case Withdraw() if target is not None:
            return Sending("m.room.redaction", {}, redacts=target)
    raise GivenUp("target-unknown")


def _text(text: Text, kind: str) -> Json:
    return {
        "msgtype": kind,
        "body": text.body,
        "format": "org.matrix.custom.html",
        "formatted_body": text.html,
        # Nobody is meant: without it, older clients look for names in the body.
        "m.mentions": {},
    }


def _file(show: Show) -> Json:
    """A picture or a document; its body is a caption, since `filename` is there too (specification v1.10)."""
    info: Json = {"mimetype": show.mime, "size": len(show.content)}
    if show.width is not None and show.height is not None:
        info |= {"w": show.width, "h": show.height}
    return {
        "msgtype": "m.image" if show.mime.startswith("image/") else "m.file",
        "body": show.alt,
        "filename": show.name,
        "info": info,
        "m.mentions": {},
    }


def _relation(reply_to: EventId | None, thread: EventId | None) -> Json:
    reply = {"m.in_reply_to": {"event_id": reply_to}} if reply_to else {}
    if thread is None:
        return {"m.relates_to": reply} if reply else {}
    # Clients without threads show a message of a thread as a reply; to the root where there is no other.
    return {
        "m.relates_to": {
            "rel_type": "m.thread",
            "event_id": thread,
            "is_falling_back": True,
            "m.in_reply_to": {"event_id": reply_to or thread},
        }
    }
