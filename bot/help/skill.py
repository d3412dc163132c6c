"""The help skill: one greeting a room, ever, and `aide`."""

from collections.abc import Callable, Sequence

from bot.conversation import Effect, Incoming, Joined, Say
from bot.desk import Call, Command, Scene
from bot.wording import Bullets, Code, Document, Paragraph, Phrase, Plain, joined, render, voice


class Help:
    """Greets, and explains the commands that `declared` gives (those of every skill)."""

    name = "help"

    def __init__(self, declared: Callable[[], Sequence[Command]]) -> None:
        self._declared = declared
        self.commands = (Command("help", {"fr": ("aide",), "en": ("help",)}, self._help, bare=True),)

    async def take(self, event: Incoming, scene: Scene) -> Sequence[Effect] | None:
        """Greet on arrival; everything else belongs to others."""
        if not isinstance(event, Joined):
            return None
        speak = voice(scene.language)
        document = Document(scene.language, (Paragraph(speak.say("help.greeting")),))
        return (Say(room=event.room, cause=event.event, text=render(document)),)

    async def _help(self, call: Call, scene: Scene) -> Sequence[Effect]:
        text = render(summary(self._declared(), scene.language))
        message = call.message
        return (Say(room=message.room, cause=message.event, text=text, reply_to=message.event, thread=message.thread),)


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
