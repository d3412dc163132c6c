"""The answers as they are read on a phone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ask.answer import answer
from bot.ask.understand import understand
from bot.ask.understanding import Topic
from bot.wording import render, voice
from tests.ask.tools import CATALOGUE, NAMES


def reply(text: str, tools: frozenset[str] = frozenset(), topic: Topic | None = None, language: str = "fr") -> str:
    understood = understand(text, NAMES, addressed=True, language=language, topic=topic)
    body = render(answer(CATALOGUE, understood, tools, topic).document).body
    return body.replace("\u00a0", " ").replace("\u202f", " ")


def topic_of(text: str) -> Topic:
    return answer(CATALOGUE, understand(text, NAMES, addressed=True)).topic


def test_a_product_is_replaced() -> None:
    assert reply("par quoi remplacer zoom ?") == (
        "Zoom → Jitsi Meet. pour essayer\n"
        "1. Jitsi Meet (Framatalk, chez Framasoft) · gratuit\n"
        "   Moins à l’aise à vingt.\n"
        "2. BBB, chez Zourit · sur devis\n"
        "   Pour essayer. Moins à l’aise à vingt.\n\n"
        "Récupérer vos données : tout exporter. Comptez une soirée.\n\n"
        "Rien ne suit.\n\n"
        "🚀 on s’y met · « détails 2 » · sources lues en octobre 2026"
    )


def test_the_same_in_english() -> None:
    assert reply("what replaces zoom?") == (
        "Zoom → Jitsi Meet. to try\n"
        "1. Jitsi Meet (Framatalk, at Framasoft) · free\n"
        "   Less at ease with twenty.\n"
        "2. BBB, at Zourit · on quotation\n"
        "   To try. Less at ease with twenty.\n\n"
        "Getting your data out: export everything. Allow an evening.\n\n"
        "Nothing comes along.\n\n"
        "🚀 let’s do it · “details 2” · sources read in October 2026"
    )


@pytest.mark.parametrize(
    ("text", "first_line"),
    [
        ("faut quitter helloasso ?", "HelloAsso, rien ne presse. Entreprise sociale française."),
        ("par quoi remplacer skype ?", "Skype a fermé en mai 2025."),
        (
            "remplacer Canva ?",
            "Canva : pas d’équivalent complet. Les modèles en deux clics n’existent pas ailleurs.",
        ),
        ("on veut quitter google", "Google, c’est large. On commence par quoi ?"),
        (
            "par quoi remplacer zorglub pro ?",
            "Je ne connais pas encore zorglub pro. C’est noté pour l’équipe du catalogue. Dites-moi à quoi il vous"
            " sert (« c’est pour les plannings ») et je cherche par besoin.",
        ),
        (
            "par quoi remplacer dropbocs ?",
            "Vous parlez de Dropbox ? (Sinon, dites « non, … ».) Dropbox → Nextcloud. pour essayer",
        ),
        ("par quoi remplacer maps ?", "Lequel est-ce ?"),
        ("quel outil de messagerie ?", "C’est pour quel usage ?"),
        ("remplacer zoom, doodle et helloasso ?", "Zoom · Doodle · HelloAsso : une piste pour chacun."),
        ("un outil pour les sondages de dates", "Sondage de dates → Framadate. Des visios dans le navigateur."),
        (
            "c’est quoi framadate ?",
            "Framadate, vous pouvez garder : des visios dans le navigateur. C’est déjà un logiciel libre.",
        ),
        ("passer de zourit à zoom ?", "Zourit, vous pouvez garder. des services libres"),
        ("quel outil pour la visio et les formulaires ?", "Une piste pour chaque besoin :"),
    ],
)
def test_the_first_line_is_the_answer(text: str, first_line: str) -> None:
    assert reply(text).split("\n")[0] == first_line


def test_an_association_with_nextcloud_hears_of_what_is_in_it() -> None:
    first, second, *_ = reply("une alternative à google forms ?", frozenset({"nextcloud"})).split("\n")
    assert first.startswith("Google Forms → Nextcloud Forms, dans votre Nextcloud. Vous l’avez déjà")
    assert second.startswith("1. Nextcloud Forms · déjà dans votre Nextcloud")


def test_which_one_is_a_numbered_list() -> None:
    assert reply("google").split("\n")[1:4] == [
        "1. Google Drive (fichiers partagés)",
        "2. Gmail (courriel)",
        "3. Google Agenda (agenda partagé)",
    ]


def test_follow_ups_tell_more_about_the_same() -> None:
    zoom = topic_of("par quoi remplacer zoom ?")
    assert reply("détails 1", topic=zoom).startswith("Jitsi Meet : des visios dans le navigateur.\n\nOù le trouver :")
    assert "BBB · sur devis (Zourit)" in reply("c’est payant ?", topic=zoom)
    assert reply("comment on exporte ?", topic=zoom) == (
        "Sortir de Zoom. tout exporter. Comptez une soirée. rien ne suit"
    )
    assert reply("suite", topic=zoom) == "C’est tout ce que je connais pour l’instant."
    assert reply("non", topic=topic_of("dropbocs")).startswith("De quel outil s’agit-il alors ?")


def test_both_languages_have_every_sentence() -> None:
    ours = {"ask.", "command.needs", "command.card", "command.hosts", "command.alternatives"}
    french, english = (
        {name for name in voice(language).names() if any(name.startswith(start) for start in ours)}
        for language in ("fr", "en")
    )
    assert french == english
    assert len(french) > 50


_NASTY = st.sampled_from(
    [
        "<b>",
        "</p>",
        "@room",
        "@ada:example.org",
        "https://evil.example",
        "evil.example/x",
        "[x](http://y.fr)",
        "&amp;",
        '"',
        "zorglub",
        "**",
        "\u202e",
        "#room:x.org",
    ]
)


@given(st.lists(_NASTY, min_size=1, max_size=4), st.booleans())
def test_no_name_that_a_person_types_becomes_a_tag_a_mention_or_a_link(pieces: list[str], english: bool) -> None:
    question = "what replaces {} zorglub?" if english else "par quoi remplacer {} zorglub ?"
    understood = understand(question.format(" ".join(pieces)), NAMES, addressed=True)
    text = render(answer(CATALOGUE, understood).document)
    assert "evil.example" not in text.body
    assert "@room" not in text.body
    assert "@ada:" not in text.body
    for tag in ("<b>", "</p>zorglub", "<a "):
        assert tag not in text.html
