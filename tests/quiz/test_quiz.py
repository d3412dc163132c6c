"""A quiz of where the association stands, from the first word to the result."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.association import storage as association
from bot.conversation import ClosePoll, OpenPoll, Say, Show
from tests.quiz.room import HOUR, SECOND, Played, played


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Played]:
    async with played(tmp_path / "db") as opened:
        yield opened


async def answered(room: Played, *answers: str) -> None:
    """Ada and Bob give each of these answers to one question after another."""
    for answer in answers:
        await room.votes("@ada", answer)
        await room.votes("@bob", answer)
        await room.says("@ada", "!releve suivant")


async def test_a_quiz_asks_the_heaviest_need_first_as_a_poll_and_in_text(room: Played) -> None:
    await room.says("@ada", "!releve quiz")
    poll, twin = room.sent
    assert isinstance(poll.effect, OpenPoll)
    assert poll.body == "1/5 · Où sont vos fichiers partagés ?"
    assert [text for _, text in poll.effect.answers] == [
        "Google Drive",
        "Dropbox",
        "un autre service commercial",
        "un hébergeur associatif ou libre",
        "nous ne faisons pas cela",
        "je ne sais pas",
    ]
    assert isinstance(twin.effect, Say)
    assert not twin.effect.notify
    assert twin.body.startswith(
        "1/5 · Où sont vos fichiers partagés\N{NARROW NO-BREAK SPACE}?\n1. Google Drive\n2. Dropbox\n"
    )
    assert "je n’en garde que les totaux" in twin.body


@pytest.mark.parametrize("text", ["quiz", "on fait le point ?", "Faisons le point !"])
async def test_it_starts_on_a_word_when_the_bot_is_meant(room: Played, text: str) -> None:
    await room.says("@ada", text)
    assert room.sent == []
    await room.says("@ada", text, mentioned=True)
    assert room.news(OpenPoll) == ["1/5 · Où sont vos fichiers partagés ?"]


async def test_in_english_for_who_asks_in_english(room: Played) -> None:
    await room.says("@ada", "where do we stand?", mentioned=True)
    assert room.news(OpenPoll) == ["1/5 · Where are your shared files?"]


async def test_a_second_start_says_that_one_is_under_way(room: Played) -> None:
    await room.says("@ada", "!releve quiz")
    room.news()
    await room.says("@bob", "!releve quiz")
    assert room.news() == [
        "Un quiz est déjà en cours dans ce salon. !releve suivant le fait avancer, !releve stop le termine."
    ]


async def test_the_next_question_comes_when_all_who_take_part_have_voted(room: Played) -> None:
    await room.says("@ada", "!releve quiz")
    await room.votes("@ada", "google-drive")
    await room.votes("@bob", "google-drive")
    await room.passes(121 * SECOND)
    assert room.news(OpenPoll)[-1] == "2/5 · Où sont les boîtes mail de l’association ?"
    await room.votes("@ada", "gmail")
    await room.passes(HOUR)
    assert room.news(OpenPoll) == []
    await room.votes("@bob", "gmail")
    await room.passes(21 * SECOND)
    assert room.news(OpenPoll) == ["3/5 · Avec quoi faites-vous vos visios ?"]


async def test_the_live_count_is_an_edit_every_half_minute_at_most(room: Played) -> None:
    await room.says("@ada", "!releve quiz")
    await room.votes("@ada", "google-drive")
    await room.passes(20 * SECOND)
    assert "·" not in room.shown().splitlines()[1]
    await room.votes("@bob", "dropbox")
    await room.passes(11 * SECOND)
    assert room.shown().splitlines()[1:3] == ["1. Google Drive · 1", "2. Dropbox · 1"]
    assert "2 voix pour l’instant." in room.shown()
    edits = len([sent for sent in room.sent if "/count/" in sent.effect.part])
    await room.votes("@eve", "dropbox")
    await room.passes(20 * SECOND)
    assert len([sent for sent in room.sent if "/count/" in sent.effect.part]) == edits


async def test_the_result_says_the_score_the_heaviest_need_and_one_step(room: Played) -> None:
    await room.says("@ada", "!releve quiz")
    await answered(room, "google-drive", "gmail", "zoom", "_none", "_none")
    score, heaviest, more, kept = room.news()[-1].split("\n\n")
    assert score.startswith("Dépendance aux outils numériques\N{NO-BREAK SPACE}: 90 sur 100.")
    assert "fichiers partagés (Google Drive), 34 points." in heaviest
    assert "Le plus simple à alléger ce mois-ci\N{NO-BREAK SPACE}: fichiers partagés." in heaviest
    assert "pourquoi 90" in more
    assert kept.endswith("!releve inventaire montre la liste et permet de la corriger.")


async def test_the_picture_of_it_comes_with_the_result(room: Played) -> None:
    await room.says("@ada", "!releve quiz")
    await answered(room, "google-drive", "gmail", "zoom", "_none", "_none")
    [picture] = [sent.effect for sent in room.of(Show)]
    assert isinstance(picture, Show)
    assert (picture.mime, picture.thread) == ("image/png", None)
    assert "fichiers partagés\N{NO-BREAK SPACE}: 34 points, Google Drive" in picture.alt


async def test_a_quiz_that_nobody_answers_has_no_picture(room: Played) -> None:
    await room.says("@ada", "!releve quiz")
    await room.says("@ada", "!releve stop")
    assert room.of(Show) == []


async def test_the_inventory_is_recorded_from_the_counts(room: Played) -> None:
    await room.says("@ada", "!releve quiz")
    await answered(room, "google-drive", "_other", "_free", "_none")
    await room.votes("@ada", "trello")
    await room.votes("@bob", "_unknown")
    await room.says("@ada", "!releve stop")
    async with room.database.transaction() as tx:
        tools = {tool.need: (tool.id, tool.known) for tool in await association.inventory(tx, "!office")}
        states = {need: state.state for need, state in (await association.need_states(tx, "!office")).items()}
    assert tools == {
        "file-storage": ("google-drive", True),
        "email": ("_other:email", False),
        "video-call": ("_free", False),
        "kanban": ("trello", True),
    }
    assert states == {
        "file-storage": "used",
        "email": "used",
        "video-call": "used",
        "forms": "not-done",
        "kanban": "used",
    }


async def test_a_second_quiz_asks_what_was_not_asked_and_tells_the_score_before(room: Played) -> None:
    await room.says("@ada", "!releve quiz")
    await answered(room, "google-drive", "gmail", "zoom", "google-forms", "trello")
    await room.passes(72 * HOUR)
    room.news()
    await room.says("@ada", "!releve quiz")
    assert room.news(OpenPoll) == ["1/5 · Pour « wiki », vous utilisez quoi ?"]
    await answered(room, "_free", "_free")
    await room.says("@ada", "!releve stop")
    assert "51 sur 100 (83 le 15 janvier)" in room.news()[-1]


async def test_a_tie_is_to_be_checked_together(room: Played) -> None:
    await room.says("@ada", "!releve quiz")
    await room.votes("@ada", "google-drive")
    await room.votes("@bob", "dropbox")
    await room.says("@ada", "!releve stop")
    assert (
        "À vérifier ensemble\N{NO-BREAK SPACE}: fichiers partagés (Google Drive ou Dropbox, à égalité)."
        in room.news()[-1]
    )


async def test_what_nobody_knows_is_to_be_asked_and_no_number_is_said(room: Played) -> None:
    await room.says("@ada", "!releve quiz")
    await answered(room, "_unknown", "_free")
    await room.says("@ada", "!releve stop")
    [result] = room.news()[-1:]
    assert "Nous connaissons 50 % de ce qui compte, trop peu pour un chiffre honnête" in result
    assert "demander autour de vous ce qui sert pour\N{NO-BREAK SPACE}: fichiers partagés." in result


async def test_two_questions_without_an_answer_make_a_pause_that_is_said_once(room: Played) -> None:
    await room.says("@ada", "!releve quiz")
    room.news()
    await room.passes(5 * 48 * HOUR)
    assert [line[:40] for line in room.news()] == [
        "2/5 · Où sont les boîtes mail de l’assoc",
        "2/5 · Où sont les boîtes mail de l’assoc",
        "Deux questions sans réponse\N{NO-BREAK SPACE}: je mets le",
    ]
    await room.says("@ada", "!releve reprendre")
    assert room.news(OpenPoll) == ["3/5 · Avec quoi faites-vous vos visios ?"]


async def test_a_pause_that_nobody_ends_closes_the_quiz_without_a_word(room: Played) -> None:
    await room.says("@ada", "!releve quiz")
    await room.says("@ada", "!releve pause")
    room.news()
    await room.passes(15 * 24 * HOUR)
    assert room.news() == []
    await room.says("@ada", "!releve reprendre")
    assert room.news() == ["Il n’y a pas de quiz en cours ici. !releve quiz en commence un."]


async def test_during_a_pause_nothing_moves_and_votes_still_count(room: Played) -> None:
    await room.says("@ada", "!releve quiz")
    await room.says("@ada", "!releve pause")
    await room.votes("@ada", "dropbox")
    await room.passes(72 * HOUR)
    assert room.of(ClosePoll) == []
    await room.says("@ada", "!releve resume")
    await room.says("@ada", "!releve next")
    assert room.of(ClosePoll)[0].body == "Sondage clos. Dropbox : 1"


async def test_pause_and_resume_where_there_is_nothing_to_do_say_so(room: Played) -> None:
    await room.says("@ada", "!releve pause")
    await room.says("@ada", "!releve suivant")
    await room.says("@ada", "!releve stop")
    assert len(set(room.news())) == 1
    await room.says("@ada", "!releve quiz")
    room.news()
    await room.says("@ada", "!releve reprendre")
    await room.says("@ada", "!releve pause")
    await room.says("@ada", "!releve pause")
    assert [line.split(".")[0] for line in room.news()] == [
        "Le quiz est en cours, rien à reprendre",
        "Le quiz est en pause",
        "Le quiz est déjà en pause",
    ]


async def test_a_quiz_that_nobody_answers_ends_kindly(room: Played) -> None:
    await room.says("@ada", "!releve quiz")
    await room.says("@ada", "!releve stop")
    assert room.news()[-1].startswith("Le quiz s’arrête ici, sans réponse à noter.")


async def test_leaving_the_room_ends_its_quiz(room: Played) -> None:
    await room.says("@ada", "!releve quiz")
    await room.votes("@ada", "dropbox")
    room.news()
    await room.leaves()
    await room.passes(72 * HOUR)
    assert room.news() == []
    assert await room.database.fetch_all("SELECT * FROM vote") == []


async def test_it_works_alone_with_the_bot(tmp_path: Path) -> None:
    async with played(tmp_path / "db", direct=True) as room:
        await room.says("@ada", "quiz")
        for answer in ("1", "gmail", "zoom", "5", "je ne sais pas"):
            await room.says("@ada", answer)
            await room.passes(3 * SECOND)
        assert "sur 100" in room.news()[-1]
        assert room.gestures() == []


async def test_with_polls_switched_off_the_text_is_enough(tmp_path: Path) -> None:
    async with played(tmp_path / "db", polls=False) as room:
        await room.says("@ada", "!releve quiz")
        await room.says("@ada", "2", reply_to=room.twin)
        await room.says("@ada", "!releve suivant")
        assert room.of(OpenPoll) == []
        assert room.of(ClosePoll) == []
        assert room.news()[-1].startswith("2/5")


async def test_a_quiz_started_in_a_thread_stays_in_it(room: Played) -> None:
    await room.says("@ada", "!releve quiz", thread="$root")
    await room.says("@bob", "dropbox", thread="$root")
    await room.says("@ada", "!releve suivant", thread="$root")
    said = [sent.effect for sent in room.sent if isinstance(sent.effect, Say | OpenPoll)]
    assert {effect.thread for effect in said} == {"$root"}
    assert room.of(ClosePoll)[0].body == "Sondage clos. Dropbox : 1"
