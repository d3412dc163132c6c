"""What French associations type, by family, and what is understood of it with the catalogue that is shipped."""

import pytest

from tests.ask.families import Family, cases, heard, language_heard

PLAIN: Family = {
    "bonjour, est-ce que quelqu'un aurait une idée pour remplacer Mailchimp dans notre asso ?": "mailchimp",
    "remplacer wetransfer ?": "wetransfer",
    "quoi à la place de canva": "canva",
    "alternative à trello": "trello",
    "helloo, un équivalent libre d'airtable ça existe ?": "airtable",
    "Dropbox nous demande de payer, vers quoi on pourrait aller ?": "dropbox",
    "Discord, vous le remplaceriez par quoi vous ?": "discord",
    "on en a assez de messenger, vous iriez où à notre place ?": "messenger",
    "slack devient hors de prix pour nous, on bascule vers quoi ?": "slack",
    "on voudrait sortir de Google Agenda avant la rentrée, des pistes ?": "google-calendar",
    "j'aimerais bien me passer de Gmail, c'est faisable ?": "gmail",
    "il faudrait qu'on arrête Zoom. Vous proposez quoi ?": "zoom",
    "Quelle solution pour ne plus dépendre de OneDrive ?": "onedrive",
    "SurveyMonkey c'est limité à 10 questions, vous avez quoi d'autre ?": "surveymonkey",
    "Notion, quoi d'autre ?": "notion",
    "plutôt que youtube, on mettrait nos vidéos où ?": "youtube",
    "marre de Facebook : on va où ?": "facebook",
    "on fait comment pour se débarrasser de Windows sur les ordis du local ?": "windows",
    "et si on lâchait Doodle ? vous prendriez quoi ?": "doodle",
}
NOUN_PHRASES: Family = {
    "la chaîne YouTube du club, on pourrait la mettre ailleurs ?": "youtube",
    "par quoi remplacer l'adresse gmail de la trésorière ?": "gmail",
    "le groupe whatsapp des parents d'élèves, par quoi le remplacer ?": "whatsapp",
    "une idée pour remplacer le compte dropbox du bureau ?": "dropbox",
    "notre formulaire google forms d'inscription, on le remplace par quoi ?": "google-forms",
    "comment remplacer le serveur discord des bénévoles ?": "discord",
    "quelle alternative au padlet de l'école ?": "padlet",
    "l'abonnement adobe acrobat du secrétariat, on peut s'en passer ?": "adobe-acrobat",
    "on voudrait remplacer le canal slack des salariés, des idées ?": "slack",
    "remplacer nos visios zoom du lundi, avec quoi ?": "zoom",
    "le sharepoint de la fédé, vous voyez quoi pour le remplacer ?": "sharepoint",
    "comment on pourrait remplacer le tableau trello de l'équipe com ?": "trello",
}
PLACES: Family = {
    "notre compte instagram, on peut le transférer où ?": "instagram",
    "Mailjet a augmenté ses tarifs. On passe à quoi ?": "mailjet",
    "pour remplacer framapad… euh non pardon, pour remplacer google docs, vous diriez quoi ?": "google-docs",
    "on migre vers quoi après trello ?": "trello",
    "Eventbrite prend trop de commission, où est-ce qu'on pourrait mettre notre billetterie ?": "eventbrite",
    "le CA veut lâcher Office 365. On prend quoi à la place ?": "microsoft-365",
    "si on quitte doodle on va sur quoi ?": "doodle",
    "WeTransfer refuse nos fichiers, comment vous faites vous ?": "wetransfer",
}
CORRECTED: Family = {
    "une alternative à zoom, euh pardon, à teams ?": "microsoft-teams",
    "par quoi remplacer doodle ? non je voulais dire framadate… enfin non, trello": "trello",
    "on garde Signal mais WhatsApp on le remplace par quoi ?": "whatsapp",
    "pas Trello, Slack : une alternative ?": "slack",
    "par quoi remplacer google forms, pas google drive, le drive on le garde": "google-forms",
    "comment remplacer Excel ? Word on s'en fiche": "excel",
}
ORDINARY: Family = {
    "quelqu'un aurait une alternative à Make ?": "make",
    "remplacer Pages par quoi sur mac ?": "apple-iwork",
    "l'appli Band, vous la remplacez par quoi ?": "band",
    "une alternative à Monday ?": "monday",
    "on change la page d'accueil du site, vous mettriez quoi ?": "silent",
    "on a quel plan pour samedi ?": "silent",
    "vous avez un autre plan que le pique-nique ?": "silent",
    "remplacer le bureau de l'association, comment fait-on ?": "silent",
    "il faut remplacer les notes de bas de page ?": "silent",
    "quelles équipes on met à la place des cadets ?": "silent",
    "on met quoi à la place du trait d'union dans le nom ?": "silent",
}
NEEDS: Family = {
    "vous conseillez quoi comme outil pour gérer les adhésions ?": "need:membership",
    "on cherche un logiciel de compta pour une petite asso": "need:accounting",
    "un site pour faire une cagnotte, vous connaissez ?": "ask",
    "quel outil libre pour envoyer la newsletter ?": "need:newsletter",
    "comment on fait pour envoyer de gros fichiers sans passer par les gafam ?": "need:big-files",
    "on aurait besoin d'un truc pour organiser le covoiturage des matchs": "need:carpool",
    "une appli pour partager les dépenses du week-end, ça existe en libre ?": "need:cost-sharing",
    "avec quoi vous faites vos affiches ?": "need:graphic-design",
    "qqn a un outil pour faire une carte mentale ?": "need:mind-map",
    "vous passez par quoi pour la billetterie du spectacle ?": "need:ticketing",
    "existe-t-il un logiciel libre de montage vidéo ?": "need:video-editing",
    "on voudrait un outil pour prendre des notes à plusieurs pendant l'AG, une idée ?": "need:co-writing",
    "quel gestionnaire de mots de passe pour le bureau ?": "need:passwords",
}
UNKNOWN: Family = {
    "par quoi remplacer Sellsy ?": "unknown:Sellsy",
    "une alternative libre à Planning Center pour notre paroisse ?": "unknown:Planning Center",
    "on paie AssoFacile tous les mois, par quoi le remplacer ?": "unknown:AssoFacile",
    "le logiciel Kelprof, on peut le remplacer par quoi ?": "unknown:Kelprof",
    "Bidulasso ferme en juin, vous connaissez une alternative ?": "unknown:Bidulasso",
    "> par quoi remplacer trukmuche ?": "unknown:trukmuche",
}
PHONETIC: Family = {
    "par koi remplacé fessbouk": "facebook",
    "keske vou utilisé a la place de doudeul": "doodle",
    "une altairnative a ouatsap svp": "whatsapp",
    "kel alternativ a gougueul draïve": "google-drive",
    "ya koi dotre ke powerpoin": "powerpoint",
    "remplasser outlouk par koi": "outlook-app",
    "jveu kité instagrame des idé ?": "instagram",
    "par koi on remplace youtub": "youtube",
    "kelkechoz a la plasse de eksel": "excel",
}
ASK: Family = {
    "on aimerait quitter google, par où commencer ?": "ask",
    "par quoi remplacer les outils microsoft ?": "ask",
    "> apple": "ask",
    "comment sortir des GAFAM quand on est une petite asso ?": "ask",
}
KEPT_OR_GONE: Family = {
    "Par quoi remplacer Mobilizon ?": "keep:mobilizon",
    "il faut remplacer libreoffice ?": "keep:libreoffice",
    "une alternative à Wunderlist ?": "gone:wunderlist",
    "jamboard n'existe plus, vous prenez quoi à la place ?": "gone:google-jamboard",
    "faut-il passer de Nextcloud à Google Drive ?": "keep:nextcloud",
}
CHATTER: Family = {
    "Zoom ce soir à 20h, le lien arrive par mail": "silent",
    "j'ai partagé le doc sur le drive, vous pouvez relire ?": "silent",
    "Le doodle est en ligne, pensez à répondre": "silent",
    "Qui peut remplacer Sophie au stand crêpes dimanche ?": "silent",
    "On a quitté Facebook en mars et franchement ça va": "silent",
    "quelqu'un a vu mon message sur WhatsApp ?": "silent",
    "on s'appelle sur teams ou par téléphone ?": "silent",
    "je cherche le mot de passe du compte canva": "silent",
    "comment on se connecte au zoom ?": "silent",
    "vous recevez les mails de mailchimp vous ?": "silent",
    "L'an dernier on a remplacé Doodle par Framadate et tout le monde a suivi": "silent",
    "La mairie quitte Microsoft pour LibreOffice !": "silent",
    "« par quoi remplacer Zoom ? » m'a demandé le président, je n'ai pas su répondre": "silent",
    "notre voisin cherche une alternative à Leboncoin": "silent",
    "Ce soir on quitte le local à 22h ?": "silent",
    "où est rangé le vidéoprojecteur ?": "silent",
    "le trésorier veut bien être remplacé, des candidats ?": "silent",
    "par quoi on remplace le jambon dans les sandwichs ?": "silent",
    "tu peux m'envoyer le lien du groupe whatsapp stp ?": "silent",
    "on va bientôt passer à Nextcloud, je vous tiens au courant": "silent",
    "je préfère Signal à WhatsApp": "silent",
    "moi j'utilise Excel pour la compta": "silent",
    "il faut changer le mot de passe gmail": "silent",
    "quel est le prix de zoom pro ?": "silent",
    "où on se gare ?": "silent",
    "on passe chez toi vers 18h ?": "silent",
    "le formulaire google est fermé non ?": "silent",
    "Qui a les codes du Facebook de l'asso ?": "silent",
}
ADDRESSED: Family = {
    "> zoom ?": "zoom",
    "> on utilise mailchimp": "mailchimp",
    "> t'as quelque chose contre Google Photos": "google-photos",
    "> bonjour": "help",
    "> c'est quoi la capitale du Pérou ?": "help",
    "> qui peut me remplacer mardi ?": "help",
    "> sondage de dates": "need:date-poll",
    "> merci !": "silent",
}


@pytest.mark.parametrize(
    ("text", "understood"),
    cases(PLAIN, NOUN_PHRASES, PLACES, CORRECTED, ORDINARY, NEEDS, UNKNOWN, PHONETIC, ASK, KEPT_OR_GONE, ADDRESSED),
)
def test_a_question_is_understood(text: str, understood: str) -> None:
    assert heard(text) == understood


@pytest.mark.parametrize("text", CHATTER)
def test_chatter_is_left_alone(text: str) -> None:
    assert heard(text) == "silent"


@pytest.mark.parametrize("text", [*PLAIN, *NOUN_PHRASES, *PLACES, *NEEDS])
def test_what_is_asked_in_french_is_answered_in_french(text: str) -> None:
    assert language_heard(text, "en") == "fr"
