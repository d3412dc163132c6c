"""Whether a question is asked at all: after the tool was named, of what others use, about keeping it; and chatter."""

import pytest

from tests.ask.families import Family, cases, heard

IN_ITS_PLACE: Family = {
    "Tricount a été racheté. Qu'est-ce qu'on peut prendre à la place ?": "tricount",
    "Trello s'est mis à nous harceler. Que mettre à la place ?": "trello",
    "Slack efface nos vieux messages. Qu'utiliser à la place ?": "slack",
    "Zoom ça va, on y reste. Par contre pour Slack, qu'est-ce qu'on pourrait mettre à la place ?": "slack",
    "on ferme X et Facebook fin juin, c'est voté ✊ vous allez où à la place, vous ?": "facebook twitter-x",
    "Workplace from Meta has shut. What is your branch using in its place?": "gone:workplace-meta",
    "The trustees voted against Zoom. What did you pick in its stead?": "zoom",
}
WHAT_OTHERS_CHOSE: Family = {
    "Mailchimp a encore augmenté. Vous êtes partis où ?": "mailchimp",
    "On doit remplacer asana et slack avant septembre. Vous conseilleriez quoi ?": "asana slack",
    "On a lâché Trello. Du coup on prend quoi ?": "trello",
    "Zoom c'est terminé en mars. Quel outil avez-vous choisi ?": "zoom",
    "So Mailchimp cut the free tier again. What are smaller charities switching to?": "mailchimp",
    "We have to replace Slack by June. What would you suggest?": "slack",
    "Our teens finally agreed to leave Discord. Which tool do you use in its place?": "discord",
    "Trello wants money now. What did you end up with?": "trello",
    "the fees on Eventbrite! what's everyone else using?": "eventbrite",
    "What do you get your contracts signed with, now that DocuSign wants €40 a month?": "docusign",
    "from Trello to… what? need your advice folks": "trello",
    "From Dropbox to something greener: what would you pick, folks?": "dropbox",
    "To those who gave up Trello: which board are you on?": "trello",
}
BY_A_THING: Family = {
    "Our counsellors use Calendly plus Zoom. Has anyone replaced both, and with what?": "calendly zoom",
    "anybody replaced Patreon with something fairer?": "patreon",
    "Trello pour l'organisation du concert, quelqu'un l'a remplacé par quoi ?": "trello",
    "Qui a remplacé Slack par un truc libre ?": "slack",
    "quelqu'un est passé de Dropbox à autre chose ?": "dropbox",
    "Anyone gone from Google Meet to Jitsi? Would you advise it?": "google-meet",
    "quelqu'un a remplacé Skello par du libre ?": "unknown:Skello",
    "Y a-t-il un logiciel libre pour remplacer Sibelius ?": "unknown:Sibelius",
    "Descript has become unaffordable, which free replacement would you take?": "unknown:Descript",
}
KEEP_OR_LEAVE: Family = {
    "does Whereby have to go too, or can we stay on it?": "keep:whereby",
    "should n8n be replaced, or is it clean?": "keep:n8n",
    "HelloAsso, on garde ou il faut changer ?": "keep:helloasso",
    "Zoom, ça vaut le coup d'en changer ?": "zoom",
    "on garde Zoom ou on cherche une alternative ?": "zoom",
}
SOMETHING_SIMPLER: Family = {
    "our volunteers hate Slack, got anything friendlier?": "slack",
    "> jsuis acro a chatgpt pr mes mails rh javoue, ta un truc + clean ?": "chatgpt",
    "Notre compta est sur Excel et ça déborde. Quelque chose de plus adapté ?": "excel",
    "I drew our chart in Lucidchart. Is there an open source program that does the same?": "lucidchart",
    "is there an open source wiki somewhere that people over 60 will use?": "need:wiki",
    "Any free and open source software to edit a video of the show?": "need:video-editing",
}
SMALL_ADS: Family = {
    "Benevole informatique cherche remplacant a AnyDesk, libre si possible": "anydesk",
    "Trésorière débutante cherche alternative à Excel": "excel",
}
APART_FROM: Family = {
    "À part Trello, il y a quoi de bien ?": "trello",
    "Quelqu'un fait ses réunions sans Zoom ?": "zoom",
    "Where do you book the artists' rooms, if not on Booking.com?": "booking",
    "Notion, ça existe en libre ?": "notion",
    "from Patreon to Liberapay, has someone done it? or would you pick another one": "patreon",
}
NOT_ITS_SUBJECT: Family = {
    "> Par quoi remplacer les chaises cassées de la salle des fêtes ?": "help",
    "> qui s'occupe du site ?": "help",
    "> where's the volunteer rota?": "help",
    "> how many volunteers came?": "help",
    "> les gobelets en plastique, on met quoi à la place ?": "help",
    "> JustGiving takes too big a cut. What could take its place?": "unknown:JustGiving",
}
CHATTER = (
    "Jean is leaving the committee in June so we shall need to replace her as chair.",
    "le public demande déjà par quoi on remplace Cyrano",
    "On joue quoi à la place de Cyrano ?",
    "Le camion de la collecte est en panne, il nous faut une solution de remplacement avant vendredi !!",
    "I asked the bot what replaces Zoom and it told me, try it",
    "j'ai demandé au bot par quoi remplacer Zoom, il répond super bien",
    "pour le chemin du moulin, y a-t-il une alternative moins raide ? mes genoux ne suivent plus",
    "Zoom is at 6pm, what do we do instead on Friday?",
    "la visio Zoom est annulée, on fait quoi à la place ?",
    "vous quittez le Zoom à quelle heure ?",
    "The Doodle is full. Which date would you pick?",
    "Trello is gone from my bookmarks, what is the link?",
    "what else is on the agenda for the Zoom?",
    "who left the Zoom open?",
    "on garde le Zoom de mardi ou on change de date ?",
    "Le traiteur est trop cher. Vous conseillez quoi ?",
    "The kettle has died. What did you replace it with?",
    "Bénévole cherche remplaçante à l'accueil",
    "Has anyone replaced the batteries?",
    "de Paris à Lyon, vous prenez quoi ?",
    "Je vais remplacer mon iPhone, si quelqu'un veut l'ancien il est à donner",
    "Alternatively we print the flyers at the town hall",
    "what could stand in for sage in the stuffing?",
    "vous avez une alternative à Flunch pour le repas de fin d'année ?",
    "quelle pièce à la place d'Antigone ?",
    "a replacement for Margaret on the till?",
    "is there an alternative to Ryanair for the trip to Cork?",
    "à part Trello, tout va bien",
    "Atelier samedi : par quoi remplacer Google ? Venez nombreux",
    "Zoom refuse de s'ouvrir, une idée ?",
    "Mailchimp refuse mon mot de passe, vous faites comment ?",
    "tu peux mettre la photo sur le Drive plutôt que sur WhatsApp ?",
    "how do we leave a Slack workspace?",
    "Zeffy is what the Canadian branch went with instead of PayPal.",
)


@pytest.mark.parametrize(
    ("text", "understood"),
    cases(
        IN_ITS_PLACE,
        WHAT_OTHERS_CHOSE,
        BY_A_THING,
        KEEP_OR_LEAVE,
        SOMETHING_SIMPLER,
        SMALL_ADS,
        APART_FROM,
        NOT_ITS_SUBJECT,
    ),
)
def test_a_question_is_heard(text: str, understood: str) -> None:
    assert heard(text) == understood


@pytest.mark.parametrize("text", CHATTER)
def test_chatter_is_left_alone(text: str) -> None:
    assert heard(text) == "silent"
