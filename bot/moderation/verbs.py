"""The commands of moderators, declared once: the parser, the help and its examples are made from these.

A form is a line of words and `{parameters}`; `[…]` around one means that it may be left out. What a
parameter looks like is in `PARAMETERS`; what it is called, in the wording (`moderation.parameter.<name>`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.conversation import Language

Block: TypeAlias = Literal["none", "optional", "needed"]

PARAMETERS: Mapping[str, str] = {
    "entry": r"[^|]+?",
    "name": r"[^|]+?",
    "kind": r"[^\s|]+",
    "need": r"[^|]+?",
    "signed": r"[+−–-]\s*[^\s|].*?",
    "ordered": r"=\s*[^\s|].*",
    "settings": r"[^\W\d][\w.]*\s*=.*",
    "both": r":\s*\S.*",
    "successor": r"[^|:]+?",
    "number": r"(?:n°\s*|#)?\d{1,9}",
    "day": r"\d{4}-\d{2}(?:-\d{2})?",
    "state": r"(?:ouverte?|fermée?|ferme|sur demande|membres|open|closed|on request|members)",
    "words": r"\S.*",
}
"""Each parameter as a regular expression; where two may follow each other, the first takes as little as it can."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One command.

    `words` call it, per language; `forms` are tried in order. `changes`: it makes a revision, and takes a
    moderator and, after « # », a reason. `block`: whether a fenced block of `key: value` lines comes along.
    """

    id: str
    words: Mapping[Language, tuple[str, ...]]
    forms: tuple[str, ...]
    changes: bool = False
    block: Block = "none"


VERBS: tuple[Verb, ...] = (
    Verb("show", {"fr": ("montrer", "voir"), "en": ("show", "view")}, ("{entry}",)),
    Verb("add", {"fr": ("ajouter",), "en": ("add",)}, ("{kind} {name}", "{kind}"), changes=True, block="needed"),
    Verb(
        "change",
        {"fr": ("changer", "modifier"), "en": ("change", "set")},
        ("{entry} {settings}", "{entry}"),
        changes=True,
        block="optional",
    ),
    Verb(
        "retire",
        {"fr": ("retirer",), "en": ("retire",)},
        ("{entry} devenu|devenue|became {successor} [{both}]", "{entry} [{both}]"),
        changes=True,
    ),
    Verb("alias", {"fr": ("alias",), "en": ("alias",)}, ("{entry} {signed}",), changes=True),
    Verb(
        "alternative",
        {"fr": ("alternative",), "en": ("alternative",)},
        (
            "{entry} pour|for {need} {signed} [{both}]",
            "{entry} pour|for {need} {ordered}",
            "{entry} {signed} [{both}]",
            "{entry} {ordered}",
        ),
        changes=True,
    ),
    Verb("host", {"fr": ("hébergeur", "hôte"), "en": ("host",)}, ("{entry} {state}",), changes=True),
    Verb("checked", {"fr": ("vérifié", "vérifiée"), "en": ("checked",)}, ("{entry} {day}", "{entry}"), changes=True),
    Verb("ambiguous", {"fr": ("ambigu",), "en": ("ambiguous",)}, ("{name} {ordered}",), changes=True),
    Verb("give", {"fr": ("attribuer",), "en": ("give",)}, ("{name} à|a|to {entry}",), changes=True),
    Verb("history", {"fr": ("historique",), "en": ("history",)}, ("", "{number}", "{entry}")),
    Verb("undo", {"fr": ("annuler",), "en": ("undo",)}, ("{number}",), changes=True),
    Verb(
        "demand",
        {"fr": ("demandes", "demande"), "en": ("demands", "demand")},
        ("", "{number} non|no", "{number} {ordered}", "{number} {kind}"),
        changes=True,
        block="optional",
    ),
    Verb("stale", {"fr": ("à vérifier",), "en": ("to check", "stale")}, ("", "{number}")),
    Verb("proposals", {"fr": ("propositions",), "en": ("proposals",)}, ("",)),
    Verb("accept", {"fr": ("accepter",), "en": ("accept",)}, ("{number}",), changes=True),
    Verb("refuse", {"fr": ("refuser",), "en": ("refuse",)}, ("{number}",), changes=True),
    Verb("keep", {"fr": ("garder",), "en": ("keep",)}, ("{number}",), changes=True),
    Verb("leave", {"fr": ("laisser",), "en": ("leave",)}, ("{number}",), changes=True),
    Verb("help", {"fr": ("aide",), "en": ("help",)}, ("", "{words}")),
)
BY_ID: Mapping[str, Verb] = {verb.id: verb for verb in VERBS}
