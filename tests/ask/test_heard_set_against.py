"""Tools set against one another in one message: which of them is asked about, in both languages."""

import pytest

from tests.ask.families import Family, cases, heard

CONTRAST: Family = {
    "youtube reste, vimeo s'en va : on cherche une alternative à vimeo": "vimeo",
    "C'est pas Excel que je veux remplacer, c'est Access. Des idées ?": "access",
    "it's not Slack we want to replace, it's Discord. Ideas?": "discord",
    "Ma question ne porte pas sur Insta mais sur les groupes facebook : par quoi les remplacer ?": "facebook-groups",
    "> oublie ce que j'ai dit sur paypal, c'est stripe qu'on veut changer": "stripe",
    "> replace both typeform and jotform, leave google forms out of it": "jotform typeform",
    "if not vimeo, then what should replace youtube for our talks?": "youtube",
    "Remplacer facebook non, mais messenger oui : vous prendriez quoi ?": "messenger",
    "Instagram restera. Twitter non. Une alternative ?": "twitter-x",
    "> whatsapp on garde, messenger on vire, par quoi ?": "messenger",
    "tout va bien sauf Slack, par quoi le remplacer ?": "slack",
    "> je voulais écrire à Zoom mais je pensais à teams": "microsoft-teams",
    "> by Drive I mean OneDrive, what replaces it?": "onedrive",
}
LIKED: Family = {
    "trello attendra, d'abord slack : par quoi le remplacer ?": "slack",
    "facebook ok mais instagram non, une alternative ?": "instagram",
    "nobody wants to leave Facebook, but Instagram, what could replace it?": "instagram",
    "no need to replace Excel, just Access: any ideas?": "access",
    "contrairement à Notion, Evernote est fermé, par quoi le remplacer ?": "evernote",
    "on aime bien notion mais evernote rame, alternative ?": "evernote",
    "can we replace Google Drive without leaving Gmail?": "google-drive",
    "> merci pour Gmail, et Drive ?": "google-drive",
    "others want to replace Zoom; for me it's Doodle: any idea?": "doodle",
}
REFUSED: Family = {
    "remplacer eventbrite mais pas par helloasso, les gens ont râlé": "eventbrite",
    "À part Jitsi, qui lag chez nous, qu'est-ce qui pourrait remplacer Zoom ?": "zoom",
    "quoi d'autre que Teams pour remplacer Zoom ?": "zoom",
    "an alternative to Zoom, Teams excluded": "zoom",
    "à la place de mailchimp, brevo a du sens ou il y a mieux ?": "mailchimp",
    "someone suggested Teams to replace Zoom, is there anything better?": "zoom",
    "comme Teams est trop lourd, que mettre à la place de Zoom ?": "zoom",
}
HEADED: Family = {
    "> swap slack for discord?": "slack",
    "> slack -> discord, good idea?": "slack",
    "> abandonner slack au profit de discord ?": "slack",
    "> we're migrating our docs from Google Docs to Notion, ok?": "google-docs",
    "depuis qu'on a quitté Skype on est sur Teams, par quoi le remplacer ?": "microsoft-teams",
    "we replaced Skype with Teams; now what could replace Teams?": "microsoft-teams",
    "how do I move Google Photos somewhere else?": "google-photos",
    "could Discord do Slack's job?": "slack",
    "la fédé a fini par passer de teams à jitsi, comme quoi tout arrive": "silent",
}
IN_PASSING: Family = {
    "something like Discord to replace Slack?": "slack",
    "we're on Microsoft 365 but want to replace Zoom, with what?": "zoom",
    "a Slack alternative for Windows, Mac and Android": "slack",
    "J'aimerais changer Messenger, une idée ?": "messenger",
    "On quitte Trello. J'ai regardé Notion et Asana, c'est cher. Vous prendriez quoi ?": "trello",
    "On paie Zoom. On a aussi un compte Google gratuit. Peut-on faire sans Zoom ?": "zoom",
    "nos photos sont sur google photos, on partage par whatsapp. une alternative pour les photos ?": "google-photos",
    "un truc du genre Notion pour remplacer Evernote ?": "evernote",
    "merci d'utiliser Slack et non WhatsApp pour les plannings": "silent",
    "Teams est exclu cette année, on reste sur Zoom": "silent",
    "it's not in Drive, it's in Dropbox": "silent",
}
IN_A_ROW: Family = {
    "par quoi remplacer Slack ? Et Trello ?": "slack trello",
    "what replaces both Slack and Trello?": "slack trello",
    "un seul outil pour remplacer à la fois Slack et Trello ?": "slack trello",
    "one tool to replace Slack as well as Trello?": "slack trello",
    "par quoi remplacer Gmail pour les mails et Drive pour les fichiers ?": "gmail google-drive",
    "par quoi remplacer Slack d'un côté et Trello de l'autre ?": "slack trello",
}
DESCRIBED: Family = {
    "> l'assistant vocal d'amazon, quoi d'autre ?": "alexa",
    "anything to replace the Amazon e-reader with?": "kindle",
    "alternative to the password manager built into Chrome?": "browser-passwords",
    "> la visio de microsoft": "microsoft-teams",
    "> le logiciel photo d'adobe": "photoshop",
    "> quitter google pour nos mails et l'agenda": "gmail google-calendar",
    "remplacer Outlook sur les PC du bureau, par quoi ?": "outlook-app",
    "remplacer nos adresses outlook, par quoi ?": "outlook-com",
}
GIANTS: Family = {
    "> gafam ?": "ask",
    "> les géants du web, on les remplace par qui": "ask",
    "> L'assemblée a voté la sortie des GAFAM. Par quoi on remplace tout ça ?": "ask",
    "> the tech giants, what replaces them?": "ask",
    "> on garde helloasso ?": "keep:helloasso",
    "les GAFAM, encore eux": "silent",
}


@pytest.mark.parametrize(
    ("text", "understood"),
    cases(CONTRAST, LIKED, REFUSED, HEADED, IN_PASSING, IN_A_ROW, DESCRIBED, GIANTS),
)
def test_the_tool_that_is_meant_is_the_one_that_is_answered(text: str, understood: str) -> None:
    assert heard(text) == understood
