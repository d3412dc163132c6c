"""The labelled sentences, and what a reply to one of them is worth."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Want = Literal["answer", "keep", "gone", "ask", "unknown", "silent", "help"]
Lang = Literal["fr", "en"]
Verdict = Literal["right", "by-need", "honest-miss", "silent", "wrong"]
Kind = Literal[
    "plain",
    "alias",
    "typo",
    "phonetic",
    "unaccented",
    "slang",
    "order",
    "several",
    "negation",
    "direction",
    "need",
    "need-word-is-product",
    "ambiguous",
    "umbrella",
    "long",
    "hostile",
    "chatter",
    "people-or-things",
    "unknown",
    "off-topic",
    "keep",
    "gone",
    "short",
    "domain",
    "english-in-french",
    "edge",
]
NeedsOf = dict[str, frozenset[str]]

FILE = Path(__file__).parent / "questions.jsonl"
CATALOGUE = Path(__file__).parents[2] / "catalog"
KINDS: frozenset[str] = frozenset(get_args(Kind))
WANTS: frozenset[str] = frozenset(get_args(Want))
NAMED: frozenset[str] = frozenset({"answer", "keep", "gone"})  # outcomes that are about something in the catalogue
ADMITS: frozenset[str] = frozenset({"ask", "unknown", "help"})  # outcomes that say "I am not sure"


@dataclass(frozen=True)
class Reply:
    """One reply that is right."""

    want: Want
    products: frozenset[str]
    needs: frozenset[str]


@dataclass(frozen=True)
class Line:
    """One sentence. `accepted` holds the expected reply first, then the others that are as good."""

    id: str
    text: str
    addressed: bool
    lang: Lang
    accepted: tuple[Reply, ...]
    kind: Kind
    dev: bool

    @property
    def want(self) -> Want:
        return self.accepted[0].want

    @property
    def products(self) -> frozenset[str]:
        return self.accepted[0].products

    @property
    def needs(self) -> frozenset[str]:
        return self.accepted[0].needs


def _reply(fields: Mapping[str, Any]) -> Reply:
    return Reply(fields["want"], frozenset(fields["products"]), frozenset(fields["needs"]))


def parse(text: str) -> Line:
    """One line of the file."""
    fields = json.loads(text)
    return Line(
        id=fields["id"],
        text=fields["text"],
        addressed=fields["addressed"],
        lang=fields["lang"],
        accepted=(_reply(fields), *(_reply(other) for other in fields.get("or", []))),
        kind=fields["kind"],
        dev=fields["dev"],
    )


def load(dev: bool | None = None) -> list[Line]:
    """All the lines, or only those for tuning (`dev=True`), or only those for measuring (`dev=False`)."""
    lines = [parse(text) for text in FILE.read_text("utf-8").split("\n") if text]
    return [line for line in lines if dev is None or line.dev is dev]


def entries(folder: str, catalogue: Path = CATALOGUE) -> list[dict[str, Any]]:
    """The entries of `products` or `alternatives`, as their files say."""
    return [yaml.safe_load(path.read_text("utf-8")) for path in sorted((catalogue / folder).glob("*.yaml"))]


def needs_of(catalogue: Path = CATALOGUE) -> NeedsOf:
    """Name of a product or alternative -> the needs it serves."""
    found: NeedsOf = {}
    for entry in entries("products", catalogue) + entries("alternatives", catalogue):
        found[entry["name"]] = found.get(entry["name"], frozenset()) | frozenset(entry["needs"])
    return found


def judge(line: Line, reply: Mapping[str, Any], catalogue: Mapping[str, Iterable[str]]) -> Verdict:
    """What `reply` (an object of `releve ask --json`) is worth; `catalogue` gives the needs of each name.

    right        one of the accepted replies, in the right language
    by-need      a product was expected, and the answer came by one of its needs
    honest-miss  it asked, did not know or said what it is for, where more was wanted; or it answered only a part, truly
    silent       nothing was said where something was wanted
    wrong        a product or need that is not meant, the wrong kind of answer, the wrong language, or a word said
                 where silence was wanted
    """
    said = str(reply["outcome"])
    products, needs = frozenset(reply.get("products", ())), frozenset(reply.get("needs", ()))
    if any(_matches(wanted, said, products, needs) for wanted in line.accepted):
        return "right" if said == "silent" or reply.get("lang") == line.lang else "wrong"
    if said == "silent":
        return "silent"
    if line.want == "silent" or reply.get("lang") != line.lang:
        return "wrong"
    if said in ADMITS:
        return "honest-miss"
    if any(_by_need(wanted, said, products, needs, catalogue) for wanted in line.accepted):
        return "by-need"
    if any(said == wanted.want and products and products < wanted.products for wanted in line.accepted):
        return "honest-miss"
    return "wrong"


def _matches(wanted: Reply, said: str, products: frozenset[str], needs: frozenset[str]) -> bool:
    if said != wanted.want:
        return False
    if said not in NAMED:
        return True
    if wanted.products:
        return products == wanted.products
    return not products and bool(needs) and needs <= wanted.needs


def _by_need(
    wanted: Reply,
    said: str,
    products: frozenset[str],
    needs: frozenset[str],
    catalogue: Mapping[str, Iterable[str]],
) -> bool:
    if said != "answer" or products:
        return False
    return any(not needs.isdisjoint(catalogue.get(name, ())) for name in wanted.products)
