"""A document: what a message says, as a small tree; one renderer for both of its Matrix forms.

The tags used are p, br, strong, em, code, pre, a, ol, ul and li, all among those that the Matrix
specification allows in `formatted_body`. Every piece of text is escaped here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import TypeAlias

from bot.conversation import Language, Text
from bot.wording.typography import set_in_type


@dataclass(frozen=True, slots=True)
class Plain:
    """Text as it stands."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Bold text."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Italic text."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Something to type, or an identifier; its characters are never changed."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A web address of the catalogue or of the wording, never one that a person typed."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line within a paragraph."""


Inline: TypeAlias = Plain | Strong | Emphasis | Code | Link | LineBreak
Phrase: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered list; the first item has the number `start`."""

    items: tuple[Phrase, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without numbers."""

    items: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines to be copied as they stand; their characters are never changed."""

    text: str


Block: TypeAlias = Paragraph | Numbered | Bullets | Listing


@dataclass(frozen=True, slots=True)
class Document:
    """What one message says, in one language."""

    language: Language
    blocks: tuple[Block, ...]


def joined(phrases: Iterable[Phrase], separator: Phrase = (Plain(" "),)) -> Phrase:
    """The phrases one after another with `separator` between them; empty ones are left out."""
    whole: list[Inline] = []
    for phrase in phrases:
        if phrase:
            whole.extend(separator if whole else ())
            whole.extend(phrase)
    return tuple(whole)


def render(document: Document) -> Text:
    """The `body` and the `formatted_body` of a document."""
    plain: list[str] = []
    html: list[str] = []
    previous: Block | None = None
    for block in document.blocks:
        if previous is not None:
            # A list belongs to the paragraph above it; everything else gets air.
            plain.append("\n" if isinstance(previous, Paragraph) and not isinstance(block, Paragraph) else "\n\n")
        plain.append(_plain_block(block, document.language))
        html.append(_html_block(block, document.language))
        previous = block
    return Text(body="".join(plain), html="".join(html))


def _plain_block(block: Block, language: Language) -> str:
    match block:
        case Paragraph(phrase):
            return _plain(phrase, language)
        case Numbered(items, start):
            return "\n".join(f"{number}. {_indented(item, language)}" for number, item in enumerate(items, start))
        case Bullets(items):
            return "\n".join(f"• {_indented(item, language)}" for item in items)
        case Listing(text):
            return f"```\n{text}\n```"


def _html_block(block: Block, language: Language) -> str:
    match block:
        case Paragraph(phrase):
            return f"<p>{_html(phrase, language)}</p>"
        case Numbered(items, start):
            opening = "<ol>" if start == 1 else f'<ol start="{start}">'
            return f"{opening}{_html_items(items, language)}</ol>"
        case Bullets(items):
            return f"<ul>{_html_items(items, language)}</ul>"
        case Listing(text):
            return f"<pre><code>{escape(text)}</code></pre>"


def _html_items(items: tuple[Phrase, ...], language: Language) -> str:
    return "".join(f"<li>{_html(item, language)}</li>" for item in items)


def _indented(item: Phrase, language: Language) -> str:
    """An item of a list: its further lines stand under the first."""
    return _plain(item, language).replace("\n", "\n   ")


def _plain(phrase: Phrase, language: Language) -> str:
    return "".join(_plain_inline(inline, language) for inline in phrase)


def _plain_inline(inline: Inline, language: Language) -> str:
    match inline:
        case LineBreak():
            return "\n"
        case Link(label, url):
            return label if label == _bare(url) else f"{label} ({_bare(url)})"
        case Code(text):
            return text
        case Plain(text) | Strong(text) | Emphasis(text):
            return set_in_type(text, language)


def _bare(url: str) -> str:
    """An address as one says it: without scheme, `www.` and the last slash."""
    return url.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def _html(phrase: Phrase, language: Language) -> str:
    return "".join(_html_inline(inline, language) for inline in phrase)


def _html_inline(inline: Inline, language: Language) -> str:
    match inline:
        case LineBreak():
            return "<br>"
        case Plain(text):
            return _escaped(text, language)
        case Strong(text):
            return f"<strong>{_escaped(text, language)}</strong>"
        case Emphasis(text):
            return f"<em>{_escaped(text, language)}</em>"
        case Code(text):
            return f"<code>{escape(text)}</code>"
        case Link(label, url):
            return f'<a href="{escape(url)}">{escape(label)}</a>'


def _escaped(text: str, language: Language) -> str:
    return escape(set_in_type(text, language))
