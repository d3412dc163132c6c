"""Skill: what a person asks about tools, understood and answered.

`understand.py` turns a message into an `Understanding` with the rules in `reading/`, `choose.py` picks what to
propose, `compose.py` writes the answer, `follow_up.py` reads what is said about an answer, `skill.py` is the
thin part that the desk calls. Everything but `storage.py` and `skill.py` is pure.
"""

from bot.ask.skill import Ask

__all__ = ["Ask"]
