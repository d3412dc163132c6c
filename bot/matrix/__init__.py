"""Matrix: the only folder that imports the Matrix library, and the only one that talks to the homeserver.

`sync.py` listens (`batch.py`, `events.py` and `spoken.py` read what comes, `gaps.py` fetches what was left
out, `recount.py` what was voted) and hands it to the desk. `delivery.py` sends what the outbox holds:
`queues.py` orders it, `content.py`, `polls.py` and `files.py` shape it, `pace.py` slows it down, `notes.py`
writes down what arrived. `session.py` logs in, `rooms.py` knows the rooms, `wire.py` carries every request,
`patience.py` asks again what nothing can go on without, `receipts.py` shows what was read.
`surroundings.py` looks beyond what is said: `invitations.py`, rooms that are replaced (`upgrades.py`), `spaces.py`,
and what is still open of the past (`rounds.py`). `crypto.py` reads and writes encrypted rooms, `unread.py` keeps
what it cannot read yet and `key_requests.py` asks for the keys; `cross_signing.py` vouches for the bot's device
with its `identity.py`. `examination.py` and `own_identity.py` serve whoever keeps the bot. `boundary.py` is where
tests make it crash. `matrix.py` puts it all together.
"""

from bot.matrix.matrix import Matrix
from bot.matrix.session import Refused

__all__ = ["Matrix", "Refused"]
