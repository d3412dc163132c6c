"""Needs without a tool: sought or only spoken of, and which one is meant."""

import pytest

from tests.ask.families import Family, cases, heard

SPOKEN_OF: Family = {
    "> la photo de groupe, on la prend avant ou après l'apéro ?": "help",
    "> j'ai perdu ma carte de bus, ça se déclare où": "help",
    "> le vote de la loi, c'était quand déjà": "help",
    "> j'ai oublié mon mot de passe du wifi du local": "help",
    "> Note pour moi-même : racheter du café": "help",
    "> comment on enlève une tache de vin sur une nappe ?": "help",
    "> comment soigner un chat qui tousse": "help",
    "> un sondage donne le maire battu, incroyable": "help",
    "> Tu me conseilles un bon polar ? Le dernier livre m'a endormie.": "help",
    "> faut-il un permis pour tenir une buvette ?": "help",
    "> Paul a partagé les photos hier": "help",
    "> Has the mail come yet?": "help",
    "> our photo is in the local paper!": "help",
    "> note to self: never organise a jumble sale in february": "help",
    "> what a lovely photo of the team!": "help",
    "> my form has been terrible this season, three goals in ten games": "help",
    "> our newsletter went out yesterday, hurray": "help",
    "> merci pour les photos !": "help",
    "> Marie veut la photo de sa fille, tu peux lui dire ?": "help",
    "> on part à quelle heure pour la visite du site archéologique": "help",
    "> good vote everyone": "help",
}
SOUGHT: Family = {
    "> un agenda partagé svp": "need:calendar",
    "> sondage de dates ?": "need:date-poll",
    "> la compta ?": "need:accounting",
    "> les mails et l'agenda": "need:email calendar",
    "> une pétition contre l'antenne": "need:petition",
    "> les photos du camp, on les met où ?": "need:photos",
    "> notre planning des bénévoles est sur papier, comment mieux faire ?": "need:volunteers",
    "> comment savoir combien de gens lisent nos pages ?": "need:web-stats",
    "> un lojissièl pour la contabilité svp": "need:accounting",
    "> rassemblé plusieur pdéèf en un seul": "need:pdf",
    "> transcribe an interview": "need:transcription",
    "> let people book an appointment": "need:appointments",
    "> somewhere safe for our passwords": "need:passwords",
    "> how many visitors come to our site?": "need:web-stats",
    "> la vidéo fait 10 Go, comment l'envoyer ?": "need:big-files",
    "> quand quelqu'un part on perd tout, il nous faudrait un wiki": "need:wiki",
    "> mon vieux pc rame": "need:desktop-os",
    "> our paper diary is a mess, a calendar everyone can see?": "need:calendar",
    "> I must get 200 people to fill in a questionnaire": "need:forms",
    "> who hosts mailing lists?": "need:mailing-list",
    "> what do you suggest for online forms?": "need:forms",
}
WHAT_IS_DONE: Family = {
    "> mettre notre gazette sur deux colonnes": "need:page-layout",
    "> effacer le poteau derrière la mariée sur une photo": "need:photo-editing",
    "> élire notre CA à distance": "need:decision",
    "> vendre nos confitures et nos calendriers sur internet": "need:shop",
    "> vendre des photos et des livres en ligne": "need:shop",
    "> des adresses mail à notre nom": "need:email",
    "> faire une carte mentale": "need:mind-map",
    "> que chaque formulaire crée une tâche, on automatise ça avec quoi ?": "need:automation",
    "> putting subtitles under our filmed testimonies": "need:transcription",
    "> elect our board online": "need:decision",
    "> translate our website into Welsh": "need:translation",
    "> get a machine to sum up a 40-page report": "need:ai-assistant",
}
A_FREE_TOOL_FOR_THAT: Family = {
    "Tracer le plan de la future cuisine. Qui connaît un logiciel libre ?": "need:cad",
    "mettre la gazette sur deux colonnes, logiciel libre ?": "need:page-layout",
    "Our mentors follow modules from home. Does anyone know an open source platform for that?": "need:learning",
    "any free alternative to the big video platforms for our concerts?": "need:video-hosting",
    "On a rangé les photos hier. Quelqu'un connaît un bon resto libre samedi ?": "silent",
    "La réunion à distance s'est bien passée. Vous avez un outil pour dévisser la plaque ?": "silent",
    "il faut corriger les fautes du bulletin avant jeudi": "silent",
}
GIANTS: Family = {
    "> gafam ?": "ask",
    "> L'assemblée a voté la sortie des GAFAM. Par quoi on remplace tout ça ?": "ask",
    "> les géants du web, on les remplace par quoi": "ask",
    "> c'est qui les gafam au juste": "help",
}


@pytest.mark.parametrize(("text", "understood"), cases(SPOKEN_OF, SOUGHT, WHAT_IS_DONE, A_FREE_TOOL_FOR_THAT, GIANTS))
def test_a_need_is_answered_when_it_is_sought(text: str, understood: str) -> None:
    assert heard(text) == understood
