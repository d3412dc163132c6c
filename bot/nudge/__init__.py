"""Skill: the weekly step. What next, when, and what becomes of the answer.

`choice.py` chooses the step, `timetable.py` says when it is due, `wishes.py` reads what people type: all
pure. `planning.py` goes round those that are due, `answers.py` carries out an answer, `telling.py` says
it, `skill.py` is the part that the desk calls and wakes.
"""

from bot.nudge.skill import Nudges

__all__ = ["Nudges"]
