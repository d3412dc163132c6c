"""The measuring stick itself is straight."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
import yaml

from tests.understanding.lines import (
    CATALOGUE,
    KINDS,
    NAMED,
    WANTS,
    Line,
    Reply,
    Verdict,
    entries,
    judge,
    load,
    needs_of,
)

LINES = load()
KEPT = range(20_001, 30_001)  # these ids are for measuring, and nobody tunes on them
NEEDS_OF = {
    "Zoom": frozenset({"video-call", "webinar"}),
    "Doodle": frozenset({"date-poll"}),
    "HelloAsso": frozenset({"donations"}),
}


def outcomes() -> dict[str, set[str]]:
    """Name -> the outcomes that the catalogue allows for it."""
    kinds = {"replace": "answer", "no-equivalent": "answer", "keep": "keep", "gone": "gone"}
    allowed: dict[str, set[str]] = {}
    for entry in entries("products"):
        allowed.setdefault(entry["name"], set()).add(kinds[entry["answer"]])
    for entry in entries("alternatives"):
        allowed.setdefault(entry["name"], set()).add("keep")
    return allowed


def test_each_line_has_its_own_id_and_text() -> None:
    numbers = [int(line.id.removeprefix("q")) for line in LINES]
    assert [line.id for line in LINES] == [f"q{number:03}" for number in numbers]
    assert numbers == sorted(set(numbers))
    assert not [text for text, times in Counter(line.text for line in LINES).items() if times > 1]
    assert all(line.text for line in LINES)


def test_there_are_enough_lines_of_each_sort() -> None:
    french = sum(line.lang == "fr" for line in LINES) / len(LINES)
    measuring = sum(not line.dev for line in LINES) / len(LINES)
    either = sum(len(line.accepted) > 1 for line in LINES) / len(LINES)
    silent = sum(line.want == "silent" for line in LINES) / len(LINES)
    assert len(LINES) >= 600
    assert 0.6 < french < 0.75
    assert measuring >= 1 / 3
    assert either <= 0.05
    assert silent >= 0.12
    assert len({name for line in LINES for name in line.products}) >= 200


def test_the_lines_for_measuring_are_apart() -> None:
    for line in LINES:
        assert line.dev is (int(line.id.removeprefix("q")) not in KEPT), line.id


def test_there_are_lines_of_each_kind_to_tune_on() -> None:
    assert {line.kind for line in LINES if line.dev} == KINDS


def test_load_gives_the_part_that_is_asked_for() -> None:
    assert len(load(dev=True)) + len(load(dev=False)) == len(LINES)
    assert all(line.dev for line in load(dev=True))
    assert not any(line.dev for line in load(dev=False))


def test_labels_fit_together() -> None:
    for line in LINES:
        assert line.lang in {"fr", "en"}, line.id
        for reply in line.accepted:
            assert reply.want in WANTS, line.id
            assert bool(reply.products) + bool(reply.needs) == (reply.want in NAMED), line.id
            assert not reply.needs or reply.want == "answer", line.id
        if line.want == "silent":
            assert not line.addressed, line.id
            assert len(line.accepted) == 1, line.id
        assert line.addressed or line.want != "help", line.id


def test_names_and_needs_are_those_of_the_catalogue() -> None:
    allowed = outcomes()
    needs = {need["id"] for need in yaml.safe_load((CATALOGUE / "needs.yaml").read_text("utf-8"))}
    wrong = []
    for line in LINES:
        for reply in line.accepted:
            wrong += [(line.id, name) for name in reply.products if reply.want not in allowed.get(name, set())]
            wrong += [(line.id, need) for need in reply.needs - needs]
    assert not wrong


def test_the_needs_of_a_name_are_read_from_the_catalogue() -> None:
    assert "video-call" in needs_of()["Zoom"]


def line(want: Any, *products: str, needs: tuple[str, ...] = (), other: Reply | None = None) -> Line:
    expected = Reply(want, frozenset(products), frozenset(needs))
    return Line(
        id="q001",
        text="…",
        addressed=True,
        lang="fr",
        accepted=(expected, other) if other else (expected,),
        kind="plain",
        dev=True,
    )


def reply(outcome: str, *products: str, needs: tuple[str, ...] = (), lang: str = "fr") -> dict[str, Any]:
    return {"outcome": outcome, "products": list(products), "needs": list(needs), "lang": lang}


BY_DATE = Reply("answer", frozenset(), frozenset({"date-poll"}))


@pytest.mark.parametrize(
    ("expected", "said", "verdict"),
    [
        (line("answer", "Zoom"), reply("answer", "Zoom"), "right"),
        (line("answer", "Zoom"), reply("answer", "Zoom", needs=("video-call",)), "right"),
        (line("answer", "Zoom", "Doodle"), reply("answer", "Doodle", "Zoom"), "right"),
        (line("answer", "Zoom"), reply("answer", "Zoom", lang="en"), "wrong"),
        (line("answer", "Zoom"), reply("answer", "Doodle"), "wrong"),
        (line("answer", "Zoom"), reply("answer", "Zoom", "Doodle"), "wrong"),
        (line("answer", "Zoom"), reply("keep", "Zoom"), "wrong"),
        (line("answer", "Zoom"), reply("answer", needs=("webinar",)), "by-need"),
        (line("answer", "Zoom"), reply("answer", needs=("webinar",), lang="en"), "wrong"),
        (line("answer", "Zoom"), reply("answer", needs=("date-poll",)), "wrong"),
        (line("answer", "Zoom"), reply("answer"), "wrong"),
        (line("answer", "Zoom"), reply("unknown"), "honest-miss"),
        (line("answer", "Zoom"), reply("ask"), "honest-miss"),
        (line("answer", "Zoom"), reply("help"), "honest-miss"),
        (line("answer", "Zoom"), reply("help", lang="en"), "wrong"),
        (line("answer", "Zoom"), reply("silent"), "silent"),
        (line("answer", "Zoom", "Doodle"), reply("answer", "Zoom"), "honest-miss"),
        (line("answer", "Zoom", "Doodle"), reply("answer", "Zoom", "HelloAsso"), "wrong"),
        (line("answer", needs=("date-poll", "forms")), reply("answer", needs=("forms",)), "right"),
        (line("answer", needs=("date-poll",)), reply("answer", needs=("date-poll", "forms")), "wrong"),
        (line("answer", needs=("date-poll",)), reply("answer", needs=("forms",)), "wrong"),
        (line("answer", needs=("date-poll",)), reply("answer", "Doodle"), "wrong"),
        (line("answer", needs=("date-poll",)), reply("unknown"), "honest-miss"),
        (line("answer", "Doodle", other=BY_DATE), reply("answer", needs=("date-poll",)), "right"),
        (line("answer", "Doodle", other=BY_DATE), reply("answer", "Doodle"), "right"),
        (line("ask", other=BY_DATE), reply("answer", needs=("date-poll",)), "right"),
        (line("keep", "HelloAsso"), reply("keep", "HelloAsso"), "right"),
        (line("keep", "HelloAsso"), reply("answer", "HelloAsso"), "wrong"),
        (line("ask"), reply("ask", "Zoom"), "right"),
        (line("ask"), reply("answer", "Zoom"), "wrong"),
        (line("ask"), reply("silent"), "silent"),
        (line("unknown"), reply("unknown"), "right"),
        (line("unknown"), reply("unknown", lang="en"), "wrong"),
        (line("unknown"), reply("answer", "Zoom"), "wrong"),
        (line("help"), reply("help"), "right"),
        (line("help"), reply("unknown"), "honest-miss"),
        (line("silent"), reply("silent"), "right"),
        (line("silent"), reply("silent", lang="en"), "right"),
        (line("silent"), reply("help"), "wrong"),
        (line("silent"), reply("answer", "Zoom"), "wrong"),
    ],
)
def test_a_reply_is_judged(expected: Line, said: dict[str, Any], verdict: Verdict) -> None:
    assert judge(expected, said, NEEDS_OF) == verdict
