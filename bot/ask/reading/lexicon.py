"""The words that carry a question about tools, folded, French and English together."""

from bot.ask.reading.phrases import word_set

GIANTS = word_set(
    "gafam gafams gafa geant geants big tech numerique web giants techs multinationales du de "
    "gros grosses plateformes platforms americains americaines"
)
"""All the giants at once: where to start, then?"""
SLANG = {
    "koi": "quoi", "kel": "quel", "kels": "quels", "yaurait": "aurait", "kwa": "quoi", "quoa": "quoi",
    "qoi": "quoi", "kelke": "quelque", "kelk": "quelque", "kelq": "quelque", "qlq": "quelque", "qq": "quelque",
    "qqchose": "qqch", "qqc": "qqch", "qlqch": "qqch", "qch": "qqch", "alternatives": "alternative",
    "alternativ": "alternative", "alternativs": "alternative", "altern": "alternative", "alterna": "alternative",
    "alternatifs": "alternatif", "remplasser": "remplacer", "ramplacer": "remplacer", "remplac": "remplacer",
    "rempl": "remplacer", "remplacerez": "remplacez", "keske": "quoi", "kesk": "quoi", "keskon": "quoi",
    "kestion": "quoi", "jcherche": "cherche", "ki": "qui", "kan": "quand",
    "planing": "planning", "planings": "planning",
    "ver": "vers", "nan": "non", "wd": "would", "ke": "que", "ds": "dans", "pr": "pour", "conaissez": "connaissez",
    "connaitrais": "connait", "connaitrait": "connait", "connaitriez": "connaissez", "alternate": "alternative",
    "equiv": "equivalent", "cherchons": "cherche", "recherche": "cherche", "recherchons": "cherche",
    "quelqun": "quelqu", "kelkun": "quelqu", "qqun": "quelqu", "qqn": "quelqu", "chercher": "cherche",
    "sorti": "sortir", "quiter": "quitter", "swich": "switch", "wat": "what", "wot": "what", "whats": "what",
    "smth": "something", "sth": "something", "somthing": "something", "kelkechoz": "qqch", "kelkechose": "qqch",
    "kelkchose": "qqch", "jveu": "veux", "mieu": "mieux", "ya": "y", "otre": "autre", "jveux": "veux",
    "keski": "quoi", "kesqui": "quoi",
    "dotre": "autre", "yaurai": "aurait", "kes": "quoi", "kess": "quoi", "kesse": "quoi", "kest": "quoi",
    "keskil": "quoi", "kesquil": "quoi", "quest": "est", "questce": "est", "keskia": "quoi", "kiya": "quoi",
    "shose": "chose", "choz": "chose", "ekivalan": "equivalent", "equivalan": "equivalent", "ekivalent": "equivalent",
    "remplassant": "remplacant", "remplassan": "remplacant", "remplacan": "remplacant", "otreman": "autrement",
    "otrement": "autrement", "autreman": "autrement", "shd": "should", "wht": "what", "wats": "what",
    "insted": "instead", "rekomande": "recommande", "conseyer": "conseiller", "isnt": "isn", "ailleur": "ailleurs",
    "ayeur": "ailleurs", "svpp": "svp", "plz": "please", "anyting": "anything", "sumthing": "something",
    "outi": "outil", "outis": "outils", "otil": "outil", "oitul": "outil", "apli": "appli",
    "lojisiel": "logiciel", "logisiel": "logiciel", "lodjisiel": "logiciel", "fere": "faire",
    "wots": "what", "duz": "does", "duzz": "does", "wher": "where", "ther": "there", "any1": "anyone", "ne1": "anyone",
    "sum1": "someone", "sumwhere": "somewhere", "nething": "anything", "vershun": "version", "gud": "good",
    "bettr": "better", "betta": "better", "cheeper": "cheaper", "ur": "your", "u": "you", "thx": "thanks",
    "trouv": "trouver", "egziste": "existe", "ekziste": "existe",
}  # fmt: skip
"""Short and phonetic spellings of those words."""

CUE_VOCABULARY = word_set(
    "alternative remplacer remplace equivalent remplacement replacement substitute instead replace "
    "quitter degoogliser debarrasser abandonner remplacant connaissez"
)
TOOL_VOCABULARY = word_set("logiciel logiciels application software anyone something plateforme")
"""Words of asking, and for tools, that are recognised with a slip of the finger."""

HEARD_VOCABULARY = word_set(
    "place autre mieux connaissez connait remplacer quitter alternative equivalent trouver quelque chose utilise"
)
"""Words of the tables above that are recognised by their sound when they are spelt like no word at all."""

TOOL = word_set(
    "outil outils logiciel logiciels appli applis application applications app apps site sites plateforme "
    "plateformes plate truc trucs machin bidule programme programmes solution solutions service services "
    "systeme qqch chose tool tools software platform platforms something solution program programs "
    "website websites product products prog soft webapp thing anything hebergeur produit produits option "
    "options equivalent alternative"
)
SOFTWARE = word_set(
    "outil outils logiciel logiciels appli applis application applications app apps tool tools software soft webapp "
    "plateforme platform opensource"
)
"""Words for nothing but software: a « service » or a « solution » may be wanted for a van."""
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
    "au aux en at to from under sous y on nous je j vous tu il ils elle elles we i you they he she it afin "
    "alors donc so but where ou et vers y ne n pas plus not as comme like via voire aujourd maintenant "
    "first now today tomorrow demain samedi dimanche lundi mardi mercredi jeudi vendredi"
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
    "preneur preneuse interesse interessee cherche besoin faudrait voudrais voudrait voudrions aimerais "
    "aimerait aimerions souhaite souhaiterait souhaitons veut veux voulons svp stp please pls looking "
    "need want searching wondering recherchons aider help envisage envisageons doit devons dois faut "
    "trying prefere preferons"
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
    "avoir ai as avons avez ont have has had ve est sont sommes etes fus eut avait avaient avions vient venons viens "
    "deja"
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
KEPT: tuple[str, ...] = (
    "garde|gardons|garder|gardez|gardent|conserve|conserver|conservons|keep|keeping|keeps",
    "reste|restons|rester|restez|restent sur|avec|chez|a",
    "rien contre",
    "nothing against",
    "stick|sticking with|to",
    "stay|stays|staying on|with|in",
    "continue|continuer|continuons avec|d|a|sur utiliser",
    "continue|continuer|continuons avec|sur",
)
STAYS: tuple[str, ...] = (
    "on|je|nous le|la|les|l garde|gardons|conserve",
    "on|je s en fiche|fout|moque",
    "can|may|will|could stay",
    "stays",
    "peut|peuvent|va rester",
    "restera|resteront",
    "is|are staying|fine",
    "we|i keep",
    "we re keeping",
    "which|that we|i keep",
    "which|that we re keeping",
    "qu on garde",
)
"""After a name, these say that the tool stays: « Word, on le garde », "Signal can stay"."""
EXCLUDED: tuple[str, ...] = (
    "and|also|or no",
    "isn|aren t",
    "pas dire",
    "pas chez",
    "sauf",
    "anything but",
    "hormis|hors",
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
    "don|didn t mean",
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
    "quest ce qu|que|qui",
    "y a t il|elle",
    "a t on",
    "is|are there",
    "does|do any|anyone|anybody|someone|somebody",
    "quelqu un|a|sait",
    "qu en",
    "vous avez l|un|une|des|quoi|mieux|autre|plus|quelque|d",
    "tu as un|une|des|quoi|mieux|autre|plus|quelque|d",
)
WONDERING: tuple[str, ...] = (
    "je|on me|se demande|demandais|demandait ce|comment|par|si|avec|vers|quoi|quel|quelle|ou",
    "i|we wonder|wondered what|how|if|whether|where|which",
    "wondering what|how|if|whether|where|which",
    "aimerais|aimerait|voudrais|voudrait savoir",
    "curieux|curieuse de savoir",
    "love|like|curious to know|hear what|how|if|whether|where|which",
)
HANDING_ON = word_set(
    "question demande demandent relaie transmets transmet transfere forward forwarding forwarded fwd asks asking ask"
)
"""Who hands on a question of somebody else’s says so."""
DESTINATION = word_set("par vers avec with by to pour into contre")
FREE_AFTER = word_set(
    "gratos associatif associative libre libres ethique ethiques francais francaise europeen europeenne alternatif "
    "open souverain gratuit gratuite"
)
FOR = frozenset({"pour", "for"})
WITHOUT = frozenset({"sans", "without"})
FREE_BEFORE = word_set("source free open ethical private european french self-hosted libre")
COURTESY = word_set(
    "merci thanks thank you beaucoup bien ok okay d accord super genial parfait top cool nickel great "
    "perfect nice bonne journee soiree bye a plus tard bientot de rien oui yes yep ouais c est bon note "
    "ça ca marche cheers thx mci mrc"
)
