"""Migrations: from an answer to a plan, one small step after another, until the old tool is left.

`plan.py` makes the steps from the catalogue, `model.py` moves them through their states, `reading.py`,
`promise.py` and `days.py` read what people type; `course.py` carries out a change with all that follows
from it, `telling.py` says it, `skill.py` is the part that the desk calls.
"""

from bot.association.migration.skill import Migrations

__all__ = ["Migrations"]
