"""Wordings of two words with others in between."""

import pytest

from bot.catalog.fold import read
from bot.catalog.tasks import Tasks, bases


@pytest.fixture
def tasks() -> Tasks:
    tasks = Tasks()
    tasks.add("envoyer|send … giga|film", "big-files")
    return tasks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("envoyer un long film à la mairie", ["big-files"]),
        ("nous envoyons 300 Mo", ["big-files"]),
        ("sending a 12gb archive", ["big-files"]),
        ("un film à envoyer", []),
        ("envoyer un mot, le film est fini", []),
        ("send the letter that you wrote to me about the film", []),
    ],
)
def test_one_word_then_the_other_within_a_clause(tasks: Tasks, text: str, found: list[str]) -> None:
    assert [need for needs, _, _ in tasks.found(read(text).tokens) for need in needs] == found


@pytest.mark.parametrize(
    ("form", "base"), [("merging", "merge"), ("splitting", "split"), ("signed", "sign"), ("repartissent", "repartir")]
)
def test_what_a_word_is_a_form_of(form: str, base: str) -> None:
    assert base in bases(form)
