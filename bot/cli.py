"""The commands: `releve run`, `demo`, `ask`, `check`, `backup`, `restore`, `schema`, `export`, and for the host
`healthy`, `metrics`, `unit`.

Exit status: 0 well; 1 warnings, or a demo that was not answered as it must be; 2 a mistake in what was
given (arguments, files); 3 the homeserver refuses the account; 4 the data folder or database cannot be used.
"""

import argparse
import asyncio
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from bot.catalog import Catalogue, load
from bot.exits import MISTAKEN, OK, REFUSED, WARNED, exit_for
from bot.shipped import folder
from bot.wording import LANGUAGES, Voice, voice
from bot.yaml_file import Mistake, Mistaken


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    speak = voice(_language_of_terminal(sys.argv[1:] if arguments is None else arguments))
    options = _parser(speak).parse_args(arguments)
    command: Callable[[argparse.Namespace, Voice], int] = options.command
    try:
        return command(options, speak)
    except Mistaken as mistaken:
        return _report(mistaken.mistakes, speak)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader (`head`, say) has seen enough; Python must not complain about it while it exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except Exception as error:
        ending = exit_for(error)
        if ending is None:
            raise
        print(f"releve: {speak.word(ending.sentence, **ending.values)}", file=sys.stderr)
        return ending.status


def _language_of_terminal(arguments: Sequence[str]) -> str:
    """`--lang`, else the locale of the environment, else English, as for any program in the C locale."""
    for position, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang" and position + 1 < len(arguments):
            return arguments[position + 1]
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "fr" if value.startswith("fr") else "en"
    return "en"


def _parser(speak: Voice) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="releve",
        description=speak.word("cli.description"),
        epilog=speak.word("cli.epilog"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(required=True, metavar=speak.word("cli.command"))

    def command(name: str, run: Callable[[argparse.Namespace, Voice], int]) -> argparse.ArgumentParser:
        made = commands.add_parser(
            name,
            help=speak.word(f"cli.{name}"),
            description=speak.word(f"cli.{name}.description"),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        made.add_argument("--lang", choices=LANGUAGES, default=speak.language, help=speak.word("cli.lang"))
        made.set_defaults(command=run)
        return made

    running = command("run", _run)
    running.add_argument("--log-format", choices=("text", "json"), help=speak.word("cli.log-format"))
    _add_config(running, speak)

    _add_config(command("doctor", _doctor), speak)
    identity = command("identity", _identity)
    identity.add_argument("--replace", action="store_true", help=speak.word("cli.identity.replace"))
    _add_config(identity, speak)
    _add_config(command("healthy", _healthy), speak)
    command("metrics", _metrics)
    unit = command("unit", _unit)
    unit.add_argument(
        "--config", type=Path, default=Path("/etc/releve/config.yaml"), help=speak.word("cli.unit.config")
    )

    saving = command("backup", _backup)
    saving.add_argument("file", type=Path, metavar="FILE", help=speak.word("cli.backup.file"))
    _add_config(saving, speak)

    restoring = command("restore", _restore)
    restoring.add_argument("file", type=Path, metavar="FILE", help=speak.word("cli.restore.file"))
    restoring.add_argument("--force", action="store_true", help=speak.word("cli.restore.force"))
    _add_config(restoring, speak)

    demo = command("demo", _demo)
    demo.add_argument("--script", type=Path, metavar="FILE", help=speak.word("cli.demo.script"))

    asking = command("ask", _ask)
    asking.add_argument("question", nargs="*", help=speak.word("cli.ask.question"))
    asking.add_argument("--json", action="store_true", help=speak.word("cli.ask.json"))
    asking.add_argument("--overheard", action="store_true", help=speak.word("cli.ask.overheard"))
    _add_catalog(asking, speak)

    checking = command("check", _check)
    checking.add_argument("--config", type=Path, help=speak.word("cli.check.config"))
    checking.add_argument("--stale", type=int, metavar="DAYS", help=speak.word("cli.check.stale"))
    checking.add_argument("--links", action="store_true", help=speak.word("cli.check.links"))
    _add_catalog(checking, speak)

    schema = command("schema", _schema)
    schema.add_argument("--write", type=Path, metavar="DIR", help=speak.word("cli.schema.write"))

    export = command("export", _export)
    export.add_argument("--format", choices=("json", "yaml", "csv"), default="json", help=speak.word("cli.format"))
    export.add_argument("--changes", type=Path, metavar="DIR", help=speak.word("cli.export.changes"))
    export.add_argument("--config", type=Path, default=Path("config.yaml"), help=speak.word("cli.config"))
    _add_catalog(export, speak)
    return parser


def _add_config(parser: argparse.ArgumentParser, speak: Voice) -> None:
    parser.add_argument("--config", type=Path, default=Path("config.yaml"), help=speak.word("cli.config"))


def _add_catalog(parser: argparse.ArgumentParser, speak: Voice) -> None:
    parser.add_argument("--catalog", type=Path, metavar="DIR", help=speak.word("cli.catalog"))


def _catalogue(options: argparse.Namespace) -> Catalogue:
    return load(options.catalog or folder("catalog"))


def _report(mistakes: Sequence[Mistake], speak: Voice) -> int:
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


# ── the commands ─────────────────────────────────────────────────────────────────────────────────


def _run(options: argparse.Namespace, speak: Voice) -> int:  # noqa: ARG001 — every command has this shape
    # Imported here: only `run` pays for the Matrix library.
    from bot import app, config, logs

    configuration = config.load(options.config, os.environ)
    logs.set_up(configuration.log_level, options.log_format or configuration.log_format)
    asyncio.run(app.run(configuration))
    return OK


def _doctor(options: argparse.Namespace, speak: Voice) -> int:
    from bot import config, doctor
    from bot.clock import SystemClock

    diagnoses = asyncio.run(doctor.examined(config.load(options.config, os.environ), SystemClock()))
    print(doctor.table(diagnoses, speak))
    return doctor.status(diagnoses)


def _identity(options: argparse.Namespace, speak: Voice) -> int:
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


def _backup(options: argparse.Namespace, speak: Voice) -> int:
    from bot import backup, config

    size = backup.back_up(config.load(options.config, os.environ).data, options.file)
    print(speak.word("cli.backup.done", file=str(options.file), size=-(-size // 1024)))
    return OK


def _restore(options: argparse.Namespace, speak: Voice) -> int:
    from bot import backup, config

    data = config.load(options.config, os.environ).data
    backup.restore(options.file, data, folder("migrations"), force=options.force)
    print(speak.word("cli.restore.done", folder=str(data)))
    return OK


def _healthy(options: argparse.Namespace, speak: Voice) -> int:
    from bot import config, upkeep

    told = upkeep.asked(config.load(options.config, os.environ).listen)
    print(speak.word(f"cli.healthy.{told}"))
    return OK if told == "live" else WARNED


def _metrics(options: argparse.Namespace, speak: Voice) -> int:  # noqa: ARG001 — every command has this shape
    from bot import upkeep

    print(upkeep.table_of_metrics(speak))
    return OK


def _unit(options: argparse.Namespace, speak: Voice) -> int:  # noqa: ARG001 — every command has this shape
    from bot import upkeep

    sys.stdout.write(upkeep.unit(Path(sys.prefix) / "bin" / "releve", options.config))
    return OK


def _demo(options: argparse.Namespace, speak: Voice) -> int:  # noqa: ARG001 — every command has this shape
    from bot.demo import demo

    return asyncio.run(demo(options))


def _ask(options: argparse.Namespace, speak: Voice) -> int:
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


def _check(options: argparse.Namespace, speak: Voice) -> int:
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
    try:
        catalogue = load(place)
    except Mistaken as found:
        return _report([*mistakes, *found.mistakes], speak)
    findings = check.findings(catalogue, today=date.today(), stale_days=options.stale)
    if options.links:
        dead = links.findings(catalogue, progress=lambda done, of: _progress(done, of, speak))
        findings += dead
        if configuration is not None:
            changes.note_dead_links(configuration.database, dead)
    mistakes += check.located(place, findings)
    status = _report(mistakes, speak) if mistakes else OK
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


def _schema(options: argparse.Namespace, speak: Voice) -> int:  # noqa: ARG001 — every command has this shape
    from bot.catalog import schema

    if options.write is None:
        print(json.dumps(schema.schemas(), indent=2, ensure_ascii=False))
    else:
        schema.write(options.write)
    return OK


def _export(options: argparse.Namespace, speak: Voice) -> int:
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
