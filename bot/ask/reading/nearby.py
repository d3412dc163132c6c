"""The tools that a question without an object of its own is about: « Zoom coûte cher. Une alternative ? »."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from bot.ask.reading import lexicon as words_of
from bot.ask.reading.belief import used
from bot.ask.reading.cue_phrases import CUES, Cue
from bot.ask.reading.direction import Role
from bot.ask.reading.message import Message
from bot.ask.reading.phrases import Phrases
from bot.catalog.fold import Kind
from bot.catalog.names import Entry, Mention
from bot.catalog.ordinary import LITTLE, is_ordinary

_MOST_NAMES = 20
_PLATFORMS = frozenset({"desktop-os", "mobile-os"})
_RUNS_ON = frozenset({"pour", "for", "sur", "on", "sous", "under"})
_BE = frozenset({"est", "is", "s", "c"})
_SUITES = frozenset({"cloud-suite", "office-suite"})
_INSIDE = frozenset({"dans", "in", "within", "from"})
_BEHIND = frozenset({"derriere", "behind", "dessous", "underneath"})
_OF = frozenset({"de", "du", "des", "d", "of", "by", "from"})
_USED = frozenset(
    [
        "utilise",
        "utilisons",
        "avec",
        "sur",
        "appelle",
        "paie",
        "paye",
        "payons",
        "use",
        "using",
        "with",
        "called",
        "on",
        "a",
        "for",
        "logiciel",
        "outil",
        "appli",
        "app",
    ]
)
_AND = frozenset({"et", "ou", "and", "or", "puis", "ni", "nor", "plus", "mais", "but", "ainsi", "well", "part"})
BOTH = Phrases(
    (
        "ces|les|aux|des deux",
        "both",
        "all three|four",
        "tous|toutes les deux|trois",
        "the|these|those two",
        "ces|les trois",
        "the|these|those three",
        "chacun",
        "l un et l|de autre",
        "l un et de l autre",
        "each of them|these|those",
        "tout ca",
        "all of these|those|them",
    )
)
_ACCOUNT = frozenset({"compte", "comptes", "account", "accounts"})
_SURFACE = frozenset({"sur", "on", "dans", "in"})
_WE_HAVE = frozenset(
    {
        ("on", "a"),
        ("nous", "avons"),
        ("we", "have"),
        ("we", "ve"),
        ("y", "a"),
        ("y", "un"),
        ("y", "une"),
        ("j", "ai"),
        ("i", "have"),
    }
)
_FAILS = frozenset({"ferme", "devient", "coute", "bloque", "plante", "augmente", "rame", "is", "costs"})
_VERBS_FOLLOW = frozenset({"on", "a"})
"""« on met », « à découvert »: after these only a capital makes a name."""
_OBJECTS = frozenset({"nous", "me", "m", "s", "se", "ne", "n", "a", "has", "just", "takes", "charges"})
_WORSE = Phrases(CUES[Cue.WORSE])
_LONGEST = 3
_SENTENCES_BACK = 2
"""How far back a tool may have been named: two sentences."""


def nearby(message: Message, place: int, directions: Mapping[int, Role], first: int) -> list[Mention]:
    """The tools named before `place`: in its sentence, which starts at `first`, or else in the nearest one before."""
    earlier: list[Mention] = []
    for mention in message.names[:_MOST_NAMES]:
        if mention.last > place or mention.first in directions:
            continue
        if used(message, mention) or (earlier and in_a_row(message, earlier[-1], mention)):
            earlier.append(mention)
    here = [mention for mention in earlier if mention.first >= first]
    if not here and earlier:
        sentence = message.tokens[earlier[-1].first].sentence
        if message.tokens[first].sentence - sentence <= _SENTENCES_BACK:
            here = [mention for mention in earlier if message.tokens[mention.first].sentence == sentence]
    return main(message, _theirs(message, earlier, here) or here)


def _theirs(message: Message, earlier: Sequence[Mention], here: Sequence[Mention]) -> list[Mention]:
    """« on monte tout sur CapCut… ByteDance, bof »: the tool that was named before the giant whose it is."""
    if not here or not all(mention.is_a(Entry.GIANT) for mention in here):
        return []
    giants = {mention.ref.id for mention in here if len(mention.refs) == 1}
    products = message.index.catalogue.products
    near = message.tokens[here[0].first].sentence - 1
    return [
        tool
        for tool in earlier
        if tool.is_a(Entry.PRODUCT)
        and len(tool.refs) == 1
        and message.tokens[tool.first].sentence >= near
        and str(products[tool.ref.id].owner) in giants
    ]


def main(message: Message, mentions: Iterable[Mention]) -> list[Mention]:
    """Without the names that only say where or whose: « sur Mac », « du Bing », « Zettle de PayPal », a giant beside
    a product.
    """
    named = list(mentions)
    kept = [
        mention
        for mention in named
        if not (said_of_another(message, mention) or any(_only_led_to(message, mention, other) for other in named))
    ]
    last = {mention.refs: mention for mention in kept}
    kept = [mention for mention in kept if last[mention.refs] is mention]  # « nos photos sont chez Amazon Photos »
    plain = {mention.ref for mention in kept if len(mention.refs) == 1}
    # « nos formulaires sont des Google Forms »: what could be several tools is the one that is named outright.
    kept = [mention for mention in kept if len(mention.refs) == 1 or plain.isdisjoint(mention.refs)]
    kept = [mention for mention in kept if not _site_of(message, mention)] or kept
    kept = [mention for mention in kept if not holds(message, mention, kept)]
    for said in (_is_product, lambda mention: not (_is_platform(message, mention) or _is_account(message, mention))):
        kept = [mention for mention in kept if said(mention)] or kept
    # « every form still loads reCAPTCHA »
    kept = [mention for mention in kept if len(mention.refs) == 1 or message.capital(mention.first)] or kept
    kept = [mention for mention in kept if not any(_owned_by(message, other, mention) for other in kept)]
    return kept[: _joined(message, kept)]


def in_a_row(message: Message, before: Mention, mention: Mention) -> bool:
    """« DocuSign et acrobat »: in a row with a tool, an everyday word is one too."""
    between = message.words[before.last : mention.first]
    joined = (len(between) == 1 and between[0] in _AND) or (not between and message.tokens[mention.first].broken)
    return (
        joined
        and not message.weak(before)
        and message.tokens[before.first].sentence == message.tokens[mention.first].sentence
    )


def all_of_them(message: Message, first: int, last: int) -> bool:
    """« à la place de ces deux-là ? », "replaced both": the question is about everything named before."""
    return next(BOTH.all(message.words, first, last), None) is not None


def _joined(message: Message, mentions: Sequence[Mention]) -> int:
    """How many of `mentions` stand in a row, or in clauses side by side; « Linktree sur la bio Insta » is about one."""
    for number, (before, after) in enumerate(pairwise(mentions), 1):
        between = range(before.last, after.first)
        if between and not any(
            message.words[place] in _AND or message.tokens[place].broken for place in (*between, after.first)
        ):
            return number
    return len(mentions)


def _is_product(mention: Mention) -> bool:
    return not mention.is_a(Entry.GIANT)


def only_where(message: Message, mention: Mention) -> bool:
    """« Excel pour Mac », « sur Android et mon vieil iPhone »: a name that says on what something runs."""
    if not _is_platform(message, mention):
        return False
    words = message.words
    back = mention.first - 1
    while back >= 0 and mention.first - back <= _LONGEST + 1 and words[back] not in _RUNS_ON:
        other = next((one for one in message.names if one.last == back + 1), None)
        if other is not None and other.first < mention.first:
            return only_where(message, other)
        back -= 1
    between = words[back + 1 : mention.first]
    return back >= 0 and words[back] in _RUNS_ON and all(word in LITTLE or word in words_of.OPENERS for word in between)


def _is_platform(message: Message, mention: Mention) -> bool:
    ref = mention.ref
    return ref.entry is Entry.PRODUCT and not _PLATFORMS.isdisjoint(message.index.catalogue.products[ref.id].needs)


def holds(message: Message, mention: Mention, named: Sequence[Mention]) -> bool:
    """« dans le pack Office on ne se sert que de PowerPoint »: where the tool comes from."""
    products = message.index.catalogue.products
    inside = not _INSIDE.isdisjoint(message.words[max(0, mention.first - 2) : mention.first])
    if not inside or not mention.is_a(Entry.PRODUCT):
        return False
    owner = products[mention.ref.id].owner
    if _SUITES.isdisjoint(products[mention.ref.id].needs[:1]):
        return False
    return any(
        other.first > mention.first and other.is_a(Entry.PRODUCT) and products[other.ref.id].owner == owner
        for other in named
    )


def _site_of(message: Message, mention: Mention) -> bool:
    """« sur notre site WordPress, il y a… »: what the site is made with."""
    before = message.words[mention.first - 1 : mention.first]
    return before in (["site"], ["blog"], ["boutique"]) and mention.is_a(Entry.ALTERNATIVE)


def _is_account(message: Message, mention: Mention) -> bool:
    """« Classroom, mais il faut un compte Google »"""
    return not _ACCOUNT.isdisjoint(message.words[mention.first : mention.last])


def said_of_another(message: Message, mention: Mention) -> bool:
    """« c’est du Bing au fond », « c’est TikTok derrière »."""
    before = message.words[max(0, mention.first - 2) : mention.first]
    if before[-1:] and before[-1] in _BE and _BEHIND.intersection(message.words[mention.last : mention.last + 3]):
        return True
    return len(before) == 2 and before[0] in _BE and before[1] in {"du", "des"}


def _only_led_to(message: Message, mention: Mention, other: Mention) -> bool:
    """« un compte Google pour nos Google Meet », « sur notre Insta on a un Linktree »: the second is meant."""
    words = message.words
    between = words[mention.last : other.first]
    if _apposed(message, mention, other):
        return True
    if not 0 < len(between) <= _LONGEST or message.tokens[mention.last].broken:
        return False
    account = _ACCOUNT.intersection(words[mention.first : mention.last]) and between[0] in _RUNS_ON - _SURFACE
    before = words[max(0, mention.first - 2) : mention.first]
    return bool(account) or (not _SURFACE.isdisjoint(before) and tuple(between[:2]) in _WE_HAVE)


def _apposed(message: Message, mention: Mention, other: Mention) -> bool:
    """« le truc de montage de TikTok là, CapCut »: the tool is named after the one that its makers are known by."""
    words = message.words
    of = mention.first > 1 and words[mention.first - 1] in _OF
    close = 0 <= other.first - mention.last <= 1 and message.tokens[other.first].broken
    called = not words_of.TOOL.isdisjoint(words[max(0, mention.first - 5) : mention.first])
    return of and close and called


def _owned_by(message: Message, product: Mention, brand: Mention) -> bool:
    """Whether `brand` says whose the product right before it is."""
    if not 0 <= brand.first - product.last <= 1 or any(w not in _OF for w in message.words[product.last : brand.first]):
        return False
    if message.tokens[brand.first].broken or not product.is_a(Entry.PRODUCT) or not brand.is_a(Entry.PRODUCT):
        return False
    products = message.index.catalogue.products
    return getattr(products[product.ref.id].owner, "name", "") == products[brand.ref.id].name


def _fails(message: Message, place: int) -> bool:
    """« Kizeo devient trop cher », "Descript has become unaffordable": what is said against it follows a new name."""
    if place and not message.tokens[place].broken:
        return False
    words, last = message.words, len(message.words)
    beyond = place + 1 + (_after(message, place) in _OBJECTS)
    worse = any(_WORSE.at(words, after, last) for after in (place + 1, beyond) if after < last)
    return worse or _after(message, place) in _FAILS


def unknown_before(message: Message, stop: int, first: int, addressed: bool) -> tuple[int, int] | None:
    """« on paie WildApricot, par quoi le remplacer ? »: where a new name was said before the question, or None."""
    software = any(word in words_of.SOFTWARE for word in message.words[first:])
    for place in range(stop):
        after_and = place == first + 1 and message.words[first] in words_of.AND
        starts = addressed and (place in {0, first} or after_and or message.tokens[place].broken)
        fails = _fails(message, place)
        used = place and (message.words[place - 1] in _USED or (addressed and message.words[place - 1] == "pour"))
        if _strange(message, place) and (fails or starts or used):
            lower = addressed and message.words[max(0, place - 1)] not in _VERBS_FOLLOW
            if not (lower or message.capital(place) or (fails and software)):
                continue
            end = place + 1
            while end < min(stop, place + _LONGEST) and message.capital(end) and not message.tokens[end].broken:
                end += 1
            return place, end
    return None


def _after(message: Message, place: int) -> str:
    return message.words[place + 1] if place + 1 < len(message.words) else ""


def _strange(message: Message, place: int) -> bool:
    token = message.tokens[place]
    return token.kind is Kind.WORD and not is_ordinary(token.form) and not message.named(place)
