"""The association: the workspace behind one room or several, its settings and what it uses today.

The only skill that others stand on: `storage.py` tells them whether a room listens, which language it
speaks and which tools the association has; `storage_settings.py` its time zone, its slot and its rooms.

`skill.py` is the one for the desk, in four parts: `tools.py` (the inventory), `progress.py` (score, why, picture,
report), `workspace.py` (rooms and settings), `keeping.py` (the data). Rules, all pure: `inventory.py` and
`plain_words.py` read what is used, `settings.py` places and hours; `score.py` is the formula, `standing.py` makes
its input; `result.py` and `why.py` say it, `scenery.py` holds what `drawing.py`, `picture.py` and `report.py` show.
"""

from bot.association.skill import Association

__all__ = ["Association"]
