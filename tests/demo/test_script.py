from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.script import Line, missing, parse, read
from bot.wording import LANGUAGES, voice
from bot.yaml_file import Mistaken

_FILE = Path("conversation.txt")


def mistakes(source: str) -> list[tuple[int, str]]:
    with pytest.raises(Mistaken) as refused:
        parse(source, _FILE)
    return [(mistake.line, mistake.sentence) for mistake in refused.value.mistakes]


def test_a_script_is_lines_to_say_each_with_what_must_come_of_it() -> None:
    lines = parse(
        "# Deux questions\n"
        "> par quoi remplacer Google Drive ?\n"
        "= Nextcloud\n"
        "= Framaspace\n"
        "\n"
        "> I put the minutes on Google Drive\n"
        "! silence\n"
        "> what replaces Zoom?\n",
        _FILE,
    )

    assert lines == (
        Line(2, "par quoi remplacer Google Drive ?", ("Nextcloud", "Framaspace")),
        Line(6, "I put the minutes on Google Drive", silent=True),
        Line(8, "what replaces Zoom?"),
    )


def test_every_mistake_is_named_with_its_line() -> None:
    assert mistakes("= trop tôt\n> bonjour\n= oui\n! silence\n? quoi\n>\n! bruit\n") == [
        (1, "mistake.script-nothing-said"),
        (4, "mistake.script-contradiction"),
        (5, "mistake.script-line"),
        (6, "mistake.script-line"),
        (7, "mistake.script-line"),
    ]


def test_a_silence_must_be_followed_by_a_question_that_proves_it() -> None:
    assert mistakes("> j’ai tout mis sur le drive\n! silence\n") == [(1, "mistake.script-ends-silent")]


def test_a_script_that_says_nothing_is_a_mistake() -> None:
    assert mistakes("# rien\n") == [(1, "mistake.script-empty")]


def test_a_script_that_is_not_there_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(Mistaken) as refused:
        read(tmp_path / "nowhere.txt")

    assert refused.value.mistakes[0].sentence == "mistake.missing-file"


def test_a_script_that_is_not_text_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "latin1.txt").write_bytes("> déjà vu".encode("latin-1"))

    with pytest.raises(Mistaken) as refused:
        read(tmp_path / "latin1.txt")

    assert refused.value.mistakes[0].sentence == "mistake.not-utf8"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mistake_of_a_script_has_its_sentence(language: str) -> None:
    names = {"line", "nothing-said", "contradiction", "ends-silent", "empty"}

    assert {f"mistake.script-{name}" for name in names} <= voice(language).names()


def test_an_expectation_does_not_depend_on_case_spaces_or_apostrophes() -> None:
    answer = "Je ne connais pas encore l’outil « Zorglub\N{NO-BREAK SPACE}Pro »\nC’est noté."

    assert missing(("zorglub pro", "l'outil", "pro » c'est noté"), answer) == ()


def test_what_an_answer_lacks_is_told() -> None:
    assert missing(("Nextcloud", "CryptPad"), "Un espace Nextcloud.") == ("CryptPad",)


@given(st.text())
def test_any_text_is_a_script_or_a_list_of_mistakes(source: str) -> None:
    try:
        numbers = [line.number for line in parse(source, _FILE)]
    except Mistaken as refused:
        numbers = [mistake.line for mistake in refused.mistakes]

    assert numbers
    assert set(numbers) <= set(range(1, source.count("\n") + 2))


@given(st.lists(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1), min_size=1))
def test_all_that_is_to_be_said_is_read(texts: list[str]) -> None:
    source = "".join(f"> {text}\n" for text in texts)

    assert [line.text for line in parse(source, _FILE)] == texts
