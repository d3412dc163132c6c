"""What a person sees of a room: its events, as the homeserver gives them."""

from dataclasses import dataclass
from typing import Any

MESSAGE = "m.room.message"
REDACTION = "m.room.redaction"


class Refused(Exception):
    """The homeserver refused a request; `code` is its errcode."""

    def __init__(self, status: int, body: Any) -> None:
        super().__init__(f"{status} {body}")
        self.status = status
        self.code: str = body.get("errcode", "") if isinstance(body, dict) else ""


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a room's timeline, with its raw content."""

    room: str
    id: str
    sender: str
    type: str
    content: dict[str, Any]
    redacts: str | None

    @property
    def body(self) -> str:
        """What is read: the new text of an edit, the text of a message, "" of anything else."""
        return str(self._shown.get("body", ""))

    @property
    def html(self) -> str:
        """The formatted body, or ""."""
        return str(self._shown.get("formatted_body", ""))

    @property
    def kind(self) -> str:
        """`m.text`, `m.notice`, `m.image` …; "" of what is no message."""
        return str(self.content.get("msgtype", ""))

    @property
    def reply_to(self) -> str | None:
        """The event that this one answers."""
        found: str | None = (self._relation.get("m.in_reply_to") or {}).get("event_id")
        return found

    @property
    def thread(self) -> str | None:
        """The root of the thread that it is in."""
        return self._target("m.thread")

    @property
    def replaces(self) -> str | None:
        """The event whose text it replaces."""
        return self._target("m.replace")

    @property
    def reacts_to(self) -> str | None:
        """The event that it is a reaction to."""
        return self._target("m.annotation")

    @property
    def key(self) -> str:
        """The emoji of a reaction."""
        return str(self._relation.get("key", ""))

    @property
    def is_message(self) -> bool:
        """Whether it is a message of its own, and no edit of another."""
        return self.type == MESSAGE and self.replaces is None and bool(self.content)

    @property
    def _relation(self) -> dict[str, Any]:
        relation = self.content.get("m.relates_to")
        return relation if isinstance(relation, dict) else {}

    @property
    def _shown(self) -> dict[str, Any]:
        shown = self.content.get("m.new_content", self.content)
        return shown if isinstance(shown, dict) else {}

    def _target(self, relation_type: str) -> str | None:
        found: str | None = self._relation.get("event_id")
        return found if self._relation.get("rel_type") == relation_type else None


def event_of(room: str, source: dict[str, Any]) -> Event:
    """The event in `source`, as it comes from /sync, /messages or /event."""
    content = source.get("content", {})
    return Event(
        room=room,
        id=source["event_id"],
        sender=source["sender"],
        type=source["type"],
        content=content,
        redacts=content.get("redacts") or source.get("redacts"),
    )
