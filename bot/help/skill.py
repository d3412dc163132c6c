"""The help skill: one greeting a room, ever, `aide`, and a word when an encrypted message cannot be read."""

from collections.abc import Callable, Sequence

from bot.association import storage as associations
from bot.conversation import Effect, Incoming, Joined, Message, Say, Text, Unreadable
from bot.desk import Call, Command, Scene, Skill, reply
from bot.help import topics
from bot.wording import render, sentence

_UNVERIFIED = "m.unverified"
"""The code of who gives no keys to devices that their owner has not verified (specification, m.room_key.withheld)."""

_WORDS = {"fr": ("aide",), "en": ("help",)}


class Help:
    """Greets, and explains the commands that `skills` declare."""

    name = "help"

    def __init__(self, skills: Callable[[], Sequence[Skill]]) -> None:
        self._skills = skills
        self.commands = (Command("help", _WORDS, self._help, bare=True),)

    async def take(self, event: Incoming, scene: Scene) -> Sequence[Effect] | None:
        """Greet on the first arrival, unless it is long ago (the data folder is new, the room is not); tell that a
        message could not be read where the room wants to hear it; « aide quiz » without prefix, where it is said to
        the bot. Everything else belongs to others.
        """
        if isinstance(event, Message):
            return self._asked(event, scene)
        if isinstance(event, Unreadable):
            return await _unreadable(event, scene)
        if not isinstance(event, Joined) or not event.first or not scene.fresh:
            return None
        return (Say(room=event.room, cause=event.event, text=_said("help.greeting", scene)),)

    async def _help(self, call: Call, scene: Scene) -> Sequence[Effect]:
        known, typed = topics.topics(self._skills()), call.arguments.strip()
        document = topics.about(typed, known, scene.language) if typed else topics.summary(known, scene.language)
        return (reply(call.message, document),)

    def _asked(self, message: Message, scene: Scene) -> Sequence[Effect] | None:
        word, _, about = message.text.strip(" ?!.…").partition(" ")
        language = next((spoken for spoken, words in _WORDS.items() if word.casefold() in words), None)
        if language is None or not scene.addressed or not scene.fresh:
            return None
        document = topics.found(about, topics.topics(self._skills()), language) if about else None
        return (reply(message, document),) if document is not None else None


async def _unreadable(event: Unreadable, scene: Scene) -> Sequence[Effect]:
    if not await associations.listens(scene.tx, event.room):
        return ()
    name = "help.unreadable-unverified" if event.withheld == _UNVERIFIED else "help.unreadable"
    return (Say(room=event.room, cause=event.event, text=_said(name, scene), reply_to=event.message),)


def _said(name: str, scene: Scene) -> Text:
    return render(sentence(scene.language, name))
