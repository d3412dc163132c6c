"""What the bot says, as Markdown: its few HTML tags, and a conversation as a quotation."""

import re
from collections.abc import Sequence
from html import unescape

from bot.conversation import Language
from tests.docs.room import Turn

_INLINE = (
    (re.compile(r"</?strong>"), "**"),
    (re.compile(r"</?em>"), "*"),
    (re.compile(r'<a href="([^"]*)">([^<]*)</a>'), r"[\2](\1)"),
    (re.compile(r"</?code>"), "`"),
    (re.compile(r"<br>"), "<br>\n"),
)
_BLOCK = re.compile(r"<(p|ol|ul|pre)(?: start=\"(\d+)\")?>(.*?)</\1>", re.DOTALL)
_ITEM = re.compile(r"<li>(.*?)</li>", re.DOTALL)
# What would be taken for Markdown where it is plain text.
_SPECIAL = re.compile(r"([*_`\[\]<>\\])")
_BOT = "La Relève"


def quoted(turns: Sequence[Turn], language: Language) -> str:
    """A conversation as a quotation, each turn with who said it."""
    colon = "\N{NO-BREAK SPACE}:" if language == "fr" else ":"
    paragraphs: list[str] = []
    for turn in turns:
        text = markdown(turn.html)
        alone = text.startswith(("```", "1. ", "- "))
        paragraphs.append(f"**{turn.who or _BOT}**{colon}" + ("\n\n" if alone else " ") + text)
    return "\n".join(f"> {line}".rstrip() for line in "\n\n".join(paragraphs).split("\n"))


def markdown(html: str) -> str:
    """`html` (a `formatted_body`, or escaped text) as Markdown."""
    blocks = [_block(*found.groups()) for found in _BLOCK.finditer(html)]
    return "\n\n".join(blocks) or _inline(html)


def _block(tag: str, start: str | None, inside: str) -> str:
    match tag:
        case "pre":
            return f"```text\n{unescape(re.sub('</?code>', '', inside))}\n```"
        case "ol":
            items = enumerate(_ITEM.findall(inside), int(start or 1))
            return "\n".join(_under(f"{number}. ", _inline(item)) for number, item in items)
        case "ul":
            return "\n".join(_under("- ", _inline(item)) for item in _ITEM.findall(inside))
        case _:
            return _inline(inside)


def _inline(html: str) -> str:
    parts = re.split(r"(<[^>]+>)", html)
    in_code, safe = False, []
    for part in parts:
        if part.startswith("<"):
            in_code = part == "<code>" or (in_code and part != "</code>")
            safe.append(part)
        else:
            safe.append(part if in_code else _SPECIAL.sub(r"\\\1", unescape(part)).replace("\\<", "&lt;"))
    text = "".join(safe)
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return re.sub(r"`[^`]*`", lambda code: unescape(code[0]), text)


def _under(mark: str, text: str) -> str:
    return mark + text.replace("\n", "\n" + " " * len(mark))
