"""The whole catalogue as one JSON, YAML or CSV text, with a version; and back.

The version is a digest of the content: two catalogues with the same version are the same. In CSV there
is one row an entry and one column a field; a cell that holds more than plain text holds JSON.
"""

import csv
import hashlib
import io
import json
from typing import Any, Literal, TypeAlias

import yaml
from pydantic import TypeAdapter

from bot.catalog.catalogue import Catalogue
from bot.catalog.model import Alternative, Giant, Host, Need, Product, Series

Format: TypeAlias = Literal["json", "yaml", "csv"]

_KINDS: dict[str, TypeAdapter[Any]] = {
    "products": TypeAdapter(list[Product]),
    "alternatives": TypeAdapter(list[Alternative]),
    "needs": TypeAdapter(list[Need]),
    "hosts": TypeAdapter(list[Host]),
    "giants": TypeAdapter(list[Giant]),
    "quizzes": TypeAdapter(list[Series]),
}


def plain(catalogue: Catalogue) -> dict[str, list[dict[str, Any]]]:
    """The entries as plain data, each kind sorted by id; what is left at its default is left out."""
    return {
        kind: adapter.dump_python(
            sorted(getattr(catalogue, kind).values(), key=lambda entry: entry.id), mode="json", exclude_defaults=True
        )
        for kind, adapter in _KINDS.items()
    }


def version(catalogue: Catalogue) -> str:
    """The first 12 hexadecimal digits of the SHA-256 of the catalogue's canonical JSON."""
    canonical = json.dumps(plain(catalogue), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:12]


def dumped(catalogue: Catalogue, format_: Format) -> str:
    """The catalogue as text in `format_`, its version first."""
    document: dict[str, Any] = {"version": version(catalogue), **plain(catalogue)}
    match format_:
        case "json":
            return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
        case "yaml":
            return yaml.dump(document, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)
        case "csv":
            return _as_csv(document)


def restored(text: str, format_: Format) -> Catalogue:
    """The catalogue that `dumped` wrote. Raises ValueError when the text is not a whole export."""
    match format_:
        case "json":
            document = json.loads(text)
        case "yaml":
            document = yaml.load(text, yaml.CSafeLoader)
        case "csv":
            document = _from_csv(text)
    return Catalogue.of(**{kind: adapter.validate_python(document[kind]) for kind, adapter in _KINDS.items()})


def _as_csv(document: dict[str, Any]) -> str:
    rows = [{"entries": "version", "id": document["version"]}]
    rows += [{"entries": kind, **entry} for kind in _KINDS for entry in document[kind]]
    columns = list(dict.fromkeys(column for row in rows for column in row))
    written = io.StringIO()
    table = csv.DictWriter(written, columns, lineterminator="\r\n")
    table.writeheader()
    for row in rows:
        table.writerow({column: _cell(value) for column, value in row.items()})
    return written.getvalue()


def _cell(value: Any) -> str:
    return value if isinstance(value, str) and not _is_json(value) else json.dumps(value, ensure_ascii=False)


def _from_csv(text: str) -> dict[str, Any]:
    document: dict[str, Any] = {kind: [] for kind in _KINDS}
    for row in csv.DictReader(io.StringIO(text, newline="")):
        kind = row.pop("entries")
        if kind == "version":
            document["version"] = row["id"]
        else:
            document[kind].append({column: _value(cell) for column, cell in row.items() if cell != ""})
    return document


def _value(cell: str) -> Any:
    return json.loads(cell) if _is_json(cell) else cell


def _is_json(text: str) -> bool:
    return text[:1] in {"{", "[", '"'} or text in {"true", "false"} or text.isdecimal()
