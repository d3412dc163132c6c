"""`releve doctor`: looks at the server, the session, the keys, the files and the database, and says what to do.

It changes nothing and works while the bot runs, and while the homeserver is away. `files.py` looks at the data folder
and the catalogue, `table.py` says it all; what is seen on Matrix and in the database is looked at in their own folders.
"""

from bot.doctor.examine import examined
from bot.doctor.table import status, table

__all__ = ["examined", "status", "table"]
