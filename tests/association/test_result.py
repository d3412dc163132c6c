"""Where the association stands, in a few sentences."""

import datetime

import pytest

from bot.association import result, why
from bot.association.score import Score, score
from bot.association.standing import Answer, Moment, Standing, uses_of
from bot.association.storage import Tool
from bot.conversation import Language
from bot.wording import Document, Paragraph, render
from tests.catalog.small import LOCK_IN, alternative, catalogue, giant, need, product

NOW = int(datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC).timestamp() * 1000)
DAY = 24 * 60 * 60 * 1000
FREE_DATA = LOCK_IN | {"data": 0, "ads": True}

WHOLE = catalogue(
    product("Gmail", needs="email", use="mailo", effort="season", lock_in=FREE_DATA),
    product("Doodle", needs="date-poll", use="framadate", owner={"name": "Doodle AG"}, effort="evening"),
    product("PayPal", needs="payment", owner={"name": "PayPal"}, answer="no-equivalent", hint={"fr": "x", "en": "x"}),
    alternative("Mailo", needs="email", licence="not-free"),
    alternative("Framadate", needs="date-poll"),
    alternative("Nextcloud", needs="files"),
    need("email", "courriel", "e-mail", weight=3),
    need("files", "fichiers", "files", weight=3),
    need("date-poll", "sondage de dates", "date poll"),
    need("payment", "paiement", "payment"),
    giant("Google"),
)


def using(*pairs: tuple[str, str | None], before: Score | None = None, days_ago: int = 0) -> Standing:
    """An association that serves each need by a tool (None: it is not known by which)."""
    answers: dict[str, Answer] = {}
    for need_id, tool in pairs:
        known = Answer("used", (Tool(tool, tool.title(), True),)) if tool else Answer("unknown")
        answers[need_id] = known
    uses = uses_of(answers, WHOLE)
    return Standing(tuple(uses), score(uses), (Moment(NOW - days_ago * DAY, before),) if before else ())


def said(stands: Standing, language: Language = "fr") -> list[str]:
    lines = result.lines(stands, WHOLE, language, NOW, "Europe/Paris")
    return [_plain(Document(language, (Paragraph(line),))) for line in lines]


def _plain(document: Document) -> str:
    return render(document).body.replace("\u00a0", " ").replace("\u202f", " ")


MIXED = using(("email", "gmail"), ("files", "nextcloud"), ("date-poll", "doodle"))


def test_the_score_what_weighs_most_and_what_is_easiest() -> None:
    assert said(MIXED) == [
        "Dépendance aux outils numériques : 40 sur 100. L’essentiel est entre vos mains.",
        "Le plus lourd : courriel (Gmail), 34 points. Le plus simple à alléger ce mois-ci : sondage de dates.",
        "« pourquoi 40 ? » · « progrès » pour l’image · « rapport » pour l’assemblée générale",
    ]


def test_the_score_before_is_said_with_its_month() -> None:
    before = using(("email", "gmail")).score
    stands = Standing(MIXED.uses, MIXED.score, (Moment(NOW - 250 * DAY, before),))
    assert said(stands)[0].startswith("Dépendance aux outils numériques : 40 sur 100 (85 en mars).")
    assert (
        said(stands, "en")[0]
        == "Dependence on digital tools: 40 out of 100 (85 in March). Most of it is in your hands."
    )


@pytest.mark.parametrize(
    ("days_ago", "when"), [(3, "le 21 novembre"), (100, "en août"), (400, "en octobre 2025"), (0, None)]
)
def test_how_long_ago_is_said_as_people_say_it(days_ago: int, when: str | None) -> None:
    stands = Standing(MIXED.uses, MIXED.score, (Moment(NOW - days_ago * DAY, using(("email", "gmail")).score),))
    headline = said(stands)[0]
    assert (f"(85 {when})" in headline) if when else ("(" not in headline)


def test_a_part_that_is_not_known_makes_an_interval() -> None:
    stands = using(("email", "gmail"), ("files", "nextcloud"), ("date-poll", None))
    assert said(stands)[1].startswith("Nous connaissons 86 % de ce qui compte : le vrai chiffre est entre 36 et ")


def test_too_little_known_gets_no_number_and_a_next_step() -> None:
    assert said(using(("email", None), ("files", "nextcloud"), ("date-poll", None))) == [
        "C’est un début. Nous connaissons 43 % de ce qui compte, trop peu pour un chiffre honnête :"
        " entre 0 et 57 sur 100.",
        "Prochain pas : demander autour de vous ce qui sert pour : courriel, sondage de dates.",
        "Puis dites-le-moi (« on utilise Nextcloud pour les fichiers »), ou « quiz ».",
    ]


def test_nothing_known_leads_to_the_quiz() -> None:
    assert said(using())[0].startswith("Je ne sais pas encore ce que vous utilisez.")


def test_where_all_is_free_nothing_weighs() -> None:
    assert said(using(("files", "nextcloud")))[:2] == [
        "Dépendance aux outils numériques : 0 sur 100. Vous tenez vos outils.",
        "Rien ne pèse.",
    ]


def test_what_has_no_equivalent_is_never_the_easiest() -> None:
    stands = using(("payment", "paypal"))
    assert stands.score is not None
    assert result.easiest(stands.score, WHOLE) is None


def test_why_has_the_points_of_each_need() -> None:
    assert _plain(why.overview(MIXED, WHOLE, "fr")) == (
        "D’où viennent ces 40 points\n"
        "• courriel : 34 points · Gmail (Google) (28 de l’outil, 6 d’exposition)\n"
        "• sondage de dates : 6 points · Doodle (5 de l’outil, 1 d’exposition)\n\n"
        "Sans aucun point : fichiers.\n\n"
        "Vu de trois côtés, sur 100 : technique 66 (partir est difficile), économique 39 (peu de mains, publicité),"
        " culturel 0 (un compte imposé).\n\n"
        "« pourquoi courriel » donne le détail et ses sources ; « pourquoi calcul », la formule."
    )


def test_why_goes_down_to_the_criteria_and_their_source() -> None:
    assert _plain(why.detail(MIXED, "email", WHOLE, "en")) == (
        "e-mail: 34 points. Weighs 3 of 7 in what the association does.\n\n"
        "Gmail (Google): 28 for the tool itself, 6 for exposure (the same owner holds 75% of what is not free)."
        " It belongs to a giant: counted in full.\n"
        "• getting the data out: yes\n• leaving without starting over: partly\n• open formats and protocols: no\n"
        "• choosing who runs it: no\n• having a say in decisions: no\n\n"
        "Source: Page du projet, 10/2026"
    )


def test_without_any_point_why_says_so() -> None:
    assert _plain(why.overview(using(("files", "nextcloud")), WHOLE, "fr")).startswith("Aucun point : rien")


def test_whole_points_add_up() -> None:
    assert why.rounded({"a": 1.4, "b": 1.4, "c": 0.2}) == {"a": 2, "b": 1, "c": 0}
    assert why.rounded({}) == {}
