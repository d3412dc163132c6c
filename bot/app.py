"""The composition root: builds the parts of the running bot, owns its tasks, and stops them cleanly."""

import asyncio
import contextlib
import gc
import logging
import os
import signal
import threading
from collections.abc import AsyncIterator, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta

from bot.ask import Ask
from bot.ask import storage as ask_storage
from bot.association import Association
from bot.association import storage as association_storage
from bot.association.migration import Migrations
from bot.association.migration import storage as migration_storage
from bot.association.settings import Defaults, Slot
from bot.backup import finish_restoring
from bot.catalog import load
from bot.clock import Clock, SystemClock
from bot.config import Config
from bot.data_folder import alone
from bot.database import Database, Transaction, migrate, usable
from bot.database.outbox import Posted
from bot.desk import Desk, Manners, Rights, Skill
from bot.flood import Limits
from bot.health import Health, listening
from bot.help import Guide, Help
from bot.matrix import Matrix
from bot.matrix.boundary import boundary
from bot.moderation import Moderation
from bot.moderation import storage as moderation_storage
from bot.moderation.impact import Uses
from bot.moderation.opening import opened
from bot.moderation.shelf import Shelf
from bot.nudge import Nudges
from bot.nudge import storage as nudge_storage
from bot.quiz import Quiz
from bot.shipped import folder
from bot.tidying import tidy

log = logging.getLogger(__name__)

# What becomes of what a skill keeps, when one association becomes part of another.
_MERGING = (migration_storage.move_all, nudge_storage.move_all)
_TIDY_EVERY = timedelta(hours=6)
# The wall clock may be set while the bot sleeps; it looks again after this.
_LONGEST_SLEEP_S = 60
# Of all that happens within this time, one look at what is due next is enough.
_LAG_S = 0.5
# A resolver or a disk that hangs may hold a thread: then the process ends without it. What counts is on the disk.
_STOP_WITHIN_S = 4.7


async def run(config: Config, clock: Clock | None = None, look_every_s: float = _LONGEST_SLEEP_S) -> None:
    """Run the bot of `config` until SIGTERM or SIGINT; returns when all is written and closed.

    `clock` is the machine's unless another is given, which is looked at every `look_every_s` seconds.
    Raises `data_folder.AlreadyRunning`, `yaml_file.Mistaken` (catalogue), `database.DatabaseTooNew`,
    `database.MigrationFailed`, `database.DatabaseUnusable`, or `matrix.Refused` (wrong password, token revoked).
    """
    clock = clock or SystemClock()
    with alone(config.data), usable(config.database):
        finish_restoring(config.data)
        for name in migrate(config.database, folder("migrations")):
            log.info("event=migrated file=%s", name)
        catalogue = load(config.catalog or folder("catalog"))
        # What was loaded stays: the garbage collector need not look at it again (60 ms each time, measured). The
        # homeserver may be waited for, which is no time to go without.
        gc.freeze()
        gc.enable()
        log.info("event=catalogue products=%d alternatives=%d", len(catalogue.products), len(catalogue.alternatives))
        async with (
            await Database.open(config.database) as database,
            _listening(config, database, clock) as health,
            Matrix.connected(config, database, clock) as matrix,
            _beside(_tidy_for_ever(database, clock)),
        ):
            _stop_on_signals(matrix)
            health.heard_at = lambda: matrix.heard_at
            shelf = await opened(database, catalogue, clock.now().date())
            gc.freeze()
            desk = desk_for(config, database, shelf, clock, matrix)
            async with _beside(_wake_for_ever(desk, matrix, clock, look_every_s)):
                await matrix.run(desk)
    log.info("event=stopped")


def desk_for(config: Config, database: Database, shelf: Shelf, clock: Clock, rights: Rights | None = None) -> Desk:
    """The desk with every skill of the program, on the catalogue that `shelf` holds. A new skill is one line here."""
    names = shelf.names
    skills: list[Skill] = []

    defaults = _defaults(config)
    migrations = Migrations(names, defaults.time_zone)
    nudges = Nudges(names, clock, defaults)
    association = Association(names, defaults, migrations.moves, merging=_MERGING)
    # Answers to a quiz come before answers about tools: « 2 » in reply to a question is a vote.
    quiz = Quiz(names, polls=config.rooms.polls, time_zone=config.rooms.time_zone, moves=migrations.moves)
    # Commands of moderators come before questions: « ajouter » in their room is no request for a tool.
    moderation = Moderation(
        shelf, config.moderation, config.rooms.language, config.rooms.time_zone, _count_uses, ask_storage
    )
    ask = Ask(names, moderation_storage.note_asked)
    guide = Guide(lambda: skills, names)
    skills += [Help(lambda: skills), moderation, association, migrations, nudges, quiz, guide, ask]
    manners = Manners(
        prefixes=config.rooms.prefixes,
        answer_within_ms=config.rooms.answer_within_minutes * 60_000,
        language=config.rooms.language,
        power=config.rooms.power_to_change,
        flood=_flood_limits(config),
    )
    return Desk(
        database,
        skills,
        clock,
        manners,
        timed=[quiz, nudges, moderation],
        rights=rights,
        weighing=[moderation, association, nudges],
        spoken_in=association_storage.language,
        moving=[association_storage.moved],
        answering=[nudges, migrations],
    )


async def _count_uses(tx: Transaction, entries: Sequence[str]) -> Mapping[str, Uses]:
    """Whom a change of these entries touches."""
    using = await association_storage.count_using(tx, entries)
    moving = await migration_storage.count_moving_to(tx, entries)
    return {entry: Uses(using.get(entry, 0), moving.get(entry, 0)) for entry in entries}


def _flood_limits(config: Config) -> Limits | None:
    burst = config.rooms.flood_burst
    return Limits(burst, config.rooms.flood_per_minute) if burst is not None else None


def _defaults(config: Config) -> Defaults:
    rooms = config.rooms
    return Defaults(language=rooms.language, time_zone=rooms.time_zone, slot=Slot.stored(rooms.nudge_slot))


def _stop_on_signals(matrix: Matrix) -> None:
    def stop() -> None:
        log.info("event=stopping")
        matrix.stop()
        at_the_latest = threading.Timer(_STOP_WITHIN_S, os._exit, (0,))
        at_the_latest.daemon = True
        at_the_latest.start()

    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop)


@asynccontextmanager
async def _listening(config: Config, database: Database, clock: Clock) -> AsyncIterator[Health]:
    """What is asked about this bot, answered from before the homeserver is reached until after it was left."""
    health = Health(database, clock)
    async with listening(config.listen, health):
        yield health


@asynccontextmanager
async def _beside(work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    """Do `work` while the block runs; end it with the block."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _wake_for_ever(desk: Desk, matrix: Matrix, clock: Clock, look_every_s: float) -> None:
    """Wake the timed skills: all of them at the start, then each when it asks for it."""
    await matrix.ready.wait()
    started = True
    while True:
        try:
            if started:
                _deliver(await desk.wake(started=True), matrix)
                started = False
            desk.stirred.clear()
            due_ms = await desk.next_wake()
            wait_s = None if due_ms is None else min(max(0, due_ms - clock.now_ms()) / 1000, look_every_s)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(_stirred(desk), wait_s)
            if due_ms is not None and clock.now_ms() >= due_ms:
                _deliver(await desk.wake(), matrix)
        except Exception:
            # A locked or full database: what is due stays due.
            log.exception("event=not-woken")
            await asyncio.sleep(_LONGEST_SLEEP_S)


async def _stirred(desk: Desk) -> None:
    await desk.stirred.wait()
    await asyncio.sleep(_LAG_S)


def _deliver(posted: Sequence[Posted], matrix: Matrix) -> None:
    if posted:
        boundary("committed")
        matrix.deliver(posted)


async def _tidy_for_ever(database: Database, clock: Clock) -> None:
    while True:
        await asyncio.sleep(_TIDY_EVERY.total_seconds())
        try:
            await tidy(database, clock.now_ms())
        except Exception:
            # A locked or full database: the next round tidies.
            log.exception("event=not-tidied")
