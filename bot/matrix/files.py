"""Files on their way into a room: uploaded as they are, or encrypted where the room is.

A file is uploaded before its event is sent. After a crash in between it is uploaded again; the event has its
transaction id, so it is shown once all the same.
"""

from typing import Protocol

from bot.conversation import Show
from bot.matrix.wire import Json, Wire


class Locksmith(Protocol):
    """Encrypts files; see `crypto.Crypto`."""

    def locked(self, content: bytes) -> tuple[bytes, Json]:
        """The encrypted file, and the `EncryptedFile` of the specification that opens it, without its `url`."""
        ...


async def put(show: Show, wire: Wire, locksmith: Locksmith | None) -> Json:
    """Upload the file of `show`; returns what its event says of the place: `url`, or `file` where it is encrypted.

    With a `locksmith` the homeserver gets neither the content nor the name. Raises what `Wire.upload` raises.
    """
    if locksmith is None:
        return {"url": await wire.upload(show.content, show.mime, show.name)}
    content, keys = locksmith.locked(show.content)
    return {"file": {**keys, "url": await wire.upload(content, "application/octet-stream")}}
