"""A knowledge quiz: the reason at the close of each question, and nobody is ranked."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.conversation import OpenPoll, Say
from tests.catalog.small import catalogue
from tests.quiz.room import Played, played


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Played]:
    async with played(tmp_path / "db") as opened:
        yield opened


@pytest.mark.parametrize("name", ["formats", "Les formats ouverts", "open formats", "1"])
async def test_it_is_called_by_its_id_its_title_or_its_number(room: Played, name: str) -> None:
    await room.says("@ada", f"!releve quiz {name}")
    assert room.news(OpenPoll) == ["1/5 · Question 1 ?"]


async def test_at_the_close_of_a_question_the_reason_and_its_source_are_told(room: Played) -> None:
    await room.says("@ada", "!releve quiz formats")
    await room.votes("@ada", "1")
    await room.says("@ada", "!releve suivant")
    why = next(sent for sent in room.of(Say) if sent.effect.part.endswith("/why"))
    assert why.body == (
        "1 · La réponse était 2\N{NO-BREAK SPACE}: non.\n\n"
        "Parce que 1. Source\N{NO-BREAK SPACE}: Un livre (livre.example.org/page)"
    )


async def test_it_ends_without_a_score(room: Played) -> None:
    await room.says("@ada", "!releve quiz formats")
    for _ in range(5):
        await room.votes("@ada", "2")
        await room.says("@ada", "!releve suivant")
    assert room.news()[-1].startswith("C’était la dernière question.")
    assert await room.database.fetch_all("SELECT * FROM need_state") == []


async def test_the_list_is_shown_when_asked_for_and_when_a_name_is_not_known(room: Played) -> None:
    await room.says("@ada", "!releve quiz liste")
    await room.says("@ada", "!releve quiz zorglub")
    known, unknown = room.news()
    assert "• Les formats ouverts · !releve quiz 1" in known
    assert unknown.startswith("Je ne connais pas ce quiz.")


async def test_a_catalogue_without_series_says_so(tmp_path: Path) -> None:
    async with played(tmp_path / "db", known=catalogue()) as room:
        await room.says("@ada", "!releve quiz liste")
        assert room.news()[0].startswith("Il n’y a pas encore de quiz à thème.")


async def test_alone_with_the_bot_the_word_and_the_name_are_enough(tmp_path: Path) -> None:
    async with played(tmp_path / "db", direct=True) as room:
        await room.says("@ada", "quiz formats")
        await room.says("@ada", "non")
        assert len(room.news(OpenPoll)) == 1
        await room.passes(3000)
        assert room.news(OpenPoll) == ["2/5 · Question 2 ?"]
