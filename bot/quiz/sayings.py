"""What a quiz says, as documents. Pure; the sentences are in `wording/*/quiz.po`."""

import json
from collections.abc import Mapping

from bot.catalog import Catalogue
from bot.conversation import Language
from bot.quiz.questions import Key
from bot.quiz.storage import Held, Question
from bot.wording import Bullets, Code, Document, Link, Numbered, Paragraph, Phrase, Plain, joined, sentence, voice

_LONGEST_QUESTION = 300
NO_VOTES = "[]"


def written(counts: Mapping[str, int]) -> str:
    """Counts as they are kept to know whether the twin shows them; `NO_VOTES` where there are none."""
    return json.dumps([[answer, count] for answer, count in counts.items() if count])


def heading(quiz: Held, question: Question, of: int) -> str:
    """The question with its place, as a poll shows it."""
    return voice(quiz.language).word("quiz.poll", place=question.place, of=of, ask=question.ask)[:_LONGEST_QUESTION]


def twin(quiz: Held, question: Question, of: int, counts: Mapping[str, int] | None = None) -> Document:
    """The question in text; with `counts` once there are votes."""
    speak = voice(quiz.language)
    hint = "polls" if quiz.polls else "reactions" if not quiz.encrypted and not quiz.direct else "typed"
    last = speak.say(f"quiz.hint-{hint}" if question.place == 1 else "quiz.hint-next")
    total = sum(counts.values()) if counts else 0
    if total:
        last = joined((speak.say("quiz.so-far", count=total), last))
    return Document(
        quiz.language,
        (
            Paragraph(speak.say("quiz.head", place=question.place, of=of, ask=question.ask)),
            _answers(question, counts or {}),
            Paragraph(last),
        ),
    )


def closed_twin(quiz: Held, question: Question, of: int, counts: Mapping[str, int]) -> Document:
    """The question once it is closed, with its counts."""
    speak = voice(quiz.language)
    return Document(
        quiz.language,
        (
            Paragraph(speak.say("quiz.head", place=question.place, of=of, ask=question.ask)),
            _answers(question, counts),
            Paragraph(speak.say("quiz.closed", count=sum(counts.values()))),
        ),
    )


def end_of_poll(quiz: Held, question: Question, counts: Mapping[str, int]) -> str:
    """What clients without polls show when one ends."""
    speak = voice(quiz.language)
    votes = " · ".join(f"{text} : {counts[identity]}" for identity, text in question.answers if counts.get(identity))
    return speak.word("quiz.poll-end", votes=votes) if votes else speak.word("quiz.poll-end-empty")


def explanation(quiz: Held, question: Question, key: Key) -> Document:
    """The right answer, why, and where it was read."""
    speak = voice(quiz.language)
    source: Phrase = (Link(key.source, key.url),) if key.url else (Plain(key.source),)
    right = dict(question.answers).get(key.right, "")
    return Document(
        quiz.language,
        (
            Paragraph(speak.say("quiz.right", place=question.place, number=int(key.right), answer=right)),
            Paragraph(joined(((Plain(key.why),), speak.say("quiz.source", source=source)))),
        ),
    )


def series_list(language: Language, catalogue: Catalogue, *, unknown: bool) -> Document:
    """The knowledge quizzes that there are; `unknown`: one was asked for that is not among them."""
    speak = voice(language)
    if not catalogue.quizzes:
        return sentence(language, "quiz.list-empty")
    items = tuple(
        joined(((Plain(series.title.in_(language)),), (Code(f"!releve quiz {number}"),)), (Plain(" · "),))
        for number, series in enumerate(catalogue.quizzes.values(), 1)
    )
    opening = speak.say("quiz.list-unknown" if unknown else "quiz.list")
    return Document(language, (Paragraph(opening), Bullets(items), Paragraph(speak.say("quiz.list-end"))))


def _answers(question: Question, counts: Mapping[str, int]) -> Numbered:
    return Numbered(tuple(_answer(text, counts.get(identity, 0)) for identity, text in question.answers))


def _answer(text: str, count: int) -> Phrase:
    return (Plain(f"{text} · {count}"),) if count else (Plain(text),)
