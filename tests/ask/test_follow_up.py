"""What is said about an answer that was given."""

import pytest

from bot.ask.answer import answer
from bot.ask.follow_up import FollowUp, follow_up
from bot.ask.reading.message import Message
from bot.ask.understand import understand
from bot.ask.understanding import About, Outcome, Topic
from bot.catalog.names import Entry, Ref
from tests.ask.tools import CATALOGUE, NAMES

DRIVE = Topic(language="fr", products=("google-drive",), shown=("nextcloud", "framaforms", "mailo"))
WHICH = Topic(language="fr", choices=(Ref(Entry.PRODUCT, "google-drive"), Ref(Entry.PRODUCT, "gmail")))
UNKNOWN = Topic(language="fr", unknown=True)
DOUBT = Topic(language="fr", products=("dropbox",), shown=("nextcloud",), doubt=True)


def about(text: str, topic: Topic, addressed: bool = True) -> FollowUp | None:
    return follow_up(Message(text, NAMES), topic, addressed)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("détails 2", FollowUp(About.DETAILS, 2)),
        ("plus de détails sur le 2 stp", FollowUp(About.DETAILS, 2)),
        ("tell me more about the third", FollowUp(About.DETAILS, 3)),
        ("2", FollowUp(About.DETAILS, 2)),
        ("2️⃣", FollowUp(About.DETAILS, 2)),
        ("le deuxième", FollowUp(About.DETAILS, 2)),
        ("des infos sur Framaforms ?", FollowUp(About.DETAILS, 2)),
        ("c’est payant ?", FollowUp(About.COST)),
        ("how much does it cost?", FollowUp(About.COST)),
        ("le 2 c'est combien ?", FollowUp(About.COST, 2)),
        ("comment on exporte ?", FollowUp(About.EXPORT)),
        ("how do we get our data out?", FollowUp(About.EXPORT)),
        ("et pour les formulaires ?", FollowUp(needs=("forms",))),
        ("suite", FollowUp(About.MORE)),
        ("et Zoom ?", None),
        ("par quoi remplacer Doodle ?", None),
        ("super, on en parle mardi", None),
        ("", None),
    ],
)
def test_an_answer_is_gone_on_from(text: str, found: FollowUp | None) -> None:
    assert about(text, DRIVE) == found


@pytest.mark.parametrize(
    ("text", "product"),
    [("2", "gmail"), ("le premier", "google-drive"), ("la 2 svp", "gmail"), ("option 1", "google-drive")],
)
def test_a_number_chooses_from_what_was_asked(text: str, product: str) -> None:
    assert about(text, WHICH) == FollowUp(choice=Ref(Entry.PRODUCT, product))
    assert understand(text, NAMES, addressed=True, topic=WHICH).products == (product,)


def test_a_number_that_was_not_offered_chooses_nothing() -> None:
    assert about("7", WHICH) is None


def test_a_tool_that_nobody_knew_is_looked_for_by_its_need() -> None:
    understood = understand("c’est pour les plannings", NAMES, addressed=True, topic=UNKNOWN)
    assert (understood.outcome, understood.needs) == (Outcome.ANSWER, ("calendar",))


def test_a_wrong_guess_is_taken_back_and_put_right() -> None:
    assert about("non", DOUBT) == FollowUp(about=About.NO)
    assert understand("non, Doodle", NAMES, addressed=True, topic=DOUBT).products == ("doodle",)


def test_another_need_of_the_same_giant_leads_to_its_tool_for_that() -> None:
    understood = understand("et pour les mails ?", NAMES, addressed=True, topic=DRIVE)
    assert (understood.products, understood.needs) == (("gmail",), ("email",))


def test_a_need_that_also_names_several_tools_is_the_need_that_is_gone_on_with() -> None:
    understood = understand("and for maps?", NAMES, addressed=True, topic=DRIVE)
    assert (understood.outcome, understood.products, understood.needs) == (Outcome.ANSWER, ("google-maps",), ("maps",))


def test_what_was_just_proposed_brings_its_part_for_the_next_need_first() -> None:
    forms = Topic(language="fr", products=("zoom",), shown=("nextcloud",))
    understood = understand("et pour les formulaires ?", NAMES, addressed=True, topic=forms)
    assert answer(CATALOGUE, understood).topic.shown[0] == "nextcloud-forms"


def test_in_a_thread_people_talk_to_one_another() -> None:
    assert about("c'est gratuit, je crois", DRIVE, addressed=False) is None
    assert about("c'est gratuit ?", DRIVE, addressed=False) == FollowUp(About.COST)
    assert about("on sera 2", DRIVE, addressed=False) is None
    assert about("détails 2", DRIVE, addressed=False) == FollowUp(About.DETAILS, 2)


@pytest.mark.parametrize(
    "text", ["ok, on essaie Nextcloud la semaine prochaine alors", "Paul s'occupe du Doodle de mardi"]
)
def test_what_is_said_after_an_answer_is_not_always_a_question(text: str) -> None:
    assert understand(text, NAMES, addressed=True, topic=DRIVE).outcome is Outcome.HELP
