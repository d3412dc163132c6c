"""Understanding stays as good as it was measured to be; of the part kept for measuring, only totals are shown."""

from functools import cache

import pytest

from bot.ask.offline import Door
from bot.catalog import load as load_catalogue
from tests.understanding.lines import CATALOGUE, load, needs_of
from tests.understanding.measured import Tally, tally


@cache
def measured(dev: bool) -> Tally:
    return tally(load(dev=dev), Door(load_catalogue(CATALOGUE)).answer, needs_of())


def totals(found: Tally) -> str:
    return f"{dict(found.verdicts)}, spoke on chatter: {found.chattered}"


@pytest.mark.parametrize(("dev", "floor"), [(True, 0.96), (False, 0.95)])
def test_most_sentences_are_understood_rightly(dev: bool, floor: float) -> None:
    assert measured(dev).share("right") >= floor, totals(measured(dev))


@pytest.mark.parametrize(("dev", "ceiling"), [(True, 0.01), (False, 0.02)])
def test_few_are_understood_wrongly(dev: bool, ceiling: float) -> None:
    assert measured(dev).share("wrong") <= ceiling, totals(measured(dev))


@pytest.mark.parametrize(("dev", "most"), [(True, 3), (False, 14)])
def test_chatter_is_left_alone(dev: bool, most: int) -> None:
    assert measured(dev).chattered <= most, totals(measured(dev))
