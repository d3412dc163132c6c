"""Matrix: the only folder that imports the Matrix library, and the only one that talks to the homeserver.

`sync.py` listens (`batch.py` and `events.py` read what comes, `gaps.py` fetches what was left out) and
hands it to the desk; `delivery.py` sends what the outbox holds (`queues.py` orders it, `content.py` shapes
it, `pace.py` slows it down, `notes.py` writes down what arrived). `session.py` logs in, `rooms.py` knows
the rooms, `invitations.py` answers invitations, `crypto.py` reads and writes encrypted rooms, `wire.py`
carries every request. `matrix.py` puts it all together.
"""

from bot.matrix.matrix import Matrix
from bot.matrix.session import Refused

__all__ = ["Matrix", "Refused"]
