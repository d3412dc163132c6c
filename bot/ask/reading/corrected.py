"""What somebody takes back while typing: « Trello, euh non pardon, Tricount », "Zoom? sorry I meant Teams"."""

from bot.ask.reading.direction import past_openers
from bot.ask.reading.message import Message
from bot.ask.reading.phrases import Phrases, word_set
from bot.catalog.names import Entry, Mention, Ref

_TAKEN_BACK = Phrases(
    (
        "euh",
        "heu",
        "pardon",
        "oups",
        "oops",
        "sorry",
        "correction",
        "voulais|voulait|veux dire",
        "enfin non",
        "ou plutot",
        "i meant",
        "or rather",
        "wait no",
        "non",
        "nope",
    )
)
_MAY_STAND_BETWEEN = word_set(
    "euh heu non no nope pardon oups oops sorry correction je j i me suis trompe voulais voulait veux dire enfin ou or "
    "plutot rather meant mean wait oh ah a au aux de d du des la le les l to for the of par by with que c est it s "
    "mais but celui celle ceux one"
)
_OF = frozenset({"de", "d", "of", "by"})
_TURNS = frozenset({"mais", "but", "et", "and"})
_MEANS = Phrases(
    (
        "je veux|voulais|voudrais dire|parler",
        "je veux|voulais dire|parler de|du|d",
        "je pensais|pense a|au|aux",
        "je parle|parlais de|du|d",
        "i mean|meant",
        "i was|am thinking|talking of|about",
    )
)
_FARTHEST = 9
_MOST_NAMES = 20


def corrections(message: Message) -> dict[int, Mention]:
    """The name that each name taken back gives way to, by the place where it starts."""
    given: dict[int, Mention] = {}
    names = message.names[:_MOST_NAMES]
    for taken, instead in zip(reversed(names[:-1]), reversed(names[1:]), strict=True):
        if _taken_back(message, taken.last, instead.first):
            given[taken.first] = given.get(instead.first, _the_other_giants(message, taken, instead))
    # « Adobe XD, pardon, pas XD, Lightroom »: what is taken back later was meant by none of its names.
    for mention in names:
        later = (given[other.first] for other in names if other.refs == mention.refs and other.first in given)
        meant = next(later, None)
        if mention.first not in given and meant is not None and mention.first < meant.first:
            given[mention.first] = meant
    return given


def _the_other_giants(message: Message, taken: Mention, instead: Mention) -> Mention:
    """« l’agenda de Microsoft, non pardon, celui de Google »: what the other giant has for the same need."""
    if not instead.is_a(Entry.GIANT) or not taken.is_a(Entry.PRODUCT):
        return instead
    needs = message.index.catalogue.products[taken.ref.id].needs
    owned = [one for need in needs[:1] for one in message.index.owned(instead.ref.id, need)]
    return instead._replace(refs=(Ref(Entry.PRODUCT, owned[0]),)) if owned else instead


def meant_instead(message: Message, stop: int) -> Mention | None:
    """« Soundtrap, pardon, je voulais dire GarageBand »: the name after what is said before `stop`, if it is meant."""
    after = next((mention for mention in message.names if mention.first >= stop), None)
    if after is None or after.first - stop > _FARTHEST:
        return None
    said = range(stop, after.first)
    return after if any(_explained(message, start, after.first) for start in said) else None


def _explained(message: Message, start: int, stop: int) -> bool:
    """« par Drive je veux dire OneDrive », "I wrote Zoom but I was thinking of Teams"."""
    start += start < stop and message.words[start] in _TURNS
    end = start + _MEANS.at(message.words, start, stop) if start < stop else start
    return start < end and past_openers(message, end, stop + 1) == stop


def _taken_back(message: Message, start: int, stop: int) -> bool:
    words = message.words
    while start < stop and (words[start] in _OF or message.index.giant_of(words[start])):
        start += 1  # « l’agenda de Microsoft, non, celui de Google »
    if _explained(message, start, stop):
        return True
    if not 0 < stop - start <= _FARTHEST or words[stop - 1] in {"pas", "not"}:
        return False
    if not all(word in _MAY_STAND_BETWEEN for word in words[start:stop]):
        return False
    # « Zoom ou non Teams » is no correction; « Zoom, non, Teams » is.
    return message.tokens[start].broken and next(_TAKEN_BACK.all(words, start, stop), None) is not None
