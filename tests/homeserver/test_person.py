"""The small client with which everything else here is seen: what one person does, another sees."""

import asyncio

import pytest

from bot.demo.person import Person
from bot.demo.timeline import Event
from tests.homeserver.company import NewPerson


@pytest.fixture
async def other(new_person: NewPerson) -> Person:
    return await new_person()


@pytest.fixture
async def room(person: Person, other: Person) -> str:
    room = await person.create_room("Bureau", [other.user])
    await other.join(room)
    await person.arrival_of(other.user, room)
    return room


async def test_a_reply_is_seen_as_one(person: Person, other: Person, room: str) -> None:
    question = await person.say(room, "qui vient samedi ?")
    answer = await other.say(room, "moi", reply_to=question)

    seen = await person.reply_to(question)

    assert (seen.id, seen.sender, seen.body, seen.kind) == (answer, other.user, "moi", "m.text")
    assert person.replies_to(question) == [seen]


async def test_a_message_in_a_thread_is_seen_there(person: Person, other: Person, room: str) -> None:
    root = await person.say(room, "ordre du jour")
    message = await other.say(room, "point 1", thread=root)

    seen = await person.sees(lambda event: event.id == message)

    assert (seen.thread, seen.reply_to) == (root, root)


async def test_who_is_named_is_mentioned(person: Person, other: Person, room: str) -> None:
    message = await other.say(room, "un avis ?", mention=person.user)

    seen = await person.sees(lambda event: event.id == message)

    assert seen.content["m.mentions"] == {"user_ids": [person.user]}


async def test_an_edit_a_reaction_and_a_deletion_are_seen(person: Person, other: Person, room: str) -> None:
    message = await other.say(room, "samdi")
    await other.edit(room, message, "samedi")
    edited = await person.edit_of(message)
    reaction = await person.react(room, message, "🚀")
    reacted = await other.sees(lambda event: event.id == reaction)
    await other.redact(room, message)
    deleted = await person.redaction_of(message)

    assert (edited.body, edited.is_message) == ("samedi", False)
    assert (reacted.reacts_to, reacted.key) == (message, "🚀")
    assert deleted.sender == other.user


async def test_more_messages_at_once_than_a_timeline_holds_are_all_seen_once(
    person: Person, other: Person, room: str
) -> None:
    sent = await asyncio.gather(*(person.say(room, f"message {number}") for number in range(130)))
    waited_for = set(sent)

    def was_the_last(event: Event) -> bool:
        waited_for.discard(event.id)
        return not waited_for

    await other.sees(was_the_last)

    seen = [event.id for event in other.events if event.id in set(sent)]
    in_the_room = [event.id for event in await other.timeline(room) if event.id in set(sent)]
    assert seen == in_the_room
    assert sorted(seen) == sorted(sent)


async def test_what_does_not_come_is_not_waited_for_longer_than_asked(person: Person, other: Person, room: str) -> None:
    question = await person.say(room, "il y a quelqu’un ?")

    with pytest.raises(TimeoutError):
        await person.reply_to(question, timeout=0.05)
