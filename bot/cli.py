"""The commands: `releve run`, `demo`, `ask`, `check`, `backup`, `restore`, `schema`, `export`, and for the host
`healthy`, `metrics`, `unit`.

Exit status: 0 well; 1 warnings, or a demo that was not answered as it must be; 2 a mistake in what was
given (arguments, files); 3 the homeserver refuses the account; 4 the data folder or database cannot be used.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from bot import commands
from bot.exits import OK, exit_for
from bot.wording import LANGUAGES, Voice, voice
from bot.yaml_file import Mistaken


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    speak = voice(_language_of_terminal(sys.argv[1:] if arguments is None else arguments))
    options = _parser(speak).parse_args(arguments)
    command: Callable[[argparse.Namespace, Voice], int] = options.command
    try:
        return command(options, speak)
    except Mistaken as mistaken:
        return commands.report(mistaken.mistakes, speak)
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
    subcommands = parser.add_subparsers(required=True, metavar=speak.word("cli.command"))

    def command(name: str, run: Callable[[argparse.Namespace, Voice], int]) -> argparse.ArgumentParser:
        made = subcommands.add_parser(
            name,
            help=speak.word(f"cli.{name}"),
            description=speak.word(f"cli.{name}.description"),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        made.add_argument("--lang", choices=LANGUAGES, default=speak.language, help=speak.word("cli.lang"))
        made.set_defaults(command=run)
        return made

    running = command("run", commands.run)
    running.add_argument("--log-format", choices=("text", "json"), help=speak.word("cli.log-format"))
    _add_config(running, speak)

    _add_config(command("doctor", commands.doctor), speak)
    identity = command("identity", commands.identity)
    identity.add_argument("--replace", action="store_true", help=speak.word("cli.identity.replace"))
    _add_config(identity, speak)
    _add_config(command("healthy", commands.healthy), speak)
    command("metrics", commands.metrics)
    unit = command("unit", commands.unit)
    unit.add_argument(
        "--config", type=Path, default=Path("/etc/releve/config.yaml"), help=speak.word("cli.unit.config")
    )

    saving = command("backup", commands.backup)
    saving.add_argument("file", type=Path, metavar="FILE", help=speak.word("cli.backup.file"))
    _add_config(saving, speak)

    restoring = command("restore", commands.restore)
    restoring.add_argument("file", type=Path, metavar="FILE", help=speak.word("cli.restore.file"))
    restoring.add_argument("--force", action="store_true", help=speak.word("cli.restore.force"))
    _add_config(restoring, speak)

    demo = command("demo", commands.demo)
    demo.add_argument("--script", type=Path, metavar="FILE", help=speak.word("cli.demo.script"))

    asking = command("ask", commands.ask)
    asking.add_argument("question", nargs="*", help=speak.word("cli.ask.question"))
    asking.add_argument("--json", action="store_true", help=speak.word("cli.ask.json"))
    asking.add_argument("--overheard", action="store_true", help=speak.word("cli.ask.overheard"))
    _add_catalog(asking, speak)

    checking = command("check", commands.check)
    checking.add_argument("--config", type=Path, help=speak.word("cli.check.config"))
    checking.add_argument("--stale", type=int, metavar="DAYS", help=speak.word("cli.check.stale"))
    checking.add_argument("--links", action="store_true", help=speak.word("cli.check.links"))
    _add_catalog(checking, speak)

    schema = command("schema", commands.schema)
    schema.add_argument("--write", type=Path, metavar="DIR", help=speak.word("cli.schema.write"))

    export = command("export", commands.export)
    export.add_argument("--format", choices=("json", "yaml", "csv"), default="json", help=speak.word("cli.format"))
    export.add_argument("--changes", type=Path, metavar="DIR", help=speak.word("cli.export.changes"))
    export.add_argument("--config", type=Path, default=Path("config.yaml"), help=speak.word("cli.config"))
    _add_catalog(export, speak)
    return parser


def _add_config(parser: argparse.ArgumentParser, speak: Voice) -> None:
    parser.add_argument("--config", type=Path, default=Path("config.yaml"), help=speak.word("cli.config"))


def _add_catalog(parser: argparse.ArgumentParser, speak: Voice) -> None:
    parser.add_argument("--catalog", type=Path, metavar="DIR", help=speak.word("cli.catalog"))
