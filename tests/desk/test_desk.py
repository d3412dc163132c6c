"""The desk: who is spoken to, which skill takes an event, and what is left behind when one fails."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.clock import SystemClock
from bot.conversation import Edit, Effect, Incoming, Joined, Left, Message, Room, Say, Text
from bot.database import Database, Transaction, inbox, outbox
from bot.desk import Call, Command, Desk, Manners, Scene, Waking

OFFICE = Room(id="!office")
PRIVATE = Room(id="!private", direct=True)


class Parrot:
    """Says what it was told and how; fails on « boum »."""

    name = "parrot"

    def __init__(self) -> None:
        self.commands = (
            Command("shout", {"fr": ("crie",), "en": ("shout",)}, self._shout, bare=True),
            Command("both", {"fr": ("quiz",), "en": ("quiz",)}, self._shout),
            Command("rule", {"fr": ("règle",), "en": ("rule",)}, self._shout, needs_power=True),
            Command("set", {"fr": ("réglages",), "en": ("settings",)}, self._shout, needs_power=True, shows_alone=True),
        )

    async def take(self, event: Incoming, scene: Scene) -> Sequence[Effect] | None:
        if isinstance(event, Message | Edit):
            if event.text == "boum":
                await inbox.claim(scene.tx, "$trace", 1)
                raise RuntimeError
            how = f"{'addressed' if scene.addressed else 'overheard'}, {'fresh' if scene.fresh else 'old'}"
            return (say(event, f"{event.text} ({how})"),)
        if isinstance(event, Joined | Left):
            first = "first " if isinstance(event, Joined) and event.first else ""
            return (say(event, f"{first}{type(event).__name__}"),)
        return None

    async def _shout(self, call: Call, scene: Scene) -> Sequence[Effect]:
        return (say(call.message, f"{call.word.upper()} {call.arguments.upper()} {scene.language}"),)


def say(event: Incoming, words: str) -> Say:
    return Say(room=event.room, cause=event.event, text=Text(words, words))


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database, [Parrot()], SystemClock(), Manners())


def message(text: str, event: str = "$1", **more: object) -> Message:
    return replace(Message(room="!office", event=event, sender="@ada:x", age_ms=0, text=text), **more)  # type: ignore[arg-type]


async def said(desk: Desk, *events: Incoming, room: Room = OFFICE) -> list[str]:
    posted = await desk.receive([(event, room) for event in events])
    return [row.effect.text.body for row in posted if isinstance(row.effect, Say)]


async def test_a_plain_sentence_is_overheard(desk: Desk) -> None:
    assert await said(desk, message("bonjour")) == ["bonjour (overheard, fresh)"]


@pytest.mark.parametrize("text", ["!releve bonjour", "!Relève: bonjour", "!RELEVE\nbonjour", "!releve   bonjour"])
async def test_the_prefix_addresses_the_bot(desk: Desk, text: str) -> None:
    assert await said(desk, message(text)) == ["bonjour (addressed, fresh)"]


async def test_a_longer_word_is_not_the_prefix(desk: Desk) -> None:
    assert await said(desk, message("!relevement bonjour")) == ["!relevement bonjour (overheard, fresh)"]


async def test_a_mention_and_a_private_room_address_the_bot(desk: Desk) -> None:
    assert await said(desk, message("bonjour", mentioned=True)) == ["bonjour (addressed, fresh)"]
    assert await said(desk, message("bonjour", event="$2"), room=PRIVATE) == ["bonjour (addressed, fresh)"]


async def test_a_reply_to_the_bot_addresses_it_and_a_reply_to_others_does_not(desk: Desk, database: Database) -> None:
    [first] = await desk.receive([(message("bonjour"), OFFICE)])
    async with database.transaction() as tx:
        await outbox.note_sent(tx, first.transaction, "$answer", 1)
    assert await said(desk, message("merci", event="$2", reply_to="$answer")) == ["merci (addressed, fresh)"]
    assert await said(desk, message("merci", event="$3", reply_to="$1")) == ["merci (overheard, fresh)"]


async def test_an_old_message_is_known_to_be_old(desk: Desk) -> None:
    assert await said(desk, message("bonjour", age_ms=15 * 60 * 1000 + 1)) == ["bonjour (overheard, old)"]


async def test_a_command_needs_the_prefix_unless_it_stands_alone(desk: Desk) -> None:
    assert await said(desk, message("!releve crie plus fort")) == ["CRIE PLUS FORT fr"]
    assert await said(desk, message("Crie !", event="$2", mentioned=True)) == ["CRIE  fr"]
    assert await said(desk, message("crie plus fort", event="$3", mentioned=True)) == [
        "crie plus fort (addressed, fresh)"
    ]
    assert await said(desk, message("crie", event="$4")) == ["crie (overheard, fresh)"]


async def test_the_word_of_a_command_tells_the_language(desk: Desk) -> None:
    assert await said(desk, message("!releve shout")) == ["SHOUT  en"]
    assert await said(desk, message("!releve quiz", event="$2")) == ["QUIZ  fr"]


async def test_an_event_that_comes_twice_is_handled_once(desk: Desk) -> None:
    assert len(await said(desk, message("bonjour"), message("bonjour"))) == 1
    assert await said(desk, message("bonjour")) == []


async def test_a_failing_event_leaves_nothing_and_stops_nobody(desk: Desk, database: Database) -> None:
    assert await said(desk, message("boum"), message("bonjour", event="$2")) == ["bonjour (overheard, fresh)"]
    assert not await inbox.handled(database, "$trace")
    assert await inbox.handled(database, "$1")


async def test_the_token_moves_with_the_work_or_not_at_all(desk: Desk, database: Database) -> None:
    async def fail(tx: Transaction) -> None:
        await inbox.move_to(tx, "s2")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await desk.receive([(message("bonjour"), OFFICE)], fail)
    assert await inbox.sync_token(database) is None
    assert await outbox.waiting(database) == []


def joined(event: str, room: str = "!office") -> Joined:
    return Joined(room=room, event=event, sender="@ada:x", age_ms=0)


async def test_skills_hear_of_every_arrival_and_which_is_the_first(desk: Desk) -> None:
    left = Left(room="!office", event="$left", sender="@ada:x", age_ms=0)
    assert await said(desk, joined("$1"), left, joined("$2")) == ["first Joined", "Left", "Joined"]


async def test_nothing_is_said_in_a_space(desk: Desk) -> None:
    space = Room(id="!space", space=True)
    assert await said(desk, joined("$1", "!space"), message("bonjour", room="!space"), room=space) == []


async def test_all_that_is_kept_of_a_room_moves_to_the_one_that_replaces_it(database: Database) -> None:
    heard: list[tuple[str, str]] = []

    async def moving(tx: Transaction, old: str, new: str) -> None:
        heard.append((old, new))

    desk = Desk(database, [Parrot()], SystemClock(), Manners(), moving=[moving])
    await desk.receive([(joined("$1"), OFFICE), (message("bonjour", "$2"), OFFICE)])
    await desk.move("!office", "!new-office")
    assert heard == [("!office", "!new-office")]
    waiting = await outbox.waiting(database)
    assert [(row.room, row.effect.room) for row in waiting] == [("!new-office", "!new-office")] * 2


class Cuckoo:
    """Calls when it is woken; wants to be woken at 5."""

    def __init__(self) -> None:
        self.woken: list[bool] = []

    async def next_wake(self, database: Database) -> int | None:
        return None if self.woken else 5

    async def wake(self, waking: Waking) -> Sequence[Effect]:
        self.woken.append(waking.started)
        return (Say(room="!office", cause="hour", text=Text("coucou", "coucou")),)


async def test_a_timed_skill_is_woken_when_it_asks_and_says_it_once(database: Database) -> None:
    cuckoo = Cuckoo()
    desk = Desk(database, [], SystemClock(), Manners(), timed=[cuckoo])
    assert await desk.next_wake() == 5
    assert [posted.effect.cause for posted in await desk.wake(started=True)] == ["hour"]
    assert await desk.wake() == []
    assert await desk.next_wake() is None
    assert cuckoo.woken == [True, False]


class Homeserver:
    """Gives Ada 100, Bob 0, and no answer about anybody else."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.rooms: list[str] = []

    async def power(self, room: str, user: str) -> float | None:
        self.asked.append(user)
        self.rooms.append(room)
        return {"@ada:x": 100.0, "@bob:x": 0.0}.get(user)


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("@ada:x", ["RÈGLE TOUT fr"]),
        ("@bob:x", ["Je n’ai rien changé\u00a0: ce réglage revient aux personnes qui modèrent ce salon."]),
        (
            "@eve:x",
            ["Je n’ai rien changé\u00a0: le serveur ne m’a pas dit qui modère ce salon. Réessayez dans un instant."],
        ),
    ],
)
async def test_what_changes_things_for_all_takes_the_right_to(
    database: Database, who: str, expected: list[str]
) -> None:
    homeserver = Homeserver()
    desk = Desk(database, [Parrot()], SystemClock(), Manners(), rights=homeserver)
    assert await said(desk, message("!releve règle tout", sender=who)) == expected
    assert homeserver.asked == [who]


async def test_what_only_shows_takes_no_right_until_something_is_to_change(database: Database) -> None:
    desk = Desk(database, [Parrot()], SystemClock(), Manners(), rights=Homeserver())
    assert await said(desk, message("!releve réglages", sender="@bob:x")) == ["RÉGLAGES  fr"]
    assert await said(desk, message("!releve réglages tout", event="$2", sender="@bob:x")) == [
        "Je n’ai rien changé\u00a0: ce réglage revient aux personnes qui modèrent ce salon."
    ]


class Confirming(Parrot):
    """Has « oui » weighed."""

    async def weighs(self, event: Incoming, database: Database) -> bool | str:
        return isinstance(event, Message) and event.text == "oui"

    async def take(self, event: Incoming, scene: Scene) -> Sequence[Effect] | None:
        return (say(event, f"{scene.power} {scene.may_change}"),)


@pytest.mark.parametrize(("who", "expected"), [("@ada:x", "100.0 True"), ("@bob:x", "0.0 False")])
async def test_a_confirmation_is_weighed_by_the_right_of_who_gives_it(
    database: Database, who: str, expected: str
) -> None:
    skill = Confirming()
    desk = Desk(database, [skill], SystemClock(), Manners(), rights=Homeserver(), weighing=[skill])
    assert await said(desk, message("oui", sender=who)) == [expected]
    assert await said(desk, message("bonjour", event="$2", sender=who)) == ["None False"]


class ConfirmingElsewhere(Confirming):
    """Has « oui » weighed in the moderators' room, wherever it is said."""

    async def weighs(self, event: Incoming, database: Database) -> bool | str:
        return "!moderators" if isinstance(event, Message) and event.text == "oui" else False


async def test_a_right_may_be_that_in_another_room(database: Database) -> None:
    skill, homeserver = ConfirmingElsewhere(), Homeserver()
    desk = Desk(database, [skill], SystemClock(), Manners(), rights=homeserver, weighing=[skill])
    assert await said(desk, message("oui", sender="@ada:x")) == ["100.0 True"]
    assert homeserver.rooms == ["!moderators"]


async def test_the_language_that_a_room_has_chosen_is_spoken(database: Database) -> None:
    async def spoken_in(tx: Transaction, room: str) -> str | None:
        return "en" if room == "!office" else None

    desk = Desk(database, [Parrot()], SystemClock(), Manners(), spoken_in=spoken_in)
    assert await said(desk, message("!releve quiz")) == ["QUIZ  en"]
    assert await said(desk, message("!releve quiz", event="$2", room="!garden"), room=Room(id="!garden")) == [
        "QUIZ  fr"
    ]


async def test_rights_are_not_asked_for_what_takes_none(database: Database) -> None:
    homeserver = Homeserver()
    desk = Desk(database, [Parrot()], SystemClock(), Manners(), rights=homeserver)
    await said(desk, message("!releve crie"), message("bonjour", event="$2"))
    assert homeserver.asked == []


async def test_words_that_answer_a_message_are_heard_before_they_are_a_command(database: Database) -> None:
    skill = Confirming()
    desk = Desk(database, [Parrot(), skill], SystemClock(), Manners(), answering=[skill])
    assert await said(desk, message("crie", mentioned=True)) == ["None False"]
    assert await said(desk, message("!releve crie", event="$2")) == ["CRIE  fr"]
