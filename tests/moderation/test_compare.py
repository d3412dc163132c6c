"""Before and after, on a few short lines."""

from bot.catalog.revisions import document
from bot.moderation.compare import Difference, differences
from tests.catalog.small import both, product

ZOOM = document(product("Zoom", aliases={"any": ["zoum"]}))


def test_only_what_differs_is_shown_in_the_language_that_is_spoken() -> None:
    after = {**ZOOM, "effort": "week", "limit": both("tout", "all")}
    assert differences(ZOOM, after, "fr") == [
        Difference("limit", "rien ne suit", "tout"),
        Difference("effort", "evening", "week"),
    ]
    assert differences(ZOOM, after, "en")[0] == Difference("limit", "nothing comes along", "all")


def test_a_text_that_differs_in_the_other_language_only_is_shown_in_that_one() -> None:
    after = {**ZOOM, "limit": both("rien ne suit", "nothing at all")}
    assert differences(ZOOM, after, "fr") == [Difference("limit", "nothing comes along", "nothing at all")]


def test_of_a_list_what_came_and_what_left() -> None:
    after = {**ZOOM, "aliases": {"any": ["zoome", "zum"]}}
    assert differences(ZOOM, after, "fr") == [Difference("aliases.any", "zoum", "zoome, zum", listed=True)]


def test_an_order_is_shown_whole() -> None:
    before = {**ZOOM, "needs": ["a", "b"]}
    assert differences(before, {**ZOOM, "needs": ["b", "a"]}, "fr") == [Difference("needs", "a, b", "b, a")]


def test_what_is_new_has_nothing_before_it() -> None:
    lines = differences(None, {"id": "x", "aliases": {"any": ["y"]}}, "fr")
    assert lines == [Difference("id", "", "x"), Difference("aliases.any", "", "y", listed=True)]


def test_nothing_differs_from_itself() -> None:
    assert differences(ZOOM, ZOOM, "fr") == []
