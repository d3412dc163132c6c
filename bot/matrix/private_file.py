"""Secrets on disk: readable by their owner only, and never half written."""

import os
from pathlib import Path


def write(file: Path, text: str) -> None:
    """Write `text` into `file` so that a crash leaves the old file or the new one. Raises OSError."""
    fresh = file.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as writing:
        writing.write(text)
        writing.flush()
        os.fsync(writing.fileno())
    fresh.replace(file)
