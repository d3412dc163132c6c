"""Ordinary words of French and English, folded: what is never a misspelt name and never an unknown tool.

`LITTLE` are the words that hold a sentence together; `ORDINARY` adds the everyday things, people and
gestures that associations talk of. A word that is missing here costs a needless "I don't know it yet"
or a needless doubt, never a wrong answer.
"""

from bot.catalog.fold import singular

_LITTLE_FR = """
non ouf bah euh lol mdr a ai aie ainsi alors apres as au aussi autre autres aux avait avant avec avez avons beaucoup
ben bien bon bonne bonnes bons bref c ca car ce ceci cela celle celles celui ces cet cette ceux chaque chez ci comme
comment d dans de deja depuis des desormais deux dis dites donc du durant elle elles en encore enfin ensuite entre
es est et etait etant ete etes etre eu eux faire fais fait faites faut font genre gens gros hein ici il ils j jamais
je jusqu l la laquelle le lequel les lesquels leur leurs lors lorsqu lui m ma maintenant mais malgre me meme memes
mes mieux mis moi moins mon n ne ni nos notre nous on ont ou ouais oui par parce parfois pas pendant petit petite
peu peut peux plus plutot pour pourquoi pourrait pouvez presque pr puis puisque qu quand que quel quelle quelles
quels quelqu quelque quelques qui quoi rien s sa salut sans sauf se selon sera ses seulement si sinon soit son sont
souvent sous suis sur surtout t ta tant te tel telle tes toi ton toujours tous tout toute toutes tres trop trucs tu
un une va vais vas vers veut veux via voici voila vont vos votre vous vraiment y svp stp merci bonjour bonsoir kan kon
kel kelle coucou hello cote quant chose choses truc machin asso association associations super cool sympa grave
carrement
vachement
"""
_LITTLE_EN = """
a about after all also am an and any anyone anybody are around as at be because been before being best better but by
can cannot could d did do does doing don down each either else every few for from get gets getting give go goes
going good got had has have having he hello her here hey hi him his how i if in instead into is isn it its just know
let like ll lot m make many maybe me might mine more most much must my need needs never new no nor not now of off ok
okay on one only or other others our out over own please pls put re really right s same say she should since so some
somebody someone something still such t take than thank thanks that the their them then there these they thing
things think this those through to today too try redo under until up us use used using very want wants was way we well
were what when where which while who whom whose why will with without would yes yet you your
"""
FRENCH_LITTLE, ENGLISH_LITTLE = frozenset(_LITTLE_FR.split()), frozenset(_LITTLE_EN.split())
LITTLE = FRENCH_LITTLE | ENGLISH_LITTLE

_EVERYDAY_FR = """
deux trois quatre cinq sept huit neuf dix onze douze quinze vingt trente cent quinzaine dizaine vingtaine chiffre
accueil achat achats adherent adherents adjoint affiche age agent aide aile aller alarme ami amis ampoule an annee
animateur animatrice appareil apero apres-midi arbitre arbre argent arroser arrivee article artiste assemblee palme
palmes atelier attaquant avion avis avocat baby balai balcon ballon banc banque bar barbecue barriere batterie beurre
biere
bibliotheque bidon bois boisson boite bonbon bouchon bougie bouteille bras bureau bus buvette buffet cable cadeau
cadre cafe cafetiere caisse calendriers camion camionnette canape candidat capitaine carrelage carrosserie char chars
carton
casque casserole cause chaise chaises chambre changement chanson chant chanteur chanteuse chariot chasuble chaudiere
chauffage chauffe chauffeur chef chemin chemise cheval chien chips choeur choix classe clavier clef cle cles
cliquent cliquer cliquez climatiseur cloison club coach code coffre collegue collier comite commune compresseur compte
compteur concert
conducteur conseil conserver copain copine coquille corde cordage cote couleur coup cour courant coureur course
courses couteau couverts craie crampons creme cuir cuisine cuisiniere cuisinier culotte debut dechet defenseur
dejeuner delegue demain dentiste depart desherbant dessert dimanche directeur directrice docteur dos drap drapeau
eau ecole ecran electricien electricite encadrant encre enfant enfants engrais ennui entraineur entree enveloppe
equipe equipier escalier essence etagere ete etudiant evier evenement exercice farine fauteuil femme fenetre fer
fete feu feuille fille film fils fin fleur foot football four fourchette frere frigo froid fromage fruit fruits
gants garcon garage gardien gateau gaz gazole genou gobelet gobelets gomme gonfleur gourde goute gouter grille
groupe guitare guitariste gymnase habit haie herbe heure hier histoire hiver homme hotel huile humain ideologie
imprimante infirmiere interrupteur intervenant intervenante invite jambe jambon jardin jaune jeu jeudi jeune jeunes
joint joints joueur joueuse joueurs jour journee juge jupe jus kilo laine lait lampe lampes lapin lave-linge lecture
legume lentilles lessive levier levure lien lieu linge lit livre livres local locaux loisir lumiere lundi lunettes
lune machine magasin maillot maillots main maire mairie maison maitre maman manche mandat mandats manteau mar marche
mardi mari marteau mascotte matelas materiel matin mayonnaise mec medecin membre membres menage menu mer mercredi
mere metal metier meteo metro meuble micro midi minibus mois moniteur monitrice monde moquette muraux murale mort
moteur moto
mouchoir moule moulin mur musicien nappe nappes natation neige noir nom nourriture nouveau nounou nuit objectif
occasion oeuf oeufs office oncle or ordre orchestre ouverture pain panneau pantalon papa papier paquet parapluie
parc pare parent parents parking parole parquet partie pate pates patron pause peinture pelle pelouse pere personne
personnes petrole pharmacie phare piano piece pied pieds pile piles pilote pion piscine place plafond plage plaisir
planche plancher plante plantes plaque plastique plat plats plombier pluie plume pneu pneus poele poids poisson
poivre police politique pommes pompe pompier pont porte portes portail portier poste poster poulet poubelle
poubelles prix preparateur present president presidente printemps prise prof professeur produit produits projecteur
propane proprio proprietaire pull quartier quinoa raquette radiateur rallonge rang rat recette reception reglement
relais repas responsable restau restaurant resto retard reunion reveil revue rez rideau rideaux rire riz robe
robinet roi rouge roue roues route rue sable sac sacs saison salade salaire salarie salariee salle salon salut
samedi sang savon scene sciences seau seche secretaire sel selle semaine semelle serrure serveur serveuse service
serviette seule siege sirop soeur soir soiree soleil sono sol solution stade stagiaire station store sucre sucette
sud suite sujet surface table tables tableaux tablier tache taille tambour tante tapis tasse tente tentes terrain
terre tete the theatre tireuse tissu toilettes toit tomate tondeuse tonnelle torchon tour tournoi tracteur train
trait transat travail travaux tresorier tresoriere treteaux trompette trou tube tuiles tuile tuyau usine usure
vacances vaisselle vase vehicule veille velo velos vendredi vent vente verre verres veste vestiaire viande vice vide
vie vieille vieux village ville vin vinaigre vis visage vitre vitres vitrine voisin voisine voisins voiture voix
volant volet volets volontaire vrai vue week weekend yaourt zone absent absente malade blesse blessee remplacant
personnel argile ciment beton isolant essuie torchons cartouche cartouches toner filtre clim sonnette lustre neon
benevole benevoles conseilleres conseillere tuteur tutrice vigile veilleur nageur gardienne kermesse loto tombola
collation banderole banderoles bache baches tshirt tshirts sweat badge badges medaille medailles trophee coupe filet
filets but buts plots cerceau cerceaux tatami tatamis kimono sifflet chrono chronometre cage cages poteau poteaux
gratuit gratuite libre libres payant payante meilleur meilleure simple facile mauvais dernier derniere premier
premiere possible impossible pareil pareille ancien ancienne anciens rapide lent lente chere cher chers gentil
bizarre nul nulle parler parle parlait vient venir viens venez prendre prend prends prenez mettre mettez utiliser
utilise utilisent utilisons utilisez cherche cherchons cherchez chercher trouver trouve trouvez changer change
changez arreter arrete quitter quitte quittent remplacer remplace remplacez remplacent partager partage partagez
envoyer envoie envoyez gerer savoir sait savez sais connaitre connait connaissez connais pense pensez pensent croire
crois dire demande demander manger boire dormir courir jouer chanter danser lire ecrire signer signe signale
signaler marchent marcher tester garder garde gardons gardez passer passe passez rester reste restent penser payer
paie payons coute coutent devrait devrions faudrait aimerait aimerais voudrait voudrais souhaite besoin idee idees
conseils avance urgent urgence probleme probs question questions reponse message messages internet ordinateur ordi
telephone logiciel logiciels outil outils appli applis application applications site sites plateforme programme
programmes systeme serveurs donnees reunions photos photo video videos fichier fichiers document documents dossier
dossiers date dates mail mails adresse lettre courrier planning plannings agenda liste listes groupes comptes mot
equivalent equivalents alternative alternatives quelquechose numerique ethique francais francaise geant geants gafam
gafams europeen europeenne souverain ail amande amandes anchois aneth asperge aubergine avoine baguette banane
basilic betterave biscuit biscuits bouillon brioche cacahuete cacao cannelle caramel carotte carottes celeri
cereales champignon champignons charcuterie chocolat choucroute chou choux citron citrons confiture concombre
cornichon courgette courgettes couscous crevettes curry cumin dinde endive epices epinards fecule fraise fraises
framboise gelatine gingembre haricots ketchup lardons lentille maizena mais margarine menthe miel moutarde navet
noisette noix oignon oignons olives orange oranges parmesan persil poire poires poireau poireaux pois poivron
poivrons pomme raisin safran saucisse saucisses saumon semoule soja sorbet thon vanille vinaigrette ampoules
aspirateur bassine biberon bottes bougies brosse cafetieres canapes caoutchouc cendrier chaussettes chaussures
cintre couches couette coussin coussins couverture draps echelle eponge gaziniere glaciere gourdes imprimantes
lavabo marmite meche mixeur parasol pelles perceuse plancha plastifieuse polystyrene rateau refrigerateur scotch
serpilliere stylo stylos tabouret tournevis trombone ventilateur vernis visseuse bambou coton lin cuivre acier alu
aluminium inox goudron gravier paille sciure bitume ardoise disque disques
compter comptes confiture confitures heure heures dispos costume costumes chorale fiche fiches gala panto coche cocher
endroit avancement chantier chantiers statuts gazette repas tables instrument instruments caisse recu recus trajets
"""
_EVERYDAY_EN = """
two three four five six seven eight nine ten eleven twelve big usual left
account accounts activist adult afternoon agenda air alarm allergy animal answer apple apples april arm artist aunt
autumn baby bag ball band bank bar barbecue bath battery batteries beans bed beef beer bell bench bike bikes bin
bird blanket boat body boiler book books boots bottle bottles bowl box boxes boy bread breakfast brick bricks bridge
broom brother bucket builder building bulb bulbs burger bus butter button cable cake camera camp candle cap captain
car card carpet cars cash cat cause ceiling centre chair chairs chairman chairperson chairwoman charity cheese chef
chicken child children chocolate choir church class cleaner clock cloth clothes club coach coaches coat coffee coin
college colour committee community company concert cook cooker cookie cooking corner cost costume council country
couple court cousin cream cricket crew cup cups curtain curtains customer dad dance dancer date daughter day days
deputy desk detergent dinner director dish dishwasher doctor dog door doors dress drink drinks driver drum drummer
dust ear egg eggs electricity electrician email emails engine entrance envelope evening event events everyone
everything exercise eye fabric face family fan farm father fence fertiliser festival field filter fire fish flag
flags flat floor flour flower flowers folder folders food foot football fork free fridge friend friends fruit fuel
furniture gas game garden gate gazebo gift girl glass glasses gloves glue goalkeeper goalie gold grandma grandpa
grass group groups guitar guitarist guy guys gym hair hall hammer hand hat head heater heating hedge helmet help hob
holiday home honey hour hours house husband ice idea ideas instructor island jacket job juice june july kettle key
keys kid kids kitchen knee knife ladder lady lamp lamps lawn lawnmower leader leaf leather lecturer leg lemon lesson
letter library light lights list lock lunch machine man manager march margarine marquee mask mat match mattress mate
meal meat medicine meeting meetings member members metal microphone milk minute minutes mirror mobile mom monday
money month moon morning mother motor mouse mouth mower mug mum music musician nail name napkins neighbour net news
newspaper night noise nose notes number nurse nylon oil old orange oven paint paper papers parent parents park
parking parsley part partner party pasta paste pasture patch pen pencil people pepper person persons pet phone
phones photo photos piano picture pipe pipes pitch pizza place plan plans plant plants plaster plastic plate plates
player players plumber plug police pool poor post poster pot potato potatoes president price printer problem
projector pump quality queen question rain referee rent rest restaurant rice ring road roof room rooms rope rubber
rug sail salad sale salt sand sandwich saturday sauce school score screen season seat seats secretary september
server shade shed sheet sheets shirt shirts shoe shoes shop shower sink sister skirt snack snow soap sofa software
song spoon sport spring staff stage stairs stamp star station steel stove straw street strimmer student sugar summer
sun sunday sunscreen swimmer system table tables tap tape tea teacher team tent tents thursday ticket tickets tile
tiles time tire tires toaster toilet tomato tool tools torch towel town toy train trainer travel treasurer tree
trousers truck tuesday tyre tyres umbrella uncle uniform uniforms van vegetable vegetables vest video videos village
vinegar voice volunteer volunteers wall washing water week weekend wednesday weight wheel wheels whistle wife wind
window windows wine winter woman wood wool work worker world year yeast yoghurt young website websites files file
document documents platform platforms service services internet computer laptop laptops app apps application
applications program programs programme replacement replacements alternative alternatives replace replaces replacing
leave leaving switch switching share shared sharing send sending find finding looking look recommend recommended
recommendation suggest suggestion suggestions decent cheap cheaper simple easy easier ethical open source private
secure french european instead privacy friendly currently anything nothing option options almond almonds apricot
aubergine avocado bacon baking banana bananas basil beetroot berries biscuit biscuits broccoli broth buttermilk
cabbage caramel carrot carrots celery cereal chickpeas chilli cinnamon cocoa coconut cornflour cornstarch courgette
couscous cucumber curry dough feta garlic gelatine ginger gluten grapes gravy ham jam ketchup lamb lard leek lentils
lettuce lime mayo mayonnaise mince mushroom mushrooms mustard nut nuts oats olive onion onions parmesan peanut pear
peas pork prawns pumpkin raisins sausage sausages sour soy spinach stock strawberries syrup tofu tuna turkey vanilla
walnuts yogurt apron bleach candles cardboard clingfilm coal cotton diesel drill duct foil freezer gravel hose iron
linoleum mop nappies nappy petrol polystyrene saw screws screwdriver shovel sponge styrofoam tarpaulin varnish vinyl
wrap bamboo copper aluminium concrete asphalt bark hay welcome appreciated wanted needed tips joke tell offline
weather tomorrow spare cheers stream carol sum brainstorm jam seat lift lifts lease parish allotment allotments
costume costumes drama foyer lobby adverts advert coach lawyer minutes
"""
_FRENCH = FRENCH_LITTLE | frozenset(_EVERYDAY_FR.split())
_ENGLISH = ENGLISH_LITTLE | frozenset(_EVERYDAY_EN.split())
FRENCH, ENGLISH = _FRENCH - _ENGLISH, _ENGLISH - _FRENCH
"""Words that only one of the two languages has."""
EVERYDAY = frozenset(_EVERYDAY_FR.split()) | frozenset(_EVERYDAY_EN.split())
ORDINARY = LITTLE | EVERYDAY | frozenset(singular(word) for word in LITTLE | EVERYDAY)


def is_ordinary(form: str) -> bool:
    """Whether a folded word is an ordinary one, in either number."""
    return form in ORDINARY or singular(form) in EVERYDAY or form.isdigit()


_NAMES_TOO = """
drop file files link
access acrobat acrobate antidote arc audition band bard bolt booking box brave buffer canvas cheque ciel classroom
commons confluence conversation conversations crisp deck delta dino edge element exchange explorer galette ghost
inventaire klaxon line lineage make marketplace matrix medium meet meetup mega messager mint monday mural note notes
number numbers office omnivore opera outline page pages plan planner plans pocket premiere publisher raindrop resolve
revolt sage samsung sarbacane send serif sketch smash snap spark square stripe sympa talk team teams tenacity tenor
text texto thread threads vibe virement prelevement window whisper workplace workspace zeste alexa claude lydia jan
reunion
"""
NAMES_TOO = frozenset(_NAMES_TOO.split())
"""Everyday words and first names that also name a tool: near a question, they alone do not mean the tool."""
PHRASES_TOO = frozenset(
    {
        "sum up",
        "gros fichier",
        "gros fichiers",
        "mon club",
        "pot commun",
        "reunion teams",
        "one password",
        "covoiturage libre",
        "team chat",
        "gro fichiers",
        "we chat",
        "text messages",
        "text message",
    }
)
"""The same in two words."""
