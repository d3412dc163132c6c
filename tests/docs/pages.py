"""The pages of the documentation, and the blocks in them that are made rather than written.

A block stands between `<!-- made: NAME … -->` and `<!-- /made -->`; further lines of the first comment are for
its maker (`makers.py`). `python -m tests.docs` makes every block anew.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.conversation import Language

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
DOCS: dict[Language, tuple[Path, ...]] = {
    language: tuple(sorted((ROOT / "docs" / language).glob("*.md"))) for language in ("fr", "en")
}
MADE = (README, *DOCS["fr"], *DOCS["en"])
"""Those with blocks that are made."""
ALL = (*MADE, CONTRIBUTING)
HOW_TO_RENEW = "renew it with: .venv/bin/python -m tests.docs, then read what has changed"

_BLOCK = re.compile(
    r"(?P<head><!-- made: (?P<name>[\w-]+)(?P<rest>[^\n]*?)(?:\n(?P<lines>.*?))?-->\n)"
    r"(?P<text>.*?)(?P<end><!-- /made -->)",
    re.DOTALL,
)
_FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a page: its maker, what it is told, and what the page says now."""

    page: Path
    name: str
    arguments: tuple[str, ...]
    lines: tuple[str, ...]
    text: str

    @property
    def language(self) -> Language:
        """That of the page; README is French first."""
        return "en" if self.page.parent.name == "en" else "fr"


def blocks(page: Path) -> Iterator[Block]:
    """The made blocks of `page`, in order."""
    for found in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        yield _block(page, found)


def renew(page: Path, texts: dict[Block, str]) -> None:
    """Write `texts` in the place of what the blocks of `page` say."""
    old = page.read_text(encoding="utf-8")
    new = _BLOCK.sub(lambda found: found["head"] + texts.get(_block(page, found), found["text"]) + found["end"], old)
    if new != old:
        page.write_text(new, encoding="utf-8")


def written(page: Path) -> str:
    """What people wrote in `page`: without its made blocks."""
    return _BLOCK.sub("", page.read_text(encoding="utf-8"))


def fences(page: Path, *languages: str) -> Iterator[str]:
    """The fenced blocks of `page` in these languages."""
    for _, language, text in _FENCE.findall(page.read_text(encoding="utf-8")):
        if language in languages:
            yield text


def prose(text: str) -> str:
    """`text` without code, comments and addresses: what is read as sentences."""
    text = _FENCE.sub("", text)
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r"`[^`]*`", "", text)
    return re.sub(r"\]\([^)]*\)|<[^>]*>|https?://\S+", "", text)


def rows(text: str) -> Iterator[list[str]]:
    """The rows of the Markdown tables in `text`, without heads and rules, cell by cell."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if (
            line.startswith("|")
            and not _is_rule(line)
            and not (number + 1 < len(lines) and _is_rule(lines[number + 1]))
        ):
            yield [cell.strip() for cell in line.strip("|").split(" | ")]


def _is_rule(line: str) -> bool:
    return bool(re.fullmatch(r"\|( ?:?-+:? ?\|)+", line))


def _block(page: Path, found: re.Match[str]) -> Block:
    lines = tuple(line.strip() for line in (found["lines"] or "").split("\n") if line.strip())
    return Block(page, found["name"], tuple(found["rest"].split()), lines, found["text"])
