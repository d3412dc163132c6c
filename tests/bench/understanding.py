"""How well and how fast sentences are understood, beside two ways of searching, on the same labelled lines.

Of the part that nobody tunes on, only totals are shown.
"""

from __future__ import annotations

import gc
import statistics
import time
from datetime import date
from typing import TYPE_CHECKING

from bot.ask.offline import Door
from bot.ask.understand import understand
from bot.catalog import Catalogue, Names, check, load
from bot.shipped import folder
from tests.bench.baselines.searching import Search, substring, trigram
from tests.bench.table import Table, percentile, progress, ratio
from tests.understanding.lines import Line, Verdict, needs_of
from tests.understanding.lines import load as load_lines
from tests.understanding.measured import Answering, Tally, tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bot.catalog.model import Product

_VERDICTS: tuple[Verdict, ...] = ("right", "by-need", "honest-miss", "silent", "wrong")
_WANTS = ("answer", "keep", "gone", "ask", "unknown", "help", "silent")
_PARTS = {True: "tuned on", False: "kept apart"}
_SYLLABLES = ("ba", "cor", "di", "fel", "gu", "hax", "ji", "kol", "mu", "nep", "or", "pi", "quo", "rus", "tav", "ulz")
_LONGEST = 65_536


def run(quick: bool) -> Table:
    """Measure; `quick` times fewer sentences."""
    progress("loading the catalogue")
    catalogue = load(folder("catalog"))
    contenders: dict[str, Answering] = {
        "La Relève": Door(catalogue).answer,
        "exact substrings": Search(catalogue, substring).answer,
        "FTS5 trigrams": Search(catalogue, trigram).answer,
    }
    rows, matrices = [], []
    for dev, part in _PARTS.items():
        lines = load_lines(dev)
        for name, answer in contenders.items():
            progress(f"{name}, {len(lines)} lines {part}")
            found = tally(lines, answer, needs_of())
            rows.append(_row(f"{name}, {part}", found))
            if name == "La Relève":
                matrices.append(_confusion(part, found))
    timed = load_lines(dev=True)[:: 5 if quick else 1]
    notes = [*(line for matrix in matrices for line in (str(matrix), "")), str(_speed(catalogue, timed))]
    header = ("", "lines", *_VERDICTS, "spoke on chatter")
    return Table("Understanding", header, rows, notes)


def _row(name: str, found: Tally) -> tuple[str, ...]:
    cells = (f"{found.verdicts[verdict]} ({found.share(verdict):.1%})" for verdict in _VERDICTS)
    return name, str(found.lines), *cells, str(found.chattered)


def _confusion(part: str, found: Tally) -> Table:
    rows = [(want, *(str(found.confusion[want, said] or "·") for said in _WANTS)) for want in _WANTS]
    return Table(f"What was wanted (down) and what was said (across), {part}", ("", *_WANTS), rows)


def _speed(catalogue: Catalogue, lines: list[Line]) -> Table:
    progress("timing sentences")
    once = _times(Names(catalogue), lines)
    large = _tenfold(catalogue)
    progress(f"timing sentences with {len(large.products)} products")
    tenfold = _times(Names(large), lines)
    rows = [
        _timing("a sentence, the shipped catalogue", once, once),
        _timing(f"a sentence, {len(large.products)} products", tenfold, once),
    ]
    progress("timing 64 KiB")
    # Else a full collection of the large catalogue falls into one of the texts (160 ms, measured).
    del large
    gc.collect()
    names = Names(catalogue)
    huge = [_time_of(text, names, addressed=True) for text in _long(lines)]
    rows.append(_timing("64 KiB, of several sorts", huge, once))
    progress("loading and checking")
    rows.append(_timing("loading and checking the catalogue", [_timed(_loaded) for _ in range(3)], once))
    return Table(
        "Speed, in time of one core", ("", "median ms", "p99 ms", "longest ms", "median, times a sentence"), rows
    )


def _times(names: Names, lines: list[Line]) -> list[float]:
    for line in lines:
        understand(line.text, names, addressed=line.addressed)
    return [_time_of(line.text, names, addressed=line.addressed) for line in lines]


def _time_of(text: str, names: Names, *, addressed: bool) -> float:
    return _timed(lambda: understand(text, names, addressed=addressed))


def _timed(work: Callable[[], object]) -> float:
    """Milliseconds of one core that `work` takes, whatever else the machine does."""
    began = time.process_time()
    work()
    return 1000 * (time.process_time() - began)


def _timing(name: str, times: list[float], once: list[float]) -> tuple[str, ...]:
    middle = statistics.median(times)
    shown = (f"{middle:.3f}", f"{percentile(times, 99):.3f}", f"{max(times):.3f}")
    return name, *shown, ratio(middle, statistics.median(once))


def _loaded() -> None:
    place: Path = folder("catalog")
    list(check.findings(load(place), date.today()))


def _tenfold(catalogue: Catalogue) -> Catalogue:
    """Ten times the products: nine more of each, of the same needs, with invented names."""
    products = dict(catalogue.products)
    for number, product in enumerate(catalogue.products.values()):
        for other in range(9):
            made = _invented(product, 9 * number + other)
            products[made.id] = made
    return Catalogue(
        products, catalogue.alternatives, catalogue.needs, catalogue.hosts, catalogue.giants, catalogue.quizzes
    )


def _invented(product: Product, number: int) -> Product:
    word = "".join(_syllables(number + 4096))
    aliases = product.aliases.model_copy(update={"any": (f"{word} pro", f"{word}.example"), "fr": (), "en": ()})
    changes = {"id": word, "name": word.capitalize(), "aliases": aliases, "needs_context": (), "ambiguous": ()}
    return product.model_copy(update=changes)


def _syllables(number: int) -> Iterator[str]:
    while number:
        number, place = divmod(number, len(_SYLLABLES))
        yield _SYLLABLES[place]


def _long(lines: list[Line]) -> Iterator[str]:
    said = " ".join(line.text for line in lines)
    pieces = (
        "zoom ",
        "par quoi remplacer ",
        "google ? ",
        "a.",
        "é",
        "un outil pour ",
        "\n",
        "qsdfgh ",
        "ﷺ",
        "« zoom » ",
    )
    for piece in (said, *pieces, "".join(pieces)):
        yield (piece * (_LONGEST // len(piece) + 1))[:_LONGEST]
