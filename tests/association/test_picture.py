"""The picture: readable on a phone, the same as its text twin, whatever the names."""

import re
import struct
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.association import lettering, picture
from bot.association.drawing import MARGIN, WIDTH, Drawing
from bot.association.scenery import scenery
from tests.association.scenes import HOSTILE, MOST, facts

SVG = "{http://www.w3.org/2000/svg}"
LANGUAGES = ("fr", "en")


def texts(drawing: Drawing) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(drawing.svg).iter(f"{SVG}text"))


def outside(drawing: Drawing) -> list[str]:
    """The texts that leave the paper."""
    found = []
    for text in texts(drawing):
        words, x, size = text.text or "", float(text.get("x", 0)), float(text.get("font-size", 0))
        wide = lettering.width(words, size, bold=text.get("font-weight") == "700")
        left = {"start": x, "middle": x - wide / 2, "end": x - wide}[text.get("text-anchor", "start")]
        if left < MARGIN - 1 or left + wide > WIDTH - MARGIN + 1 or float(text.get("y", 0)) > drawing.height:
            found.append(words)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("needs", [1, 5, 12, MOST])
@pytest.mark.parametrize("history", [True, False])
def test_nothing_leaves_the_paper(language: str, needs: int, history: bool) -> None:
    shown = scenery(facts(needs, language=language, history=history, name=HOSTILE, homemade=HOSTILE))
    assert outside(picture.drawn(shown)) == []


@given(
    st.text(max_size=80),
    st.text(max_size=60),
    st.integers(1, MOST),
    st.integers(0, MOST),
    st.booleans(),
    st.sampled_from(LANGUAGES),
)
@settings(max_examples=60, deadline=None)
def test_any_name_stays_on_the_paper_and_brings_no_tag(
    name: str, tool: str, needs: int, unknown: int, history: bool, language: str
) -> None:
    told = facts(needs, unknown=unknown, name=name, homemade=tool or "?", history=history, language=language)
    drawing = picture.drawn(scenery(told))
    assert outside(drawing) == []
    tags = {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(drawing.svg).iter()}
    assert tags <= {"svg", "defs", "pattern", "rect", "text", "polyline", "circle", "path"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unknown", [0, 4])
def test_the_twin_says_what_the_picture_shows(language: str, unknown: int) -> None:
    shown = scenery(facts(12, language=language, unknown=unknown))
    twin = re.sub(r"\s", " ", picture.twin(shown))
    missing = []
    for text in texts(picture.drawn(shown)):
        words = re.sub(r"\s", " ", text.text or "")
        # The headings of the sections and the marks of the scale are said otherwise, or not at all.
        if words not in twin and text.get("font-size") not in {"38", "30"}:
            missing.append(words)
    assert missing in ([], [str(shown.value)], ["?"] * len(missing))


def test_the_twin_in_full() -> None:
    shown = scenery(facts(5, unknown=1, name="Les Amis"))
    assert picture.twin(shown).replace("\u00a0", " ").replace("\u202f", " ") == (
        "Les Amis · 24 nov. 2026\n"
        "Dépendance aux outils numériques : 51 sur 100 (90 en octobre). Une part est à vous, une part chez d’autres.\n"
        "Tout n’est pas encore connu : entre 51 et 61.\n"
        "Au fil du temps : 90 (19 mars 2026), 90 (15 oct. 2026), 51 (24 nov. 2026)\n"
        "• besoin numéro 1 : 18 points, Outil 1 (Google), un géant du numérique\n"
        "• besoin numéro 4 : 18 points, Outil 4 (Google), un géant du numérique\n"
        "• besoin numéro 2 : 15 points, Outil 2 (Société 2), un autre service fermé\n"
        "• besoin numéro 3 : 0 point, Outil 3, libre ou associatif\n"
        "• besoin numéro 0 : on ne sait pas encore\n"
        "Ce qui a été fait\n"
        "✓ besoin numéro 3 : Nextcloud remplace Outil 2, en octobre"
    )


def test_too_little_known_shows_a_range_and_no_number() -> None:
    shown = scenery(facts(5, unknown=4, language="en"))
    assert shown.value is None
    words = [text.text for text in texts(picture.drawn(shown))]
    assert f"{shown.lowest} to {shown.highest} out of 100" in words
    assert "Dependence on digital tools: " in picture.twin(shown)


def test_no_letter_is_too_small_for_a_phone() -> None:
    sizes = {float(text.get("font-size", 0)) for text in texts(picture.drawn(scenery(facts(12)))) if text.text != "?"}
    assert min(sizes) >= 30


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_letter_stands_out_from_white() -> None:
    colours = {text.get("fill", "") for text in texts(picture.drawn(scenery(facts(12, unknown=2))))}
    assert all(1.05 / (luminance(colour) + 0.05) >= 7 for colour in colours)


def test_the_kinds_of_hands_differ_in_shape_also_where_no_colour_is_seen() -> None:
    """Each kind that is there has its words in the legend, and a mark of its own."""
    drawing = picture.drawn(scenery(facts(5, unknown=1)))
    grey = re.sub(r"#[0-9a-f]{6}", "#000000", drawing.svg)
    for mark in (
        r'<rect [^>]*width="30" height="30" fill="#000000"',
        "url\\(#hatch\\)",
        "<path d=",
        "stroke-dasharray",
    ):
        assert re.search(mark, grey), mark
    legend = [text.text for text in texts(drawing) if text.get("font-size") == "30"]
    assert {"un géant du numérique", "un autre service fermé", "libre ou associatif", "on ne sait pas encore"} <= set(
        legend
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_png_has_the_size_of_the_drawing_and_is_light_enough_to_send(language: str) -> None:
    drawing = picture.drawn(scenery(facts(12, language=language)))
    png = picture.png(drawing)
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", png[16:24]) == (drawing.width, drawing.height)
    assert len(png) < 400_000


def test_the_letters_come_from_the_bundled_font() -> None:
    def drawn(name: str) -> bytes:
        return picture.png(picture.drawn(scenery(facts(1, name=name))))

    assert drawn("Les Amis") == drawn("Les Amis")
    assert drawn("Les Amis") != drawn("Les Anis")


def test_a_text_is_broken_between_words_and_cut_where_it_must() -> None:
    assert lettering.lines("un nom assez long", 40, 200) == ["un nom", "assez long"]
    assert lettering.lines("un nom vraiment beaucoup trop long", 40, 200)[-1].endswith("…")
    assert lettering.drawable("a\n漢\u2060é") == "a ?é"
