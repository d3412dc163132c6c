"""The answer to a message. Pure."""

from bot.conversation import Message, Say
from bot.wording import Document, render


def reply(message: Message, document: Document, part: str = "") -> Say:
    """`document` in reply to `message`, in its thread; `part` tells apart several answers to one message."""
    return Say(
        room=message.room,
        cause=message.event,
        part=part,
        text=render(document),
        reply_to=message.event,
        thread=message.thread,
    )
