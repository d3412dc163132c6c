"""What people type about migrations: « Google Drive → Nextcloud », « c’est fait », « annuler ». Pure."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.association.migration import plan
from bot.association.migration.days import even
from bot.association.migration.model import Pair
from bot.catalog.fold import read, words
from bot.catalog.names import Entry, Names

_LONGEST = 200
_ARROW = re.compile(r"\s*(?:→|⇒|➜|➡️?|⟶|-+>|=+>|>)\s*")
_FROM = re.compile(r"^(?:(?:de|d'|du|des|depuis|from|leave|quitter)\s*)", re.IGNORECASE)
_TOWARD = re.compile(r"\s+(?:vers|par|pour aller (?:sur|vers)|to|into|with|a|sur)\s+", re.IGNORECASE)
_AT = re.compile(r"\s*(?:\s(?:chez|at|hosted by|heberge par|de chez)\s+|\()(?P<host>[^()]+?)\)?\s*$", re.IGNORECASE)


class Gesture(StrEnum):
    """What can be done to a migration."""

    GO = "go"
    DONE = "done"
    DROP = "drop"
    UNDO = "undo"


_REACTIONS = {
    "🚀": Gesture.GO,
    "✅": Gesture.DONE,
    "✔": Gesture.DONE,
    "☑": Gesture.DONE,
    "❌": Gesture.DROP,
    "↩": Gesture.UNDO,
    "↩️": Gesture.UNDO,
}
_SAID = {
    Gesture.GO: "on s y met|on y va|c est parti|banco|lancons nous|allons y|planifie|planifie le|planifions|on se lance"
    "|let s do it|let s go|lets do it|lets go|do it|plan it|we re in|let s plan it|go for it|let s move",
    Gesture.DONE: "fait|c est fait|fini|c est fini|termine|c est termine|tout est fait|deja fait|c est deja fait"
    "|done|it s done|all done|finished|already done|we did it|did it",
    Gesture.DROP: "abandonner|abandonne|on abandonne|abandon|finalement non|laisse tomber|laissons tomber"
    "|on laisse tomber|pas pour nous|drop|drop it|never mind|not for us|forget it|let s drop it|after all no",
    Gesture.UNDO: "annuler|annule|annulez|annulation|erreur|c etait une erreur|oups|undo|oops|take it back|cancel that"
    "|my mistake",
}
_GESTURE_OF = {sentence: gesture for gesture, said in _SAID.items() for sentence in said.split("|")}
_POLITE = frozenset(
    [
        "svp",
        "stp",
        "merci",
        "please",
        "thanks",
        "alors",
        "ok",
        "oui",
        "yes",
        "bon",
        "allez",
        "super",
        "parfait",
        "great",
        "well",
        "so",
    ]
)
_PICKED = re.compile(
    r"^(?:(?:avec|pour|with|for)\s+)?(?:le|la|l|the|number|numero|option|n)?\s*(?:number|numero|option)?\s*(\d)$"
)


@dataclass(frozen=True, slots=True)
class Wish:
    """« on s’y met », about the alternative with `number` of those that were shown (1 unless it was said)."""

    gesture: Gesture
    number: int = 1


def reacted(key: str) -> Gesture | None:
    """The gesture of a reaction; variants of an emoji are the same."""
    return _REACTIONS.get(key.replace("\N{VARIATION SELECTOR-16}", ""))


def wished(text: str) -> Wish | None:
    """The gesture that `text` is, whole; « on s’y met avec le 2 » picks an alternative by number."""
    if len(text) > _LONGEST:
        return None
    said = [word for word in words(text) if word not in _POLITE]
    for size in range(len(said), 0, -1):
        gesture = _GESTURE_OF.get(" ".join(said[:size]))
        if gesture is not None:
            rest = " ".join(said[size:])
            if not rest:
                return Wish(gesture)
            picked = _PICKED.match(rest)
            return Wish(gesture, int(picked[1])) if picked and gesture is Gesture.GO else None
    return None


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a wish to migrate cannot be planned; `name` is what was typed (not yet tamed)."""

    why: str
    name: str = ""


def pair(typed: str, names: Names, tools: frozenset[str]) -> Pair | Unread:
    """The move in « Google Drive → Nextcloud », « de Zoom vers Jitsi chez Framasoft », or « Google Drive » alone.

    Without a goal it is the alternative that is proposed first to an association that uses `tools`. A `why`
    is one of: usage, unknown-product, unknown-alternative, giant, nothing.
    """
    if not typed or len(typed) > _LONGEST:
        return Unread("usage")
    source, goal = _parted(" ".join(typed.split()))
    if not source:
        return Unread("usage")
    product = _entry(source, names, Entry.PRODUCT)
    need = "" if product else _need(source, names)
    if product is None and not need:
        return Unread("unknown-product", source)
    if goal is None:
        return _first(product, need, names, tools)
    host_typed = _AT.search(even(goal))
    bare = goal[: host_typed.start()] if host_typed else goal
    alternative = _entry(bare, names, Entry.ALTERNATIVE)
    if alternative is None:
        return Unread("giant" if _entry(bare, names, Entry.PRODUCT) else "unknown-alternative", bare)
    if plan.of_a_giant(names.catalogue, names.catalogue.alternatives[alternative]):
        return Unread("giant", bare)
    host = _host(goal[host_typed.start("host") : host_typed.end("host")] if host_typed else bare, alternative, names)
    asked = (need,) if need else ()
    return Pair(plan.need_between(names.catalogue, product or "", alternative, asked), product or "", alternative, host)


def _parted(typed: str) -> tuple[str, str | None]:
    """What is left, and what for; without the words between."""
    source, arrow, goal = _split(_ARROW, typed)
    if not arrow:
        plain = even(typed)
        source, arrow, goal = _split(_TOWARD, plain)
        source, goal = typed[: len(source)], typed[len(typed) - len(goal) :] if arrow else ""
    source = source[len(found.group()) :] if (found := _FROM.match(even(source))) else source
    return source.strip(" .!"), goal.strip(" .!") or None if arrow else None


def _split(pattern: re.Pattern[str], text: str) -> tuple[str, bool, str]:
    found = pattern.search(text)
    return (text[: found.start()], True, text[found.end() :]) if found else (text, False, "")


def _entry(typed: str, names: Names, entry: Entry) -> str | None:
    found = next((ref.id for ref in names.named(typed) if ref.entry is entry), None)
    if found is not None or entry is Entry.PRODUCT:
        return found
    # A product of the same name hides an alternative (HelloAsso is both).
    key = words(typed)
    return next((each.id for each in names.catalogue.alternatives.values() if words(each.name) == key), None)


def _need(typed: str, names: Names) -> str:
    mentions = names.needs.mentions(read(typed).tokens)
    return mentions[0].needs[0] if mentions else ""


def _first(product: str | None, need: str, names: Names, tools: frozenset[str]) -> Pair | Unread:
    catalogue = names.catalogue
    if product is None:
        shown = [name for name in catalogue.needs[need].alternatives if name in catalogue.alternatives]
        return Pair(need, "", shown[0]) if shown else Unread("nothing", catalogue.needs[need].id)
    entry = catalogue.products[product]
    for each in entry.alternatives:
        alternative = plan.proposed(catalogue, entry, each, tools)
        if alternative is not None:
            return Pair(each, product, alternative.id)
    return Unread("nothing", entry.name)


def _host(typed: str, alternative: str, names: Names) -> str:
    """The host that `typed` names, by its own name or by that of its service; "" for none."""
    wanted = words(typed)
    for offer in names.catalogue.alternatives[alternative].offers:
        host = names.catalogue.hosts.get(offer.host)
        called = [offer.service or "", host.name if host else "", offer.host]
        if any(wanted and words(name) == wanted for name in called):
            return offer.host
    return ""
