"""All the giants at once: « les GAFAM », « les géants du web », "big tech"."""

from bot.ask.reading.message import Message
from bot.ask.reading.phrases import Phrases, word_set

_GIANTS = Phrases(
    (
        "gafam|gafams|gafa|gafas",
        "geants|geant du|de web|net|numerique|internet",
        "geants de la tech",
        "geants americains|tech|numeriques",
        "multinationales|mastodontes du numerique|web",
        "grosses|grandes plateformes americaines",
        "big tech",
        "tech|web|internet giants",
        "giants of the web|tech|internet",
        "degafamiser|degafamise|degafamisation|degafamisons",
    )
)
_GOES = word_set(
    "remplace remplacer quitter quitte sortir sort alternative alternatives replace leave quit instead place quoi what "
    "comment how ou where degafamiser degafamise degafamisation degafamisons"
)
_BARE = 3


def all_giants(message: Message, first: int, last: int) -> bool:
    """Whether the giants are spoken of between two tokens."""
    return next(_GIANTS.all(message.words, first, last), None) is not None


def all_to_be_left(message: Message) -> bool:
    """« gafam ? », « l’AG a voté la sortie des GAFAM. Par quoi on remplace tout ça ? », not « qui sont les GAFAM »."""
    words = message.words
    if any(need.size > 1 for need in message.needs) or not all_giants(message, 0, len(words)):
        return False
    return len(words) <= _BARE or not _GOES.isdisjoint(words)
