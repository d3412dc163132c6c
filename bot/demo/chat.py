"""A person at the terminal talks in the room: what they type is said, what others say is shown."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.demo.gestures import Hands
from bot.demo.person import Person
from bot.demo.terminal import Terminal
from bot.demo.timeline import REDACTION, Event


async def chat(terminal: Terminal, hands: Hands, names: dict[str, str]) -> None:
    """Chat until `/quit` or the end of input. `names` are what to call the other members, by user id."""
    person, room = hands.person, hands.room
    own: list[str] = []
    showing = asyncio.create_task(_show_all(terminal, person, room, names))
    try:
        async with _typed_lines() as lines:
            terminal.prompt()
            while (line := await lines.get()) is not None:
                terminal.line_was_typed()
                if line in ("/quit", "/q"):
                    break
                if line:
                    await _obey(terminal, hands, own, line)
                terminal.prompt()
    finally:
        showing.cancel()
        await asyncio.gather(showing, return_exceptions=True)


async def _obey(terminal: Terminal, hands: Hands, own: list[str], line: str) -> None:
    """Carry out one line; `own` are the messages that were said here."""
    person, room = hands.person, hands.room
    word, _, rest = line.partition(" ")
    if not line.startswith("/"):
        own.append(await person.say(room, line))
    elif word == "/edit" and rest.strip() and own:
        await person.edit(room, own[-1], rest.strip())
    elif word == "/delete" and own:
        await person.redact(room, own.pop())
    elif await hands.do(line) is None:
        terminal.tell("help")


async def _show_all(terminal: Terminal, person: Person, room: str, names: dict[str, str]) -> None:
    """Show what the others do in the room, as it comes."""
    seen = len(person.events)
    while True:
        for event in await person.news(seen):
            seen += 1
            if event.room == room and event.sender != person.user:
                own = frozenset(each.id for each in person.events if each.sender == event.sender)
                _show(terminal, event, names.get(event.sender, event.sender), own)


def _show(terminal: Terminal, event: Event, name: str, own: frozenset[str]) -> None:
    """Show one event; `own` are the sender's own messages, below which reactions are buttons for others."""
    if event.is_message:
        terminal.say(name, event.body)
    elif event.replaces:
        terminal.say(name, event.body, mark="✎")
    elif event.type == REDACTION:
        terminal.say(name, terminal.sentence("withdrawn"), mark="✗")
    elif event.reacts_to and event.reacts_to not in own:
        terminal.say(name, event.key)


@asynccontextmanager
async def _typed_lines() -> AsyncIterator["asyncio.Queue[str | None]"]:
    """Lines as they are typed, without spaces around them; None when there is no more."""
    lines: asyncio.Queue[str | None] = asyncio.Queue()
    unfinished = b""
    loop = asyncio.get_running_loop()

    def read() -> None:
        nonlocal unfinished
        typed = os.read(sys.stdin.fileno(), 65_536)
        *finished, unfinished = (unfinished + typed).split(b"\n")
        for line in finished:
            lines.put_nowait(line.decode("utf-8", "replace").strip())
        if not typed:
            lines.put_nowait(None)
            loop.remove_reader(sys.stdin.fileno())

    loop.add_reader(sys.stdin.fileno(), read)
    try:
        yield lines
    finally:
        loop.remove_reader(sys.stdin.fileno())
