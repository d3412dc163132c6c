"""What is said to the bot and asks for no tool: a question about the world, or work for the bot itself."""

from bot.ask.reading import lexicon as words_of
from bot.ask.reading.message import Message
from bot.ask.reading.phrases import Phrases, word_set

_OF_THE_WORLD = Phrases(
    (
        "who|qui|when|quand|why|pourquoi|combien",
        "how did|was|is|went|are",
        "c est quoi le|la|l|les",
        "quel|quelle|quels|quelles est|sont|etait le|la|l|les",
        "what is|s|was|are the",
        "whats the",
    )
)
_A = frozenset({"a", "an", "un", "une"})
_GREETINGS = word_set("bonjour bonsoir salut coucou hello hi hey dites dis et and")
_FRAMED = words_of.TOOL | word_set(
    "libre libres gratuit gratuite free open ethique ethical best good bon bonne meilleur meilleure better mieux "
    "our ours we us i notre nos nous on je mon mes votre vos vous you your heberge hebergent hosts propose proposent "
    "offers provides faut peut should can"
)


_OF_OURS = Phrases(
    (
        "who s|is|looks|has|runs|keeps",
        "qui s|est|a|gere|tient|va",
        "ou est|sont le|la|les|l|notre|nos|mon|mes|ton|votre",
        "where is|s|are the|our|my|your",
        "how many",
        "combien",
        "when is|s|does|do|did|will",
        "quand",
        "ecris|redige|write|draft moi|nous|me|us",
    )
)
_SEEKS = (
    words_of.FREE_AFTER
    | words_of.FREE_BEFORE
    | word_set(
        "outil logiciel appli tool software app best meilleur heberge hosts propose offers provides faut peut should "
        "can could need want faudrait voudrait voudrais voudrions aimerait aimerais cherche besoin moyen"
    )
)


def about_the_world(message: Message) -> bool:
    """« qui a gagné l’élection ? », « où est le planning ? »: a question about what is the case, or an order, and not
    about how we do something.
    """
    words = message.words
    first = next((place for place, word in enumerate(words) if word not in _GREETINGS), 0)
    if words and _OF_OURS.at(words, first, len(words)) and _SEEKS.isdisjoint(words):
        return True
    if not words or not message.is_asked(first) or not _OF_THE_WORLD.at(words, first, len(words)):
        return False
    # « who does what: a task board? » names the tool after all.
    named = any(message.tokens[place].broken and words[place] in _A for place in range(first + 1, len(words)))
    return not named and _FRAMED.isdisjoint(words)


_ORDERS = Phrases(
    (
        "can|could|would|will you",
        "tu|vous peux|peut|pourrais|pourrait|pouvez|pourriez",
        "peux|pourrais|pouvez|pourriez tu|vous",
        "ecris|redige|traduis|resume|corrige|dessine moi|nous|ce|cet|cette|ca|le|la|les|un|une",
        "calcule|relis|fais|raconte moi|nous|ce|cet|cette|ca|le|la|les|un|une",
        "write|draw|make|translate|sing|give|cook|read|remind me|us",
        "envoie|ajoute|imprime|rappelle|supprime|efface|previens|appelle un|une|le|la|les|l|ce|cette|ca|moi|nous",
        "send|add|cancel|delete|call this|it|that|these|the",
    )
)
_ADVICE = word_set(
    "recommander conseiller proposer suggerer dire indiquer trouver donner aider conseilles recommandes proposes "
    "recommend suggest tell find help name point show list advise think know use"
)
_LITTLE_OBJECTS = word_set("me m nous n us moi please svp stp also")


def orders_the_bot(message: Message) -> bool:
    """« tu peux m’écrire une lettre ? », "can you translate this?": work for the bot, and no tool to do it with."""
    words = message.words
    first = next((place for place, word in enumerate(words) if word not in _GREETINGS), 0)
    size = _ORDERS.at(words, first, len(words)) if words else 0
    if not size:
        return False
    verb = next((word for word in words[first + size :] if word not in _LITTLE_OBJECTS), "")
    return verb not in _ADVICE
