"""How the program ends: its exit statuses, and for each failure that is known the sentence that says the way out."""

from dataclasses import dataclass, field

OK, WARNED, MISTAKEN, REFUSED, UNUSABLE = range(5)


@dataclass(frozen=True, slots=True)
class Exit:
    """An exit status, and a sentence of the wording with its values."""

    status: int
    sentence: str
    values: dict[str, str | int] = field(default_factory=dict)


def exit_for(error: Exception) -> Exit | None:
    """How to end after `error`; None when it is a mistake of this program."""
    return _of_homeserver(error) or _of_database(error) or _of_backup(error) or _of_disk(error)


def _of_homeserver(error: Exception) -> Exit | None:
    # Imported where it is needed: most commands do without the Matrix library.
    from bot.matrix import Refused

    return Exit(REFUSED, error.sentence, error.values) if isinstance(error, Refused) else None


def _of_database(error: Exception) -> Exit | None:
    from bot.data_folder import AlreadyRunning
    from bot.database import DatabaseTooNew, DatabaseUnusable, MigrationFailed

    match error:
        case AlreadyRunning():
            return Exit(UNUSABLE, "cli.already-running", {"folder": str(error.data)})
        case DatabaseTooNew():
            values: dict[str, str | int] = {"file": str(error.path), "found": error.found, "known": error.known}
            return Exit(UNUSABLE, "cli.too-new", values)
        case MigrationFailed():
            values = {"file": str(error.path), "name": error.migration, "reason": error.reason}
            return Exit(UNUSABLE, "cli.migration", values)
        case DatabaseUnusable():
            values = {"file": str(error.path), "folder": str(error.path.parent), "reason": error.reason}
            return Exit(UNUSABLE, f"cli.database-{error.trouble}", values)
    return None


def _of_backup(error: Exception) -> Exit | None:
    from bot.backup import NotABackup, NothingToBackUp, WouldOverwrite

    match error:
        case NotABackup():
            return Exit(MISTAKEN, "cli.restore.no-backup", {"file": str(error.file)})
        case WouldOverwrite():
            return Exit(MISTAKEN, "cli.restore.not-empty", {"folder": str(error.data)})
        case NothingToBackUp():
            return Exit(MISTAKEN, "cli.backup.nothing", {"folder": str(error.data)})
    return None


def _of_disk(error: Exception) -> Exit | None:
    if not isinstance(error, OSError) or error.filename is None:
        return None
    return Exit(UNUSABLE, "cli.file", {"file": str(error.filename), "reason": error.strerror or ""})
