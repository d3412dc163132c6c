"""Raw events, as homeservers and hostile people send them, and what the bot makes of them."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.conversation import Edit, Incoming, Joined, Left, Message, Published, Reaction, Redaction, Vote
from bot.matrix.events import TYPES, incoming
from bot.matrix.spoken import Names

NAMES = Names("@releve:asso.example", "La Relève")
NOW = 1_800_000_000_000


def event(kind: str, content: Any, **fields: Any) -> dict[str, Any]:
    return {
        "type": kind,
        "event_id": "$question",
        "sender": "@alice:asso.example",
        "origin_server_ts": NOW - 5000,
        "unsigned": {"age": 40},
        "content": content,
        **fields,
    }


def text(body: Any, **content: Any) -> dict[str, Any]:
    return event("m.room.message", {"msgtype": "m.text", "body": body, **content})


def read(raw: Any) -> Incoming | None:
    return incoming(raw, "!room", NAMES, NOW)


def message(raw: Any) -> Message:
    read_as = read(raw)
    assert isinstance(read_as, Message)
    return read_as


def test_a_message() -> None:
    assert read(text(" par quoi remplacer Zoom ? ")) == Message(
        room="!room",
        event="$question",
        sender="@alice:asso.example",
        age_ms=40,
        sent_ms=NOW - 5000,
        text="par quoi remplacer Zoom ?",
    )


def test_a_reply_is_read_without_its_quote() -> None:
    quoting = text(
        "> <@releve:asso.example> Zoom → Jitsi\n> Meet\n\net pour les mails ?",
        **{"m.relates_to": {"m.in_reply_to": {"event_id": "$answer"}}},
    )
    assert (message(quoting).text, message(quoting).reply_to) == ("et pour les mails ?", "$answer")


def test_a_quote_without_a_reply_is_what_was_said() -> None:
    assert message(text("> on garde Zoom\n\nnon")).text == "> on garde Zoom\n\nnon"


def in_thread(falling_back: bool) -> dict[str, Any]:
    relation = {
        "rel_type": "m.thread",
        "event_id": "$root",
        "is_falling_back": falling_back,
        "m.in_reply_to": {"event_id": "$answer"},
    }
    return text("et l'agenda ?", **{"m.relates_to": relation})


def test_a_message_in_a_thread_replies_to_nothing() -> None:
    assert (message(in_thread(True)).thread, message(in_thread(True)).reply_to) == ("$root", None)


def test_a_reply_in_a_thread() -> None:
    assert (message(in_thread(False)).thread, message(in_thread(False)).reply_to) == ("$root", "$answer")


@pytest.mark.parametrize(
    ("body", "said", "mentioned"),
    [
        ("La Relève: remplacer Zoom ?", "remplacer Zoom ?", True),
        ("la releve, remplacer Zoom ?", "remplacer Zoom ?", True),
        ("releve: remplacer Zoom ?", "remplacer Zoom ?", True),
        ("@releve remplacer Zoom ?", "remplacer Zoom ?", True),
        ("@releve:asso.example: remplacer Zoom ?", "remplacer Zoom ?", True),
        ("@releve", "", True),
        ("relève de la garde à 18 h", "relève de la garde à 18 h", False),
        ("La Relève passe samedi", "La Relève passe samedi", False),
        ("@relever remplacer Zoom ?", "@relever remplacer Zoom ?", False),
        ("Releve\N{COMBINING ACUTE ACCENT}: Zoom ?", "Zoom ?", True),
    ],
)
def test_called_by_name(body: str, said: str, mentioned: bool) -> None:
    assert (message(text(body)).text, message(text(body)).mentioned) == (said, mentioned)


@pytest.mark.parametrize(
    "mention",
    [
        {"m.mentions": {"user_ids": ["@releve:asso.example"]}},
        {"formatted_body": '<a href="https://matrix.to/#/@releve:asso.example">La Relève</a> Zoom ?'},
        {"formatted_body": '<a href="https://matrix.to/#/%40releve%3Aasso.example">La Relève</a> Zoom ?'},
    ],
)
def test_a_pill_needs_no_colon(mention: dict[str, Any]) -> None:
    assert message(text("La Relève Zoom ?", **mention)).text == "Zoom ?"
    assert message(text("La Relève Zoom ?", **mention)).mentioned


def test_a_pill_of_somebody_else_is_no_mention() -> None:
    assert not message(
        text("Bob ?", formatted_body='<a href="https://matrix.to/#/@releve:asso.example.org">B</a>')
    ).mentioned


def test_an_edit_carries_the_new_text() -> None:
    edited = text(
        "* par quoi remplacer Zoom ?",
        **{
            "m.new_content": {"msgtype": "m.text", "body": "par quoi remplacer Zoom ?"},
            "m.relates_to": {"rel_type": "m.replace", "event_id": "$first"},
        },
    )
    assert read(edited) == Edit(
        room="!room",
        event="$question",
        sender="@alice:asso.example",
        age_ms=40,
        sent_ms=NOW - 5000,
        original="$first",
        text="par quoi remplacer Zoom ?",
    )


@pytest.mark.parametrize("place", [{"redacts": "$gone"}, {"content": {"redacts": "$gone"}}])
def test_a_redaction_names_its_event_in_one_of_two_places(place: dict[str, Any]) -> None:
    redaction = read({**event("m.room.redaction", {}), **place})
    assert isinstance(redaction, Redaction)
    assert redaction.redacts == "$gone"


def test_a_reaction() -> None:
    relation = {"rel_type": "m.annotation", "event_id": "$answer", "key": "🚀"}
    reaction = read(event("m.reaction", {"m.relates_to": relation}))
    assert isinstance(reaction, Reaction)
    assert (reaction.target, reaction.key) == ("$answer", "🚀")


@pytest.mark.parametrize(
    ("kind", "content", "answers"),
    [
        ("org.matrix.msc3381.poll.response", {"org.matrix.msc3381.poll.response": {"answers": ["2"]}}, ("2",)),
        ("m.poll.response", {"m.selections": ["2", "3"]}, ("2", "3")),
        ("m.poll.response", {"m.selections": []}, ()),
        ("m.poll.response", {"m.selections": "2"}, ()),
    ],
)
def test_a_vote_in_both_dialects(kind: str, content: dict[str, Any], answers: tuple[str, ...]) -> None:
    relation = {"m.relates_to": {"rel_type": "m.reference", "event_id": "$poll"}}
    vote = read(event(kind, {**content, **relation}))
    assert isinstance(vote, Vote)
    assert (vote.poll, vote.answers) == ("$poll", answers)


def membership(membership: str, who: str = NAMES.user, **unsigned: Any) -> dict[str, Any]:
    return event("m.room.member", {"membership": membership}, state_key=who, unsigned=unsigned)


def test_the_bot_arrives_in_a_private_conversation() -> None:
    invited = {"membership": "invite", "is_direct": True}
    joined = read(membership("join", prev_content=invited))
    assert isinstance(joined, Joined)
    assert joined.direct


def test_the_bot_knows_who_invited_it_where_the_homeserver_says() -> None:
    own = {**membership("join", prev_content={"membership": "invite"}, prev_sender="@bob:asso.example")}
    joined = read({**own, "sender": NAMES.user})
    assert isinstance(joined, Joined)
    assert joined.sender == "@bob:asso.example"


def test_a_new_picture_is_no_arrival() -> None:
    assert read(membership("join", prev_content={"membership": "join"})) is None


def test_the_bot_is_removed() -> None:
    assert isinstance(read(membership("ban")), Left)


def test_others_come_and_go_unnoticed() -> None:
    assert read(membership("join", "@bob:asso.example")) is None


@pytest.mark.parametrize(
    "silent",
    [
        event("m.room.message", {"msgtype": "m.notice", "body": "par quoi remplacer Zoom ?"}),
        event("m.room.message", {"msgtype": "m.image", "body": "zoom.png"}),
        event("m.room.message", {}),
        event("m.room.message", {"msgtype": "m.text", "body": "?"}, sender=NAMES.user),
        event("m.room.message", {"msgtype": "m.text", "body": "?"}, state_key=""),
        text(["Zoom"]),
        text(""),
        text("x" * 70_000),
        event("m.room.message", {"msgtype": "m.text", "body": "?"}, event_id="$" + "x" * 300),
        event("m.room.message", {"msgtype": "m.text", "body": "?"}, event_id="$\ud800"),
    ],
)
def test_nothing_to_the_bot(silent: dict[str, Any]) -> None:
    assert read(silent) is None


def test_half_a_surrogate_pair_can_be_stored() -> None:
    assert message(json.loads(json.dumps(text("Zoom \ud83d ?")))).text.encode("utf-8")


@pytest.mark.parametrize(
    ("unsigned", "sent", "age"),
    [
        ({"age": 12}, NOW - 90, 12),
        ({}, NOW - 90, 90),
        ({"age": -3}, NOW, 0),
        ({"age": True}, NOW - 90, 90),
        ({"age": float("inf")}, NOW - 90, 90),
        ("old", NOW + 90, 0),
        (None, "yesterday", 0),
    ],
)
def test_age(unsigned: Any, sent: Any, age: int) -> None:
    assert message({**text("?"), "unsigned": unsigned, "origin_server_ts": sent}).age_ms == age


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.text(st.characters(categories=["Cs"]), max_size=3)
    | st.sampled_from(["$a", "@alice:asso.example", NAMES.user, "m.text", "m.replace", "m.thread", "m.annotation"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
RELATION = st.fixed_dictionaries(
    {},
    optional={
        "rel_type": JSON,
        "event_id": JSON,
        "key": JSON,
        "m.in_reply_to": JSON | st.fixed_dictionaries({"event_id": JSON}),
        "is_falling_back": JSON,
    },
)
CONTENT = st.fixed_dictionaries(
    {},
    optional={
        "msgtype": JSON,
        "body": JSON,
        "formatted_body": JSON,
        "m.mentions": JSON | st.fixed_dictionaries({"user_ids": JSON}),
        "m.new_content": JSON,
        "m.relates_to": JSON | RELATION,
        "m.selections": JSON,
        "org.matrix.msc3381.poll.response": JSON | st.fixed_dictionaries({"answers": JSON}),
        "membership": JSON | st.sampled_from(["join", "leave"]),
        "redacts": JSON,
    },
)
EVENT = st.fixed_dictionaries(
    {},
    optional={
        "type": JSON | st.sampled_from(TYPES),
        "event_id": JSON | st.just("$a"),
        "sender": JSON | st.just("@alice:asso.example"),
        "state_key": JSON | st.just(NAMES.user),
        "origin_server_ts": JSON,
        "unsigned": JSON | st.fixed_dictionaries({"age": JSON, "prev_content": JSON}),
        "redacts": JSON,
        "content": JSON | CONTENT,
    },
)


@settings(max_examples=500, deadline=None)
@given(JSON | EVENT)
def test_whatever_comes_is_read_or_left_and_what_is_read_can_be_stored(raw: Any) -> None:
    happening = read(raw)
    assert happening is None or repr(happening).encode("utf-8")
    if happening is not None:
        assert len(happening.event) <= 255
        assert 0 <= happening.age_ms < 2**53
    if isinstance(happening, Message | Edit):
        assert happening.text.encode("utf-8") is not None


def test_what_another_bot_tells_of_its_catalogue() -> None:
    told = read(event("org.releve.catalogue.revision", {"revision": 3, "changes": "[]", "half": 0.5, "deep": {}}))
    assert isinstance(told, Published)
    assert told.fields == {"revision": 3, "changes": "[]"}


def test_what_tells_nothing_is_nothing() -> None:
    assert read(event("org.releve.catalogue.revision", {"half": 0.5})) is None
