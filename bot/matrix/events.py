"""Raw event → `Incoming`, or None when it is nothing to the bot.

Pure and total: whatever a homeserver or a hostile person puts into an event, the result is an `Incoming`
or None, never an exception. Events are read from their JSON as the specification (v1.19) writes it, not
from the library's classes, which lose edits and polls.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias, TypeGuard

from bot.conversation import Edit, Incoming, Joined, Left, Message, Published, Reaction, Redaction, RoomId, UserId, Vote
from bot.matrix.spoken import Names, said, without_fallback

Raw: TypeAlias = Mapping[str, Any]

# Both names of a poll response: MSC3381's, which clients send, and the one of the stable specification.
_POLL_RESPONSES = {
    "org.matrix.msc3381.poll.response": ("org.matrix.msc3381.poll.response", "answers"),
    "m.poll.response": ("m.poll.response", "m.selections"),
}
REVISION = "org.releve.catalogue.revision"
"""This program's own event: a bot tells of a revision of its catalogue."""

TYPES = (
    "m.room.message",
    "m.room.encrypted",
    "m.room.redaction",
    "m.reaction",
    "m.room.member",
    *_POLL_RESPONSES,
    REVISION,
)
"""The timeline events that are read here."""

# The specification's bounds on an event: 255 bytes an id, 65,536 the whole.
_LONGEST_ID = 255
_LONGEST_TEXT = 65_536
_LONGEST_KEY = 100
_MOST_ANSWERS = 20
_MOST_FIELDS = 20
_LARGEST_NUMBER = 2**53


def incoming(raw: object, room: RoomId, names: Names, now_ms: int) -> Incoming | None:
    """What `raw`, an event of `room`, is to the bot called `names`. `now_ms` serves where the homeserver
    did not say how old the event is.
    """
    if not isinstance(raw, Mapping):
        return None
    event, sender, kind = _id(raw.get("event_id"), "$"), _id(raw.get("sender"), "@"), raw.get("type")
    if event is None or sender is None or not isinstance(kind, str):
        return None
    content = _mapping(raw.get("content"))
    about: Raw = {
        "room": room,
        "event": event,
        "sender": sender,
        "age_ms": age_ms(raw, now_ms),
        "sent_ms": _sent_ms(raw),
    }
    if kind == "m.room.member":
        return _membership(raw, content, about, names.user)
    if sender == names.user or "state_key" in raw:
        return None
    if kind == "m.room.message":
        return _message(content, about, names)
    if kind == "m.reaction":
        return _reaction(content, about)
    if kind == "m.room.redaction":
        redacts = _id(raw.get("redacts"), "$") or _id(content.get("redacts"), "$")
        return Redaction(**about, redacts=redacts) if redacts else None
    if kind in _POLL_RESPONSES:
        return _vote(kind, content, about)
    if kind == REVISION:
        return _published(content, about)
    return None


def _mapping(value: object) -> Raw:
    return value if isinstance(value, Mapping) else {}


def _clean(value: object, longest: int) -> str | None:
    """`value` if it is a text of a sane length that can be written as UTF-8."""
    if not isinstance(value, str) or not value or len(value) > longest:
        return None
    # JSON lets half a surrogate pair through; SQLite and HTTP do not.
    return value.encode("utf-8", "replace").decode("utf-8")


def _id(value: object, sigil: str) -> str | None:
    text = _clean(value, _LONGEST_ID)
    return text if text is not None and text == value and text.startswith(sigil) and "\x00" not in text else None


def age_ms(raw: Raw, now_ms: int) -> int:
    """How long ago `raw` was sent: by the homeserver's word where it says so, else by the time it was sent."""
    age = _mapping(raw.get("unsigned")).get("age")
    if _is_number(age):
        return max(0, int(age))
    sent = raw.get("origin_server_ts")
    return max(0, now_ms - int(sent)) if _is_number(sent) else 0


def _sent_ms(raw: Raw) -> int:
    sent = raw.get("origin_server_ts")
    return max(0, int(sent)) if _is_number(sent) else 0


def _is_number(value: object) -> TypeGuard[int | float]:
    """A number that fits in a database column; JSON also gives us infinities and integers without end."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _LARGEST_NUMBER


def _membership(raw: Raw, content: Raw, about: Raw, own: UserId) -> Incoming | None:
    if raw.get("state_key") != own:
        return None
    before = _mapping(_mapping(raw.get("unsigned")).get("prev_content"))
    match content.get("membership"):
        case "join" if before.get("membership") != "join":
            # Synapse says who had sent the invitation; others leave the bot itself as the sender.
            inviter = _id(_mapping(raw.get("unsigned")).get("prev_sender"), "@")
            who = {"sender": inviter} if inviter and before.get("membership") == "invite" else {}
            return Joined(**{**about, **who}, direct=before.get("is_direct") is True)
        case "leave" | "ban":
            return Left(**about)
    return None


def _message(content: Raw, about: Raw, names: Names) -> Incoming | None:
    relation = _mapping(content.get("m.relates_to"))
    related = _id(relation.get("event_id"), "$")
    if relation.get("rel_type") == "m.replace":
        new = _mapping(content.get("m.new_content"))
        # Clients differ in whether the mention of an edit is repeated in the new content.
        spoken = _spoken(new, names, names.meant_by(content))
        return Edit(**about, original=related, text=spoken[0], mentioned=spoken[1]) if related and spoken else None
    in_thread = relation.get("rel_type") == "m.thread" and related is not None
    reply = _id(_mapping(relation.get("m.in_reply_to")).get("event_id"), "$")
    if reply is not None and isinstance(content.get("body"), str):
        content = {**content, "body": without_fallback(content["body"])}
    spoken = _spoken(content, names, mentioned=False)
    if spoken is None:
        return None
    # In a thread, a reply "falling back" is there for clients without threads; it answers nothing.
    is_reply = not (in_thread and relation.get("is_falling_back") is True)
    return Message(
        **about,
        text=spoken[0],
        mentioned=spoken[1],
        reply_to=reply if is_reply else None,
        thread=related if in_thread else None,
    )


def _spoken(content: Raw, names: Names, mentioned: bool) -> tuple[str, bool] | None:
    """The text of a message and whether the bot is meant; None for notices, pictures and the like."""
    if content.get("msgtype") != "m.text":
        return None
    body = _clean(content.get("body"), _LONGEST_TEXT)
    if body is None:
        return None
    return said(body, names, mentioned or names.meant_by(content))


def _reaction(content: Raw, about: Raw) -> Incoming | None:
    relation = _mapping(content.get("m.relates_to"))
    target, key = _id(relation.get("event_id"), "$"), _clean(relation.get("key"), _LONGEST_KEY)
    if relation.get("rel_type") != "m.annotation" or target is None or key is None:
        return None
    return Reaction(**about, target=target, key=key)


def _vote(kind: str, content: Raw, about: Raw) -> Incoming | None:
    relation = _mapping(content.get("m.relates_to"))
    poll = _id(relation.get("event_id"), "$")
    if relation.get("rel_type") != "m.reference" or poll is None:
        return None
    field, inner = _POLL_RESPONSES[kind]
    given = content.get(inner) if inner in content else _mapping(content.get(field)).get(inner)
    # What is no list of answers still is this person's latest response: it takes an earlier vote back.
    answers = given if isinstance(given, list) else []
    clean = (_clean(answer, _LONGEST_ID) for answer in answers[:_MOST_ANSWERS])
    return Vote(**about, poll=poll, answers=tuple(answer for answer in clean if answer is not None))


def _published(content: Raw, about: Raw) -> Incoming | None:
    fields: dict[str, str | int] = {}
    for name, value in list(content.items())[:_MOST_FIELDS]:
        if isinstance(value, int) and not isinstance(value, bool) and abs(value) < _LARGEST_NUMBER:
            fields[name] = value
        elif (text := _clean(value, _LONGEST_TEXT)) is not None:
            fields[name] = text
    return Published(**about, fields=fields) if fields else None
