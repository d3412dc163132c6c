"""Short documents: one sentence of the wording, a few plain paragraphs. Pure."""

from bot.conversation import Language
from bot.wording.document import Document, Paragraph, Phrase
from bot.wording.messages import Value, voice


def paragraphs(language: Language, *phrases: Phrase) -> Document:
    """A document of one paragraph a phrase."""
    return Document(language, tuple(Paragraph(phrase) for phrase in phrases))


def sentence(language: Language, name: str, /, **values: Value) -> Document:
    """A document of the one sentence that the wording calls `name`."""
    return paragraphs(language, voice(language).say(name, **values))
