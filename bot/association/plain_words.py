"""« On utilise Trello pour les projets », "we no longer use Slack": the inventory in plain words. Pure."""

import re
from dataclasses import replace

from bot.association.inventory import Change, Sign
from bot.catalog.fold import fold, legible
from bot.conversation import Language

_MOST_WORDS = 5
_LONGEST = 60
_LONGEST_SENTENCE = 400
_MOST_TOOLS = 20
_WHO_FR = (
    r"(?:on|nous|nous on|l['’ ]?asso(?:ciation)?|notre asso(?:ciation)?|l['’ ]?[ée]quipe|notre [ée]quipe|le bureau"
    r"|le ca|chez nous(?:,)? on|ici(?:,)? on)"
)
_WHO_EN = r"(?:we|our (?:association|team|group|club|charity)|the (?:association|team|club|charity)|here we)"
_VERB_FR = r"(?:utilis(?:e|ons|ent)|se sert|nous servons|travaill(?:e|ons) (?:avec|sur))"
_REST_EN = r"(?P<rest>.+?)(?: any ?more| any longer)?"
_OPENER = r"^(?:(?:bonjour|bonsoir|salut|coucou|alors|donc|oui|hello|hi|hey|so|well|yes)[\s,!:]+)*"
_FR = (
    ("-", rf"{_WHO_FR} (?:n['’ ]|ne )\s*{_VERB_FR} (?:plus|pas) (?:de |d['’])?(?P<rest>.+)"),
    ("+", rf"{_WHO_FR} {_VERB_FR} (?!plus\b|pas\b)(?:de |d['’])?(?P<rest>.+)"),
)
_EN = (
    ("-", rf"{_WHO_EN} (?:no longer use|do not use|don['’]t use|(?:have )?stopped using) {_REST_EN}"),
    ("+", rf"{_WHO_EN}(?:['’]re| are)? (?:(?:all|mostly|still|currently) )?(?:uses?|using|rely on) (?P<rest>.+)"),
)
_READINGS = [
    (sign, language, re.compile(f"{_OPENER}{pattern}$", re.IGNORECASE | re.DOTALL))
    for language, patterns in (("fr", _FR), ("en", _EN))
    for sign, pattern in patterns
]
_QUESTION_OR_WISH = re.compile(
    r"\?|\b(?:remplac\w*|replac\w*|alternativ\w*|quitt\w*|autre chose|something else|instead|a la place|mais|but"
    r"|comment|pourquoi|how|what|quoi|rien|nothing|qui|who|ca|it|that|voudrai\w*|aimerai\w*|cherch\w*|looking|depuis|parce)\b"
)
_BETWEEN = re.compile(r"\s*(?:,|;|\n|\+|&|\bet\b|\band\b|\bpuis\b)\s*")
_FOR = re.compile(r"^(?P<tool>.+?)\s+(?:pour|for)\s+(?P<need>.+)$")
_ARTICLE = re.compile(r"^(?:(?:le|la|les|un|une|des|du|notre|nos|the|our|an?)\s+|l['’])", re.IGNORECASE)
_ADVERB = re.compile(
    r"^(?:toujours|encore|surtout|beaucoup|aussi|d[ée]j[àa]|seulement|plutôt|plutot)\s+", re.IGNORECASE
)


def plain_changes(text: str) -> tuple[list[Change], Language] | None:
    """The changes that a sentence to the bot tells of, and its language; None when it tells of none, asks or wishes.

    A need that is said last is said of all tools before it that have none of their own.
    """
    sentence = legible(text).strip().rstrip(".!… ")
    if len(sentence) > _LONGEST_SENTENCE:
        return None
    for sign, language, pattern in _READINGS:
        if found := pattern.match(sentence):
            changes = _changes(found["rest"], "+" if sign == "+" else "-")
            return (changes, language) if changes else None
    return None


def _changes(rest: str, sign: Sign) -> list[Change] | None:
    if _QUESTION_OR_WISH.search(fold(rest)):
        return None
    changes: list[Change] = []
    for clause in _BETWEEN.split(_ADVERB.sub("", rest)):
        found = _FOR.match(clause)
        typed, need = (found["tool"], found["need"]) if found else (clause, None)
        if not found and changes and changes[-1].need and _ARTICLE.match(clause):
            # « pour les dates et les formulaires »: one tool, two needs.
            changes.append(Change(changes[-1].sign, changes[-1].tool, clause))
            continue
        tool = _ARTICLE.sub("", typed.strip(' «»"“”')).strip(' «»"“”')
        if not tool or len(tool) > _LONGEST or any(len(part.split()) > _MOST_WORDS for part in (tool, need or "")):
            return None
        changes.append(Change(sign, tool, need))
    return _with_later_needs(changes[:_MOST_TOOLS])


def _with_later_needs(changes: list[Change]) -> list[Change]:
    """« Trello et Asana pour les projets »: both are for projects."""
    need: str | None = None
    whole: list[Change] = []
    for change in reversed(changes):
        whole.append(change if change.need else replace(change, need=need, inherited=need is not None))
        need = change.need or need
    return whole[::-1]
