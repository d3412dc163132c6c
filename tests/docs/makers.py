"""What is made for the pages: each block by the function of its name."""

import argparse
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from pydantic import BaseModel

from bot import cli, upkeep
from bot.config import Config
from bot.conversation import Language
from bot.desk import Command, Skill
from bot.moderation.review import example, usage
from bot.moderation.verbs import VERBS
from bot.wording import Document, Paragraph, render, voice
from tests.docs.pages import Block
from tests.docs.prose import markdown, quoted
from tests.docs.room import opened_room

_HEADS: dict[str, dict[Language, Sequence[str]]] = {
    "commands": {"fr": ("À écrire", "Ce que cela fait"), "en": ("What to write", "What it does")},
    "moderation": {"fr": ("Commande", "Exemple", "Pour"), "en": ("Command", "Example", "For")},
    "subcommands": {"fr": ("Commande", "Pour"), "en": ("Command", "To")},
}


async def made(block: Block) -> str:
    """What `block` says today. Raises KeyError for a name that nothing makes."""
    return await _MAKERS[block.name](block) + "\n"


async def declared(language: Language) -> Sequence[Skill]:
    """The skills of the program, as they declare their commands."""
    async with opened_room(language) as paper:
        return paper.desk.skills


async def _conversation(block: Block) -> str:
    """The lines of the block played in a room: `conversation office` or `conversation moderators`."""
    async with opened_room(block.language, *block.arguments) as paper:
        return quoted(await paper.play(block.lines), block.language)


async def _commands(block: Block) -> str:
    """What the skill called `commands SKILL` declares."""
    commands: Sequence[Command] = [
        command
        for skill in await declared(block.language)
        if skill.name in block.arguments
        for command in skill.commands
    ]
    speak = voice(block.language)
    lines = [
        (f"`{speak.word(f'command.{command.id}.usage')}`", _said(f"command.{command.id}.summary", block.language))
        for command in commands
    ]
    return _table("commands", block.language, lines)


async def _moderation(block: Block) -> str:
    """The commands of moderators."""
    lines = [
        (
            f"`{usage(verb, block.language)}`",
            f"`{example(verb, block.language)}`",
            _said(f"moderation.verb.{verb.id}", block.language),
        )
        for verb in VERBS
    ]
    return _table("moderation", block.language, lines)


async def _subcommands(block: Block) -> str:
    """The subcommands of `releve`, with what their help says of them."""
    lines = [(f"`releve {action.dest}`", str(action.help)) for action in subcommands(block.language)]
    return _table("subcommands", block.language, lines)


async def _metrics(block: Block) -> str:
    return upkeep.table_of_metrics(voice(block.language))


def subcommands(language: Language) -> Sequence[argparse.Action]:
    """The subcommands of `releve`: each action has its name (`dest`) and its help."""
    parser = cli._parser(voice(language))
    (found,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    actions: Sequence[argparse.Action] = found._choices_actions
    return actions


def settings() -> dict[str, Any]:
    """Every key of the configuration with its default; `...` where there is none."""
    found: dict[str, Any] = {}
    for name, field in Config.model_fields.items():
        section = field.annotation
        if isinstance(section, type) and issubclass(section, BaseModel):
            for key, each in section.model_fields.items():
                found[f"{name}.{key}"] = ... if each.is_required() else each.default
        else:
            found[name] = field.default
    return found


def _said(name: str, language: Language) -> str:
    return markdown(render(Document(language, (Paragraph(voice(language).say(name)),))).html)


def _table(kind: str, language: Language, lines: Sequence[Sequence[str]]) -> str:
    head = _HEADS[kind][language]
    rows = (head, ["---"] * len(head), *lines)
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows)


_MAKERS: dict[str, Callable[[Block], Awaitable[str]]] = {
    "conversation": _conversation,
    "commands": _commands,
    "moderation": _moderation,
    "subcommands": _subcommands,
    "metrics": _metrics,
}
