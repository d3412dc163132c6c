"""More of what people type, in both languages: ways that are easily mistaken for one another, side by side."""

import pytest

from tests.ask.families import Family, cases, heard

OF_THE_WORLD: Family = {
    "> who won the election?": "help",
    "> bonjour, qui a gagné l'élection ?": "help",
    "> quelle est la date du vote ?": "help",
    "> who hosts mailing lists?": "need:mailing-list",
    "> what is the best wiki?": "need:wiki",
    "> où mettre nos photos ?": "need:photos",
}
SLIPS_BESIDE_WORDS: Family = {
    "par quoi remplacer micrsoft teams ?": "microsoft-teams",
    "une alternative à gogle meet ?": "google-meet",
    "alternative to survey monkee?": "surveymonkey",
    "une alternative au formulaire zorglub ?": "need:forms",
}
BESIDE_THE_NEED: Family = {
    "> transcrire l'audio d'une réunion": "need:transcription",
    "> traduire le site web": "need:translation",
    "> un formulaire sur notre site web": "need:forms",
    "on cherche un outil pour envoyer la newsletter par mail": "need:newsletter",
    "> sonder les membres par mail": "need:forms",
}
IN_PASSING: Family = {
    "any open source Calendly?": "calendly",
    "an alternative to Zoom and to Slack?": "slack zoom",
    "on utilise slack et trello, on voudrait passer à du libre, des idées ?": "slack trello",
    "on passe au libre en 2027 !": "silent",
    "is there a replacement for Sarah on Sunday?": "silent",
    "is there a replacement for Springboard?": "unknown:Springboard",
    "une alternative à zoom webinaire ?": "zoom",
    "> excel pour mac": "excel",
    "le trésorier aime pas zoom, une alternative ?": "zoom",
    "je voudrais qu'on quitte google un jour": "silent",
    "on aimerait quitter facebook un jour, par quoi commencer ?": "facebook",
    "> I didn't mean Trello, I mean Asana. what replaces it?": "asana",
    "qqn a une alternative à wix": "wix",
    "qqn a trouvé une alternative à wix": "silent",
    "> et pour photofiltre 7 ?? une alternative": "unknown:photofiltre",
}
DIRECTION: Family = {
    "> quitter gmail et google drive d'ici l'été, on commence par où ?": "gmail google-drive",
    "> on passe de trello à wekan à la rentrée, des conseils ?": "trello",
    "> le président veut remplacer paheko par assoconnect, bonne idée ?": "keep:paheko",
    "> est-ce qu'on peut passer de word à libreoffice sans tout casser ?": "word",
    "> swap slack for matrix, sensible?": "slack",
    "> replace nextcloud with dropbox?": "keep:nextcloud",
    "should we go from signal to whatsapp?": "keep:signal",
}
SEVERAL: Family = {
    "alternative à google photos et google keep ?": "google-keep google-photos",
    "par quoi remplacer canva, et aussi mailchimp tant qu'on y est ?": "canva mailchimp",
    "what could we use instead of trello and slack?": "slack trello",
    "> slack, discord : lequel remplacer et par quoi ?": "discord slack",
    "> aujourd'hui airtable et excel, et demain ?": "airtable excel",
    "> google maps pour les itinéraires, waze pour le minibus, on voudrait du libre": "google-maps waze",
}
IN_PIECES: Family = {
    "par quoi remplacer le tableur de google ?": "google-sheets",
    "remplacer les formulaires de chez microsoft ?": "microsoft-forms",
    "l'agenda de google, des alternatives ?": "google-calendar",
    "that calendar from Google, any alternative?": "google-calendar",
    "the spreadsheet app from Microsoft: what replaces it?": "excel",
    "par quoi remplacer l'éditeur de présentations de microsoft ?": "powerpoint",
    "le cloud d'apple, vous mettriez quoi à la place ?": "icloud-drive",
    "pour remplacer word (de microsoft), il y a quoi ?": "word",
    "calendar, the google one, alternatives?": "google-calendar",
    "google one alternative?": "google-drive",
    "to do from microsoft, what could replace it?": "microsoft-to-do",
    "> le planner du microsoft de la mairie, une alternative ?": "microsoft-planner",
    "le groupe qu'on a sur facebook, une alternative ?": "facebook-groups",
    "what replaces events on facebook?": "facebook-events",
    "on publie tout sur facebook, une alternative ?": "facebook",
}
RULED_OUT: Family = {
    "> un truc pour sonder les parents, mais sans google": "need:forms",
    "> un outil pour la visio, mais surtout pas teams ni zoom": "need:video-call",
    "> a form tool, anything but google forms": "ask",
    "vous auriez autre chose que teams pour la réunion de mardi ?": "microsoft-teams",
    "par quoi remplacer excel, mais pas google sheets": "excel",
    "> ce n'est pas facebook que je veux quitter, c'est instagram": "instagram",
    "> on ne veut plus utiliser messenger": "messenger",
    "> we no longer want to use slack": "slack",
    "on veut plus de doodle, vous avez quoi ?": "doodle",
    "> pas trello, notion : une alternative ?": "notion",
    "> not trello, asana. what replaces it?": "asana",
    "> trello I mean, not telegram. what could replace it": "trello",
}
LIKE: Family = {
    "> un genre de slack mais libre": "slack",
    "> something like doodle for choosing a date": "doodle",
    "> a discord-like chat that's open source": "discord",
    "> une sorte de google docs hébergé en france": "google-docs",
}
NEEDS: Family = {
    "> trouver une date pour le CA": "need:date-poll",
    "> partager des dossiers entre nous": "need:file-storage",
    "> monter une petite vidéo": "need:video-editing",
    "> un wiki pour les bénévoles": "need:wiki",
    "> gérer les adhérents et les cotisations": "need:membership",
    "> envoyer une lettre d'info à 300 personnes": "need:newsletter",
    "> un moteur de recherche sans pub": "need:web-search",
    "> a password manager for the committee": "need:passwords",
    "> video call with 60 people": "need:video-call",
    "> record my screen for a tutorial": "need:screen-recording",
    "> sell tickets for our show": "need:ticketing",
    "> plan volunteer shifts": "need:volunteers",
    "> accounting for a tiny charity": "need:accounting",
    "> write minutes together": "need:co-writing",
    "> quelle heure est-il ?": "help",
    "> donne-moi une recette de crêpes": "help",
    "> tu peux réserver le minibus ?": "help",
}
OFF_TOPIC: Family = {
    "> who won the match yesterday?": "help",
    "> write me a song about bees": "help",
    "> how old are you?": "help",
    "> c'est quoi une asso 1901 ?": "help",
    "> il me faut de nouvelles chaises": "help",
    "> on dépend trop de google, comment en sortir ?": "ask",
    "> tout est chez apple chez nous, comment on fait ?": "ask",
    "> microsoft est devenu trop cher, on veut changer": "ask",
}
UMBRELLA: Family = {
    "> on quitte les gafam, par où commencer ?": "ask",
    "> we depend on amazon for everything, how do we stop?": "ask",
    "par quoi remplacer amazon ?": "ask",
    "alternative to google?": "ask",
    (
        "Bonjour à tous, merci pour samedi. On a reçu la facture de Mailchimp, 45 euros par mois maintenant. "
        "Quelqu'un connaît une solution pour remplacer ça ? Bonne semaine"
    ): "mailchimp",
    (
        "Re-bonjour. Le wetransfer envoyé lundi a expiré, comme d'habitude. Est-ce que quelqu'un aurait une "
        "alternative ? Merci"
    ): "wetransfer",
    (
        "Petit point du jour : les clés sont chez Momo, le trésorier est rentré. Sinon on est 12 sur le notion et "
        "ça rame, vous mettriez quoi à la place ?"
    ): "notion",
}
IN_A_LONG_MESSAGE: Family = {
    (
        "Hi, keys are with Sam. Our Zoom licence runs out in May and I'd rather not renew. What else could we "
        "use? Thanks"
    ): "zoom",
    (
        "Bonjour ! Je reprends la com. J'ai trouvé un compte Hootsuite, un compte Canva. Par quoi remplacer Hootsuite ?"
    ): "hootsuite",
    '"se connecter avec facebook" sur notre site, on remplace par quoi ?': "facebook-login",
    "par quoi remplacer google analytics sur notre site ?": "google-analytics",
}
FOR_WHAT: Family = {
    "par quoi remplacer audible pour les livres audio ?": "audible",
    "une alternative à strava pour le club vélo ?": "strava",
    "par quoi remplacer youtube pour héberger nos vidéos ?": "youtube",
    "autre chose que spotify pour la musique de la fête ?": "spotify",
    "what can replace eventbrite for our fundraiser?": "eventbrite",
    "alternative to google translate for the refugee group?": "google-translate",
    "par quoi remplacer le micro-ondes ?": "silent",
    "par quoi remplacer l'animateur malade ?": "silent",
    "une alternative au car pour la sortie ?": "silent",
    "on cherche quelqu'un pour remplacer la trésorière": "silent",
}
UNKNOWN: Family = {
    "par quoi remplacer Zorbix ?": "unknown:Zorbix",
    "une alternative au logiciel Adhéclic ?": "unknown:Adhéclic",
    "what replaces MemberWiz?": "unknown:MemberWiz",
    "alternative to Club Manager Pro?": "unknown:Club Manager Pro",
    "on utilise Cotisoft pour les adhésions, vous auriez une alternative ?": "unknown:Cotisoft",
    "> remplacer tralala3000": "unknown:tralala3000",
}
BY_EAR: Family = {
    "par koi remplasser fidelio svp": "unknown:fidelio",
    "par koi remplasser mautic svp": "unknown:mautic",
    "par koi remplasser klassly svp": "unknown:klassly",
    "par koi remplasser fessbouk svp": "facebook",
    "par koi remplasser oui transfère svp": "wetransfer",
    "par koi remplasser gougueul draïve svp": "google-drive",
    "par koi remplasser instagrame svp": "instagram",
    "par koi remplasser ouatsap svp": "whatsapp",
    "par koi remplasser fotochop svp": "photoshop",
    "par koi remplasser pouerpoint svp": "powerpoint",
    "par koi remplasser mélchimp svp": "mailchimp",
    "par koi remplasser disquorde svp": "discord",
    "par koi remplasser émonsite svp": "e-monsite",
    "par koi remplasser cannevas svp": "canva",
    "par koi remplasser airtébeul svp": "airtable",
    "par koi remplasser gogole drive svp": "google-drive",
    "par koi remplasser snape tchat svp": "snapchat",
    "par koi remplasser guimail svp": "gmail",
    "par koi remplasser dropebox svp": "dropbox",
}
CHATTER = (
    "who could replace Tom on Saturday?",
    "what could replace the gazebo?",
    "quelqu'un pour me remplacer sur le stand teams ?",
    "je remplace Julie à la visio de ce soir",
    "on remplace la réunion zoom par un apéro",
    "le doodle a été remplacé par un mail",
    "j'ai remplacé le lien zoom dans l'invitation",
    "qui s'occupe de la page facebook maintenant ?",
    "vous avez reçu le lien teams ?",
    "je déteste whatsapp",
    "slack est en panne",
    "mon voisin a quitté twitter",
    "la fédé passe à teams en janvier",
    "on n'a pas encore quitté google",
    "pourquoi on utilise encore dropbox ?",
    "Doodle envoyé, répondez avant jeudi !",
    "tuto : comment quitter whatsapp en 5 étapes https://exemple.org",
    "we could leave facebook one day",
    "does anyone use slack here?",
    "I switched to Signal last week",
    "my kids left TikTok",
    "is there a zoom link for tonight?",
    "can you replace the photo on the Facebook page?",
    "the treasurer wants an alternative to cash",
)


@pytest.mark.parametrize(
    ("text", "understood"),
    cases(
        OF_THE_WORLD,
        SLIPS_BESIDE_WORDS,
        BESIDE_THE_NEED,
        IN_PASSING,
        DIRECTION,
        SEVERAL,
        IN_PIECES,
        RULED_OUT,
        LIKE,
        NEEDS,
        OFF_TOPIC,
        UMBRELLA,
        IN_A_LONG_MESSAGE,
        FOR_WHAT,
        UNKNOWN,
        BY_EAR,
    ),
)
def test_a_question_is_understood(text: str, understood: str) -> None:
    assert heard(text) == understood


@pytest.mark.parametrize("text", CHATTER)
def test_chatter_is_left_alone(text: str) -> None:
    assert heard(text) == "silent"
