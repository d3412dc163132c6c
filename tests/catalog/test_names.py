"""Names and needs in what people type, with a catalogue small enough to see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalog.fold import read
from bot.catalog.names import Entry, Names, Sure
from bot.catalog.typos import Typos, tolerance
from tests.ask.tools import CATALOGUE, NAMES


def named(text: str) -> list[str]:
    return [mention.ref.id for mention in NAMES.mentions(read(text))]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("google drive", ["google-drive"]),
        ("GoogleDrive", ["google-drive"]),
        ("g drive et gdrive", ["google-drive", "google-drive"]),
        ("agenda google", ["google-agenda"]),
        ("le drive de chez google", ["google-drive"]),
        ("Google Drive et Agenda", ["google-drive", "google-agenda"]),
        ("maps, celui de google je veux dire", ["google-maps"]),
        ("gmail de google", ["gmail"]),
        ("what s app", ["whatsapp"]),
        ("zoom.us", ["zoom"]),
        ("https://www.doodle.com/poll/1", ["doodle"]),
        ("hello asso", ["helloasso"]),
        ("Framaspace", ["nextcloud"]),
        ("google", ["google"]),
        ("zourit", ["zourit"]),
        ("un zoo", []),
        ("budget-zoom.xlsx", []),
    ],
)
def test_the_longest_and_most_specific_name_wins(text: str, ids: list[str]) -> None:
    assert named(text) == ids


def test_no_name_goes_across_punctuation() -> None:
    assert named("google, doodle") == ["google", "doodle"]
    assert named("doodle (google) drive") == ["doodle", "google-drive"]


def test_an_ordinary_word_is_a_name_in_context_only() -> None:
    [mention] = NAMES.mentions(read("notion"))
    assert mention.sure is Sure.CONTEXT


def test_a_shared_name_names_both() -> None:
    [mention] = NAMES.mentions(read("maps"))
    assert {ref.id for ref in mention.refs} == {"google-maps", "apple-maps"}


def test_what_a_giant_has_for_a_need_is_first_what_is_made_for_it() -> None:
    assert NAMES.owned("google", "email") == ("gmail",)
    assert NAMES.owned("microsoft", "office-suite") == ("word", "microsoft-365")
    assert NAMES.owned("meta", "maps") == ()


@pytest.mark.parametrize(
    ("typed", "product"),
    [
        ("dropbocs", "dropbox"),
        ("watsapp", "whatsapp"),
        ("googel drive", "google-drive"),
        ("google froms", "google-forms"),
    ],
)
def test_a_slip_is_forgiven_word_by_word(typed: str, product: str) -> None:
    reading = read(typed)
    near = NAMES.near(reading, 0, len(reading.tokens))
    assert near is not None
    assert (near.ref.id, near.sure) == (product, Sure.NEAR)


@pytest.mark.parametrize("typed", ["loom", "zom", "samedi", "zorglub", "google"])
def test_short_words_ordinary_words_and_strangers_are_not_bent_into_names(typed: str) -> None:
    reading = read(typed)
    assert NAMES.near(reading, 0, len(reading.tokens)) is None


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("un sondage de dates", ["date-poll"]),
        ("des sondages pour nos dates", ["date-poll"]),
        ("partager des fichiers", ["file-storage"]),
        ("nos fichiers partagés", ["file-storage"]),
        ("find a date for the poll", ["date-poll"]),
        ("video calls", ["video-call"]),
        ("un sondage d’opinion", ["forms"]),
        ("les dates du tournoi", []),
    ],
)
def test_needs_are_known_in_any_number_and_order(text: str, needs: list[str]) -> None:
    assert [need for mention in NAMES.needs.mentions(read(text).tokens) for need in mention.needs] == needs


def test_a_wording_of_two_needs_names_both_and_is_not_sure() -> None:
    [mention] = NAMES.needs.mentions(read("une messagerie").tokens)
    assert (set(mention.needs), mention.sure) == ({"email", "messaging"}, False)


def test_a_host_that_takes_over_is_a_host_and_a_tool_a_tool() -> None:
    kinds = {name: NAMES.named(name)[0].entry for name in ("Zourit", "Jitsi Meet", "Zoom", "Google")}
    assert kinds == {
        "Zourit": Entry.HOST,
        "Jitsi Meet": Entry.ALTERNATIVE,
        "Zoom": Entry.PRODUCT,
        "Google": Entry.GIANT,
    }
    assert NAMES.named("zorglub") == ()


def test_a_revised_catalogue_has_the_same_names_as_a_new_one() -> None:
    again = Names(CATALOGUE, NAMES)
    for name in ("google drive", "agenda google", "Framaspace"):
        assert again.mentions(read(name)) == NAMES.mentions(read(name))


@pytest.mark.parametrize(
    ("first", "second", "slips"),
    [("zoom", "loom", 0), ("trello", "trelo", 1), ("facebook", "facbook", 1), ("evernote", "evrnotte", 2)],
)
def test_tolerance_grows_with_length(first: str, second: str, slips: int) -> None:
    assert tolerance(first, second) == slips


@given(st.text(alphabet="abcdefgh", min_size=5, max_size=12), st.data())
def test_one_letter_less_is_always_found_again(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    typed = word[:place] + word[place + 1 :]
    found = dict(Typos([word]).near(typed))
    assert (word in found) == (len(typed) >= 5)


@given(st.text(max_size=300))
def test_mentions_never_overlap(text: str) -> None:
    end = 0
    for mention in NAMES.mentions(read(text)):
        assert end <= mention.first < mention.last
        end = mention.last
