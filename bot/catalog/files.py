"""Writing entries as the YAML files of `catalog/`, in their one canonical form, ready to commit.

The form is that of the shipped files: keys in the order of the model; short lists and plain facts in
braces on one line; texts for people between straight quotes; the first day of a month as the month alone.
What is written loads back to the same entry.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from bot.catalog.catalogue import Catalogue
from bot.catalog.revisions import Document, Key, document, found

_DATES = frozenset({"checked", "date", "when"})
_FIRST_OF_MONTH = re.compile(r"^\d{4}-\d{2}-01$")
_BARE = re.compile(r"^[^\W\d_][\w .’'()&/+«»-]*$")
_ADDRESS = re.compile(r"""^https?://[^\s,#\[\]{}"]+$""")
_IN_LISTS = ("needs", "giants")
_BLOCKS = frozenset({"aliases", "say"})
_FIRST_KEYS = ("id", "name", "owner", "free")
_LAST_KEYS = ("sources", "checked")
_STEP = "  "


def written(entry: Document) -> str:
    """The text of the file of one entry."""
    return "\n".join(_mapping(_in_order(entry), "")) + "\n"


def written_list(entries: Iterable[Document]) -> str:
    """The text of a file that lists entries (`needs.yaml`, `giants.yaml`)."""
    return "\n".join(line for entry in entries for line in _item(_mapping(entry, _STEP))) + "\n"


def changed_files(catalogue: Catalogue, keys: Iterable[Key]) -> dict[Path, str | None]:
    """The files of `catalog/` that hold these entries, as `catalogue` says them; None: the file is to go."""
    files: dict[Path, str | None] = {}
    for kind, identity in keys:
        if kind in _IN_LISTS:
            files[Path(f"{kind}.yaml")] = written_list(document(entry) for entry in getattr(catalogue, kind).values())
        else:
            entry = found(catalogue, (kind, identity))
            files[Path(kind, f"{identity}.yaml")] = None if entry is None else written(entry)
    return files


def _in_order(entry: Document) -> Document:
    """`entry` with what it is first and where it was read last; the rest in the order of the model."""
    first = [key for key in _FIRST_KEYS if key in entry]
    last = [key for key in _LAST_KEYS if key in entry]
    return {key: entry[key] for key in (*first, *(key for key in entry if key not in (*first, *last)), *last)}


def _mapping(fields: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in fields.items():
        yield from _pair(key, value, indent)


def _pair(key: str, value: Any, indent: str) -> Iterator[str]:
    if key == "answers" and isinstance(value, list):
        # The answers of a poll: both languages on one line, always quoted.
        yield f"{indent}{key}:"
        yield from (f"{indent}{_STEP}- {{fr: {_quoted(each['fr'])}, en: {_quoted(each['en'])}}}" for each in value)
    elif isinstance(value, dict) and _is_text(value):
        yield f"{indent}{key}:"
        yield from (f"{indent}{_STEP}{language}: {_quoted(text)}" for language, text in value.items())
    elif isinstance(value, dict) and (key in _BLOCKS or not all(_is_plain(inner) for inner in value.values())):
        yield f"{indent}{key}:"
        yield from _mapping(value, indent + _STEP)
    elif isinstance(value, list) and not all(_is_plain(item) for item in value):
        yield f"{indent}{key}:"
        for item in value:
            yield from _listed(item, indent + _STEP)
    else:
        bare = isinstance(value, str) and (key == "id" or _ADDRESS.match(value))
        yield f"{indent}{key}: {value if bare else _in_line(key, value)}"


def _listed(item: Any, indent: str) -> Iterator[str]:
    if isinstance(item, dict) and not _is_text(item) and all(_is_plain(inner) for inner in item.values()):
        yield f"{indent}- {_in_line('', item)}"
    elif isinstance(item, dict):
        lines = (
            [f"{language}: {_quoted(text)}" for language, text in item.items()]
            if _is_text(item)
            else list(_mapping(item, ""))
        )
        yield from (indent + line for line in _item(_STEP + line for line in lines))
    else:
        yield f"{indent}- {_scalar('', item)}"


def _item(lines: Iterable[str]) -> Iterator[str]:
    """`lines`, indented by one step, as an item of a list."""
    for number, line in enumerate(lines):
        yield f"- {line[len(_STEP) :]}" if number == 0 else line


def _is_text(value: Any) -> bool:
    """Whether this is a text in the two languages."""
    return isinstance(value, dict) and value.keys() == {"fr", "en"} and all(isinstance(t, str) for t in value.values())


def _is_plain(value: Any) -> bool:
    return isinstance(value, str | int | float) or (isinstance(value, list) and all(_is_plain(item) for item in value))


def _in_line(key: str, value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{inner}: {_in_line(inner, each)}" for inner, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_scalar("", item) for item in value) + "]"
    return _scalar(key, value)


def _scalar(key: str, value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"{value:g}"
    if key in _DATES:
        return value[:7] if _FIRST_OF_MONTH.match(value) else str(value)
    return value if _stands_bare(value) else _quoted(value)


def _stands_bare(text: str) -> bool:
    """Whether YAML reads `text` without quotes as the same text, in a list too."""
    if not _BARE.match(text):
        return False
    try:
        return bool(yaml.load(f"[{text}]", yaml.CSafeLoader) == [text])
    except yaml.YAMLError:
        return False


def _quoted(text: str) -> str:
    """`text` in straight double quotes, on one line."""
    return str(yaml.dump(text, Dumper=yaml.CSafeDumper, default_style='"', allow_unicode=True, width=2**30)).rstrip(
        "\n"
    )
