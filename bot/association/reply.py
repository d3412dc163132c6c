"""Answering a command where it was called."""

from collections.abc import Sequence

from bot.conversation import Effect, Message, Say
from bot.desk import Call, Scene
from bot.wording import Document, Paragraph, Phrase, render


def reply(call: Call, scene: Scene, *lines: Phrase) -> Sequence[Effect]:
    """`lines`, each a paragraph, as the one reply to `call`."""
    return (said(call.message, paragraphs(scene, *lines)),)


def paragraphs(scene: Scene, *lines: Phrase) -> Document:
    """A document of one paragraph a line, in the language of `scene`."""
    return Document(scene.language, tuple(Paragraph(line) for line in lines))


def said(message: Message, document: Document) -> Say:
    """`document` as a reply to `message`, in its thread."""
    return Say(
        room=message.room, cause=message.event, text=render(document), reply_to=message.event, thread=message.thread
    )
