"""The report for the general assembly: one HTML file that loads nothing from anywhere and prints well on A4. Pure
but for the font, which is read once.

Every text is escaped in `_tag`; addresses are written out as text, so that they can be read on paper. The security
policy in the file itself forbids scripts and anything from outside.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from pathlib import Path

from bot.association import result, why
from bot.association.chart import history_chart
from bot.association.lettering import BOLD, FAMILY, REGULAR
from bot.association.moves import Move
from bot.association.scenery import Facts, Scenery, one_line, scenery
from bot.association.score import CRITERIA, Line
from bot.catalog import export
from bot.wording import LineBreak, Link, Phrase
from bot.wording.typography import set_in_type

_STYLE = (Path(__file__).parent / "report.css").read_text(encoding="utf-8")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"
_HELPERS = ("emancipasso", "chatons")
_MOST_PROPOSED = 3


def html(facts: Facts) -> str:
    """The whole file. There must be a score: something is in use."""
    return "".join(_Page(facts).lines())


class _Page:
    """Writes the page from top to bottom."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.shown: Scenery = scenery(facts)
        self.speak = self.shown.speak
        score = facts.stands.score
        assert score is not None, "something is in use"
        self.score = score

    def lines(self) -> Iterator[str]:
        title = self._word("report.title")
        yield f'<!DOCTYPE html>\n<html lang="{self.facts.language}">\n<head>\n<meta charset="utf-8">\n'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        yield f"<title>{escape(title)}</title>\n<style>\n{_fonts()}{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        yield self._header(title)
        for part in (self._here, self._moved, self._done, self._next, self._how, self._sources):
            yield f"<section>\n{''.join(part())}</section>\n"
        yield "</main>\n</body>\n</html>\n"

    # ── the parts ────────────────────────────────────────────────────────────────────────────

    def _header(self, title: str) -> str:
        name = self._tag("p", self.shown.name, "name") if self.shown.name else ""
        made = self._tag("p", self._word("report.made", day=self.shown.day), "quiet")
        return f"<header>\n{name}{self._tag('h1', title)}{made}</header>\n"

    def _here(self) -> Iterator[str]:
        yield self._tag("h2", self._word("report.here"))
        low, high = self.shown.lowest, self.shown.highest
        if self.shown.value is None:
            yield self._tag("p", self._word("report.range", lowest=low, highest=high), "number")
        else:
            yield self._tag("p", self._word("report.score", score=self.shown.value), "number")
            yield self._tag("p", self._word(f"picture.band-{result.band(self.shown.value)}"))
        if self.score.coverage < 1:
            yield self._tag("p", self._word("report.coverage", coverage=self.shown.coverage, lowest=low, highest=high))
        yield self._tag("p", self._word("report.scale"), "quiet")
        yield self._table(
            (self._word("report.need"), self._word("report.tools"), self._word("report.points")),
            [
                (
                    row.label,
                    row.held or self._word("picture.kind-unknown"),
                    str(row.points) if row.kind != "unknown" else "?",
                )
                for row in self.shown.rows
            ],
            (self._word("report.total"), "", str(sum(row.points for row in self.shown.rows))),
        )
        yield self._phrase(why.sub_scores(self.score, self.facts.language))

    def _moved(self) -> Iterator[str]:
        yield self._tag("h2", self._word("report.moved"))
        points = self.shown.history
        if len(points) < 2:
            yield self._tag("p", self._word("report.moved-not"))
            return
        yield f'<figure aria-hidden="true">{history_chart(points)}</figure>\n'
        rows = [(point.when, str(point.value)) for point in points]
        yield self._table((self._word("report.day"), self._word("report.number")), rows)
        yield self._tag("p", self._word("report.moved-note"), "quiet")

    def _done(self) -> Iterator[str]:
        yield self._tag("h2", self._word("report.done"))
        if self.shown.done:
            yield self._list(self.shown.done)
        else:
            yield self._tag("p", self._word("report.done-nothing"))

    def _next(self) -> Iterator[str]:
        yield self._tag("h2", self._word("report.next"))
        items = [self._word("report.under-way", move=self._move(move)) for move in self._in_state("moving")]
        items += [self._word("report.planned", move=self._move(move)) for move in self._in_state("planned")]
        if (line := result.easiest(self.score, self.facts.catalogue)) is not None:
            items.append(self._easiest(line))
        if unknown := [row.label for row in self.shown.rows if row.kind == "unknown"]:
            items.append(self._word("report.ask", needs=", ".join(unknown)))
        if not items:
            items = [self._word("report.settled")]
        hosts = [self.facts.catalogue.hosts[host] for host in _HELPERS if host in self.facts.catalogue.hosts]
        if hosts:
            people = ", ".join(f"{host.name} ({host.url})" if host.url else host.name for host in hosts)
            items.append(self._word("report.help", help=people))
        yield self._list(items)

    def _how(self) -> Iterator[str]:
        yield self._tag("h2", self._word("report.how"))
        for phrase in why.formula_lines(self.facts.language):
            yield self._phrase(phrase)
        yield self._tag("h3", self._word("report.each"))
        held = [line for line in self.score.lines if line.tool.control > 0]
        for line in {each.tool.id: each for each in held}.values():
            criteria = [
                self._text(why.criterion(name, line.tool.criteria[name], self.facts.language)) for name in CRITERIA
            ]
            named = self._tag("h4", one_line(why.held(line)))
            yield f'<div class="tool">{named}{self._tag("p", " · ".join(criteria))}</div>\n'

    def _sources(self) -> Iterator[str]:
        yield self._tag("h2", self._word("report.sources"))
        yield self._tag("p", self._word("report.sources-note", version=export.version(self.facts.catalogue)))
        items = []
        for line in {each.tool.id: each for each in self.score.lines}.values():
            product = self.facts.catalogue.products.get(line.tool.id)
            if product is not None and product.lock_in is not None:
                source = product.lock_in.source
                parts = (source.title, source.url, f"{source.date:%m/%Y}")
                items.append(f"{product.name} : {', '.join(part for part in parts if part)}")
        yield self._list(items)

    # ── the pieces ───────────────────────────────────────────────────────────────────────────

    def _in_state(self, state: str) -> list[Move]:
        return [move for move in self.facts.moves if move.state == state]

    def _move(self, move: Move) -> str:
        need = result.label(move.need, self.facts.catalogue, self.facts.language)
        return self._word("report.move", need=need, alternative=move.alternative, product=move.product)

    def _easiest(self, line: Line) -> str:
        catalogue = self.facts.catalogue
        ranked = catalogue.products[line.tool.id].alternatives[line.need][:_MOST_PROPOSED]
        named = [
            catalogue.alternatives[each.alternative].name
            for each in ranked
            if each.alternative in catalogue.alternatives
        ]
        need = result.label(line.need, catalogue, self.facts.language)
        return self._word("report.easiest", need=need, product=line.tool.name, alternatives=", ".join(named))

    def _word(self, sentence: str, **values: str | int) -> str:
        return one_line(self.speak.word(sentence, **values))

    def _text(self, phrase: Phrase) -> str:
        """A phrase as plain text; an address is written out."""
        return "".join(
            " "
            if isinstance(part, LineBreak)
            else f"{part.label} ({part.url})"
            if isinstance(part, Link)
            else part.text
            for part in phrase
        )

    def _phrase(self, phrase: Phrase) -> str:
        return self._tag("p", self._text(phrase))

    def _tag(self, tag: str, text: str, kind: str = "") -> str:
        opening = f'{tag} class="{kind}"' if kind else tag
        return f"<{opening}>{escape(set_in_type(text, self.facts.language))}</{tag}>\n"

    def _list(self, items: Sequence[str]) -> str:
        return f"<ul>\n{''.join(self._tag('li', item) for item in items)}</ul>\n" if items else ""

    def _table(self, head: Sequence[str], rows: Sequence[Sequence[str]], foot: Sequence[str] = ()) -> str:
        def line(tag: str, cells: Sequence[str]) -> str:
            return f"<tr>{''.join(self._tag(tag, cell) for cell in cells)}</tr>\n"

        body = "".join(line("td", row) for row in rows)
        closing = f"<tfoot>{line('td', foot)}</tfoot>" if foot else ""
        return f"<table>\n<thead>{line('th', head)}</thead>\n<tbody>{body}</tbody>{closing}</table>\n"


@cache
def _fonts() -> str:
    """The bundled font within the file."""
    return "".join(
        f"@font-face {{ font-family: '{FAMILY}'; font-weight: {weight};"
        f" src: url(data:font/ttf;base64,{b64encode(path.read_bytes()).decode('ascii')}) format('truetype'); }}\n"
        for path, weight in ((REGULAR, 400), (BOLD, 700))
    )
