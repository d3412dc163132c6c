"""Questions about a need, without any product: « on cherche un truc pour faire des sondages de dates »."""

from bot.ask.reading import lexicon as words_of
from bot.ask.reading.any_tool import tool_at, vague
from bot.ask.reading.belief import believed, used
from bot.ask.reading.beside import turned_to
from bot.ask.reading.cue_phrases import Cue
from bot.ask.reading.cues import Found
from bot.ask.reading.direction import Role
from bot.ask.reading.heads import meant, only_a_part, only_a_place
from bot.ask.reading.intent import stance
from bot.ask.reading.message import Message
from bot.ask.reading.nearby import nearby
from bot.ask.reading.open_words import thing_word
from bot.ask.reading.phrases import Phrases, word_set
from bot.catalog.names import Entry, Mention, Sure
from bot.catalog.need_words import NeedMention
from bot.catalog.ordinary import LITTLE

_USE = word_set(
    "passez passes passe utilise utilises utilisez utilisent utiliser utilisons use using conseillez conseilles "
    "conseille "
    "recommandez recommandes recommend suggest existe utiliseriez"
)
_WONDERS = frozenset({"peut", "possible", "can", "could", "est", "is", "y"})
_ANY = frozenset({"quel", "quelle", "which", "any", "un", "une", "a", "an", "meilleur", "meilleure", "best"})
_THE_GIANTS = frozenset({"gafam", "gafams", "gafa", "geant", "geants", "giants", "giant"})
_WHICH = frozenset({"quel", "quelle", "quels", "quelles", "which"})
_ADVISE = frozenset({"recommend", "suggest", "recommander", "conseiller", "conseillez", "recommandez"})
_BESIDE_ADVICE = words_of.INDEFINITE | words_of.KIND_WORDS | {"someone", "anyone", "can", "quelqu", "us", "me"}
_BEST = frozenset({"meilleur", "meilleure", "meilleurs", "best"})
_A_FEW = 4
_STOPGAP = Phrases(("de remplacement|repli|secours|rechange|substitution",))
_BETWEEN = frozenset({"petit", "of", "kind", "new", "and", "et"})
_MORE = frozenset({"plus", "moins", "more", "less", "better", "mieux", "de", "d"})
_WE = frozenset({"you", "we", "i", "they", "vous", "nous", "on", "tu", "je"})
_PROGRAMS = words_of.SOFTWARE | {"solution", "solutions", "program", "programme"}
_LEADS = words_of.QUESTION | words_of.KIND_WORDS | {"cherche", "voudrait", "aimerait", "need", "looking"}
_SAME = frozenset({"same", "meme", "pareil", "similar", "similaire"})
_BEFORE_SOFTWARE = frozenset({"for", "need", "good", "free", "libre", "source"})
_ANYBODY = frozenset({"anyone", "anybody", "quelqu", "certains"})
_DOES = word_set(
    "fait font faire gere gerez gerent organise travaille travaillent running runs doing does making managing teaching "
    "organising working"
)
_APART = frozenset({"part", "dehors", "hormis", "apart", "excepte"})
_FOR_THAT = Phrases(("pour ca|cela", "for that|this|it"))
_EXISTS = Phrases(("ca existe", "existe t|ca", "does|do that|it|one|they exist", "is there such a"))
_ITSELF = frozenset({"de", "passe", "mot", "mots", "password", "passwords", "code", "date", "dates"})
_APART_FROM = Phrases(("a part", "en dehors de|du|d", "apart|aside from", "other than", "hormis", "excepte", "besides"))
_HINTS = frozenset({"piste", "pistes", "idee", "idees", "mieux"})
_CAN_IT_BE = frozenset({"comment", "how", "possible", "faisable", "doable", "jouable", "feasible"})
_STARTS = frozenset({"comment", "how", "un", "une", "a", "an", "des"})


def sought(message: Message, first: int, last: int, roles: dict[int, Role]) -> list[NeedMention]:
    """The needs that a sentence seeks a tool for, or nothing; it must be a question to everybody."""
    return meant(message, _sought(message, first, last, roles))


def _sought(message: Message, first: int, last: int, roles: dict[int, Role]) -> list[NeedMention]:
    words = message.words
    needs = [need for need in message.needs if first <= need.first < last]
    if not needs:
        return []
    place = tool_at(message, first, last)
    if place is not None:
        chosen = _for_the_tool(message, needs, place, last)
        if chosen and stance(message, Found(Cue.ALTERNATIVE, place, place + 1), first, last).asks:
            return chosen
    if _with_what(message, first, last):
        return needs
    kinds = [need for need in needs if _which_free(message, need, first, last)]
    if kinds and stance(message, Found(Cue.ALTERNATIVE, kinds[0].first, kinds[0].last), first, last).asks:
        return kinds
    kept_from = Role.EXCLUDED in roles.values() or not _THE_GIANTS.isdisjoint(words[first:last])
    if message.is_asked(first) and kept_from and words[first] in _STARTS:
        return needs
    if needs and _which_tool(message, needs[0], first):
        return needs[:1]
    return [need for need in needs if need.size > 1] if _wonders_if_any(message, first, last) else []


def _for_the_tool(message: Message, needs: list[NeedMention], place: int, last: int) -> list[NeedMention]:
    """What the tool that is spoken of at `place` is sought for."""
    words = message.words
    if said := [need for need in needs if need.last == place]:
        return said  # « some free ticketing software »
    itself = [need for need in needs if need.first == place]
    needs = [need for need in needs if need.first != place] or needs
    if itself and needs == itself and _FOR_THAT.at(message.words, min(itself[0].last + 1, last - 1), last):
        return []  # « ya un site militant pour ça ? »
    if itself and only_a_part(message, itself[0], needs[0]):
        needs = itself  # « un site avec un agenda »
    beyond = [need for need in needs if need.first > place or need.first <= place < need.last]
    beyond = [need for need in beyond if not only_a_place(message, need)]
    apart = [need for need in needs if words[place] not in message.words[need.first : need.last]]
    chosen = beyond or apart
    if vague(message, place):
        # « une solution de stockage pour les chaises » is no tool; « une solution pour les dons » may be one.
        chosen = [need for need in beyond if need.size > 1 or not words_of.FOR.isdisjoint(words[place : need.first])]
    return chosen


def sought_for(message: Message, first: int, last: int) -> list[Mention]:
    """The tools that another one is sought for: « pour Mailchimp, vous connaissez un truc libre ? »."""
    place = tool_at(message, first, last)
    if place is None and message.is_asked(first) and not _HINTS.isdisjoint(message.words[first:last]):
        return [
            mention
            for mention in _said_for(message, first, last)
            if mention.sure is Sure.EXACT or used(message, mention)
        ]
    if place is None or not stance(message, Found(Cue.ALTERNATIVE, place, place + 1), first, last).asks:
        return []
    return _said_for(message, first, last)


def _said_for(message: Message, first: int, last: int) -> list[Mention]:
    return [
        mention
        for mention in message.names
        if first < mention.first < last
        and mention.is_a(Entry.PRODUCT)
        and message.words[mention.first - 1] in words_of.FOR
        and believed(message, mention, mention.first, last)
    ]


def compared(message: Message, first: int, last: int, roles: dict[int, Role], heated: bool) -> list[Mention]:
    """« on déteste Slack, un truc plus simple ? », "got anything friendlier?": the tools to compare with.

    `heated`: something was just said against a tool.
    """
    place = _tool(message, first, last)
    if place is None or not _than_what_is(message, place, last):
        return []
    if any(need.last > place for need in message.needs if need.first < last):
        return []
    if not stance(message, Found(Cue.ALTERNATIVE, place, place + 1), first, last).asks:
        return []
    # « Excel déborde. Quelque chose de plus adapté ? », « Quelqu’un aurait une solution française ? »
    lead = message.words[first:place]
    plain = all(word in LITTLE or word in _LEADS for word in lead)
    free = any(word in words_of.FREE_AFTER for word in message.words[place + 1 : place + 3])
    alone = heated or place <= first + 1 or (plain and (free or message.words[place] in _PROGRAMS))
    tools = [mention for mention in nearby(message, place, roles, first) if alone or mention.first >= first]
    return [] if turned_to(message, tools, last) else tools


def _than_what_is(message: Message, place: int, last: int) -> bool:
    """« un truc libre », « un truc + clean », "something friendlier", "free software"."""
    after = place + 1
    if message.words[place] in words_of.SOFTWARE and message.words[place - 1] in words_of.FREE_BEFORE:
        return True
    if after >= last:
        return False
    if not _SAME.isdisjoint(message.words[after : min(after + _A_FEW + 1, last)]):
        return True
    word = message.words[after]
    gap = message.reading.text[message.tokens[place].end : message.tokens[after].start]
    if "+" in gap:
        return True
    return not message.tokens[after].broken and (
        word in _MORE or word in words_of.KIND_WORDS or (word.endswith("er") and word not in LITTLE)
    )


def done_without(message: Message, first: int, last: int, roles: dict[int, Role]) -> list[Mention]:
    """« comment faire ça sans Google Forms ? »: the tools that somebody would do without."""
    if not message.is_asked(first):
        return []
    if next(_APART_FROM.all(message.words, first, last), None) and thing_word(message.words, first, last):
        before = nearby(message, first, roles, first)  # « Zapier est trop cher. Quoi d’autre, à part Make ? »
        if before:
            return before
    return [
        mention
        for mention in message.names_in(first + 1, last)
        if roles.get(mention.first) is Role.EXCLUDED
        and mention.is_a(Entry.PRODUCT)
        and _wonders(message, mention.first, first, last)
    ]


def _wonders(message: Message, place: int, first: int, last: int) -> bool:
    """« quelqu’un fait ses réunions sans Zoom ? », « à part Trello, il y a quoi ? »."""
    words = message.words
    sentence = words[first:last]
    if words[place - 1] in words_of.WITHOUT:
        if last - first <= _A_FEW and place - first <= 2:
            return True  # « et sans Zoom ? »
        doing = not _ANYBODY.isdisjoint(sentence) and not _DOES.isdisjoint(sentence)
        starts = (n for n in range(first, place) if n == first or message.tokens[n].broken)
        return doing or any(words[n] in _WONDERS for n in starts) or not _CAN_IT_BE.isdisjoint(sentence)
    apart = not _APART.isdisjoint(words[max(first, place - 3) : place])
    return apart and thing_word(words, first, last)


def _tool(message: Message, first: int, last: int) -> int | None:
    """Where a tool, any tool, is spoken of: « un logiciel », « quel outil », « something »."""
    words = message.words
    for place in range(first, last):
        word = words[place]
        if word not in words_of.TOOL or message.named(place):
            continue
        if word in {"qqch", "something", "anything"}:
            return place
        if _no_tool(words, place, first, last):
            continue
        if word == "software" and place > first and words[place - 1] in _BEFORE_SOFTWARE:
            return place
        back = place - 1
        while back >= first and (words[back] in words_of.KIND_WORDS or words[back] in _BETWEEN):
            if words[back] in words_of.INDEFINITE:
                break
            back -= 1
        if back < first or words[back] in words_of.INDEFINITE:
            if word in {"d", "de"} and back > first and words[back - 1] not in words_of.REQUEST | {"pas", "besoin"}:
                continue
            return place
    return None


def _no_tool(words: list[str], place: int, first: int, last: int) -> bool:
    """« une solution de remplacement » is wanted for a van as well; « la chose » is no « autre chose »."""
    if words[place] == "chose":
        return place == first or words[place - 1] not in {"quelque", "autre"}
    return words[place] in {"solution", "solutions"} and place + 1 < last and bool(_STOPGAP.at(words, place + 1, last))


def _which_free(message: Message, need: NeedMention, first: int, last: int) -> bool:
    """« quel tableur libre ? », "any free calendar?"."""
    words = message.words
    before = words[need.first - 1] if need.first > first else ""
    after = words[need.last] if need.last < last else ""
    within = {words[n] for n in range(need.first + 1, need.last) if words[n - 1] not in {"de", "d"}}
    free = {after, *within} & words_of.FREE_AFTER or before in words_of.FREE_BEFORE
    near = words[max(first, need.first - 3) : need.first]
    asks = any(word in _ANY for word in near)
    best = not _BEST.isdisjoint(near) and thing_word(words, first, need.first)
    return bool(free) and (asks or best)


def _wonders_if_any(message: Message, first: int, last: int) -> bool:
    """« un chat vidéo libre pour les grands-parents, ça existe ? »"""
    words = message.words
    free = any(w in words_of.FREE_AFTER or w in words_of.FREE_BEFORE for w in words[first:last])
    return free and message.is_asked(first) and next(_EXISTS.all(words, first, last), None) is not None


def _which_tool(message: Message, need: NeedMention, first: int) -> bool:
    """« quel gestionnaire de mots de passe ? », "can someone recommend a good password manager?"."""
    if not (need.sure and message.is_asked(first)) or not _WE.isdisjoint(message.words[need.first : need.last]):
        return False  # « which date would you pick? »
    if all(word in _ITSELF for word in message.words[need.first : need.last]):
        return False  # « protégé avec quel mot de passe ? »
    near = message.words[max(first, need.first - 4) : need.first]
    if near and near[-1] in _WHICH:
        return True
    return any(word in _ADVISE for word in near) and all(word in _BESIDE_ADVICE for word in near if word not in _ADVISE)


def _with_what(message: Message, first: int, last: int) -> bool:
    """« vous utilisez quoi pour la compta ? », « avec quoi faire des formulaires ? », "what do you use for…"."""
    words = message.words[first:last]
    if "way" in words and message.is_asked(first):
        return True
    if not ("quoi" in words or "what" in words or "which" in words):
        return False
    if not (message.is_asked(first) or words[0] in {"quoi", "what", "avec", "vous"}):
        return False
    for place, word in enumerate(words):
        if word == "avec" and words[place + 1 : place + 2] == ["quoi"]:
            return True
    purpose = any(word in {"pour", "for"} for word in words)
    return purpose and (any(word in _USE for word in words) or words[:2] in (["quoi", "pour"], ["what", "for"]))
