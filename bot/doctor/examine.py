"""All that is looked at, in the order in which it is shown: what the rest stands on comes first."""

from bot.catalog import check, load
from bot.clock import Clock
from bot.config import Config
from bot.database import checkup
from bot.diagnosis import Diagnosis, State
from bot.doctor import files
from bot.matrix import examination
from bot.shipped import folder
from bot.yaml_file import Mistaken


async def examined(config: Config, clock: Clock) -> list[Diagnosis]:
    """How everything is that the bot of `config` needs. Never raises for what it finds."""
    return [
        *await examination.examined(config, clock),
        _catalogue(config, clock),
        *files.examined(config),
        *checkup.examined(config.database, folder("migrations"), config.matrix.encryption, clock.now_ms()),
    ]


def _catalogue(config: Config, clock: Clock) -> Diagnosis:
    try:
        catalogue = load(config.catalog or folder("catalog"))
    except Mistaken as mistaken:
        return Diagnosis("catalogue", "mistaken", State.WRONG, {"count": len(mistaken.mistakes)})
    wrong = [found for found in check.findings(catalogue, clock.now().date()) if not found.warning]
    if wrong:
        return Diagnosis("catalogue", "mistaken", State.WRONG, {"count": len(wrong)})
    return Diagnosis(
        "catalogue",
        "well",
        values={"products": len(catalogue.products), "alternatives": len(catalogue.alternatives)},
    )
