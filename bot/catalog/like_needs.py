"""Words that look or sound like a word for a need of the catalogue, and are none: « banquet », "contracts".

They are those of the most frequent words of French and English that the rules for
misspelt words would take for one. A word that is missing here costs a doubt where it stands in a question.
"""

_WORDS = """
aapl abritant access accessed accommodating accountant accueillait accueille accule ache ached achetent achevent
acompte actualise actualitie actuallie actuarie addressed adherant adherence adherente adhering adhesive admirent
adressa adressait adresson afferent affichait affichant affinage afire agen aggregate aggregated agitation agresse
aicha aidait aided aider aidez aidon aile aileen ailie aillant aillent aillie aimaient aimais aimait aime aimed aimer
aimere aimez aimon airport airy aisement aisha aisle aisselle alais allai allaie allais allait alle alleie allele
allerent allergie allez alter alterent ambience ameer amendement amid amie amit amounting analysis analytica analytical
analytique angulaire anim animait animating animator annonca annonceur announce annulaire anthea apel apelle appelais
appelait appele appelle appl applicator applie applied aqueuse arcueil arise aromatic aromatique arquette articule
artificiallie artificie artificiel asha ashe asher asocial assaut assemblage assembled assemblent assembleur assembling
assimile assistaient assistait assistanat assistante assistent assisting assiston associate associatif associating
asthmatic asthmatique attachant attachement attachent attainment authenticate authenticated autocrate autocratic
autocratique automake automata automated automating automatisme automaton automnale automotive autorite avenement
aviation avid aviez axed axiomatic bahn baie bailing baillet bais bait balneaire baltique bane bani banke banked
banlieue banned banni bannie bannis banniste bannit banquet banquette banquie banquiere based baser bass basse basseie
bassesse basset bassett beal beale beaucaire bebe beeping beit belonging bend bending beneficiait beneficiarie
beneficierait benevolent bent beret bett bette beuh beur bewildered bhai biel bile bille billed blagueur blank blanked
blanketed blanque blanquette bloating block blocked blockie blocking blogge blogged blogueur bloke blooming bloquait
bloque bloquent blotting boarde boarded boggling boiteu bondage booing booke booked bookmake bookmarked booming booting
bouc boucle bouquet bourreau bragging braqueur broadcaste broadcasted broadest brooking bross brosse browsed buck
bucked bucking buckle buckled buckleie budge budgeted bureaus burrow burying caillou caiss caissie calais calandre
calcule calculette cale calle called campaigne campaigned campanie cannette capping captioned captured caracterise
carded carene carnation carne carneie cart carted cartographic cartographique catching catere caution cecite cell
celled cello cente centrale centred cessant cessent cezanne chad chae chah chain chained champagne champaign chancel
chanel channeled channelled char charette charing charnel charred charrette charte charted chartered chau chauce chaud
chauffait chauffe chauffent chausse chaz cheat checked checkered chee cheered cheick cheik cheikh chene cheneie chennai
cheque chequered chercha cherchais cherchait chercheur cherchie chie chier chieur chih chit choe choisie choisira
choisirai choisirais choisirait choisire choisis choisit chop chope choppe chopped chopping chow churche citait
citation cite cited citer citez cleaning clearing clogging clou cloue clous clout clubbed clue clued coauteur coded
coder codifie codirecteur coffe coffret coherence collaborate collaborated collaborating collaborator collaboratrice
collante collected collectent collecteur collectif collection collective collector collent collett collette combine
combined command commanda commandait commanded commandent commandeur commandite commando commen commenca commence
commenced commend commended commentait commentarie commente commerage commercie commere commette comminge commoditie
commone communale communicatif communicating communicative communicator communie communique communisme communiste
commute compagne compagnie companie compatibilite compense compet compete compote comprend comprene comprenie comprenne
compressed compressive compressor comprise comptabilise comptais comptait comptent comptera comptoir computed comtesse
concentron conception confe confection confere conferencie conferent confidence confluence congestion congress
connaissant connecte connected connecteur connection consolation constatation consultatif consultative consummation
contacte contacted contant contention contract contrite controlait controlent controleur controlle controlled
convection conventional convergence conversational conversion conviction cooling coon cooneie coor copied copieu
coriande correct correcte corrected correctif correcting correctional corrective corrector correlation corrine
corruption cosmonaute coste costed costing cotation coun counted countered countie courais courait courcie coure courie
courrait courre courrir courroie coursie courte courted courtie cracking crate created createur creatine creating
creative cremation critere critte croatian croppe cropped cunning cunt curation cure cured curie curieu currie curse
cursed curseur curt cygne dais damnation datait datation dated dater datte dawn dawned decaie decevoir decisive decke
decked declinant decrire dede deduire defection defense defilant deion dejection deke dekke delation deletion delibere
delirant delivered delivering delivre delusion demission deon departage departir depende depensie deplacant deplaisant
deploient deplorant deployant depo deposant depositorie deprimant dere derision deserve designa designait designe
designed dessein dessina dessinait destine detection detonateur detonation dette deus devi devie diffusait diffused
diffuseur diffusing digestion digitale dilation directe directed directing directional directive directlie directoire
directorate directorial directv disc discussing discutais discutait discution disk dispute disquette dissection
disseque dissuasion distanced distante distaste distinct distincte division documentarie documente documented dodging
dois domiciled domicilie dominateur domination dompteur donated donating done donn donnaient donnais donnait donned
donnere donneur dont dotation doublait doubled doublet doubleur doublie doucement down downe downed downeie downloaded
dozie draining drawe droid droz dunning duration dwyer dynamic dynamise dynamisme dynamite dynastique earning
echangeait echangeur ecommerce ecourte ecoutais ecoutait ecouteur ecrie ecrirai ecrirait ecris eddie eddy edie edited
editeur edith ejection elearning electing elective electric electrique electron electronica elevation elocution
embodied emettre emploie emplois employait employe employed employeur emulsion enabling encaiss encaissent enchainement
enghien engin engined enginee engraisse enracinement enregistrait enregistrent enregistrera enregistreur enter enterre
entr entrainaient entrainent entraineront entrait entrerait envahissement envois envoit envoyais envoyait equip
equipant equipement equipent equipped erection evan eveille even eviction evidement evitement exaction exchange
excision execution exertion exiting expanse explication exploitative exploration exportation expositorie fact factored
failing failli faillis faillit failure fair fairie faris faun faune fauteur favoris fawn feat feel feele feeneie feet
feli feliz fending ferai ferais ferait ferie ferre ferret ferreu ferri ferrie ferried ferriere ferris ferveur feuillet
feuillete fewer fiel fiend fienne fier fiere fiez filait filed filer filez fille filled fillet fillette filleul
filleule filmait filmed finalement financent fine fined finer finn finneie fiscale fishie fisting fixait fixe fixed
fixette fixez flea flee fleet flie flier flit flogging floored fold folded followe followed fond fondation fooling
forged forget formait formative forme formed formulae formulaic formulate formulation forte forth forthe foto fouet
fouette fouille fous fout fracking fracturation fracture frai fred freed freer frei fret frette fretted freud frey frie
fried frit frye fryer fusion fusionnent gaiement gain gaine gained galette galleie galleria gard gardais gardait
garderie gase gass gassed gaze gazed gazer gazettee gazeu gazeuse genait gene gener generait generali generalise
generalite generalize generallie generant generate generated generating generation generatrice genereu genet genitale
gente germinal geun ghosting grade graduate grammairien graphie graphiste graphite gratuitie groce gross grossed
grossess grossesse grosseur grossie grouped groupie gunning habitaient habitais habitait habitante habitat habitent
habituent hais hait haletant hallidaie hasting hatching hauling hebergeant hebergent hehe hehehe helpe helped here
hesitant heuer heur heuristic hoisting hollidaie hooking hooraie hopping hortense hosted hurraie husting illustrating
illustrative illustrator imaged imessage inboard infernal infernale informatic informatif informational informatise
informative inherent inscribed inscrira inscrite inscrive inserent instable installa installait installed installent
installera instance instantlie instaure instill instilled instruire intege integral integrative integrent intelligent
intelligente interact interactif interacting interaction interactivite intercept interdit interest interet interfere
interlaced interment intern internat interned internment interpol interpret interred interse intersect interval
interwar intrant inventait inventive inventor inviting invoking involving iterative itinerance itinerante itinerarie
jace jailing jain jante jaquette jase jaser jazz jenn jenne jeun jeune jeunet jointed journaleu kaise kale kaleie kart
kcal keat keeling keye keyed khaled khun koeman koste kuhn kurt lachete lactation land lane laneie lanne lanning
lapping largement largeur largue lasting latching late lathe latte lavement leaching lead leah leahie lean leane leaned
leaning leann leanne leant lear least leave leaved leed leer legation leland lelievre lend lending levais levait lever
levez liait liaoning liber libere libraire librairie librarian lied liee lient lier lierre lieue lieut lievre lifte
lifted lifting ligament ligation lignage linc lind line lined lineke liner linge linke linked linn linne lint lirai
lirais lirez listed listene liszt literarie lived liver livrait livrent livreur lobbied locale locating locative
locution logging longing longuement lourdeur loyaltie lusting luxation lyft lyin lyne lynette lynn lynne lyre maasai
mace machete machette mack mackaie mackeie magasine magasinie magne maid maier mailbox maile mailed maille maillet maim
maimed maine maint maker mallette managed mandement manege mang mangeais mangeait mangere mangeur mangue mani manie
maniement maniere manni mannie manquement marc marck marcq marek mariette mark marke marked markeie market markete
marketed marking marquait marquet marquette marqueur masai masking massage massaging masse massed masseie masseur
masseuse masterie matching material materiau materielle maternal maternel mazarine maze mean meane meant measure
medellin megarde mehmet meier mein mele meler melez melle melting memoir memorie menagement menagerie menaient menait
mending mene mener meneur menez meng mensonge mental mentoring merged mergue mesange messaged messine mesurait mete
meted metre mette mettrai mettrais mettrait meuh meule meur meure meut meutre mice mielleu mien mienne mile mileie
miler milet mill mille milled millet mine mined miner minet minette mineur mineure minh minn mint minuteur minutie
miser misere misez miss missed mission mlle mmmh mmmm mmmmm mnet mobil mobilie mobilisation mobylette modeling
modernisation modifia modified moir moire mond mondaie mone monet monetisation monkeie monnaie monnet mont montagne
montagu montague montais montait monteith monteur mook mooneie mopping moralisation mote moth mothe motoring mott motte
muck musik myle nailing named napping navigate navigated navigating navigational navigator networked newer nombreu
nomment noooo noooooo notait noted noter notere notez noth nothe nott notte noue nouer nourrie nowt nuageu nuer numeric
numerise offered officie offrait omettre omission operatic operation operative ordinate ordinated ordinator ordonnateur
organisational organization orthographie ouaille ouellet ouellette ouie ouille overeating pace paced paceie pacer
pagaie paged pager paget paieront paillasse panning panse pansement panze paquette parcourait parcourt parcouru
pardonne parement paresse parkour parlement parlour parsement partagea partageais partageait partake parthenaie
participa participait participate participated participating participation participent participera participle
participon particle particule partition parvenir pass passais passait passed passere passeur passport patching
patiemment paul paule pauleie paulette pavement payais payait paye payed payet payette payeur payez peace peak peake
peaked pease peat peed peek peeked peeping peer peered peet peete peirce pence pending pensai pensais pensait penseur
peppie pepy perce perdition permanent permanente peronne perse perseus personal personalised personalize personalized
personnage personnalite persson pertinence petitione petitioned peuplent phew phil phoned phoneie picke picked picket
picketing pickett pictured pieced pier piet piete pieu pieuse pike piquait pique piqued piquet piqueur pisce pise piss
pisse pissed placed placement plaguing planait plane planed planet planete planeur planing planking planned planting
platforme plunging plut poehle pohl pole policed policie polishing polled pollet polling pooping portage posement
position posted posting pourrie powell praise praised prancing premunir prendra prendrai prendrais prendrait preseance
presenta presente presented preservation preserve preset presidence press pressait pressed pressing prestance
prestation presume pretence pretende pretense prevente preventif prevenue prevenus priced priceie priseur prize prized
proceeding processed processeur procession processus prochaine proclaim professing profession professionnelle professor
professoral prog progressing projected projete projette protect protesting protestor provence provenir prudence pryce
publi publiait publicis publicised publicist publiciste publicitie publicize publicized publiclie publique publishe
published pulling punishing punition purement pyke qual quart quarte quartered quartet queer quid quiet quiete quieted
quit raccourci raccourcie raccourcis rachete racking radioed railing raining raised ranged rapping rapture rassemble
rattachent reaction receding recess recessed recevais recevait receveur rechange recherchais recherchait recherchent
recherchon rechute reciting recolle recorde recorded recouche recounting recoupement recreating recruite recrutent
recruteur recue recueille recul reculait recule recurring recus recut redigea reduira reduirait reduise reduite reed
reede reer refectoire reforming regard regarda regardai regardais regardait regarded regarding reheat reillie reiss
relation reliait relied relis relit reloading rely remission remonte remous remplie remplira remplis remplit remus
rendais rendait rendered rending rendue rendus renvoye repartait reparti repartie repartira repartis repartit reparton
repense repentir repertorie reporte reported reporting require reread reroute rerouted resemble reservait reserved
reservoir reset resorting resource resourced ressorte resumait resumed retarde retourne retranscrit reunionnais reuse
reused reuss revenir revolte revu revus rewarding reworking rewriting reye reze rhea rhee riais riait rider rieu rieur
riez robbo robo romaine rooted rouet roush routed routeur royallie ruche ruining rushe rushed ruth rutte ryde ryder
sadistic saen safelie sahel sailed sailing saisonnie saleh saler salete sall sanding sane sant saunie savais savait
saved saver saveur scaring scelle scheduled schee scooping screamin screaming screened scythe searche searched searing
seate seated secouriste secrete secreted sectoriel securing securise securitie seduire seeding seedling seeping seille
selection selle sellette selling sensing sent serv servais servait served seul severite sevre sewed sewer sewn shad
shading shae shah shaikh shaking shaming shaping shar sharpene shat shaving shaw shea sheared shearing sheer sheik
sheikh shek shelling shelving shied shifte shifted shih shilling shipping shit shocking shooting shoppe shopped shoring
shortage shorte shorted shortened shortest shorthand shorting shortlie shot shouting showed showered sideshow signait
signale signataire signatorie signed signent simplet simplie singe sited sith sitte skipping slapping slaw sled
slipping slowe slowed smalling smelling smelting snapping snelling snooping soaring sociale socialo softcore sonne
sonnie sony soon soone soooo soooooo soot soudage souhait spalding spanning sparing speaking speciale spectrale
speeding spelled spending sperling spilling spilt spoiling sported sportie spreading stacking staining staking stalling
staring statistical stayed stealing steaming stemming steppe stepped stepping sterling stickle stinkie stockade
stockdale stocked stockie stoke stoked stomping stooping stoppage stopping stored storeie storr strafing straining
straying streaking streamline stressing stricture structural structurale structured structurel structurent strumming
stylistic stylistique subscription substitue subtile subtitled sued suer suet sueur suez suited suivie suivis suivit
suivrai suivrait supplee supplice supplied supportais supportait supporte supported supporteur surreie swapping
swelling swooping table tabled tablet tablette tachete tacitement tack tacked tacking tackling taco tailing takei taker
talking tanking tapping taquet tarde tash taske tasked tasking taught taxe taxis tchad tcheque tchetchene tchi teaching
teak teamed technic technica technician technico tectonique telepherique telephoned telephoto telethon tempe tempere
tempered tempete tending termina terminait terminale terminant terminate terminon terminus tetard tetu tetue tetus
texted thacke thanking thatch thatche thatched thicc thick thicke thickening thicket thou thud thule thur thus thym
thyme tick ticke ticked ticketed tickling tiebreake timed timeie timer tinkering tique toiture tooling toot toul toure
toured tourette tracing tracte traction tradition traduira traduirait traduise traduite trailing trainant trainent
traitaient traitent transaction transceive transcribed transcript transcriptional transcrit transduction transept
transferant transfere transfo transform transient transistor transite transition translated translating translational
translocation transmet transpire transport trapping trashing travaillais travaillait travaille travailleur travele
traveled travelle travelled trawling treasure treasured trekking tricking trickling tristement trope trouvai trouvais
trouvait trouvere trouvie trucking tuait tuer tuerai tuerais tuerait tueur tuez tull tulle turret tutoring usite utile
vaal vacancie vacante vache vail vaille valais valait valance vale valere valerie valet valette valeur valez validating
vall valle valleie vallet valuation valut vantait vante vaporisation variation vaulted veal vectorielle veer veered
veil veiled veillait velaie velez vending vendrait vented venteu verite veuille veule vicki vickie victorie victorien
victorieu vied viel vielle viendre vier viet viie viii viiie vile ville villette vinification virtual virtuelle
visitait visited visitent visiteuse visuelle vitrage vocation voiced voilure voire voiturette voiturie volontie volt
volte volumineuse voluminous volumique volunteered votait voted votez votre voue vouer voyageait voyageur wahl wail
wailed wailing waiting wale walle walled wallet wandere wash washe washed watchdog watche watched watchin watering weed
weeping weil weill well welle whale whaleie wheat wheele wheeled whew whey whit whiting whiz whoo whopping widow widowe
widowed wiel wile wileie will willed willeie willett wooed woohoo woot worded workplace wracking wreath writhing wwii
yearning zane zapping zele zell zelle zhen zhou zooeie zoot
"""
LIKE_NEEDS = frozenset(_WORDS.split())
