"""Questions asked in passing, without any of the usual words, and chatter that has them all."""

import pytest

from tests.ask.families import Family, cases, heard

IN_FRENCH: Family = {
    "quelqu'un a testé autre chose que Canva pour les flyers ?": "canva",
    "ya moyen de se passer de google forms pour les inscriptions du stage ?": "google-forms",
    "notre formulaire framaforms marche bien mais pour excel vous avez une piste ?": "excel",
    "vous faites comment sans Facebook pour prévenir les gens ?": "facebook",
    "on nous oblige à passer par Teams, y a-t-il plus libre ?": "microsoft-teams",
    "le stagiaire a tout mis sur Trello, comment on récupère ça ailleurs ?": "trello",
    "du coup pour remplacer Slack vous partiriez sur quoi ?": "slack",
    "SumUp prend 1,75 %, quelqu'un paie moins cher ailleurs ?": "sumup",
    "avant de payer Zoom Pro un an de plus, vous connaissez autre chose ?": "zoom",
    "mon prédécesseur jurait par Evernote, moi non, des idées pour changer ?": "evernote",
    "qui connaît un équivalent français de Calendly ?": "calendly",
    "ça existe un Airbnb associatif ?": "airbnb",
    "une plateforme type HelloAsso mais libre ?": "keep:helloasso",
    "quel navigateur à la place de Chrome ?": "chrome",
    "quel moteur de recherche à la place de google ?": "google-search",
    "quelle boîte mail à la place de gmail ?": "gmail",
    "quelle messagerie plutôt que WhatsApp ?": "whatsapp",
    "Adobe Reader ne se lance plus, on installe quoi ?": "adobe-acrobat",
    "Windows 10 c'est fini en octobre, on met quoi sur les PC ?": "windows",
    "le Google Agenda partagé bugue tout le temps, marre, une solution ?": "google-calendar",
    "il nous faut remplacer d'urgence notre compte Mailchimp, suspendu, une piste svp ?": "mailchimp",
    "où héberger nos vidéos si on quitte YouTube ?": "youtube",
    "où mettre nos photos ailleurs que sur Google Photos ?": "google-photos",
    "comment faire nos visios sans zoom ni teams ?": "need:video-call",
    "faire un flyer sans Canva, possible ?": "canva",
    "peut-on vivre sans Google ?": "ask",
    "The school insists on Google Classroom; is there a libre option?": "google-classroom",
    "Not fond of Zoom, what do you folks run meetings on?": "zoom",
    "which browser should we put on the library PCs instead of Chrome": "chrome",
    "une alternative à insta et fb pour l'asso svp": "facebook instagram",
    "remplacer gdoc/gsheet par ?": "google-docs google-sheets",
    "alternative à OneDrive/SharePoint ?": "onedrive sharepoint",
    "c'est quoi déjà l'alternative à zoom que vous utilisez ?": "zoom",
}
IN_ENGLISH: Family = {
    "has anybody moved off Eventbrite, and to what?": "eventbrite",
    "Trello's free plan got worse, where should a small club go?": "trello",
    "Anything like Notion that we can host ourselves?": "notion",
    "Which tool instead of SurveyMonkey?": "surveymonkey",
    "Google Drive is full again. Options?": "google-drive",
    "do you know a good free Photoshop?": "photoshop",
    "what's the open equivalent of Spotify": "spotify",
    "can we ditch Slack and still chat with the other branches?": "slack",
    "We've outgrown Excel for memberships. What's next?": "excel",
    "who's got a good substitute for Doodle?": "doodle",
    "any recs to replace Wix?": "wix",
    "our Mailchimp bill is silly. Recommendations?": "mailchimp",
    "is Signal any good instead of WhatsApp?": "whatsapp",
    "I'm looking for a Canva replacement that my gran could use": "canva",
    "hosting a livestream without YouTube, doable?": "youtube",
}
ADDRESSED: Family = {
    "> j'ai un doute entre garder doodle et prendre autre chose": "doodle",
    "> supprimer notre compte facebook": "facebook",
    "> les alternatives à whatsapp": "whatsapp",
    "> c'est quoi mieux que zoom": "zoom",
    "> on fait la compta sur excel, c'est grave ?": "excel",
    "> paypal pour les dons, ça craint ?": "paypal",
    "> need something for our rota": "need:volunteers",
    "> qui es-tu ?": "help",
    "> peux-tu me remplacer samedi ?": "help",
    "> quel est le meilleur vin ?": "help",
    "> combien de membres avons-nous ?": "help",
    "> ok": "silent",
    "> super merci beaucoup": "silent",
}
CHATTER = (
    "remplacer le vidéoprojecteur ou passer au zoom ?",
    "Léa quitte l'asso, qui reprend le Facebook ?",
    "on a besoin de quelqu'un pour animer le zoom à ma place",
    "ma collègue m'a demandé par quoi remplacer Excel, j'ai ri",
    "ça y est, on a trouvé par quoi remplacer Slack !",
    "si on remplace Sam par Jo au poste 4 ça marche ?",
    "quitter la salle avant 23h svp",
    "passer de 3 à 4 équipes, faisable ?",
    "changer de salle pour le zoom ?",
    "autre chose à l'ordre du jour que le drive ?",
    "vous avez une meilleure idée que le loto ?",
    "y'a mieux que samedi pour le zoom ?",
    "on fait un kahoot ou autre chose ?",
    "plutôt que le drive, envoie par mail stp",
    "can someone swap shifts with me on the Doodle?",
    "instead of Zoom let's meet in the pub tonight",
    "is there an alternative date for the Zoom call?",
    "we need a replacement for Jo, who ran the Slack",
    "leave the Google Doc open please",
    "can I drop the file in Slack?",
    "which is better for Friday, Zoom or in person?",
    "he quit Facebook, lucky him",
    "who wants to take over the newsletter?",
    "could you move the files from the Drive to my USB stick?",
    "how do I switch off notifications in WhatsApp?",
    "don't leave the WhatsApp group yet please",
)


@pytest.mark.parametrize(("text", "understood"), cases(IN_FRENCH, IN_ENGLISH, ADDRESSED))
def test_a_question_is_understood(text: str, understood: str) -> None:
    assert heard(text) == understood


@pytest.mark.parametrize("text", CHATTER)
def test_chatter_is_left_alone(text: str) -> None:
    assert heard(text) == "silent"
