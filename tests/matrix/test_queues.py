"""Who goes first."""

from hypothesis import given
from hypothesis import strategies as st

from bot.conversation import Effect, Lane, Revise, Say, Text
from bot.database.outbox import Posted
from bot.matrix.queues import Queues

TEXT = Text(body="…", html="…")


def say(number: int, room: str, lane: Lane = Lane.CONVERSATION) -> Posted:
    return posted(number, Say(room=room, cause=f"${number}", lane=lane, text=TEXT))


def nudge(number: int, room: str) -> Posted:
    return say(number, room, Lane.BROADCAST)


def posted(number: int, effect: Effect) -> Posted:
    return Posted(number, effect.transaction, effect)


def queues(*messages: Posted) -> Queues:
    made = Queues()
    made.add(messages)
    return made


def numbers(waiting: Queues, count: int) -> list[int | None]:
    """What leaves when nothing arrives yet."""
    taken = [waiting.take(broadcasts=True) for _ in range(count)]
    return [message.number if message else None for message in taken]


def test_rooms_go_at_the_same_time_and_a_room_one_by_one() -> None:
    assert numbers(queues(say(1, "!a"), say(2, "!a"), say(3, "!b")), 3) == [1, 3, None]


def test_the_next_of_a_room_goes_when_the_first_has_arrived() -> None:
    waiting = queues(first := say(1, "!a"), say(2, "!a"))
    waiting.take(broadcasts=True)
    waiting.done(first)
    assert numbers(waiting, 1) == [2]


def test_what_could_not_be_sent_is_still_first_in_its_room() -> None:
    waiting = queues(first := say(1, "!a"), say(2, "!a"))
    waiting.take(broadcasts=True)
    waiting.again(first)
    assert numbers(waiting, 1) == [None]
    waiting.free("!a")
    assert numbers(waiting, 1) == [1]


def test_an_answer_goes_before_all_broadcasts() -> None:
    assert numbers(queues(nudge(1, "!a"), nudge(2, "!b"), say(3, "!c")), 3) == [3, 1, 2]


def test_an_answer_goes_before_a_broadcast_in_its_own_room() -> None:
    assert numbers(queues(nudge(1, "!a"), say(2, "!a")), 1) == [2]


def test_broadcasts_can_be_held_back() -> None:
    assert queues(nudge(1, "!a")).take(broadcasts=False) is None


def test_a_change_of_a_broadcast_that_still_waits_sends_the_broadcast_first() -> None:
    late = nudge(2, "!a")
    change = posted(3, Revise(room="!a", cause="$3", target=late.transaction, text=TEXT))
    waiting = queues(nudge(1, "!a"), late, change)
    sent = []
    while message := waiting.take(broadcasts=True):
        sent.append(message.number)
        waiting.done(message)
    assert sent == [2, 3, 1]


MESSAGES = st.lists(st.tuples(st.sampled_from(["!a", "!b", "!c"]), st.sampled_from(Lane)), max_size=20)


@given(MESSAGES, st.data())
def test_whatever_happens_each_leaves_once_and_in_order(wanted: list[tuple[str, Lane]], data: st.DataObject) -> None:
    all_of_them = [say(number, room, lane) for number, (room, lane) in enumerate(wanted)]
    waiting = queues(*all_of_them)
    under_way: list[Posted] = []
    arrived: list[Posted] = []
    while len(arrived) < len(all_of_them):
        message = waiting.take(broadcasts=data.draw(st.booleans()) or not under_way)
        if message is not None:
            assert message.room not in {other.room for other in under_way}
            under_way.append(message)
        elif under_way:
            back = under_way.pop(data.draw(st.integers(0, len(under_way) - 1)))
            if data.draw(st.booleans()):
                waiting.again(back)
                waiting.free(back.room)
            else:
                arrived.append(back)
                waiting.done(back)
    assert len(waiting) == 0
    for room, lane in {(message.room, message.lane) for message in all_of_them}:
        line = [message.number for message in arrived if (message.room, message.lane) == (room, lane)]
        assert line == sorted(line)
