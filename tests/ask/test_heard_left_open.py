"""Another tool is asked for in a few words of its own; new tools; help with a tool, which is no question."""

import pytest

from tests.ask.families import Family, cases, heard

LEFT_OPEN: Family = {
    "Doodle est plein de pub. Quoi de plus sobre pour le club ?": "doodle",
    "Mural coûte un bras. Quel autre tableau blanc vous prenez ?": "mural",
    "Slack hides our old messages. A kinder option, anyone?": "slack",
    "We've outgrown Mailchimp's free plan. Next stop?": "mailchimp",
    "Trello is too small for us now. What else lets us see who does what?": "trello",
    "Est-ce raisonnable de garder Dropbox pour les dossiers sociaux, et sinon que prendre ?": "dropbox",
    "Is it sensible to keep WhatsApp for the youth group, and if not, what's best?": "whatsapp",
    "Canva ou pas Canva ? Et sinon quoi ?": "canva",
    "La MJC a quitté Slack. Quelqu'un sait ce qu'ils utilisent maintenant ?": "slack",
    "Zoom nous demande 150 € par an. C'est quoi l'outil libre que tout le monde prend ?": "zoom",
    "On parle de libre… et pour Canva, c'est lequel ?": "canva",
    "Just seen the Zoom invoice. What do you use to see each other?": "zoom",
    "what goes on our site once Typeform is gone?": "typeform",
    "Facebook nous saoule, vous postez où ?": "facebook",
    "Nos jeunes trouvent GIMP moche. Quoi de plus joli ?": "keep:gimp",
    "We can't get on with LibreOffice. Is there another free thing?": "keep:libreoffice",
}
KEEP_OR_CHANGE: Family = {
    "Jitsi coupe tout le temps. On change ou on insiste ?": "keep:jitsi-meet",
    "Is Firefox still good, or should we switch?": "keep:firefox",
    "La licence InDesign tombe en mars. On la reprend, ou un logiciel libre ferait l'affaire ?": "indesign",
    "Is it worth paying for Zoom?": "zoom",
    "Vaut-il la peine de payer Canva Pro ?": "canva",
}
IN_NO_CATALOGUE: Family = {
    "Avira nous harcèle de pop-ups. Par quoi on le remplace ?": "unknown:Avira",
    "ClubManager coûte 40 € par mois. Vous gérez ça avec quoi ?": "unknown:ClubManager",
    "L'orchestre écrit ses partitions sous Sibelius. Y a-t-il un logiciel libre ?": "unknown:Sibelius",
    "McAfee wants ninety pounds. What do you use instead?": "unknown:McAfee",
}
CHATTER = (
    "On fait le Zoom samedi. On garde la salle ou on change ?",
    "Is it worth paying for the hall?",
    "Les fichiers de Bénédicte sont perdus. Quelqu'un a mieux ?",
    "On était en visio Zoom. Quoi de plus beau qu'un coucher de soleil ?",
    "Rendez-vous sur Zoom. Quel autre jour vous prenez ?",
    "On a deux Doodle, c'est lequel le bon ?",
    "Next stop, Brighton! Who has the Zoom link?",
    "We live in Hove. Anyone found a free room?",
    "Le livre de Sagan coûte 12 €. Vous lisez quoi ?",
    "What else is on the Trello board?",
    "Marie dépend de Lyon. Où se tourner pour les assurances ?",
    "Should we be getting out the chairs before the Zoom, and if so, which ones?",
    "How do you replace a colour in Krita without redoing every page?",
    "Do I need to leave Facebook logged in on the office laptop?",
    "Par quoi on commence la réunion Zoom, le budget ou les projets ?",
)


@pytest.mark.parametrize(("text", "understood"), cases(LEFT_OPEN, KEEP_OR_CHANGE, IN_NO_CATALOGUE))
def test_what_is_left_open_is_heard(text: str, understood: str) -> None:
    assert heard(text) == understood


@pytest.mark.parametrize("text", CHATTER)
def test_what_asks_for_no_tool_is_left_alone(text: str) -> None:
    assert heard(text) == "silent"
