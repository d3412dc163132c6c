"""Words that look or sound like a word for a need of the catalogue, and are none: « banquet », "contracts".

They are those of the most frequent words of French and English that the rules for
misspelt words would take for one. A word that is missing here costs a doubt where it stands in a question.
"""

_WORDS = """
aapl abritant access accessed accommodating accorda accordait accorde accountant accueillait accueille accule ache
ached acheta achetent achevent acompte actualise actualitie actuallie actuarie addressed adherant adherence adherente
adhering adhesive admirent adressa adressait adresson advancement advent afferent affichait affichant affinage afire
agacement agen agencement agente aggregate aggregated agitation agress agresse aicha aidait aided aider aidez aidon
aile aileen ailie aillant aillent aillie aimaient aimais aimait aime aimed aimer aimere aimez aimon airport airy
aisement aisha aisle aisselle alais allai allaie allais allait alle alleie allele allerent allergie allez alter
alterent ambience ameer amendement amid amie amin amit amounting analysis analytica analytical analytique angulaire
anim animait animating animator annonca annonceur announce annulaire answered anthea apel apelle appeal appela appelais
appelait appele appelle appl applicator applie applied appris appuis aqueuse arcueil arise aromatic aromatique arquette
articule artificiallie artificie artificiel asha ashe asher asocial assaut assemblage assembled assemblent assembleur
assembling assimile assistaient assistait assistanat assistante assistent assisting assiston associate associatif
associating asthmatic asthmatique attachant attachement attachent attainment authenticate authenticated autocrate
autocratic autocratique automake automata automated automating automatisme automaton automnale automotive autorite
avancent avenement aviation avid aviez axed axiomatic bahn baie bailed bailing baillet bailleur bais bait balade ballet
balneaire baltique bane bani banke banked banlieue banned banni bannie bannis banniste bannit banquet banquette banquie
banquiere barque based baser basque bass basse basseie bassesse basset bassett beal beale beaucaire bebe beeping beet
beit bellaie belle belonging bend bending beneficiait beneficiarie beneficierait benevolent bent beret bett bette beuh
beur bewildered bhai biel bile bille billed blagueur blais blanca blanco blank blanked blanketed blanque blanquette
bleu bleus bloating block blocked blockie blocking blogge blogged blogueur bloke blooming bloquait bloque bloquent
blotting boarde boarded boggling boiteu boko bondage booing booke booked bookmake bookmarked booming booting bouc
boucle bouquet bourreau boyard bragging braqueur broadcaste broadcasted broadest brooking bross brosse browsed buck
bucked bucking buckle buckled buckleie budge budgetarie budgeted bullet bureaus burrow burying caillou caiss caissie
calais calandre calcule calculette cale calle called camille campaigne campaigned campanie cannette cantal capping
captioned captured caracterise carded carene carnal carnation carne carneie carnot cart carted cartel cartie
cartographic cartographique caseie caser cass casse cassette catching catere cation causait caution cecite cell celled
cello cente centrale centred cessant cessent cezanne chabot chad chae chah chain chained chaire champagne champaign
chancel chanel channeled channelled char charette charing charnel charred charrette charte charted chartered chau
chauce chaud chauffait chauffe chauffent chausse chaz cheat cheate checked checkered chee cheered cheick cheik cheikh
chene cheneie chennai cheque chequered chercha cherchais cherchait chercheur cherchie chie chier chieur chih chit choe
choisi choisie choisira choisirai choisirais choisirait choisire choisis choisit choose chop chope choppe chopped
chopping chosen chow churche citait citation cite cited citer citez clarte clause cleaning clearing clogging clou cloue
clous clout clubbed clue clued coauteur coded coder codifie codirecteur coed coffe coffret coherence collaborate
collaborated collaborating collaborator collaboratrice collante collected collectent collecteur collectif collection
collective collector collent collet collett collette combine combined comete command commanda commandait commanded
commandent commandeur commandite commando commen commenca commence commenced commend commended commentait commentarie
commente commerage commercie commere commette commettre comminge commoditie common commone communale communicatif
communicating communicative communicator communie communique communisme communiste commute compagne compagnie companie
compatibilite compense compet compete compote comprend comprene comprenie comprenne compressed compressive compressor
comprise comptabilise comptais comptait comptent comptera comptoir computed comtesse concentron conception confe
confection confere conferencie conferent confidence confluence congestion congress connaissant connecte connected
connecteur connection consolation constatation consultatif consultative consummation contacte contacted contant
contention contract contre contrite controlait controlent controleur controlle controlled convection conventional
convergence conversational conversion conviction cooling coon cooneie coor copied copieu coriande cornet corp correct
correcte corrected correctif correcting correctional corrective corrector correlation corrie corrine corruption
cosmonaute cosse coste costed costing cotation coulte coun counted countered countie courais courait courcie coure
courie courrait courre courrir courroie coursie courte courted courtie coutume cracking crate created createur creatine
creating creative creera cremation crisse critere critte croate croatian croppe cropped cuisse cultural culture
cultured culturelle cunning cunt curation cure cured curie curieu currie curse cursed curseur curt cygne dais damnation
datait datation dated dater datte dawn dawned decaie decevoir decisive decke decked declinant decrire dede deduire
defection defense defilant deion dejection deke dekke delation deletion delibere delirant delivered delivering delivre
delusion demission deon departage departir depende depensie deplacant deplaisant deploient deplorant deployant depo
deport deposant depositorie deprimant dere derision deserve designa designait designe designed dessein dessina
dessinait destin destine detection detonateur detonation detour detourne dette deus devais devi devie devise diffus
diffusait diffused diffuseur diffusing digestion digitale dilation directe directed directing directional directive
directlie directoire directorate directorial directv dirent disc discussing discutais discutait discution disk dispute
disquette dissection disseque dissuasion distanced distante distaste distinct distincte division doable documentarie
documente documented dodging dois domiciled domicilie dominateur domination domine dompteur donated donating done donn
donnaient donnais donnait donned donnere donneur donnie dont dotation doublait doubled doublet doubleur doublie
doucement down downe downed downeie downloaded dozie draining drawe droid droite droz dunning duration dwyer dynamic
dynamise dynamisme dynamite dynastique earning echangeait echangeur ecommerce ecoule ecourte ecoutais ecoutait ecouteur
ecrie ecrira ecrirai ecrirait ecris ecrite ecrive eddie eddy edie edited editeur edith ejection elearning electeur
electing elective electric electrique electron electronica elevation elocution elve embodied emettre emploie emplois
employait employe employed employeur emulsion enabling encaiss encaissent enchainement enghien engin engined enginee
engraisse enracinement enregistrait enregistrent enregistrera enregistreur enter enterre entire entr entracte entraille
entraina entrainaient entrainent entraineront entrait entrerait entrie envahissement envois envoit envoya envoyais
envoyait equine equip equipant equipement equipent equipped equite erection espece evan eveille even eviction evidement
evitement exaction exchange excision execution exertion exiting expanse explication exploitative exploration
exportation expositorie extraire extraite fact factored failing faille failli faillis faillit failure fair fairie
fallow familie faris faun faune fauteur favoris fawn feat feel feele feeneie feet feli feliz fellow fending ferai
ferais ferait ferie ferre ferret ferreu ferri ferrie ferried ferriere ferris ferveur feuillet feuillete fewer fiel
fiend fienne fier fiere fiez figuie figurait filait filed filer filez fille filled fillet fillette filleul filleule
filmait filmed finalement financent fine fined finer finn finneie fiscale fische fishe fished fishie fisting fitch
fixait fixe fixed fixette fixez flea flee fleet flie flier flit flogging floored foireu fold folded followe followed
fond fondation fooling forage forged forget formait formative forme formed formulae formulaic formulate formulation
forte forth forthe fouet fouette fouille fous fout fracking fracturation fracture frai fred freed freer frei fret
frette fretted freud frey friche frie fried frit frye fryer fusion fusionnent gaiement gain gaine gained galere galette
galleie galleria gard gardais gardait garderie gardne gare gase gass gassed gaze gazed gazer gazettee gazeu gazeuse
genait gendre gene gener genera generait generali generalise generalite generalize generallie generant generate
generated generating generation generatrice genereu genese genet geneve genitale gente germinal geun ghosting gist
grade graduate grammairien graphie graphiste graphite grasse gratuitie groce gross grossed grossess grossesse grosseur
grossi grossie grosso grouped groupie grouse gunning habitaient habitais habitait habitante habitat habitent habituent
hais hait haletant hallidaie hasting hatching hauling hebergeant hebergent hehe hehehe helpe helped here hesitant heuer
heur heureu heuristic hiding hiring hoisting hollidaie hooking hooraie hopping hortense horus hosted hough hugged hugh
hughe hugue huguette hurraie husting illustrating illustrative illustrator imaged imessage inboard infernal infernale
informatic informatif informational informatise informative inherent inscribed inscrira inscrite inscrive inserent
instable installa installait installed installent installera instance instantlie instaure instill instilled instruire
intege integral integrative integrent intelligent intelligente interact interactif interacting interaction
interactivite intercept interdit interest interet interfere interlaced interment intern internat interned internment
interpol interpret interred interse intersect interval interwar intrant inventait inventive inventor inviting invoking
involving iterative itinerance itinerante itinerarie jace jailing jain jante jaquette jase jaser jazz jenn jenne jeun
jeune jeunet jointed journaleu kaise kale kaleie kart kawhi kcal keat keeling keepe keye keyed khaled khun knot koeman
koste kuhn kurt lachete lactation lanceur land lane laneie lanne lanning lapping largement largeur largue lasting
latching late lathe latte lavement leaching lead leah leahie lean leane leaned leaning leann leanne leant lear least
leave leaved leed leer legation leland lelievre lend lending lense levais levait lever levez liait liaoning liber
libere libraire librairie librarian lied liee lient lier lierre lieue lieut lievre lifte lifted lifting ligament
ligation lignage linc lind line lined lineke liner linge linke linked linn linne lint lirai lirais lirez listed listene
liszt literarie lived liver livrait livrent livreur lobbied locale locating locative locution logging longing
longuement lourdeur loyaltie lusting luxation lyft lyin lyne lynette lynn lynne lyre maasai mace machete machette mack
mackaie mackeie magasine magasinie magne maid maier mailbox maile mailed maille maillet maim maimed maine maint maker
mali mallette managed manate mandement manege mang mangeais mangeait mangere mangeur mangoe mangue mani manie maniement
maniere manni mannie manquement manuel marc marck marcq marek mariette mark marke marked markeie market markete
marketed marking marqua marquait marquet marquette marqueur masai masking massage massaging masse massed masseie
masseur masseuse masterie matching material materiau materielle maternal maternel mating maude mazarine maze mean meane
meant measure medellin medial medina megarde mehmet meier mein mele meler melez melle melting memoir memorie menage
menagement menagerie menaient menait mending mene mener meneur menez meng mensonge mental mentoring merged mergue
mesange messaged messine mestre mesurait mete meted metre mette mettrai mettrais mettrait meuh meule meur meure meut
meutre mice mielleu mien mienne mile mileie miler milet mill mille milled millet mine mined miner minet minette mineur
mineure minh minn minste mint minuteur minutie miser misere misez miss missed mission missive mlle mmmh mmmm mmmmm mnet
mobil mobilie mobilisation mobylette modele modeling modere modernisation modifia modified moir moire mond mondaie mone
monet monetisation monkeie monnaie monnet monnie mont montagne montagu montague montais montait monteith monteur montie
montre mook mooneie mopping moralisation mote moth mothe motoring mott motte muck myle nailing named napping
navigate navigated navigating navigational navigator networked newer nombreu nomment noooo noooooo notait noted noter
notere notez noth nothe nott notte noue nouer nourrie nowt nuageu nuer numeric numerise ocde offered offert officie
offrait omettre omission onus operatic operation operative ordinate ordinated ordinator ordonnateur organisational
organization orthographie ouaille ouellet ouellette ouie ouille overeating pace paced paceie pacer pagaie paged pager
paget paieront paillasse pais panning panse pansement panze paquette parage parcourait parcourt parcouru pardonne
parement paresse parkour parlement parlour parsement partagea partageais partageait partake parthenaie participa
participait participate participated participating participation participent participera participle participon particle
particule partition parvenir paso pass passais passait passed passere passeur passport patching patiemment paul paule
pauleie paulette pavement payais payait paye payed payera payet payette payeur payez peace peak peake peaked pease peat
peed peek peeked peeping peer peered peet peete peirce pence pending pendre penise pensai pensais pensait penseur
pensie pepe pepere peppered peppie pepy perce perdition perez permanent permanente peronne perse perseus personal
personalised personalize personalized personnage personnalite persson pertinence petite petitione petitioned peuplent
peur phew phil phoned phoneie phonie picke picked picket picketing pickett pictured pieced pier piet piete pieu pieuse
pike piquait pique piqued piquet piqueur pisce pise piss pisse pissed placed placement plaguing plaine planait plane
planed planet planete planeur planing planking planned plante planting platforme plunging plut poehle pohl pointe
pointu pole policed policie polishing polite polled pollet polling pooping portage posement position posted posting
pourrie powell praise praised prancing premunir prendra prendrai prendrais prendrait preseance presenta presente
presented preservation preserve preset presidence press pressait pressed pressing prestance prestation presume pretence
pretende pretense prevente preventif prevenue prevenus priced priceie priseur prize prized proceeding processed
processeur procession processus prochaine proclaim professing profession professionnelle professor professoral prog
progressing projected projete projette promet protect protesting protestor provence provenir prudence prusse pryce
publi publia publiait publicis publicised publicist publiciste publicitie publicize publicized publiclie publique
publishe published pulling punishing punition purement pyke qual quart quarte quartered quartet queer quid quiet quiete
quieted quit raccourci raccourcie raccourcis rachete racking radioed railing raining raised ranged rapping rapture
rassemble rattachent reaction realie reap receding recess recessed recevais recevait receveur rechange recherchais
recherchait recherchent recherchon rechute reciting reclus recolle recorde recorded recouche recounting recoupement
recreating recrue recruite recrutent recruteur recue recueille recul reculait recule recurring recus recut redigea
redire reduira reduirait reduise reduite reed reede reer refectoire reforming regard regarda regardai regardais
regardait regarded regarding reheat reillie reiss relaie relation reliait relied relief relire relis relit relive
reloading rely remade remission remonte remous remove rempli remplie remplira remplis remplit remus rendais rendait
rendered rending rendre rendue rendus renvoye repart repartait reparti repartie repartira repartis repartit reparton
repense repentir repertorie reporte reported reporting repost require reread reroute rerouted resemble reservait
reserved reservoir reset resorting resource resourced ressorte resumait resumed retarde retourne retranscrit
reunionnais reuse reused reuss revenir reveur revolte revu revus rewarding reworking rewriting reye reze rhea rhee
riais riait rider rieu rieur riez robbo robo romaine rooted roseau rouet roush routed routeur routie royallie ruche
ruining runnin rushe rushed ruth rutte ryde ryder sadistic saen safelie sagittaire sahel sailed sailing saisonnie saleh
saler salete sall salmon saluon salutaire sanctuaire sanding sane sanitarie sant saunie savais savait saved saver
saveur savour scared scaring scelle scheduled schee scheme scooping scour scoured screamin screaming screened scythe
searche searched seared searing seate seated secouriste secouru secrete secreted sectoriel secured securing securise
securitie seduire seeding seedling seeping seille sejour selection selle sellette selling sensing sent serv servais
servait served seul severite sevre sewed sewer sewn shad shaded shading shae shah shaikh shaking shamed shaming shaped
shaping shar sharpe sharpene shat shaved shaving shaw shea sheare sheared shearing sheer sheik sheikh shek shelling
shelving shied shifte shifted shih shilling shipping shit shocke shocking shooting shoppe shopped shoring shortage
shorte shorted shortened shortest shorthand shorting shortlie shot shouting showed showered shred sideshow signait
signale signataire signatorie signed signent simplet simplie simule sing singe sited sith sitte skipping slapping slaw
sled slipping slowe slowed smalle smalling smelling smelting snapping snelling snooping soared soaring sochal sociale
socialo softcore solitaire sonne sonnie sonora sony soon soone soooo soooooo soot sorcie sorrie sorti sortir sortis
sortit soudage souhait spalding spanning spared sparing speaking speciale spectrale speeche speeding spelled spending
sperling spilling spilt spoiling sported sportie spreading stacking staining staking stalling starch stared staring
starte statistical stayed stealing steaming stemming steppe stepped stepping sterling stickle stinkie stockade
stockdale stocked stockie stoke stoked stomping stooping stoppage stopping stored storeie storie storr strafing
straining straying streaking streamline stressing stricture structural structurale structured structurel structurent
strumming stuart stylistic stylistique subite subscription substitue subtile subtitled sued suer suet sueur suez suited
suivie suivis suivit suivra suivrai suivrait supple supplee supplice supplied supportais supportait supporte supported
supporteur surreie survie swapping swelling swerve swooping table tabled tablet tablette tachete tacitement tack tacked
tacking tackling taco tailing takei taker talking taming tanking tapait taped tapez taping tapped tapping taquet tarde
tash taske tasked tasking taught taxe taxing taxis tchad tcheque tchetchene tchi teache teaching teak teamed technic
technica technician technico tectonique telepherique telephoned telephoto telethon tempe tempere tempered tempete
tending termina terminait terminale terminant terminate terminon terminus ternir tetard tetu tetue tetus texted thacke
thanking thatch thatche thatched thicc thick thicke thickening thicket thou thud thule thur thus thym thyme tick ticke
ticked ticketed tickling tiebreake timed timeie timer tinkering tique tirage toiture tooling toot toul toure toured
tourette trache tracing tracte traction trad tradition traduira traduirait traduise traduite trailing trainant trainent
traitaient traitent transaction transceive transcribed transcript transcriptional transcrit transduction transe
transept transferant transfere transfo transform transient transistor transite transition translated translating
translational translocation transmet transpire transport trapping trashing travaillais travaillait travaille
travailleur travele traveled travelle travelled trawling treasure treasured trekking tricking trickling tristement
trope troupe trouva trouvai trouvais trouvait trouvere trouvie trucking tuait tuer tuerai tuerais tuerait tueur tuez
tull tulle turret tutoring usite utile vaal vacancie vacante vache vail vaille valais valait valance vale valere
valerie valet valette valeur valez validating vall valle valleie vallet valuation valut vantait vante vaporisation
variation vaulted veal vectorielle veer veered veil veiled veillait velaie velez vending vendra vendrait vendue vented
venteu verite veuille veule vicki vickie victor victorie victorien victorieu vied viel vielle viendre vier viet viie
viii viiie vile ville villette vinification virtual virtue virtuelle vision visitait visited visitent visiteuse
visuelle vitrage vitrie vocation voiced voilure voire voiturette voiturie volontie volt volte volumineuse voluminous
volumique volunteered votait voted votera votez votre voue vouer voyageait voyageur vrille wahl wail wailed wailing
waiting waking wale walkin walle walled wallet wandere wash washe washed watchdog watche watched watchin watering
webste weed weeping weil weill well welle whale whaleie wheat wheele wheeled whew whey whit whiting whiz whoo whopping
widow widowe widowed wiel wile wileie will willed willeie willett wooed woohoo woot worded workplace wracking wreath
writhing wwii yearning zane zapping zele zell zelle zhen zhou zooeie zoot
"""
LIKE_NEEDS = frozenset(_WORDS.split())
