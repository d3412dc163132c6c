"""The one SQLite file that is the whole state beside the crypto store.

`connection.py` owns the file, its settings and its transactions; `schema.py` the migrations; `inbox.py`
what has been handled and the sync token; `outbox.py` what is to be sent and what was; `rooms.py` the
rooms that the bot is in; `copy.py` makes whole copies; `trouble.py` says what SQLite's errors mean. A skill's
own tables are in the skill's `storage.py`.
"""

from bot.database.connection import Database, Row, Transaction, marks
from bot.database.schema import DatabaseTooNew, MigrationFailed, known_schema, migrate
from bot.database.trouble import DatabaseUnusable, Trouble, trouble_of, usable

__all__ = [
    "Database",
    "DatabaseTooNew",
    "DatabaseUnusable",
    "MigrationFailed",
    "Row",
    "Transaction",
    "Trouble",
    "known_schema",
    "marks",
    "migrate",
    "trouble_of",
    "usable",
]
