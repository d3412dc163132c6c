"""The association: the workspace behind one room or several, its settings and what it uses today.

The only skill that others stand on: `storage.py` tells them whether a room listens, which language it
speaks and which tools the association has.
"""

from bot.association.skill import Association

__all__ = ["Association"]
