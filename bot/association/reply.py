"""Answering a command where it was called."""

from collections.abc import Sequence

from bot.conversation import Effect
from bot.desk import Call, Scene, reply
from bot.wording import Phrase, paragraphs


def answered(call: Call, scene: Scene, *lines: Phrase) -> Sequence[Effect]:
    """`lines`, each a paragraph, as the one reply to `call`."""
    return (reply(call.message, paragraphs(scene.language, *lines)),)
