"""Reading a YAML file so that every mistake in it can be named with its line.

Used by the configuration and by the catalogue. What is wrong is a `Mistake`: a file, a line, and the
name of a sentence with its values; the wording turns it into French or English.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

Model = TypeVar("Model", bound=BaseModel)
Place: TypeAlias = tuple[str | int, ...]
"""Where in a document: keys and positions from the top, as pydantic gives them in `loc`."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong in one file.

    `sentence` is the name of a sentence of the wording (`mistake.<…>`), `values` fill it in. `line` counts
    from 1. `warning`: worth saying, but no reason to refuse the file.
    """

    file: Path
    line: int
    sentence: str
    values: Mapping[str, str | int] = field(default_factory=dict)
    warning: bool = False


class Mistaken(Exception):
    """One or more files cannot be used as they are; `mistakes` names everything that is wrong, at once."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        super().__init__(f"{len(mistakes)} mistakes, the first in {mistakes[0].file}:{mistakes[0].line}")
        self.mistakes = tuple(mistakes)


def read(path: Path) -> Any:
    """The document in `path`, as plain Python data. Raises Mistaken when it cannot be read or is not YAML."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    except FileNotFoundError:
        raise Mistaken([Mistake(path, 1, "mistake.missing-file")]) from None
    except OSError as error:
        raise Mistaken([Mistake(path, 1, "mistake.unreadable-file", {"reason": error.strerror or ""})]) from None
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise Mistaken([Mistake(path, line, "mistake.not-utf8")]) from None
    except yaml.YAMLError as error:
        raise Mistaken([_not_yaml(path, error)]) from None


def _not_yaml(path: Path, error: yaml.YAMLError) -> Mistake:
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or str(error)
    return Mistake(path, mark.line + 1 if mark else 1, "mistake.not-yaml", {"reason": reason})


def checked(path: Path, document: Any, model: type[Model], within: Place = ()) -> Model:
    """`document`, read from `path` (at the place `within` of it), as a `model`.

    Raises Mistaken with every mistake in it.
    """
    try:
        return model.model_validate(document if document is not None else {})
    except ValidationError as error:
        lines = line_numbers(path)
        details = error.errors(include_url=False)
        raise Mistaken([_mistake(path, lines, within, detail) for detail in details]) from None


def line_numbers(path: Path) -> dict[Place, int]:
    """The line of every key and item in `path`. Only read when something is wrong, so that loading is fast."""
    lines: dict[Place, int] = {(): 1}
    root = yaml.compose(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    if root is not None:
        _note_lines(root, (), lines)
    return lines


def _note_lines(node: yaml.Node, place: Place, lines: dict[Place, int]) -> None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = (*place, str(key.value))
            lines[inner] = key.start_mark.line + 1
            _note_lines(value, inner, lines)
    elif isinstance(node, yaml.SequenceNode):
        for position, value in enumerate(node.value):
            inner = (*place, position)
            lines[inner] = value.start_mark.line + 1
            _note_lines(value, inner, lines)


def nearest_line(lines: Mapping[Place, int], place: Place) -> int:
    """The line of `place`, or of the innermost part of it that is in the file."""
    while place not in lines:
        place = place[:-1]
    return lines[place]


def _mistake(path: Path, lines: Mapping[Place, int], within: Place, detail: Any) -> Mistake:
    place, sentence, values = wrong(detail)
    return Mistake(path, nearest_line(lines, (*within, *place)), sentence, values)


def wrong(detail: Any) -> tuple[Place, str, dict[str, str | int]]:
    """What one of pydantic's error details says: where, the name of the sentence, and its values."""
    place: Place = tuple(detail["loc"])
    context = detail.get("ctx") or {}
    key = ".".join(str(part) for part in place)
    match detail["type"]:
        case "value_error":
            return place, f"mistake.{context['error']}", {"key": key, "value": str(detail["input"])[:80]}
        case "missing":
            return place, "mistake.missing-key", {"key": key}
        case "extra_forbidden":
            return place, "mistake.unknown-key", {"key": key}
        case kind:
            expected = context.get("expected") or context.get("pattern") or detail["msg"]
            values = {"key": key, "value": str(detail["input"])[:80], "expected": str(expected), "kind": kind}
            return place, "mistake.wrong-value", values
