"""The asking skill at its desk: what is typed in a room and the whole of what comes back."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.ask import Ask, storage
from bot.association import storage as associations
from bot.clock import SystemClock
from bot.conversation import Edit, Effect, Message, Redaction, Revise, Room, Say, Withdraw
from bot.database import Database, outbox
from bot.desk import Desk, Manners
from tests.ask.tools import NAMES


@dataclass
class Office:
    """A room where people type. Every message of the bot is sent at once, as `$said-<n>`."""

    database: Database
    room: Room = field(default_factory=lambda: Room(id="!office"))
    count: int = 0

    async def happens(self, event: Message | Edit | Redaction) -> list[Effect]:
        # A new desk and skill each time, as after a restart: nothing may live in memory.
        desk = Desk(self.database, [Ask(lambda: NAMES)], SystemClock(), Manners())
        posted = await desk.receive([(event, self.room)])
        for row in posted:
            async with self.database.transaction() as tx:
                await outbox.note_sent(tx, row.transaction, f"$said-{self.count}", 0)
        return [row.effect for row in posted]

    async def says(self, text: str, **more: Any) -> list[Effect]:
        self.count += 1
        fields: dict[str, Any] = {
            "room": self.room.id,
            "event": f"${self.count}",
            "sender": "@ada:x",
            "age_ms": 0,
            "text": text,
        }
        return await self.happens(Message(**(fields | more)))

    async def edits(self, original: str, text: str, **more: Any) -> list[Effect]:
        self.count += 1
        fields: dict[str, Any] = {
            "room": self.room.id,
            "event": f"${self.count}",
            "sender": "@ada:x",
            "age_ms": 0,
            "text": text,
        }
        return await self.happens(Edit(**(fields | more), original=original))

    async def deletes(self, message: str) -> list[Effect]:
        self.count += 1
        return await self.happens(
            Redaction(room=self.room.id, event=f"${self.count}", sender="@ada:x", age_ms=0, redacts=message)
        )


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


def first_line(effects: list[Effect]) -> str:
    [effect] = effects
    assert isinstance(effect, Say | Revise)
    return effect.text.body.split("\n")[0].replace("\u00a0", " ").replace("\u202f", " ")


async def test_a_question_is_answered_as_a_reply_where_it_was_asked(office: Office) -> None:
    [said] = await office.says("par quoi remplacer zoom ?", thread="$root")
    assert isinstance(said, Say)
    assert (said.room, said.reply_to, said.thread, said.cause, said.notify) == ("!office", "$1", "$root", "$1", False)


async def test_chatter_and_old_questions_are_left_alone(office: Office) -> None:
    assert await office.says("on se voit sur zoom à 18 h") == []
    assert await office.says("par quoi remplacer zoom ?", age_ms=60 * 60 * 1000) == []


async def test_a_room_that_asked_for_silence_is_answered_when_it_calls(office: Office) -> None:
    async with office.database.transaction() as tx:
        await associations.set_listening(tx, "!office", False, 0)
    assert await office.says("par quoi remplacer zoom ?") == []
    assert first_line(await office.says("par quoi remplacer zoom ?", mentioned=True)).startswith("Zoom →")
    assert first_line(await office.says("!releve zoom")).startswith("Zoom →")


async def test_what_the_association_uses_comes_first(office: Office) -> None:
    async with office.database.transaction() as tx:
        await associations.add_tool(tx, "!office", associations.Tool("nextcloud", "Nextcloud", True), 0)
    assert "Nextcloud Forms, dans votre Nextcloud" in first_line(await office.says("une alternative à google forms ?"))


async def test_a_corrected_question_has_a_corrected_answer(office: Office) -> None:
    [said] = await office.says("par quoi remplacer zoom ?")
    revised = await office.edits("$1", "par quoi remplacer doodle ?")
    assert first_line(revised).startswith("Doodle → Framadate")
    assert isinstance(revised[0], Revise)
    assert isinstance(said, Say)
    assert (revised[0].target, revised[0].cause) == (said.transaction, "$2")


async def test_a_question_edited_away_takes_its_answer_along_and_may_come_back(office: Office) -> None:
    [said] = await office.says("par quoi remplacer zoom ?")
    [gone] = await office.edits("$1", "on se voit sur zoom")
    assert isinstance(gone, Withdraw)
    assert isinstance(said, Say)
    assert gone.target == said.transaction
    assert first_line(await office.edits("$1", "par quoi remplacer zoom ?")).startswith("Zoom →")


async def test_a_message_edited_into_a_question_is_answered_once(office: Office) -> None:
    assert await office.says("zoom") == []
    [said] = await office.edits("$1", "par quoi remplacer zoom ?")
    assert isinstance(said, Say)
    assert said.reply_to == "$1"
    [revised] = await office.edits("$1", "par quoi remplacer zoom ??")
    assert isinstance(revised, Revise)


async def test_a_called_question_stays_called_when_it_is_corrected(office: Office) -> None:
    await office.says("zoom", mentioned=True)
    assert first_line(await office.edits("$1", "doodle")).startswith("Doodle →")


async def test_a_deleted_question_takes_its_answer_along(office: Office) -> None:
    [said] = await office.says("par quoi remplacer zoom ?")
    [gone] = await office.deletes("$1")
    assert isinstance(gone, Withdraw)
    assert isinstance(said, Say)
    assert gone.target == said.transaction
    assert await office.deletes("$1") == []
    assert await office.deletes("$nothing") == []


async def test_a_reply_to_the_answer_goes_on_from_it(office: Office) -> None:
    await office.says("par quoi remplacer zoom ?")
    assert first_line(await office.says("détails 2", reply_to="$said-1")).startswith("BBB :")
    assert first_line(await office.says("et pour les formulaires ?", reply_to="$said-2")).startswith("Formulaires →")


async def test_in_the_thread_of_a_question_its_answer_is_gone_on_from(office: Office) -> None:
    await office.says("par quoi remplacer zoom ?")
    assert first_line(await office.says("c’est payant ?", thread="$1")) == "Côté prix :"
    assert await office.says("moi ça me va, on paie 2 fois rien", thread="$1") == []


async def test_a_number_answers_which_one(office: Office) -> None:
    await office.says("on veut quitter google")
    assert first_line(await office.says("2", reply_to="$said-1")).startswith("Gmail →")


async def test_a_corrected_follow_up_is_still_about_the_same(office: Office) -> None:
    await office.says("par quoi remplacer zoom ?")
    await office.says("détails 1", reply_to="$said-1")
    assert first_line(await office.edits("$2", "détails 2")).startswith("BBB :")


async def test_in_private_a_follow_up_needs_no_reply(database: Database) -> None:
    office = Office(database, Room(id="!private", direct=True))
    await office.says("par quoi remplacer zoom ?")
    assert first_line(await office.says("détails 2")).startswith("BBB :")
    assert first_line(await office.says("doodle")).startswith("Doodle →")


async def test_thanks_and_plans_in_a_reply_get_no_lecture(office: Office) -> None:
    await office.says("par quoi remplacer zoom ?")
    assert await office.says("merci !", reply_to="$said-1") == []
    assert await office.says("ok on en parle au CA de mardi", reply_to="$said-1") == []
    assert first_line(await office.says("tu sers à quoi ?", reply_to="$said-1")).startswith("Je connais surtout")


async def test_a_name_that_nobody_knows_is_noted_and_nothing_else(office: Office) -> None:
    await office.says("par quoi remplacer Zorglub Pro ?")
    await office.says("une alternative à zorglub pro ?")
    [noted] = await storage.unknown_names(office.database)
    assert (noted.name, noted.shown, noted.count) == ("zorglub pro", "zorglub pro", 2)
    columns = await office.database.fetch_all("SELECT name FROM pragma_table_info('ask_unknown')")
    assert [row["name"] for row in columns] == ["name", "shown", "count", "last_asked"]


async def test_no_message_text_is_kept(office: Office) -> None:
    await office.says("par quoi remplacer zoom ? notre code secret est 1234")
    rows = await office.database.fetch_all("SELECT * FROM ask_answer")
    assert "secret" not in " ".join(str(value) for row in rows for value in tuple(row))


async def test_what_is_old_is_forgotten(office: Office) -> None:
    await office.says("par quoi remplacer zoom ?")
    await office.says("par quoi remplacer Zorglub Pro ?")
    async with office.database.transaction() as tx:
        assert await storage.forget_before(tx, 0, 100) == 0
        assert await storage.forget_before(tx, SystemClock().now_ms() + 1, 100) == 3
        assert await storage.answer_to(tx, "$1") is None


@pytest.mark.parametrize(
    ("command", "line"),
    [
        ("!releve besoins", "9 besoins que je connais (1/1) :"),
        ("!releve alternatives visio", "Pour ce besoin : visio"),
        ("!releve alternatives video-call 9", "Pour ce besoin : visio"),
        (
            "!releve alternatives poney",
            "Pour quel besoin ? Par exemple !releve alternatives visio. La liste : !releve besoins",
        ),
        ("!releve fiche Framadate", "Framadate : des visios dans le navigateur."),
        ("!releve fiche poney", "La fiche de quoi ? Par exemple !releve fiche Framadate"),
        ("!releve hébergeurs visio", "Qui héberge : visio"),
        (
            "!releve hebergeurs courriel",
            "Pour ce besoin (courriel), je ne connais pas d’hébergeur qui accueille des associations.",
        ),
        ("!releve hosts poney", "Hosts for which need? For example !releve hosts video calls"),
    ],
)
async def test_commands(office: Office, command: str, line: str) -> None:
    assert first_line(await office.says(command)) == line
