"""What moderators type, in both languages, and how it is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.moderation import review
from bot.moderation.parser import Misread, Request, parsed, verb_called
from bot.moderation.verbs import PARAMETERS, VERBS, Verb
from bot.wording import voice


def read(text: str) -> Request:
    request = parsed(text)
    assert isinstance(request, Request), request
    return request


@pytest.mark.parametrize(
    ("typed", "verb", "values"),
    [
        ("montrer google drive", "show", {"entry": "google drive"}),
        ("show google-drive", "show", {"entry": "google-drive"}),
        ("alias google drive + gdrv, − g drive", "alias", {"entry": "google drive", "signed": "+ gdrv, − g drive"}),
        ("alias google-drive -gdrv", "alias", {"entry": "google-drive", "signed": "-gdrv"}),
        (
            "alternative padlet = Digipad, Scrumblr",
            "alternative",
            {"entry": "padlet", "ordered": "= Digipad, Scrumblr"},
        ),
        (
            "alternative padlet pour tableau blanc + Digipad : oui | yes",
            "alternative",
            {"entry": "padlet", "need": "tableau blanc", "signed": "+ Digipad", "both": ": oui | yes"},
        ),
        ("changer padlet effort = semaine", "change", {"entry": "padlet", "settings": "effort = semaine"}),
        (
            "change google drive limit = un | one; effort = week",
            "change",
            {"entry": "google drive", "settings": "limit = un | one; effort = week"},
        ),
        (
            "retirer skype devenu microsoft-teams : fermé | closed",
            "retire",
            {"entry": "skype", "successor": "microsoft-teams", "both": ": fermé | closed"},
        ),
        ("retire skype: fermé | closed", "retire", {"entry": "skype", "both": ": fermé | closed"}),
        ("hébergeur framasoft fermé", "host", {"entry": "framasoft", "state": "fermé"}),
        ("host kaz on request", "host", {"entry": "kaz", "state": "on request"}),
        ("vérifié padlet", "checked", {"entry": "padlet"}),
        ("verifie padlet 2026-11", "checked", {"entry": "padlet", "day": "2026-11"}),
        ("ambigu drive = google-drive, pcloud", "ambiguous", {"name": "drive", "ordered": "= google-drive, pcloud"}),
        ("attribuer drive à pcloud", "give", {"name": "drive", "entry": "pcloud"}),
        ("give g drive to pcloud", "give", {"name": "g drive", "entry": "pcloud"}),
        ("annuler n° 42", "undo", {"number": "n° 42"}),
        ("historique", "history", {}),
        ("historique 42", "history", {"number": "42"}),
        ("à vérifier", "stale", {}),
        ("To Check 2", "stale", {"number": "2"}),
        ("demandes", "demand", {}),
        ("demande 3 = google drive", "demand", {"number": "3", "ordered": "= google drive"}),
        ("demand 3 no", "demand", {"number": "3"}),
    ],
)
def test_a_command_is_read(typed: str, verb: str, values: dict[str, str]) -> None:
    request = read(typed)
    assert request.verb.id == verb
    assert dict(request.values) == values


def test_a_reason_follows_a_sharp_sign() -> None:
    request = read("alias google drive + gdrv # entendu en réunion # deux fois")
    assert request.values["signed"] == "+ gdrv"
    assert request.reason == "entendu en réunion # deux fois"


def test_the_word_says_the_language_where_only_one_has_it() -> None:
    assert read("annuler 3").language == "fr"
    assert read("undo 3").language == "en"
    assert read("alias a + b").language is None


def test_a_block_comes_along_whatever_is_around_it() -> None:
    request = read("ajouter alternative Digipad\n```yaml\nwhat: un tableau | a board\nneeds: [a, b]\n```\nmerci")
    assert request.values == {"kind": "alternative", "name": "Digipad merci"}
    assert request.block == {"what": "un tableau | a board", "needs": ["a", "b"]}


@pytest.mark.parametrize("typed", ["", "bonjour", "alternatives visio", "42", "qui retire la clé ?"])
def test_what_starts_with_no_command_is_none(typed: str) -> None:
    assert parsed(typed) is None


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("alias google drive", "moderation.misread"),
        ("annuler tout", "moderation.misread"),
        ("ajouter alternative Digipad", "moderation.block-wanted"),
        ("ajouter alternative x\n```\n- a\n```", "moderation.block-not-lines"),
        ("ajouter alternative x\n```\na: 1\na: 2\n```", "moderation.key-twice"),
        ("ajouter alternative x\n```\na: [1\n```", "mistake.not-yaml"),
        ("ajouter alternative x\n```\na: &b 1\nc: *b\n```", "moderation.block-not-lines"),
        ("ajouter alternative x\n```\na: !!python/name:os.system 1\n```", "moderation.block-not-lines"),
        ("ajouter alternative x\n```\na: " + "[" * 40 + "]" * 40 + "\n```", "moderation.block-not-lines"),
        ("ajouter alternative x\n```\na: " + "b" * 21_000 + "\n```", "moderation.block-too-long"),
        ("alias a + " + "b" * 2_000, "moderation.line-too-long"),
    ],
)
def test_what_cannot_be_read_says_why(typed: str, sentence: str) -> None:
    wrong = parsed(typed)
    assert isinstance(wrong, Misread)
    assert wrong.sentence == sentence


@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    for start in ("", "alias ", "changer ", "ajouter alternative x\n```\n", "proposer ", "retirer "):
        parsed(start + text)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: str(verb.id))
def test_the_help_shows_examples_that_can_be_typed(verb: Verb, language: str) -> None:
    shown = review.example(verb, language)
    called = verb_called(shown)
    assert called is not None
    assert called[0] is verb
    typed = shown if verb.block != "needed" else f"{shown}\n```\nname: x\n```"
    assert isinstance(parsed(typed), Request)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_parameter_has_a_name_and_every_word_calls_one_verb(language: str) -> None:
    assert [name for name in PARAMETERS if not voice(language).knows(f"moderation.parameter.{name}")] == []
    words = [word for verb in VERBS for word in verb.words[language]]
    assert len(words) == len(set(words))
    assert review.usage(next(verb for verb in VERBS if verb.id == "give"), "en") == "give ‹name› to ‹entry›"
