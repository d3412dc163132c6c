"""The lines that answers are made of: one alternative in a list, where to get it, the closing line."""

import datetime

from babel.dates import format_date

from bot.ask.choose import Pick
from bot.conversation import Language
from bot.wording import LineBreak, Link, Phrase, Plain, Strong, Voice, joined

DOT: Phrase = (Plain(" · "),)


def item(pick: Pick, speak: Voice, with_why: bool = True) -> Phrase:
    """One alternative in a list: name, where, cost and limit; below, what it is for and its honest limit."""
    language = speak.language
    parts: list[Phrase] = [((Strong(pick.alternative.name), *where(pick, speak)))]
    if pick.owned and not pick.through:
        parts.append(speak.say("ask.owned"))
    elif pick.through:
        parts.append(speak.say("ask.owned-within", through=pick.through))
    cost = pick.offer.cost if pick.offer else pick.alternative.cost
    if cost and not pick.owned:
        parts.append((Plain(cost.in_(language)),))
    offered = pick.offer.limit if pick.offer and not pick.owned else None
    if offered and offered != cost:
        parts.append((Plain(unstopped(offered.in_(language))),))
    below = [pick.why.in_(language)] if with_why else []
    below += [] if offered else [pick.alternative.limits[0].in_(language)]
    told: Phrase = (LineBreak(), Plain(" ".join(as_sentence(each) for each in below))) if below else ()
    return (*joined(parts, DOT), *told)


def where(pick: Pick, speak: Voice) -> Phrase:
    """Where an association gets it, to stand after its name; nothing for what it has or installs."""
    if pick.offer is None or pick.host is None or pick.owned:
        return ()
    if pick.host.kind == "self":
        return speak.say("ask.at-home")
    if pick.host.name == pick.alternative.name:
        return ()
    service, host = pick.offer.service, pick.host.after_at(speak.language)
    if service and service != pick.alternative.name:
        return speak.say("ask.service-at", service=service, host=host)
    return speak.say("ask.at", host=host)


def as_sentence(phrase: str) -> str:
    """`phrase` with the capital and the full stop of a sentence."""
    return capital(phrase if phrase.endswith((".", "!", "?", "…", ")")) else f"{phrase}.")


def capital(text: str) -> str:
    """`text` with a capital first letter."""
    return text[:1].upper() + text[1:]


def unstopped(sentence: str) -> str:
    """`sentence` without its full stop, to stand in a list or before a bracket."""
    return sentence.removesuffix(".")


def address(url: str) -> Link:
    """A web address of the catalogue, shown as one says it."""
    return Link(url.split("://")[-1].removeprefix("www.").rstrip("/"), url)


def closing(speak: Voice, checked: datetime.date, count: int) -> Phrase:
    """The gesture that works today, and the age of the sources."""
    gesture = speak.say("ask.gesture", number=min(count, 2)) if count else ()
    return joined((gesture, speak.say("ask.read-in", month=month(checked, speak.language))), DOT)


def month(checked: datetime.date, language: Language) -> str:
    """« novembre 2026 »."""
    return format_date(checked, "MMMM y", locale=language)
