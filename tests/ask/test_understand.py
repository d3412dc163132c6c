"""What a person types, and what is understood."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ask.understand import understand
from bot.ask.understanding import Outcome, Understanding
from bot.catalog.fold import READ_HEAD, READ_TAIL, read
from tests.ask.tools import NAMES


def heard(text: str) -> Understanding:
    return understand(text, NAMES)


def told(text: str) -> Understanding:
    return understand(text, NAMES, addressed=True)


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("par quoi remplacer google drive ?", "google-drive"),
        ("what replaces Zoom?", "zoom"),
        ("une alternative à Doodle stp", "doodle"),
        ("qqch à la place de WhatsApp ?", "whatsapp"),
        ("kelke chose a la place de doodle", "doodle"),
        ("on voudrait quitter Facebook, des idées ?", "facebook"),
        ("we need to get rid of Dropbox", "dropbox"),
        ("y a-t-il mieux que Doodle ?", "doodle"),
        ("anything better than Doodle?", "doodle"),
        ("un doodle libre ça existe ?", "doodle"),
        ("vous connaissez un truc comme doodle mais libre ?", "doodle"),
        ("comment se passer de WhatsApp ?", "whatsapp"),
        ("remplacer zoom par quoi", "zoom"),
        ("Zoom : des alternatives ?", "zoom"),
        ("zoom alternative?", "zoom"),
        ("On utilise Doodle pour les dates. Vous connaissez une alternative ?", "doodle"),
        ("Zoom coûte trop cher. Par quoi on peut le remplacer ?", "zoom"),
        ("remplacer zoom, doodle et google drive ?", "zoom doodle google-drive"),
        ("remplacer zoom + doodle ?", "zoom doodle"),
        ("le traitement de texte de chez Microsoft, on le remplace par quoi ?", "word"),
        ("par quoi remplacer maps, celui de google je veux dire ?", "google-maps"),
        ("autre chose que google pour les mails ?", "gmail"),
        ("une alternative à https://www.doodle.com/abc ?", "doodle"),
        ("par quoi remplacer zоοm ?", "zoom"),
        ("ＰＡＲ ＱＵＯＩ remplacer Ｄｏｏｄｌｅ ？", "doodle"),
        ("altenative a dropbox ?", "dropbox"),
        ("par quoi remplacer Word ?", "word"),
        ("une alternative à teams ?", "microsoft-teams"),
        ("par quoi remplacer cette saleté de Teams ?", "microsoft-teams"),
        ("peut-on faire ça sans Doodle ?", "doodle"),
        ("Doodle devient payant, des solutions ?", "doodle"),
        ("Dropbox mais en libre ça existe ?", "dropbox"),
        ("can we move our folders off Dropbox?", "dropbox"),
        ("une alternative svp à : Doodle, Dropbox ?", "doodle dropbox"),
        ("sinon pour Doodle vous connaissez un truc libre ?", "doodle"),
    ],
)
def test_a_question_about_replacing_a_tool_is_answered_unasked(text: str, products: str) -> None:
    understood = heard(text)
    assert (understood.outcome, " ".join(understood.products)) == (Outcome.ANSWER, products)


@pytest.mark.parametrize(
    "text",
    [
        "I put the minutes on Google Drive",
        "j’ai mis le CR sur le drive",
        "on se retrouve sur zoom à 18 h ?",
        "quelqu'un a le lien zoom ?",
        "can you replace the Zoom link in the email?",
        "qui me remplace à l’accueil samedi ?",
        "qui peut remplacer Marie à la buvette ?",
        "who can replace me on Zoom tonight?",
        "tu peux me remplacer sur le zoom de samedi ?",
        "par quoi remplacer la chaudière ?",
        "what can replace eggs in the cake?",
        "une alternative à l’avion pour aller au congrès ?",
        "remplacer la notion de bénévolat dans les statuts ?",
        "replace the teams for saturday?",
        "Paul cherche une alternative à Zoom",
        "Ma soeur veut quitter Facebook",
        "on a trouvé une alternative à Zoom",
        "on a remplacé Zoom par Jitsi",
        "he left Facebook last year",
        "je quitte le groupe WhatsApp, bonne continuation",
        "qui anime l'atelier alternatives à Google samedi ?",
        "on garde Zoom",
        "On n'a pas besoin de remplacer Zoom",
        "marre de zoom",
        "Dégooglisons Internet c'est une super campagne",
        "on cherche une salle pour l'AG",
        "Doodle est trop cher ?",
        "Framadate remplace très bien Doodle",
        "le prof a remplacé Word par LibreOffice",
        "je cherche un remplaçant pour Paul samedi",
        "looking for a replacement goalkeeper",
        "let's switch to Zoom, the room is taken",
        "quelqu'un connaît un site pour jouer aux échecs ?",
        "il faut un outil pour démonter le vélo",
        "> par quoi remplacer Zoom ?\nmoi non plus",
        "",
        "?",
        "🙂",
    ],
)
def test_chatter_is_left_alone(text: str) -> None:
    assert heard(text).outcome is Outcome.SILENT


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("on cherche un truc pour faire des sondages de dates", "date-poll"),
        ("quel outil pour partager des fichiers ?", "file-storage"),
        ("any free tool for surveys?", "forms"),
        ("vous utilisez quoi pour la visio ?", "video-call"),
        ("une visio gratuite sauf zoom ?", "video-call"),
        ("quelqu'un connaît un logiciel libre de traitement de texte ?", "office-suite"),
    ],
)
def test_a_need_without_a_product_is_answered(text: str, need: str) -> None:
    understood = heard(text)
    assert (understood.outcome, understood.products, understood.needs) == (Outcome.ANSWER, (), (need,))


def test_a_need_beside_a_product_narrows_the_answer() -> None:
    assert heard("une alternative à Microsoft 365 pour partager des fichiers ?").needs == ("file-storage",)


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("on garde Zoom mais par quoi remplacer Doodle ?", ("doodle",)),
        ("par quoi remplacer Dropbox, mais pas Google Drive ?", ("dropbox",)),
        ("on voudrait passer de Zoom à Microsoft Teams, des idées ?", ("zoom",)),
        ("par autre chose que Zoom ?", ("zoom",)),
    ],
)
def test_direction_and_negation_decide_what_is_to_be_left(text: str, products: tuple[str, ...]) -> None:
    assert heard(text).products == products


def test_somebody_who_would_leave_a_free_tool_for_a_giant_is_told_to_keep_it() -> None:
    for text, kept in (
        ("passer de Zourit à Microsoft 365 ?", "zourit"),
        ("remplacer Jitsi Meet par Zoom ?", "jitsi-meet"),
    ):
        understood = heard(text)
        assert (understood.outcome, [ref.id for ref in understood.kept], understood.products) == (
            Outcome.KEEP,
            [kept],
            (),
        )


def test_where_a_person_already_heads_is_remembered() -> None:
    assert [ref.id for ref in heard("on pourrait remplacer zoom par BBB ?").toward] == ["bbb"]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("faut quitter helloasso ?", Outcome.KEEP),
        ("what replaces Skype?", Outcome.GONE),
        ("remplacer Canva ?", Outcome.ANSWER),
        ("on veut quitter google", Outcome.ASK),
        ("dégoogliser notre asso, par où commencer ?", Outcome.ASK),
        ("par quoi remplacer les gafam ?", Outcome.ASK),
        ("par quoi remplacer maps ?", Outcome.ASK),
        ("on cherche une messagerie", Outcome.SILENT),
        ("quel outil de messagerie ?", Outcome.ASK),
        ("par quoi remplacer Framadate ?", Outcome.KEEP),
    ],
)
def test_each_kind_of_answer(text: str, outcome: Outcome) -> None:
    assert heard(text).outcome is outcome


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("par quoi remplacer zorglub pro ?", "zorglub pro"),
        ("une alternative à l’appli Bidulix svp", "Bidulix"),
        ("alternative to ClubMaster 3000?", "ClubMaster 3000"),
        ("what could we use instead of Flumzo for the club?", "Flumzo"),
    ],
)
def test_a_tool_that_nobody_knows_is_named_as_it_was_typed(text: str, name: str) -> None:
    understood = heard(text)
    assert (understood.outcome, understood.unknown) == (Outcome.UNKNOWN, name)


def test_a_misspelt_name_is_understood_with_a_doubt() -> None:
    understood = heard("kelke chose a la place de dropbocs")
    assert (understood.products, understood.doubt) == (("dropbox",), True)
    assert heard("une alternative à dropbox ?").doubt is False


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("zoom", Outcome.ANSWER),
        ("drive ?", Outcome.ANSWER),
        ("dropbocs", Outcome.ANSWER),
        ("visio", Outcome.ANSWER),
        ("google", Outcome.ASK),
        ("c'est quoi framadate ?", Outcome.KEEP),
        ("par quoi remplacer la chaudière ?", Outcome.HELP),
        ("il fait beau", Outcome.HELP),
        ("raconte-moi une blague", Outcome.HELP),
        ("", Outcome.HELP),
        ("merci beaucoup !", Outcome.SILENT),
    ],
)
def test_addressed_it_makes_the_most_of_what_it_hears(text: str, outcome: Outcome) -> None:
    assert told(text).outcome is outcome


@pytest.mark.parametrize(
    ("text", "room", "language"),
    [
        ("par quoi remplacer zoom", "en", "fr"),
        ("what replaces zoom", "fr", "en"),
        ("zoom alternative?", "fr", "en"),
        ("zoom", "en", "en"),
        ("zoom", "fr", "fr"),
        ("alternative to zoom", "fr", "en"),
        ("alternative à zoom", "en", "fr"),
    ],
)
def test_the_question_chooses_the_language_and_then_the_room(text: str, room: str, language: str) -> None:
    assert understand(text, NAMES, addressed=True, language=room).language == language


def test_a_long_message_is_answered_for_its_one_question() -> None:
    before = "Bonjour à toutes et tous, le compte rendu de mardi est prêt, merci à Paul. " * 20
    assert heard(f"{before}\nPar quoi pourrait-on remplacer Doodle ?\nBonne semaine, Ada").products == ("doodle",)


@given(st.text(max_size=400), st.booleans())
@settings(max_examples=300)
def test_any_text_gets_an_outcome(text: str, addressed: bool) -> None:
    assert understand(text, NAMES, addressed=addressed).outcome in Outcome


_PIECES = [
    "zoom ",
    "google ",
    "remplacer ",
    "par quoi ",
    "une alternative à ",
    "a.",
    "?",
    "é",
    "qsdfgh ",
    "\n",
    "> ",
    "sauf ",
    "@",
    "ﷺ",
    "un outil ",
]


@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=4), st.booleans())
@settings(max_examples=60, deadline=None)
def test_any_sixty_four_kibibytes_get_an_outcome_from_a_bounded_reading(pieces: list[str], addressed: bool) -> None:
    text = ("".join(pieces) * 65536).encode()[:65536].decode(errors="ignore")
    # How long that takes is measured by `make bench`; here, that no more is read than its two ends.
    assert len(read(text).text) <= 2 * (READ_HEAD + READ_TAIL)
    assert understand(text, NAMES, addressed=addressed).outcome in Outcome
