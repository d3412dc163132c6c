"""Whether a word that is a name and something else as well means the tool where it stands."""

import re

from bot.ask.reading import lexicon as words_of
from bot.ask.reading.direction import ON_ONE_HAND, past_and
from bot.ask.reading.message import Message
from bot.ask.reading.phrases import Phrases, word_set
from bot.catalog.names import Entry, Mention, Sure
from bot.catalog.ordinary import LITTLE, is_ordinary

_LINK = frozenset({"lien", "liens", "link", "links"})
_NOT_BEFORE_A_TOOL = frozenset({"une", "la", "cette", "ma", "ta", "sa", "a", "an", "toute", "quelle", "another"})
_PLURAL = frozenset(
    {"les", "des", "nos", "vos", "mes", "tes", "ses", "ces", "leurs", "our", "your", "my", "these", "the"}
)
_ARTICLES = frozenset({"l", "la", "le", "the", "un", "this", "ce"})
_OF = frozenset({"de", "d", "du", "des", "of"})
_AFTER_A_NAME = frozenset(
    {
        "completement",
        "totalement",
        "definitivement",
        "completely",
        "altogether",
        "entirely",
        "gratuitement",
        "svp",
        "stp",
        "vers",
        "online",
        "asap",
        "lads",
        "guys",
        "folks",
        "everyone",
        "people",
        "depuis",
    }
)
_CALLED = words_of.TOOL - frozenset({"chose", "plate", "option", "options", "something", "anything", "qqch"}) | {
    "navigateur",
    "enceinte",
    "browser",
    "reseau",
    "logiciel",
}
_USES = frozenset(
    {"utilise", "utilisent", "utilisons", "prend", "prennent", "paie", "paye", "use", "uses", "using", "via", "dans"}
)
_TURNS = frozenset({"mais", "but"})
_SAID_OF_A_NAME = frozenset({"doit", "must", "has", "needs", "coute", "costs", "rame", "ferme", "devient", "plante"})
"""« teams doit dégager »: without an article, what is said of it makes it a name."""
_ENDED = frozenset({"ferme", "fermer", "arrete", "tue", "abandonne", "killed", "closed", "ended", "kills", "closing"})
_ANY_SUCH = frozenset({"another", "every", "each", "chaque"})
"""« another word »"""
_VERBS_TOO = frozenset(
    {"make", "send", "plan", "talk", "page", "pages", "plans", "meet", "text", "note", "notes", "line"}
)
_FRENCH_TOO = frozenset({"plan", "page", "pages", "plans", "note", "notes"})
"""Those of them that are French words as well."""


def believed(message: Message, mention: Mention, opening: int, last: int) -> bool:
    """Whether a name that also is an ordinary word means the tool here, in an object that starts at `opening`.

    « remplacer Word » does; « remplacer la notion de bénévolat », « replace the notes », « la box Internet » do not.
    """
    words = message.words
    if _link_to(message, mention) or (mention.last < last and words[mention.last] in _LINK):
        return False
    if _event(message, mention) or _another_thing(message, mention) or _a_noun(message, mention):
        return False
    if mention.sure is not Sure.CONTEXT:
        return True
    before = words[mention.first - 1] if mention.first > opening else ""
    capital = message.capital(mention.first)
    if before in _NOT_BEFORE_A_TOOL or _doing(message, mention):
        return False
    if before in _PLURAL and not capital and words[mention.last - 1].endswith("s"):
        return False
    if before in _ARTICLES and not capital and message.weak(mention) and not called(message, mention):
        return False
    if mention.last >= last or message.tokens[mention.last].broken:
        return True
    after = words[mention.last]
    # « Slack d’un côté et Trello de l’autre »
    if after in _SAID_OF_A_NAME or _for_its_need(message, mention) or ON_ONE_HAND.at(words, mention.last, last):
        return True
    if after in _OF:
        return mention.last + 1 < last and message.name_at(mention.last + 1) is not None
    return (
        after in LITTLE
        or after in words_of.KIND_WORDS
        or message.name_at(mention.last) is not None
        or past_and(message, mention.last, last) is not None
        or (capital and not is_ordinary(after) and mention.is_a(Entry.PRODUCT))
        or after in _AFTER_A_NAME
    )


def _doing(message: Message, mention: Mention) -> bool:
    """« an alternative for booking the slots »"""
    after = message.words[mention.last : mention.last + 1]
    done = message.words[mention.first].endswith("ing") and bool(after) and after[0] in words_of.DETERMINERS
    return done and message.weak(mention) and not message.capital(mention.first)


def _link_to(message: Message, mention: Mention) -> bool:
    """« le lien Mega » is, « link tree » is not."""
    inside = message.words[mention.first : mention.last]
    return not _LINK.isdisjoint(inside) and any(message.index.named(word) for word in inside if word not in _LINK)


def _for_its_need(message: Message, mention: Mention) -> bool:
    """« Zoom webinaire », "teams meeting": the word for what the tool is for comes right after its name."""
    need = message.need_at(mention.last)
    products = message.index.catalogue.products
    return need is not None and any(
        ref.entry is Entry.PRODUCT and not set(need.needs).isdisjoint(products[ref.id].needs) for ref in mention.refs
    )


def used(message: Message, mention: Mention) -> bool:
    """Whether a sentence that asks nothing speaks of the tool: « sur Zoom », « Zoom rame », « a fermé pocket ».

    A word that is an everyday one as well must be written or called like a tool: « l’appli Band », « on Teams ».
    """
    first = mention.first
    if _ends_a_stranger(message, mention) or message.in_a_need(mention):
        return False
    if _event(message, mention) or _another_thing(message, mention) or _a_noun(message, mention):
        return False
    if mention.sure is not Sure.CONTEXT or mention.last - first > 1:
        return not message.weak(mention)
    starts = first == 0 or message.tokens[first].broken or message.words[first - 1] in _TURNS
    if message.weak(mention):
        if called(message, mention) or (message.capital(first) and not starts):
            return True
        before = message.words[first - 1] if first else ""
        since = message.words[mention.last : mention.last + 1] in (["depuis"], ["since"])
        verb = message.words[first] in (_VERBS_TOO if message.language == "en" else _FRENCH_TOO)
        meant = not verb and message.need_at(first) is None
        return meant and (starts or since or before in _ENDED or before in _USES)
    if message.capital(first):
        return True
    if not starts and message.words[first - 1] in _ANY_SUCH:
        return False
    return starts or message.words[first - 1] != "en"


def _ends_a_stranger(message: Message, mention: Mention) -> bool:
    """« Kizeo Forms », "Raiser’s Edge": the end of a longer name that is in no catalogue."""
    place = mention.first - 1
    place -= place > 0 and message.words[place] == "s"
    if mention.last - mention.first > 1 or place < 1 or message.tokens[mention.first].broken or message.named(place):
        return False
    if mention.sure is not Sure.CONTEXT and len(mention.refs) == 1:
        return False
    return message.capital(place) and message.capital(mention.first) and not is_ordinary(message.tokens[place].form)


_A_BOOK = 400
_OTHER_THINGS = {
    "zoom": word_set("nikon canon reflex objectif lens mm boitier"),
    "google-drive": word_set("intermarche leclerc carrefour auchan supermarche lidl magasin caddie"),
    "sage": word_set("stuffing recipe sauce roast onion onions thyme stew"),
}
"""The words that show that something else of the same name is spoken of."""


def _another_thing(message: Message, mention: Mention) -> bool:
    """« le zoom de mon Nikon »"""
    others = _OTHER_THINGS.get(mention.ref.id)
    return others is not None and not others.isdisjoint(message.words[:_A_BOOK])


_MOST_NAMES = 20
"""Nobody names more; a message of nothing but names is read no further."""
_SOME = frozenset({"un", "this", "another", "what", "which", "quel", "quelle", "ce", "idee"})
_LIKE_A_NOUN = frozenset({"plus", "moins", "que", "qui", "that", "would", "should"})


def _a_noun(message: Message, mention: Mention) -> bool:
    """« what word would you put? », « une idée de signal plus discret ? »: an ordinary word, here or elsewhere."""
    if mention.sure is not Sure.CONTEXT or mention.last - mention.first > 1 or message.capital(mention.first):
        return False
    words = message.words
    same = (other.first for other in message.names[:_MOST_NAMES] if other.refs == mention.refs and other.first > 0)
    return any(
        words[place + 1 : place + 2]
        and words[place + 1] in _LIKE_A_NOUN
        and words[place - 1 - (words[place - 1] in _OF)] in _SOME
        and not message.capital(place)
        for place in same
    )


_TAKES_PLACE = Phrases(
    (
        "est|sera|is|was annule|annulee|cancelled|canceled|reporte|reportee|postponed|off",
        "ce soir|matin|midi",
        "tonight|demain|tomorrow|hier|yesterday",
        "c|est|is|s est|fini|over|done pour|for ce|today|tonight|aujourd",
        "c est fini pour ce|aujourd",
        "a|has ete|been annule|annulee|cancelled|canceled|reporte|reportee|postponed|decale|decalee",
    )
)
_AT = Phrases(("est|sera|is a|at", "de|du|d|a|at|on"))
_AT_SIX = Phrases(("a|at one|two|three|four|five|six|seven|eight|nine|ten|noon|midi",))
_HOUR = re.compile(r"\d{1,2}(?:h\d{0,2}|am|pm)")


def _event(message: Message, mention: Mention) -> bool:
    """« le Zoom est annulé », « Zoom is at 6pm »: the meeting rather than the tool."""
    words, last = message.words, len(message.words)
    if mention.last >= last:
        return False
    if _TAKES_PLACE.at(words, mention.last, last) or _AT_SIX.at(words, mention.last, last):
        return True
    after = mention.last + _AT.at(words, mention.last, last)
    return after < last and _HOUR.fullmatch(words[after]) is not None


def called(message: Message, mention: Mention) -> bool:
    """« le logiciel Monday », "Band, the app", « monday, le logiciel hein »."""
    words = message.words
    before = words[mention.first - 1] if mention.first else ""
    after = words[mention.last : mention.last + 2]
    return before in _CALLED or any(word in _CALLED for word in after)
