"""What nobody else could make sense of, before it is taken for a question: a mistyped command, a first greeting."""

from collections.abc import Callable, Iterator, Sequence

from bot.catalog.fold import fold, read
from bot.catalog.names import Names
from bot.conversation import Effect, Incoming, Language, Message
from bot.desk import Command, Scene, Skill, reply
from bot.help import storage
from bot.help.nearest import nearest
from bot.wording import LANGUAGES, Bullets, Document, Paragraph, sentence, voice

# Longer sentences are no commands.
_MOST_WORDS = 3
_GREETINGS = {
    "fr": frozenset({"bonjour", "bonsoir", "salut", "coucou", "bjr", "slt"}),
    "en": frozenset({"hello", "hi", "hey", "morning", "evening"}),
}
# What stands around a greeting.
_COMPANY = frozenset(
    {"la", "le", "les", "a", "to", "tous", "toutes", "all", "there", "everyone", "good", "releve", "bot", "robot"}
)
_EXAMPLES = ("help.example-product", "help.example-need", "help.example-quiz")


class Guide:
    """Says the nearest command of `skills` to a mistyped one, and three examples to a room's first greeting.

    It stands between the other skills and asking; `names` gives the names of the current catalogue.
    """

    name = "guide"
    commands: Sequence[Command] = ()

    def __init__(self, skills: Callable[[], Sequence[Skill]], names: Callable[[], Names]) -> None:
        self._skills = skills
        self._names = names

    async def take(self, event: Incoming, scene: Scene) -> Sequence[Effect] | None:
        """An answer to a message for the bot that is not a sentence; None for everything else."""
        if not isinstance(event, Message) or not scene.fresh or not scene.addressed:
            return None
        greeted = _greeted(event.text)
        if greeted is not None:
            language = greeted or scene.language
            return (reply(event, _examples(language)),) if await storage.introduce(scene.tx, event.room) else None
        meant = self._meant(event.text, scene.language)
        return (reply(event, sentence(scene.language, "help.did-you-mean", command=meant)),) if meant else None

    def _meant(self, text: str, language: Language) -> str | None:
        """The command that `text` misspells; None when it is known otherwise, or more than a few words."""
        words = text.split()
        if not 1 <= len(words) <= _MOST_WORDS:
            return None
        meant = nearest(words[0].strip("?!.…"), self._words(language))
        return meant if meant is not None and not self._is_known(text) else None

    def _is_known(self, text: str) -> bool:
        """Whether it names a tool or a need: as it stands, or, after its first word, with slips too."""
        names = self._names()
        whole, rest = read(text), read(text.partition(" ")[2])
        return bool(
            names.mentions(whole)
            or any(not need.near for need in names.needs.mentions(whole.tokens))
            or names.needs.mentions(rest.tokens, correct=True)
        )

    def _words(self, language: Language) -> Iterator[str]:
        for spoken in (language, *LANGUAGES):
            for skill in self._skills():
                for command in skill.commands:
                    yield from command.words.get(spoken, ())


def _greeted(text: str) -> Language | None:
    """The language of a greeting that says nothing else; "" when it is the call alone; None for other words."""
    words = [fold(token.form) for token in read(text).tokens]
    for language, greetings in _GREETINGS.items():
        if any(word in greetings for word in words):
            return language if all(word in greetings | _COMPANY for word in words) else None
    return None if words else ""


def _examples(language: Language) -> Document:
    speak = voice(language)
    return Document(
        language,
        (Paragraph(speak.say("help.examples")), Bullets(tuple(speak.say(example) for example in _EXAMPLES))),
    )
