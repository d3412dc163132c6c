"""The words that carry a question about tools, folded, French and English together.

Phrases are written word by word; `a|b` is either word. A phrase is found by its first word, so the
cost of a sentence does not grow with these tables.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum


def word_set(text: str) -> frozenset[str]:
    """The words of `text`, which stand with spaces between them."""
    return frozenset(text.split())


class Cue(Enum):
    """The ways to ask for something else than a tool."""

    REPLACE = "replace"
    ALTERNATIVE = "alternative"
    INSTEAD = "instead"
    OTHER = "other"
    LEAVE = "leave"
    FED_UP = "fed-up"
    LIKE = "like"


CUES: Mapping[Cue, tuple[str, ...]] = {
    Cue.REPLACE: (
        "remplacer|remplace|remplaces|remplacent|remplacons|remplacez|remplacera|remplacerait|remplacerais|remplacerions",
        "remplaceriez|remplaceront|remplacait|remplacions|remplacee|remplacees",
        "replace|replaces|replacing|replaced",
        "succede|succedent a|au|aux",
    ),
    Cue.ALTERNATIVE: (
        "alternative|alternatif|equivalent|equivalente|equivalents|substitut|substituts|remplacant|remplacants",
        "solution|solutions|logiciel|outil|appli de remplacement",
        "remplacement|replacement|replacements|substitute|substitutes|equivalence",
        "concurrent|concurrents libre|libres",
        "version|versions libre|ethique|francaise|gratuite|open de|du|des|d",
    ),
    Cue.INSTEAD: (
        "a la place de|du|des|d",
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
        "autre outil|logiciel|truc|appli|site|service|solution|systeme que|qu",
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
        "connaissez|connais|connait|utiliser|prendre|existe|utilise autre chose",
        "something|anything better|else|nicer",
    ),
    Cue.LEAVE: (
        "quitter|quitte|quittons|quittez|quittent|quitterait",
        "sortir|sort|sortons|partir de|du|des|d",
        "passer|passe|passerait de|du|des|d",
        "debarrasser|debarasser|debarrasse|debarasse de|du|des|d",
        "liberer|libere|affranchir|detacher de|du|des|d",
        "laisser|laisse|laissons tomber",
        "abandonner|lacher|virer|bazarder|degager|boycotter|delaisser|larguer|bannir|dropper|switcher",
        "arreter|arrete|arretons d|de utiliser",
        "arreter|arrete|arretons avec",
        "arreter|arrete|arretons",
        "ne plus utiliser|avoir|dependre",
        "plus dependre|utiliser",
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
        "switch|switching|migrate|migrating|migration|escape|escaping from|off",
        "escape|escaping",
        "stop|stopping using",
        "say goodbye to",
        "break free from|of",
        "de google our|my|your|us|the|notre|l|nos",
        "degoogliser|degooglise|degooglisation|degoogle|degoogling|degafamiser",
    ),
    Cue.FED_UP: (
        "marre de|du|des|d",
        "ras le bol de|du|des|d",
        "plein le dos de|du|des|d",
        "veut|veux|voulons|voudrait|voudrais|aimerait|souhaite plus de|d|du|utiliser",
        "fed up with|of",
        "sick|tired of",
        "done with",
    ),
    Cue.LIKE: ("comme|genre|style|facon", "like", "similar to", "semblable|similaire a|au|aux", "du type"),
}
GIANTS = word_set("gafam gafams gafa geant geants big tech numerique web giants techs multinationales du de")
"""All the giants at once: where to start, then?"""
DEGOOGLE = word_set("degoogliser degooglise degooglisation degoogle degoogling")

SLANG = {
    "koi": "quoi", "kel": "quel", "kels": "quels", "yaurait": "aurait", "kwa": "quoi", "quoa": "quoi",
    "qoi": "quoi", "kelke": "quelque", "kelk": "quelque", "kelq": "quelque", "qlq": "quelque", "qq": "quelque",
    "qqchose": "qqch", "qqc": "qqch", "qlqch": "qqch", "qch": "qqch", "alternatives": "alternative",
    "alternativ": "alternative", "alternativs": "alternative", "altern": "alternative", "alterna": "alternative",
    "alternatifs": "alternatif", "remplasser": "remplacer", "ramplacer": "remplacer", "remplac": "remplacer",
    "rempl": "remplacer", "remplacerez": "remplacez", "keske": "quoi", "kesk": "quoi", "keskon": "quoi",
    "kestion": "quoi", "ki": "qui", "ke": "que", "ds": "dans", "pr": "pour", "conaissez": "connaissez",
    "connaitrais": "connait", "connaitrait": "connait", "connaitriez": "connaissez", "alternate": "alternative",
    "equiv": "equivalent", "cherchons": "cherche", "recherche": "cherche", "recherchons": "cherche",
    "quelqun": "quelqu", "kelkun": "quelqu", "qqun": "quelqu", "qqn": "quelqu", "chercher": "cherche",
    "sorti": "sortir", "quiter": "quitter", "swich": "switch", "wat": "what", "wot": "what", "whats": "what",
    "smth": "something", "sth": "something", "somthing": "something",
}  # fmt: skip
"""Short and phonetic spellings of those words."""

CUE_VOCABULARY = word_set(
    "alternative remplacer remplace equivalent remplacement replacement substitute instead replace "
    "quitter degoogliser debarrasser abandonner"
)
"""Words of the tables above that are recognised with a slip of the finger."""

TOOL = word_set(
    "outil outils logiciel logiciels appli applis application applications app apps site sites plateforme "
    "plateformes plate truc trucs machin bidule programme programmes solution solutions service services "
    "systeme qqch chose tool tools software platform platforms something solution program programs "
    "website websites product products prog soft webapp thing anything hebergeur produit produits option "
    "options equivalent alternative"
)
INDEFINITE = word_set(
    "un une des d quel quelle quels quelles which what any some a an autre autres bon bonne bons bonnes "
    "meilleur meilleure meilleurs best good decent quelque autres another de qqch something anything"
)
KIND_WORDS = word_set(
    "libre libres gratuit gratuite gratuits gratuites ethique ethiques open source opensource free simple "
    "simples francais francaise europeen europeenne souverain souveraine credible serieuse serieux vraie "
    "vrai bonne bon bien petit petite petite super propre associatif associative locale local meilleure "
    "meilleur possible possibles viable decente decent good better real nice simple ethical european "
    "french private secure free cheap cheaper lightweight hosted self friendly privacy nouvelle nouveau "
    "autre autres other facile faciles efficace sympa moins cher cheres respectueuse respectueux "
    "degooglise libriste autogere en ligne online web gratos gratuitement libre"
)
"""What may stand between a cue and its object (« une alternative libre et simple à … »), or follow a name."""

OPENERS = word_set(
    "both either le la les l un une des du de d notre nos votre vos mon ma mes son sa ses leur leurs ton "
    "ta tes ce cet cette ces the our your my their this that these a an of tout toute tous toutes all "
    "fichu satane maudit vieux foutu cher chez celui celle ceux bon bons s saletes saloperie bouse putain "
    "sacro saint fameux damn bloody"
)
"""What may stand between a cue and the name of a tool."""
OPENER_NOUNS = word_set(
    "logiciel logiciels outil outils appli applis application applications app apps plateforme site "
    "service services compte comptes solution abonnement licence licences pack suite programme systeme "
    "reseau tool tools software platform website account accounts subscription produit produits product "
    "products mail adresse groupe groupes group groups page pages chaine formulaire formulaires video "
    "videos fichier fichiers version usage utilisation truc machin boite"
)
DETERMINERS = word_set(
    "le la les l un une des du notre nos votre vos mon ma mes son sa ses leur leurs ton ta tes ce cet "
    "cette ces au aux the our your my their his her this that these those a an"
)
AND = word_set("et ou and or puis ni plus voire & comme")
STOPS = word_set(
    "ours theirs par pour avec dans sur qui que qu quoi mais parce car depuis svp stp please pls merci "
    "thanks for with because by in on si if quand when sans without chez est sont etait c ca is are was a "
    "au aux en at to from from y on nous je j vous tu il ils elle elles we i you they he she it afin "
    "alors donc so but where ou et vers y ne n pas plus not as comme like via voire aujourd maintenant "
    "now today tomorrow demain samedi dimanche lundi mardi mercredi jeudi vendredi"
)
"""Where the name of a tool that is not in the catalogue ends."""

QUESTION = word_set(
    "quoi quel quelle quels quelles comment what which how recommend recommandez recommandes recommandait "
    "conseil conseils conseillez conseilles conseille conseillerait proposez proposes suggestion "
    "suggestions suggest idee idees ideas idea connaissez connais connait existe existent anyone anybody "
    "somebody any recommendations recommendation tips tip advice suggerez auriez aurait avis piste pistes "
    "recommandation recommandations"
)
REQUEST = word_set(
    "cherche besoin faudrait voudrais voudrait voudrions aimerais aimerait aimerions souhaite "
    "souhaiterait souhaitons veut veux voulons svp stp please pls looking need want searching wondering "
    "recherchons aider help envisage envisageons doit devons dois faut trying prefere preferons"
)
FINITE_REQUEST = word_set(
    "cherche cherchent voudrait voudraient aimerait aimeraient souhaite souhaitent veut veulent looking "
    "looks need needs want wants searching envisage envisagent doit doivent quitte quittent demande "
    "demandent hesite trouve wonders asks asked"
)
"""Verbs whose subject decides whose wish it is."""
OURS = word_set("on nous je j we i us let asso association club collectif moi d amap mjc cherche besoin")
OURS_BEFORE = word_set("notre nos mon ma mes our my l")
OTHERS = word_set(
    "il elle ils elles he she they lui eux mairie prefecture departement region voisin voisine voisins "
    "frere soeur pere mere copain copine fils fille ami amie collegue patron boss sister brother mother "
    "father friend mayor neighbour cousin cousine mari femme wife husband conseil federation ecole school "
    "government gouvernement etat ville pays france"
)
PAST = word_set(
    "ai as avons avez ont have has had ve est sont sommes etes fus eut avait avaient avions vient venons viens deja"
)
REPORTED = word_set(
    "article articles conf conference reunion message mail debat sujet doc document lien liste formation "
    "atelier ateliers presentation workshop talk meeting session podcast emission livre tuto video stand "
    "page tract affiche parle parlait parlent parler discute discuter discussion explique expliquer "
    "presente presenter trouve teste testait vu lu read found tried posted wrote talked talking about "
    "discussed vote voici voila choisi adopte retenu merci note"
)
"""Before a cue, these show that somebody tells of alternatives rather than asks for one."""
WHEN = word_set("quand pourquoi when why combien where")
PEOPLE = word_set("me m te t nous vous lui him her us moi")
SEVERAL = word_set("garde gardons garder gardez gardent conserve conserver conservons keep keeping kept keeps")
KEPT: tuple[str, ...] = (
    "garde|gardons|garder|gardez|gardent|conserve|conserver|conservons|keep|keeping|keeps",
    "reste|restons|rester|restez sur|avec|chez|a",
    "stick|sticking with|to",
    "stay|staying on|with",
    "continue|continuer|continuons avec|d|a|sur utiliser",
    "continue|continuer|continuons avec|sur",
)
EXCLUDED: tuple[str, ...] = (
    "sauf",
    "hormis",
    "excepte",
    "a part",
    "en dehors de|du",
    "mais pas|surtout",
    "surtout pas",
    "et pas",
    "pas de|du|d",
    "pas",
    "ni",
    "sans",
    "except|excluding",
    "apart from",
    "but not",
    "but no",
    "not",
    "without",
)
TOWARD: tuple[str, ...] = (
    "passer|passe|passons|aller|migrer|migre|basculer|bascule|revenir|retourner a|au|sur|vers|chez|aux",
    "vers",
    "adopter|adopte|installer|installe",
    "move|moving|switch|switching|migrate|migrating|go|going|back to",
    "switch|move over to",
)
INQUIRING: tuple[str, ...] = (
    "est ce qu|que|ce|qui",
    "y a t il|elle",
    "a t on",
    "is|are there",
    "does|do any|anyone|anybody|someone|somebody",
    "quelqu un",
    "qu en",
    "vous avez",
    "tu as",
)
DESTINATION = word_set("par vers avec with by to pour into contre")
NEGATED = word_set("ne n pas jamais not don t never no sans")
QUOTED_NAME = ("degooglisons internet",)
FREE_AFTER = word_set(
    "gratos libre libres ethique ethiques francais francaise europeen europeenne alternatif open "
    "souverain gratuit gratuite"
)
FREE_BEFORE = word_set("free open ethical private european french self-hosted libre")
COURTESY = word_set(
    "merci thanks thank you beaucoup bien ok okay d accord super genial parfait top cool nickel great "
    "perfect nice bonne journee soiree bye a plus tard bientot de rien oui yes yep ouais c est bon note "
    "ça ca marche cheers thx mci mrc"
)


class Phrases:
    """Phrases to be found in a row of words."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self._by_first: dict[str, list[tuple[frozenset[str], ...]]] = defaultdict(list)
        for phrase in phrases:
            parts = tuple(frozenset(part.split("|")) for part in phrase.split())
            for word in parts[0]:
                self._by_first[word].append(parts)
        for found in self._by_first.values():
            found.sort(key=len, reverse=True)

    def at(self, words: Sequence[str], place: int, stop: int) -> int:
        """The number of words of the longest phrase at `place` (ending before `stop`), or 0."""
        for parts in self._by_first.get(words[place], ()):
            if place + len(parts) <= stop and all(words[place + n] in part for n, part in enumerate(parts)):
                return len(parts)
        return 0

    def all(self, words: Sequence[str], first: int, stop: int) -> Iterator[tuple[int, int]]:
        """Every phrase between `first` and `stop`, as (place, place after it)."""
        for place in range(first, stop):
            size = self.at(words, place, stop)
            if size:
                yield place, place + size
