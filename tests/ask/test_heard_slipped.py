"""Names, words of asking and words for a need with a slip of the finger in them, and texting by ear."""

import pytest

from tests.ask.families import Family, cases, heard, language_heard

IN_PIECES_WITH_A_SLIP: Family = {
    "> drop bxo plein !!! autre chose de moins cher ?": "dropbox",
    "> type from alternative": "typeform",
    "un any deks libre, vous connaissez ?": "anydesk",
    "par quoi remplacer i love pfd ?": "ilovepdf",
    "> le one ntoe du bureau, à remplacer svp": "onenote",
    "alternative a link tre svp ? le notre affiche de la pub": "linktree",
    "alternative to mail chump?? too pricey for 800 contacts": "mailchimp",
    "meet upp wants 200 dollars a year!! what can replace it": "meetup",
    "> hello aso, il faut en partir ou pas ?": "keep:helloasso",
}
BESIDE_THE_MAKER: Family = {
    "> Remplcaer micorsoft tems": "microsoft-teams",
    "remplacer microsoft egde par quoi ?": "edge",
    "> google ohotos, autre chose ?": "google-photos",
    "googl forms got too pricey. Any alternatives?": "google-forms",
    "my maps de googel, une alternative ?": "google-my-maps",
    "instagran live is too expensive, what else?": "instagram-live",
    "> sondages whatapp, une alternative ?": "whatsapp-polls",
}
SHORT_NAMES: Family = {
    "anyone got a replacement for lomm?": "loom",
    "an alternitive to zoon?": "zoom",
    "> mior alternative": "miro",
    "> asna on remplace par quoi": "asana",
    "zappeir, un équivalent qu'on heberge nous memes ?": "zapier",
    "une alternative à chnage.org ?": "change-org",
    "> mondya.com c'est cher, qu'est ce qui fait pareil": "monday",
    "> deeezre, je le quitte ?": "keep:deezer",
    "any alternative to apotify?": "spotify",
}
WORDS_OF_ASKING: Family = {
    "par qioi remplacer teams": "microsoft-teams",
    "quoi à la plaec de trello ?": "trello",
    "what could we use in plaec of Meetup?": "meetup",
    "autte chose que ticktick pour mes listes ?": "ticktick",
    "what reolaces padlet?": "padlet",
    "wots the open source vershun of foto shop guys": "photoshop",
    "is there an alternative 2 zoom": "zoom",
}
WORDS_FOR_A_NEED: Family = {
    "vous connaissez un loigciel de montge vidéo libre ?": "need:video-editing",
    "> trouevr une date pr le conseil d'admin, koi comme outil ?": "need:date-poll",
    "> envoyer un gors fichier à l'imprimeur, comment je fais": "need:big-files",
    "> somthing for a shared calender": "need:calendar",
    "is there a free app 4 splittin the bills on our trip?": "need:cost-sharing",
    "> formulaire dinscription libre": "need:forms",
}
BY_EAR: Family = {
    "> kanvuh but free pls x": "canva",
    "> on é perdu dans nauchone. plus simple svp": "notion",
    "kelk1 a un ékivalan de gougueule slaïdze ?": "google-slides",
    "> pype drive costs mor than r van. wot else": "pipedrive",
    "is ther an alternative 2 spotty fie that pays bands propaly": "spotify",
    "foto pi, un ékivalan libre ?": "photopea",
    "> remplacé zoume é éksel": "excel zoom",
}
NO_TOOL = (
    "par quoi remplacer la sague dans la farce, j'ai que du thym",
    "c'est quoi notre plan b ? une alternative dans la sallle ?",
    "on a mis les documennts dans le bureau, tu peux les prendre ?",
    "quel teemps fera-t-il demain à Nantes ?",
    "j'ai posé le gors carton dans l'entrée",
)


@pytest.mark.parametrize(
    ("text", "understood"),
    cases(
        IN_PIECES_WITH_A_SLIP,
        BESIDE_THE_MAKER,
        SHORT_NAMES,
        WORDS_OF_ASKING,
        WORDS_FOR_A_NEED,
        BY_EAR,
    ),
)
def test_a_question_is_understood(text: str, understood: str) -> None:
    assert heard(text) == understood


@pytest.mark.parametrize("text", NO_TOOL)
def test_everyday_words_with_a_slip_are_no_tools(text: str) -> None:
    assert heard(text) in {"silent", "unknown:"}


@pytest.mark.parametrize(
    ("text", "room", "language"),
    [
        ("> conflunce → ?", "fr", "fr"),
        ("> conflunce → ?", "en", "en"),
        ("> to doist swap", "fr", "en"),
        ("> hoot sweet, cheeper", "fr", "en"),
        ("> notoin gratuti", "en", "fr"),
    ],
)
def test_a_short_line_is_answered_in_its_language(text: str, room: str, language: str) -> None:
    assert language_heard(text, "fr" if room == "fr" else "en") == language
