"""Looking up a sentence by its name, in one of the two languages, with its values filled in.

A sentence may hold `**bold**`, `*italic*`, `` `code` ``, `[label](https://address)`, a line break and
`{value}`; a value is text (never read as markup) or a phrase. Plurals are gettext plurals on `count`.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypeAlias

from babel.messages.pofile import read_po

from bot.conversation import Language
from bot.wording.document import Code, Emphasis, Inline, LineBreak, Link, Phrase, Plain, Strong

LANGUAGES: tuple[Language, ...] = ("fr", "en")
Value: TypeAlias = str | int | Phrase

_FOLDER = Path(__file__).parent
_MARKUP = re.compile(
    r"\*\*(?P<strong>[^*]+)\*\*|\*(?P<em>[^*]+)\*|`(?P<code>[^`]+)`"
    r"|\[(?P<label>[^\]]+)\]\((?P<url>https?://[^)]+)\)|(?P<line>\n)|\{(?P<value>[a-z_]+)\}"
)
_VALUE = re.compile(r"\{([a-z_]+)\}")


class Voice:
    """The bot speaking one language: `say` for a whole phrase, `word` for plain text."""

    def __init__(self, language: Language, sentences: Mapping[str, tuple[str, ...]]) -> None:
        self.language = language
        self._sentences = sentences

    def say(self, name: str, /, **values: Value) -> Phrase:
        """The sentence called `name` with `values` filled in.

        Raises KeyError for a sentence or a value that does not exist: a mistake of ours, found by tests.
        """
        whole: list[Inline] = []
        template = self._template(name, values)
        position = 0
        for found in _MARKUP.finditer(template):
            if found.start() > position:
                whole.append(Plain(template[position : found.start()]))
            whole.extend(_inline(found, values))
            position = found.end()
        if position < len(template):
            whole.append(Plain(template[position:]))
        return tuple(whole)

    def word(self, name: str, /, **values: str | int) -> str:
        """The sentence called `name` as plain text, for a label inside another sentence or a terminal."""
        return _fill(self._template(name, values), values)

    def knows(self, name: str) -> bool:
        """Whether there is a sentence called `name`."""
        return name in self._sentences

    def names(self) -> frozenset[str]:
        """The names of all sentences."""
        return frozenset(self._sentences)

    def _template(self, name: str, values: Mapping[str, Value]) -> str:
        forms = self._sentences[name]
        count = values.get("count", 1)
        return forms[-1] if len(forms) > 1 and isinstance(count, int) and _is_plural(count, self.language) else forms[0]


def _is_plural(count: int, language: Language) -> bool:
    """CLDR: in French 0 and 1 are singular; in English only 1 is."""
    return count > 1 if language == "fr" else count != 1


def _inline(found: re.Match[str], values: Mapping[str, Value]) -> Phrase:
    match found.lastgroup:
        case "strong":
            return (Strong(_fill(found["strong"], values)),)
        case "em":
            return (Emphasis(_fill(found["em"], values)),)
        case "code":
            return (Code(_fill(found["code"], values)),)
        case "url":
            return (Link(_fill(found["label"], values), found["url"]),)
        case "line":
            return (LineBreak(),)
        case _:
            value = values[found["value"]]
            return value if isinstance(value, tuple) else (Plain(str(value)),)


def _fill(template: str, values: Mapping[str, Value]) -> str:
    return _VALUE.sub(lambda found: str(values[found[1]]), template)


@cache
def voice(language: Language) -> Voice:
    """The voice of `language`; any language but French and English is answered in French."""
    language = language if language in LANGUAGES else LANGUAGES[0]
    sentences: dict[str, tuple[str, ...]] = {}
    for path in sorted((_FOLDER / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if message.id:
                    name = message.id if isinstance(message.id, str) else message.id[0]
                    text = message.string or ""
                    sentences[name] = (text,) if isinstance(text, str) else tuple(text)
    return Voice(language, sentences)
