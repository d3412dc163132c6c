"""The ways to ask for something else than a tool, and where they stand in a sentence."""

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from bot.ask import lexicon as words_of
from bot.ask.message import Message
from bot.ask.phrases import Phrases, word_set


class Cue(Enum):
    """The ways to ask for something else than a tool."""

    REPLACE = "replace"
    ALTERNATIVE = "alternative"
    INSTEAD = "instead"
    OTHER = "other"
    LEAVE = "leave"
    FED_UP = "fed-up"
    LIKE = "like"
    WORSE = "worse"
    ONWARD = "onward"
    ASKING = "asking"


_GO = (
    "passe|passer|passerait|passez|passons|bascule|basculer|basculerait|migre|migrer|migrons|va|aller|irait|iriez|iras|part|"
    "partir|partirait|tourner|demenage|demenager|remonte|remonter|mets|met|mettre|mettrait|mettriez|transferer|switch|"
    "switche|remplace|changer|retour"
)
_WOULD_GO = "irait|iriez|irais|partirait|partiriez|mettrait|mettriez|transferer|irons|mettre"
_ANY_TOOL = "outil|logiciel|solution|service|appli|application|plateforme|site|hebergeur|systeme|truc"
CUES: Mapping[Cue, tuple[str, ...]] = {
    Cue.REPLACE: (
        "remplacer|remplace|remplaces|remplacent|remplacons|remplacez|remplacera|remplacerait|remplacerais|remplacerions",
        "remplaceriez|remplaceront|remplacait|remplacions|remplacee|remplacees",
        "replace|replaces|replacing|replaced",
        "succede|succedent a|au|aux",
        "take|takes|taking over from",
        "prend|prendre|prendrait la releve de|du|d",
    ),
    Cue.ALTERNATIVE: (
        "alternative|alternatif|equivalent|equivalente|equivalents|substitut|substituts|remplacant|remplacants",
        "solution|solutions|logiciel|outil|appli de remplacement",
        "remplacement|replacement|replacements|substitute|substitutes|equivalence",
        "concurrent|concurrents libre|libres",
        "version|versions libre|ethique|francaise|gratuite|open de|du|des|d",
        "friendly|free|open|ethical version of",
        f"autre {_ANY_TOOL}|navigateur",
    ),
    Cue.INSTEAD: (
        "a la place de|du|des|d",
        "a notre|sa|leur|ta|votre place",
        "a la place",
        "au lieu de|du|des|d",
        "instead of",
        "instead",
        "in place of",
        "rather than",
        "plutot que|qu",
        "pour succeder a",
    ),
    Cue.OTHER: (
        "autre chose que|qu",
        "autre que|qu",
        "autres que|qu",
        f"autre {_ANY_TOOL} que|qu",
        "mieux que|qu",
        "meilleur|meilleure que|qu",
        "autrement que|qu",
        "sans passer par",
        "other than",
        "else than",
        "else besides",
        "besides",
        "better than",
        "nicer|safer|cheaper than",
        "connaissez|connais|connait|existe|a mieux",
        "a|connaissez|connais|connait|existe plus ethique|libre|respectueux|simple",
        "faire|travailler|vivre|fonctionner sans",
        "do|go|live|work|manage|this|that without",
        "connaissez|connais|connait|utiliser|prendre|existe|utilise autre chose",
        "trouver|trouve mieux",
        "something|anything better|else|nicer",
    ),
    Cue.LEAVE: (
        "quitter|quitte|quittons|quittez|quittent|quitterait",
        "sortir|sort|sortons|partir de|du|des|d",
        "passer|passe|passerait de|du|des|d",
        "debarrasser|debarasser|debarrasse|debarasse de|du|des|d",
        "liberer|libere|affranchir|detacher de|du|des|d",
        "laisser|laisse|laissons tomber",
        "lache|lachait|lachons|largue|virait|quittait",
        "abandonner|lacher|virer|bazarder|degager|boycotter|delaisser|larguer|bannir|dropper|switcher",
        "arreter|arrete|arretons d|de utiliser",
        "arreter|arrete|arretons avec",
        "arreter|arrete|arretons",
        "ne plus utiliser|avoir|dependre",
        "plus dependre|utiliser",
        "plus passer par",
        "en finir avec",
        "finir avec",
        "migrer|migre|migrons|basculer|demenager|migration de|du|depuis|d",
        "changer|change|changeons de|d",
        "leave|leaving|quit|quitting|ditch|ditching|drop|dropping|dump|dumping|abandon",
        "get|getting rid of",
        "move|moving|get|getting away from",
        "move|moving|get|getting off|out of",
        "move|moving|get|getting off|from",
        "switch|switching|migrate|migrating|migration away from",
        "switch|switching|migrate|migrating|migration|escape|escaping|go|going from|off",
        "escape|escaping|avoid|avoiding|eviter|evite",
        "stop|stopping using",
        "stop|stopping|avoid relying|depending on",
        "say goodbye to",
        "want|wants|get out of",
        "break free from|of",
        "de google our|my|your|us|the|notre|l|nos",
        "degoogliser|degooglise|degooglisation|degoogle|degoogling|degafamiser",
    ),
    Cue.FED_UP: (
        "marre de|du|des|d",
        "en assez|marre de|d|du|des",
        "peux|peut plus de|du",
        "ras le bol de|du|des|d",
        "plein le dos de|du|des|d",
        "veut|veux|voulons|voudrait|voudrais|aimerait|souhaite plus de|d|du|utiliser",
        "fed up with|of",
        "sick|tired of",
        "done with",
    ),
    Cue.WORSE: (
        # Something is wrong with it, or it ends.
        "devient|devenu|passe|devenait|devenir|est payant|payante|cher|chere|limite|limitee|trop",
        "trop cher|chere|limite|gros|lent|complique",
        "coute|coutait trop|cher|une",
        "c est|etait limite|ruineux|moche",
        "hors de prix",
        "va|vont fermer|disparaitre",
        "adieu",
        "ferme|disparait|bloque|limite|plante|refuse|rame|expire|expirent",
        "bloque|limite a",
        "c est fini|mort",
        "a augmente|ferme|triple|double",
        "ne marche|fonctionne|convient|existe|s ouvre|s installe plus|pas",
        "existe|marche|fonctionne|convient plus|pas",
        "est plus vendu|maintenu|gratuit|disponible",
        "prend|prennent trop",
        "nous lache|demande|impose|oblige|facture|refuse",
        "veut un|qu|de|notre",
        "too expensive|limited|big",
        "is|are|was|has getting|become|becoming|full|gone|dead|shut|shutting|doubled",
        "getting|become|becoming expensive|worse|pricey",
        "shutting|closing|shut down",
        "wants|want money|us|£|€",
        "suspended|hiked|locks|locked|doubled",
    ),
    Cue.ONWARD: (
        # Where to from here? Asked beside a tool, these need no object.
        "vers quoi",
        f"vers quel|quelle|quels {_ANY_TOOL}",
        f"{_GO} sur|a|vers|chez|avec quoi|qui",
        f"{_WOULD_GO} ou",
        "ou aller|partir|migrer|basculer|demenager",
        "ou est ce qu on pourrait|devrait aller|mettre|partir|migrer|passer|basculer",
        "quoi d autre",
        "quoi de mieux",
        "a la suite",
        "a quoi du coup",
        "par quoi en",
        "par quoi",
        "ailleurs",
        "s en passer",
        "prendre la suite|succession",
        "prendre sa suite|succession|place",
        "passer|passe|passons a|sur|vers autre chose",
        "ouvrir|prendre|trouver|tester|essayer|voir autre chose",
        "what|where else is|could|would|can|might",
        "anywhere|where else",
        "take|takes|took|taking its|their place",
        "swap it|them|this for",
        "jump ship to",
        "switch|move|migrate|change|jump|turn to",
        "what|where to",
        "are|do people|folks|others|you using|use",
    ),
    Cue.ASKING: (
        # What do you say? Only after something was said against a tool.
        "prend|prendrait|prenez|prendriez|proposez|proposes|conseillez|conseilles|feriez|fait|faites|faire quoi",
        "vous faites comment",
        "comment vous faites|feriez",
        "fait|ferait comment",
        "idee|idees|piste|pistes|avis|ideas|thoughts|suggestions|advice",
        "what next|now",
        "va|met|mets|mettre|mettez ou",
        "ou mettre|est",
        "what do|should|would we|i|you do|use",
        "where do|should|would|could we|i|you go|put|host|move",
    ),
    Cue.LIKE: ("comme|genre|style|facon", "like", "similar to", "semblable|similaire a|au|aux", "du type"),
}
DEGOOGLE = word_set("degoogliser degooglise degooglisation degoogle degoogling")

_PHRASES = {cue: Phrases(phrases) for cue, phrases in CUES.items()}


class Found(NamedTuple):
    """The words from `place` up to `after` are a cue of the kind `cue`."""

    cue: Cue
    place: int
    after: int


def cues(message: Message, first: int, last: int) -> list[Found]:
    """The cues between two tokens, none overlapping another, in text order; names of tools hold none."""
    found: list[Found] = []
    place = first
    while place < last:
        best = _free_version(message, place, first, last) or _moves_off(message, place, first, last)
        if not message.named(place):
            for cue, phrases in _PHRASES.items():
                size = phrases.at(message.words, place, last)
                if size and cue is Cue.ONWARD and _goes_on(message, place + size, last):
                    continue
                if size and (best is None or size > best.after - best.place):
                    best = Found(cue, place, place + size)
        if best is not None and not _says_nothing(message, best):
            found.append(best)
            place = max(best.after, place + 1)
        else:
            place += 1
    return found


def _goes_on(message: Message, place: int, last: int) -> bool:
    """« quoi d’autre qu’Excel », « ailleurs que »: there is an object after all."""
    return place < last and message.words[place] in {"que", "qu", "than"}


def _free_version(message: Message, place: int, first: int, last: int) -> Found | None:
    """« un Doodle libre », "a free Zoom", « Airtable mais en libre »: like the tool, but free."""
    words = message.words
    here = message.name_at(place)
    if words[place] in {"un", "une", "a", "an", "mon", "notre"}:
        start = place + 1
    elif words[place] in words_of.FREE_BEFORE and place == first:
        start = place
    else:
        alone = here and place == first and here.last < last and all(w in _FREELY for w in words[here.last : last])
        return Found(Cue.ALTERNATIVE, place, place) if here and (alone or _but_free(words, here.last, last)) else None
    after = start
    while after < last and words[after] in words_of.FREE_BEFORE and not message.name_at(after):
        after += 1
    mention = here or (message.name_at(after) if after < last else None)
    if mention is None:
        return None
    free_before = here is None and after > start
    free_after = mention.last < last and words[mention.last] in words_of.FREE_AFTER
    if not (free_before or free_after or _but_free(words, mention.last, last)):
        return None
    return Found(Cue.ALTERNATIVE, place, mention.first)


_FREELY = word_set("libre libres open source opensource ethique svp stp please")
"""« Photoshop libre ? » and no other word."""


def _but_free(words: list[str], place: int, last: int) -> bool:
    """« … mais libre », « … en libre », "… but free" right after a name."""
    after = words[place : min(place + 4, last)]
    if not after or after[0] not in {"mais", "but", "en", "version"}:
        return False
    return any(word in words_of.FREE_AFTER or word in {"free", "sans", "without"} for word in after[1:])


def _moves_off(message: Message, place: int, first: int, last: int) -> Found | None:
    """« move our newsletter off Mailchimp »."""
    near = message.words[max(first, place - 5) : place]
    moving = any(word in {"move", "moving", "get", "getting", "take", "migrate", "migrating"} for word in near)
    if message.words[place] == "off" and moving and place + 1 < last and message.name_at(place + 1):
        return Found(Cue.LEAVE, place, place + 1)
    return None


def _says_nothing(message: Message, found: Found) -> bool:
    """« comme » and « like » ask for nothing unless a tool, any tool, is spoken of before."""
    if message.words[found.place] == "passe" and found.place and message.words[found.place - 1] == "de":
        return True  # « le mot de passe du compte »
    if found.cue is not Cue.LIKE:
        return False
    before = message.words[max(0, found.place - 4) : found.place]
    return not any(word in words_of.TOOL for word in before)
