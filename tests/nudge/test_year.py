"""A simulated year: exactly the steps that are due, none twice, none at night, none after stop."""

from collections import Counter

from bot.database import Database
from tests.association.migration.small import NAMES
from tests.nudge import year
from tests.nudge.test_choice import PAIRS


async def test_a_year_brings_each_association_what_it_is_due(database: Database) -> None:
    members = year.company(84)
    await year.settle(database, members, NAMES, PAIRS)
    lived = await year.live(database, members, NAMES)
    assert lived.counts == {each.number: year.expected(each) for each in members}
    assert [told for told in lived.told if year.at_night(told)] == []
    assert max(Counter((told.member.number, told.week) for told in lived.told).values()) == 1
