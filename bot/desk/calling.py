"""How the bot is called: the prefix before a message, and the declared command that its first word names. Pure."""

from collections.abc import Iterable
from dataclasses import replace

from bot.conversation import Edit, Incoming, Language, Message
from bot.desk.skill import Call, Command, Scene


class Calling:
    """Reads who is called in a message: `prefixes` call the bot, the words of `commands` call those."""

    def __init__(self, commands: Iterable[Command], prefixes: Iterable[str]) -> None:
        self._prefixes = tuple(prefixes)
        self._commands = {
            word: (command, language)
            for command in commands
            for language, words in command.words.items()
            for word in words
        }

    def without_prefix(self, event: Incoming) -> tuple[Incoming, bool]:
        """`event` without the prefix that called the bot, and whether there was one."""
        if isinstance(event, Message | Edit):
            for prefix in self._prefixes:
                head, rest = event.text[: len(prefix)], event.text[len(prefix) :]
                if head.casefold() == prefix.casefold() and (not rest or rest[0] in " \t\n:,"):
                    return replace(event, text=rest.lstrip(" \t\n:,")), True
        return event, False

    def may_need_power(self, message: Message) -> bool:
        """Whether the first word of `message`, its prefix taken off, is that of a command that takes a power level."""
        found = self._commands.get(_first_word(message.text))
        return found is not None and found[0].needs_power

    def called(self, message: Message, prefixed: bool, scene: Scene) -> tuple[Command, Language, Call] | None:
        """The command that `message` calls, the language of its word, and the call; None for plain words."""
        word, _, arguments = message.text.partition(" ")
        found = self._commands.get(_first_word(message.text))
        if found is None or not scene.addressed:
            return None
        command, language = found
        arguments = arguments.strip() if arguments.strip(" ?!.…") else ""
        if not prefixed and (arguments or not command.bare):
            return None
        if any(word.casefold() in words for other, words in command.words.items() if other != language):
            language = scene.language
        return command, language, Call(message, word, arguments)


def _first_word(text: str) -> str:
    return text.partition(" ")[0].strip("?!.…").casefold()
