"""Keys that did not come: asked for, given late, or withheld (specification v1.19, "Key requests", "Reporting that
decryption keys are withheld").
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.conversation import RoomId

if TYPE_CHECKING:
    import nio

_LONGEST_CODE = 40


@dataclass(frozen=True, slots=True)
class Withheld:
    """A device does not give the key of `session` in `room`; `code` is one of the specification's reasons."""

    room: RoomId
    session: str
    code: str


def request(event: "nio.MegolmEvent", own_device: str) -> Any:
    """The message that asks the device which wrote `event` for its key."""
    return event.as_key_request(event.sender, own_device, event.session_id, event.device_id or "*")


def withheld(kind: str, content: object) -> Withheld | None:
    """What a to-device message of type `kind` says of a key that is not given; None when it says nothing of one."""
    if kind != "m.room_key.withheld" or not isinstance(content, Mapping):
        return None
    room, session, code = (content.get(name) for name in ("room_id", "session_id", "code"))
    if not (isinstance(room, str) and isinstance(session, str) and isinstance(code, str)):
        return None
    return Withheld(room, session, code[:_LONGEST_CODE])


def accept_from_creators(olm: "nio.crypto.Olm") -> None:
    """Let `olm` take a key that was asked for from the very device that made it.

    The library takes forwarded keys from the account's own verified devices only. From the device that wrote the
    message, the forwarded key is worth as much as the first one would have been.
    """
    accepted = olm._should_accept_forward

    def accept(sender: str, sender_key: str, event: "nio.ForwardedRoomKeyEvent") -> bool:
        if accepted(sender, sender_key, event):
            return True
        asked = olm.outgoing_key_requests.get(event.session_id)
        return (
            asked is not None
            and (asked.room_id, asked.algorithm) == (event.room_id, event.algorithm)
            and _creator(event.source) == sender_key
            and olm.device_store.device_from_sender_key(sender, sender_key) is not None
        )

    olm._should_accept_forward = accept


def _creator(payload: Mapping[str, Any]) -> object:
    content = payload.get("content")
    return content.get("sender_key") if isinstance(content, Mapping) else None
