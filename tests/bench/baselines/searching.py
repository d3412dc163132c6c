"""What a search gives on the same sentences: names found as they are written, or by the trigrams of SQLite.

Both are given the same help, so that only the way of looking differs: a list of words that ask for a replacement,
the language of the little words, the needs by their wordings, and what the catalogue says of what was found.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from bot.ask.reading.language import language_of
from bot.catalog import Catalogue
from bot.catalog.fold import fold, read
from bot.catalog.model import Alternative, Kind, Product

Looking = Callable[[str], list[str]]
"""From a folded text to the keys of the names in it, best first."""

_ASKING = (
    "rempla", "alternativ", "equivalent", "a la place", "au lieu", "autre chose", "quitter", "se passer", "mieux que",
    "d'autre", "replac", "instead", "get rid", "better than", "other than", "leave", "switch", "ditch", "move away",
    "par quoi", "vers quoi", "quel outil", "quel logiciel", "tool for", "un outil", "un logiciel", "vous utilisez quoi",
)  # fmt: skip
_SHORTEST = 4
_OUTCOMES = {Kind.REPLACE: "answer", Kind.NO_EQUIVALENT: "answer", Kind.KEEP: "keep", Kind.GONE: "gone"}
_MOST = 4


class Search:
    """Answers as the offline door does, from names that `looking` finds."""

    def __init__(self, catalogue: Catalogue, looking: Callable[[Iterable[str]], Looking]) -> None:
        self._named: dict[str, list[Product | Alternative]] = {}
        entries: tuple[Product | Alternative, ...] = (
            *catalogue.products.values(),
            *catalogue.alternatives.values(),
        )
        for entry in entries:
            for name in entry.spoken():
                named = self._named.setdefault(_plain(name), [])
                if entry not in named and not (named and isinstance(entry, Alternative)):
                    named.append(entry)
        self._needs: dict[str, str] = {}
        for need in catalogue.needs.values():
            for wording in (*need.say.fr, *need.say.en, need.label.fr, need.label.en):
                self._needs.setdefault(_plain(wording), need.id)
        self._names: Looking = looking(name for name in self._named if len(name) >= _SHORTEST)
        self._wordings: Looking = looking(wording for wording in self._needs if len(wording) >= _SHORTEST)

    def answer(self, request: Mapping[str, object]) -> dict[str, Any]:
        """The reply to `{"text": …, "addressed": …}`: `outcome`, `lang`, `products`, `needs`."""
        text, addressed = str(request["text"]), request.get("addressed") is True
        plain = _plain(text)
        language = language_of([token.form for token in read(text).tokens], "fr")
        silence = {"outcome": "silent", "lang": language, "products": [], "needs": []}
        if not addressed and not any(asking in plain for asking in _ASKING):
            return silence
        found = self._names(plain)[:_MOST]
        if found:
            entries = [self._named[name] for name in found]
            if any(len(named) > 1 for named in entries):
                return silence | {"outcome": "ask"}
            outcome = "keep" if isinstance(entries[0][0], Alternative) else _OUTCOMES[entries[0][0].answer]
            return silence | {"outcome": outcome, "products": list(dict.fromkeys(named[0].name for named in entries))}
        needs = [self._needs[wording] for wording in self._wordings(plain)[:1]]
        if needs:
            return silence | {"outcome": "answer", "needs": needs}
        return silence | {"outcome": "help"} if addressed else silence


def substring(names: Iterable[str]) -> Looking:
    """Names as they are written, as whole words, the longest first, none within another."""
    known = {f" {name} " for name in names}
    longest = max(map(len, known), default=0)

    def looking(text: str) -> list[str]:
        starts = [place for place, character in enumerate(text) if character == " "]
        found: list[str] = []
        past = -1
        for start in starts:
            ends = (end for end in reversed(starts) if start < end <= start + longest)
            match = next((text[start : end + 1] for end in ends if text[start : end + 1] in known), None)
            if match and start >= past:
                found.append(match.strip())
                past = start + len(match) - 1
        return found

    return lambda text: looking(f" {text} ")


def trigram(names: Iterable[str]) -> Looking:
    """The best name by the rank of SQLite’s trigram index, if most of its own trigrams are in the text."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE names USING fts5 (name, tokenize = 'trigram')")
    connection.executemany("INSERT INTO names VALUES (?)", ((name,) for name in names))

    def looking(text: str) -> list[str]:
        parts = _trigrams(text)
        if not parts:
            return []
        query = " OR ".join('"' + part.replace('"', '""') + '"' for part in sorted(parts))
        rows = connection.execute("SELECT name FROM names WHERE names MATCH ? ORDER BY rank LIMIT 20", (query,))
        shares = ((len(_trigrams(name) & parts) / len(_trigrams(name)), len(name), name) for (name,) in rows)
        best = max(shares, default=(0.0, 0, ""))
        return [best[2]] if best[0] >= _ALIKE else []

    return looking


_ALIKE = 0.8
"""The share of a name’s trigrams that must be in the text: the best of 0.6, 0.7, 0.75, 0.8 and 0.9 on the lines
for tuning.
"""


def _trigrams(text: str) -> set[str]:
    return {text[place : place + 3] for place in range(len(text) - 2)}


def _plain(text: str) -> str:
    return " ".join(" ".join(fold(token.form) for token in read(text).tokens).split())
