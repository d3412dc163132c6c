"""What each command does; `cli.py` reads the arguments. Each returns the exit status, see `exits.py`.

What a command needs is imported in it: only `run` pays for the Matrix library.
"""

import argparse
import asyncio
import gc
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.catalog import Catalogue, load
from bot.catalog.load import load_what_can_be
from bot.clock import SystemClock
from bot.exits import MISTAKEN, OK, REFUSED, WARNED
from bot.shipped import folder
from bot.wording import Voice
from bot.yaml_file import Mistake, Mistaken


def run(options: argparse.Namespace, speak: Voice) -> int:
    """Run the bot until it is stopped."""
    # What is loaded from here on stays: to look for garbage in it again and again is a fifth of the start (measured).
    gc.disable()
    from bot import app, config, logs

    configuration = config.load(options.config, os.environ)
    logs.set_up(configuration.log_level, options.log_format or configuration.log_format)
    asyncio.run(app.run(configuration))
    return OK


def doctor(options: argparse.Namespace, speak: Voice) -> int:
    """Say how everything is, and what to do."""
    from bot import config, doctor

    diagnoses = asyncio.run(doctor.examined(config.load(options.config, os.environ), SystemClock()))
    print(doctor.table(diagnoses, speak))
    return doctor.status(diagnoses)


def identity(options: argparse.Namespace, speak: Voice) -> int:
    """Show the bot's cross-signing identity, or replace it."""
    from bot import config
    from bot.matrix import own_identity

    configuration = config.load(options.config, os.environ)
    if not options.replace:
        key = own_identity.shown(configuration)
        print(speak.word("cli.identity.none") if key is None else speak.word("cli.identity.shown", key=key))
        return OK
    replaced = asyncio.run(own_identity.replaced(configuration))
    if replaced is None:
        print(f"releve: {speak.word('cli.identity.not-replaced')}", file=sys.stderr)
        return REFUSED
    print(speak.word("cli.identity.replaced", key=replaced.key, file=str(replaced.before)))
    return OK


def backup(options: argparse.Namespace, speak: Voice) -> int:
    """Copy the data folder into one file, also while the bot runs."""
    from bot import backup, config

    size = backup.back_up(config.load(options.config, os.environ).data, options.file)
    print(speak.word("cli.backup.done", file=str(options.file), size=-(-size // 1024)))
    return OK


def restore(options: argparse.Namespace, speak: Voice) -> int:
    """Put a backup in the place of the data folder."""
    from bot import backup, config

    data = config.load(options.config, os.environ).data
    backup.restore(options.file, data, folder("migrations"), force=options.force)
    print(speak.word("cli.restore.done", folder=str(data)))
    return OK


def healthy(options: argparse.Namespace, speak: Voice) -> int:
    """Whether the running bot is well, for a health check."""
    from bot import config, upkeep

    told = upkeep.asked(config.load(options.config, os.environ).listen)
    print(speak.word(f"cli.healthy.{told}"))
    return OK if told == "live" else WARNED


def metrics(options: argparse.Namespace, speak: Voice) -> int:
    """The table of metrics."""
    from bot import upkeep

    print(upkeep.table_of_metrics(speak))
    return OK


def unit(options: argparse.Namespace, speak: Voice) -> int:
    """The systemd unit."""
    from bot import upkeep

    sys.stdout.write(upkeep.unit(Path(sys.prefix) / "bin" / "releve", options.config))
    return OK


def demo(options: argparse.Namespace, speak: Voice) -> int:
    """A real homeserver, the bot, and a chat on this terminal."""
    from bot.demo import demo

    return asyncio.run(demo(options))


def ask(options: argparse.Namespace, speak: Voice) -> int:
    """Answer a question, or one a line in JSON, without a server."""
    from bot.ask.offline import Door

    door = Door(_catalogue(options), options.lang)
    if options.json:
        return _answer_lines(door.answer, speak)
    question = " ".join(options.question) or sys.stdin.read()
    reply = door.answer({"text": question, "addressed": not options.overheard})
    if reply["outcome"] == "silent":
        print(speak.word("cli.ask.silent"), file=sys.stderr)
    else:
        print(reply["text"])
    return OK


def _answer_lines(answer: Callable[[dict[str, object]], dict[str, object]], speak: Voice) -> int:
    """One JSON object a line in, one a line out. A line that is no request is named and passed over."""
    status = OK
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        try:
            request = json.loads(line)
            if not isinstance(request, dict) or not isinstance(request.get("text"), str):
                raise ValueError
        except ValueError:
            print(f"stdin:{number}: {speak.word('cli.ask.not-a-request')}", file=sys.stderr)
            status = MISTAKEN
            continue
        print(json.dumps(answer(request), ensure_ascii=False), flush=True)
    return status


def check(options: argparse.Namespace, speak: Voice) -> int:
    """Check the configuration and the catalogue."""
    from bot import changes, config
    from bot.catalog import check, links

    mistakes: list[Mistake] = []
    configuration = None
    where = options.config or Path("config.yaml")
    if options.config or where.exists():
        try:
            configuration = config.load(where, os.environ)
            options.catalog = options.catalog or configuration.catalog
        except Mistaken as found:
            mistakes += found.mistakes
    place = options.catalog or folder("catalog")
    catalogue, malformed = load_what_can_be(place)
    mistakes += malformed
    # What names an entry whose own file is malformed is not wrong for that.
    unread = {mistake.file.stem for mistake in malformed}
    findings = [
        finding
        for finding in check.findings(catalogue, today=SystemClock().now().date(), stale_days=options.stale)
        if finding.values.get("id") not in unread and not unread & {"needs", "giants"}
    ]
    if options.links:
        dead = links.findings(catalogue, progress=lambda done, of: _progress(done, of, speak))
        findings += dead
        if configuration is not None:
            changes.note_dead_links(configuration.database, dead)
    mistakes += check.located(place, findings)
    status = report(mistakes, speak) if mistakes else OK
    if status != MISTAKEN:
        print(
            speak.word(
                "cli.check.well",
                products=len(catalogue.products),
                alternatives=len(catalogue.alternatives),
                needs=len(catalogue.needs),
                hosts=len(catalogue.hosts),
            )
        )
    return status


def _progress(done: int, of: int, speak: Voice) -> None:
    if sys.stderr.isatty():
        bar = "█" * (done * 30 // of)
        print(f"\r{bar:<30} {speak.word('cli.check.links-progress', done=done, of=of)}", end="", file=sys.stderr)
        if done == of:
            print(file=sys.stderr)


def schema(options: argparse.Namespace, speak: Voice) -> int:
    """The JSON Schema of the catalogue's files."""
    from bot.catalog import schema

    if options.write is None:
        print(json.dumps(schema.schemas(), indent=2, ensure_ascii=False))
    else:
        schema.write(options.write)
    return OK


def export(options: argparse.Namespace, speak: Voice) -> int:
    """The whole catalogue as one file, or the local changes as files."""
    from bot.catalog import export

    if options.changes is not None:
        return _export_changes(options, speak)
    sys.stdout.write(export.dumped(_catalogue(options), options.format))
    return OK


def _export_changes(options: argparse.Namespace, speak: Voice) -> int:
    from bot import changes, config

    configuration = config.load(options.config, os.environ)
    shipped = load(options.catalog or configuration.catalog or folder("catalog"))
    files = changes.exported(configuration.database, shipped, options.changes)
    for path, text in sorted(files.items()):
        sentence = "cli.export.removed" if text is None else "cli.export.written"
        print(speak.word(sentence, file=str(options.changes / path)))
    if not files:
        print(speak.word("cli.export.no-changes"))
    return OK


def _catalogue(options: argparse.Namespace) -> Catalogue:
    return load(options.catalog or folder("catalog"))


def report(mistakes: Sequence[Mistake], speak: Voice) -> int:
    """Say every mistake as `file:line: what is wrong`; returns the exit status."""
    for mistake in sorted(mistakes, key=lambda found: (str(found.file), found.line)):
        text = speak.word(mistake.sentence, **mistake.values)
        print(f"{_shown(mistake.file)}:{mistake.line}: {text}", file=sys.stderr)
    return WARNED if all(mistake.warning for mistake in mistakes) else MISTAKEN


def _shown(path: Path) -> str:
    """`path` from here, where that is shorter."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
