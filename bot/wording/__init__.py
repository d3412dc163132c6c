"""Every sentence said to a person, in French and English, and its rendering to plain text and HTML.

`fr/*.po` and `en/*.po` hold the sentences (gettext PO, one file a skill, for translators and Weblate);
`messages.py` looks one up, `document.py` composes and renders, `sentences.py` makes the shortest documents,
`typography.py` sets French spaces, `hostile.py` tames text that came from people. HTML is written in `document.py`
and nowhere else.
"""

from bot.wording.document import (
    Block,
    Bullets,
    Code,
    Document,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Listing,
    Numbered,
    Paragraph,
    Phrase,
    Plain,
    Strong,
    joined,
    render,
)
from bot.wording.hostile import tamed
from bot.wording.messages import LANGUAGES, Value, Voice, voice
from bot.wording.sentences import paragraphs, sentence

__all__ = [
    "LANGUAGES",
    "Block",
    "Bullets",
    "Code",
    "Document",
    "Emphasis",
    "Inline",
    "LineBreak",
    "Link",
    "Listing",
    "Numbered",
    "Paragraph",
    "Phrase",
    "Plain",
    "Strong",
    "Value",
    "Voice",
    "joined",
    "paragraphs",
    "render",
    "sentence",
    "tamed",
    "voice",
]
