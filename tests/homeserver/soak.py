"""`python -m tests.homeserver.soak`: the real bot, killed again and again under a steady load of real people.

Several people ask, edit and vote in several rooms of a real Synapse while the bot is ended by SIGKILL at
random moments, starting included, and started again. Then it is counted: each question has one answer, in
order within its room, each edit changed it, each vote is in the result, nothing waits, the database is whole.
"""

import argparse
import asyncio
import contextlib
import random
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from bot.demo.running_bot import RunningBot
from bot.demo.timeline import Event
from tests.homeserver.company import PASSWORD
from tests.homeserver.voters import POLL, RESPONSE

TOOLS = ("Google Drive", "Zoom", "Doodle", "Slack", "Dropbox", "WhatsApp", "Trello", "Google Forms")
_LONGEST_LIFE_S = 3.0
_BETWEEN_S = 1.0
"""How long a person is silent between two things that they do, on average."""
_SETTLED_S = 120
_END = "org.matrix.msc3381.poll.end"


@dataclass
class Load:
    """What people did: the questions of each room, what each was changed into, and the last vote of each voter."""

    questions: dict[str, dict[str, str]] = field(default_factory=dict)
    edits: dict[str, str] = field(default_factory=dict)
    votes: dict[str, str] = field(default_factory=dict)
    voted: int = 0

    @property
    def asked(self) -> int:
        return sum(len(questions) for questions in self.questions.values())


@dataclass
class Findings:
    """What was counted in the end; `wrong` is empty when every promise was kept."""

    kills: int
    load: Load
    wrong: list[str] = field(default_factory=list)


class Soak:
    """People, rooms and a bot on `homeserver`; `chance` decides everything that is left to chance."""

    def __init__(self, people: list[Person], rooms: list[str], bot: RunningBot, chance: random.Random) -> None:
        self.people = people
        self.rooms = rooms
        self.bot = bot
        self.load = Load({room: {} for room in rooms})
        self._chance = chance
        self._poll: Event | None = None

    async def run(self, kills: int, tell: Callable[[str], None]) -> Findings:
        """Kill the bot so many times under load, then count."""
        await self._open_poll()
        async with asyncio.TaskGroup() as group:
            busy = [group.create_task(self._live(person)) for person in self.people]
            try:
                for number in range(1, kills + 1):
                    life_s = self._chance.uniform(0.02, _LONGEST_LIFE_S)
                    await asyncio.sleep(life_s)
                    self.bot.kill()
                    tell(f"kill {number} of {kills}, {life_s:.2f} s after the start; {self.load.asked} questions")
                    self.bot.launch()
            finally:
                for task in busy:
                    task.cancel()
        findings = Findings(kills, self.load)
        await self._settle(findings)
        await self.bot.stop()
        for room in self.rooms:
            findings.wrong += self._wrong_in(room, await self.people[0].timeline(room))
        if (found := self._query("PRAGMA integrity_check")) != [("ok",)]:
            findings.wrong.append(f"integrity check: {found}")
        return findings

    # ── what people do ───────────────────────────────────────────────────────────────────────────

    async def _open_poll(self) -> None:
        room, somebody = self.rooms[0], self.people[0]
        await somebody.say(room, "!releve quiz")
        self._poll = await somebody.sees(lambda event: event.type == POLL and event.room == room)

    async def _live(self, person: Person) -> None:
        while True:
            await asyncio.sleep(self._chance.expovariate(1 / _BETWEEN_S))
            if self._chance.random() < 0.2:
                await self._vote(person)
            else:
                await self._ask(person, self._chance.choice(self.rooms))

    async def _ask(self, person: Person, room: str) -> None:
        tool, other = self._chance.sample(TOOLS, 2)
        # Shielded: what the homeserver has taken must be in the books, also when the load ends just now.
        question = await asyncio.shield(self._say(person, room, tool))
        if self._chance.random() < 0.3:
            await asyncio.sleep(self._chance.uniform(0, 2))
            await asyncio.shield(self._edit(person, room, question, other))

    async def _say(self, person: Person, room: str, tool: str) -> str:
        question = await person.say(room, f"par quoi remplacer {tool} ?")
        self.load.questions[room][question] = tool
        return question

    async def _edit(self, person: Person, room: str, question: str, tool: str) -> None:
        await person.edit(room, question, f"par quoi remplacer {tool} ?")
        self.load.edits[question] = tool

    async def _vote(self, person: Person) -> None:
        await asyncio.shield(self._respond(person, self._chance.choice(list(self._answers()))))

    async def _respond(self, person: Person, answer: str) -> None:
        assert self._poll is not None
        relation = {"rel_type": "m.reference", "event_id": self._poll.id}
        await person.send(self.rooms[0], RESPONSE, {RESPONSE: {"answers": [answer]}, "m.relates_to": relation})
        self.load.votes[person.user] = answer
        self.load.voted += 1

    def _answers(self) -> dict[str, str]:
        """The answers of the poll: their texts by their ids."""
        assert self._poll is not None
        answers = self._poll.content[POLL]["answers"]
        return {answer["id"]: answer["org.matrix.msc1767.text"] for answer in answers}

    # ── counting ─────────────────────────────────────────────────────────────────────────────────

    async def _settle(self, findings: Findings) -> None:
        """Wait until the bot has said all that it has to say, the result of the poll included."""
        somebody = self.people[0]
        try:
            async with asyncio.timeout(_SETTLED_S):
                for question in [one for room in self.rooms for one in self.load.questions[room]]:
                    answer = await somebody.reply_to(question, _SETTLED_S)
                    if question in self.load.edits:
                        await somebody.edit_of(answer.id, _SETTLED_S)
                await somebody.say(self.rooms[0], "!releve suivant")
                end = await somebody.sees(lambda event: event.type == _END, _SETTLED_S)
                while self._query("SELECT count(*) FROM outbox WHERE payload IS NOT NULL") != [(0,)]:  # noqa: ASYNC110
                    await asyncio.sleep(0.1)
        except TimeoutError:
            findings.wrong.append(f"after {_SETTLED_S} s something is not answered, or still waits")
            return
        counted = str(end.content["org.matrix.msc1767.text"]).removeprefix("Sondage clos. ")
        voted = Counter(self.load.votes.values())
        expected = " · ".join(f"{text} : {voted[answer]}" for answer, text in self._answers().items() if voted[answer])
        if counted.replace("\u202f", " ").replace("\xa0", " ") != expected:
            findings.wrong.append(f"the votes are {expected!r}, the poll ended with {counted!r}")

    def _wrong_in(self, room: str, timeline: list[Event]) -> list[str]:
        questions = self.load.questions[room]
        asked = [event.id for event in timeline if event.id in questions]
        answers = [event for event in timeline if event.is_message and event.sender == self.bot.user and event.reply_to]
        counted = Counter(answer.reply_to for answer in answers)
        wrong = [f"{counted[question]} answers to {question}" for question in asked if counted[question] != 1]
        wrong += [f"an answer to {other}, which is no question" for other in set(counted) - set(asked)]
        if not wrong and [answer.reply_to for answer in answers] != asked:
            wrong.append(f"the answers in {room} are not in the order of the questions")
        edits = {
            answer.id: [event for event in timeline if event.replaces == answer.id and event.sender == self.bot.user]
            for answer in answers
        }
        for answer in answers:
            wrong += self._wrong_answer(answer, edits[answer.id])
        return wrong

    def _wrong_answer(self, answer: Event, edits: list[Event]) -> list[str]:
        question = str(answer.reply_to)
        wanted = self.load.edits.get(question) or next(
            (asked[question] for asked in self.load.questions.values() if question in asked), ""
        )
        wrong = []
        if len(edits) != (question in self.load.edits):
            wrong.append(f"the answer to {question} was edited {len(edits)} times")
        shown = (edits or [answer])[-1].body.replace("\xa0", " ")
        if wanted not in shown:
            wrong.append(f"the answer to {question} is not about {wanted}: {shown[:60]!r}")
        return wrong

    def _query(self, sql: str) -> list[tuple[object, ...]]:
        with contextlib.closing(sqlite3.connect(self.bot.data / "releve.sqlite3")) as connection:
            return connection.execute(sql).fetchall()


@asynccontextmanager
async def company(
    homeserver: Homeserver, folder: Path, chance: random.Random, *, people: int, rooms: int, prefix: str = "soak"
) -> AsyncIterator[Soak]:
    """`people` in `rooms` rooms with a bot that has greeted them all."""
    async with AsyncExitStack() as stack:
        names = [f"{prefix}{number}" for number in range(people)]
        for name in (f"{prefix}-bot", *names):
            await homeserver.register(name, PASSWORD)
        bot = RunningBot(homeserver, folder, f"{prefix}-bot", PASSWORD)
        # A long soak is a flood, and every question counts.
        bot.configure(rooms={"flood_burst": None})
        stack.push_async_callback(bot.stop)
        await bot.start()
        all_of_them = [await stack.enter_async_context(Person.at(homeserver.url, name, PASSWORD)) for name in names]
        first, *others = all_of_them
        places = []
        for number in range(rooms):
            room = await first.create_room(f"Bureau {number}", [bot.user, *(person.user for person in others)])
            for person in others:
                await person.join(room)
            await first.arrival_of(bot.user, room)
            places.append(room)
        yield Soak(all_of_them, places, bot, chance)


async def _main(options: argparse.Namespace) -> int:
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(1_000_000)
    print(f"seed {seed} (--seed {seed} plays the same chances again)", flush=True)
    started = time.monotonic()

    def tell(text: str) -> None:
        print(f"{time.monotonic() - started:6.0f} s  {text}", flush=True)

    with tempfile.TemporaryDirectory(prefix="releve-soak-") as folder:
        async with (
            Homeserver.running() as homeserver,
            company(homeserver, Path(folder), random.Random(seed), people=options.people, rooms=options.rooms) as soak,
        ):
            findings = await soak.run(options.kills, tell)
    load = findings.load
    tell(f"{findings.kills} kills, {load.asked} questions, {len(load.edits)} edits, {load.voted} votes")
    for wrong in findings.wrong:
        print(f"WRONG: {wrong}", flush=True)
    print("every promise was kept" if not findings.wrong else f"{len(findings.wrong)} things are wrong", flush=True)
    return 1 if findings.wrong else 0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.homeserver.soak", description="Kill the bot under load.")
    parser.add_argument("--kills", type=int, default=200, help="how many times (200)")
    parser.add_argument("--people", type=int, default=4)
    parser.add_argument("--rooms", type=int, default=4)
    parser.add_argument("--seed", type=int, help="the chances of an earlier run")
    return asyncio.run(_main(parser.parse_args()))


if __name__ == "__main__":
    sys.exit(main())
