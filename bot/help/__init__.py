"""Help: the greeting on arrival, help by topic, the nearest command, all made from the declared commands."""

from bot.help.guide import Guide
from bot.help.skill import Help

__all__ = ["Guide", "Help"]
