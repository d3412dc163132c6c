"""What a running bot met that whoever keeps it should know; `releve doctor` reads it, from another process."""

from dataclasses import dataclass

from bot.database.connection import Database, Transaction


@dataclass(frozen=True, slots=True)
class Observation:
    """How often it was met, when last (milliseconds since the epoch), and what there is to say of that time."""

    count: int
    seen_ms: int
    detail: str


async def note(tx: Transaction, name: str, count: int, detail: str, now_ms: int) -> None:
    """`name` was met `count` times more; `detail` takes the place of the last one."""
    await tx.execute(
        "INSERT INTO observation (name, count, seen_at, detail) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
        " count = count + excluded.count, seen_at = excluded.seen_at, detail = excluded.detail",
        (name, count, now_ms, detail),
    )


async def observed(source: Database | Transaction) -> dict[str, Observation]:
    """All that was met, by name."""
    rows = await source.fetch_all("SELECT * FROM observation")
    return {row["name"]: Observation(row["count"], row["seen_at"], row["detail"]) for row in rows}
