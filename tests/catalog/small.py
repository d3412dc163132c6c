"""A catalogue small enough to see at once; a test says only what it cares about."""

import datetime
from typing import Any

from bot.catalog.catalogue import Catalogue
from bot.catalog.model import Alternative, Giant, Host, Need, Product

TODAY = datetime.date(2026, 11, 24)
SOURCE = {"title": "Page du projet", "date": "2026-10"}
LOCK_IN = {"data": 0.5, "exit": 0.5, "standards": 1, "operator": 1, "governance": 1, "source": SOURCE}


def both(fr: str, en: str | None = None) -> dict[str, str]:
    return {"fr": fr, "en": en or fr}


def product(name: str, needs: str = "video-call", use: str = "jitsi-meet", **more: Any) -> Product:
    """A product to be replaced; `needs` and `use` are ids with spaces between, `use` ranked for the first need."""
    wanted = needs.split()
    fields: dict[str, Any] = {
        "id": identity(name),
        "name": name,
        "owner": "google",
        "needs": wanted,
        "answer": "replace",
        "alternatives": {
            wanted[0]: [{"alternative": each, "why": both("pour essayer", "to try")} for each in use.split()]
        },
        "export": {"how": both("tout exporter", "export everything")},
        "limit": both("rien ne suit", "nothing comes along"),
        "effort": "evening",
        "lock_in": LOCK_IN,
        "sources": [SOURCE],
        "checked": "2026-10",
    }
    return Product.model_validate(fields | more)


def alternative(name: str, needs: str = "video-call", **more: Any) -> Alternative:
    """A free alternative that one installs, without cost."""
    fields: dict[str, Any] = {
        "id": identity(name),
        "name": name,
        "licence": "Apache-2.0",
        "needs": needs.split(),
        "what": both("des visios dans le navigateur", "video calls in the browser"),
        "cost": both("gratuit", "free"),
        "difficulty": "easy",
        "limits": [both("moins à l’aise à vingt", "less at ease with twenty")],
        "first_steps": [both("ouvrir une salle", "open a room"), both("inviter", "invite")],
        "sources": [SOURCE],
        "checked": "2026-10",
    }
    return Alternative.model_validate(fields | more)


def need(name: str, fr: str, en: str, **more: Any) -> Need:
    """A need that is called `fr` in French and `en` in English, and by nothing else."""
    fields: dict[str, Any] = {"id": name, "label": both(fr, en), "say": {"fr": [fr], "en": [en]}}
    return Need.model_validate(fields | more)


def host(name: str, **more: Any) -> Host:
    """An association that takes everybody."""
    fields: dict[str, Any] = {
        "id": identity(name),
        "name": name,
        "kind": "association",
        "place": both("France"),
        "open": "yes",
        "offer": both("des services libres", "free services"),
        "cost": both("gratuit", "free"),
        "limit": both("pas de courriel", "no e-mail"),
        "sources": [SOURCE],
        "checked": "2026-10",
    }
    return Host.model_validate(fields | more)


def giant(name: str, **more: Any) -> Giant:
    return Giant.model_validate({"id": identity(name), "name": name, "country": "US"} | more)


def identity(name: str) -> str:
    return name.lower().replace(" ", "-").replace(".", "-")


def catalogue(*more: Product | Alternative | Need | Host | Giant) -> Catalogue:
    """Zoom, Jitsi Meet, video calls, Framasoft and Google, with `more`; an entry of the same id takes the place."""
    entries = [
        product("Zoom", needs_context=["zoom"]),
        alternative("Jitsi Meet"),
        need("video-call", "visio", "video call"),
        host("Framasoft"),
        giant("Google"),
        *more,
    ]
    return Catalogue.of(
        products=[entry for entry in entries if isinstance(entry, Product)],
        alternatives=[entry for entry in entries if isinstance(entry, Alternative)],
        needs=[entry for entry in entries if isinstance(entry, Need)],
        hosts=[entry for entry in entries if isinstance(entry, Host)],
        giants=[entry for entry in entries if isinstance(entry, Giant)],
    )
