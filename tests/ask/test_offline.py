"""The offline door answers in the words of its contract."""

from bot.ask.offline import Door
from tests.ask.tools import CATALOGUE

DOOR = Door(CATALOGUE)


def test_an_answer_has_every_key() -> None:
    reply = DOOR.answer({"id": 7, "text": "par quoi remplacer zoom ?", "addressed": False})
    assert reply.pop("text")
    assert reply == {
        "id": 7,
        "outcome": "answer",
        "lang": "fr",
        "products": ["Zoom"],
        "needs": [],
        "alternatives": ["Jitsi Meet", "BBB"],
    }


def test_an_alternative_or_a_host_that_is_asked_about_is_named_as_the_product() -> None:
    assert DOOR.answer({"text": "what could replace Framadate?"})["products"] == ["Framadate"]
    assert DOOR.answer({"text": "passer de Zourit à Zoom ?"})["products"] == ["Zourit"]


def test_silence_says_nothing() -> None:
    reply = DOOR.answer({"id": "a", "text": "lien zoom ci-dessous"})
    assert (reply["outcome"], reply["text"], reply["alternatives"]) == ("silent", "", [])


def test_a_request_that_says_little_is_answered_all_the_same() -> None:
    assert DOOR.answer({})["outcome"] == "silent"
    assert DOOR.answer({"addressed": True})["outcome"] == "help"
