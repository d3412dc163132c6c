"""What happens in the office as weeks go by."""

from datetime import datetime

from tests.association.migration.room import PARIS, Office

FIRST = (
    "Petit pas de la semaine : demander une copie de ce que vous avez chez Google Drive (15 minutes).\n\n"
    "Parce que vous avez prévu de quitter Google Drive. Google Takeout rend les dossiers. takeout.google.com\n\n"
    "Qui s’en charge, et quel jour ?\n\n"
    "✅ fait · 💤 plus tard · ⏭ autre chose · 🔕 stop · « pourquoi celle-ci ? » · « à qui demander ? »\n\n"
    "C’est le premier : j’en propose un par semaine (mardi 18 h 30)."
    " 🔕 ou « stop » m’arrête, !releve rappels change le moment."
)


async def when(office: Office) -> datetime | None:
    """When the next step comes; a date that is to be computed again is computed first."""
    ms = await office.desk.next_wake()
    if ms == 0:
        assert await office.wakes() == []
        ms = await office.desk.next_wake()
    return datetime.fromtimestamp(ms / 1000, PARIS) if ms is not None else None


async def nudged(office: Office) -> list[str]:
    """What is said when the next step is due."""
    due = await when(office)
    assert due is not None
    office.clock.time = max(due, office.clock.time)
    return await office.wakes()


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=PARIS)
