"""Names that are in no catalogue, and that look like no tool: people, plays, dishes, what others wonder about."""

from bot.ask.reading import lexicon as words_of
from bot.ask.reading.cue_phrases import Cue
from bot.ask.reading.cues import Found
from bot.ask.reading.message import Message
from bot.ask.reading.phrases import word_set
from bot.catalog.ordinary import LITTLE

_DAYS = word_set(
    "lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday "
    "demain tomorrow tonight weekend"
)
_TITLES = frozenset({"mme", "mlle", "mr", "mrs", "ms", "dr", "st", "ste", "saint", "sainte", "pere", "maitre"})
_SUBSTITUTES = frozenset({"remplacant", "remplacants", "remplacante", "substitute"})
_TO_TAKE_OVER = frozenset({"replacements", "remplacants", "remplacantes"})
_REPLACEMENTS = frozenset({"replacement", "replacements"})
_NEAR = 2
_SHOWN = word_set("photo image logo affiche visuel message date titre nom")
_WONDER = frozenset({"demande", "demandent", "asks", "ask", "wonders", "wonder", "wondering"})
SOFTWARE = words_of.SOFTWARE | word_set(
    "libre libres open opensource source free gratuit gratuite gratos ethique licence license abonnement subscription "
    "compte account site web online ligne version donnees data hosted heberge auto serveur server export rgpd gdpr "
    "numerique payant payante navigateur browser"
)
"""Words that show that a tool is spoken of, whatever its name."""
_THINGS = word_set(
    "repas buvette courses gouter apero buffet dessert gateau recette cuisine menu boisson boissons galette soiree "
    "lunch dinner snacks recipe cake kitchen bulk drinks tea supper salle gymnase terrain parking hall venue pub "
    "restaurant resto bus camion van minibus train trajet voyage trip coach flight tgv avion vol autoroute dimanche "
    "jardin allees garden lawn deco peinture paint glue colle menage cleaning maillots tenue tenues shirts costumes "
    "piece film chanson song concert prof acteur actrice match tournoi tournament gardien goalie lots prizes tombola "
    "loto raffle till desk stall door gate bar caisse accueil stand trousse aid savon soap huile sucre beurre farine "
    "sale social kermesse anniversaire birthday"
)
"""Words that go with food, places, journeys, plays and people rather than with a tool."""
_OF_A_DAY = _THINGS | word_set(
    "date dates horaire horaires creneau creneaux itineraire itineraires lieu lieux jour jours heure route routes "
    "venue venues day days time times slot slots medicine medecine energie energy school ecole parcours chemin "
    "rose roses fleur fleurs flowers"
)
_PLEASE = frozenset({"svp", "stp", "please", "pls"})
_USE = frozenset({"use", "using", "used", "utilise", "utilisons", "utilisez", "utiliser"})
_SAID_OF_TOOLS = frozenset({Cue.ALTERNATIVE, Cue.REPLACE})
_WHICH = frozenset({"quel", "quelle", "quels", "quelles", "which"})
_PLAIN = words_of.TOOL | words_of.KIND_WORDS | words_of.QUESTION


def somebody(message: Message, start: int, stop: int) -> bool:
    """« a replacement for Jo, who ran the stall », « replace Jo as chair », « à la place de Mme Delcourt »."""
    if not _TITLES.isdisjoint(message.words[max(0, start - 1) : start + 1]):
        return True
    return stop < len(message.words) and message.words[stop] in {"who", "qui", "as"}


def of_no_tool(message: Message, found: Found, place: int) -> bool:
    """« un remplaçant pour le trésorier », « remplacer la photo de couverture »: the word for a need means no tool."""
    if message.words[found.place] in _SUBSTITUTES:
        return SOFTWARE.isdisjoint(message.words)
    return found.cue is Cue.REPLACE and message.words[place] in _SHOWN


def no_tool(message: Message, start: int, stop: int, cue: Cue) -> bool:
    """« a replacement for Jo on Sunday », « une alternative à Flunch pour le repas ? », « quelle pièce à la place
    d’Antigone ? »: an unknown name that nothing shows to be a tool’s.
    """
    words = message.words
    if not _DAYS.isdisjoint(words[stop : stop + 3]) or _wondered(message, start):
        return True
    if not message.capital(start) and words[start].endswith("ing"):
        return True  # "an alternative to shouting"
    if not SOFTWARE.isdisjoint(words):
        return False
    if words[start - 1] in _REPLACEMENTS or (not message.capital(start) and not _sought_after(message, stop, cue)):
        return True  # « anything I can use instead of slug pellets? », « a replacement bassist »
    if not _TO_TAKE_OVER.isdisjoint(words[max(0, start - _NEAR) : start]):
        return True  # « we need replacements for Biscuit and Moka »
    if not _THINGS.isdisjoint(words) or _which_thing(words):
        return True
    typed = message.typed(start, stop)
    brand = any(letter.isupper() for letter in typed[1:]) and " " not in typed
    if brand or cue is Cue.ONWARD or not _USE.isdisjoint(words):
        return False
    # « une alternative à Sellsy ? » is about a tool, « … à Barclays pour le coffre ? » may be about anything.
    return cue not in _SAID_OF_TOOLS or not _ends(message, stop)


def _sought_after(message: Message, stop: int, cue: Cue) -> bool:
    """« une alternative à opentalent ? »: written small, a name is a tool’s where nothing else is said."""
    return cue is Cue.ONWARD or (cue in _SAID_OF_TOOLS and _ends(message, stop))


def _ends(message: Message, stop: int) -> bool:
    """Whether a sentence says nothing more after the name, but « svp »."""
    for place in range(stop, len(message.words)):
        if message.tokens[place].sentence != message.tokens[stop - 1].sentence or message.tokens[place].broken:
            return True
        if message.words[place] not in words_of.COURTESY | _PLEASE:
            return False
    return True


def no_tool_at_all(message: Message, start: int, stop: int) -> bool:
    """« une alternative à la salle Prévert », "instead of roses", « … à Yves pour tenir la caisse »."""
    strange = message.capital(start) and message.odd(start) and not message.names
    return strange or not _OF_A_DAY.isdisjoint(message.words[start:stop])


def another_thing(words: list[str], found: Found, first: int, last: int) -> bool:
    """« une date alternative », "an alternative route": of something that is no tool."""
    before = words[found.place - 1] if found.place > first else ""
    after = words[found.after] if found.after < last else ""
    if before == "de" and words[found.place] == "remplacement":
        return True  # « stationnement de remplacement »; « solution de remplacement » is a cue of its own
    return before in _OF_A_DAY or (after in _OF_A_DAY and before in words_of.INDEFINITE | words_of.DETERMINERS)


def no_thing(words: list[str]) -> bool:
    """Whether nothing that is said goes with food, places, journeys, plays or people."""
    return _THINGS.isdisjoint(words) and _DAYS.isdisjoint(words)


def _which_thing(words: list[str]) -> bool:
    """« quel club », "which song": no word for a tool after « quel »."""
    return any(
        word in _WHICH and words[place + 1] not in _PLAIN and words[place + 1] not in LITTLE
        for place, word in enumerate(words[:-1])
    )


def _wondered(message: Message, start: int) -> bool:
    """« le public demande déjà par quoi on remplace Cyrano »: others ask, and nobody knows the name."""
    sentence = message.tokens[start].sentence
    said = (message.words[n] for n in range(start) if message.tokens[n].sentence == sentence)
    return not message.is_asked(start) and not _WONDER.isdisjoint(said)
