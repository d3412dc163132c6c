"""Names in pieces: a giant named beside the word that says which of its products is meant.

« maps, celui de google », « le drive de chez Google », « microsoft tims », « Google Drive et Agenda ».
"""

from collections.abc import Callable, Container, Iterator, Sequence

from bot.catalog.catalogue import Catalogue
from bot.catalog.fold import Token, words
from bot.catalog.mention import Entry, Mention, Ref, Sure, longest
from bot.catalog.need_words import NeedWords
from bot.catalog.ordinary import LITTLE

_BESIDE = 6
"""How many words may lie between a giant and the piece of its product’s name."""
_SHORTEST = 4
_SHORT = 2
_MOST_GIANTS = 8
_OF = frozenset({"de", "d", "du", "chez", "by", "from", "of"})
_ON = frozenset({"sur", "on"})
_FEW = 4
"""How many little words may lie between what is on a platform and the platform: « le groupe qu’on a sur … »."""
_BEFORE_GIANT = _OF | {"the", "version", "celui", "celle"}
_SMALL = LITTLE | frozenset({"version", "celui", "celle", "appli", "app", "outil", "logiciel", "service", "tool"})
_ITS = "s"
"""« Amazon’s cloud » is read as « amazon s cloud »."""
_KINDS = frozenset({"logiciel", "outil", "appli", "application", "service", "solution", "plateforme", "truc"})
_FEMININE = frozenset({"la", "une", "cette", "ma", "ta", "sa"})
_AND = frozenset({"et", "ou", "and", "or", "puis", "plus", "leur", "leurs", "its"})


class Pieces:
    """Puts names in pieces together; `look_up` gives what a folded, glued name stands for."""

    def __init__(self, catalogue: Catalogue, look_up: Callable[[str], tuple[Ref, ...]], needs: NeedWords) -> None:
        self._needs = needs
        self._products = catalogue.products
        self._look_up = look_up

    def together(self, tokens: Sequence[Token], found: list[Mention]) -> list[Mention]:
        """The best of `found`, none overlapping another, where every name in pieces is one mention."""
        kept = self._absorbed(tokens, longest(found))
        kept = longest([self._completed(tokens, mention) or mention for mention in kept])
        kept = [self._on_platform(tokens, mention) or mention for mention in kept]
        giants = [mention for mention in found if mention.is_a(Entry.GIANT)]
        for giant in giants[:_MOST_GIANTS]:
            pieces = list(self._pieces(tokens, giant, kept))
            if pieces:
                covered = {place for piece in pieces for place in range(piece.first, piece.last)}
                kept = [one for one in kept if one != giant and covered.isdisjoint(range(one.first, one.last))] + pieces
        return kept

    def _absorbed(self, tokens: Sequence[Token], kept: list[Mention]) -> list[Mention]:
        """`kept` where a name that only says whose the product beside it is belongs to that product’s name:
        « microsoft tims », « facebook mesenger », « gmail de google ».
        """
        whole: list[Mention] = []
        for mention in sorted(kept, key=lambda one: one.first):
            before = whole[-1] if whole else None
            if before is not None and self._next_to(tokens, before, mention):
                if self._belongs(tokens, mention, before):
                    whole[-1] = Mention(self._of_brand(mention, before), before.first, mention.last)
                    continue
                if before.is_a(Entry.PRODUCT) and self._belongs(tokens, before, mention):
                    whole[-1] = Mention(self._of_brand(before, mention), before.first, mention.last)
                    continue
            whole.append(mention)
        return whole

    def _completed(self, tokens: Sequence[Token], brand: Mention) -> Mention | None:
        """« instagran live », « sondages whatapp »: a misspelt brand beside the rest of a name."""
        name = brand.ref.id.replace("-", "")
        if (
            brand.last - brand.first > 1
            or not brand.is_a(Entry.PRODUCT, Entry.GIANT)
            or tokens[brand.first].form == name
        ):
            return None
        if brand.last < len(tokens) and not tokens[brand.last].broken:
            refs = self._look_up(name + tokens[brand.last].form)
            if refs and refs != brand.refs:
                return Mention(refs, brand.first, brand.last + 1, brand.sure)
        if brand.first and not tokens[brand.first].broken:
            refs = self._look_up(tokens[brand.first - 1].form + name)
            if refs and refs != brand.refs:
                return Mention(refs, brand.first - 1, brand.last, brand.sure)
        return None

    def _on_platform(self, tokens: Sequence[Token], brand: Mention) -> Mention | None:
        """« notre groupe, celui qui est sur facebook », « les sondages sur whatsapp »: what is on a platform is a
        product of its own, where the catalogue has it.
        """
        before = brand.first - 1
        if before < 1 or tokens[before].form not in _ON or not brand.is_a(Entry.PRODUCT):
            return None
        name = _brand(tokens, brand)
        for place in range(before - 1, max(-1, before - 2 - _FEW), -1):
            if tokens[place].sentence != tokens[before].sentence:
                return None
            single = tokens[place].single
            refs = self._look_up(name + single) or self._look_up(single + name)
            if refs and refs != brand.refs and len(single) >= _SHORTEST and refs[0].entry is Entry.PRODUCT:
                return Mention(refs, place, brand.last)
            if tokens[place].form not in LITTLE:
                return None
        return None

    def _of_brand(self, product: Mention, brand: Mention) -> tuple[Ref, ...]:
        """What an ambiguous name means once its owner is said: « forms de microsoft »."""
        owned = tuple(
            ref for ref in product.refs if ref.entry is Entry.PRODUCT and self._products[ref.id].owner == brand.ref.id
        )
        return owned or product.refs

    def _next_to(self, tokens: Sequence[Token], before: Mention, after: Mention) -> bool:
        between = tokens[before.last : after.first]
        return (
            len(between) < 3 and all(t.form in _OF and not t.broken for t in between) and not tokens[after.first].broken
        )

    def _belongs(self, tokens: Sequence[Token], product: Mention, brand: Mention) -> bool:
        """Whether `brand` owns the product, or starts another of its names."""
        if not product.is_a(Entry.PRODUCT):
            return False
        start = _brand(tokens, brand)
        products = [self._products[ref.id] for ref in product.refs if ref.entry is Entry.PRODUCT]
        if brand.is_a(Entry.GIANT):
            return any(entry.owner == brand.ref.id for entry in products)
        return any("".join(words(entry.name)).startswith(start) for entry in products) and brand.refs != product.refs

    @staticmethod
    def _said_of(tokens: Sequence[Token], place: int, giant: int) -> bool:
        """Whether the word at `place` is of the giant: « the office runs on Microsoft » names no office suite, and
        « un groupe de scouts se débarrasse de Google » no group of Google’s.
        """
        between = tokens[place + 1 : giant]
        apposed = between[0].broken  # « visio, le logiciel de schémas de Microsoft »
        return between[-1].form in _BEFORE_GIANT and (apposed or all(t.form in _SMALL for t in between))

    def _of_another_kind(self, tokens: Sequence[Token], place: int, refs: Sequence[Ref]) -> bool:
        """« la visio de Microsoft », « le logiciel de visio de … » are a way to meet, and no Visio."""
        if not refs or refs[0].entry is not Entry.PRODUCT or place == 0:
            return False
        kind = place > 1 and tokens[place - 1].form in _OF and tokens[place - 2].form in _KINDS
        if not kind and tokens[place - 1].form not in _FEMININE:
            return False
        said = {need for mention in self._needs.mentions(tokens[place : place + 1]) for need in mention.needs}
        return bool(said) and said.isdisjoint(self._products[refs[0].id].needs)

    def _pieces(self, tokens: Sequence[Token], giant: Mention, named: Sequence[Mention]) -> Iterator[Mention]:
        """Products whose name is the giant’s and another word near it: « maps, celui de google »,
        « Google Drive et Agenda ». Words within a longer name are left alone.
        """
        brand = _brand(tokens, giant)
        sentence = tokens[giant.first].sentence
        apart = {place for one in named if one.last - one.first > 1 for place in range(one.first, one.last)}
        for place in range(max(0, giant.first - _BESIDE), min(len(tokens), giant.last + _BESIDE)):
            token = tokens[place]
            if token.sentence != sentence or place in apart or giant.first <= place < giant.last:
                continue
            its = place == giant.last + 1 and tokens[giant.last].form == _ITS
            if place >= giant.last and not its and tokens[place - 1].form not in _AND and not token.broken:
                continue
            if place < giant.first and token.form in LITTLE:
                continue  # « on ne veut plus de Google »
            if place < giant.first - 1 and not self._said_of(tokens, place, giant.first):
                continue
            refs = self._look_up(brand + token.form) or self._look_up(brand + token.single)
            if not refs and place < giant.first - 1 and tokens[giant.first - 1].form in _OF:
                refs = self._look_up(token.form + brand)
            if self._of_another_kind(tokens, place, refs):
                continue
            if refs and len(token.form) >= _SHORTEST and refs[0].entry is Entry.PRODUCT:
                yield Mention(refs, place, place + 1)
        yield from self._two_before(tokens, giant, brand, apart)

    def _two_before(
        self, tokens: Sequence[Token], giant: Mention, brand: str, apart: Container[int]
    ) -> Iterator[Mention]:
        """« to do from Microsoft », « l’assistant vocal d’Amazon »: two words right before the giant."""
        start = giant.first - 3
        if (
            start >= 0
            and tokens[giant.first - 1].form in _OF
            and not any(t.broken for t in tokens[start + 1 : giant.first])
        ):
            piece = tokens[start].form + tokens[start + 1].form
            refs = self._look_up(brand + piece) or self._look_up(piece + brand)
            if refs and start not in apart and start + 1 not in apart and refs[0].entry is Entry.PRODUCT:
                yield Mention(refs, start, start + 2)


def _brand(tokens: Sequence[Token], mention: Mention) -> str:
    """How the rest of a name is glued to the brand in it: as it was typed, or as it is when that was a slip."""
    short = mention.last - mention.first == 1 and len(tokens[mention.first].form) <= _SHORT
    if mention.sure is Sure.NEAR or (short and len(mention.refs) == 1):
        return mention.ref.id.replace("-", "")  # « fb workplace »
    return "".join(token.form for token in tokens[mention.first : mention.last])
