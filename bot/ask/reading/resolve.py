"""From what was recognised to what is answered: ambiguous names decided by context or asked about."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bot.ask.reading.embedded import embedded
from bot.ask.reading.lexicon import DETERMINERS
from bot.ask.reading.message import Message
from bot.ask.reading.phrases import word_set
from bot.ask.understanding import Outcome, Understanding
from bot.catalog.model import Kind
from bot.catalog.names import Entry, Mention, Names, Ref, Sure
from bot.catalog.need_words import NeedMention
from bot.conversation import Language

_PLATFORMS = frozenset({"desktop-os", "mobile-os"})
_OF = frozenset({"de", "d", "du", "des", "of", "on", "sur", "from"})
_BOXES = word_set(
    "adresse adresses boite boites compte comptes webmail address addresses mailbox mailboxes inbox account accounts"
)
_PAIR = 2
_NEAR = 2
_MOST_PRODUCTS = 5
_MOST_CHOICES = 6
_CLOSE = 5
_EVERYTHING = frozenset({"everything", "lot"})
_FOR = frozenset(
    {"pour", "for", "faire", "niveau", "cote", "et", "and", "ou", "or", "dans", "in", "des", "s", "comme", "as", "en"}
)


@dataclass
class Wish:
    """What a message asks for, as it is being read.

    `targets`: names of what to leave; `needs`: needs without a product; `constraints`: needs said beside a
    product (« pour nos mails »); `products`: ids that are already decided; `open_needs`: wordings that mean
    one of several needs; `unknown`: a name that is in no catalogue; `giant`: all the tools of one giant;
    `overview`: all the giants.
    """

    targets: list[Mention] = field(default_factory=list)
    products: list[str] = field(default_factory=list)
    needs: list[str] = field(default_factory=list)
    open_needs: list[tuple[str, ...]] = field(default_factory=list)
    constraints: list[NeedMention] = field(default_factory=list)
    toward: list[Ref] = field(default_factory=list)
    unknown: str = ""
    giant: str = ""
    overview: bool = False

    def __bool__(self) -> bool:
        found = self.targets or self.products or self.needs or self.open_needs
        return bool(found or self.unknown or self.giant or self.overview)

    def add_needs(self, mentions: Iterable[NeedMention]) -> None:
        """Needs that a tool is sought for; a wording that may be several waits for the others to decide."""
        for mention in mentions:
            if len(mention.needs) > 1:
                self.open_needs.append(mention.needs)
            elif mention.needs[0] not in self.needs:
                self.needs.append(mention.needs[0])


def resolved(wish: Wish, message: Message, language: Language) -> Understanding:
    """The understanding of a wish."""
    names = message.index
    wanted = tuple(dict.fromkeys([need for mention in wish.constraints for need in mention.needs] + wish.needs))
    found = _Found(dict.fromkeys(wish.products), giants=dict.fromkeys([wish.giant] if wish.giant else []))
    for mention in wish.targets:
        refs = _of_platform(mention, message) or _decided(mention, message, wanted)
        found.add(_program_or_box(refs, mention, message) if _much_the_same(names, refs) else refs)
    for giant in found.giants:
        if not any(names.catalogue.products[product].owner == giant for product in found.products):
            found.products.update(dict.fromkeys(_of_giant(giant, wish, message, names)))
    doubt = any(mention.sure is Sure.NEAR for mention in wish.targets)
    toward = tuple(dict.fromkeys(wish.toward))
    if found.products:
        shown = tuple(found.products)[:_MOST_PRODUCTS]
        needs = tuple(need for need in wanted if any(_serves(names, product, need) for product in shown))
        return Understanding(
            outcome=_outcome(names, shown), language=language, products=shown, needs=needs, toward=toward, doubt=doubt
        )
    if found.choices:
        return Understanding(outcome=Outcome.ASK, language=language, choices=found.choices[:_MOST_CHOICES], doubt=doubt)
    if found.kept:
        kept = tuple(found.kept)
        return Understanding(outcome=Outcome.KEEP, language=language, kept=kept, toward=toward, doubt=doubt)
    if found.giants:
        giant = next(iter(found.giants))
        return Understanding(outcome=Outcome.ASK, language=language, giant=giant, choices=_asks(names, giant))
    return replace(_need_only(wish, names, language), toward=toward)


def _of_giant(giant: str, wish: Wish, message: Message, names: Names) -> list[str]:
    """The tools of a giant that are meant by the needs said beside it, one for each wording."""
    if not _EVERYTHING.isdisjoint(message.words):
        return []  # « everything’s with Apple: laptops, phones, the lot »
    wordings = [mention.needs for mention in wish.constraints if _introduced(mention, wish, message)]
    owned = [
        [products for need in needs if (products := names.owned(giant, need))]
        for needs in (*wordings, *((need,) for need in wish.needs))
    ]
    return [products[0][0] for products in owned if products]


def _introduced(need: NeedMention, wish: Wish, message: Message) -> bool:
    """Whether a need is what a giant’s tools are used for: « Google pour nos mails », not any word of the sentence."""
    place = need.first - 1
    while place > 0 and message.words[place] in DETERMINERS:
        place -= 1
    beside = any(need.last <= target.first <= need.last + _CLOSE for target in wish.targets)
    return beside or (place >= 0 and (message.words[place] in _FOR or message.tokens[need.first].broken))


@dataclass
class _Found:
    """What the targets of a wish turn out to be, in the order of the message."""

    products: dict[str, None]
    giants: dict[str, None]
    kept: dict[Ref, None] = field(default_factory=dict)
    choices: tuple[Ref, ...] = ()

    def add(self, refs: tuple[Ref, ...]) -> None:
        """Note what one target stands for."""
        if len(refs) > 1:
            self.choices = self.choices or refs
        elif refs[0].entry is Entry.PRODUCT:
            self.products[refs[0].id] = None
        elif refs[0].entry is Entry.GIANT:
            self.giants[refs[0].id] = None
        else:
            self.kept[refs[0]] = None


def _need_only(wish: Wish, names: Names, language: Language) -> Understanding:
    needs = list(wish.needs)
    undecided = [options for options in wish.open_needs if not set(options) & set(needs)]
    if needs:
        return Understanding(outcome=Outcome.ANSWER, language=language, needs=tuple(needs), unknown=wish.unknown)
    if undecided:
        choices = tuple(Ref(Entry.NEED, need) for need in undecided[0])
        return Understanding(outcome=Outcome.ASK, language=language, choices=choices[:_MOST_CHOICES])
    if wish.overview and not wish.unknown:
        heavy = sorted(names.catalogue.needs.values(), key=lambda need: -need.weight)
        choices = tuple(Ref(Entry.NEED, need.id) for need in heavy[:_MOST_CHOICES])
        return Understanding(outcome=Outcome.ASK, language=language, choices=choices)
    return Understanding(outcome=Outcome.UNKNOWN, language=language, unknown=wish.unknown)


def _decided(mention: Mention, message: Message, wanted: tuple[str, ...]) -> tuple[Ref, ...]:
    """What an ambiguous name means, by the giant or the need that is said beside it."""
    refs = mention.refs
    names = message.index
    if len(refs) == 1:
        return embedded(message, refs) or refs
    giants = {ref.id for other in message.names for ref in other.refs if ref.entry is Entry.GIANT}
    owned = tuple(
        ref for ref in refs if ref.entry is Entry.PRODUCT and names.catalogue.products[ref.id].owner in giants
    )
    if owned:
        return owned[:1]
    fitting = tuple(
        ref for ref in refs if ref.entry is Entry.PRODUCT and any(_serves(names, ref.id, n) for n in wanted)
    )
    return fitting[:1] if len(fitting) == 1 else refs


def _much_the_same(names: Names, refs: tuple[Ref, ...]) -> bool:
    """Two products of one owner for the same need: Outlook, Outlook.com."""
    if len(refs) != _PAIR or any(ref.entry is not Entry.PRODUCT for ref in refs):
        return False
    first, second = (names.catalogue.products[ref.id] for ref in refs)
    return first.owner == second.owner and first.needs[0] == second.needs[0]


def _of_platform(mention: Mention, message: Message) -> tuple[Ref, ...]:
    """« les notes de l’iphone », « l’agenda du Mac »: what the owner of a platform has for that, if anything."""
    names = message.index
    product = names.catalogue.products.get(mention.ref.id) if mention.ref.entry is Entry.PRODUCT else None
    if product is None or _PLATFORMS.isdisjoint(product.needs) or not isinstance(product.owner, str):
        return ()
    for need in message.needs:
        between = message.words[need.last : mention.first]
        if 1 <= len(between) <= _NEAR and between[0] in _OF and not message.tokens[need.last].broken:
            owned = (found for one in need.needs for found in names.owned(product.owner, one) if found != product.id)
            return tuple(Ref(Entry.PRODUCT, found) for found in owned)[:1]
    return ()


def _program_or_box(refs: tuple[Ref, ...], mention: Mention, message: Message) -> tuple[Ref, ...]:
    """« Outlook » is the program, « nos adresses Outlook » the web site."""
    around = message.words[max(0, mention.first - _NEAR) : mention.last + 1]
    return refs[:1] if _BOXES.isdisjoint(around) else refs[1:]


def _serves(names: Names, product: str, need: str) -> bool:
    return need in names.catalogue.products[product].needs


def _asks(names: Names, giant: str) -> tuple[Ref, ...]:
    products = names.catalogue.products
    return tuple(Ref(Entry.PRODUCT, product) for product in names.catalogue.giants[giant].asks if product in products)


def _outcome(names: Names, products: tuple[str, ...]) -> Outcome:
    kinds = {names.catalogue.products[product].answer for product in products}
    if kinds == {Kind.KEEP}:
        return Outcome.KEEP
    return Outcome.GONE if kinds == {Kind.GONE} else Outcome.ANSWER
