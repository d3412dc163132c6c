"""The two languages say the same things, and what is said is well set."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot.wording
from bot.conversation import Text
from bot.wording import Bullets, Code, Document, Link, Numbered, Paragraph, Plain, Strong, render, tamed, voice

VALUE = re.compile(r"\{[a-z_]+\}")
PO = Path(bot.wording.__file__).parent


def one(language: str, *phrase: object) -> Text:
    return render(Document(language, (Paragraph(phrase),)))  # type: ignore[arg-type]


def sentences(language: str) -> dict[str, tuple[str, ...]]:
    return {name: voice(language)._sentences[name] for name in sorted(voice(language).names())}


def test_both_languages_have_the_same_sentences() -> None:
    assert voice("fr").names() == voice("en").names()


def test_the_same_sentence_has_the_same_values_in_both_languages() -> None:
    french, english = sentences("fr"), sentences("en")
    for name in french:
        assert set(VALUE.findall(french[name][-1])) == set(VALUE.findall(english[name][-1])), name


def test_no_sentence_is_empty_and_every_file_has_its_twin() -> None:
    for language in ("fr", "en"):
        assert [name for name, forms in sentences(language).items() if not all(forms)] == []
    assert {path.name for path in (PO / "fr").glob("*.po")} == {path.name for path in (PO / "en").glob("*.po")}


def test_french_uses_the_curved_apostrophe_and_guillemets() -> None:
    wrong = [
        name
        for name, forms in sentences("fr").items()
        if not name.startswith("cli.") and any("'" in form or '"' in form for form in forms)
    ]
    assert wrong == []


def test_a_sentence_is_filled_in_and_its_marks_become_tags() -> None:
    said = one("fr", *voice("fr").say("association.tool-added", tool="Zoom"))
    assert said == Text("Zoom est noté.", "<p><strong>Zoom</strong> est noté.</p>")


def test_a_value_is_never_read_as_markup() -> None:
    said = one("en", *voice("en").say("association.tool-added", tool="<b>`*{tool}*`"))
    assert said.html == "<p><strong>&lt;b&gt;`*{tool}*`</strong> is noted.</p>"


@pytest.mark.parametrize(("count", "expected"), [(0, "un outil"), (1, "un outil"), (2, "2 outils")])
def test_french_plural_starts_at_two(count: int, expected: str) -> None:
    assert expected in one("fr", *voice("fr").say("association.inventory", count=count)).body


def test_french_spaces_are_set_and_code_is_left_alone() -> None:
    said = one("fr", Plain("Oui : « tapez » "), Code("!releve aide ?"), Plain(" ; 40 Go, 1 500 € !"))
    assert said.body == "Oui\u00a0: «\u00a0tapez\u00a0» !releve aide ?\u202f; 40\u00a0Go, 1\u202f500\u00a0€\u202f!"


def test_english_is_left_as_it_is() -> None:
    assert one("en", Plain("Yes : it's 40 GB !")).body == "Yes : it's 40 GB !"


def test_a_list_stands_under_its_paragraph() -> None:
    document = Document(
        "en",
        (Paragraph((Strong("Zoom"),)), Numbered(((Plain("Jitsi"),), (Plain("Galène"),))), Bullets(((Plain("x"),),))),
    )
    assert render(document) == Text(
        "Zoom\n1. Jitsi\n2. Galène\n\n• x",
        "<p><strong>Zoom</strong></p><ol><li>Jitsi</li><li>Galène</li></ol><ul><li>x</li></ul>",
    )


def test_a_link_says_its_address_in_plain_text_once() -> None:
    said = one("en", Link("the site", "https://www.framasoft.org/"), Plain(" "), Link("jitsi.org", "https://jitsi.org"))
    assert said.body == "the site (framasoft.org) jitsi.org"


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.text())
def test_no_text_can_bring_a_tag_of_its_own(text: str) -> None:
    tags = _Tags()
    tags.feed(one("en", Plain(text), Strong(text), Code(text)).html)
    assert tags.seen == ["p", "strong", "code"]


@given(st.text())
def test_tamed_text_is_one_short_line_without_link_or_mention(text: str) -> None:
    said = tamed(text)
    assert len(said.replace("\u2060", "")) <= 40
    assert said == "".join(said.splitlines()).strip()
    assert not re.search(r"\w\.\w|://|@\w|[\u200b-\u200f\u202a-\u202e]", said)


@pytest.mark.parametrize("text", ["@room", "@alice:example.org", "evil.example/x", "https://evil.example", "#room:x"])
def test_what_clients_turn_into_links_is_broken_up(text: str) -> None:
    assert tamed(text) != text
    assert tamed(text).replace("\u2060", "") == text
