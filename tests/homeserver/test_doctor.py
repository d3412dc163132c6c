"""`releve doctor` beside a real bot on a real Synapse: what is well, and each thing that can be wrong."""

import json
import shutil
from pathlib import Path

import pytest

from bot import cli, doctor
from bot.clock import SystemClock
from bot.config import load
from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from bot.demo.running_bot import RunningBot
from bot.diagnosis import State
from bot.matrix import own_identity
from tests.homeserver.company import PASSWORD, NewBot, room_with
from tests.homeserver.test_second_client import identity_made_elsewhere


async def looked_at(bot: RunningBot) -> dict[str, str]:
    """How each thing is, by its name."""
    config = load(bot.folder / "config.yaml", {})
    return {each.subject: each.outcome for each in await doctor.examined(config, SystemClock())}


def not_well(found: dict[str, str]) -> dict[str, str]:
    return {subject: outcome for subject, outcome in found.items() if outcome != "well"}


async def test_all_is_well_while_the_bot_runs_and_when_it_does_not(person: Person, new_bot: NewBot) -> None:
    bot = await new_bot()
    await bot.start()
    room = await room_with(person, bot)
    await person.reply_to(await person.say(room, "par quoi remplacer Zoom ?"))
    assert not_well(await looked_at(bot)) == {}
    await person.reply_to(await person.say(room, "une alternative à Doodle ?"))
    await bot.stop()
    assert not_well(await looked_at(bot)) == {}


async def test_before_the_first_start(new_bot: NewBot) -> None:
    bot = await new_bot()
    bot.configure()
    found = await looked_at(bot)
    assert not_well(found) == {
        "token": "none", "device": "unseen", "signing": "unseen", "store": "none", "folder": "none", "database": "none",
    }  # fmt: skip
    assert not bot.data.exists(), "it only looks"


async def test_a_session_that_was_closed_elsewhere(new_bot: NewBot) -> None:
    bot = await new_bot()
    await bot.start()
    await bot.stop()
    session = bot.data / "session.json"
    session.write_text(json.dumps({**json.loads(session.read_text()), "token": "no longer"}))
    assert (await looked_at(bot))["token"] == "revoked"


async def test_keys_that_are_lost_or_damaged(new_bot: NewBot) -> None:
    bot = await new_bot()
    await bot.start()
    await bot.stop()
    shutil.copytree(bot.data / "crypto", bot.folder / "kept")
    shutil.rmtree(bot.data / "crypto")
    assert (await looked_at(bot))["store"] == "lost"
    await bot.launch().ended(30)
    assert (await looked_at(bot))["store"] == "lost", "the bot refused to start, and what it left are other keys"
    shutil.rmtree(bot.data / "crypto")
    shutil.copytree(bot.folder / "kept", bot.data / "crypto")
    assert (await looked_at(bot))["store"] == "well"
    (bot.data / "crypto" / "pickle.key").write_text("another key")
    assert (await looked_at(bot))["store"] == "damaged"


async def test_an_identity_made_elsewhere_is_replaced_only_when_asked(homeserver: Homeserver, new_bot: NewBot) -> None:
    bot = await new_bot()
    await identity_made_elsewhere(bot, homeserver)
    await bot.start()
    assert (await looked_at(bot))["signing"] == "lost"
    await bot.stop()
    await bot.start()
    assert (await looked_at(bot))["signing"] == "lost", "a start alone replaces nothing"
    replaced = await own_identity.replaced(load(bot.folder / "config.yaml", {}))
    assert replaced is not None
    assert not_well(await looked_at(bot)) == {}
    assert (bot.data / "identity.json").stat().st_mode & 0o777 == 0o600


async def test_without_the_password_an_identity_is_not_replaced(homeserver: Homeserver, new_bot: NewBot) -> None:
    bot = await new_bot()
    await bot.start()
    before = (bot.data / "identity.json").read_text()
    bot.configure({"password": None})
    assert await own_identity.replaced(load(bot.folder / "config.yaml", {})) is None
    assert (bot.data / "identity.json").read_text() == before
    assert sorted(path.name for path in bot.data.glob("identity*")) == ["identity.json"]


async def test_when_the_homeserver_is_away(new_bot: NewBot) -> None:
    bot = await new_bot()
    await bot.start()
    await bot.stop()
    bot.configure({"homeserver": "http://127.0.0.1:9"})
    found = await looked_at(bot)
    assert (found["server"], found["token"], found["store"], found["database"]) == ("away", "unseen", "unseen", "well")


async def test_when_something_else_answers(homeserver: Homeserver, new_bot: NewBot) -> None:
    bot = await new_bot()
    bot.configure({"homeserver": f"{homeserver.url}/nothing-here"})
    assert (await looked_at(bot))["server"] == "odd"


def test_the_command_shows_a_table_and_ends_with_the_worst(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    account = {"homeserver": "http://127.0.0.1:9", "user": "@releve:asso.example", "password": PASSWORD}
    (tmp_path / "config.yaml").write_text(json.dumps({"matrix": account}))
    assert cli.main(["doctor", "--lang", "en", "--config", str(tmp_path / "config.yaml")]) == State.WRONG
    shown = capsys.readouterr().out
    assert "✗ repair  homeserver  http://127.0.0.1:9 does not answer" in shown
    assert "→ Check matrix.homeserver" in shown
