"""What a message says once the quote of a reply and the call by name are taken off."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from bot.conversation import UserId

_AFTER_NAME = ":,;"


@dataclass(frozen=True, slots=True)
class Names:
    """How the bot is called: its user id, and its name as people see it."""

    user: UserId
    display: str = ""

    @property
    def localpart(self) -> str:
        """The user id without its `@` and its server."""
        return self.user[1:].partition(":")[0]

    def meant_by(self, content: Mapping[str, Any]) -> bool:
        """Whether a message with this content mentions the bot: by `m.mentions`, or by a link to it in
        `formatted_body`, as clients without `m.mentions` do.
        """
        mentions = content.get("m.mentions")
        users = mentions.get("user_ids") if isinstance(mentions, Mapping) else None
        if isinstance(users, list) and self.user in users:
            return True
        html = content.get("formatted_body")
        return isinstance(html, str) and any(link in html for link in self._links())

    def _links(self) -> tuple[str, ...]:
        forms = (self.user, quote(self.user, safe="@:"), quote(self.user, safe=""))
        return tuple(f'https://matrix.to/#/{form}"' for form in forms)


def said(body: str, names: Names, mentioned: bool) -> tuple[str, bool]:
    """The text of `body` without the bot's name at its start, and whether the bot is meant.

    A bare name calls the bot only with a colon or comma after it ("La Relève, …"), since « relève » is an
    everyday word; with an `@` before it, or in a message that mentions the bot anyway, a space is enough.
    """
    text = body.strip()
    for name in (names.user, f"@{names.localpart}", names.display, names.localpart):
        length = _starts_with(text, name)
        if not length:
            continue
        rest = text[length:].lstrip()
        called = rest[:1] in _AFTER_NAME if rest else text[0] == "@"
        at_sign = text[0] == "@" and (not text[length:] or text[length].isspace())
        if called or at_sign or (mentioned and (not rest or text[length].isspace())):
            return rest.lstrip(_AFTER_NAME).strip(), True
    return text, mentioned


def _starts_with(text: str, name: str) -> int:
    """How many characters of `text` are `name`, whatever the case and accents; 0 when it starts otherwise."""
    wanted = _folded(name)
    if not wanted:
        return 0
    found = ""
    for position, character in enumerate(text[: 4 * len(name)]):
        found += _folded(character)
        if not wanted.startswith(found):
            return 0
        if found == wanted:
            end = position + 1
            # A decomposed accent belongs to the letter before it.
            while end < len(text) and unicodedata.combining(text[end]):
                end += 1
            return end
    return 0


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def without_fallback(body: str) -> str:
    """`body` without the quote that older clients put before a reply: its lines that start with `> `, up to
    the first empty one.
    """
    lines = body.split("\n")
    quoted = 0
    while quoted < len(lines) and lines[quoted].startswith("> "):
        quoted += 1
    if quoted == 0:
        return body
    return "\n".join(lines[quoted + (quoted < len(lines) and not lines[quoted].strip()) :])
