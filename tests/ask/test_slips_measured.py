"""What is made of names with one slip of the finger, in ordinary questions about every product."""

import random
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from bot.ask.understand import understand
from bot.ask.understanding import Understanding
from bot.catalog.model import Product
from tests.ask.families import names

_CARRIERS = (
    "par quoi remplacer {} ?",
    "une alternative à {} svp ?",
    "> {}, autre chose ?",
    "on veut quitter {}, vers quoi aller ?",
    "> koi a la place de {}",
    "> marre de {} !!!",
    "what can replace {}?",
    "any alternative to {}?",
    "> {} is too expensive, what else?",
    "our club hates {} now, what could we use instead?",
    "> replace {}",
    "which free tool could replace {} for our choir?",
)
_ROWS = ("azertyuiop", "qsdfghjklm", "wxcvbn", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {pair[0]: pair[1] for row in _ROWS for pair in pairwise(row)}
_SEED, _SENTENCES = 3, 1200
_SHORTEST = 5
"""A shorter name is another word after one slip."""


def _slip(name: str, chance: random.Random) -> str:
    place = chance.randrange(1, len(name) - 1)
    before, here, after = name[:place], name[place], name[place + 1 :]
    match chance.choice(("swap", "swap", "lost", "doubled", "beside", "split")):
        case "swap":
            return before + after[0] + here + after[1:]
        case "lost":
            return before + after
        case "doubled":
            return before + here + here + after
        case "beside":
            return before + _BESIDE.get(here, here) + after
        case _:
            return f"{before}{here} {after}" if len(after) > 1 else name


def _misspelt(chance: random.Random) -> Iterator[tuple[Product, str, str]]:
    products = [
        product
        for product in names().catalogue.products.values()
        if product.name.replace(" ", "").isalpha() and len(product.name) >= _SHORTEST and product.name.count(" ") <= 1
    ]
    for _ in range(_SENTENCES):
        product, carrier = chance.choice(products), chance.choice(_CARRIERS)
        typed = product.name.lower()
        slipped = _slip(typed, chance)
        if slipped != typed:
            yield product, carrier.format(typed), carrier.format(slipped)


def _asked(text: str) -> Understanding:
    return understand(text.removeprefix("> "), names(), addressed=text.startswith("> "))


def test_a_slip_rarely_hides_a_name_and_hardly_ever_turns_it_into_another() -> None:
    outcomes: Counter[str] = Counter()
    wrong = []
    for product, right, slipped in _misspelt(random.Random(_SEED)):
        if _asked(right).products != (product.id,):
            continue
        understood = _asked(slipped)
        found = understood.products or tuple(ref.id for ref in understood.kept)
        outcomes["right" if found == (product.id,) else "wrong" if found else "not"] += 1
        if found and found != (product.id,):
            wrong.append((slipped, found))
    total = sum(outcomes.values())
    assert outcomes["right"] >= 0.93 * total, outcomes
    assert outcomes["wrong"] <= 0.003 * total + 1, wrong
