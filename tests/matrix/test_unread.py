"""Messages whose key has not come: what is asked for, what a room hears, what is kept through a restart."""

from typing import Any

import pytest

from bot.database import Database, unread
from bot.matrix.key_requests import Withheld, withheld
from bot.matrix.unread import Unread

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
NOW = 1_800_000_000_000


def sealed(event: str = "$1", session: str = "s") -> dict[str, Any]:
    return {"event_id": event, "sender": "@ada:x", "content": {"session_id": session, "ciphertext": "…"}}


def waiting(*events: str, session: str = "s", age_ms: int = 0) -> Unread:
    messages = Unread(15 * MINUTE)
    for event in events:
        messages.add("!office", sealed(event, session), age_ms, NOW)
    return messages


def told(messages: Unread, now_ms: int) -> list[str]:
    return [news.message for news in messages.to_tell(now_ms)]


def test_a_key_is_asked_for_after_a_moment_and_again_after_an_hour() -> None:
    messages = waiting("$1")
    asked = [len(messages.to_ask(NOW + after)) for after in (0, 6_000, 7_000, HOUR, HOUR + 7_000, DAY + 1)]
    assert asked == [0, 1, 0, 0, 1, 0]


def test_a_key_is_asked_for_once_however_many_messages_wait_for_it() -> None:
    assert len(waiting("$1", "$2").to_ask(NOW + MINUTE)) == 1


def test_a_key_that_is_withheld_is_not_asked_for() -> None:
    messages = waiting("$1")
    messages.withheld("!office", "s", "m.unverified")
    assert messages.to_ask(NOW + MINUTE) == []


def test_a_room_hears_of_one_message_after_a_while() -> None:
    messages = waiting("$1", "$2")
    assert told(messages, NOW + MINUTE) == []
    assert told(messages, NOW + 3 * MINUTE) == ["$1"]
    assert told(messages, NOW + 4 * MINUTE) == []


def test_a_room_hears_of_it_once_a_day() -> None:
    messages = waiting("$1")
    assert told(messages, NOW + 3 * MINUTE) == ["$1"]
    messages.add("!office", sealed("$2"), 0, NOW + HOUR)
    assert told(messages, NOW + 2 * HOUR) == []
    messages.add("!office", sealed("$3"), 0, NOW + 2 * DAY)
    assert told(messages, NOW + 2 * DAY + 3 * MINUTE) == ["$3"]


def test_why_a_key_is_withheld_is_told_soon() -> None:
    messages = waiting("$1")
    messages.withheld("!office", "s", "m.unverified")
    [news] = messages.to_tell(NOW + 6_000)
    assert news.withheld == "m.unverified"


def test_a_reason_that_comes_before_the_message_is_remembered() -> None:
    messages = Unread(HOUR)
    messages.withheld("!office", "s", "m.unverified")
    messages.add("!office", sealed(), 0, NOW)
    [news] = messages.to_tell(NOW + 6_000)
    assert news.withheld == "m.unverified"


def test_what_was_old_when_it_came_is_not_told() -> None:
    assert told(waiting("$1", age_ms=HOUR), NOW + 3 * MINUTE) == []


def test_what_can_be_read_is_not_told_or_asked_for() -> None:
    messages = waiting("$1")
    messages.drop("$1")
    assert told(messages, NOW + HOUR) == []
    assert messages.to_ask(NOW + HOUR) == []


def test_after_a_week_nobody_waits() -> None:
    messages = waiting("$1")
    messages.forget_old(NOW + 8 * DAY)
    assert len(messages) == 0


def test_the_oldest_go_when_there_are_too_many() -> None:
    messages = waiting(*(f"${number}" for number in range(1001)))
    assert next(message.id for message in messages.of([("!office", "s")])) == "$1"


@pytest.mark.parametrize("event", [{}, {"event_id": "$1"}, {"event_id": 1, "content": {"session_id": "s"}}])
def test_what_names_no_session_is_not_kept(event: dict[str, Any]) -> None:
    messages = Unread(HOUR)
    messages.add("!office", event, 0, NOW)
    assert len(messages) == 0


async def test_all_of_it_survives_a_restart(database: Database) -> None:
    messages = waiting("$1", "$2")
    messages.to_ask(NOW + MINUTE)
    messages.to_tell(NOW + 3 * MINUTE)
    messages.drop("$2")
    async with database.transaction() as tx:
        await messages.write(tx)
    assert not messages.unsaved
    [kept] = await unread.kept(database)
    assert (kept.id, kept.event, kept.asked_ms, kept.told) == ("$1", sealed("$1"), NOW + MINUTE, True)
    assert told(Unread(HOUR, [kept]), NOW + HOUR) == []


async def test_what_is_undone_is_written_with_the_next(database: Database) -> None:
    messages = waiting("$1")
    with pytest.raises(RuntimeError):
        async with database.transaction() as tx:
            await messages.write(tx)
            raise RuntimeError
    assert messages.unsaved
    async with database.transaction() as tx:
        await messages.write(tx)
    assert len(await unread.kept(database)) == 1


def test_a_withheld_key_is_understood() -> None:
    content = {"room_id": "!office", "session_id": "s", "code": "m.unverified", "reason": "…"}
    assert withheld("m.room_key.withheld", content) == Withheld("!office", "s", "m.unverified")


@pytest.mark.parametrize(
    "content", [None, [], {}, {"room_id": "!a", "session_id": 1, "code": "x"}, {"code": "m.no_olm"}]
)
def test_what_withholds_no_key_in_particular_says_nothing(content: object) -> None:
    assert withheld("m.room_key.withheld", content) is None
