"""Folding: what is typed and what is looked up must meet, whatever the keyboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalog.fold import Kind, fold, labels, legible, read, singular, stem, words


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Éléphant", "elephant"),
        ("ＺＯＯＭ", "zoom"),
        ("zооm", "zoom"),
        ("Gооglе", "google"),
        ("œuvre", "oeuvre"),
        ("Straße", "strasse"),
        ("z\u200boom", "zoom"),
        ("zo\u00adom", "zoom"),
        ("e\u0301cole", "ecole"),
        ("\u202ezoom\u202c", "zoom"),
    ],
)
def test_the_same_word_in_every_disguise(typed: str, folded: str) -> None:
    assert [token.form for token in read(typed).tokens] == [folded]


@pytest.mark.parametrize(
    ("typed", "forms"),
    [
        ("l’agenda d'Orange", "l agenda d orange"),
        ("qu’est-ce qu’on prend", "qu est ce qu on prend"),
        ("**Zoom** et _Doodle_ ou `Drive`", "zoom et doodle ou drive"),
        ("Zoom🚀Doodle", "zoom doodle"),
        ("Google+ et Disney+", "google plus et disney plus"),
        ("2️⃣", "2"),
        ("<b>Canva</b>", "canva"),
        ("", ""),
    ],
)
def test_a_text_becomes_words(typed: str, forms: str) -> None:
    assert " ".join(token.form for token in read(typed).tokens) == forms


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("https://zoom.us/j/99", Kind.ADDRESS),
        ("zoom.us/j/99", Kind.ADDRESS),
        ("ada@gmail.com", Kind.ADDRESS),
        ("@ada:example.org", Kind.ADDRESS),
        ("budget.xlsx", Kind.FILE),
        ("zoom.us", Kind.DOMAIN),
        ("zoom", Kind.WORD),
    ],
)
def test_addresses_and_files_are_not_words(typed: str, kind: Kind) -> None:
    assert [token.kind for token in read(typed).tokens] == [kind]


def test_what_was_quoted_is_not_what_was_said() -> None:
    assert legible("> par quoi remplacer Zoom ?\nmerci\n```\nZoom\n```").split() == ["merci"]


def test_sentences_are_told_apart_and_questions_known() -> None:
    reading = read("Zoom rame. Une alternative ?\nMerci")
    assert [token.sentence for token in reading.tokens] == [0, 0, 1, 1, 2]
    assert reading.asked == {1}


def test_a_dot_within_a_name_ends_no_sentence() -> None:
    assert {token.sentence for token in read("zoom.us ou 3.5 Go").tokens} == {0}


def test_what_was_typed_can_be_shown_as_it_was_typed() -> None:
    assert read("par quoi remplacer Zorglub Pro ?").typed(3, 5) == "Zorglub Pro"


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("journal", "journaux"),
        ("tableau", "tableaux"),
        ("formulaire", "formulaires"),
        ("survey", "surveys"),
        ("library", "libraries"),
        ("affiche", "affiches"),
        ("box", "boxes"),
    ],
)
def test_both_numbers_are_one(one: str, many: str) -> None:
    assert singular(one) == singular(many)


def test_a_verb_and_its_noun_are_one() -> None:
    assert {stem(fold(word)) for word in ("partager", "partagez", "partage", "partagé", "partagée", "partagés")} == {
        "partage"
    }


def test_an_address_says_whose_it_is() -> None:
    assert labels("https://docs.google.com/d/1") == ("docsgooglecom", "googledocs", "googlecom", "google")
    assert labels("localhost") == ()


@given(st.text(max_size=500))
def test_any_text_is_read_and_its_tokens_stand_in_order(text: str) -> None:
    reading = read(text)
    ends = [0]
    for token in reading.tokens:
        assert ends[-1] <= token.start < token.end <= len(reading.text)
        assert token.form == "" or token.form == token.form.lower()
        ends.append(token.end)


@given(st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1, max_size=40))
def test_folding_twice_is_folding_once(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@given(st.text(max_size=60))
def test_a_name_is_found_in_a_text_that_is_that_name(name: str) -> None:
    assert len(words(name)) == len(read(name).tokens)
