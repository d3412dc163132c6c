"""The report: one file that loads nothing, fits a phone and a page, and says where it all comes from."""

import re
import shutil
import subprocess
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bot.association import report
from tests.association.scenes import HOSTILE, MOST, facts

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
LANGUAGES = ("fr", "en")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine (Debian package chromium)")


class Page(HTMLParser):
    """The tags, addresses and texts of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.texts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in {"src", "href", "action", "data", "srcset"}]

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append(data.replace("\u00a0", " ").replace("\u202f", " "))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_loaded_from_outside_and_no_name_brings_a_tag(language: str) -> None:
    html = report.html(facts(12, language=language, name=HOSTILE, homemade=HOSTILE, unknown=0))
    page = Page(html)
    assert page.addresses == []
    assert page.tags.isdisjoint({"script", "iframe", "img", "link", "object", "form"})
    assert "default-src 'none'" in html
    assert re.findall(r"url\((?!data:)", html) == []


def test_it_says_where_we_stand_how_it_moved_what_was_done_and_what_is_next() -> None:
    texts = Page(report.html(facts(5, unknown=1))).texts
    for expected in (
        "Les Amis du quartier",
        "Nos outils numériques : où nous en sommes",
        "Dépendance aux outils numériques : 51 sur 100",
        "besoin numéro 4",
        "Outil 4 (Google)",
        "15 oct. 2026",
        "besoin numéro 3 : Nextcloud remplace Outil 2, en octobre",
        "Prévu : besoin numéro 1, Nextcloud pour remplacer Outil 1",
        "À demander autour de nous : ce qui sert pour besoin numéro 0.",
        "Des personnes peuvent aider : Emancipasso (https://emancipasso.org).",
        "récupérer ses données : en partie · partir sans tout refaire : en partie · formats et protocoles ouverts : non"
        " · choisir qui le fait tourner : non · avoir voix aux décisions : non",
        "Outil 1 : Page 1, https://example.org, 10/2026",
    ):
        assert expected in texts, expected


def test_the_points_of_the_table_add_up_to_the_number() -> None:
    html = report.html(facts(12))
    [(body, foot)] = re.findall(r"<tbody>(.*?)</tbody><tfoot>(.*?)</tfoot>", html, re.DOTALL)
    points = [int(row) for row in re.findall(r"<td>(\d+)</td>\s*</tr>", body)]
    assert f"<td>{sum(points)}</td>" in foot
    assert f"{sum(points)} sur 100" in html.replace("\u00a0", " ")


def test_a_first_report_has_no_chart_and_says_so() -> None:
    html = report.html(facts(1, history=False, moves=False, language="en"))
    assert "<svg" not in html
    assert "A first point has just been set" in html
    assert "Nothing is noted as done yet." in html


def chromium(folder: Path, *arguments: str) -> str:
    assert CHROMIUM is not None
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    return subprocess.run([*command, *arguments], capture_output=True, text=True, timeout=60, check=True).stdout


MEASURE = """<!DOCTYPE html>
<iframe width="{width}" height="800" style="border:0" srcdoc="{page}"></iframe>
<p id="found"></p>
<script>
onload = async () => {{
  const inner = document.querySelector("iframe").contentDocument;
  await inner.fonts.ready;
  const over = [...inner.querySelectorAll("body *")].filter(each => each.getBoundingClientRect().right > {width} + 0.5);
  const wide = inner.scrollingElement.scrollWidth > {width};
  document.getElementById("found").textContent =
    [wide, over.map(each => each.tagName).join(" "), inner.fonts.check("16px 'Atkinson Hyperlegible Next'")].join("|");
}};
</script>"""


@needs_chromium
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [360, 673])
def test_nothing_overflows_on_a_phone_or_between_the_margins_of_a_page(
    tmp_path: Path, language: str, width: int
) -> None:
    """360 px is a small phone; 673 px is what a page of A4 has between margins of 16 mm."""
    page = report.html(facts(MOST, language=language, name=HOSTILE, homemade=HOSTILE))
    (tmp_path / "measure.html").write_text(MEASURE.format(width=width, page=escape(page)), encoding="utf-8")
    dom = chromium(tmp_path, "--virtual-time-budget=5000", "--dump-dom", f"file://{tmp_path / 'measure.html'}")
    assert '<p id="found">false||true</p>' in dom


@needs_chromium
@pytest.mark.parametrize(("needs", "most_pages"), [(1, 2), (12, 4), (MOST, 7)])
def test_it_prints_on_few_pages_of_a4(tmp_path: Path, needs: int, most_pages: int) -> None:
    (tmp_path / "report.html").write_text(report.html(facts(needs)), encoding="utf-8")
    chromium(
        tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={tmp_path / 'a.pdf'}", f"file://{tmp_path / 'report.html'}"
    )
    pdf = (tmp_path / "a.pdf").read_bytes()
    sizes = {tuple(map(float, box.split())) for box in re.findall(rb"/MediaBox \[([^]]*)\]", pdf)}
    # A4 in points is 595.28 by 841.89.
    assert {(round(wide), round(tall)) for _, _, wide, tall in sizes} <= {(595, 842), (596, 842)}
    assert 1 <= len(re.findall(rb"/Type /Page\b", pdf)) <= most_pages
