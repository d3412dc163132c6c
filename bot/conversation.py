"""What comes in from a room and what goes out to it: plain data, no Matrix library, no SQL.

Everything that happens in a room reaches the skills as one `Incoming`; everything that a skill wants
said or done is an `Effect`. Identifiers are Matrix identifiers kept as opaque strings: a room id of
room version 12 has no server part, so nobody may parse one.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

RoomId: TypeAlias = str
EventId: TypeAlias = str
UserId: TypeAlias = str
TransactionId: TypeAlias = str
Language: TypeAlias = str
"""ISO 639-1: "fr" or "en"."""


# ── what comes in ────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class _Happening:
    """Something that a person did in a room.

    `age_ms` is how long ago, by the homeserver's own clock; `sent_ms` is its `origin_server_ts`, in
    milliseconds since the epoch: what votes are ordered by.
    """

    room: RoomId
    event: EventId
    sender: UserId
    age_ms: int
    sent_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Message(_Happening):
    """A text message.

    `text` has no reply fallback and no leading mention of the bot. `mentioned`: the bot was named by
    `m.mentions` or by its name at the start. `reply_to` is the event it answers, `thread` its thread's root.
    """

    text: str
    mentioned: bool = False
    reply_to: EventId | None = None
    thread: EventId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit(_Happening):
    """The sender replaced the text of an earlier message of theirs (`original`)."""

    original: EventId
    text: str
    mentioned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction(_Happening):
    """`redacts` was removed, by its sender or by somebody with the right to."""

    redacts: EventId


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction(_Happening):
    """`key` (an emoji, as sent) was put on the event `target`."""

    target: EventId
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(_Happening):
    """A response to the poll that the event `poll` started; `answers` are answer ids as sent."""

    poll: EventId
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined(_Happening):
    """The bot itself joined the room (`sender` is the bot, or whoever invited it where that is known).

    `first`: it has never been there before; the desk knows.
    """

    direct: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Left(_Happening):
    """The bot itself is no longer in the room: it left, or `sender` removed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable(_Happening):
    """An encrypted message of `sender` could not be read: its key has not come for a while.

    `message` is its event; `event` names this news of it, since the message itself may still become readable.
    `withheld`: the sender's client has said why it does not give the key (a code of `m.room_key.withheld`).
    """

    message: EventId
    withheld: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Belonging(_Happening):
    """The homeserver was asked whether the room is one of those of `space`; `confirmed`: both say so.

    `sender` is the bot, `event` names this one answer.
    """

    space: RoomId
    confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Recounted(_Happening):
    """All responses that the homeserver holds for the poll that the event `poll` started, redacted ones left out.

    The answer to the effect `Recount`; `sender` is the bot, `event` names this one answer.
    """

    poll: EventId
    votes: tuple[Vote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published(_Happening):
    """A bot told of a revision of its catalogue; `fields` are as it sent them: texts and whole numbers."""

    fields: Mapping[str, str | int]


Incoming: TypeAlias = (
    Message | Edit | Redaction | Reaction | Vote | Recounted | Published | Unreadable | Belonging | Joined | Left
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What is known of a room when something happens in it. `space`: it holds other rooms, nobody talks in it."""

    id: RoomId
    direct: bool = False
    encrypted: bool = False
    public: bool = False
    space: bool = False


# ── what goes out ────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Text:
    """One text in its two Matrix forms: `body` stands alone, `html` is the same for clients that show it."""

    body: str
    html: str


class Lane(StrEnum):
    """The outbox has two lanes: answers never wait behind broadcasts."""

    CONVERSATION = "conversation"
    BROADCAST = "broadcast"


def transaction_id(cause: str, part: str = "") -> TransactionId:
    """The Matrix transaction id of the message that `cause` brings about.

    `cause` is an event id, or an association and an ISO week for a nudge; `part` tells apart several
    messages of one cause. The same cause always gives the same id, so that a message sent again after a
    crash is the same message to the homeserver.
    """
    digest = hashlib.sha256(f"{cause}\x00{part}".encode()).hexdigest()
    return f"releve-{digest[:32]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sent:
    """`cause` and `part` name this message for ever; see `transaction_id`."""

    room: RoomId
    cause: str
    part: str = ""
    lane: Lane = Lane.CONVERSATION

    @property
    def transaction(self) -> TransactionId:
        return transaction_id(self.cause, self.part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Say(_Sent):
    """Say `text`, as a reply to `reply_to`, in the thread of `thread`.

    `notify` sends `m.text` instead of `m.notice`: for the weekly nudge only.
    """

    text: Text
    reply_to: EventId | None = None
    thread: EventId | None = None
    notify: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Revise(_Sent):
    """Replace the text of an earlier message of the bot, named by its transaction id."""

    target: TransactionId
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw(_Sent):
    """Redact an earlier message of the bot, named by its transaction id."""

    target: TransactionId


@dataclass(frozen=True, slots=True, kw_only=True)
class React(_Sent):
    """Put `key` on the event `target`; `own`: on the bot's own message that `target` names by its transaction id."""

    target: EventId | TransactionId
    key: str
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPoll(_Sent):
    """Start a poll (MSC3381, disclosed, one choice): at most seven `answers`, each (id, text of ≤ 35 characters)."""

    question: str
    answers: tuple[tuple[str, str], ...]
    thread: EventId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosePoll(_Sent):
    """End the poll of `target`; `text` is what clients without polls show."""

    target: TransactionId
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recount(_Sent):
    """Ask the homeserver for every response to the poll of `target`; `Recounted` is the answer."""

    target: TransactionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Show(_Sent):
    """Upload and show a file: a picture (`mime` image/…, with `width` and `height` in pixels) or a document.

    `content` is the file; `alt` is the body, what is read where it is not seen.
    """

    name: str
    mime: str
    content: bytes
    alt: str
    width: int | None = None
    height: int | None = None
    reply_to: EventId | None = None
    thread: EventId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publish(_Sent):
    """Tell other bots of a revision of the catalogue, by an event that people's clients do not show."""

    fields: Mapping[str, str | int]


Effect: TypeAlias = Say | Revise | Withdraw | React | OpenPoll | ClosePoll | Recount | Show | Publish
