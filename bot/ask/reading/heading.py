"""Where people head to, by the way that two tools stand to each other: « troquer Slack contre Discord »,
"from Slack to Discord", « Slack -> Discord », « Teams pour remplacer Zoom ».
"""

from collections.abc import Iterator
from itertools import pairwise

from bot.ask.reading import lexicon as words_of
from bot.ask.reading.direction import Role, past_openers
from bot.ask.reading.message import Message
from bot.ask.reading.phrases import Phrases, word_set
from bot.catalog.names import Mention

_FOR_ANOTHER = Phrases(
    (
        "pour remplacer|succeder",
        "pour succeder a|au|aux",
        "to replace",
        "as a|an|our|my replacement|alternative|substitute|successor for|to|of",
        "as replacement|alternative|substitute for|to",
        "comme alternative|remplacant|remplacement|successeur a|au|aux|de|du|d|pour",
        "en remplacement de|du|d|des",
    )
)
_TAKES_OVER = Phrases(
    (
        "peut|pourrait|saurait il|elle le|la|les|l|nous remplacer",
        "peut|pourrait|saurait il|elle remplacer",
        "peut|pourrait le|la|les remplacer",
        "replace it|them|this|that",
    )
)
"""« Dolibarr peut-il le remplacer ? », "can Jitsi replace it?": what would take over."""
_CAN = frozenset({"can", "could", "would", "will"})
_LEAVING = word_set("lacher lache quitter quitte abandonner laisser drop leave ditch dropping leaving")
_IN_FAVOUR = Phrases(("in favour|favor of", "au profit|benefice de|du|d"))
_GOING = Phrases(
    ("go|going|went with|for", "part|partir|parte|partait|partirait sur|avec", "opt|opting for", "opte|opter pour")
)
_SWAP = word_set(
    "swap swaps swapping swapped trade trading exchange troquer troque troquons echanger echange echangeons"
)
_FOR = frozenset({"for", "contre", "pour", "with", "avec"})
_FROM = frozenset({"from", "off", "depuis", "de", "du", "d"})
_TO = frozenset({"to", "vers", "a", "au", "onto", "into"})
_ARROW = ("->", "=>", "→", ">>", "⇒", "➡")
_RANGE = word_set("tout tous toutes all everything both deux")
"""« de Gmail à Drive, par quoi remplacer tout ça ? » heads nowhere."""
_NEAR = 4


def heading(message: Message) -> dict[int, Role]:
    """The names that are where a sentence heads to, by the place where they start."""
    return {mention.first: Role.TOWARD for mention in _headed(message)}


def _headed(message: Message) -> Iterator[Mention]:
    for mention in message.names[1:]:
        size = (
            _TAKES_OVER.at(message.words, mention.last, len(message.words)) if mention.last < len(message.words) else 0
        )
        if size and (message.words[mention.last] != "replace" or message.words[mention.first - 1] in _CAN):
            yield mention
    everything = not _RANGE.isdisjoint(message.words)
    for before, after in pairwise(message.names):
        start, stop = before.last, after.first
        if any(
            _GOING.at(message.words, place, stop) == stop - place for place in (stop - 2, stop - 3) if place >= start
        ):
            yield after
        if message.tokens[before.first].sentence != message.tokens[after.first].sentence or start >= len(message.words):
            continue
        if _FOR_ANOTHER.at(message.words, start, stop) and _reaches(message, start, stop, _FOR_ANOTHER):
            yield before
        elif (_IN_FAVOUR.at(message.words, start, stop) and _reaches(message, start, stop, _IN_FAVOUR)) or (
            not everything and _from_one_to_another(message, before, after)
        ):
            yield after


def _reaches(message: Message, start: int, stop: int, link: Phrases) -> bool:
    """Whether nothing but little words stands between the link and the other name."""
    return past_openers(message, start + link.at(message.words, start, stop), stop + 1) == stop


def _from_one_to_another(message: Message, before: Mention, after: Mention) -> bool:
    words = message.words
    start, stop = before.last, after.first
    start += start + 1 < stop and words[start] in words_of.AND  # « off Nextcloud and onto SharePoint »
    if start == stop:
        gap = message.reading.text[message.tokens[start - 1].end : message.tokens[stop].start]
        return any(arrow in gap for arrow in _ARROW)
    if past_openers(message, start + 1, stop + 1) != stop or any(message.tokens[n].broken for n in range(start, stop)):
        return False
    if words[start] in _FOR:
        led = words[max(0, before.first - _NEAR) : before.first]
        return not _SWAP.isdisjoint(led) or (words[start] in words_of.FOR and not _LEAVING.isdisjoint(led[-2:]))
    return words[start] in _TO and before.first > 0 and words[before.first - 1] in _FROM
