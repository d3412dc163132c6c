"""Invitations: accepted or declined by the host's policy, without keeping the rooms that talk waiting."""

import asyncio
import logging

from bot.config import Rooms as Policy
from bot.conversation import RoomId, UserId
from bot.matrix.batch import Invitation
from bot.matrix.pace import Backoff
from bot.matrix.rooms import may_invite
from bot.matrix.wire import Declined, HomeserverError, RateLimited, TokenRevoked, Wire, escaped

log = logging.getLogger(__name__)

_ATTEMPTS = 8
# A join over federation takes as long as the other server takes.
_JOIN_WITHIN_S = 180.0


class Invitations:
    """Invitations on their way. While one is `pending` the sync token stays, so that a crash loses none."""

    def __init__(self, wire: Wire, own: UserId, policy: Policy) -> None:
        self._wire = wire
        self._own = own
        self._policy = policy
        self._answering: dict[RoomId, asyncio.Task[None]] = {}

    @property
    def pending(self) -> bool:
        """Whether an invitation is neither accepted nor declined yet."""
        return bool(self._answering)

    def receive(self, invitation: Invitation) -> None:
        """Accept or decline `invitation` in the background."""
        if invitation.room not in self._answering:
            task = asyncio.create_task(self._answer(invitation))
            self._answering[invitation.room] = task
            task.add_done_callback(lambda _: self._answering.pop(invitation.room, None))

    async def close(self) -> None:
        """Leave what is not answered yet to the next start."""
        tasks = list(self._answering.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _answer(self, invitation: Invitation) -> None:
        welcome = may_invite(invitation.inviter, self._own, self._policy)
        verb = "join" if welcome else "leave"
        log.info("event=invited room=%s answer=%s", invitation.room, verb)
        backoff = Backoff()
        for _ in range(_ATTEMPTS):
            try:
                await self._wire.call("POST", f"/rooms/{escaped(invitation.room)}/{verb}", {}, timeout_s=_JOIN_WITHIN_S)
                return
            except (Declined, TokenRevoked) as error:
                log.warning("event=not-joined room=%s reason=%s", invitation.room, error)
                return
            except HomeserverError as error:
                wait_s = error.wait_s if isinstance(error, RateLimited) else backoff.next_s()
                log.info("event=join-waits room=%s reason=%s wait_s=%.1f", invitation.room, error, wait_s)
            await asyncio.sleep(wait_s)
        log.error("event=not-joined room=%s reason=attempts", invitation.room)
