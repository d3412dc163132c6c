"""Score, why, picture and report, asked for in a room."""

import pytest

from bot.association import Association
from bot.association.moves import Move
from bot.catalog.names import Names
from bot.database import Database, Transaction
from tests.association.conversation import BOB, Chat
from tests.association.scenes import WHOLE

NAMES = Names(WHOLE)


async def moves(tx: Transaction, room: str) -> list[Move]:
    return [Move("need-3", "Outil 2", "Nextcloud", "done", 1_750_000_000_000)]


@pytest.fixture
def chat(database: Database) -> Chat:
    return Chat(database, Association(lambda: NAMES, moves=moves))


async def test_before_anything_is_known_all_lead_to_the_quiz(chat: Chat) -> None:
    for command in ("score", "pourquoi", "progrès", "rapport"):
        assert (await chat.says(f"!releve {command}"))[0].startswith("Je ne sais pas encore ce que vous utilisez.")
    assert (await chat.says("!releve report"))[0].startswith("I do not know yet what you use.")


async def test_the_score_is_said_and_explained(chat: Chat) -> None:
    await chat.says("!releve inventaire + Outil 1, + Outil 2")
    assert await chat.says("!releve score") == [
        "Dépendance aux outils numériques : 59 sur 100. Une part est à vous, une part chez d’autres.\n\n"
        "Le plus lourd : besoin numéro 1 (Outil 1), 31 points."
        " Le plus simple à alléger ce mois-ci : besoin numéro 1.\n\n"
        "« pourquoi 59 ? » · « progrès » pour l’image · « rapport » pour l’assemblée générale"
    ]
    [why] = await chat.says("pourquoi 59 ?", mentioned=True)
    assert why.startswith("D’où viennent ces 59 points\n• besoin numéro 1 : 31 points · Outil 1 (Google)")
    assert await chat.says("!releve pourquoi") == [why]
    assert (await chat.says("!releve why formula"))[0].startswith("How it is computed (formula 1).")


@pytest.mark.parametrize("asked", ["besoin numéro 1", "Outil 1", "outil 1 ?"])
async def test_one_need_is_explained_by_its_words_or_its_tool(chat: Chat, asked: str) -> None:
    await chat.says("!releve inventaire + Outil 1, + Outil 2")
    [said] = await chat.says(f"pourquoi {asked}", mentioned=True)
    assert said.startswith("besoin numéro 1 : 31 points. Pèse 2 sur 5 dans ce que fait l’association.")
    assert said.endswith("Source : Page 1 (example.org), 10/2026")


async def test_why_about_anything_else_is_left_to_others(chat: Chat) -> None:
    await chat.says("!releve inventaire + Outil 1")
    assert await chat.says("pourquoi quitter Zoom ?", mentioned=True) == []
    assert await chat.says("pourquoi 59 ?") == []
    assert (await chat.says("!releve pourquoi Zoom"))[0].startswith("Je n’ai pas trouvé ce besoin")


async def test_the_picture_comes_with_its_twin(chat: Chat) -> None:
    await chat.says("!releve association Les Amis")
    await chat.says("!releve inventaire + Outil 1")
    [shown] = await chat.shows("!releve progress")
    assert (shown.name, shown.mime, shown.width) == ("progress.png", "image/png", 1080)
    assert shown.content.startswith(b"\x89PNG")
    assert shown.alt.startswith("Les Amis · ")
    assert "• need number 1: 90 points, Outil 1 (Google), a digital giant" in shown.alt
    assert "✓ need number 3: Nextcloud replaces Outil 2, in June 2025" in shown.alt


async def test_the_report_is_one_file(chat: Chat) -> None:
    await chat.says("!releve association Les Amis")
    await chat.says("!releve inventaire + Outil 1")
    [shown] = await chat.shows("!releve rapport", by=BOB)
    assert (shown.name, shown.mime) == ("rapport.html", "text/html")
    assert "Les Amis" in shown.content.decode()
    assert "Nextcloud remplace Outil 2" in shown.content.decode()
