"""« !releve inventaire … »: what was typed is read, or the way to type it is shown."""

from hypothesis import given
from hypothesis import strategies as st

from bot.association.inventory import Change, changes


def test_several_tools_in_one_line_or_one_a_line() -> None:
    expected = [Change("+", "Trello", "projets"), Change("-", "Zoom", None)]
    assert changes("+ Trello (projets), - Zoom") == expected
    assert changes("+Trello (projets)\n−Zoom") == expected


def test_a_plus_starts_the_next_tool_without_a_comma() -> None:
    assert changes("+ Nextcloud + Framadate") == [Change("+", "Nextcloud", None), Change("+", "Framadate", None)]


def test_what_has_no_sign_is_not_guessed() -> None:
    assert changes("Trello") is None
    assert changes("") is None
    assert changes("+ ") is None


def test_a_list_out_of_all_measure_is_refused() -> None:
    assert changes(",".join("+ a" for _ in range(21))) is None
    assert changes("+ " + "a" * 61) is None


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    assert changes(text) != []
