"""A fenced block of `key: value` lines → plain data: texts, lists and mappings, nothing else.

It is YAML with everything taken out that could mean more than it says: no tags, no anchors, no types (`yes`
is the text "yes"; the model of the entry knows what it wants), no key twice, no nesting without end.
"""

import re
from collections.abc import Mapping
from typing import Any

import yaml

LARGEST = 20_000
"""Characters. The longest entry of the catalogue has 9,000."""
_DEEPEST = 10
_FENCED = re.compile(r"```[^\S\n]*(?:ya?ml)?[^\S\n]*\n(?P<block>.*?)(?:```|\Z)", re.DOTALL | re.IGNORECASE)
_NOTHING = frozenset({"", "null", "~"})


class Unreadable(Exception):
    """The block says nothing that can be used: `sentence` (of the wording), with `values`, says why."""

    def __init__(self, sentence: str, **values: str | int) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.values = values


def parted(text: str) -> tuple[str, str | None]:
    """`text` without its (first) fenced block, on one line; and the block, or None."""
    found = _FENCED.search(text)
    head = text if found is None else f"{text[: found.start()]} {text[found.end() :]}"
    return " ".join(head.split()), found["block"] if found else None


def read(block: str) -> Mapping[str, Any]:
    """What `block` says. Raises Unreadable."""
    if len(block) > LARGEST:
        raise Unreadable("moderation.block-too-long", limit=LARGEST)
    try:
        _assert_tame(block)
        root = yaml.compose(block, yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise Unreadable("mistake.not-yaml", reason=str(getattr(error, "problem", None) or error)[:120]) from None
    if not isinstance(root, yaml.MappingNode):
        raise Unreadable("moderation.block-not-lines")
    return _mapping(root)


def _assert_tame(block: str) -> None:
    depth = 0
    for event in yaml.parse(block, yaml.CSafeLoader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
            raise Unreadable("moderation.block-not-lines")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:
            raise Unreadable("moderation.block-not-lines")


def _mapping(node: yaml.MappingNode) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise Unreadable("moderation.block-not-lines")
        name = str(key.value)
        if name in found:
            raise Unreadable("moderation.key-twice", key=name[:60])
        found[name] = _value(value)
    return found


def _value(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return _mapping(node)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    text = str(node.value)
    return None if node.style is None and text in _NOTHING else text  # type: ignore[attr-defined]
