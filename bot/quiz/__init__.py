"""Skill: a short quiz in a room, each question a poll with a twin in text.

Two kinds with one engine: where the association stands (one need a question; the inventory and the score
follow), and knowledge (a series of the catalogue; nobody is ranked). `questions.py` chooses what is asked,
`answers.py` reads typed answers and reactions, `tally.py` counts, `course.py` says when a question moves
on, `result.py` what the counts mean: all pure. `play.py` moves a quiz from one state to the next,
`votes.py` takes in what people answer, `sayings.py` words it, `storage.py` and `storage_votes.py` keep it,
`skill.py` is the thin part that the desk calls.
"""

from bot.quiz.skill import Quiz

__all__ = ["Quiz"]
