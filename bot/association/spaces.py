"""An association is a Matrix space, where there is one that confirms its rooms: they are linked without a command."""

from collections.abc import Callable, Sequence

from bot.association import standing, storage_settings
from bot.association.storage import association_of
from bot.association.storage_settings import Merge
from bot.catalog.names import Names
from bot.conversation import Belonging, Effect, Incoming
from bot.desk import Scene


class Belongings:
    """Follows what spaces and rooms say of each other. Nothing is said about it: nobody asked."""

    def __init__(self, names: Callable[[], Names], merging: Sequence[Merge]) -> None:
        self._names = names
        self._merging = merging

    async def take(self, event: Incoming, scene: Scene) -> Sequence[Effect] | None:
        """Link the room to the association of its space, or let it go when one of them takes its word back.

        A room that is linked to a space already stays there.
        """
        if not isinstance(event, Belonging):
            return None
        own = await association_of(scene.tx, event.room, scene.now_ms)
        before = await storage_settings.space_of(scene.tx, own)
        if event.confirmed and before is None:
            await self._link(event, own, scene)
        elif not event.confirmed and before == event.space:
            await self._unlink(event, own, scene)
        return ()

    async def _link(self, event: Belonging, own: int, scene: Scene) -> None:
        theirs = await storage_settings.association_in(scene.tx, event.space)
        if theirs is None:
            await storage_settings.set_space(scene.tx, own, event.space)
            return
        await storage_settings.move_room(scene.tx, event.room, theirs, scene.now_ms, self._merging)
        await standing.note(scene.tx, event.room, self._names().catalogue, scene.now_ms)

    async def _unlink(self, event: Belonging, own: int, scene: Scene) -> None:
        chosen = await storage_settings.settings(scene.tx, event.room, scene.now_ms)
        if len(chosen.rooms) > 1:
            await storage_settings.part_room(scene.tx, event.room, scene.now_ms)
        else:
            await storage_settings.set_space(scene.tx, own, None)
