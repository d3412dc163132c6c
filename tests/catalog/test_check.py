"""The gate: what a catalogue must not hold, and how the place is named."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.catalog import check
from bot.catalog.catalogue import Catalogue
from bot.catalog.model import Alternative, Giant, Host, Need, Product
from bot.wording import voice
from tests.catalog.small import TODAY, alternative, both, catalogue, giant, host, need, product


def complaints(*entries: Product | Alternative | Need | Host | Giant, stale: int | None = None) -> list[str]:
    found = check.findings(catalogue(*entries), TODAY, stale)
    return [
        f"{finding.kind}/{finding.entry} {'.'.join(map(str, finding.place))}: "
        + voice("en").word(finding.sentence, entry=finding.entry, **finding.values)
        for finding in found
    ]


def offer(**more: object) -> list[dict[str, object]]:
    return [{"host": "framasoft", "cost": both("gratuit", "free"), **more}]


def test_a_small_right_catalogue_passes() -> None:
    assert complaints() == []


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        (
            [product("Skype", use="jitsi")],
            ["products/skype alternatives.video-call.0.alternative: there is no alternative “jitsi” in alternatives/."],
        ),
        (
            [product("Skype", owner="microsoft")],
            [
                "products/skype owner: the giant “microsoft” is not in giants.yaml;"
                " for another owner: (name: …, country: …)."
            ],
        ),
        (
            [product("Skype", needs="video-call phone")],
            ["products/skype needs.1: the need “phone” is not in needs.yaml."],
        ),
        (
            [alternative("Galène", id="galene", offers=offer(host="nobody"))],
            ["alternatives/galene offers.0.host: there is no host “nobody” in hosts/."],
        ),
        (
            [alternative("Talk", part_of="nextcloud")],
            ["alternatives/talk part_of: there is no alternative “nextcloud” in alternatives/."],
        ),
        ([giant("Apple", asks=["facetime"])], ["giants/apple asks.0: there is no product “facetime” in products/."]),
        (
            [need("chat", "discussion", "chat", alternatives=["zulip"])],
            ["needs/chat alternatives.0: there is no alternative “zulip” in alternatives/."],
        ),
    ],
)
def test_a_reference_to_nothing_is_named(entries: Sequence[Product], expected: list[str]) -> None:
    assert complaints(*entries) == expected


def test_a_name_of_two_entries_is_named_on_both_sides() -> None:
    assert complaints(product("Skype", aliases={"fr": ["zo om"]})) == [
        "products/zoom name: “zoom” also names skype. Take it out of one, or declare it in ambiguous on both sides.",
        "products/skype aliases.fr.0: “zoom” also names zoom."
        " Take it out of one, or declare it in ambiguous on both sides.",
    ]


def test_a_name_that_both_declare_ambiguous_is_fine() -> None:
    assert (
        complaints(product("Outlook app", ambiguous=["outlook"]), product("Outlook mail", ambiguous=["outlook"])) == []
    )


def test_one_thing_as_product_and_alternative_may_share_its_name() -> None:
    kept = product("HelloAsso", answer="keep", hint=both("rien ne presse", "no hurry"), owner={"name": "HelloAsso"})
    assert complaints(kept, alternative("HelloAsso", also_product="helloasso")) == []


def test_an_ordinary_word_must_ask_for_context() -> None:
    assert complaints(product("Notion", aliases={"en": ["table"]}), product("Zoom")) == [
        "products/notion aliases.en.0: “table” is an ordinary word too: add it to needs_context.",
    ]


def test_what_belongs_to_a_giant_is_not_proposed() -> None:
    assert complaints(
        product("Meet"),
        alternative("Meet", also_product="meet"),
        alternative("Docs", homepage="https://docs.google.com"),
    ) == [
        "alternatives/meet also_product: this alternative belongs to a giant (google): it is not proposed.",
        "alternatives/docs homepage: this alternative belongs to a giant (google.com): it is not proposed.",
    ]


def test_a_closed_host_and_a_closed_offer_are_not_proposed() -> None:
    closed = "the offer of “framasoft” is closed to newcomers: take it out."
    assert complaints(alternative("Pod", offers=offer(open="no"))) == [f"alternatives/pod offers.0: {closed}"]
    assert complaints(host("Framasoft", open="no"), alternative("Pod", offers=offer())) == [
        f"alternatives/pod offers.0: {closed}"
    ]


def test_what_is_proposed_serves_the_need() -> None:
    chat = need("chat", "discussion", "chat", alternatives=["jitsi-meet"])
    assert complaints(chat, product("Slack", needs="chat")) == [
        "products/slack alternatives.chat.0.alternative: “jitsi-meet” does not have “chat” among its needs.",
        "needs/chat alternatives.0: “jitsi-meet” does not have “chat” among its needs.",
    ]


@pytest.mark.parametrize("licence", ["AGPL-3.0", "GPL 3", "Apache-2", "libre"])
def test_a_licence_that_spdx_does_not_know_is_refused(licence: str) -> None:
    [said] = complaints(alternative("Pod", licence=licence))
    assert said.startswith(f"alternatives/pod licence: “{licence}” is not a current SPDX identifier")


@pytest.mark.parametrize("licence", ["AGPL-3.0-or-later", "MIT OR Apache-2.0", "CECILL-B", "not-free", "not-software"])
def test_a_licence_that_spdx_knows_passes(licence: str) -> None:
    assert complaints(alternative("Pod", licence=licence)) == []


def test_dates_are_sane() -> None:
    assert complaints(
        product("Late", checked="2027-01-01"),
        product("Early", checked="1999-12-31", sources=[{"title": "Page", "date": "2026-11-26"}]),
    ) == [
        "products/late checked: 2027-01-01 cannot be right: neither before 2000 nor in the future.",
        "products/early checked: 1999-12-31 cannot be right: neither before 2000 nor in the future.",
        "products/early sources.0: 2026-11-26 cannot be right: neither before 2000 nor in the future.",
        "products/early sources.0: a source of 2026-11-26 is newer than “checked”.",
    ]


def test_what_was_checked_where_it_is_tomorrow_already_is_fine() -> None:
    assert complaints(product("Skype", checked="2026-11-25")) == []


def test_what_was_not_checked_for_a_year_is_listed_as_a_warning() -> None:
    old = product("Skype", checked="2025-11", sources=[{"title": "Page", "date": "2025-11"}])
    assert complaints(old) == []
    assert complaints(old, stale=365) == ["products/skype checked: skype has not been checked since 2025-11-01."]
    [warning] = check.findings(catalogue(old), TODAY, 365)
    assert warning.warning


def test_a_finding_is_placed_in_its_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "products").mkdir()
    (tmp_path / "products" / "zoom.yaml").write_text("id: zoom\nname: Zoom\nneeds:\n  - video-call\n  - phone\n")
    (tmp_path / "needs.yaml").write_text("- id: mail\n- id: chat\n  alternatives:\n    - zulip\n    - slack\n")
    placed = check.located(
        tmp_path,
        [
            check.Finding("products", "zoom", ("needs", 1), "mistake.unknown-needs", {"id": "phone"}),
            check.Finding("products", "zoom", ("owner",), "mistake.unknown-giants", {"id": "x"}),
            check.Finding("needs", "chat", ("alternatives", 1), "mistake.unknown-alternatives", {"id": "slack"}),
        ],
    )
    assert [(mistake.file.name, mistake.line) for mistake in placed] == [
        ("zoom.yaml", 5),
        ("zoom.yaml", 1),
        ("needs.yaml", 5),
    ]


def test_an_empty_catalogue_has_nothing_wrong() -> None:
    assert check.findings(Catalogue(), TODAY, 365) == []
