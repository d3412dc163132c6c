"""The pictures of the pages: conversations on a real Synapse, shown as a phone would, taken by Chromium.

`python -m tests.docs --pictures` takes them all anew. They need a Chromium and an emoji font (`chromium` and
`fonts-noto-color-emoji` in Debian), and are kept in the repository, so that nobody else does.
"""

import asyncio
import base64
import re
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import aiohttp

from bot.conversation import Language
from bot.demo.gestures import Hands
from bot.demo.homeserver import Homeserver
from bot.demo.moved_clock import pass_a_week
from bot.demo.person import Person
from bot.demo.running_bot import RunningBot
from bot.demo.timeline import Event
from tests.docs.pages import ROOT

PLACE = ROOT / "docs" / "pictures"
_LOOKS = Path(__file__).with_name("pictures.css")
_FONT = ROOT / "bot" / "association" / "fonts"
_POLL = "org.matrix.msc3381.poll.start"
_WIDTH = 390
_SETTLED_S = 1.0
# Before its fonts are there, a page is higher.
_MEASURE = "document.fonts.ready.then(() => document.title = 2 * document.body.offsetHeight)"
_PASSWORD = "a demo on loopback"


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture: what it is called, what is said before it, and what is said in it."""

    name: str
    before: tuple[str, ...]
    lines: tuple[str, ...]


SCENES: dict[Language, tuple[Scene, ...]] = {
    "fr": (
        Scene("question", (), ("par quoi remplacer Google Drive ?",)),
        Scene("quiz", (), ("!releve quiz",)),
        Scene(
            "score",
            (
                "!releve association Les Amis du quartier",
                "!releve inventaire + Google Drive, + Gmail, + Zoom, + Framadate",
            ),
            ("!releve progrès",),
        ),
        Scene("step", ("!releve migrer Google Drive → Nextcloud", "moi, jeudi"), ("/week", "/react ✅")),
    ),
    "en": (
        Scene("question", (), ("what replaces Zoom?",)),
        Scene("quiz", (), ("!releve quiz",)),
        Scene(
            "score",
            (
                "!releve association Friends of the Square",
                "!releve inventory + Google Drive, + Gmail, + Zoom, + Framadate",
            ),
            ("!releve progress",),
        ),
        Scene("step", ("!releve migrate Google Drive → Nextcloud", "me, Thursday"), ("/week", "/react ✅")),
    ),
}


async def take() -> None:
    """Take every picture."""
    PLACE.mkdir(parents=True, exist_ok=True)
    async with Homeserver.running() as homeserver:
        for language, scenes in SCENES.items():
            person = f"camille-{language}"
            await homeserver.register(person, _PASSWORD)
            async with Person.at(homeserver.url, person, _PASSWORD) as camille:
                for scene in scenes:
                    page = await _played(homeserver, camille, language, scene)
                    _shoot(page, PLACE / f"{scene.name}.{language}.png")


async def _played(homeserver: Homeserver, person: Person, language: Language, scene: Scene) -> str:
    """The page of a scene: played by a bot of its own, in a room of its own."""
    name = f"releve-{scene.name}-{language}"
    await homeserver.register(name, _PASSWORD)
    clock = homeserver.folder / f"clock-{name}"
    bot = RunningBot(homeserver, homeserver.folder / name, name, _PASSWORD, clock)
    bot.configure(rooms={"language": language})
    await bot.start()
    try:
        room = await person.create_room("", [bot.user])
        await person.sees(lambda event: event.room == room and event.sender == bot.user and event.is_message)
        hands = Hands(person, room, bot.user, lambda: pass_a_week(clock))
        for line in scene.before:
            await _done(hands, line)
        before = {event.id for event in await person.timeline(room)}
        for line in scene.lines:
            await _done(hands, line)
        await asyncio.sleep(_SETTLED_S)
        shown = [event for event in await person.timeline(room) if event.id not in before]
        return await _page(shown, person, homeserver.url, language)
    finally:
        await bot.stop()


async def _done(hands: Hands, line: str) -> None:
    """Say or do `line`, and wait until the bot has said something more."""
    earlier = {event.id for event in hands.person.events}
    if await hands.do(line) is None:
        await hands.person.say(hands.room, line)
    await hands.person.sees(
        lambda event: (
            event.id not in earlier and event.sender == hands.bot and event.is_message and event.room == hands.room
        )
    )


async def _page(events: Sequence[Event], person: Person, url: str, language: Language) -> str:
    """The page that shows `events` as `person` sees them."""
    parts = [await _shown(event, events, person, url) for event in events]
    looks = _LOOKS.read_text(encoding="utf-8").replace("@fonts@", _FONT.as_uri())
    return (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8"><style>{looks}</style>'
        f"<body>{''.join(parts)}<script>{_MEASURE}</script></body></html>"
    )


async def _shown(event: Event, events: Sequence[Event], person: Person, url: str) -> str:
    inside = ""
    if event.type == _POLL:
        inside = _poll(event)
    elif event.kind == "m.image":
        picture = base64.b64encode(await _downloaded(event, person, url)).decode()
        inside = f'<img alt="" src="data:image/png;base64,{picture}">'
    elif event.is_message:
        inside = event.html or f"<p>{escape(event.body)}</p>"
    if not inside:
        return ""
    mine = event.sender == person.user
    keys = {each.key: each.sender == person.user for each in events if each.reacts_to == event.id}
    buttons = "".join(f'<b class="{"own" if own else ""}">{key}</b>' for key, own in keys.items())
    who = "" if mine else "<h1>La Relève</h1>"
    return f'<div class="{"mine" if mine else "bot"}">{who}{inside}</div>' + (
        f"<aside>{buttons}</aside>" if buttons else ""
    )


def _poll(event: Event) -> str:
    poll = event.content[_POLL]
    text = "org.matrix.msc1767.text"
    answers = "".join(f"<label>{escape(answer[text])}</label>" for answer in poll["answers"])
    return f"<p><strong>{escape(poll['question'][text])}</strong></p>{answers}"


async def _downloaded(event: Event, person: Person, url: str) -> bytes:
    # https://spec.matrix.org/v1.11/client-server-api/#get_matrixclientv1mediadownloadservernamemediaid
    path = event.content["url"].removeprefix("mxc://")
    headers = {"Authorization": f"Bearer {person.token}"}
    async with (
        aiohttp.ClientSession(url, headers=headers) as http,
        http.get(f"/_matrix/client/v1/media/download/{path}") as answer,
    ):
        return await answer.read()


def _shoot(page: str, picture: Path) -> None:
    """Show `page` and write what is seen of it, twice as fine as a phone's points."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(page, encoding="utf-8")
        window = f"--window-size={2 * _WIDTH},"
        title = re.search(r"<title>(\d+)", _chromium("--dump-dom", f"{window}2000", file.as_uri()))
        if title is None:
            raise RuntimeError("Chromium does not say how high the page is")
        _chromium(f"--screenshot={picture}", f"{window}{title[1]}", file.as_uri())


def _chromium(*arguments: str) -> str:
    command = [
        "chromium",
        "--headless",
        "--no-sandbox",
        "--hide-scrollbars",
        "--allow-file-access-from-files",
        "--virtual-time-budget=5000",
    ]
    return subprocess.run([*command, *arguments], check=True, capture_output=True, text=True, timeout=60).stdout
