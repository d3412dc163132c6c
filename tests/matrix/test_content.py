"""Effects as the events that carry them."""

import pytest

from bot.conversation import Publish, React, Revise, Say, Show, Text, Withdraw
from bot.matrix.content import GivenUp, sending

TEXT = Text(body="Zoom → Jitsi", html="<p>Zoom → Jitsi</p>")
PLAIN = {
    "msgtype": "m.notice",
    "body": "Zoom → Jitsi",
    "format": "org.matrix.custom.html",
    "formatted_body": "<p>Zoom → Jitsi</p>",
    "m.mentions": {},
}


def test_an_answer_is_a_notice_that_replies_and_mentions_nobody() -> None:
    say = Say(room="!a", cause="$q", text=TEXT, reply_to="$q")
    assert sending(say, None).content == {**PLAIN, "m.relates_to": {"m.in_reply_to": {"event_id": "$q"}}}


def test_what_must_be_noticed_is_a_text() -> None:
    assert sending(Say(room="!a", cause="$q", text=TEXT, notify=True), None).content == {**PLAIN, "msgtype": "m.text"}


@pytest.mark.parametrize(("reply_to", "falls_back_to"), [("$q", "$q"), (None, "$root")])
def test_in_a_thread_the_reply_is_a_fallback(reply_to: str | None, falls_back_to: str) -> None:
    say = Say(room="!a", cause="$q", text=TEXT, reply_to=reply_to, thread="$root")
    assert sending(say, None).content["m.relates_to"] == {
        "rel_type": "m.thread",
        "event_id": "$root",
        "is_falling_back": True,
        "m.in_reply_to": {"event_id": falls_back_to},
    }


def test_a_revision_replaces_the_first_event() -> None:
    revise = Revise(room="!a", cause="$edit", target="releve-1", text=TEXT)
    content = sending(revise, "$answer").content
    assert content["body"] == "* Zoom → Jitsi"
    assert content["m.new_content"] == PLAIN
    assert content["m.relates_to"] == {"rel_type": "m.replace", "event_id": "$answer"}


def test_a_withdrawal_is_a_redaction() -> None:
    withdraw = Withdraw(room="!a/b", cause="$gone", target="releve-1")
    path = sending(withdraw, "$answer").path("!a/b", withdraw.transaction)
    assert path == f"/rooms/%21a%2Fb/redact/%24answer/{withdraw.transaction}"


@pytest.mark.parametrize(
    "change",
    [
        Revise(room="!a", cause="$edit", target="releve-1", text=TEXT),
        Withdraw(room="!a", cause="$gone", target="releve-1"),
    ],
)
def test_what_was_never_sent_cannot_be_changed(change: Revise | Withdraw) -> None:
    with pytest.raises(GivenUp, match="target-unknown"):
        sending(change, None)


def test_a_reaction() -> None:
    relation = {"rel_type": "m.annotation", "event_id": "$answer", "key": "🚀"}
    assert sending(React(room="!a", cause="$q", target="$answer", key="🚀"), None).content == {"m.relates_to": relation}


def test_a_reaction_to_an_own_message_waits_for_its_event() -> None:
    button = React(room="!a", cause="1/2026-W48", target="releve-1", key="✅", own=True)
    relation = {"rel_type": "m.annotation", "event_id": "$nudge", "key": "✅"}
    assert sending(button, "$nudge").content == {"m.relates_to": relation}
    with pytest.raises(GivenUp, match="target-unknown"):
        sending(button, None)


def test_what_is_larger_than_an_event_is_given_up() -> None:
    long = Say(room="!a", cause="$q", text=Text(body="é" * 31_000, html=""))
    with pytest.raises(GivenUp, match="too-large"):
        sending(long, None).path("!a", long.transaction)


def test_a_picture_carries_its_caption_its_name_and_its_size() -> None:
    picture = Show(room="!a", cause="$q", name="a.png", mime="image/png", content=b"1234", alt="62", width=9, height=7)
    assert sending(picture, None, {"url": "mxc://x/1"}).content == {
        "msgtype": "m.image",
        "body": "62",
        "filename": "a.png",
        "info": {"mimetype": "image/png", "size": 4, "w": 9, "h": 7},
        "m.mentions": {},
        "url": "mxc://x/1",
    }


def test_a_document_is_a_file_in_its_thread() -> None:
    report = Show(room="!a", cause="$q", name="a.html", mime="text/html", content=b"", alt="a", thread="$root")
    content = sending(report, None, {"file": {}}).content
    assert content["msgtype"] == "m.file"
    assert content["m.relates_to"]["event_id"] == "$root"


def test_a_file_that_was_put_nowhere_is_not_shown() -> None:
    with pytest.raises(GivenUp):
        sending(Show(room="!a", cause="$q", name="a", mime="text/html", content=b"", alt="a"), None)


def test_a_revision_is_an_event_of_its_own() -> None:
    published = sending(Publish(room="!a", cause="$q", fields={"revision": 3, "changes": "[]"}), None)
    assert published.kind == "org.releve.catalogue.revision"
    assert published.content == {"revision": 3, "changes": "[]"}
