"""Questions to everybody beside a tool, in whatever words, and the chatter that is most like them."""

import pytest

from tests.ask.families import Family, cases, heard

WHAT_OTHERS_DO: Family = {
    "Miro nous limite à trois tableaux. Comment font les autres ?": "miro",
    "OneDrive nous a perdu des dossiers. Plus jamais. Vous stockez où, vous ?": "onedrive",
    "LastPass s'est encore fait pirater… on range nos mots de passe où, sérieusement ?": "lastpass",
    "Kahoot trop cher pour l'école. Les profs, vous avez quoi ?": "kahoot",
    "Google Analytics pose souci avec la CNIL. Vous mesurez comment les visites ?": "google-analytics",
    "On fait le journal sous InDesign, la licence saute en mars. Quoi prendre ?": "indesign",
    "We have outgrown Dropbox. Where do other charities keep their files?": "dropbox",
    "Eventbrite's fees eat our bar takings. How are you all selling tickets?": "eventbrite",
    "PayPal froze our donations, who do you use?": "paypal",
    "I'd rather not pay for Trello. What would a small team use?": "trello",
    "Google Forms is out for health data, says the council. What do you folks do?": "google-forms",
}
WHO_HAS_ANOTHER: Family = {
    "Personne n'a mieux que Doodle ?": "doodle",
    "Mes pense-bêtes sont tous dans Google Keep. Vous en connaissez un autre, sans Google ?": "google-keep",
    "padlet : 3 murs max en gratuit, quelqu'un a un mur de post-it du même genre mais libre ?": "padlet",
    "Kahoot, ya pas plus simple et gratuit ?": "kahoot",
    "Notion, tout est chez eux. Y'a moyen d'avoir la même chose chez nous ?": "notion",
    "Canva locked our brand kit behind Pro. Is there a fairer one?": "canva",
    "SurveyMonkey only shows 25 answers. There must be something without that cap?": "surveymonkey",
    "LinkedIn sans Microsoft, ça existe ?": "linkedin",
    "Trello but ours?": "trello",
    "vidéo de l'AG hors YouTube ?": "youtube",
    "partager des dossiers sans Google Drive, vous savez faire ?": "google-drive",
}
WHO_LEFT: Family = {
    "Est-ce que quelqu'un ici a déjà remplacé Slack ?": "slack",
    "Quelqu'un a-t-il réussi à se passer de Photoshop pour le programme ? Avec quoi ?": "photoshop",
    "Ceux qui sont partis de Discord, contents ? C'est quoi votre nouveau coin ?": "discord",
    "On hésite à lâcher Trello. Des retours d'expérience ?": "trello",
    "Squarespace a augmenté, quelqu'un a migré ?": "squarespace",
    "Anyone moved off Dropbox lately? We need about 200 GB, somewhere in Europe. Any names?": "dropbox",
    "Who has got their parents' group off WhatsApp, and how?": "whatsapp",
    "Thinking of leaving Mailchimp. Any experiences?": "mailchimp",
}
INDIRECT: Family = {
    "Je me demande ce qu'on pourrait prendre à la place de Zoom.": "zoom",
    "je me demandais si quelqu'un avait réussi à se passer de Zoom": "zoom",
    "Je relaie la question de Nadia : « existe-t-il une alternative à ChatGPT ? »": "chatgpt",
    'Forwarding from our treasurer: "what can we use in place of Eventbrite?"': "eventbrite",
    "Does anyone know what people use now that Slack hides our history?": "slack",
    "La mairie ne veut plus de Google Forms. Vous utilisez quoi, vous ?": "google-forms",
    "Looking for an open source kanban board": "need:kanban",
}
CLOSED_DOWN: Family = {
    "Jamboard a fermé. Un tableau blanc pour nos ateliers ?": "gone:google-jamboard",
    "Qu'est devenu Skype ?": "gone:skype",
    "C'est quoi le nouveau Skype ?": "gone:skype",
    "Pocket is shutting down, where should our reading list go?": "gone:pocket",
}
CHATTER = (
    "Le Zoom de jeudi est complet, on fait quoi pour les autres ?",
    "La réunion Zoom est trop tard pour moi, vous faites comment avec les enfants ?",
    "Le doc est sur Google Docs. Quelqu'un a une autre idée de titre ?",
    "On a 40 € sur PayPal, on prend quoi comme boissons ?",
    "Le Doodle est plein, on choisit quelle date ?",
    "D'après le Doodle c'est mardi ou jeudi, vous prendriez quoi ?",
    "Leboncoin : quelqu'un a vu un autre piano ?",
    "Mailchimp a envoyé la lettre deux fois, quelqu'un d'autre l'a reçue en double ?",
    "Je n'arrive pas à me connecter à Slack, une idée ?",
    "Le traiteur a augmenté ses prix, vous prenez qui ?",
    "Tu as lu le livre sur quitter Facebook ?",
    "C'est quoi Framadate ?",
    "The panel on leaving Google was great, did anyone record it?",
    "The Trello board is full, what can we archive?",
    "Has anyone left a comment on the Google Doc?",
    "Is there a free slot on Calendly on Friday?",
    "Zoom kicked me out, what did I miss?",
    "We got £200 on GoFundMe, what should we buy?",
    "How do I leave a WhatsApp group quietly?",
    "The printer is dead, what do you use?",
)


@pytest.mark.parametrize(
    ("text", "understood"), cases(WHAT_OTHERS_DO, WHO_HAS_ANOTHER, WHO_LEFT, INDIRECT, CLOSED_DOWN)
)
def test_a_question_to_the_room_is_heard(text: str, understood: str) -> None:
    assert heard(text) == understood


@pytest.mark.parametrize("text", CHATTER)
def test_chatter_beside_a_tool_is_left_alone(text: str) -> None:
    assert heard(text) == "silent"
