"""Of the needs that a message speaks of, those that are meant: the head noun or the verb, not what it is said of."""

from bot.ask.reading import lexicon as words_of
from bot.ask.reading.message import Message
from bot.ask.reading.phrases import word_set
from bot.catalog.need_words import NeedMention

_A_FEW = 4
_PEOPLE = word_set(
    "benevole benevoles membre membres adherent adherents adherente adherentes volunteer volunteers member members"
)
_RUN = word_set("gerer gestion suivre suivi planifier planning organiser manage managing schedule track")
_GENERIC = _RUN | word_set("faire avoir tenir monter creer do doing make run running have having get")
_BY_WAY_OF = frozenset({"sur", "on", "par", "by", "via"})
_PLACES = ("website",)
_DEVICES = (("desktop-os",), ("mobile-os",))
_DOERS = frozenset({"to", "i", "we", "you", "can"})
_MACHINES = word_set(
    "computer computers ordinateur ordinateurs ordi ordis pc laptop laptops telephone telephones phone phones portable "
    "portables smartphone smartphones tablette tablettes tablet tablets"
)
_SYSTEM = word_set(
    "vieux vieil vieille vieilles ancien anciens old older rame rament lent lents lente slow windows mise mises jour "
    "update updates systeme systemes system systems os libre free linux degoogle degooglise degooglises revive sauver "
    "ressusciter android apple google installer install mouchard espion spying donated recuperes refurbished"
)
_DRAW = frozenset({"draw", "drawing", "dessiner", "dessin", "illustrer"})
_STYLE = frozenset({"style", "genre", "facon"})
_WITH = frozenset({"avec", "with"})
_JOINS = words_of.AND | words_of.OPENERS | {"aussi", "also"}


def meant(message: Message, needs: list[NeedMention]) -> list[NeedMention]:
    """Those of `needs` that a tool is wanted for: the head noun or the verb, and what is joined to it by « et ».

    « traduire un tract » is about translating; « une formation pour nos bénévoles » about learning; « caler le CA
    sans 40 mails » is not about mail.
    """
    said = needs = [need for need in needs if not said_without(message, need)]
    needs = [need for need in needs if not only_a_place(message, need)] or needs
    needs = [need for need in needs if not _any_device(message, need)]
    apart = [need for need in needs if not _only_people(message, need)]
    needs = apart if apart or len(message.tokens) > _A_FEW else needs
    needs = [need for need in needs if _done_to_that(message, need)] or needs
    needs = [need for need in needs if not _only_means(message, need)] or needs
    needs = [need for need in needs if not _of_what_is_drawn(message, need, needs)]
    needs = [need for need in needs if not only_a_part(message, needs[0], need)]
    longest = max((need.size for need in needs), default=0)
    heads: list[NeedMention] = []
    for need in needs:
        joined = bool(heads) and _joined(message, heads[-1].last, need.first) and not _objects(message, heads[-1], need)
        if joined or (not heads and (need.size > 1 or longest == 1 or _done(message, need))):
            heads.append(need)
    return [_narrowed(head, said) for head in heads]


def _narrowed(head: NeedMention, said: list[NeedMention]) -> NeedMention:
    """« un planning pour les bénévoles »: what it is for decides between the meanings of a word."""
    decided = [need for other in said if len(other.needs) == 1 for need in other.needs if need in head.needs]
    return head._replace(needs=(decided[0],)) if len(head.needs) > 1 and decided else head


def _joined(message: Message, start: int, stop: int) -> bool:
    """« les adhésions et les dons », « les mails, l’agenda »: in a row, not one said of the other."""
    words = message.words[start:stop]
    row = any(word in words_of.AND for word in words) or message.tokens[min(start, stop)].broken
    return row and all(word in _JOINS for word in words)


def said_without(message: Message, need: NeedMention) -> bool:
    """« sans 40 mails », "without the cookie banner"."""
    before = message.words[max(0, need.first - _A_FEW + 1) : need.first]
    return not words_of.WITHOUT.isdisjoint(before) and "pour" not in before and "for" not in before


def _objects(message: Message, head: NeedMention, need: NeedMention) -> bool:
    """« vendre nos confitures et nos calendriers »: the second of two things that the same is done to, but for
    « gérer les adhésions et les dons ».
    """
    verb = message.words[head.first]
    done = verb.endswith(("er", "ir", "re", "ing")) or head.first == 0
    return head.size > need.size and done and verb not in _GENERIC


def _done(message: Message, need: NeedMention) -> bool:
    """« transcrire l’audio d’une réunion », "to automate the task list": one word that says what is done, whatever
    it is done to.
    """
    led = need.first > 0 and need.last - need.first == 1 and message.words[need.first - 1] in _DOERS
    return need.sure and (led or message.words[need.first].endswith(("er", "ir", "re")))


def _done_to_that(message: Message, need: NeedMention) -> bool:
    """« …, on automatise ça avec quoi ? », "minutes and procedures, wiki style": all that was said before."""
    style = _STYLE.isdisjoint(
        (message.words[need.first - 1 : need.first] or [""]) + message.words[need.last : need.last + 1]
    )
    return (need.sure and message.words[need.last : need.last + 1] in (["ca"], ["it"])) or not style


def only_a_place(message: Message, need: NeedMention) -> bool:
    """« un agenda à mettre sur le site », « un planning pour 3 sites », « parler sur téléphone »: where the tool is."""
    counted = need.first > 0 and message.words[need.first - 1].isdecimal()
    on = _only_means(message, need)
    return (need.needs == _PLACES and (counted or on)) or (on and need.size == 1 and need.needs in _DEVICES)


def _only_means(message: Message, need: NeedMention) -> bool:
    """« un formulaire sur notre site web », « la newsletter par mail »: where or by which way, not what for."""
    words = message.words
    place = need.first - 1
    while place > 0 and words[place] in words_of.DETERMINERS:
        place -= 1
    return place > 0 and words[place] in _BY_WAY_OF and not message.tokens[need.first].broken


def _any_device(message: Message, need: NeedMention) -> bool:
    """« I want to see her computer from here »: a machine that nothing is said against asks for no other system."""
    named = need.size == 1 and need.needs in _DEVICES and message.words[need.first] in _MACHINES
    return named and _SYSTEM.isdisjoint(message.words)


def _of_what_is_drawn(message: Message, need: NeedMention, needs: list[NeedMention]) -> bool:
    """« dessiner un organigramme », "drawing a flowchart": what is drawn says more than that it is."""
    drawn = message.words[need.first] in _DRAW and need.size == 1
    return drawn and any(
        need.last <= other.first <= need.last + _A_FEW and other.needs != need.needs for other in needs
    )


def only_a_part(message: Message, first: NeedMention, need: NeedMention) -> bool:
    """« un site avec un agenda et un formulaire »: what the tool should have, and not what it is for."""
    return not _WITH.isdisjoint(message.words[first.last : need.first])


def _only_people(message: Message, need: NeedMention) -> bool:
    """« pour nos bénévoles »: whom it is for, or whose; « gérer les bénévoles » says what for."""
    words = message.words
    if need.last - need.first > 1 or words[need.first] not in _PEOPLE:
        return False
    return _RUN.isdisjoint(words[max(0, need.first - _A_FEW + 1) : need.first])
