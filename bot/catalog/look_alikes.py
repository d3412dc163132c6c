"""Words that look or sound like a name of the catalogue, and are none: « punition », « Jimmy ».

They are those of the most frequent words of French and English, and of the names of other tools, that the rules for
misspelt words would take for one. A word that is missing here costs a doubt where it stands in a question.
"""

_WORDS = """
abonnements abritait abrite abritee abritent abriter abrites accoste accosted accoster aches acrobatie acrobaties
activee activer actives activez actresses actualise actualisee actualite actuality addresses adds adherant adoube adour
adress adressa adressee adressees adressent adresser adressez adroit advance adverses affect affects affichee afficher
affichez affile affinite affinites afire aghast agreable agricola agricoles aicha aiguiser ailing airdrop airstrip
aisha ajustee ajustees alana albert albums alcoa alene alerted alertee alerter alexey alexi alexia alexis alfie alisa
alissa alito alonso alonzo alpage alpages alpert alyssa amazement amazonie amplenote analytica analytique analytiques
ananas ancestor anchored andie andrea andreas andree andretti andrey andrieu andrieux andriy androide androides andros
anecdote angine angot angus anjou annonca annoncee annoncer annonces annoncez annote announce anthropique anytime
anywho apace apaches appeal appearing appears appela appelait appele appelee appelees appelez appelleront appellez
appels appleton applicant applicants applied applies appliquaient appliquant appliquent apply appointment archie archiv
archived archives arden ardeur armin armour arora arrange arrangee arrangera arrangeur articule arusha asada asante
aspirin aspirine assange assis assista assistaient assistanat assistances assistante assistantes assistants assiste
assistent assistons assists assit associatifs associatives assur assurait assure assured assurer assurerait assures
assureur assurez astana astor auchan audibly audios auditioned auditionne auditionner aurore autocar autocrat automatic
automatique automatiques avais avast avaza avenement avent azur backing backups baillet baises balade balise balles
ballet ballets balotelli baltique bancaires banda bandage bandaged bandages bandai bandant bandar bande bandeau
bandelettes banding bandit bandits bandy bantu barde bardet basee basics basiques basis basse baux bayer bbox beard
beastly beatle beatles beaux bedding beetle beetles belles bender benny bentley bette biking bille billed billes billot
binding binge bitterly black blagueur blanca blanch blanco blancs blank blended blending bleue bleuets bleus blinder
blithely blocks blocky blog blogged blogpost blogue blogues blogueur bloquer bluebell blues bluesy blunder boards boast
bolger bolted bondi bonding bonn bonnement bonny booing bookshops booming boon booste boosters boosts booting bouclee
boucler boucles bouffe bouffer bouffes boule boulton bouquin bouquins boute boutin boutiques boutons bower bowser boxe
boxed boxer boxeur boyard boykin brandi braqueur brava braved braver bravo breve bride brive broadcasted broadcasters
brooks brower browse browsers brute bubble bucking buckling budding buffing bugging buisness bulbes bulking bulle
bullet bullets bullies bulls bullying bureaus burying bushing businesses busing busking butting buying buzzing caillou
cailloux caine calecon calendars calender calendes cales calle camillo canals canet canevas canna cannabis cantal
cantat canvass capella caper capra captcha capua caractere carded cardio cares carnal carne carnets carnot carr carta
carted cartel cartels carter carters carts casse cassia caste cates caumont cedes cendree centrale cercle certe certes
chabot chain chained chaines chalons chancel chanel chang changea changed changee changi channels chantons characters
chard charley charli charlie charlier charly charte chartes charts chataigne chataignes cheaters checkpoint checkpoints
cherchee cherchera chercheur chercheurs chine chome chopin choque chrissie chrissy christ chroma cilla cinch circles
cites clack clap clapet clapp clapped clapper claque clarita clarkson clarte clasps classed classee classer classics
classy claudel claudette claudia claudie cleanup clements clicks cliente clients cline clint cloned cloner clones clou
cloud clouds cloudy cloue clous clout clyne cochon cocon codec codecs codee codees coders codon colibri colitis
collaboard collaborate collaboratifs collaborative collabore collabos collectif collective colon comin comm commande
commanders commandeur commen commencer commends commentaire commentaries commente commented commentee commentees
commenter commentes commentez commets commette commodity commoner commu communautaires communautes communier communist
communiste communists communs commute commuted commuter commutes compacts comparer compas compatir compet compete
competiteur compiler completer comploter comporter composer compote compress compresse compresses compressor
compressors comps comptee comptees compter comptez compute computed computes comte concertation concertations concerter
concocter conducts conference confiance confidence confluent conjugaisons connecte connectees connecteur connecteurs
connection connector connectors connects connexions consents conservation contact contactee contacter contactes
contactez conte contenter contents conter contester contexte contexts contr contra contract contracte contractes
contracts contree contrer contres convents conversion conversions convicts copte coree cornet corre correcteurs
corrector corte cortes cosmonaute costa costas costing cotise cotiser coudes coulda couldn couldnt counters counts
county courante courriels courte courut couter crame crate crateres crates createurs creatifs creatives creator
creature creatures credite creditors credits creeps crello crime crimp cripps crips crisis crispe crispin crispr crispy
crist croco cromer crone cuite culasse cuomo curative curators cusco dacast daccord dalla dally darlan darlene dartfish
databases datees dattes dayan debat debite debits deems deeply dees defiant deliver delivery delivrera delle demeurer
demotion depit deprimee derive derived deriver derives derouter descript designa designe designera designers designs
desktops dess deterrer detourner deutschland deviant deviants devolution diagrams diapos diddy diese digital digitales
diocesaine directe directs directv directx disc discard discarded discards disclose disco discos discours discover
discovered discoverer discretes discs discuss discussed discusses discussions discutee discutes disease diseased
diseases disk disks dispel disquaire disque disques disquette disquettes diss dissequer dissipee distanced distancer
distances distinct distincte dizier docks docs documente documentee documentes dogmatic donnes donors dotes doucement
douzaine downcast dreads dresse drian drivel driven droids droit dropped dropper drove druid druides duplicata
duplicate duplicates duplicite duplicity earning ebbing ecclesia echange echangee echanges ecolo ecoule editer edito
editors educations effector effet effets efforts egarement ekosea elearning electeur elegants embodied empress
enceintes enchante ending engagea engaged engagee engager engages engagez engie engin engined enhanced enhancer
enhances enqueter enquetes enrico enterprises entrepose entrepris entreprises entreprit entwined envois envoit epinal
equation equip equipee equiper erable escarpe escarpes espaces espece estrada etable etablissements etablissent etalee
etalees etatique eternite evaluation evens evidement evitement evocation evolutions examine examined examiner examines
examinez excelle exchanged exchanger exile expenses experienced experiences expertes experts explode exploded explodes
exploit exploits explore explored exploree explorees explorent explores explose exploser exposes expres express
expresse expressed expresses expresso exsangue facetieux facetious fache fairer faires fairy faivre famer farce farmer
fault faure faustine fedor feely felder fellation fenerbahce fente ferma fermee fermer fermes fermez fermi festif
festik festin festive festives feuillet fiber ficher fiches fichtre fichu fichue fiddly figment filez fill fillmore
filmee filmees filment finale finalist finaliste finalite finals finely finirai finirais finirait fireball fireballs
firma firme firmer firms fishery flaire flared flares flic flick flicked flickered flicks flics flore foams foire
fondation fondations fonds fontes forains forca forced forcee forcer forces forcez fords forego forer forex forgo
forgot forma format formats forme formee formees formel formelle formelles formels forment formera formers formes
formless forts forums fouille foundation foundations fournisseurs foxx frame framed frames franc franca frances franche
francie francis francise franco francois francoise freshbooks freshers fresno friar friche froide fromm fronce fronts
funko fusionne gagna gagnera gagneras galen galena gallen galt gamin gamine gamines gammee ganda gandhi garants garbage
garcin gardee garin garment garments garvin geforce generali generally generateurs generators genial geniale geniales
genies genis gents genus gerants gestionnaires gestions ghosted ghosting girardin gites glides goggle goodbyes goodyear
googly grader gradient gramercy grandi grandis grandit grands grant gratuity graver graves graveur greater griffey
grips grits grooms grope gross groupama grouped groupee groupees grouper groupie groupies grrr grubs grumpy grunts
guerini guetta guette gundy gusty habana haine hallo happe hark haussmann havana hazara hebergeant hebergee
hebergements hebergent heberger heberges hebergeurs hegemonie hegemony hella helle hemsworth henri hereby heredite
heritable hester hinata hindering hindi hindsight hippy histone hitchcock hoisted hoisting holidays holliday holster
hoppy horrible hosed hosting hotspot hotspots housed housse huber hubris hypnose hysterie identifiants identifient
illustrateur imaged imagee imager imago imitation immensite impur impure impurete incheon include included includes
indeed independant independante independants independents indexing indi india indication indice indie indien indies
indifferent indigene indigent indigne indigner indignes indio inducing induit inedit inedits infinie infinies infinis
infogram infusing ingesting iniesta injure inline inshore insigne insignes insistance installa installent installs
instances instar instinct instit integer integers integrate integrees integrent integrera integres interesse interest
interet interment internat interne interned internee interner internment intrants intruder inuit investing invitations
invocation ionized ismail ivory ivres izzo jabbar jabez jalen jamey jamie jamil jamy jarman jesuite jesuites jetpack
jetty jiffy jimbo jitsu jost journeys juggle juggler justesse justice justices justin justine justly justus kamil kanan
kansas keeper kessel kevan keyboard kickbacks kickstart kinda kindled kindly kindred klassroom klaxonne klaxonner koda
koeman kompany kreme krisp krista krone kronos kwan labels langage langages languages languid lanka lapel laque lasse
lasting lattre laude layer leaning leanings lebel lecter lecteurs leech lees lemma lemme lender leonard less leste lett
levent levres liaoning libel liber liberale liberate libere liberes libertaires libra libraire librairie libraries
libri libris libro lient lievres lignee lignees lignes ligny likens lilia linens lingot lingua lining linking links
linky linseed linus lions liseuses listed listees listen listens lister listings literie litige littre livers lives
livestream livia livrees livrets livrez llamas locale locales logan loger logger logicielle logins longo lousy luci
lucide lucie lucy luffy lussier lusting lutin lydie lynx macau machos mack maclou macomb macon macons macros madison
magasine mages magnetic magnified magnifique magnifiques magnify magpie mailbox mailboxes mailings maille makers mako
malcom manage manipulations marcos marker marlo marot mason massage massager massages masts matric matricule mawson
mayol meanest meanings medea medial median medias medica medina megapixel melange melanger melanges melangeur melangez
mellow melun menager mensonger mensongere mente mentir mentis mesange mesnil mess messaged messageries messing metrical
micheline millie milly minee minettes minister ministere ministered ministeres minster mintz mishaps mister mistrial
mitral mmes moans modal modale model modeled modeler models module modules moliere molle mollo molloy moly mondain
mondaine mondaines mondiale moneys monkeys monsieur monster montages montagne montagu montague monteur monti mooney
moot moral moravie motion mott movie movies movin muddle muddled mughal multimedias mumbled murale murales muriel
murielle murray muscat musica musik musiques musky nailing nation navigateurs navigator navre neet neff nett networks
newsletters nodes nolife nombreuse nombreuses noodle notebooks notees notez nothin notional notres novateur novel novo
nuages nuitee nullify numbness numerical numerise obispo oculaire oculaires ocular ofcom officer officie oiseau older
ollie onsite openers opentalent opere opprimee oprah opting orage orang orangee oranger orders ordinator ordonnateur
organics origan origen origi origine origins osee osman osmond osteo oster oublient outlined outlive outlived outlying
overcome overcomes packet paco paddle paddled paddles pagination paiements paieront painters paisible palace palet pall
palper pamper panse panthers papal papale parements partagea partagee partition parton passa passager passages passed
passee passeront passes passy pastor pastore paterno patiemment patients paton patriot patriote patriotes patriots
patrol patronat patronne pattern patterned patton paulette pauper pavements payement payera payeront payeur payment
peages pecans peels peep peeps peeters peint peintres pence pending penn penne penney pensa pensee penske percee
percees percy perdition perime perimee perimees perimeter perinee permi permis permit permits perplexite persee persie
personnalise personnalisees personnaliser personnalises personnalite personnalites perturbe peste petillant petition
petitions phoned phoney phony photon photons photoshopped piazza picket picoler pierces piges pigments pilat pills
pilots piper pisces pisse piste pixel pixels pixie pixies placa placed placee placent placer placez plains planait
planck plane planed planent planer planes planet planete planetes planets planeur planifient plank planks planned plano
planta plantait planted planter planteur plantez plausibly playset pleniere plethore pocketed pointe pointers pointeurs
points pointu pointy poke poked poker pokes policed policies policy polie polies porpoise portage posement position
posse postcode posted postee postez posting potos poucet poulette pouliche powder powerplant powers prayer precieux
precis preclude precluded precludes preeminent prefix prelevent prelude premi premiered premiums presentations presider
press pressee pressees prestation pricey pricier prima primaire primaires primat primed primee priment primer primes
primo primus princiere prisee prisees prisme privat privee privees priver prives privez privy proceder processeur
processors produira produis produise produites profiled profiler profiles profils profiter projects projet promis
promit proto prove provide provided providers publi publia publiait public publications publicis publicist publiciste
publicists publicites publicity publie publiee publiees publient publier publies publiez publique publiques publish
published publishes puffer pumble punition punters purement qantas quack qualcomm quantite questionnaires quirk quizz
racket radiale radical radicals radins radon rager raide raise raisers raises rallie rallied rallier rallies rally
rallye rallyes ramer rance range rants rapid rapido raser reade readers recale recaler recall recalled receding
recherchee recherchees rechercher recherches recherchez recolte recolter recoltes recordings recruit recruited
recruiter recruits recrute recrutee recrutees recrutent recruter recrutes recruteur recruteurs recto recurring redd
redites reduit reed reeder reedite reeds reforms regarding rekindle rekindled relevement removed remover removes
removing renault rende rendes rendit rendrez rendront renner renove rentable rentables repertoires repertorie
repertorier reporting reprimee republished reseaux reservations resold resolu resolue resolues resolus resolut resolved
resolvent resorting resource resources ressource ressourcer resta reston retable retabli retablie reusable revers
reverse reversee reversion revolte revolted revoltee revoltent revolter revoltes revolu revolue revolus rewarding
reworking ridicule ridin ringo risee riser rocked rockets roder rodger rodin rogers rogier rogner ronger roseau
rousseau ruger runners ryerson saber sablon sabra sabres sabri safaris salaried salas salees salin salis sallie sally
salmon saloon salues salves sama samarie sambre samourai samuel samurai sanary sanding sappy saules sauvegardes savary
scales scalp scar scare scared scares scarred scenic scenique sceniques scierie scieries scoot scope scotty scouts
scrambler scrape screenplay scribes scrip separa separee separees separent separera serve serves servier servies servir
settle sevens sever severn sevices shales shandong sharpener shatter sherif shitter shoot shortcut shuster shutters
sibelius sides siffle siffler signa signalait signaled signalez signalled signataire signatures simile sitcom situ
situait situe situer situes skello sketched sketches sketchy skip skipped skipper skydive skyrocket skyrocketed slacker
slalom slick slide sliders slideshow sligo smartphones smashed smiled smiles smiley snags snape snappa snapped snapper
snappy snapshift snapshot snapshots snark snarling snazzy sneak sneaked sneaker snicker snotty sobre socal sociale
socialo socials softcore soles solides solidite solidity solon soon soucoupe sounding sourced souri souriait souriez
souris sourit space spank spanked sparingly sparked sparky sparrow spars sparse sparte speedo spendesk spending
sperling spheres spike spilt splat splint split splits splitter sponsorise sponsorisee sponsorises sportif sportigo
sporty spotty spreadsheets springy spurt squared squire stack stalling stamping stance stances standings stans starc
starck stare stark starling starlings starring starters starting startling starving statistique stealing steam steaua
steria sterile steriles sterilet sterling steven stew stick stinger stinging stinking stipe stocke stocked stocker
stockes stocky stoke stoked stoker stokes stora stored storey storming storms stormy stout strada stranding strap
strapped strata streak streaked stream streamed streamer streams streep streeter strep stride strider strides striding
strie strife strike striker strikes strip striped stripped stripper strips strive strived strives strom strongly
stryker stuck studi studios stumble stumbled stumbles stunning stunting sturm stylistiques subite submitting
subscriptions subventionne subventions suinte suited sumerian summery summum suri surrey surry surveys surya sutter
swatch sweets sweety swell sword synch syrie tabled tabler tablet tablets tablettes tachez tacks tactic tactics tactile
tactiles tactique tactiques talc tales tali talked talker talley tallied tallis tapee tapeworm tastic teaches teens
teeter telephoned telephoner telephonez telephonie telephony telly tenacite tenir tensor termina terminale terminales
terminals texted textes texts thalys thee thetford thorez threats thwaites tilly timescale timescales timor timur tipi
tippy toggl tonality tonto tontons topshop torr tounes tourterelle tracee tracker traction tractions tradition
traditions traducteurs traiteur trancher transcriptions transduction transfere transferee transference transferer
transferes transfers transferts transform transistor transite transitions translated translates translation translators
transport treads tremble trembled trembler trembles tremblez trepas tribun tribune tribunes trichent trident tripe
trotteur trousses tully tumble tumbled tumbles tunes turtle turtles tusks tweete twister twitchy tycoon unblock unequal
universe universel universels unlock usite uterine utter vador vaise vallet valuation valut vanite vante vaults
vectorielle vehement veloce vende vented venter venti ventre vernon versa versaillais versailles versed versee
versement verser verses verset versez verso vertement vetement veterans veuille vexin vexing viadeo vibre vibrer
vibreur videe viendrez viewers vimy vince violant viper virulent vision visuals visuel vivement volta votee wahoo wahou
wainwright wallah walled wallets wally wander wanderlust wardens wass watan weakly weasley webb webinars webzine
weeklies weekly weibo weird weirded weirder welby wembley werder wetter wham wheatley whispered wicks widely widow
widows wiggly willa wimi winder windowless windy wisely wisp witch wobbly wolff wonder woolf worded worden workpiece
wreak wreaked writers writes wrote xiang xiao yacine yassine yours youtuber youtubeur zacharie zafar zesty zoomed
zoomer
"""
LOOK_ALIKES = frozenset(_WORDS.split())
