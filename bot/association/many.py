"""The same of many associations at once, by their numbers: for whoever goes round all of them."""

from collections.abc import Mapping, Sequence

from bot.association import score, standing
from bot.association.score import Score
from bot.association.storage import NeedState, Tool
from bot.catalog.catalogue import Catalogue
from bot.database import Row, Transaction, marks


async def inventories(tx: Transaction, associations: Sequence[int]) -> Mapping[int, Sequence[Tool]]:
    """What each of `associations` uses; those that use nothing known are left out."""
    rows = await tx.fetch_all(
        "SELECT association, tool, name, known, need FROM inventory"  # noqa: S608 — only question marks are added
        f" WHERE association IN ({marks(associations)}) ORDER BY name, need",
        associations,
    )
    return {
        number: [Tool(row["tool"], row["name"], bool(row["known"]), row["need"]) for row in some]
        for number, some in _by_association(rows).items()
    }


async def scores(
    tx: Transaction, inventories: Mapping[int, Sequence[Tool]], associations: Sequence[int], catalogue: Catalogue
) -> Mapping[int, Score]:
    """Where each of `associations` stands with its inventory; those of which nothing is in use are left out."""
    rows = await tx.fetch_all(
        "SELECT association, need, state, known_at FROM need_state"  # noqa: S608 — only question marks are added
        f" WHERE association IN ({marks(associations)})",
        associations,
    )
    states = {
        number: {row["need"]: NeedState(row["state"], row["known_at"]) for row in some}
        for number, some in _by_association(rows).items()
    }
    found = {}
    for number in associations:
        answers = standing.answers_of(states.get(number, {}), inventories.get(number, ()), catalogue)
        value = score.score(standing.uses_of(answers, catalogue))
        if value is not None:
            found[number] = value
    return found


def _by_association(rows: Sequence[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row["association"], []).append(row)
    return found
