"""Help: the greeting on arrival, and the list of what can be said, made from the declared commands."""

from bot.help.skill import Help

__all__ = ["Help"]
