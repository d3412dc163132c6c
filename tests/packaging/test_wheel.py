"""The wheel carries all that the program needs, and runs where there is no checkout."""

import asyncio
import json
import zipfile
from pathlib import Path

import pytest

from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from tests.homeserver.company import PASSWORD
from tests.packaging.conftest import ROOT, Installed


def test_everything_that_is_read_at_run_time_is_in_it_and_nothing_else(installed: Installed) -> None:
    names = set(zipfile.ZipFile(installed.wheel).namelist())
    shipped = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "bot").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    } | {
        f"bot/shipped/{path.relative_to(ROOT).as_posix()}"
        for folder in ("catalog", "migrations")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    assert shipped - names == set()
    assert {name for name in names - shipped if ".dist-info/" not in name} == set()


def test_it_does_not_look_into_the_checkout(installed: Installed) -> None:
    code = "import bot.shipped as s; print(s.__file__, s.folder('catalog'), s.folder('migrations'), s.folder('units'))"
    for place in installed.python(code).split():
        assert Path(place).is_relative_to(installed.folder)


def test_the_catalogue_in_it_is_in_order(installed: Installed) -> None:
    ended = installed.run("check", "--lang", "fr")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith("Catalogue en ordre")


def test_it_answers(installed: Installed) -> None:
    asked = json.dumps({"id": 1, "text": "par quoi remplacer zoom ?", "addressed": True})
    [line] = installed.run("ask", "--json", given=asked).stdout.splitlines()
    answer = json.loads(line)
    assert (answer["outcome"], answer["lang"], answer["products"]) == ("answer", "fr", ["Zoom"])


@pytest.mark.homeserver
async def test_it_runs(installed: Installed, tmp_path: Path) -> None:
    async with Homeserver.running() as homeserver:
        for name in ("camille", "releve"):
            await homeserver.register(name, PASSWORD)
        user = f"@releve:{homeserver.server_name}"
        account = {"homeserver": homeserver.url, "user": user, "password": PASSWORD}
        config = tmp_path / "config.yaml"
        config.write_text(json.dumps({"matrix": account, "listen": {"port": None}}), encoding="utf-8")
        with (tmp_path / "log").open("wb") as log:
            running = await asyncio.create_subprocess_exec(
                installed.program, "run", "--config", config, cwd=tmp_path, env=installed.environment(), stderr=log
            )
        try:
            async with Person.at(homeserver.url, "camille", PASSWORD) as person:
                room = await person.create_room("Bureau", [user])
                await person.arrival_of(user, room, timeout=30)
                answer = await person.reply_to(await person.say(room, "par quoi remplacer zoom ?"))
            assert answer.sender == user
            assert answer.content["body"].startswith("Zoom →")
            running.terminate()
            assert await asyncio.wait_for(running.wait(), 10) == 0
        finally:
            if running.returncode is None:
                running.kill()
