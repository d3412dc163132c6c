"""What help says: the topics, one topic, one command; made from what the skills declare. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.catalog.fold import fold
from bot.conversation import Language
from bot.desk import Command, Skill
from bot.help.nearest import nearest
from bot.wording import LANGUAGES, Block, Bullets, Code, Document, Paragraph, Phrase, Plain, joined, tamed, voice

_MIDDLE_DOT = (Plain(" · "),)


@dataclass(frozen=True, slots=True)
class Topic:
    """The commands of one skill. `help.topic.<skill>` says what they are for, `help.topic.<skill>.word` calls it."""

    skill: str
    commands: tuple[Command, ...]

    def word(self, language: Language) -> str:
        """The word that one types for it."""
        return voice(language).word(f"help.topic.{self.skill}.word")


def topics(skills: Iterable[Skill]) -> tuple[Topic, ...]:
    """A topic for each skill that declares commands, in their order; help itself needs none."""
    return tuple(
        Topic(skill.name, tuple(skill.commands)) for skill in skills if skill.commands and skill.name != "help"
    )


def summary(known: Sequence[Topic], language: Language) -> Document:
    """How to ask, and every topic in a line."""
    speak = voice(language)
    lines = [
        _line(speak.word("help.of", word=topic.word(language)), speak.say(f"help.topic.{topic.skill}"))
        for topic in known
    ]
    return Document(language, (Paragraph(speak.say("help.questions")), Bullets(tuple(lines))))


def found(typed: str, known: Sequence[Topic], language: Language) -> Document | None:
    """Help about the topic or else the command that `typed` names; None when it names none."""
    word = fold(typed.strip())
    for topic in known:
        if word in {fold(topic.word(other)) for other in LANGUAGES}:
            return Document(language, _whole(topic, language))
    for topic in known:
        for command in topic.commands:
            if word in set(_words(command)):
                return Document(language, _one(command, topic, language))
    return None


def about(typed: str, known: Sequence[Topic], language: Language) -> Document:
    """Help about what was `typed`; where it names nothing, the nearest topic or command, and the summary."""
    document = found(typed, known, language)
    if document is not None:
        return document
    speak, near = voice(language), nearest(typed.strip(), _callable(known, language))
    first = (
        speak.say("help.no-topic", word=tamed(typed))
        if near is None
        else speak.say("help.no-topic-but", word=tamed(typed), command=speak.word("help.of", word=near))
    )
    return Document(language, (Paragraph(first), *summary(known, language).blocks))


def _whole(topic: Topic, language: Language) -> tuple[Block, ...]:
    speak = voice(language)
    return (
        Paragraph(speak.say("help.topic", topic=topic.word(language), what=speak.say(f"help.topic.{topic.skill}"))),
        Bullets(tuple(_usage(command, language) for command in topic.commands)),
    )


def _one(command: Command, topic: Topic, language: Language) -> tuple[Block, ...]:
    speak = voice(language)
    around = speak.word("help.of", word=topic.word(language))
    return (Paragraph(_usage(command, language)), Paragraph(speak.say("help.around", command=around)))


def _usage(command: Command, language: Language) -> Phrase:
    speak = voice(language)
    return _line(speak.word(f"command.{command.id}.usage"), speak.say(f"command.{command.id}.summary"))


def _line(typed: str, what: Phrase) -> Phrase:
    return joined(((Code(typed),), what), _MIDDLE_DOT)


def _words(command: Command) -> Iterator[str]:
    for words in command.words.values():
        yield from map(fold, words)


def _callable(known: Sequence[Topic], language: Language) -> Iterator[str]:
    """The words of topics and commands, those of `language` first."""
    for topic in known:
        yield topic.word(language)
    for spoken in (language, *LANGUAGES):
        for topic in known:
            for command in topic.commands:
                yield from command.words.get(spoken, ())
