"""Before and after: what differs between two documents of one entry, as short lines of text. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.catalog.revisions import Document, spelt
from bot.conversation import Language
from bot.yaml_file import Place


@dataclass(frozen=True, slots=True)
class Difference:
    """`path` was `before` and is `after`; "" where there was or is nothing. `listed`: it is a list, and these
    are the items that left and came.
    """

    path: str
    before: str
    after: str
    listed: bool = False


def differences(before: Document | None, after: Document | None, language: Language) -> list[Difference]:
    """What differs, in the order of the fields; texts in `language`."""
    return list(_compare((), before or {}, after or {}, language))


def _compare(place: Place, before: Any, after: Any, language: Language) -> Iterator[Difference]:
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict) and not _is_text(before or after):
        for key in dict.fromkeys((*before, *after)):
            yield from _compare((*place, key), before.get(key), after.get(key), language)
    elif isinstance(before or [], list) and isinstance(after or [], list):
        yield from _lists(place, before or [], after or [], language)
    elif isinstance(before or {}, dict) and isinstance(after or {}, dict) and not _is_text(before or after):
        yield from _compare(place, before or {}, after or {}, language)
    else:
        old, new = shown(before, language), shown(after, language)
        if old == new:
            old, new = (shown(value, "en" if language == "fr" else "fr") for value in (before, after))
        yield Difference(spelt(place), old, new)


def _lists(place: Place, before: Sequence[Any], after: Sequence[Any], language: Language) -> Iterator[Difference]:
    was, is_ = ({_label(item, language): item for item in side} for side in (before, after))
    gone, come = [label for label in was if label not in is_], [label for label in is_ if label not in was]
    if gone or come:
        yield Difference(spelt(place), ", ".join(gone), ", ".join(come), listed=True)
    elif list(was) != list(is_):
        yield Difference(spelt(place), ", ".join(was), ", ".join(is_))
    for label, item in is_.items():
        if label in was and was[label] != item:
            yield from _compare((*place, label), was[label], item, language)


def _label(item: Any, language: Language) -> str:
    """What tells one item of a list from the others."""
    if isinstance(item, dict):
        for key in ("alternative", "host", "title", "url", "ask"):
            if key in item:
                return shown(item[key], language)
    return shown(item, language)


def _is_text(value: Any) -> bool:
    return isinstance(value, dict) and value.keys() == {"fr", "en"} and all(isinstance(t, str) for t in value.values())


def shown(value: Any, language: Language) -> str:
    """`value` on one line, as a person reads it; "" for nothing."""
    if value is None:
        return ""
    if _is_text(value):
        return str(value[language if language == "fr" else "en"])
    if isinstance(value, dict):
        return ", ".join(f"{key}: {shown(inner, language)}" for key, inner in value.items())
    if isinstance(value, list):
        return ", ".join(shown(item, language) for item in value)
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, float) else str(value)
