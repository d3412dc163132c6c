"""The help skill: one greeting a room, ever, `aide`, and a word when an encrypted message cannot be read."""

from collections.abc import Callable, Sequence

from bot.association import storage as associations
from bot.conversation import Effect, Incoming, Joined, Say, Text, Unreadable
from bot.desk import Call, Command, Scene
from bot.wording import Bullets, Code, Document, Paragraph, Phrase, Plain, joined, render, voice

_UNVERIFIED = "m.unverified"
"""The code of who gives no keys to devices that their owner has not verified (specification, m.room_key.withheld)."""


class Help:
    """Greets, and explains the commands that `declared` gives (those of every skill)."""

    name = "help"

    def __init__(self, declared: Callable[[], Sequence[Command]]) -> None:
        self._declared = declared
        self.commands = (Command("help", {"fr": ("aide",), "en": ("help",)}, self._help, bare=True),)

    async def take(self, event: Incoming, scene: Scene) -> Sequence[Effect] | None:
        """Greet on the first arrival, unless it is long ago (the data folder is new, the room is not); tell that a
        message could not be read where the room wants to hear it. Everything else belongs to others.
        """
        if isinstance(event, Unreadable):
            return await _unreadable(event, scene)
        if not isinstance(event, Joined) or not event.first or not scene.fresh:
            return None
        return (Say(room=event.room, cause=event.event, text=_said("help.greeting", scene)),)

    async def _help(self, call: Call, scene: Scene) -> Sequence[Effect]:
        text = render(summary(self._declared(), scene.language))
        message = call.message
        return (Say(room=message.room, cause=message.event, text=text, reply_to=message.event, thread=message.thread),)


async def _unreadable(event: Unreadable, scene: Scene) -> Sequence[Effect]:
    if not await associations.listens(scene.tx, event.room):
        return ()
    sentence = "help.unreadable-unverified" if event.withheld == _UNVERIFIED else "help.unreadable"
    return (Say(room=event.room, cause=event.event, text=_said(sentence, scene), reply_to=event.message),)


def _said(sentence: str, scene: Scene) -> Text:
    return render(Document(scene.language, (Paragraph(voice(scene.language).say(sentence)),)))


def summary(commands: Sequence[Command], language: str) -> Document:
    """What can be asked, then every command with its summary, in `language`."""
    speak = voice(language)
    items: list[Phrase] = [
        joined(
            ((Code(speak.word(f"command.{command.id}.usage")),), speak.say(f"command.{command.id}.summary")),
            (Plain(" · "),),
        )
        for command in commands
    ]
    return Document(language, (Paragraph(speak.say("help.questions")), Bullets(tuple(items))))
