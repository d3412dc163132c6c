"""The words of questions to the room (see `room`), folded, French and English together."""

from bot.ask.reading import lexicon as words_of
from bot.ask.reading.phrases import Phrases, word_set

DAYS = frozenset({"monday"})
"""These have a capital anyway."""
WHAT = word_set("quoi what which lequel laquelle lesquels quel quelle quels whats")
AFTER_WHAT = (
    word_set(
        "en works hosts entre a do did does "
        "would should could are is have has can might will else to on for in of d de "
        "pour comme vous tu you we people maintenant alors du instead now then these desormais plutot ici one ones "
        "everyone others folks est sinon serieusement exactement svp please board app prendre mettre faire choisir "
        "utiliser"
    )
    | words_of.TOOL
    | words_of.KIND_WORDS
)
"""« quoi » and « quel » with one of these after them, or nothing, ask for a tool; « quel jour » does not."""
HOW = word_set("comment how where")
SUBJECTS = word_set(
    "vous tu on nous je autres autre gens assos associations clubs collectifs asso ceux you we i u people ppl others "
    "other everyone everybody folks groups charities one anyone anybody who qui quelqu"
)
DO = word_set(
    "touche toucher suit meet chat avez commande commander tenir appelle chatter find fait fais font faites faire "
    "feriez ferais ferait faisait faisiez utilise utilises utilisez utiliser utilisent prends prend prenez prendre "
    "prendriez pris choisi choisir choisiriez passez passes passer mets met mettez mettre mettent mettriez stocke "
    "stockez stocker heberge hebergez heberger publie publiez publier poste postez poster range rangez ranger "
    "organise organisez organiser gere gerez gerer envoie envoyez envoyer travaille travaillez travailler communique "
    "communiquez communiquer sortez sortir debrouille debrouillez tourne tournez tourner replie repliez rabat "
    "depannez depanne ecrivez ecrire dessinez dessiner creez creer garde gardez garder partage partagez partager "
    "annonce annoncez annoncer diffuse diffusez diffuser echapper contourner contournez eviter evitez refaire "
    "redemarrer repart repartir partir partez migrer basculer procedez procede previens prevenez prevenir montre "
    "montrer montrez encaissez encaisser signez signer sauvegardez sauvegarder conseillez conseilleriez discute "
    "conseilles suggerez recommandez proposez vendez vendre joindre parlez discutez lisez lire trouvez trouver trouve "
    "deposer depose lancer lance protegez proteger monter montez retouchez trier diriez integrer faut existe allez va "
    "aller iriez irait enregistrez ecoutez regardez suivez planifiez notez noter collectez do doing use using used "
    "pick picked choose chose chosen go gone went going get getting keep keeping put store host write publish post "
    "share run running manage managing switch switched take recommend suggest try send organize sign sell draw design "
    "edit reach tell track plan build built escape avoid replace cope handle collect end ended advise opt opted move "
    "moved bin jump work works turn read"
)
"""What one does with a tool, or about it."""
LEFT = Phrases(
    (
        "quitte|quitter|quittes|quittent|lache|lacher|lachent|vire|virer|abandonne|abandonner|debarrasser|debarrasses",
        "remplace|remplaces|degage|largue|boycotte",
        "escape|escaping|escaped|left|ditched|dropped|dumped|binning|ditching|leaving|replaced|quit",
        "parti|partis|sortis|revenus de|d",
        "off",
        "get|got|getting rid",
        "moved|moving|switched|switching from|away|off|out",
        "passer|sortir|sorti|sortis|separe|separer de|d",
        "ou aller",
        "be getting out",
        "la|le|les ferme|fermons|quitte|quittons|lache|vire",
        "sorte|sortions|parte de|d",
        "en part|sort|partir|sortir|partons|sortons",
        "une|la sortie|fin",
        "depart de|d",
    )
)
"""Somebody left a tool, or may leave it."""
MODALS = word_set("do did does would should could are")
BY = word_set("avec sur chez vers par via dans sous")
CLOSES = word_set("quoi qui maintenant alors vous du coup svp stp la depuis autre ensuite sinon apres")
YOU = word_set("vous tu you u everyone everybody others people ppl autres folks")
ADVISED = word_set(
    "use using used utilise utilises utilisez utilisent utiliseriez conseillez conseilles conseilleriez recommandez "
    "recommandes recommanderiez suggerez recommend suggest prendriez prendrais choisiriez mettriez feriez iriez"
)
HOW_OTHERS = Phrases(
    (
        "comment font les autres|gens|assos",
        "vous|tu|ils faites|fais|font comment",
        "comment vous|tu faites|fais|feriez|gerez|gerer",
        "comment faites|feriez vous",
        "vous en sortez comment",
        "comment vous vous en sortez",
        "comment y echapper|couper",
        "comment faire autrement|sans",
        "comment s en sortir|passer|liberer",
        "how do|did you|u|others|people|lot|folks manage|cope",
        "how do|did you|u|others|people|folks get round|around it|this|that",
        "how do you lot|all|folks|people get round|around it|this|that",
        "what are you lot|all|folks on|using",
        "what would|do|did you|u pick|choose|use|recommend|suggest|try|go",
        "what would you go for|with",
    )
)
ABOUT = word_set("pour avec sur comme for with about as")
ALL = word_set("tout toute tous toutes monde everybody everyone all nos notre les ca cela this that")
A = frozenset({"a", "an", "un", "une"})
THE = word_set("le la l the au du this ce cet cette ces les")
MADE = word_set(
    "affiche reunion formulaire doc document lien page video code story fichier tableau newsletter invitation sondage "
    "compte groupe salon canal board poll flyer post link meeting call form sheet cagnotte photo photos cafe visio"
)
"""What is made with a tool, or there: « l’affiche Canva »."""
BILLS = word_set("invoice invoices bill bills price prices fee fees licence license subscription renewal")
COULD_YOU = Phrases(("tu|vous peux|peut|pourrais|pouvez|pourriez", "peux|pourrais tu", "can|could|will|would you"))
BECAME = Phrases(
    (
        "devenu|devenue|devenus",
        "passe|passee ou",
        "happened to",
        "the|whats new",
        "le|la nouveau|nouvelle",
        "la place|suite|releve de|du",
    )
)
"""What became of a tool that closed down."""
ALONE = word_set("autrement ailleurs mieux instead plutot better equivalent equivalente lequel laquelle pareil moins")
JOINS = word_set("et and ou or mais but so alors oh sinon")
OTHER = (
    word_set(
        "autre autres autrement ailleurs mieux else other another different instead plutot nicer better simpler "
        "cheaper equivalent equivalente pareil same meme similaire similar lequel laquelle moins"
    )
    | (words_of.FREE_AFTER - {"open"})
    | word_set("free source ethical european self hosted souveraine ours gratos")
)
"""Another tool than the one named is meant."""
ELSE = Phrases(
    (
        "plus simple|leger|sain|propre|ethique|libre|respectueux|humain|petit|facile",
        "chez nous|vous",
        "la meme chose",
        "nous memes",
        "ourselves",
        "the same thing",
        "au profit de",
        "sans pub|pubs|commission|limite|compte|google|gafam|microsoft",
        "that|which doesn|isn|don|won|respects|we",
        "plan b",
        "porte de sortie",
        "take over",
        "pas chez",
        "open source|one|thing|tool|app",
    )
)
WITH_ANOTHER = Phrases(("avec|sur|par autre chose", "with|on|in|through something else|different"))
BETTER = word_set(
    "safer kinder fairer cheaper nicer simpler lighter cleaner greener friendlier easier saner softer freer"
)
WITHOUT = frozenset({"sans", "without"})
ANYBODY = Phrases(
    (
        "quelqu un|a|aurait|connait|utilise|sait|en",
        "qui a|connait|utilise|fait|aurait|s",
        "vous connaissez|avez|auriez|utilisez",
        "vous|tu en|y connaissez|connais|avez|auriez|utilisez|as",
        "tu connais|as|aurais",
        "connaissez|avez|auriez vous",
        "connais|as tu",
        "y pas",
        "on peut|pourrait",
        "can|could we|i|one",
        "there must|has|s",
        "who hosts|runs|does",
        "y a t|un|une|quelque|mieux|moins|plus|pas|moyen",
        "il y a|aurait",
        "il|ca existe",
        "existe t",
        "anyone|anybody|someone|somebody",
        "is|are|isn there",
        "is|isn t there",
        "who has|have|s|uses|knows|got",
        "have|has anyone|anybody|you|someone",
        "got a|an|any|anything|something|one",
        "do|does you|anyone|anybody know|use|have",
        "l equivalent",
    )
)
FOUND = Phrases(
    (
        "en est|sont|etes sortir|sorti|sortis|parti|partis|revenu|revenus",
        "a|ont fait le chemin|pas|saut|menage",
        "a|ont|est deja migre|passe|saute|fait|trouve",
        "a|ont|est migre|trouve|saute",
        "passe par la",
        "a|aurait|avez|auriez|as|connait|connaissez un|une|quelque piste|astuce|solution|idee|parade|issue|autre",
        "a|aurait|avez|auriez|as|connait|connaissez un|une porte|plan",
        "quitte|lache|vire|abandonne|remplace|escaped|left|ditched|dropped|replaced",
        "reussi|managed|arrive",
        "ce qu ils|elles|on|vous ont|a|avez|utilisent|prennent|utilise|peut",
        "what they|others|people use|used|took|have|went|moved|picked|chose",
        "found|got|know|knows|try|tried|managed",
        "one that|we|you",
        "off",
        "escaped",
        "way out|round",
        "moyen d|de",
    )
)
HINTS = Phrases(
    (
        "des|un|une|vos|any|some retours|retour|conseils|conseil|astuces|astuce|suggestions|suggestion|names|tips|"
        "experiences|experience|leads|pointers|noms|adresses|temoignages",
        "des|une|any|some idee|idees|ideas|idea|piste|pistes",
        "leads|pointers|pistes",
        "suggestions|conseils|retours|thoughts|tips|ideas",
        "where",
        "what|quoi then|now|next|maintenant|alors",
        "et|and maintenant|alors|apres|ensuite|now|then",
        "mieux|better|autre|cheaper|lequel",
        "autre chose",
        "au profit de quoi|qui",
        "ca|il existe",
        "c est possible|faisable|jouable",
        "moins cher|chere",
        "pour aller ou",
        "ou ca",
        "where are you|people|others|folks now",
        "how",
        "which|which one",
        "c est quoi votre|vos|ta|le|la|les|l solution|solutions|alternative|option",
        "c est quoi votre|vos|ta|le|la|les|l options|parade|nouveau|nouvelle|outil",
        "what are our|the|your options|choices|alternatives",
        "quelles sont nos|les options|alternatives|solutions",
        "quelles options|alternatives|solutions",
        "par|avec|vers|pour|sur|contre quoi",
        "chez qui",
        "to|for|with what|which",
        "next stop",
        "prochaine etape|destination",
        "ou se tourner",
        "vers qui|quoi se tourner",
        "what s good|best",
        "what for|with|to",
        "pris quoi",
        "convince me",
        "lequel|laquelle",
    )
)
ONE = word_set("un une a an any anything something quelque qqch en one moins mieux du some")
ONE_ALONE = word_set("plus anything something one moins mieux en")
TOOLS = (words_of.TOOL | words_of.KIND_WORDS) - {"autre", "autres", "other", "chose"} | word_set(
    "equivalent alternative home"
)
IDLE = word_set(
    "pensez venez mangez voyez savez pouvez voulez croyez arrivez dormez buvez aimez etes dites entendez connaissez "
    "appelez think mean say know eat wear bring want feel like see spell pronounce reckon doing"
)
"""What one does without any tool."""
HELPING = word_set("do does did are would should could can")
GETS_ON = Phrases(("get on|along with",))
CANNOT = Phrases(("arrive|arrivons pas|plus a", "can t get|find|hear|see|log|open|share|join"))
NO_TOOL = Phrases(
    (
        "what|which time|day|date|colour|color|size|room|link|password",
        "quelle heure|date|salle|couleur",
        "quel jour|moment|lien|mot",
        "comment ca va|marche",
        "how is|much|many|old|long|far|come|did",
        "what is|s|was|are the|our|that|this|your",
        "where is|s|are|was the|our|my|your|that",
        "how do|can|would|should|to i|you|we fix|repair|reset|open|close|export|print|delete|find|log|mute|unmute|turn|"
        "add|join|restore|recover|undo|install|update|change|make|get|set|share|upload|download|invite|block",
        "retrouve|retrouvent|voit|rejoint|voyait",
        "comment on|je|vous|tu fait|fais|faites pour",
        "le|la|les|un|autre lien|code|mot",
        "le|la|les recuperer|retrouver|rouvrir",
        "quelqu|un peut|pourrait faire|imprimer|refaire|envoyer|renvoyer|ajouter|passer",
        "pourquoi|why on|nous|vous|did|do|does|had|have",
        "savez|sait|know|knows why|pourquoi|si|comment",
        "coupe|couper le|la son|micro|camera|notifications",
        "the link|password|code",
        "mot de passe",
        "mieux|better que|qu|than",
        "leave a|the|this",
        "quitter|quitte|sort|sortir d|de|du|un|une|le|la|ce|cette groupe|salon|reunion|canal|conversation|un|une",
    )
)
"""Questions about a meeting, or help with the tool itself."""
