"""A bot with one skill that repeats what it hears, on the real Matrix part: `python -m tests.matrix.echo CONFIG`."""

import asyncio
import logging
import os
import signal
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from bot.clock import SystemClock
from bot.config import Config, load
from bot.conversation import Edit, Effect, Incoming, Message, Redaction, Revise, Say, Text, Withdraw, transaction_id
from bot.database import Database, migrate
from bot.desk import Command, Desk, Manners, Scene
from bot.matrix import Matrix
from bot.shipped import folder


class Echo:
    """Repeats every message as a reply, follows edits and deletions."""

    name = "echo"
    commands: Sequence[Command] = ()

    def __init__(self) -> None:
        self.heard: list[Incoming] = []

    async def take(self, event: Incoming, scene: Scene) -> Sequence[Effect] | None:
        self.heard.append(event)
        match event:
            case Message() if scene.fresh:
                text = Text(body=event.text, html=event.text)
                return [Say(room=event.room, cause=event.event, text=text, reply_to=event.event, thread=event.thread)]
            case Edit():
                text = Text(body=event.text, html=event.text)
                target = transaction_id(event.original)
                return [Revise(room=event.room, cause=event.event, target=target, text=text)]
            case Redaction():
                return [Withdraw(room=event.room, cause=event.event, target=transaction_id(event.redacts))]
        return None


@asynccontextmanager
async def listening(config: Config, echo: Echo) -> AsyncIterator[Matrix]:
    """The echo bot in this process, ready, for as long as the block runs."""
    config.data.mkdir(parents=True, exist_ok=True)
    migrate(config.database, folder("migrations"))
    clock = SystemClock()
    async with await Database.open(config.database) as database, Matrix.connected(config, database, clock) as matrix:
        running = asyncio.create_task(matrix.run(Desk(database, [echo], clock, Manners())))
        ready = asyncio.create_task(matrix.ready.wait())
        await asyncio.wait((running, ready), return_when=asyncio.FIRST_COMPLETED)
        ready.cancel()
        if running.done():
            running.result()
        try:
            yield matrix
        finally:
            matrix.stop()
            await running


async def _run(path: Path) -> None:
    config = load(path, os.environ)
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    async with listening(config, Echo()):
        await stopping.wait()


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    asyncio.run(_run(Path(sys.argv[1])))
