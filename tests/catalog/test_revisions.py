"""A revised catalogue: what is taken over from the one before is what a fresh one would be."""

import datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalog import check
from bot.catalog.fold import read as reading
from bot.catalog.names import Names
from bot.catalog.revisions import Change, Fate, carried, document, found, read, revised, spelt
from bot.catalog.typos import Typos
from tests.catalog.small import TODAY, alternative, both, catalogue, host, need, product

WORDS = ["zoom", "padlet", "digipad", "drives", "drive", "jitsi meet", "zorglub", "framapad", "g drive", "visios"]
ALIASES = st.lists(st.sampled_from(WORDS), unique=True, max_size=3)


@st.composite
def changes(draw: st.DrawFn) -> list[tuple[tuple[str, str], Any]]:
    made: list[tuple[tuple[str, str], Any]] = []
    for name in draw(st.lists(st.sampled_from(["Zoom", "Padlet", "Digipad"]), min_size=1, max_size=4)):
        more: dict[str, Any] = {
            "aliases": {"any": draw(ALIASES), "misspelt": draw(ALIASES)},
            "needs_context": draw(ALIASES),
        }
        if draw(st.booleans()):
            made.append((("products", name.lower()), draw(st.sampled_from([None, product(name, **more)]))))
        else:
            made.append((("alternatives", name.lower()), draw(st.sampled_from([None, alternative(name, **more)]))))
    return made


@settings(deadline=None)
@given(st.lists(changes(), min_size=1, max_size=3), st.lists(st.sampled_from(WORDS), max_size=5))
def test_names_that_were_revised_are_those_of_the_new_catalogue(steps: Any, typed: list[str]) -> None:
    whole = catalogue()
    names = Names(whole)
    for step in steps:
        whole = revised(whole, step)
        names = Names(whole, names)
    text = reading(" ".join(typed))
    fresh = Names(whole)

    assert names.mentions(text) == fresh.mentions(text)
    for word in (*WORDS, "digypad", "zorglubb", "padlett"):
        assert names.named(word) == fresh.named(word)
        token = reading(word)
        assert names.near(token, 0, len(token.tokens)) == fresh.near(token, 0, len(token.tokens))


@given(st.lists(st.sets(st.sampled_from([*WORDS, "nextcloud", "framapads", "formulaire"])), min_size=2, max_size=4))
def test_typos_that_were_revised_are_those_of_the_new_words(vocabularies: list[set[str]]) -> None:
    typos = Typos(vocabularies[0])
    before = [typos.near(word) for word in ("nextclud", "framapd", "padlat")]
    revised_ = typos
    for words in vocabularies[1:]:
        revised_ = revised_.revised(words)
    for typed in ("nextclud", "framapd", "padlat", "zorglu", "formulaires"):
        assert revised_.near(typed) == Typos(vocabularies[-1]).near(typed)
    assert [Typos(vocabularies[0]).near(word) for word in ("nextclud", "framapd", "padlat")] == before


@given(changes())
def test_after_a_change_only_what_it_has_to_do_with_need_be_checked(step: Any) -> None:
    before = catalogue(need("chat", "discussion", "chat"), product("Kelio", use="digipad"), alternative("Digipad"))
    after = revised(before, step)
    known = {repr(finding) for finding in check.findings(before, TODAY)}
    part = {repr(finding) for finding in check.findings(after, TODAY, within=[key for key, _ in step])}
    whole = {repr(finding) for finding in check.findings(after, TODAY)}
    assert whole - known <= part <= whole


def test_a_new_entry_stands_where_its_file_would() -> None:
    whole = revised(catalogue(product("Padlet"), product("Trello")), [(("products", "slack"), product("Slack"))])
    assert list(whole.products) == ["padlet", "slack", "trello", "zoom"]


def test_a_new_need_comes_last_in_its_file() -> None:
    whole = revised(catalogue(), [(("needs", "chat"), need("chat", "discussion", "chat"))])
    assert list(whole.needs) == ["video-call", "chat"]


def test_what_is_wrong_with_an_entry_is_all_said() -> None:
    entry, findings = read("hosts", {**document(host("Kaz")), "open": "maybe", "colour": "red"})
    assert entry is None
    assert [(finding.sentence, finding.values["key"]) for finding in findings] == [
        ("mistake.wrong-value", "open"),
        ("mistake.unknown-key", "colour"),
    ]


def test_places_are_counted_as_people_count() -> None:
    assert spelt(("questions", 1, "answers", 0, "fr")) == "questions.2.answers.1.fr"


# ── after an upgrade ─────────────────────────────────────────────────────────────────────────────

ZOOM = document(product("Zoom"))
EVENING_TO_WEEK = Change("products", "zoom", ZOOM, {**ZOOM, "effort": "week"})


def test_over_the_same_files_a_revision_stands_as_it_was_made() -> None:
    outcome = carried(ZOOM, [EVENING_TO_WEEK])
    assert outcome.document == EVENING_TO_WEEK.after
    assert outcome.fates == (Fate.CARRIED,)


def test_what_the_files_changed_elsewhere_and_what_was_revised_are_both_in_use() -> None:
    shipped = {**ZOOM, "limit": both("nouveau", "new")}
    assert carried(shipped, [EVENING_TO_WEEK]).document == {**shipped, "effort": "week"}


def test_what_the_files_say_themselves_now_is_dropped_as_already_there() -> None:
    outcome = carried({**ZOOM, "effort": "week", "checked": "2026-12-01"}, [EVENING_TO_WEEK])
    assert outcome.fates == (Fate.ALREADY,)


def test_what_the_files_say_otherwise_is_shown_as_a_conflict_and_what_follows_still_stands() -> None:
    then = Change("products", "zoom", EVENING_TO_WEEK.after, {**ZOOM, "effort": "week", "name": "Zoom Workplace"})
    outcome = carried({**ZOOM, "effort": "season"}, [EVENING_TO_WEEK, then])
    assert outcome.fates == (Fate.CONFLICT, Fate.CARRIED)
    assert outcome.clashes == ((("effort",),), ())
    assert outcome.document == {**ZOOM, "effort": "season", "name": "Zoom Workplace"}


def test_an_entry_that_both_made_each_in_its_own_way_is_a_conflict() -> None:
    made = Change("products", "zoom", None, ZOOM)
    outcome = carried({**ZOOM, "owner": "meta"}, [made])
    assert outcome.fates == (Fate.CONFLICT,)


def test_a_merge_that_is_no_entry_is_a_conflict() -> None:
    gone = {"when": "2026-10-01", "what": both("fermé", "closed")}
    stopped = Change("products", "zoom", ZOOM, {**ZOOM, "answer": "gone", "gone": gone})
    without_export = {key: value for key, value in ZOOM.items() if key not in {"export", "limit"}}
    kept = {**without_export, "answer": "replace"}
    assert carried(kept, [stopped]).fates == (Fate.CARRIED,)
    back = Change("products", "zoom", {**ZOOM, "answer": "gone", "gone": gone}, ZOOM)
    assert carried({**without_export, "answer": "gone", "gone": gone}, [back]).fates == (Fate.CONFLICT,)


def test_an_undo_over_its_revision_gives_the_files_back() -> None:
    assert carried(ZOOM, [EVENING_TO_WEEK, EVENING_TO_WEEK.undone()]).document == ZOOM


def test_the_document_of_an_entry_reads_back_to_it() -> None:
    whole = catalogue()
    assert read("products", found(whole, ("products", "zoom")) or {})[0] == whole.products["zoom"]
    assert found(whole, ("products", "padlet")) is None
    assert datetime.date.fromisoformat(document(whole.products["zoom"])["checked"]) == datetime.date(2026, 10, 1)
