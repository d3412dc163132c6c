"""Two changes of one entry, made apart from each other: what comes of both, and what must be asked."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.catalog.merge import three_way

SCALARS = st.sampled_from(["a", "b", "c", 1])
BOTH = st.fixed_dictionaries({"fr": st.sampled_from("xyz"), "en": st.sampled_from("xyz")})
NAMES = st.lists(st.sampled_from("abcdefg"), unique=True, max_size=5)
RANKED = st.lists(
    st.builds(lambda name, why: {"alternative": name, "why": why}, st.sampled_from("pqrs"), BOTH),
    unique_by=lambda each: str(each["alternative"]),
    max_size=4,
)
DOCUMENTS = st.fixed_dictionaries(
    {},
    optional={
        "effort": SCALARS,
        "limit": BOTH,
        "aliases": st.fixed_dictionaries({}, optional={"any": NAMES, "fr": NAMES}),
        "alternatives": st.fixed_dictionaries({}, optional={"chat": RANKED, "mail": RANKED}),
        "steps": st.lists(BOTH, max_size=3),
    },
)
MAYBE = st.none() | DOCUMENTS


@given(MAYBE, MAYBE)
def test_what_only_one_side_changed_is_kept(base: Any, changed: Any) -> None:
    assert three_way(base, changed, base).document == changed
    assert three_way(base, base, changed).document == changed
    assert three_way(base, changed, changed).document == changed
    assert not three_way(base, changed, base).clashes
    assert not three_way(base, changed, changed).clashes


@given(DOCUMENTS, DOCUMENTS, DOCUMENTS)
def test_nothing_is_lost_silently_on_either_side(base: Any, mine: Any, theirs: Any) -> None:
    """Every fact that one side added or took away is so in the result, or lies within a clash."""
    merged = three_way(base, mine, theirs)
    assert merged.document is not None
    was, is_ = facts(base), facts(merged.document)
    for side in (facts(mine), facts(theirs)):
        missing = [fact for fact in side - was if fact not in is_] + [fact for fact in was - side if fact in is_]
        assert [fact for fact in missing if not any(within(fact, clash) for clash in merged.clashes)] == []


@given(DOCUMENTS, DOCUMENTS, DOCUMENTS)
def test_where_both_changed_the_same_the_other_side_stands(base: Any, mine: Any, theirs: Any) -> None:
    for clash in three_way(base, mine, theirs).clashes:
        assert at(three_way(base, mine, theirs).document, clash) == at(theirs, clash)
        assert at(mine, clash) != at(base, clash)


def facts(value: Any, place: tuple[Any, ...] = ()) -> set[tuple[Any, ...]]:
    """What a document says, one fact a leaf; of a list, that each item is in it."""
    if isinstance(value, dict) and (place == () or place[-1] in {"aliases", "alternatives"}):
        return {fact for key, inner in value.items() for fact in facts(inner, (*place, key))}
    if isinstance(value, list):
        return {(*place, json.dumps(item, sort_keys=True)) for item in value}
    return {(*place, json.dumps(value, sort_keys=True))}


def within(fact: tuple[Any, ...], clash: tuple[Any, ...]) -> bool:
    return fact[: len(clash)] == clash


def at(value: Any, place: tuple[Any, ...]) -> Any:
    for part in place:
        value = value.get(part) if isinstance(value, dict) else None
    return value


def test_two_additions_to_one_list_are_both_there() -> None:
    merged = three_way({"any": ["a", "b"]}, {"any": ["a", "new", "b"]}, {"any": ["a", "b", "other"]})
    assert merged.document == {"any": ["a", "new", "b", "other"]}


def test_an_order_that_both_changed_is_asked() -> None:
    assert three_way({"x": ["a", "b", "c"]}, {"x": ["b", "a", "c"]}, {"x": ["a", "c", "b"]}).clashes == (("x",),)


def test_a_text_in_two_languages_is_one_thing() -> None:
    merged = three_way(
        {"limit": {"fr": "a", "en": "a"}}, {"limit": {"fr": "b", "en": "a"}}, {"limit": {"fr": "a", "en": "c"}}
    )
    assert merged.clashes == (("limit",),)
    assert merged.document == {"limit": {"fr": "a", "en": "c"}}


def test_an_entry_taken_out_here_and_changed_there_is_asked() -> None:
    assert three_way({"effort": "a"}, None, {"effort": "b"}).clashes == ((),)
