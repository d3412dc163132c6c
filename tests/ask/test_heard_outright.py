"""What is asked in so many words, beside what is only told, kept, tried or left before, in both languages."""

import pytest

from tests.ask.families import Family, cases, heard

ASKED: Family = {
    "> Doodle nous lasse un peu. Par quoi on remplace Slack ?": "slack",
    "> we ditched Skype in 2020. What should replace Teams now?": "microsoft-teams",
    "> on a laissé tomber Trello pour Notion l'an dernier. Notion, faut le remplacer aussi ?": "notion",
    "> si on quitte déjà Dropbox, faut-il aussi une alternative à WeTransfer ?": "wetransfer",
    "> Asana c'est réglé. Et Zorglubix, ça se remplace par quoi ?": "unknown:Zorglubix",
    "> par quoi remplacer Canva ? Et Prezi ?": "canva prezi",
    "> je garde Gmail mais pas Google Agenda. un autre outil ?": "google-calendar",
    "> notre blog (sous WordPress) a des commentaires Disqus. Une alternative à Disqus ?": "disqus",
    "je cherche une alternative libre à Canva, Figma j'ai testé": "canva",
    "> on était sur Jimdo jusqu'en 2021, depuis c'est Wix. On part où ?": "wix",
    "> dans le pack Office on ne garde que Word et Excel, par quoi les remplacer ?": "excel word",
    "> le truc de montage de TikTok, CapCut, quoi à la place ?": "capcut",
    "> l'agenda de Microsoft, non pardon, celui de Google : quoi à la place ?": "google-calendar",
    "> par quoi remplacer Sympozium, pardon, je voulais dire Eventbrite ?": "eventbrite",
    "> Pipedrive devient cher. Dolibarr peut-il le remplacer ?": "pipedrive",
    "> our treasurer wants us off Nextcloud and onto Dropbox. Should we replace it?": "keep:nextcloud",
    "> Slack ate all my RAM. What do we replace this thing with?": "slack",
    "GroupMe is American. What's an alternative that isn't WhatsApp?": "groupme",
    "ras le bol de Teams ! par quoi on remplace cette usine à gaz ?": "microsoft-teams",
    "on ne veut pas de Change.org. Vous connaissez quoi d'autre ?": "change-org",
    "> Framadate, on le garde ou pas ?": "keep:framadate",
    "> Notability sur l'iPad, une alternative ?": "unknown:Notability",
    "> on a des vidéos YouTube incrustées sur le site, quoi d'autre ?": "youtube-embed",
    "Dropbox, façon dossier partagé, mais libre ?": "dropbox",
    "> every form on our site loads reCAPTCHA, what do we replace it with?": "recaptcha",
}
ANOTHER_NEED: Family = {
    "> OBS enregistre, PeerTube publie, mais avec quel logiciel monter une vidéo ?": "need:video-editing",
    "> on se parle par SMS, il nous faudrait un sondage de dates": "need:date-poll",
    "> on est sur Signal pour causer, mais pour partager les frais vous avez un outil libre ?": "need:cost-sharing",
    "> Galette gère nos membres, mais pour la prise de rendez-vous ?": "need:appointments",
    "> families book a slot with us: what tool should we put on the site?": "need:appointments",
    "> can I automate the welcome mail with something ethical?": "need:automation",
    "> a shared calendar that works on both Android and my iPhone": "need:calendar",
    "> drawing a mind map with the teenagers: which tool?": "need:mind-map",
}
FOR_THE_ROOM_OR_NOBODY: Family = {
    "@Hugo tu devais pas nous trouver une alternative à Slack ?": "silent",
    "Ludo, t'as changé quoi dans l'alternative à Canva ?": "silent",
    "à quoi bon quitter Instagram si tout le club y reste ?": "silent",
    "oh sure, let's all leave Facebook, and then who tells the parents?": "silent",
    "Par quoi je remplace Facebook ? Par Jeannine, elle fait le tour du quartier": "silent",
    "quelqu'un se souvient pourquoi on avait quitté Trello ?": "silent",
    "thanks for the tip about the Canva alternative": "silent",
    "I'm leaving WhatsApp tonight so please text me instead": "silent",
    "headcount for the Leaving Facebook session please": "silent",
    "on a une date alternative à celles du Doodle ?": "silent",
    "stationnement de remplacement derrière la salle, plan sur WhatsApp": "silent",
    "alternative au covoit : le car part à 13 h 15": "silent",
    "we need replacements for Biscuit and Moka": "silent",
    "anything I can use instead of slug pellets? photos on Facebook": "silent",
    "le zoom de mon Nikon est mort, je le remplace par quoi ?": "silent",
    "une alternative à la salle Prévert ? le devis est sur le Drive": "silent",
    "Priya, what do you use instead of butter in that shortbread?": "silent",
    "svp ne m'ajoutez pas sur WhatsApp, je quitte le groupe": "silent",
    "vous avez vu que Google ferme encore un service ?": "silent",
    "anything else for the agenda? the Zoom licence, the bins": "silent",
    "qui a encore une place de libre dans sa voiture ?": "silent",
    "une alternative à Yves pour tenir la caisse ?": "silent",
    "can anybody recommend some free ticketing software?": "need:ticketing",
    "Zoom fatigue is real, who's for a walk instead?": "silent",
    "what could replace the Microsoft spreadsheet for our stock list?": "excel",
    "what do you all use in stead of Google Maps?": "google-maps",
    "@room par quoi remplacer Doodle ?": "doodle",
    "quelqu'un sait par quoi on peut remplacer Slack": "slack",
    "cherche logiciel libre pour le montage vidéo": "need:video-editing",
}


@pytest.mark.parametrize(("text", "understood"), cases(ASKED, ANOTHER_NEED, FOR_THE_ROOM_OR_NOBODY))
def test_what_is_asked_outright_is_what_is_answered(text: str, understood: str) -> None:
    assert heard(text) == understood
