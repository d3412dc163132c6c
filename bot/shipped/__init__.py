"""Where the catalogue and the migrations are: beside `bot/` in a checkout, inside this folder in a wheel."""

from pathlib import Path

_HERE = Path(__file__).parent
_CHECKOUT = _HERE.parent.parent


def folder(name: str) -> Path:
    """The shipped folder `name`: "catalog" or "migrations"."""
    inside = _HERE / name
    return inside if inside.is_dir() else _CHECKOUT / name
