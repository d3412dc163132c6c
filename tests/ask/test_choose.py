"""Which alternatives are shown, and in which order."""

from bot.ask.choose import Circle, best_offer, for_need, for_product
from tests.ask.tools import CATALOGUE
from tests.catalog.small import alternative, both, catalogue, host, need, product

NOBODY = Circle()


def shown(name: str, circle: Circle = NOBODY, needs: tuple[str, ...] = ()) -> list[str]:
    return [pick.alternative.id for pick in for_product(CATALOGUE, CATALOGUE.products[name], needs, circle)]


def test_alternatives_come_in_the_order_of_the_catalogue() -> None:
    assert shown("google-forms") == ["framaforms", "nextcloud-forms"]


def test_what_the_association_has_comes_first_and_says_through_what() -> None:
    [first, _] = for_product(CATALOGUE, CATALOGUE.products["google-forms"], (), Circle(frozenset({"nextcloud"})))
    assert (first.alternative.id, first.owned, first.through) == ("nextcloud-forms", True, "Nextcloud")


def test_what_the_association_has_counts_where_no_ranking_names_it() -> None:
    assert shown("canva", Circle(frozenset({"nextcloud"})))[0] == "nextcloud-forms"


def test_where_a_person_already_heads_comes_before_the_rest() -> None:
    assert shown("zoom", Circle(toward=frozenset({"bbb"}))) == ["bbb", "jitsi-meet"]


def test_a_need_chooses_among_the_alternatives_of_a_product() -> None:
    whole = product(
        "Whole",
        "forms calendar",
        alternatives={
            "forms": [{"alternative": "framaforms", "why": both("un")}],
            "calendar": [{"alternative": "nextcloud", "why": both("deux")}],
        },
    )
    assert [p.alternative.id for p in for_product(CATALOGUE, whole, ("calendar",), NOBODY)] == ["nextcloud"]
    assert [p.alternative.id for p in for_product(CATALOGUE, whole, (), NOBODY)] == ["framaforms", "nextcloud"]
    assert [p.alternative.id for p in for_product(CATALOGUE, whole, ("maps",), NOBODY)] == ["framaforms", "nextcloud"]


def test_closed_hosts_closed_offers_and_giants_are_never_shown() -> None:
    closed = {"host": "closed", "cost": both("gratuit")}
    small = catalogue(
        host("Closed", open="no"),
        alternative("Dead", offers=[closed]),
        alternative("Shut", offers=[{"host": "framasoft", "open": "no", "cost": both("gratuit")}]),
        alternative("Half", offers=[closed, {"host": "framasoft", "cost": both("gratuit")}]),
        alternative("Giants", also_product="meet"),
        product("Meet", owner="google"),
        product("Asked", use="dead shut half giants"),
    )
    picks = for_product(small, small.products["asked"], (), NOBODY)
    assert [(pick.alternative.id, pick.host.id if pick.host else "") for pick in picks] == [("half", "framasoft")]
    assert best_offer(small, small.alternatives["dead"]) is None


def test_nothing_is_replaced_by_itself() -> None:
    small = catalogue(
        alternative("Same", also_product="same"), product("Same", owner={"name": "Us"}, use="same jitsi-meet")
    )
    assert [pick.alternative.id for pick in for_product(small, small.products["same"], (), NOBODY)] == ["jitsi-meet"]


def test_a_need_shows_its_own_ranking_and_then_whatever_serves_it() -> None:
    small = catalogue(
        need("video-call", "visio", "video call", alternatives=["second"]), alternative("First"), alternative("Second")
    )
    assert [pick.alternative.id for pick in for_need(small, "video-call", NOBODY)] == ["second", "jitsi-meet", "first"]
    assert for_need(small, "nothing", NOBODY) == ()
