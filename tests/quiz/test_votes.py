"""What counts as a vote: by poll, typed, by reaction; changed, taken back, spoiled, removed, late."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.conversation import ClosePoll
from tests.quiz.room import Played, played


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Played]:
    async with played(tmp_path / "db") as opened:
        await opened.says("@ada", "!releve quiz")
        yield opened


async def count(room: Played) -> str:
    """Close the question; what the poll ends with."""
    await room.says("@ada", "!releve suivant")
    return room.of(ClosePoll)[-1].body.removeprefix("Sondage clos. ").removeprefix("Sondage clos, ")


@pytest.mark.parametrize(
    "text", ["2", "2.", "2️⃣", " 2 ", "la 2", "réponse 2", "n° 2", "dropbox", "Dropbox !", "DROPBOX"]
)
async def test_a_typed_answer_in_reply_counts_and_gets_a_gesture(room: Played, text: str) -> None:
    vote = await room.says("@bob", text, reply_to=room.twin)
    assert room.gestures() == [vote]
    assert await count(room) == "Dropbox : 1"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("nextcloud", "un hébergeur associatif ou libre"),
        ("chez Framasoft", None),
        ("Framasoft", "un hébergeur associatif ou libre"),
        ("trello", "un autre service commercial"),
        ("je ne sais pas", "je ne sais pas"),
        ("Je sais pas trop", None),
        ("le 2 ou le 3 ?", None),
        ("8", None),
        ("0", None),
        ("merci", None),
    ],
)
async def test_a_name_means_what_it_is_and_conversation_is_no_vote(room: Played, text: str, answer: str | None) -> None:
    await room.says("@bob", text, reply_to=room.twin)
    assert await count(room) == (f"{answer} : 1" if answer else "sans réponse.")


async def test_in_the_thread_of_the_question_it_counts_and_in_passing_it_does_not(room: Played) -> None:
    await room.says("@bob", "2", thread=room.poll)
    await room.says("@eve", "2")
    await room.says("@zoe", "2", reply_to="$something-else")
    assert await count(room) == "Dropbox : 1"


async def test_said_to_the_bot_it_counts(room: Played) -> None:
    await room.says("@bob", "!releve 2")
    await room.says("@eve", "1", mentioned=True)
    assert await count(room) == "Google Drive : 1 · Dropbox : 1"


async def test_a_reaction_counts_on_the_poll_and_on_the_text(room: Played) -> None:
    await room.reacts("@bob", "2️⃣", room.twin)
    await room.reacts("@eve", "1⃣", room.poll)
    await room.reacts("@zoe", "👍", room.twin)
    assert await count(room) == "Google Drive : 1 · Dropbox : 1"


async def test_in_an_encrypted_room_reactions_are_no_votes(tmp_path: Path) -> None:
    async with played(tmp_path / "db", encrypted=True) as room:
        await room.says("@ada", "!releve quiz")
        await room.reacts("@bob", "2️⃣", room.twin)
        await room.says("@eve", "1", reply_to=room.twin)
        assert await count(room) == "Google Drive : 1"


async def test_the_latest_vote_counts_whatever_its_kind(room: Played) -> None:
    await room.votes("@bob", "google-drive")
    await room.reacts("@bob", "3️⃣", room.twin)
    await room.says("@bob", "2", reply_to=room.twin)
    assert await count(room) == "Dropbox : 1"


async def test_an_older_vote_that_arrives_later_changes_nothing(room: Played) -> None:
    early = room.clock.ms - 10
    await room.votes("@bob", "dropbox")
    await room.votes("@bob", "google-drive", sent_ms=early)
    assert await count(room) == "Dropbox : 1"


async def test_a_vote_delivered_twice_is_one(room: Played) -> None:
    event = await room.votes("@bob", "dropbox")
    await room.votes("@bob", "dropbox", event=event)
    assert await count(room) == "Dropbox : 1"


async def test_an_unknown_answer_spoils_the_vote(room: Played) -> None:
    await room.votes("@bob", "dropbox")
    await room.votes("@bob", "bogus")
    assert await count(room) == "sans réponse."


async def test_a_name_of_the_inventory_is_no_answer_of_the_poll(room: Played) -> None:
    await room.votes("@bob", "trello")
    assert await count(room) == "sans réponse."


async def test_an_empty_vote_takes_it_back(room: Played) -> None:
    await room.votes("@bob", "dropbox")
    await room.votes("@bob")
    assert await count(room) == "sans réponse."


async def test_a_removed_vote_gives_way_to_the_one_before(room: Played) -> None:
    await room.votes("@bob", "dropbox")
    last = await room.votes("@bob", "google-drive")
    await room.removes("@bob", last)
    assert await count(room) == "Dropbox : 1"


async def test_a_removed_reaction_and_a_removed_reply_do_not_count(room: Played) -> None:
    await room.removes("@bob", await room.reacts("@bob", "2️⃣", room.twin))
    await room.removes("@eve", await room.says("@eve", "2", reply_to=room.twin))
    assert await count(room) == "sans réponse."


async def test_a_vote_that_comes_after_its_own_removal_does_not_count(room: Played) -> None:
    await room.removes("@bob", "$later")
    await room.votes("@bob", "dropbox", event="$later")
    assert await count(room) == "sans réponse."


async def test_an_edited_answer_is_the_new_answer(room: Played) -> None:
    vote = await room.says("@bob", "1", reply_to=room.twin)
    await room.edits("@bob", vote, "2")
    assert await count(room) == "Dropbox : 1"


async def test_an_answer_edited_into_something_else_is_none(room: Played) -> None:
    vote = await room.says("@bob", "1", reply_to=room.twin)
    await room.edits("@bob", vote, "en fait, attendez")
    assert await count(room) == "sans réponse."


async def test_nobody_edits_the_answer_of_another(room: Played) -> None:
    vote = await room.says("@bob", "1", reply_to=room.twin)
    await room.edits("@eve", vote, "2")
    assert await count(room) == "Google Drive : 1"


async def test_a_late_vote_is_told_so_once_and_does_not_count(room: Played) -> None:
    first = room.poll
    await room.votes("@bob", "dropbox")
    assert await count(room) == "Dropbox : 1"
    room.news()
    await room.votes("@eve", "google-drive", poll=first)
    await room.votes("@zoe", "google-drive", poll=first)
    assert room.news() == [
        "La question «\N{NO-BREAK SPACE}Où sont vos fichiers partagés\N{NARROW NO-BREAK SPACE}?\N{NO-BREAK SPACE}»"
        " est déjà close, cette voix n’y est pas comptée. Les suivantes le seront."
    ]


async def test_after_the_end_a_late_vote_is_told_that_the_quiz_is_over(room: Played) -> None:
    await room.says("@ada", "!releve stop")
    room.news()
    await room.says("@eve", "2", reply_to=room.twin)
    assert room.news() == ["Le quiz est terminé, cette voix n’y est pas comptée. !releve quiz en commence un autre."]
    assert await room.database.fetch_all("SELECT * FROM vote") == []


async def test_a_vote_from_another_room_is_nothing(room: Played) -> None:
    await room.votes("@bob", "dropbox", room="!elsewhere")
    assert await count(room) == "sans réponse."


async def test_votes_of_any_age_count(room: Played) -> None:
    await room.votes("@bob", "dropbox", age_ms=10**9)
    await room.says("@eve", "2", reply_to=room.twin, age_ms=10**9)
    assert await count(room) == "Dropbox : 2"
