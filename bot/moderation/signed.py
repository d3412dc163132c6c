"""Lists with signs: « + Digipad, − Scrumblr ». Pure."""

import re

_SIGNED = re.compile(r"^\s*(?P<sign>[+−–-])?\s*(?P<name>.*?)\s*$")


def signed(typed: str) -> list[tuple[str, str]]:
    """Each item with its sign, "+" or "-"; one without a sign has that of the item before it."""
    items: list[tuple[str, str]] = []
    sign = "+"
    # A sign starts a new item wherever it stands between spaces; a comma does as well.
    for part in re.split(r",|\s(?=[+−–-]\s)", typed):
        found = _SIGNED.match(part)
        if found is None or not found["name"]:
            continue
        if found["sign"]:
            sign = "+" if found["sign"] == "+" else "-"
        items.append((sign, found["name"]))
    return items
