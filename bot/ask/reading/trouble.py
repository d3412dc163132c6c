"""Something is wrong with a tool: what is said against it, in whatever words, and where help with it is wanted."""

from bot.ask.reading.belief import used
from bot.ask.reading.message import Message
from bot.ask.reading.phrases import Phrases, word_set
from bot.catalog.names import Entry, Sure

COMPLAINTS = word_set(
    "usine souci soucis probleme problemes problem embete embetent charges successeur successor equivalent "
    "replacement arrete shutting limite limites limitent limitee limited limit limits limiting pub pubs publicite "
    "publicites ads adverts adverti paywall froze frozen gele gelee bloque bloquee bloquent blocked blocks ban banned "
    "banni interdit interdite forbidden forbids impose imposent imposee oblige obligent forces forced cher chere "
    "chers couteux prix tarif tarifs frais facture fee fees price prices pricing cost costs coute coutent silly mad "
    "ruine ruineux budget lock locked locks locking refuse refuses refusent perdu perdue perd loses lost losing rale "
    "ralent rouspete gene genent genant genante peur worried worry hate hates deteste hors trop too termine poubelle "
    "bin out outgrown quit quitter sortir partir leave leaving left must ferme fermer closing closed closes payant "
    "payante payants impossible captif captive rachete racheti bought proprietary proprietaire americain americains "
    "american useless rubbish penible lent lente slow crashes plante plantent rame galere bug bugs buggy bugue spam "
    "cuts cut coupe coupent hides hide skims wants reclame reclament demande asks exige double triple augmente "
    "augmentent doubled tripled raised hausse hike bete dommage honte mal evil ethique rgpd gdpr cnil privacy donnees "
    "data suspendu suspended suspend supprime deleted disparu gone broken casse depasse obsolete vieillit moche ugly "
    "complique compliquee complicated heavy lourd lourde tracker trackers espionne spies surveille agace agacent "
    "annoying enerve plein pleine full sature max maximum seulement only assez enough marre sick tired fed refused "
    "stop arreter instead remplacer remplace alternative lapses nags frowns ingerable inquiete craint queasy uneasy "
    "expire expires expiring dead mort morte pirate pirater hacked discontinued abuse abusif mouchard renews killing "
    "kills abonnement licence drop dropping changer quitte quittons bye adieu goodbye invoice "
    "invoices bill bills bof stops dur dure hard vieillot "
    "dated saoule soule gonfle fatigue saute depend dependant depends harcele harcelent pops popups "
    "popup"
)
_NEGATIONS = word_set("jamais aucun aucune never nobody none cannot not neither")
_WORDED = Phrases(
    (
        "n|ne|veut|veux|voulons|peut|sont|est|suis plus|pas",
        "plus personne|jamais|possible|question|de|d",
        "no longer|more",
        "any more|longer",
        "isn|don|doesn|won|can|aren|wasn|didn|couldn|wouldn t",
        "en veut|veux|voulons|peut|peux plus",
        "veut|veulent|peuvent|sont plus",
        "un bras",
        "une blinde|fortune",
        "an arm",
        "to be off",
        "has|have|needs|need to go|move|stop",
        "need|needs|want|wants off|out",
        "d ici",
        "hors de",
        "par mois|an",
        "a|per month|year",
    )
)
_NO_MORE = frozenset({"plus", "pas", "que", "qu", "jamais"})
_MONEY = "€£$%"


def _no_longer(words: list[str], place: int) -> bool:
    """« n’existe plus », « ne veulent plus », « ne propose qu’un »."""
    return words[place] in {"n", "ne"} and not _NO_MORE.isdisjoint(words[place + 2 : place + 4])


def said_against(message: Message, first: int, last: int) -> bool:
    """Whether something is said against anything."""
    words = message.words
    return (
        not COMPLAINTS.isdisjoint(words[first:last])
        or not _NEGATIONS.isdisjoint(words[first:last])
        or next(_WORDED.all(words, first, last), None) is not None
        or any(_no_longer(words, place) for place in range(first, last))
        or any(
            sign in message.reading.text[message.tokens[first].start : message.tokens[last - 1].end] for sign in _MONEY
        )
    )


def troubled(message: Message, first: int, last: int) -> bool:
    """Whether something is said against a tool that is named there or in the sentence before."""
    return said_against(message, first, last) and any(
        mention.first < last
        and message.tokens[first].sentence - message.tokens[mention.first].sentence <= 1
        and mention.sure is not Sure.NEAR
        and mention.is_a(Entry.PRODUCT, Entry.ALTERNATIVE)
        and used(message, mention)
        for mention in message.names
    )


_GLITCHES = Phrases(
    (
        "mot de passe",
        "password|login|micro|microphone|camera|notifications",
        "refuse de s",
        "won t open|start|load",
        "s ouvre pas|plus",
        "quand|when j|je|i|on|tu",
        "sur mon|ma telephone|portable|ordi|tablette|machine",
        "on my phone|laptop|tablet|computer",
    )
)


def glitch(words: list[str], first: int, last: int) -> bool:
    """« Zoom refuse de s’ouvrir, une idée ? »: help with the tool is asked for, and not another one."""
    return next(_GLITCHES.all(words, first, last), None) is not None


_IN = frozenset({"in", "on", "dans", "sur"})
_LEFT_SO = word_set(
    "open running logged signed connected ouvert ouverte allume allumee connecte connectee installed on"
)
_LEAVE = word_set("leave leaving laisser laisse")
_HOW_TO = frozenset({"how", "comment"})
_NEXT = 4


def only_used(message: Message, cue: range, first: int, last: int) -> bool:
    """« how do you replace a colour in Canva? », "do I need to leave Facebook logged in?": help with the tool."""
    words = message.words
    for tool in message.names_in(cue.stop, min(last, cue.stop + 2 * _NEXT)):
        if words[cue.start] in _LEAVE and tool.last < last and words[tool.last] in _LEFT_SO:
            return True
        part = range(cue.stop, tool.first - 1)
        inside = len(part) > 0 and words[tool.first - 1] in _IN and len(part) <= _NEXT
        if (
            inside
            and words[cue.start].startswith(("replac", "remplac"))
            and not _HOW_TO.isdisjoint(words[first : cue.start])
        ):
            return not any(message.need_at(place) or message.named(place) for place in part)
    return False
