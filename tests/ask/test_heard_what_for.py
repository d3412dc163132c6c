"""What exactly is asked about: a task, one tool of several, the tool that has to go, a giant or one of its tools."""

import pytest

from tests.ask.families import Family, cases, heard

TASKS: Family = {
    "> comment envoyer une captation de 12 go à un programmateur ?": "need:big-files",
    "> transférer un dossier de 3 Go à l'imprimeur": "need:big-files",
    "> how do we send a 9 gb film to the printer": "need:big-files",
    "> rassembler plusieurs pdf en un seul": "need:pdf",
    "> où annoncer nos concours de belote sur internet ?": "need:event-publishing",
    "> une carte interactive pour situer les fontaines": "need:custom-map",
    "> une carte pour marcher sans réseau": "need:maps",
    "> une liste de diffusion pour le bureau élargi": "need:mailing-list",
    "> keep the photos of camp so that parents see them": "need:photos",
    "> how to get foster contracts signed online?": "need:e-signature",
    "> transformer un enregistrement d'AG en texte": "need:transcription",
    "> tu peux m'écrire une lettre de motivation ?": "help",
    "> can you translate this leaflet?": "help",
    "> peux-tu nous conseiller un outil pour faire des affiches ?": "need:graphic-design",
    "on a envoyé la captation de 12 go hier": "silent",
}
UNASKED_NEEDS: Family = {
    "is there an open source alternative for sending newsletters to 2000 people?": "need:newsletter",
    "is there a non-GAFAM alternative for online surveys?": "need:forms",
    "une alternative libre pour dessiner une carte mentale, ça existe ?": "need:mind-map",
    "c'est quoi le meilleur tableur libre ?": "need:spreadsheet",
    "c'est quoi le meilleur restaurant du coin ?": "silent",
    "il nous faut une solution de remplacement avant la collecte !": "silent",
}
BESIDE_WHAT_IT_DOES: Family = {
    "> our volunteers hate Slack, got anything friendlier?": "slack",
    "> OneNote c'est pratique pour les notes mais j'aimerais un truc libre, lequel ?": "onenote",
    "> I make an affiche every week in Canva, what other tool can I use in its place?": "canva",
    "on est sur Doodle, on cherche un outil libre pour les sondages de dates": "doodle",
    "> on est sur Google Workspace, vous utilisez quoi pour les sondages de dates ?": "need:date-poll",
    "> on a Nextcloud, il nous faudrait de quoi faire des visios à 30": "need:video-call",
    "> Surveymokney pour l'enquête, on voudrait du libre": "surveymonkey",
    "on fait un kahoot ou autre chose ?": "silent",
    "Teams ne s'ouvre pas, quelqu'un a une solution ?": "silent",
}
SEVERAL: Family = {
    "docusign et acrobat, quelqu'un connaît des alternatives libres aux deux ?": "adobe-acrobat docusign",
    "le pc arrive sans Excel ni Word, qu'est-ce qu'on met à la place de ces deux-là ?": "excel word",
    "> nos photos sont chez Amazon Photos et nos CR dans OneDrive, on remplace par quoi ?": "amazon-photos onedrive",
    "> we use Trello and Slack. what could take the place of those two?": "slack trello",
    "un substitut à Miro autre que Mural ?": "miro",
}
CONTRAST: Family = {
    "> we're happy with Zoom, it's Vimeo we want to replace. with what?": "vimeo",
    "on garde zoom mais teams on le remplace par quoi": "microsoft-teams",
    "> we love SharePoint don't touch it, OneDrive on the other hand has to go": "onedrive",
    "> hubspot is over the top, and no salesforce either. what's simpler?": "hubspot",
    "> libreoffice on l'a déjà, mais pour le reste de 365 on fait comment ?": "microsoft-365",
    "On ne veut pas quitter Facebook, seulement Eventbrite. Des idées de remplaçant ?": "eventbrite",
    "> pas besoin de remplacer framadate, mais google sheets oui, il y a quoi ?": "google-sheets",
    "> Gmail me convient, mais pas Google Drive, une alternative ?": "google-drive",
    "PowerPoint isn't the problem, Google Slides is. What could we use instead?": "google-slides",
    "> c'est Doodle qu'on utilise, une alternative libre ?": "doodle",
    "> trello c'est bien mais on voudrait un outil libre": "trello",
    "on garde zoom et on garde teams": "silent",
}
GIANTS: Family = {
    "Any alternatives to Microsoft for a parents' association with no budget?": "ask",
    "how does a small scout group get rid of Google?": "ask",
    "> quitter Meta, pas seulement Instagram": "ask",
    "> What can we use instead of Apple stuff?": "ask",
    "> Amazon pour acheter nos livres, ça fait tache. Ailleurs ?": "amazon-shop",
    "> Microsoft's slide thing. Something lighter please": "powerpoint",
    "la plateforme de vidéos de google, vous l'avez remplacée par quoi ?": "youtube",
    "> par quoi remplacer authenticator ?": "ask",
    "> microsoft authenticator, une alternative ?": "microsoft-authenticator",
}


@pytest.mark.parametrize(
    ("text", "understood"), cases(TASKS, UNASKED_NEEDS, BESIDE_WHAT_IT_DOES, SEVERAL, CONTRAST, GIANTS)
)
def test_what_is_asked_about(text: str, understood: str) -> None:
    assert heard(text) == understood
