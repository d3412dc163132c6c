"""A tool as it stands within a page of ours: « des vidéos YouTube incrustées sur le site », "the map on our page"."""

from bot.ask.reading.message import Message
from bot.catalog.names import Entry, Ref

_EMBED = ("incrust", "integr", "embed", "iframe")
_PAGES = frozenset({"page", "pages", "site", "sites", "blog", "website", "webpage"})
_A_BOOK = 400
_NEED = "site-embeds"


def embedded(message: Message, refs: tuple[Ref, ...]) -> tuple[Ref, ...]:
    """The same product within a site, where the catalogue has it and the message speaks of that; or nothing."""
    if refs[0].entry is not Entry.PRODUCT:
        return ()
    products = message.index.catalogue.products
    name, owner = products[refs[0].id].name, products[refs[0].id].owner
    twins = (one for one in message.index.owned(str(owner), _NEED) if products[one].name.startswith(f"{name} "))
    words = message.words[:_A_BOOK]
    within = any(word.startswith(_EMBED) for word in words) and not _PAGES.isdisjoint(words)
    return tuple(Ref(Entry.PRODUCT, one) for one in twins)[:1] if within else ()
