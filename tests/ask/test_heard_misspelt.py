"""Names that are misspelt, spelt by ear or described, wherever they stand in a sentence."""

import pytest

from tests.ask.families import Family, cases, heard, language_heard

ANYWHERE: Family = {
    "dropbx alternative anyone": "dropbox",
    "> powerpont pour l'AG, ya koi d'autre": "powerpoint",
    "> trelo c'est devenu payant, on prend quoi d'autre ?": "trello",
    "gogle calendar alternitive, anyone??": "google-calendar",
    "> padlette ?": "padlet",
    "on utilise Tricuont depuis dix ans, quelqu'un a une alternative ?": "tricount",
    "our club hates Evernotte now, what could we use instead?": "evernote",
    "> gogole c fini pour nous, on le remplace par quoi": "ask",
    "> tout est chez gogle, on aimerait en partir, comment faire": "ask",
}
IN_PIECES: Family = {
    "> any desk alternativ to help my mum remotely": "anydesk",
    "what can replace goggle classroom for 30 adults? nothing fancy": "google-classroom",
    "> microsof form pr l'enquete, vs avez otre chose ?": "microsoft-forms",
    "google transalte does strange things in Dari, what do you use in place of it?": "google-translate",
    "par quoi remplacer gogole forms": "google-forms",
    "koi a la place de gougle draïve": "google-drive",
    "on quitte google mapps par quoi ?": "google-maps",
    "> gougle analitikse, koi dautre ?": "google-analytics",
    "> on arrete tout chez micro$oft, on commence par ou": "ask",
    "microsoft timz, on le remplace par quoi ?": "microsoft-teams",
}
BY_EAR: Family = {
    "waize on remplace par quoi en voiture ?": "waze",
    "mel chimpe nous a bloqué, par quoi on peut le remplacer svp": "mailchimp",
    "> je depanne avec teamvieweur mais il me bloque, une idée ?": "teamviewer",
    "trélo pour l'organisation, quelqu'un l'a remplacé par koi ?": "trello",
    "yousing est cher, quelle alternative ?": "keep:yousign",
    "Selling tickets thru Eventbright costs us a fortune. What else is out there?": "eventbrite",
    "> dudle and calandly - is there one free thing instead of both?": "calendly doodle",
}
MISSPELT_CUES: Family = {
    "> kes ki remplace wattsap svp": "whatsapp",
    "Qui sait par koi remplacer powerpint pour la formation ?": "powerpoint",
    "c koi le remplassant libre d'acrobate ?": "adobe-acrobat",
    "quest ce qui pourrait remplacer planner de microsoft": "microsoft-planner",
    "> calendli pour les rdv, autre chose ?": "calendly",
}
MISSPELT_NEEDS: Family = {
    "vous avez une solution libre pour la billeterie ?": "need:ticketing",
    "> une carte interractive pour situer les fontaines": "need:custom-map",
    "> how to get foster contracts singed online?": "help",
    "> ou ranger les mots de pase de lasso": "need:passwords",
    "une vizio libre pour nos réunions, vous connaissez un outil ?": "need:video-call",
    "un outil de traducsion libre ?": "need:translation",
}
DESCRIBED: Family = {
    "> la messagerie de facebook, j'aimerais m'en passer": "messenger",
    "la plateforme de vidéos de google, vous l'avez remplacée par quoi ?": "youtube",
    "Is there an alternative to Google's video site for our concerts?": "youtube",
    "> Microsoft's slide thing. Something lighter please": "powerpoint",
    "our logo is an Illustrator file: which free program can replace adobe's?": "illustrator",
    "le traitement de texte de microsoft, vous l'avez remplacé par quoi ?": "word",
    "le logiciel de montage vidéo d'adobe, un équivalent libre ?": "premiere",
    "les notes de l'iphone, un équivalent libre ?": "apple-notes",
    "an alternative to Amazon's cloud?": "aws",
    "> microsoft's cloud drive ate my documents. what do i use instead": "onedrive",
    "> le truc de google pour les formulaires": "google-forms",
    "> le machin de microsoft pour les visios": "microsoft-teams",
    "> le site de vidéos de google": "youtube",
    "la visio de Cisco, on la remplace par quoi ?": "webex",
    "> les mails microsoft": "outlook-com",
    "how do we get away from Google?": "ask",
    "how does a small scout group get rid of Google?": "ask",
    "Any alternatives to Microsoft for a parents' association with no budget?": "ask",
}
USED_FOR_THE_NEED: Family = {
    "> le onenote c'est pratique pour les notes de cours mais j'aimerais un truc libre, lequel ?": "onenote",
    "> I make a poster every week in Canva, what other tool can I use?": "canva",
    "> des sondages de dates, un truc libre ?": "need:date-poll",
}
OTHER_TOOLS: Family = {
    "par quoi remplacer klassroom": "unknown:klassroom",
    "> snappa est trop cher, on prend quoi à la place ?": "unknown:snappa",
    "what could replace retable?": "unknown:retable",
    "une alternative à spendesk ?": "unknown:spendesk",
    "what could replace Infogram?": "unknown:Infogram",
    "> on veut remplacer Wimi, par quoi ?": "unknown:Wimi",
}
CHATTER = (
    "la punition de Léo, on la remplace par quoi ?",
    "le conseil parle des fibres et de la motion, tu viens ?",
    "on met les photos sur dropbx comme d'hab",
    "j'ai mis le trelo à jour, bonne soirée",
    "on fait un kahoot ou autre chose ?",
    "le remplaçant de Mme Lefort commence lundi",
    "qui peut remplacer Henri à la buvette ?",
)


@pytest.mark.parametrize(
    ("text", "understood"),
    cases(
        ANYWHERE,
        IN_PIECES,
        BY_EAR,
        MISSPELT_CUES,
        MISSPELT_NEEDS,
        DESCRIBED,
        USED_FOR_THE_NEED,
        OTHER_TOOLS,
    ),
)
def test_a_question_is_understood(text: str, understood: str) -> None:
    assert heard(text) == understood


@pytest.mark.parametrize("text", CHATTER)
def test_chatter_is_left_alone(text: str) -> None:
    assert heard(text) == "silent"


@pytest.mark.parametrize(
    ("text", "room", "language"),
    [
        ("> camtasia substitute?", "fr", "en"),
        ("any non-commercial equivalent to Linktree?", "fr", "en"),
        ("alternative a facebook mesenger ?", "en", "fr"),
        ("gogle docs, alternative libre ?", "en", "fr"),
    ],
)
def test_a_short_question_is_answered_in_its_language(text: str, room: str, language: str) -> None:
    assert language_heard(text, "fr" if room == "fr" else "en") == language
