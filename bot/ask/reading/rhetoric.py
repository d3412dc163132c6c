"""What sounds like a question to the room and is put to one person, or to nobody: « @Hugo tu devais pas nous trouver
une alternative à Trello ? », « à quoi bon quitter Facebook ? », "oh sure, let’s all leave WhatsApp".
"""

import re

from bot.ask.reading.message import Message
from bot.ask.reading.phrases import Phrases
from bot.catalog.ordinary import is_ordinary

_EVERYBODY = "room|all|everyone|everybody|here|channel|tous|toutes|team|salon|salle"
_TO_ONE = re.compile(rf"\s*@(?!(?:{_EVERYBODY})\b)[^\W\d_]")
_ANYBODY = Phrases(("quelqu un", "anyone|anybody|someone|somebody|vous|qqn|qqun|tous|everyone|room"))
_NEWS = Phrases(("avez|as vu|lu|entendu que|qu", "did you see|hear that", "have you seen|heard that"))
"""« vous avez vu que Google ferme encore un service ? »"""
_BY = frozenset({"par", "by"})
_NOTHING = frozenset({"rien", "nothing", "nobody", "personne"})
_WHAT = frozenset({"quoi", "what", "who", "qui"})
_TU = frozenset({"tu", "t", "te", "toi", "ton", "ta", "tes"})
_YOU = frozenset({"you", "your"})
_FEW = 4
_IDLE = Phrases(
    (
        "a quoi bon",
        "a quoi ca sert|sert|servirait",
        "pour quoi faire",
        "what s|is the point|use",
        "whats the point",
        "why bother",
        "oh|yeah|ah sure|right|yes|great|oui|bien",
        "oh la la oui",
        "ben|bah|mais voyons",
        "mais bien sur",
        "qui l eut cru",
        "who would have thought",
        "and then who|what",
        "who s for|up|in|coming",
        "et apres qui",
        "tu|vous devais|devait|deviez pas",
        "tu|vous devais|devait|deviez nous|me trouver|chercher|proposer",
        "you were supposed|meant|going to",
        "weren|didn t you",
        "remember when",
        "tu|vous te|vous souviens|souvenez",
        "se|te|vous souvient|souviens|souvenez",
        "do you|we|they remember",
        "quelqu un se souvient",
        "anyone|anybody remember|remembers",
    )
)


def to_nobody(message: Message, first: int, last: int) -> bool:
    """Whether the sentence from `first` to `last` asks one person, or sighs, teases and remembers rather than asks."""
    words = message.words
    one = _TO_ONE.match(message.reading.text) or _called_by_name(message)
    if one and next(_ANYBODY.all(words, 0, len(words)), None) is None:
        return True
    if next(_NEWS.all(words, first, last), None) is not None and _WHAT.isdisjoint(words[first:last]):
        return True
    return next(_IDLE.all(words, first, last), None) is not None or _answered(message, first, last)


def _answered(message: Message, first: int, last: int) -> bool:
    """« Par quoi je remplace Facebook ? Par Jeannine »: who asks knows the answer."""
    asked = message.is_asked(first) and last < len(message.words) and not message.is_asked(last)
    alone = len(message.words) == last + 1
    by = asked and (message.words[last] in _BY or (alone and message.words[last] in _NOTHING))
    return by and not _WHAT.isdisjoint(message.words[first:last])


def _called_by_name(message: Message) -> bool:
    """« Ludo, tu l’as protégé avec quoi ? »"""
    if len(message.words) < _FEW or not message.tokens[1].broken or not message.capital(0) or message.named(0):
        return False
    gap = message.reading.text[message.tokens[0].end : message.tokens[1].start]
    you = _TU if message.language == "fr" else _YOU
    return "," in gap and not is_ordinary(message.words[0]) and not you.isdisjoint(message.words[1:])
