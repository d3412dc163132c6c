"""Words that look or sound like a name of the catalogue, and are none: « punition », « Jimmy ».

They are those of the most frequent words of French and English, and of the names of other tools, that the rules for
misspelt words would take for one. A word that is missing here costs a doubt where it stands in a question.
"""

_WORDS = """
aaas abonnements abritait abrite abritee abritent abriter abrites accoste accosted accoster aces aches acrobatie
acrobaties activee activer actives activez actresses actualise actualisee actualite actuality addresses adds adherant
adoube adour adress adressa adressee adressees adressent adresser adressez adroit advance advances adverses affect
affects affichee afficher affichez affile affinite affinites afire aghast agis agreable agricola agricoles aicha
aiguiser ailing airdrop airstrip aisha ajustee ajustees alana albert albums alcoa alea alene alerted alertee alerter
alexey alexi alexia alexis alfie alisa alissa alito alonso alonzo alpage alpages alpert alum alyssa amazement amazonie
amplenote amps analytica analytique analytiques ananas ancestor anchored andie ando andrea andreas andree andretti
andrey andrieu andrieux andriy androide androides andros anecdote angine angot angus anjou annonca annoncee annoncer
annonces annoncez annote announce anthropique anytime anywho apace apaches apel appeal appearing appears appela
appelait appele appelee appelees appelez appelleront appellez appels appl appleton applicant applicants applied applies
appliquaient appliquant appliquent apply appointment archie archiv archived archives arden ardeur armin armour arora
arrange arrangee arrangera arrangeur articule arusha asada asante asha asos aspirin aspirine assange assis assista
assistaient assistanat assistances assistante assistantes assistants assiste assistent assistons assists assit
associatifs associatives assur assurait assure assured assurer assurerait assures assureur assurez astana astor auchan
audibly audios auditioned auditionne auditionner aure aurore autocar autocrat automatic automatique automatiques avais
avast avaza avenement avent azur backing backups badr baillet bais baises balade balise balles ballet ballets balotelli
baltique bancaires banda bandage bandaged bandages bandai bandant bandar bande bandeau bandelettes banding bandit
bandits bandy bani bantu barde bardet basee basics basiques basis basse baux bave bayer bbox beard beastly beatle
beatles beaux bedding beet beetle beetles belles bender benny bentley bette biking bile bille billed billes billot
binding binge bite bitterly black blagueur blanca blanch blanco blancs blank blended blending bleu bleue bleuets bleus
blinder blithely blocks blocky blog blogged blogpost blogue blogues blogueur bloquer blot bluebell blues bluesy blunder
boards boast bock boko bolger bolted bondi bonding bonn bonnement bonny booing bookshops booming boon boos booste
boosters boosts booting bord bouclee boucler boucles bouffe bouffer bouffes boule boulton bouquin bouquins boute boutin
boutiques boutons bower bowser boxe boxed boxer boxeur boyard boykin brad brae brandi braqueur brava braved braver
bravo breve bride brie brive broadcasted broadcasters brooks browder brower browse browsers brute bubble bubbled
bucking buckling budding buffing bugging buisness bulbes bulking bulle bullet bullets bullies bullock bulls bullying
bureaus burying bushing businesses busing busking butting buying buzzing caillou cailloux caine calecon calendars
calender calendes cales calle camillo cana canals canet canevas canna cannabis cantal cantat canvass capella caper
capra captcha capua caractere carded cardio care cares carnal carne carnets carney carnot carr carres cart carta carted
cartel cartels carter carters carts cass casse cassia caste cate cates caumont cava cedes cendree centrale cercle certe
certes chabot chain chained chaines chainz chalons chancel chanel chang changea changed changee changi channels
chantons characters chard charley charli charlie charlier charly charte chartes charts chataigne chataignes cheaters
checkpoint checkpoints cherchee cherchera chercheur chercheurs chine chome chopin choque chrissie chrissy christ chroma
cilla cinch circles cites clac clack clap clapet clapp clapped clapper claque clarita clarkson clarte clasps classed
classee classer classics classy claudel claudette claudia claudie clause cleanup clements clicks cliente clients cline
clint cloned cloner clones clou cloud clouds cloudy cloue clous clout clyne cochon cocon codec codecs codee codees
coders codon coed colibri colitis collaboard collaborate collaboratifs collaborative collabore collabos collectif
collective colo colon come comin comm commande commandee commanders commandeur commen commencer commends commentaire
commentaries commente commented commentee commentees commenter commentes commentez commets commette commodity commoner
commu communautaires communautes communier communist communiste communists communs commute commuted commuter commutes
compacts comparer compas compass compatir compet compete competiteur compiler completer comploter comporter composer
compote compress compresse compresses compressor compressors comps comptee comptees compter comptez compute computed
computes comte concertation concertations concerter concocter conducts cone conference confiance confidence confluent
conjugaisons connecte connectees connecteur connecteurs connectez connection connector connectors connects connexions
connut consents conservation cont contact contactee contacter contactes contactez conte contee contenter contents
conter contester contexte contexts contr contra contract contracte contractes contracts contree contrer contres
convents conversion conversions convicts copte coree cornet corre correcteurs corrector cort corte cortes cosmonaute
costa costas costing cotise cotiser coudes coulda couldn couldnt counters counts county courante courriels courte
courut cout couter crame crate crateres crates createurs creatifs creatives creator creature creatures credite
creditors credits creeps crello crime crimp cripps crips crisis crispe crispin crispr crispy crist croco cromer crone
crop cuite culasse cunt cuomo curative curators curt cusco dacast daccord dale dalla dally dams darc darlan darlene
dartfish databases datees dattes dayan debat debite debits debt deems deeply dees defiant dela deliver delivery
delivrera delle demeurer demotion depit depp deprimee derive derived deriver derives derouter desc descript designa
designe designee designera designers designs desktops dess deterrer detourner deutschland deviant deviants devolution
diagrams diapos diddy dier diese digg digital digitales diocesaine dion dira directe directs directv directx disc
discard discarded discards disclose disco discos discours discover discovered discoverer discretes discs discuss
discussed discusses discussions discutee discutes disease diseased diseases disk disks dispel disquaire disque disques
disquette disquettes diss dissequer dissipee distanced distancer distances distinct distincte dive dizier docks docs
documente documentee documentes dogmatic dole donnes donors dormer dotes doucement douzaine downcast dreads dresse
drian drivel driven droids droit dropped dropper drove druid druides duplicata duplicate duplicates duplication
duplicite duplicity earning east eazy ebbing ecclesia echange echangee echanges ecolo ecosysteme ecosystemes ecosystems
ecoule editer edito editors educations effector effet effets efforts egarement ekosea elearning electeur elegants
embodied emet emil empress emre enceintes enchante ending engagea engaged engagee engager engages engagez engie engin
engined enhanced enhancer enhances enqueter enquetes enrico enterprises entrepose entrepris entreprises entreprit
entwined envi envois envoit epinal epps equation equip equipee equiper erable escarpe escarpes espaces espece estrada
etable etablissements etablissent etalee etalees etam etatique etch eternite etta evaluation evens evidement evitement
evocation evolutions examine examined examiner examines examinez excelle exchanged exchanger exile expenses experienced
experiences expertes experts explode exploded explodes exploit exploits explore explored exploree explorees explorent
explores explose exploser exposes expres express expresse expressed expresses expresso exsangue facetieux facetious
fache fairer faires fairy faivre famer farage farce fare farmer fatter fault faure faustine fedor feely felder
fellation fenerbahce fente fere ferma fermee fermer fermes fermez fermi festif festik festin festive festives feuillet
fiber ficher fiches fichtre fichu fichue fiddly fiel fier figment filez fill fillmore filmee filmees filment finale
finalist finaliste finalite finals finely finirai finirais finirait fireball fireballs firma firme firmer firms fishery
flaire flared flares flic flick flicked flickered flicks flics flore foams focusing foire fondation fondations fonds
fons fontes fook forains forca forced forcee forcer forces forcez fords fore forego forer forex forgo forgot forma
format formats forme formee formees formel formelle formelles formels forment formera formers formes formless forts
forums fouille foundation foundations fournisseurs foxx frame framed frames franc franca frances franche francie
francis francise franco francois francoise freshbooks freshers fresno friar friche froide fromm fronce fronts frum
funko fusionne fusionnee gael gaelle gagna gagnera gagneras gail galen galena gall gallen galt gamin gamine gamines
gammee ganda gandhi gaps garants garbage garcin gardee garin garment garments garvin geforce generali generally
generateurs generators genial geniale geniales genies genis gents genus gerants gestionnaires gestions ghosted ghosting
girardin gist gites glides goggle goodbyes goodyear googly gpus grader gradient gramercy grandi grandis grandit grands
grant gras gratuity graver graves graveur greater griffey grips grit grits grooms grope gross groupama grouped groupee
groupees grouper groupie groupies grrr grubs grumpy grunts guerini guetta guette gundy gusty habana haine hallo happe
hark haussmann havana hazara hebergeant hebergee hebergements hebergent heberger heberges hebergeurs hegemonie hegemony
hella helle hemsworth henri hereby heredite heritable hester hinata hindering hindi hindsight hippy histone hitchcock
hoisted hoisting holidays holliday holster hone hoppy horrible hosed hosting hots hotspot hotspots housed housse huber
hubris hypnose hysterie identifiants identifient illustrateur imaged imagee imager imago imitation immensite impur
impure impurete incheon incitation include included includes inde indeed independant independante independants
independents indexing indi india indication indice indie indien indies indifferent indigene indigent indigne indigner
indignes indio inducing induit inedit inedits infinie infinies infinis infogram infusing ingesting iniesta injure
inline insa inshore insigne insignes insistance installa installent installs instances instar instinct instit integer
integers integrate integrees integrent integrera integres interesse interest interet interment internat interne
interned internee interner internment intrants intruder inuit investing invitations invocation ionized ions ismail
ivory ivres izzo jabbar jabez jail jalen jamey jamie jamil jamy jani jarman jesuite jesuites jetpack jetty jiffy jimbo
jitsu joni jost journeys juggle juggler justesse justice justices justin justine justly justus kamil kana kanan kansas
kava keeper kessel kevan keyboard kickbacks kickstart kinda kindled kindly kindred kita klassroom klaxonne klaxonner
koda koeman kompany kreme krisp krista krone kronos kwan labels lalo lama lame langage langages languages languid lanka
lapel laque lasse lasting lattre laude layer leaning leanings lebel lecter lecteurs leech lees legall lemma lemme
lender lens leon leonard less leste lett levent levres liaoning libe libel liber liberale liberate libere liberes
libertaires libra libraire librairie libraries libri libris libro licences licencie license lient lies lievres lignee
lignees lignes ligny likens lilia linc linens lingot lingua lining linking links linky lino linseed linus lions lise
liseuses listed listees listen listens lister listings literie litige littre livers lives livestream livia livrees
livrets livrez llamas locale locales logan loger logger logicielle logins loin lome longo loon loue lousy lsat luci
lucide lucie lucy luffy lusha lussier lusting lutin lydie lynx macau mace machos mack maclou macomb macon macons macros
madison magasine mages magnetic magnified magnifique magnifiques magnify magpie mailbox mailboxes mailings maille
makers mako malcom mali malo manage mande manipulations marcos marker marlo marot maso mason massage massager massages
massaging masts mato matric matricule mawson mayol meanest meanings medea medial median medias medica medina meer
megapixel melange melanger melanges melangeur melangez mellow melun menager mende mensonger mensongere mente mentir
mentis mesange mesnil mess messaged messageries messing mete metrical micheline mien millie milly milo mime mimi minee
minettes minister ministere ministered ministeres minn minster mintz mishaps mister mistrial mitral mmes moans modal
modale mode model modeled modeler models module modules moliere molle mollo molloy moly mondain mondaine mondaines
mondiale mondo mone moneys monkeys monsieur monster montages montagne montagu montague monte monteur monti mooney moot
moral moravie motion mott move movie movies movin muddle muddled mughal multimedias mumbled murale murales muriel
murielle murray musc muscat musica musik musiques musky nage nailing nation navigateurs navigator navre navree neatly
neet neff nett networks newsletters nodes noes nolife nombreuse nombreuses noodle nota notebooks notees notez nothin
notional notres nots novateur novel novo nuages nuitee nullify numbness numerical numerise obispo ocre oculaire
oculaires ocular oder ofcom officer officie offs oiseau older ollie onde onsite openers opentalent opere opprimee oprah
opting orage orang orangee oranger orangers orders ordinator ordonnateur organics origan origen origi origine origins
osee osman osmond osteo oster oter oublient outlined outlive outlived outlying overcome overcomes ovid pace packet paco
paddle paddled paddles pagination paiements paieront painters paisible palace palet pall palper pamper pans panse
panthers papal papale parements partagea partagee partition parton passa passager passages passed passee passeront
passes passy pastor pastore paterno patiemment patients paton patriot patriote patriotes patriots patrol patronat
patronne pattern patterned patton paulette pauper pavements payement payera payeront payeur payment peages pecans peel
peels peep peeps pees peeters peint peintres pence pending penn penne pennes penney pensa pensee penske percee percees
percy perdition perime perimee perimees perimeter perinee permi permis permit permits perplexite persee persie
personnalise personnalisees personnaliser personnalises personnalite personnalites perturbe pese peste petillant
petition petitions phoned phoney phony photon photons photoshopped piazza picket picoler pieced pierces piges pigments
pilat pills pilots pint piot piper pisces pisse piste pixel pixels pixie pixies placa placed placee placent placer
placez plains planait planck plane planed planent planer planes planet planete planetes planets planeur planifient
plank planks planned plano planta plantait planted plantee planter planteur plantez plausibly playset pleniere plethore
pocketed poet pointe pointers pointeurs points pointu pointy poke poked poker pokes policed policies policy polie
polies porpoise portage pose posement position posse postcode posted postee postez posting pote poto potos poucet
poulette pouliche pout powder powerplant powers prayer precieux precis preclude precluded precludes predicts preeminent
prefix prelevent prelude premi premiered premiums presentations presider press pressee pressees prestation pricey
pricier prie prima primaire primaires primat primed primee priment primer primes primo primus princiere prisee prisees
prisme privat privee privees priver prives privez privy proceder processeur processors product produira produis
produise produites profiled profiler profiles profils profiter projects projet promis promit protects proto prove
provide provided providers publi publia publiait public publications publicis publicist publiciste publicists
publicites publicity publie publiee publiees publient publier publies publiez publique publiques publish published
publishes puffer pumble punition punters purement qantas quack qualcomm quantite questionnaires quirk quizz rach racket
radiale radical radicals radins radon rager raide raider raie raise raisers raises rake rallie rallied rallier rallies
rally rallye rallyes ramer rance range rants rapid rapido raser reachable reade readers recale recaler recall recalled
receding recherchee recherchees rechercher recherches recherchez recolte recolter recoltes recordings recruit recruited
recruiter recruits recrute recrutee recrutees recrutent recruter recrutes recruteur recruteurs recto recurring redd
reddition redites reds reduit reed reeder reedite reeds reforms regarding reit rekindle rekindled relevement removed
remover removes removing renault rende rendes rendit rendrez rendront renner renove rentable rentables repertoires
repertorie repertoriee repertorier reporting reprimee republished reseaux reservations reset resold resolu resolue
resolues resolus resolut resolved resolvent resorting resource resources ressource ressourcer resta rested restee
restez reston retable retabli retablie reusable revers reverse reversee reversion revolte revolted revoltee revoltent
revolter revoltes revolu revolue revolus rewarding reworking ridicule ridin ries ringo risee riser rocked rocker
rockets roder rodger rodin rogers rogier rogner romo ronger roseau rousseau ruger runners ryerson saber sablon sabra
sabres sabri sack safaris salaried salas salees salin salis salk sallie sally salmon saloon salues salves sama samarie
sambre samourai sams samuel samurai sanary sanding sanz sape sappy sark sash saules sauvegardes savary scales scalp
scar scare scared scares scarred scenic scenique sceniques scierie scieries scoot scope scot scotty scouts scrambler
scrape screenplay scribes scrip seen separa separee separees separent separera serf serve serves serviced servier
servies servir settle sevens sever severn sevices shales shandong sharpener shatter sherif shitter shoot shortcut
shuster shutters sibelius sich sides siffle siffler signa signalait signaled signalez signaling signalled signataire
signatures simile sing sitcom sits situ situait situe situer situes skello sketched sketches sketchy skip skipped
skipper skydive skyrocket skyrocketed slacker slalom slick slide sliders slideshow sligo slit smartphones smashed
smiled smiles smiley snags snape snappa snapped snapper snappy snapshift snapshot snapshots snark snarling snazzy sneak
sneaked sneaker snicker snotty sobre socal sociale socialo socials sock softcore soles solides solidite solidity
solomon solon soon sore sort soucoupe sounding sourced souri souriait souriez souris sourit space spank spanked
sparingly sparked sparky sparrow spars sparse sparte speedo spendesk spending sperling spheres spike spilt spit splat
splint split splits splitter sponsorise sponsorisee sponsorises sportif sportigo sporty spotty spreadsheets springy
spurt squared squire stack stalling stamping stance stances standings stans starc starck stare stark starling starlings
starring starters starting startling starving stat statistique stealing steam steaua steria sterile steriles sterilet
sterling steven stew stick stiff stinger stinging stinking stipe stocke stocked stocker stockes stocky stoke stoked
stoker stokes stora stored storey storming storms stormy stout strada stranding strap strapped strata streak streaked
stream streamed streamer streams streep streeter strep stride strider strides striding strie strife strike striker
strikes strip striped stripped stripper strips strive strived strives strom strongly stryker stuck studi studios stuffs
stuffy stumble stumbled stumbles stunning stunting sturm stylistiques subite submitting subscriptions subventionne
subventions suie suinte suited sumerian summery summum sump suri surrey surry surveys surya sutter sven swatch sweets
sweety swell sword synch syrie tabled tabler tablet tablets tablettes tachez tacks tactic tactics tactile tactiles
tactique tactiques talc tale tales tali talked talker talley tallied tallis tapee tapeworm tard tass tastic tchad
teaches teat teens tees teeter telephoned telephoner telephonez telephonie telephony telly tenacite tendez tenir tensor
termina terminale terminales terminals tess texted textes texts thalys thee thetford thins thongs thorez threats
thwaites tilly timescale timescales timor timur tins tipi tippy todd toggl toll tonality tonto tontons topshop torr
tounes tourterelle tracee tracker traction tractions tradition traditions traducteurs traiteur trancher transcriptions
transduction transfere transferee transference transferer transferes transfers transferts transform transistor transite
transitions translated translates translation translators transport treads tremble trembled trembler trembles tremblez
trepas tribun tribune tribunes trichent trident tripe trotteur trousses tully tumble tumbled tumbles tunes turtle
turtles tusks tweete twister twitchy tycoon unblock unequal universe universel universels unlock usite uterine utter
vador vaise valises vallet valuation valut vanite vante vaults vaut vectorielle vehement veloce vende vending vented
venter venti ventral ventre vere vernon versa versaillais versailles versed versee versement verser verses verset
versez verso vertement vetement veterans veuille vexin vexing viadeo vibre vibrer vibreur videe viendrez vier viewers
vimy vince violant viper virulent vision visuals visuel vivement volta vota votee wahoo wahou wainwright wala wallah
walled waller wallets wally wander wanderlust wardens wass watan weakly wean weasley webb webinars webzine weeklies
weekly weibo weird weirded weirder welby wembley werder wetter wham wheatley whispered wicks widely widow widows wiggly
willa wimi winder windowless windy wisely wisp witch wobbly wolff wonder woolf worded worden workpiece wreak wreaked
writers writes wrote xiang xiao yacine yassine yours youtuber youtubeur zacharie zafar zesty zoomed zoomer
"""
LOOK_ALIKES = frozenset(_WORDS.split())
