"""What a question to the room leaves open, whom it asks, and whether it is another tool that it asks for."""

from bot.ask.reading import room_words as its
from bot.ask.reading.message import Message
from bot.catalog.names import Mention
from bot.catalog.ordinary import LITTLE

_SHORT = 9
_FRAGMENT = 4


def is_hint(message: Message, start: int, last: int) -> bool:
    """« des retours ? », "and to what?", « plus modeste ? »: nothing but the question, or little more."""
    words = message.words
    start += start < last - 1 and words[start] in its.JOINS
    size = its.HINTS.at(words, start, last)
    if size and last - start <= _SHORT:
        beyond = words[start + size : last]
        if words[start] in its.HOW:
            return not beyond
        return not beyond or beyond[0] not in its.ABOUT or all(word in LITTLE for word in beyond)
    return last - start <= _FRAGMENT and words[start] in {"plus", "moins"} and last - start > 1


def advice(message: Message, start: int, last: int) -> bool:
    """« vous prendriez quoi ? », "what do you lot use?", « sur quoi on repart ? »: of a tool, whatever was said."""
    words = message.words
    by_what = any(words[n] in its.BY and words[n + 1] in {"quoi", "qui"} for n in range(start, last - 1))
    if by_what and does(words, start, last):
        return words[last - 1] in its.CLOSES or words[start] in its.BY
    others = next(its.HOW_OTHERS.all(words, start, last), None)
    if others is not None and last - others[1] <= 2:
        return True
    said = words[start:last]
    asked = not its.YOU.isdisjoint(said) or "would" in said
    return asked and not its.ADVISED.isdisjoint(said) and left_open(message, start, last, served=False)


def left_open(message: Message, first: int, last: int, *, served: bool) -> bool:
    """« quoi », « lequel », "how": what is sought is left open, and not for what was not spoken of."""
    place = next((n for n in range(first, last) if _is_open(message, n, first, last)), None)
    if place is None:
        return False
    words = message.words
    beyond = words[place + 1 : last]
    if served or words[place] in {"que", "qu"} or not beyond or beyond[0] not in its.ABOUT:
        return True
    return all(word in LITTLE or word in its.ALL for word in beyond[1:])  # « on prend quoi pour tout le monde ? »


def _is_open(message: Message, place: int, first: int, last: int) -> bool:
    words = message.words
    word, after = words[place], words[place + 1 : min(place + 2, last)]
    if word == "ou":
        return place in {first, last - 1} or message.typed(place, place + 1).casefold() == "où"
    if word in its.WHAT:
        return not after or after[0] in its.AFTER_WHAT or message.name_at(place + 1) is not None
    if word == "who":
        return bool(after) and after[0] in its.MODALS
    if word in {"que", "qu"}:
        starts = place == first or message.tokens[place].broken or words[place - 1] in its.JOINS
        return starts or after == ["est"]
    return word in its.HOW


def does(words: list[str], first: int, last: int) -> bool:
    """Whether somebody does what one does with a tool."""
    said = words[first:last]
    place = next((n for n, word in enumerate(said) if _is_done(word) and not _helps(said, n)), None)
    return place is not None and (not its.SUBJECTS.isdisjoint(said) or said[place].endswith(("er", "ir", "re", "ez")))


def acts(words: list[str], first: int, last: int) -> bool:
    """« vous mesurez comment les visites ? », "how do small groups sign things?": whatever they do, if it is done."""
    said = words[first:last]
    if not its.IDLE.isdisjoint(said):
        return False
    if "vous" in said and any(word.endswith("ez") and len(word) > _FRAGMENT for word in said):
        return True
    return said[0] in its.HOW and said[1:2] != said[-1:] and not its.HELPING.isdisjoint(said[1:2]) and "i" not in said


def _helps(words: list[str], place: int) -> bool:
    """« What do you … ? »: no verb of its own."""
    return words[place] in {"do", "go"} and place + 1 < len(words) and words[place + 1] in its.SUBJECTS


def _is_done(word: str) -> bool:
    stem = word.removesuffix("ing")
    return word in its.DO or (stem != word and not {stem, stem + "e", stem[:-1]}.isdisjoint(its.DO))


def another(message: Message, first: int, last: int, *, against: bool) -> bool:
    """Whether another tool is meant: « un autre », "something different", « mieux », « sans pub »."""
    words = message.words[first:last]
    if next(its.ELSE.all(words, 0, len(words)), None) is not None or not its.WITHOUT.isdisjoint(words):
        return True
    return any(_is_another(message, place, last, against=against) for place in range(first, last))


def _is_another(message: Message, place: int, last: int, *, against: bool) -> bool:
    words = message.words
    word, after = words[place], words[place + 1] if place + 1 < last else ""
    before = words[place - 1] if place else ""
    if word.endswith("er") and word not in LITTLE and (after == "one" or (word in its.BETTER and after in its.TOOLS)):
        return True  # "is there a fairer one?", "safer option, anybody?"
    if word in {"plus", "moins"} and after and place + 2 == last and before not in {"ne", "n"}:
        return True  # « y a-t-il plus honnête ? »
    if word not in its.OTHER:
        return False
    if word in {"autre", "else"} and (
        before in {"anyone", "anybody", "who"} or words[place - 3 : place - 1] == ["quelqu", "un"]
    ):
        return False  # « quelqu’un d’autre »
    if before in its.THE or (before == "d" and word == "autres"):
        return False  # « les autres », « on en met d’autres »
    if word == "else" or (word == "autre" and after == "chose"):
        return against or before in {"do", "use"}
    if word in its.ALONE:
        return after not in {"comme", "que", "qu", "as", "than"}
    if word == "free" and after == "to":
        return False
    noun = after and not message.tokens[place + 1].broken and after not in LITTLE
    return not noun or after in its.TOOLS or after in its.OTHER


def of_a_tool(message: Message, first: int, last: int, *, served: bool) -> bool:
    """Whether what is sought is left unnamed, or called a tool, or said by what it is for; no « autre photo »."""
    words = message.words
    if next(its.ELSE.all(words, first, last), None) is not None:
        return True
    if served or not its.TOOLS.isdisjoint(words[first:last]):
        return True
    if next(its.WITH_ANOTHER.all(words, first, last), None) is not None:
        return True
    for place in range(first, last):
        after = words[place + 1] if place + 1 < last else ""
        alone = not after or _is_another(message, place + 1, last, against=False) or message.tokens[place + 1].broken
        if words[place] in its.ONE_ALONE or (words[place] in its.ONE and alone):
            return True
    return False


def made_with(message: Message, tool: Mention) -> bool:
    """« le Doodle », « l’affiche Canva », "the Trello board", « le doc est sur Drive »: what was made with it."""
    words = message.words
    before = words[max(0, tool.first - 3) : tool.first]
    if not before:
        return False
    if tool.last < len(words) and words[tool.last] in its.BILLS:
        return False
    if before[-1] in its.THE:
        return True
    back = before[:-1] if before[-1] in {"de", "du", "sur", "on", "d"} else before
    return bool(back) and back[-1] in its.MADE
