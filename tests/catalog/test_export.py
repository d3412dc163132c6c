"""What is exported loads back to the same catalogue, whichever the format; the schema accepts what ships."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from bot.catalog import export, schema
from bot.catalog.load import load
from bot.shipped import folder
from tests.catalog.small import alternative, both, catalogue, host, product

SCHEMAS = folder("catalog") / "schema"


@pytest.mark.parametrize("format_", ["json", "yaml", "csv"])
def test_an_export_loads_back_to_the_same_catalogue(format_: export.Format) -> None:
    awkward = product(
        "Virgule, et « retour »", id="virgule", limit=both('un "texte"; avec\ttout, 100 %', "[not] {json}, 007")
    )
    whole = catalogue(awkward, alternative("42", aliases={"any": ["true", "12"]}), host("Kaz"))
    assert export.restored(export.dumped(whole, format_), format_) == whole


@pytest.mark.parametrize("format_", ["json", "yaml", "csv"])
def test_the_shipped_catalogue_loads_back_to_the_same(format_: export.Format) -> None:
    shipped = load(folder("catalog"))
    assert export.plain(export.restored(export.dumped(shipped, format_), format_)) == export.plain(shipped)


def test_the_version_changes_with_the_content_only() -> None:
    assert export.version(catalogue(host("Kaz"), host("Zaclys"))) == export.version(
        catalogue(host("Zaclys"), host("Kaz"))
    )
    assert export.version(catalogue(host("Kaz"))) != export.version(catalogue(host("Kaz", open="members")))


def test_the_schemas_for_editors_are_those_of_the_program() -> None:
    written = {path.name.removesuffix(".schema.json"): json.loads(path.read_text()) for path in SCHEMAS.glob("*.json")}
    assert written == schema.schemas(), "run: releve schema --write catalog/schema"


@pytest.mark.parametrize(
    ("kind", "files"), [("product", "products"), ("alternative", "alternatives"), ("host", "hosts")]
)
def test_the_schema_accepts_every_shipped_entry(kind: str, files: str) -> None:
    accepts = jsonschema.Draft202012Validator(schema.schemas()[kind])
    paths = sorted((folder("catalog") / files).glob("*.yaml"))
    assert paths
    for path in paths:
        _accept(accepts, path)


@pytest.mark.parametrize("kind", ["needs", "giants"])
def test_the_schema_accepts_the_shipped_lists(kind: str) -> None:
    _accept(jsonschema.Draft202012Validator(schema.schemas()[kind]), folder("catalog") / f"{kind}.yaml")


def _accept(accepts: jsonschema.Draft202012Validator, path: Path) -> None:
    document = json.loads(json.dumps(yaml.safe_load(path.read_text(encoding="utf-8")), default=str))
    assert [error.message for error in accepts.iter_errors(document)] == [], path.name
