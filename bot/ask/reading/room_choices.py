"""Another tool is asked for in a few words of its own: « quoi de plus joli ? », « quel autre outil vous prenez ? »,
« c’est quoi l’outil libre que tout le monde a ? », « et sinon, que prendre ? ».
"""

from bot.ask.reading import lexicon as words_of
from bot.ask.reading.message import Message
from bot.ask.reading.phrases import Phrases, word_set
from bot.ask.reading.room_shapes import is_hint, left_open
from bot.catalog.names import Mention
from bot.catalog.ordinary import LITTLE

_MORE = Phrases(("quoi de plus|moins|mieux",))
_THAN = frozenset({"que", "qu"})
_OTHER = Phrases(("quel|quelle|quels|quelles|which autre|autres|other", "what|which other"))
_WHAT_ELSE = Phrases(("what else lets|does|could|can|would|works|helps|allows", "quoi d autre permet|fait"))
_TAKEN = word_set(
    "prenez prends prendre utilisez utilises utiliser conseillez conseilles recommandez recommandes choisir choisiriez "
    "prendriez connaissez connais proposez use using used recommend suggest pick choose take prefer try know"
)
_THE_ONE = Phrases(("c est quoi|lequel le|la|l", "quel|quelle est le|la|l", "what|which is|s the"))
_FREE = (words_of.FREE_AFTER | words_of.FREE_BEFORE | {"gratuits", "gratuites"}) - {"open", "private"}
_NEAR = 4
_OR_ELSE = Phrases(("sinon", "otherwise", "if so|not", "dans ce cas", "si oui|non"))
_OR = frozenset({"ou", "or"})
_STAY = word_set(
    "garde garder gardons prolonge prolonger renouvelle renouveler reconduit reprend reprendre reprends insiste "
    "insister suffit bien good enough fine still renew renewing extend worth keep stay paie payer pay encore toujours "
    "ok"
)
_CHANGE = word_set(
    "change changer changeons quitte quitter remplace remplacer migre migrer mieux autre ailleurs libre libres gratuit "
    "gratuite alternative switch leave replace better else elsewhere free lache lacher"
)
_WORTH = Phrases(
    (
        "worth paying|buying|renewing for",
        "worth paying|buying|renewing",
        "la peine|coup de payer|renouveler|acheter",
    )
)
_PLAN = frozenset({"pro", "premium", "plus", "business"})
_KEEPING = word_set(
    "garder garde gardons conserver rester continuer prolonger renouveler utiliser keep keeping stay staying leave "
    "leaving getting trust pas not"
)
_IT_IS_WHICH = Phrases(("c est|serait lequel|laquelle|quoi", "ce serait lequel|laquelle|quoi", "which one is it"))
_ONCE = frozenset({"once", "when", "after", "quand", "que", "lorsque"})
_GONE = Phrases(
    (
        "is|s|has gone|dead|closed|shut|down",
        "goes|closes|shuts|dies|disappears|stops",
        "aura|est ferme|disparu|mort|parti",
        "ferme|fermera|disparait|disparaitra|s arrete",
    )
)
_WHAT = frozenset({"what", "where", "quoi", "que", "ou"})


def more_so(message: Message, first: int, last: int) -> bool:
    """« quoi de plus joli ? », and not « quoi de plus beau qu’un jardin ? »."""
    return any(
        after < last and not any(message.words[n] in _THAN and not message.tokens[n].broken for n in range(after, last))
        for _, after in _MORE.all(message.words, first, last)
    )


def which_other(message: Message, first: int, last: int) -> bool:
    """« quel autre raccourcisseur vous prenez ? », "what else lets a room vote?"."""
    words = message.words
    if next(_WHAT_ELSE.all(words, first, last), None) is not None:
        return True
    return next(_OTHER.all(words, first, last), None) is not None and not _TAKEN.isdisjoint(words[first:last])


def the_free_one(message: Message, first: int, last: int) -> bool:
    """« c’est quoi le logiciel gratuit que tout le monde a ? », "what’s the free tool again?"."""
    for _, after in _THE_ONE.all(message.words, first, last):
        near = range(after, min(after + _NEAR, last))
        tool = any(message.words[n] in words_of.TOOL or message.need_at(n) for n in near)
        if tool and any(message.words[n] in _FREE for n in near):
            return True
    return False


def or_else(message: Message, first: int, last: int) -> bool:
    """« est-il raisonnable de garder Drive, et sinon que prendre ? », "should we leave, and if so, what’s good?"."""
    words = message.words
    for place, after in _OR_ELSE.all(words, first, last):
        if after >= last:
            continue
        asked = is_hint(message, after, last) or left_open(message, after, last, served=True)
        earlier = words[max(0, first - _NEAR) : place]
        if asked and not _KEEPING.isdisjoint(earlier):
            return True
    return False


def keep_or_change(message: Message, first: int, last: int) -> bool:
    """« on la reprend, ou un logiciel libre ferait l’affaire ? », "is Firefox still good, or should we switch?", and
    not « on garde la salle ou on change ? ».
    """
    words = message.words
    either = next((n for n in range(first + 1, last - 1) if words[n] in _OR), None)
    if either is None:
        return False
    one, other = range(first, either), range(either + 1, last)
    return any(
        not _STAY.isdisjoint(words[n] for n in stay)
        and all(words[n] in _STAY | LITTLE or message.named(n) for n in stay)
        and not _CHANGE.isdisjoint(words[n] for n in go)
        for stay, go in ((one, other), (other, one))
    )


def worth_it(message: Message, tool: Mention, first: int, last: int) -> bool:
    """« vaut-il la peine de payer Canva Pro ? », "is it worth paying for Zoom?"."""
    ends = range(tool.last, last)
    if any(not message.tokens[n].broken and message.words[n] not in _PLAN for n in ends):
        return False
    return next(_WORTH.all(message.words, first, tool.first), None) is not None


def doubts_keeping(message: Message, first: int, last: int) -> bool:
    """Whether a sentence asks both whether to keep a tool, and what to take if not."""
    return message.is_asked(first) and or_else(message, first, last)


def for_this_one(message: Message, tool: Mention, first: int, last: int) -> bool:
    """« il existe plein de trucs libres… et pour Trello, c’est lequel ? »"""
    words = message.words
    if not (first < tool.first and tool.last < last) or words[tool.first - 1] not in words_of.FOR:
        return False
    free = not _FREE.isdisjoint(words[:first]) or words[first] in {"et", "and"}
    return free and next(_IT_IS_WHICH.all(words, tool.last, last), None) is not None


def once_it_is_gone(message: Message, tool: Mention, first: int, last: int) -> bool:
    """« on met quoi sur le site quand Google Analytics ferme ? », "what goes on the site once it is gone?"."""
    words = message.words
    if not (first + 1 < tool.first and tool.last < last) or words[tool.first - 1] not in _ONCE:
        return False
    clause = next((n for n in range(tool.first, first, -1) if message.tokens[n].broken), first)
    return bool(_GONE.at(words, tool.last, last)) and not _WHAT.isdisjoint(words[clause : clause + _NEAR])
