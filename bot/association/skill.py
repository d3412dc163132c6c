"""The association skill: one for the desk, in four parts, each with its commands."""

from collections.abc import Callable, Sequence

from bot.association.keeping import Keeping
from bot.association.moves import Moves, no_moves
from bot.association.progress import Progress
from bot.association.settings import Defaults
from bot.association.spaces import Belongings
from bot.association.storage_settings import Merge
from bot.association.tools import Tools
from bot.association.workspace import Workspace
from bot.catalog.names import Names
from bot.conversation import Effect, Incoming
from bot.database import Database
from bot.desk import Scene

_DEFAULTS = Defaults()


class Association:
    """Everything about the association behind the room.

    `names` gives the names of the current catalogue, `defaults` what holds until something is chosen, `moves` what
    the association has undertaken; `merging` is what other skills do when one association becomes part of another.
    """

    name = "association"

    def __init__(
        self,
        names: Callable[[], Names],
        defaults: Defaults = _DEFAULTS,
        moves: Moves = no_moves,
        merging: Sequence[Merge] = (),
    ) -> None:
        self._tools = Tools(names)
        self._progress = Progress(names, defaults, moves)
        self._keeping = Keeping()
        self._belongings = Belongings(names, merging)
        workspace = Workspace(names, defaults, merging)
        self.commands = (
            *self._tools.commands,
            *self._progress.commands,
            *workspace.commands,
            *self._keeping.commands,
        )

    async def weighs(self, event: Incoming, database: Database) -> bool:
        """Whether `event` may confirm something that takes a power level."""
        return await self._keeping.weighs(event, database)

    async def take(self, event: Incoming, scene: Scene) -> Sequence[Effect] | None:
        """What is said in plain words, or confirmed."""
        for part in (self._belongings, self._keeping, self._progress, self._tools):
            effects = await part.take(event, scene)
            if effects is not None:
                return effects
        return None
