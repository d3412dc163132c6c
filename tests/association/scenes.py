"""An association to look at: as many needs as one likes, a history, moves, and names that try to break out."""

import datetime

from bot.association.moves import Move
from bot.association.scenery import Facts
from bot.association.score import score
from bot.association.standing import Answer, Moment, Standing, uses_of
from bot.association.storage import Tool
from bot.catalog import Catalogue
from bot.catalog.model import Product
from bot.conversation import Language
from tests.catalog.small import LOCK_IN, alternative, catalogue, giant, host, need, product

NOW = int(datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC).timestamp() * 1000)
DAY = 24 * 60 * 60 * 1000
HOSTILE = '<script src="https://evil.example/x.js">"\'&amp;</script> \u202e\u200b@room 漢字 ' + "interminable" * 4
MOST = 30


def _catalogue() -> Catalogue:
    entries: list[object] = [giant("Google"), host("Emancipasso", url="https://emancipasso.org")]
    for number in range(MOST):
        free = {"free": True, "answer": "keep", "hint": {"fr": "x", "en": "x"}} if number % 4 == 3 else {}
        owner = {"owner": {"name": f"Société {number}"}} if number % 4 == 2 else {}
        entries.append(
            need(f"need-{number}", f"besoin numéro {number}", f"need number {number}", weight=number % 3 + 1)
        )
        entries.append(
            product(
                f"Outil {number}",
                needs=f"need-{number}",
                use="nextcloud",
                lock_in=LOCK_IN
                | {"source": {"title": f"Page {number}", "url": "https://example.org", "date": "2026-10"}},
                **free,
                **owner,
            )
        )
    entries.append(alternative("Nextcloud", needs=" ".join(f"need-{number}" for number in range(MOST))))
    return catalogue(*entries)  # type: ignore[arg-type]


WHOLE = _catalogue()


def facts(
    needs: int = 5,
    *,
    language: Language = "fr",
    history: bool = True,
    moves: bool = True,
    name: str = "Les Amis du quartier",
    unknown: int = 0,
    homemade: str | None = None,
) -> Facts:
    """An association with `needs` needs, `unknown` of them served nobody knows how, one by the tool `homemade`."""
    tools = [Tool(entry.id, entry.name, True) for entry in WHOLE.products.values() if _is_ours(entry)][:needs]
    answers = {f"need-{number}": Answer("used", (tool,)) for number, tool in enumerate(tools)}
    for number in range(unknown):
        answers[f"need-{number}"] = Answer("unknown")
    if homemade is not None:
        answers["need-0"] = Answer("used", (Tool("homemade", homemade, False),))
    uses = uses_of(answers, WHOLE)
    earlier = uses_of({"need-0": Answer("used", (tools[0],))}, WHOLE)
    moments = (Moment(NOW - 250 * DAY, score(earlier)), Moment(NOW - 40 * DAY, score(earlier[:1] + uses[1:2])))
    told = (
        Move("need-3", "Outil 2", "Nextcloud", "done", NOW - 40 * DAY),
        Move("need-1", "Outil 1", "Nextcloud", "planned", NOW),
    )
    return Facts(
        Standing(tuple(uses), score(uses), moments if history else ()),
        WHOLE,
        told if moves else (),
        language,
        NOW,
        "Europe/Paris",
        name,
    )


def _is_ours(entry: Product) -> bool:
    return entry.name.startswith("Outil")
