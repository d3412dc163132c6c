"""The desk: one incoming event → the skill that takes it → its effects, all in one transaction.

The desk knows no skill by name. It asks each in turn; the first that does not answer None has taken the
event. A message that starts with the prefix and a declared command goes to that command. `skill.py` says
what a skill is, `calling.py` reads how the bot was called, `reply.py` shapes an answer, `desk.py` does the work.
"""

from bot.desk.desk import Desk
from bot.desk.reply import reply
from bot.desk.skill import (
    Call,
    Command,
    Manners,
    Moving,
    Rights,
    Run,
    Scene,
    Skill,
    SpokenIn,
    Timed,
    Waking,
    Weighing,
)

__all__ = [
    "Call",
    "Command",
    "Desk",
    "Manners",
    "Moving",
    "Rights",
    "Run",
    "Scene",
    "Skill",
    "SpokenIn",
    "Timed",
    "Waking",
    "Weighing",
    "reply",
]
