"""Questions known by their shape, around a tool or without one, rather than by a row of words."""

from bot.ask.reading import lexicon as words_of
from bot.ask.reading.message import Message
from bot.ask.reading.phrases import Phrases, word_set
from bot.catalog.ordinary import LITTLE

_GOES = Phrases(
    (
        "have|has|need|needs|got to go",
        "need|needs replacing|changing",
        "to|to be replace|replaced|dropped",
        "doit|doivent|devrait|devra etre remplace",
        "doit|doivent|devrait|devra disparaitre|degager|partir|sauter",
        "est|serait a remplacer|changer|virer",
    )
)
_GOES_AFTER_A_MODAL = Phrases(("go", "be replace|replaced|dropped|ditched"))
_MODALS = frozenset({"must", "should", "does", "do", "can", "could", "shall"})
_CLOSERS = word_set("too also as or now then soon by with next aussi ou par ou et and please")
_FROM = frozenset({"from", "de", "depuis"})
_GOING = word_set("passer aller migrer basculer going moving switching migrating")
_TO = frozenset({"to", "a", "vers", "into"})
_ANYONE = word_set("anyone anybody someone somebody who quelqu qui which choose")
_UNNAMED = word_set("quoi what which where something anything qqch quelque autre un une du")
_WH = frozenset({"quoi", "what", "which", "ou", "where", "que", "qu"})
_CHOOSE = word_set(
    "use using used utilise utilises utilisez utilisent utiliser utiliseriez prends prenez prennent prendre prendrais "
    "prendriez pris choisi choisir choisissez choisiriez choisirais conseille conseilles conseillez conseiller "
    "conseilleriez conseillerais recommande recommandes recommandez recommanderiez recommanderais recommander propose "
    "proposes proposez proposeriez proposer suggere suggerez suggereriez adopter adopte adoptez installer installez "
    "opte optez opteriez essayer tester suggest suggested recommend recommended advise pick picked choose chose "
    "chosen take took taken try tried adopt adopted prefer"
)
_CHOOSE_FOR = Phrases(("go|going|went|gone|opt|opted for|with", "settle|settled on|for", "end|ended up with|using|on"))
_MOVE = frozenset({"move", "switch", "migrate", "transfer", "bring", "turn"})
_TOOL = words_of.TOOL | {"somewhere", "anywhere", "app", "apps"}
_FEW = 5
_OR = frozenset({"ou", "or"})
_OR_NOT = (["pas"], ["non"], ["not"])
_KEEP = word_set("continue garde garder gardons conserve conserver reste rester keep keeping stay stick")
_CHANGE = word_set(
    "arrete arreter change changer changeons quitte quitter remplace remplacer vire virer lache lacher part partir "
    "migre migrer libre libres gratuit gratuite "
    "autre ailleurs alternative partez jump nicer better mieux switch leave drop replace replacing move "
    "look find elsewhere else"
)
_FREELY = tuple([word] for word in words_of.FREE_AFTER | {"simple", "propre", "gratuit"})
_PUT = word_set("met mets mettez mettre range ranger stocke stocker heberge heberger publie publier poste poster")
_AFTERWARDS = frozenset({"afterwards", "now", "since", "ensuite", "maintenant"})
_SINCE = frozenset({"now", "since", "maintenant", "depuis", "vu", "puisque"})
_USING = frozenset({"use", "using", "used", "utilisent", "utilise", "prennent"})
_WHICH = frozenset({"which", "quel", "quelle", "quels", "quelles"})
_OTHERS = word_set("everyone everybody others other autres folks people groups charities associations assos clubs")
_WHAT = frozenset({"what", "which", "quel", "quelle", "quels", "quelles"})
_OF_A_KIND = (
    words_of.TOOL
    | words_of.KIND_WORDS
    | LITTLE
    | _OTHERS
    | word_set("network reseau board provider host hebergeur fournisseur browser navigateur messagerie")
)


def has_to_go(message: Message, place: int, first: int, last: int) -> bool:
    """« should n8n be replaced? », « does Whereby have to go too? »: a known tool, and whether to leave it."""
    mention = message.name_at(place)
    if mention is None or not message.is_asked(place) or mention.last >= last:
        return False
    words = message.words
    size = _GOES.at(words, mention.last, last)
    if not size and any(word in _MODALS for word in words[first:place]):
        size = _GOES_AFTER_A_MODAL.at(words, mention.last, last)
    after = mention.last + size
    return bool(size) and (after >= last or message.tokens[after].broken or words[after] in _CLOSERS)


def from_to(message: Message, place: int, first: int, last: int) -> bool:
    """« from Trello to… what? », « De Dropbox à autre chose : vous prendriez quoi ? »."""
    words = message.words
    if not (place == first or message.tokens[place].broken) or place + 2 >= last:
        return False
    place += words[place] in _GOING  # « passer de Trello à… quoi ? »
    if words[place] not in _FROM:
        return False
    mention = message.name_at(place + 1)
    if mention is None or message.weak(mention):
        return False
    to = mention.last
    while to + 1 < last and words[to] in words_of.AND and (other := message.name_at(to + 1)):
        to = other.last
    if to >= last or words[to] not in _TO:
        return False
    beyond = to + 1
    if beyond < last and message.name_at(beyond) is not None:
        return message.is_asked(place) and not _ANYONE.isdisjoint(words[beyond:last])
    if beyond < last:
        return message.is_asked(place) and words[beyond] in _UNNAMED
    return beyond < len(words) and message.is_asked(beyond) and words[beyond] in _WH


def keep_or_leave(message: Message, place: int, first: int, last: int) -> bool:
    """« on garde HelloAsso ou on change ? », "should we keep Slack or look elsewhere?"."""
    mention = message.name_at(place)
    if mention is None or not message.is_asked(place):
        return False
    words = message.words
    either = next((n for n in range(mention.last, min(last, mention.last + _FEW)) if words[n] in _OR), None)
    if either is None:
        return False
    before, after = words[first:either], words[either + 1 : min(last, either + 1 + _FEW)]
    if not _KEEP.isdisjoint(before):
        other = any(message.name_at(place) for place in range(either + 1, min(last, either + 1 + _FEW)))
        return not _CHANGE.isdisjoint(after) or after[:1] in _OR_NOT or other
    return not _CHANGE.isdisjoint(before) and (not _KEEP.isdisjoint(after) or after[:1] in _OR_NOT)


def of_tools(message: Message, place: int, first: int, last: int) -> bool:
    """« quel outil vous utilisez ? », "what are the others using?": a choice of tools, whatever was said before."""
    words = message.words
    clause = next((n for n in range(place, first, -1) if message.tokens[n].broken), first)
    which = any(word in _WHICH for word in words[clause:place]) and any(
        word in words_of.SOFTWARE or word in words_of.TOOL for word in words[clause:place]
    )
    others = words[place] in _USING and not _OTHERS.isdisjoint(words[clause:place])
    return which or others or _now_that(message, place, last)


def _now_that(message: Message, place: int, last: int) -> bool:
    """« vous signez avec quoi, maintenant que DocuSign est payant ? »: a tool is the reason why one asks."""
    why = next((n for n in range(place, last) if message.words[n] in _SINCE), None)
    return why is not None and any(not message.weak(name) for name in message.names_in(why, last))


def choice(message: Message, place: int, first: int, last: int) -> int:
    """Where « vous conseilleriez quoi ? », "what did the others go for?" ends, or 0: what people choose, left open."""
    words = message.words
    after = place + (_CHOOSE_FOR.at(words, place, last) or words[place] in _CHOOSE)
    if words[place] == "ou" and place + 1 >= last and not _PUT.isdisjoint(words[first:place]):
        return place + 1  # « on met les fichiers où ? »
    if words[place] in _AFTERWARDS and message.is_asked(place) and place + 1 >= last:
        clause = next((n for n in range(place, first, -1) if message.tokens[n].broken), first)
        return place + 1 if words[clause] in {"where", "ou"} else 0
    if words[place] in {"with", "in"} and (place + 1 >= last or message.tokens[place + 1].broken):
        after = place + 1  # "what did you rebuild your site with?"
    if words[place] == "to" and (place + 1 >= last or message.tokens[place + 1].broken) and message.is_asked(place):
        # "is there any tool I could move my campaigns to?"
        before = words[first:place]
        return 0 if _MOVE.isdisjoint(before) or _TOOL.isdisjoint(before) else place + 1
    if after == place:
        return 0
    if after < last and words[after] == "quoi":
        free = words[after + 1 : after + 2] == ["de"] and words[after + 2 : after + 3] in _FREELY
        return after + 1 + 2 * free  # « on prend quoi de libre ? »
    clause = next((n for n in range(place, first, -1) if message.tokens[n].broken), first)
    return after if message.is_asked(place) and _what(words, clause, place) else 0


def _what(words: list[str], first: int, last: int) -> bool:
    """« quel outil », "what would you", and not « what time », « quel jour »."""
    for place in range(first, last):
        if words[place] in _WHAT:
            return place + 1 >= last or words[place + 1] in _OF_A_KIND
        if words[place] in {"que", "qu"} and (place == first or words[place + 1 : place + 3] == ["est", "ce"]):
            return True
    return False
