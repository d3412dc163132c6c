"""The shipped files change under the local revisions: carried over, already there, or shown to the moderators."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalog import Catalogue, check
from bot.catalog.revisions import Change, Fate, document, found, read, revised
from bot.moderation.upgrade import carried_over
from tests.catalog import small
from tests.moderation.room import Bot, school


def upgraded(**fields: Any) -> Catalogue:
    """The school's catalogue, its Zoom with other fields."""
    whole = school()
    zoom, _ = read("products", {**document(whole.products["zoom"]), **fields})
    return revised(whole, [(("products", "zoom"), zoom)])


async def test_what_the_files_changed_elsewhere_stands_beside_what_was_revised(bot: Bot) -> None:
    await bot.told("changer zoom effort = semaine")
    after = await bot.restarted(upgraded(limit=small.both("nouveau", "new")))

    zoom = after.shelf.catalogue.products["zoom"]
    assert (zoom.effort, zoom.limit and zoom.limit.fr) == ("week", "nouveau")
    assert await after.wakes(started=True) == ""


async def test_what_the_files_say_too_by_now_is_dropped_and_does_not_come_back(bot: Bot) -> None:
    await bot.told("changer zoom effort = semaine")
    after = await bot.restarted(upgraded(effort="week"))
    assert await after.wakes(started=True) == ""

    later = await after.restarted(upgraded(effort="season"))
    assert later.effort() == "season"
    assert await later.wakes(started=True) == ""


async def test_what_the_files_say_otherwise_is_shown_once_and_put_through_on_demand(bot: Bot) -> None:
    await bot.told("changer zoom effort = semaine")
    after = await bot.restarted(upgraded(effort="season"))
    assert after.effort() == "season"

    said = await after.wakes(started=True)
    assert said.startswith("Le catalogue livré a changé zoom là où la révision 1 l’avait changé aussi.")
    assert "effort : season → week" in said
    assert "garder 1 pour remettre la vôtre, laisser 1 pour celle du catalogue livré." in said

    assert "effort : season → week" in await after.told("garder 1")
    assert after.effort() == "week"
    again = await after.restarted(upgraded(effort="season"))
    assert again.effort() == "week"
    assert await again.told("laisser 1") == "La révision 1 n’est contredite par rien."


async def test_or_the_files_are_let_be(bot: Bot) -> None:
    await bot.told("changer zoom effort = semaine")
    after = await bot.restarted(upgraded(effort="season"))
    assert await after.told("laisser 1") == "Révision 1 : le catalogue livré reste en service."
    again = await after.restarted(upgraded(effort="season"))
    assert await again.wakes(started=True) == ""


async def test_what_the_files_took_away_is_not_used_by_a_revision(bot: Bot) -> None:
    await bot.told("alternative padlet + digipad")
    without = revised(school(), [(("alternatives", "digipad"), None)])
    after = await bot.restarted(without)

    assert after.shelf.catalogue == without
    assert "padlet" in await after.wakes(started=True)
    assert "l’alternative « digipad » n’existe pas" in await after.told("garder 1")


# ── whatever happens, on either side ─────────────────────────────────────────────────────────────

EFFORTS = st.sampled_from(["evening", "week", "season"])
NAMES = st.lists(st.sampled_from(["zoum", "zoume", "zum", "visioz"]), unique=True, max_size=3)
TEXTS = st.sampled_from([small.both("a", "a"), small.both("b", "b"), small.both("c", "c")])
FIELDS = st.fixed_dictionaries(
    {}, optional={"effort": EFFORTS, "limit": TEXTS, "aliases": st.builds(lambda names: {"any": names}, NAMES)}
)


def with_fields(entry: dict[str, Any], fields: dict[str, Any]) -> dict[str, Any]:
    made, _ = read("products", {**entry, **fields})
    assert made is not None
    return document(made)


@settings(deadline=None, max_examples=60)
@given(st.lists(FIELDS, max_size=4), FIELDS)
def test_no_change_is_lost_silently_whatever_the_files_say(mine: list[dict[str, Any]], theirs: dict[str, Any]) -> None:
    whole = school()
    key = ("products", "zoom")
    base = document(whole.products["zoom"])
    changes: list[tuple[int, Change]] = []
    for number, fields in enumerate(mine, 1):
        before = changes[-1][1].after if changes else base
        after = with_fields(before or {}, fields)
        if after != before:
            changes.append((number, Change(*key, before, after)))
    shipped_entry, _ = read("products", with_fields(base, theirs))
    shipped = revised(whole, [(key, shipped_entry)])

    outcome = carried_over(shipped, {key: changes} if changes else {}, small.TODAY)

    used = found(outcome.catalogue, key) or {}
    fates = {number: fate for number, _, fate in outcome.fates}
    for field in ("effort", "limit"):
        touching = [
            (number, change)
            for number, change in changes
            if (change.before or {}).get(field) != (change.after or {}).get(field)
        ]
        ours = touching[-1][1].after[field] if touching and touching[-1][1].after else base[field]
        theirs_ = (found(shipped, key) or {})[field]
        in_conflict = any(fates.get(number) is Fate.CONFLICT for number, _ in touching)
        # Ours where only we changed it, theirs where only they did; both the same; or the moderators are asked.
        assert in_conflict or used[field] in {True: (ours,), False: (theirs_,)}[bool(touching)] or ours == theirs_
    assert [f for f in check.findings(outcome.catalogue, small.TODAY) if not f.warning] == []


@settings(deadline=None, max_examples=40)
@given(st.lists(FIELDS, min_size=1, max_size=4))
def test_over_the_files_that_they_were_made_on_revisions_give_what_was_in_use(mine: list[dict[str, Any]]) -> None:
    whole = school()
    key = ("products", "zoom")
    changes: list[tuple[int, Change]] = []
    state = document(whole.products["zoom"])
    for number, fields in enumerate(mine, 1):
        after = with_fields(state, fields)
        if after != state:
            changes.append((number, Change(*key, state, after)))
        state = after
    outcome = carried_over(whole, {key: changes} if changes else {}, small.TODAY)
    assert found(outcome.catalogue, key) == state
    assert outcome.fates == ()
