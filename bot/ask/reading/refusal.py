"""What narrows a question without changing it: a tool that is refused beforehand, what is only said in passing."""

from bot.ask.reading.cue_phrases import Cue
from bot.ask.reading.cues import Found
from bot.ask.reading.message import Message
from bot.ask.reading.phrases import Phrases

_ANY = frozenset({"a", "an", "any", "good", "free", "open", "source", "libre", "decent", "european", "some"})
_GOES_ON = frozenset({"for", "that", "which", "with", "on", "under"})
_BARE = frozenset({"remplacer", "quitter", "replace", "replacing", "leaving"})
_REFUSES = Phrases(
    (
        "mais pas|surtout par|pour|avec",
        "mais pas surtout par|pour|avec",
        "par autre chose",
        "but not with|by|for",
        "with anything|something but|other|else",
        "sans passer par|a|chez",
    )
)


def refuses(message: Message, found: Found, first: int, last: int) -> bool:
    """« remplacer Eventbrite, mais pas par HelloAsso » asks by what else."""
    bare = found.place == first and message.words[first] in _BARE
    return bare and next(_REFUSES.all(message.words, found.after, last), None) is not None


def heading_alone(message: Message, found: Found, first: int, last: int) -> bool:
    """« a Slack alternative for Windows », "Trello replacement": nothing but the question, in English word order."""
    words = message.words
    named = next((m for m in message.names_in(first, found.place) if m.last == found.place), None)
    if found.cue is not Cue.ALTERNATIVE or named is None or message.weak(named):
        return False
    goes_on = found.after >= last or words[found.after] in _GOES_ON
    return goes_on and all(word in _ANY for word in words[first : named.first])


def without_asides(message: Message, found: Found, first: int) -> list[str]:
    """The words before the cue without the « qui » of « Jitsi, qui rame chez nous, »: it is said of a tool."""
    breaks = [place for place in range(first, found.place) if message.tokens[place].broken]
    return [
        message.words[place]
        for place in range(first, found.place)
        if not (
            message.words[place] == "qui" and place and message.named(place - 1) and any(cut > place for cut in breaks)
        )
    ]
