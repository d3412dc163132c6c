"""What the association has undertaken, as the picture and the report need to know it: told by whoever keeps it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.conversation import RoomId
from bot.database import Transaction


@dataclass(frozen=True, slots=True)
class Move:
    """One need on its way from `product` to `alternative` (names as shown); `at_ms`: since when it is in `state`."""

    need: str
    product: str
    alternative: str
    state: Literal["planned", "moving", "done"]
    at_ms: int


Moves: TypeAlias = Callable[[Transaction, RoomId], Awaitable[Sequence[Move]]]


async def no_moves(tx: Transaction, room: RoomId) -> Sequence[Move]:  # noqa: ARG001 — the shape of `Moves`
    """Nothing is known of any move."""
    return ()
