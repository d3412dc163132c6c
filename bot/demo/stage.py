"""Sets the demo up: homeserver, accounts, bot, room; then a chat, or a script; then nothing is left of it."""

import asyncio
import datetime
import secrets
import signal
from contextlib import AsyncExitStack
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.association.settings import DAYS, Defaults
from bot.clock import SystemClock
from bot.conversation import Language
from bot.demo import script
from bot.demo.chat import chat
from bot.demo.gestures import Hands
from bot.demo.homeserver import Homeserver, SynapseMissing
from bot.demo.moved_clock import pass_a_week
from bot.demo.person import Person
from bot.demo.play import Played, play
from bot.demo.process import NotStarted
from bot.demo.running_bot import RunningBot
from bot.demo.terminal import Terminal

_SHIPPED_SCRIPT = Path(__file__).parent / "conversation.txt"
_BOT, _PERSON, _VISITOR = "releve", "camille", "dominique"
_WELL, _UNWELL, _INTERRUPTED = 0, 1, 130


async def run(script_file: Path | None, language: Language) -> int:
    """The whole demo; returns the exit status (see `bot.demo.demo`). Raises Mistaken for a script."""
    terminal = Terminal(language)
    scripted = script_file is not None or not terminal.interactive
    lines = script.read(script_file or _SHIPPED_SCRIPT) if scripted else ()
    _cancel_on_signals()
    try:
        async with AsyncExitStack() as stack:
            # The shipped conversation takes place in a French room, whatever the terminal speaks.
            room_language = "fr" if scripted and script_file is None else language
            stage = await Stage.set_up(stack, terminal, room_language)
            return await stage.play(lines) if scripted else await stage.chat()
    except asyncio.CancelledError:
        return _INTERRUPTED if scripted else _WELL
    except SynapseMissing:
        terminal.complain("no-synapse")
    except NotStarted as failed:
        terminal.complain("not-started", name=failed.name, reason=failed.reason, tail=failed.tail)
    except TimeoutError:
        terminal.complain("no-greeting")
    return _UNWELL


class Stage:
    """A homeserver with the bot and a person in a room."""

    def __init__(
        self, terminal: Terminal, homeserver: Homeserver, bot: RunningBot, person: Person, clock: Path
    ) -> None:
        self._terminal = terminal
        self._homeserver = homeserver
        self._bot = bot
        self._person = person
        self._clock = clock
        self._visitor_password = secrets.token_urlsafe(6)
        self._room = ""
        self._names = {
            bot.user: terminal.sentence("bot"),
            f"@{_VISITOR}:{homeserver.server_name}": _VISITOR.capitalize(),
        }

    @classmethod
    async def set_up(cls, stack: AsyncExitStack, terminal: Terminal, room_language: Language) -> "Stage":
        """Start all of it, telling so, with a room that speaks `room_language`; `stack` takes it down.

        Raises NotStarted, SynapseMissing or TimeoutError.
        """
        terminal.tell("title")
        with terminal.step("step.homeserver"):
            homeserver = await stack.enter_async_context(Homeserver.running())
        with terminal.step("step.accounts"):
            passwords = {name: secrets.token_urlsafe(12) for name in (_BOT, _PERSON)}
            for name, password in passwords.items():
                await homeserver.register(name, password)
            person = await stack.enter_async_context(Person.at(homeserver.url, _PERSON, passwords[_PERSON]))
        with terminal.step("step.bot"):
            clock = homeserver.folder / "clock"
            bot = RunningBot(homeserver, homeserver.folder / "bot", _BOT, passwords[_BOT], clock)
            bot.configure(rooms={"language": room_language, "nudge_slot": _slot_within_a_week()})
            stack.push_async_callback(bot.stop)
            await bot.start()
        stage = cls(terminal, homeserver, bot, person, clock)
        with terminal.step("step.room"):
            greeting = await stage._open_room()
        terminal.tell("began", room=terminal.sentence("room"))
        terminal.say(stage._names[bot.user], greeting)
        return stage

    async def chat(self) -> int:
        """Let the person at the terminal talk; returns the exit status."""
        self._terminal.tell(
            "invitation", address=self._homeserver.url, account=_VISITOR, password=self._visitor_password
        )
        self._terminal.tell("help")
        await chat(self._terminal, self._hands, self._names)
        self._terminal.tell("bye")
        return _WELL

    async def play(self, lines: tuple[script.Line, ...]) -> int:
        """Play a script and print it; returns the exit status."""
        unwell = 0
        async for played in play(self._person, self._room, self._bot.user, lines, hands=self._hands):
            self._show(played)
            unwell += not played.well
        if unwell:
            self._terminal.complain("unwell", count=unwell, of=len(lines))
            return _UNWELL
        self._terminal.tell("well", count=len(lines))
        return _WELL

    @property
    def _hands(self) -> Hands:
        return Hands(self._person, self._room, self._bot.user, self._pass_a_week)

    def _pass_a_week(self) -> None:
        self._terminal.tell("week")
        pass_a_week(self._clock)

    async def _open_room(self) -> str:
        """Make the room, with everybody in it; returns the bot's greeting."""
        visitor = await self._homeserver.register(_VISITOR, self._visitor_password)
        name = self._terminal.sentence("room")
        self._room = await self._person.create_room(name, [visitor, self._bot.user])
        async with Person.at(self._homeserver.url, _VISITOR, self._visitor_password) as person:
            await person.join(self._room)
        greeting = await self._person.sees(
            lambda event: event.room == self._room and event.sender == self._bot.user and event.is_message
        )
        return greeting.body

    def _show(self, played: Played) -> None:
        self._terminal.say(_PERSON.capitalize(), played.line.text)
        for answer in played.answers:
            self._terminal.say(self._names.get(answer.sender, answer.sender), answer.body)
        if not played.answers:
            self._terminal.tell("silence")
        if played.well:
            return
        if played.line.silent:
            wrong = self._terminal.sentence("wrong.spoke")
        elif not played.answers:
            wrong = self._terminal.sentence("wrong.silent")
        elif played.lacking:
            wrong = self._terminal.sentence("wrong.lacking", texts=" · ".join(played.lacking))
        else:
            wrong = self._terminal.sentence("wrong.twice")
        self._terminal.complain("wrong", line=played.line.number, reason=wrong)


def _slot_within_a_week() -> str:
    """A weekly slot that the next week is sure to bring: the first step comes a day after a plan at the earliest."""
    day = SystemClock().now().astimezone(ZoneInfo(Defaults().time_zone)) + datetime.timedelta(days=2)
    return f"{DAYS[day.weekday()]} 12:00"


def _cancel_on_signals() -> None:
    """Let Ctrl-C, a closed terminal and SIGTERM end the demo as its own end would."""
    task = asyncio.current_task()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if task is not None:
            loop.add_signal_handler(number, task.cancel)
