"""Text that came from people is hostile until tamed: a name that is echoed must not become a link,
a mention, a second line or a page of its own.
"""

import re
import unicodedata

WORD_JOINER = "\N{WORD JOINER}"
_SPACES = re.compile(r"\s+")
_LINK_LIKE = re.compile(r"(?<=\w)\.(?=\w)|://|www(?=\.)|@(?=\w)|#(?=\w)|!(?=\w)", re.IGNORECASE)


def tamed(text: str, limit: int = 40) -> str:
    """`text` as one short line that no client turns into a link, a mention or a change of direction.

    `limit` is a number of characters; what is longer ends in an ellipsis. The result may be empty.
    """
    kept = "".join(" " if unicodedata.category(c) in {"Cc", "Zl", "Zp", "Zs"} else c for c in text if _harmless(c))
    line = _SPACES.sub(" ", kept).strip()
    if len(line) > limit:
        line = line[: limit - 1].rstrip() + "…"
    # An invisible joiner after the tell-tale sign stops the linkifiers of Matrix clients.
    return _LINK_LIKE.sub(lambda found: found.group() + WORD_JOINER, line)


def _harmless(character: str) -> bool:
    """False for format characters (zero width, bidirectional override), surrogates and unassigned ones."""
    return unicodedata.category(character) not in {"Cf", "Cs", "Co", "Cn"}
