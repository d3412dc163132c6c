"""JSON Schema of the catalogue's files, for editors (`releve schema --write catalog/schema`)."""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from bot.catalog.model import Alternative, Giant, Host, Need, Product, Series

_ADAPTERS: dict[str, TypeAdapter[Any]] = {
    "product": TypeAdapter(Product),
    "alternative": TypeAdapter(Alternative),
    "host": TypeAdapter(Host),
    "quiz": TypeAdapter(Series),
    "needs": TypeAdapter(list[Need]),
    "giants": TypeAdapter(list[Giant]),
}


def schemas() -> dict[str, Any]:
    """The schema of each kind of file (JSON Schema 2020-12), by kind."""
    return {
        kind: {"$schema": "https://json-schema.org/draft/2020-12/schema", **adapter.json_schema()}
        for kind, adapter in _ADAPTERS.items()
    }


def write(directory: Path) -> None:
    """Write one `<kind>.schema.json` a kind into `directory`."""
    directory.mkdir(parents=True, exist_ok=True)
    for kind, schema in schemas().items():
        text = json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True)
        (directory / f"{kind}.schema.json").write_text(text + "\n", encoding="utf-8")
