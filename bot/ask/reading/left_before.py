"""Tools that were left before, for another one that is asked about now: « on a quitté Skype, on est sur Teams : par
quoi le remplacer ? », "we replaced Skype with Teams; now what could replace Teams?".
"""

from bot.ask.reading.direction import Role, past_openers
from bot.ask.reading.lexicon import CUE_VOCABULARY
from bot.ask.reading.message import Message
from bot.ask.reading.phrases import Phrases
from bot.catalog.names import Entry, Mention

_LEFT = Phrases(
    (
        "a|ai|avons|ont|avait|avions quitte|remplace|lache|abandonne|vire|delaisse|largue|laisse",
        "est|sommes|suis|etions parti|partis|passe|passes|sorti|sortis de|du|d",
        "left|replaced|dropped|ditched|abandoned",
        "got rid of",
        "moved|switched|migrated from|off",
    )
)
_ANEW = CUE_VOCABULARY | {"autre", "else", "leave", "drop", "ditch", "lacher", "virer", "garder", "keep"}
_PLATFORMS = frozenset({"desktop-os", "mobile-os"})


def left_before(message: Message) -> dict[int, Role]:
    """The names of tools that are gone already, by the place where they start."""
    words, found = message.words, {}
    for _, after in _LEFT.all(words, 0, len(words)):
        start = past_openers(message, after, len(words))
        gone = message.name_at(start) if start < len(words) else None
        if gone is not None and not message.tokens[after].broken and _another_since(message, gone):
            found[gone.first] = Role.EXCLUDED
    return found


def _another_since(message: Message, gone: Mention) -> bool:
    later = [mention for mention in message.names if mention.first >= gone.last]
    if any(mention.refs == gone.refs for mention in later):
        return False
    since = next((mention for mention in later if _stands_for_itself(message, mention)), None)
    return since is not None and not _ANEW.isdisjoint(message.words[since.last :])


def _stands_for_itself(message: Message, mention: Mention) -> bool:
    if not mention.is_a(Entry.PRODUCT) or (message.weak(mention) and not message.capital(mention.first)):
        return False
    return _PLATFORMS.isdisjoint(message.index.catalogue.products[mention.ref.id].needs)
