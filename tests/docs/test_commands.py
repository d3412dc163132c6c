"""Whatever the pages tell people to type can be typed, and whatever can be typed is told, in both languages."""

import re
import shlex
from pathlib import Path

import pytest

from bot import cli
from bot.conversation import Language
from bot.moderation.parser import Request, parsed
from bot.moderation.review import example
from bot.moderation.verbs import VERBS
from bot.wording import LANGUAGES, voice
from tests.docs.makers import declared, subcommands
from tests.docs.pages import ALL, CONTRIBUTING, DOCS, README, ROOT, fences

_CODE = re.compile(r"`([^`\n]+)`")
_CALLED = re.compile(r"^!releve (\S+)")
_MAKE = re.compile(r"^make (\w+)", re.MULTILINE)


def told(language: Language) -> str:
    """All that the pages of `language` say."""
    return "\n".join(page.read_text(encoding="utf-8") for page in DOCS[language])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_command_of_the_room_is_told(language: Language) -> None:
    pages = told(language)
    commands = [command for skill in await declared(language) for command in skill.commands]
    assert [
        command.id for command in commands if not any(f"`!releve {word}" in pages for word in command.words[language])
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_command_is_told_that_the_room_does_not_know(language: Language) -> None:
    known = {
        word for skill in await declared(language) for command in skill.commands for word in command.words[language]
    }
    typed = {found[1] for code in _CODE.findall(told(language)) if (found := _CALLED.match(code))}
    assert {word for word in typed if not word.isdecimal()} - known == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_for_moderators_is_a_command(language: Language) -> None:
    block = "\n```\nid: x\n```"
    lines = [example(verb, language) + (block if verb.block == "needed" else "") for verb in VERBS]
    assert [line for line in lines if not isinstance(parsed(line), Request)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_subcommand_is_told_and_no_other(language: Language) -> None:
    page = (ROOT / "docs" / language / "host.md").read_text(encoding="utf-8")
    in_table = set(re.findall(r"^\| `releve (\w+)`", page, re.MULTILINE))
    assert in_table == {action.dest for action in subcommands(language)}


def releve_in(page: Path) -> list[list[str]]:
    """The calls of `releve` in the shell blocks and the code of `page`, as arguments; not its bare names."""
    text = page.read_text(encoding="utf-8")
    lines = [line for fence in fences(page, "sh") for line in fence.replace("\\\n", " ").split("\n")]
    lines += [code for code in _CODE.findall(text) if re.match(r"releve [a-z]+ ", code)]
    calls = [re.search(r"(?:^|&& |/)releve ([a-z].*)", line) for line in lines]
    return [shlex.split(re.split(r" > | # ", call[1])[0], comments=True) for call in calls if call]


@pytest.mark.parametrize("page", ALL, ids=lambda page: f"{page.parent.name}-{page.name}")
def test_every_call_of_releve_is_one_that_it_understands(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refused = []
    for arguments in releve_in(page):
        try:
            cli._parser(voice("fr")).parse_args(arguments)
        except SystemExit:
            refused.append((arguments, capsys.readouterr().err))
    assert refused == []


@pytest.mark.parametrize("page", [README, CONTRIBUTING], ids=lambda page: page.name)
def test_every_make_target_is_there(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    wanted = set(_MAKE.findall(page.read_text(encoding="utf-8")))
    assert wanted
    assert {target for target in wanted if f"\n{target}:" not in makefile} == set()


def test_the_readme_has_the_two_commands_in_both_languages() -> None:
    first, second = fences(README, "sh")
    for fence in (first, second):
        assert _MAKE.findall(fence) == ["demo", "test"]
