"""What happens to a migration, with all that follows: inventory, score, the way back.

Used by the commands of migrations and by the weekly step; each is done in the caller's transaction.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.association import standing
from bot.association import storage as association
from bot.association.migration import plan, storage
from bot.association.migration.model import Kind, Migration, Pair, State, Step
from bot.association.storage import Tool
from bot.catalog.catalogue import Catalogue
from bot.conversation import EventId, RoomId
from bot.database import Transaction


@dataclass(frozen=True, slots=True)
class Place:
    """Where and why something is done: the transaction, the room, the event that asked for it, the time."""

    tx: Transaction
    room: RoomId
    cause: EventId
    now_ms: int


@dataclass(frozen=True, slots=True)
class Moved:
    """A migration after a change, and the score before and after it (0 to 100; None: not known)."""

    migration: Migration
    before: int | None = None
    after: int | None = None


async def begin(place: Place, catalogue: Catalogue, pair: Pair) -> tuple[Migration, bool]:
    """Plan `pair`; the second value is False when it was under way already.

    Who plans to leave a product uses it: it is noted in the inventory, so that the score can fall.
    """
    number = await association.association_of(place.tx, place.room, place.now_ms)
    for each in await storage.of_association(place.tx, number):
        if each.open and (each.pair.need, each.pair.product) == (pair.need, pair.product):
            return each, False
    tools = await association.tools(place.tx, place.room)
    migration = await storage.begin(place.tx, number, pair, plan.steps(catalogue, pair, tools), place.now_ms)
    await storage.note_change(place.tx, migration, place.cause, None, place.now_ms)
    product = catalogue.products.get(pair.product)
    if product is not None and product.id not in tools:
        await association.add_tool(place.tx, place.room, Tool(product.id, product.name, True, pair.need), place.now_ms)
        await standing.note(place.tx, place.room, catalogue, place.now_ms)
    return migration, True


async def promise(place: Place, migration: Migration) -> None:
    """Keep who takes `migration` and by when, as it says now. No change of state, and nothing to undo."""
    await storage.save(place.tx, migration)


async def finish_step(place: Place, catalogue: Catalogue, migration: Migration, kind: Kind) -> Moved:
    """The step `kind` was done; with the last one the migration is done, and what is used changes."""
    after = migration.with_step_done(kind, place.now_ms)
    if after.state is State.DONE:
        return await _done(place, catalogue, migration, after)
    await _keep(place, migration, after, ())
    return Moved(after)


async def finish(place: Place, catalogue: Catalogue, migration: Migration) -> Moved:
    """All of it is done, whatever steps were left."""
    steps = tuple(replace(step, done_at=step.done_at or place.now_ms) for step in migration.steps)
    return await _done(place, catalogue, migration, replace(migration, steps=steps).ended(State.DONE, place.now_ms))


async def drop(place: Place, migration: Migration) -> Moved:
    """The association does not go on with it; what it uses stays as it is."""
    after = migration.ended(State.DROPPED, place.now_ms)
    await _keep(place, migration, after, ())
    return Moved(after)


async def undo(place: Place, catalogue: Catalogue, change: storage.Change) -> Migration | None:
    """Take back the last change of a migration; None when that was its beginning: it is gone."""
    now = await storage.migration(place.tx, change.migration)
    await storage.forget_change(place.tx, change.number)
    if change.before is None:
        await storage.remove(place.tx, change.migration)
        return None
    steps = tuple(Step(Kind(kind), done_at) for kind, done_at in change.before["steps"])
    earlier = replace(now, state=State(change.before["state"]), steps=steps, changed_at=place.now_ms)
    await storage.save(place.tx, earlier)
    if now.state is State.DONE:
        tools = [Tool(*fields) for fields in change.before["tools"]]
        await _serve(place, now.pair, tools)
        await standing.note(place.tx, place.room, catalogue, place.now_ms)
    return earlier


async def _done(place: Place, catalogue: Catalogue, migration: Migration, after: Migration) -> Moved:
    held = await association.inventory(place.tx, place.room)
    score_before = await _score(place, catalogue)
    await _keep(place, migration, after, held)
    gone = {after.pair.alternative, after.pair.product}
    entry = catalogue.alternatives.get(after.pair.alternative)
    # An alternative that moderators took out meanwhile is kept by its id, as a tool that nobody knows.
    took_over = Tool(
        after.pair.alternative, entry.name if entry else after.pair.alternative, entry is not None, after.pair.need
    )
    others = [tool for tool in held if tool.need == after.pair.need and tool.id not in gone]
    await _serve(place, after.pair, [*others, took_over])
    await standing.note(place.tx, place.room, catalogue, place.now_ms)
    return Moved(after, score_before, await _score(place, catalogue))


async def _serve(place: Place, pair: Pair, tools: Sequence[Tool]) -> None:
    """From now on `tools` serve the need of `pair`; a product noted without a need goes with it, or comes back."""
    held = await association.inventory(place.tx, place.room)
    if any(tool.id == pair.product and not tool.need for tool in held):
        await association.remove_tool(place.tx, place.room, pair.product)
        for tool in held:
            if tool.id == pair.product and tool.need not in {"", pair.need}:
                await association.add_tool(place.tx, place.room, tool, place.now_ms)
    serving = [tool for tool in tools if tool.need in {"", pair.need}]
    await association.record(place.tx, place.room, pair.need, "used", serving, place.now_ms)


async def _keep(place: Place, before: Migration, after: Migration, held: Sequence[Tool]) -> None:
    """Save `after`, with what it takes to come back to `before`."""
    of_need = [
        tool for tool in held if tool.need == before.pair.need or (tool.id == before.pair.product and not tool.need)
    ]
    snapshot: Mapping[str, Any] = {
        "state": before.state.value,
        "steps": [[step.kind.value, step.done_at] for step in before.steps],
        "tools": [[tool.id, tool.name, tool.known, tool.need] for tool in of_need],
    }
    await storage.save(place.tx, after)
    await storage.note_change(place.tx, after, place.cause, snapshot, place.now_ms)


async def _score(place: Place, catalogue: Catalogue) -> int | None:
    stands = await standing.standing(place.tx, place.room, catalogue)
    return stands.score.value if stands.score is not None else None
