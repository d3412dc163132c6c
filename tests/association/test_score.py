"""Formula 1: golden values, and its two claims on thousands of portfolios."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.association.score import CRITERIA, Tool, Use, score

HALF = dict.fromkeys(CRITERIA, 0.5)


def tool(owner: str, control: float = 1, criteria: dict[str, float] | None = None, **more: bool) -> Tool:
    return Tool(f"{owner}-tool", owner, owner, control, criteria or HALF, **more)


FREE = tool("nextcloud", 0, dict.fromkeys(CRITERIA, 0.0))
# As the catalogue judges a giant's hosted tool: data comes out in part, the rest is the maker's alone.
GOOGLE = tool("google", 1, {"data": 0.5, "exit": 0.5, "standards": 0.5, "operator": 1, "governance": 1})
META = tool("meta", 1, {"data": 1, "exit": 1, "standards": 0.5, "operator": 1, "governance": 1})
CAPTIVE = tool("meta", 1, dict.fromkeys(CRITERIA, 1.0))


def test_three_needs_at_google_and_two_at_meta_make_about_81() -> None:
    found = score(
        [Use(need, 3, (GOOGLE,)) for need in ("files", "mail", "members")] + [Use(n, 2, (META,)) for n in "cp"]
    )
    assert found is not None
    assert found.value == 81


def test_everything_free_is_zero_and_everything_captive_is_a_hundred() -> None:
    free, captive = score([Use("files", 3, (FREE,))]), score([Use("files", 3, (CAPTIVE,)), Use("mail", 3, (CAPTIVE,))])
    assert free is not None
    assert captive is not None
    assert (free.value, captive.value) == (0, 100)


def test_nothing_in_use_has_no_score() -> None:
    assert score([]) is None


def test_two_tools_share_the_weight_of_a_need() -> None:
    found = score([Use("files", 3, (GOOGLE, FREE))])
    assert found is not None
    assert [round(line.points, 1) for line in found.lines] == [round(100 / 2 * (0.8 * GOOGLE.dependence + 0.2), 1), 0]


def test_what_is_not_known_makes_an_interval_and_below_60_percent_no_number() -> None:
    found = score([Use("files", 3, (GOOGLE,)), Use("mail", 3, ()), Use("chat", 2, ())])
    assert found is not None
    assert found.value is None
    assert (round(found.lowest), round(found.highest), round(100 * found.coverage)) == (32, 95, 38)


def test_the_three_sub_scores() -> None:
    mail = tool("google", 1, HALF, ads=True, forced_account=True)
    found = score([Use("files", 1, (CAPTIVE,)), Use("mail", 1, (mail,)), Use("chat", 2, (FREE,))])
    assert found is not None
    assert (found.technical, found.economic, found.cultural) == pytest.approx((75.0, 25.0, 25.0))


tools = st.builds(
    lambda owner, control, marks: Tool(owner, owner, owner, control, dict(zip(CRITERIA, marks, strict=True))),
    st.sampled_from("abcd"),
    st.sampled_from([0.0, 0.5, 1.0]),
    st.lists(st.sampled_from([0.0, 0.5, 1.0]), min_size=5, max_size=5),
)
portfolios = st.lists(st.tuples(st.sampled_from([1, 2, 3]), st.lists(tools, max_size=3)), min_size=1, max_size=12).map(
    lambda rows: [Use(f"need-{number}", weight, tuple(held)) for number, (weight, held) in enumerate(rows)]
)


@given(portfolios)
@settings(max_examples=1000)
def test_the_points_per_need_add_up_to_the_score(uses: list[Use]) -> None:
    found = score(uses)
    assert found is not None
    assert sum(found.points_of(use.need) for use in uses) == pytest.approx(found.lowest)
    assert -1e-9 <= found.lowest <= found.highest + 1e-9 <= 100 + 2e-9


@given(portfolios, st.data())
@settings(max_examples=1000)
def test_freeing_a_need_never_raises_the_score(uses: list[Use], data: st.DataObject) -> None:
    moved = data.draw(st.sampled_from([use for use in uses if use.tools] or uses))
    before = score(uses)
    after = score([Use(use.need, use.weight, (FREE,)) if use == moved else use for use in uses])
    assert before is not None
    assert after is not None
    if moved.tools:
        assert after.lowest <= before.lowest + 1e-9
