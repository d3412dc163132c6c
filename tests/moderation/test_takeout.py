"""What moderators changed, as files: copied over the shipped ones they load to the catalogue in use."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.catalog import load
from bot.catalog.files import changed_files
from bot.catalog.revisions import MODELS
from bot.cli import main
from bot.moderation import takeout
from bot.shipped import folder
from tests.catalog import small
from tests.moderation.room import Bot, school, write
from tests.moderation.room import bot as made

COMMANDS = [
    "alias zoom + zoumzoum, zoome",
    'changer padlet effort = semaine; limit = un « rien », 100 % | a "nothing": 100 %',
    "alternative padlet + digipad, = digipad",
    "retirer scrumblr devenu digipad : fermé | closed",
    "retirer pcloud : racheté | bought",
    "hébergeur framasoft fermé",
    "changer whiteboard say.fr = tableau blanc, tableau en ligne",
    "changer google words = google, outils google",
    "vérifié digipad 2026-11",
    "ambigu drive = google-drive, pcloud",
    "annuler 1",
    "annuler 2",
]


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=st.lists(st.sampled_from(COMMANDS), min_size=1, max_size=6))
async def test_the_export_over_the_shipped_files_is_the_catalogue_in_use(
    chosen: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    from bot.database import Database, migrate

    path = tmp_path_factory.mktemp("data") / "releve.sqlite3"
    migrate(path, folder("migrations"))
    async with await Database.open(path) as database:
        bot = await made(database, school())
        for command in chosen:
            await bot.told(command)
        place = write(school(), tmp_path_factory.mktemp("catalog"))

        takeout.write(await takeout.changed(database, school(), small.TODAY), place)

        assert load(place) == bot.shelf.catalogue


async def test_only_what_differs_is_written_and_what_was_undone_is_not(bot: Bot) -> None:
    await bot.told("alias zoom + zoumzoum")
    await bot.told("alias padlet + padlette")
    await bot.told("annuler 2")
    files = await takeout.changed(bot.database, school(), small.TODAY)
    assert list(files) == [Path("products/zoom.yaml")]
    assert "any: [zoumzoum]" in (files[Path("products/zoom.yaml")] or "")


async def test_a_change_of_a_shipped_entry_changes_its_lines_only() -> None:
    shipped = load(folder("catalog"))
    text = (folder("catalog") / "products" / "google-drive.yaml").read_text(encoding="utf-8")
    files = changed_files(shipped, [("products", "google-drive")])
    after = files[Path("products/google-drive.yaml")] or ""
    assert MODELS["products"].model_validate(yaml.safe_load(after)) == shipped.products["google-drive"]
    assert set(after.splitlines()) - set(text.splitlines()) == set()


def test_from_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "config.yaml").write_text("matrix: {homeserver: 'https://x.example', user: '@releve:x.example'}\n")
    arguments = [
        "export",
        "--config",
        str(tmp_path / "config.yaml"),
        "--changes",
        str(tmp_path / "out"),
        "--lang",
        "en",
    ]
    assert main(arguments) == 0
    assert capsys.readouterr().out == "nothing has been changed in the catalogue\n"


async def test_from_the_command_line_with_changes(bot: Bot, tmp_path: Path, capsys: Any) -> None:
    import asyncio

    await bot.told("alias zoom + zoumzoum")
    await bot.told("retirer scrumblr devenu digipad : fermé | closed")
    catalog = write(school(), tmp_path / "catalog")
    data = tmp_path / "data"
    data.mkdir()
    shutil.copy(bot.database.path, data / "releve.sqlite3")
    shutil.copy(f"{bot.database.path}-wal", data / "releve.sqlite3-wal")
    (tmp_path / "config.yaml").write_text(
        "matrix: {homeserver: 'https://x.example', user: '@releve:x.example'}\ncatalog: catalog\n"
    )
    arguments = ["export", "--config", str(tmp_path / "config.yaml"), "--changes", str(catalog), "--lang", "en"]

    assert await asyncio.to_thread(main, arguments) == 0

    assert f"to be removed: {catalog / 'alternatives' / 'scrumblr.yaml'}" in capsys.readouterr().out
    assert load(catalog) == bot.shelf.catalogue
