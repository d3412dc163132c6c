"""Skill: moderators keep the catalogue true, from their room.

`verbs.py` declares the commands and `parser.py` reads them, `block.py` and `fields.py` read what is to be
changed, `drafts.py` turns a request into changes of entries, `impact.py` says whom they touch, `shelf.py`
holds the catalogue in use, `editor.py` applies, `proposals.py` and `followed.py` bring in what others
suggest, `upgrade.py` carries revisions over new shipped files, `digest.py` says what waits for somebody,
`show.py` writes the messages, `storage.py` owns the tables, `skill.py` is the thin part that the desk calls.
"""

from bot.moderation.skill import Moderation

__all__ = ["Moderation"]
