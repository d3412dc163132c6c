"""Tools named by their maker and their kind: « la plateforme de vidéos de Google », "Microsoft’s slide thing"."""

from collections.abc import Collection, Iterator, Sequence

from bot.ask.reading import lexicon as words_of
from bot.ask.reading.phrases import word_set
from bot.catalog.fold import Token, fold
from bot.catalog.mention import Entry, Mention, Ref, Sure
from bot.catalog.model import Kind
from bot.catalog.names import Names
from bot.catalog.need_words import NeedMention

_OF = words_of.DETERMINERS | frozenset({"de", "d", "du", "des", "chez", "from", "by", "of"})
_TIES = frozenset({"de", "d", "du", "des", "chez", "from", "by", "of"})
_BUILT_IN = word_set("built integre integree integres inclus enregistres enregistre saved stored")
_IN = frozenset({"in", "into", "a", "au", "dans", "sur", "on"})
_MOST_TIES = 3
_ITS = "s"
"""« Google’s » is read as two words."""
_GOES_ON = words_of.TOOL - frozenset({"something", "anything", "qqch", "chose", "alternative", "equivalent"})
_POINTS = frozenset({"one", "version"})
_FOR = frozenset({"pour", "for", "faire", "doing", "making"})
_AND = frozenset({"et", "and", "puis", "plus"})
_PLATFORMS = frozenset({"desktop-os", "mobile-os"})


def described(
    names: Names, tokens: Sequence[Token], found: list[Mention], needs: Sequence[NeedMention]
) -> list[Mention]:
    """`found` where a maker beside the kind of tool that is meant is a mention of that tool."""
    whole = list(found)
    owners = [
        Mention((Ref(Entry.GIANT, token.form),), place, place + 1)
        for place, token in enumerate(tokens)
        if token.form in names.makers
    ]
    for maker in (*found, *owners):
        if not maker.is_a(Entry.GIANT, Entry.PRODUCT) or len(maker.refs) > 1:
            continue
        meant = _of_kind(names, tokens, maker, found, needs) or _that_of(names, tokens, maker, found)
        for more in (meant, *_joined(names, tokens, maker, meant, needs)) if meant is not None else ():
            whole = [one for one in whole if one.last <= more.first or more.last <= one.first] + [more]
    return sorted(whole, key=lambda mention: mention.first)


def _of_kind(
    names: Names, tokens: Sequence[Token], maker: Mention, found: Sequence[Mention], needs: Sequence[NeedMention]
) -> Mention | None:
    for need in needs:
        place = _beside(tokens, maker, need, {one.first for one in found if one.sure is Sure.CONTEXT})
        if place is None or any(
            one is not maker and one.sure is not Sure.CONTEXT and _overlap(one, place) for one in found
        ):
            continue
        refs = tuple(Ref(Entry.PRODUCT, product) for product in _made(names, maker.ref, need.needs))
        if refs:
            return Mention(refs, *place)
    return None


def _joined(
    names: Names, tokens: Sequence[Token], maker: Mention, meant: Mention, needs: Sequence[NeedMention]
) -> Iterator[Mention]:
    """« Google pour nos mails et l’agenda »: what else of the maker’s is said in a row."""
    last = meant.last
    for need in needs:
        between = [token.form for token in tokens[last : need.first]]
        if not between or between[0] not in _AND or any(word not in _OF for word in between[1:]):
            continue
        refs = tuple(Ref(Entry.PRODUCT, product) for product in _made(names, maker.ref, need.needs))
        if maker.is_a(Entry.GIANT) and refs and meant.last <= need.first:
            yield Mention(refs, need.first, need.last)
            last = need.last


def _overlap(one: Mention, place: tuple[int, int]) -> bool:
    return one.first < place[1] and place[0] < one.last


def _beside(
    tokens: Sequence[Token], maker: Mention, need: NeedMention, everyday: Collection[int]
) -> tuple[int, int] | None:
    """From where to where the two stand together, or None: « la visio de Google », "Google’s video site".

    `everyday`: where words stand that are a tool’s name, too: "Microsoft’s cloud drive".
    """
    if need.last <= maker.first <= need.last + _MOST_TIES:
        between = tokens[need.last : maker.first]
        built_in = maker.is_a(Entry.PRODUCT) and any(t.form in _BUILT_IN for t in between)
        tied = all(t.form in _OF or (built_in and t.form in _BUILT_IN | _IN) for t in between) and (
            built_in or not between or any(t.form in _TIES for t in between)
        )
        whole = not any(t.broken for t in tokens[need.last : maker.first + 1])
        return (need.first, maker.last) if tied and whole else None
    between = tokens[maker.last : need.first]
    if maker.is_a(Entry.GIANT) and need.first == maker.last and not tokens[need.first].broken:
        return maker.first, need.last  # "the Microsoft spreadsheet"
    if maker.is_a(Entry.GIANT) and 0 < len(between) <= _MOST_TIES + 1 and not any(t.broken for t in between):
        purpose = [t.form for t in between if t.form not in _OF and t.form not in _GOES_ON and t.form not in _POINTS]
        if purpose and purpose[0] in _FOR and all(word in _FOR for word in purpose) and not tokens[need.first].broken:
            return maker.first, need.last
    if need.first == maker.last + 1 and tokens[maker.last].form == _ITS and not tokens[need.first].broken:
        last = need.last
        while last < len(tokens) and not tokens[last].broken and (tokens[last].form in _GOES_ON or last in everyday):
            last += 1
        return maker.first, last
    return None


def _made(names: Names, maker: Ref, needs: Sequence[str]) -> tuple[str, ...]:
    """What `maker` offers for the first of `needs` that it has something for: what is made for it, or all there is;
    what is gone only where there is nothing else.
    """
    products = names.catalogue.products
    for need in needs:
        found = names.owned(maker.id, need) if maker.entry is Entry.GIANT else _under(names, maker.id, need)
        alive = [product for product in found if products[product].answer is not Kind.GONE] or found
        made_for = [product for product in alive if products[product].needs[0] == need]
        if made_for or len(alive) == 1:
            return (*made_for, *alive)[:1]
    return ()


def _under(names: Names, brand: str, need: str) -> tuple[str, ...]:
    """The products for `need` that bear the name of the product `brand`; all those of its owner for a telephone."""
    products = names.catalogue.products
    entry = products[brand]
    if need in entry.needs or not isinstance(entry.owner, str):
        return ()
    owned = names.owned(entry.owner, need)
    if not _PLATFORMS.isdisjoint(entry.needs):
        return owned
    brand_word = fold(entry.name).split()[-1]  # « Chrome » for « Google Chrome »
    return tuple(
        product
        for product in owned
        if any(brand_word in fold(name).split() for name in products[product].spoken() if " " in name)
    )


def _that_of(names: Names, tokens: Sequence[Token], maker: Mention, found: Sequence[Mention]) -> Mention | None:
    """« an Illustrator file: what replaces Adobe’s? »: the one product of that maker that was named before."""
    alone = maker.last < len(tokens) and tokens[maker.last].form == _ITS and not tokens[maker.last].broken
    after = maker.last + 1
    if not alone or not maker.is_a(Entry.GIANT) or (after < len(tokens) and not tokens[after].broken):
        return None
    products = names.catalogue.products
    made = {
        one.refs
        for one in found
        if one.last <= maker.first and one.is_a(Entry.PRODUCT) and products[one.ref.id].owner == maker.ref.id
    }
    return Mention(made.pop(), maker.first, after) if len(made) == 1 else None
