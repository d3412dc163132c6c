"""A room that takes the place of another: what is kept of it goes along, whatever the table."""

from typing import Any

from bot.database import Database, Transaction, rooms

NOW = 1_800_000_000_000
# What a column holds is of no interest here, only that its checks are content.
_FITTING: dict[str, Any] = {
    "lane": "conversation", "language": "fr", "state": "open", "payload": '{"room": "!old"}', "answer": None,
}  # fmt: skip


async def _with_a_row_in_every_table(tx: Transaction) -> set[str]:
    """Put one row about !old into every table that knows rooms; returns the tables."""
    await tx.execute("PRAGMA defer_foreign_keys = ON")
    number = await tx.insert("INSERT INTO association (created_at) VALUES (0)")
    tables = await tx.fetch_all(
        "SELECT t.name AS name FROM pragma_table_list AS t, pragma_table_info(t.name) AS c"
        " WHERE t.schema = 'main' AND t.type = 'table' AND c.name = 'room_id'"
        " AND t.name NOT IN ('room', 'unread')"
    )
    for table in tables:
        columns = await tx.fetch_all(f"SELECT name, type FROM pragma_table_info('{table['name']}')")
        values = {column["name"]: _value(table["name"], column["name"], column["type"], number) for column in columns}
        if table["name"] == "migration_message":
            values["migration"] = await tx.insert(
                "INSERT INTO migration (association, place, need, alternative, state, created_at, changed_at)"
                " VALUES (?, 1, '', '', 'done', 0, 0)",
                (number,),
            )
        if table["name"] == "proposal":
            values["state"] = "waiting"
        await tx.execute(
            f"INSERT INTO {table['name']} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",
            list(values.values()),
        )
    return {table["name"] for table in tables}


def _value(table: str, column: str, kind: str, association: int) -> Any:
    if column == "room_id":
        return "!old"
    if column == "association":
        return association
    if column in _FITTING:
        return _FITTING[column]
    return 1 if kind == "INTEGER" else f"{table} {column}"


async def test_every_table_of_every_skill_follows(database: Database) -> None:
    async with database.transaction() as tx:
        tables = await _with_a_row_in_every_table(tx)
        await rooms.moved(tx, "!old", "!new")
        found = {
            table: [row["room_id"] for row in await tx.fetch_all(f"SELECT room_id FROM {table}")] for table in tables
        }
    assert {"association_room", "quiz", "ask_answer", "outbox"} <= tables
    assert found == {table: ["!new"] for table in tables}


async def test_the_place_that_the_new_room_had_is_taken(database: Database) -> None:
    async with database.transaction() as tx:
        for room, number in (("!old", 1), ("!new", 2)):
            await tx.execute("INSERT INTO association (number, created_at) VALUES (?, 0)", (number,))
            await tx.execute("INSERT INTO association_room (room_id, association) VALUES (?, ?)", (room, number))
        await rooms.moved(tx, "!old", "!new")
        row = await tx.fetch_one("SELECT association FROM association_room WHERE room_id = '!new'")
    assert row is not None
    assert row["association"] == 1


async def test_who_was_greeted_in_the_old_room_is_not_greeted_in_the_new_one(database: Database) -> None:
    async with database.transaction() as tx:
        assert await rooms.entered(tx, "!old", False, NOW)
        await rooms.expected(tx, "!new", "!old", NOW)
        assert not await rooms.entered(tx, "!new", False, NOW)
    assert {room.id for room in await rooms.joined(database)} == {"!old", "!new"}


async def test_a_room_that_is_expected_is_not_one_that_the_bot_is_in(database: Database) -> None:
    async with database.transaction() as tx:
        await rooms.entered(tx, "!old", False, NOW)
        await rooms.expected(tx, "!new", "!old", NOW)
    assert {room.id for room in await rooms.joined(database)} == {"!old"}
