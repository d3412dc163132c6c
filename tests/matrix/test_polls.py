"""Polls in the shapes that clients read, and the recount of their votes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

from bot.conversation import ClosePoll, OpenPoll, Recount, Recounted
from bot.matrix.content import sending
from bot.matrix.recount import recounted
from bot.matrix.spoken import Names
from bot.matrix.wire import Wire

POLL = OpenPoll(room="!a", cause="$q", question="Où ?", answers=(("drive", "Google Drive"), ("_free", "ailleurs")))
RECOUNT = Recount(room="!a", cause="$q", part="1", target=POLL.transaction)


def test_a_poll_is_disclosed_takes_one_answer_and_reads_well_without_polls() -> None:
    sent = sending(POLL, None)
    assert sent.kind == "org.matrix.msc3381.poll.start"
    assert sent.content == {
        "org.matrix.msc3381.poll.start": {
            "kind": "org.matrix.msc3381.poll.disclosed",
            "max_selections": 1,
            "question": {"org.matrix.msc1767.text": "Où ?", "body": "Où ?", "msgtype": "m.text"},
            "answers": [
                {"id": "drive", "org.matrix.msc1767.text": "Google Drive"},
                {"id": "_free", "org.matrix.msc1767.text": "ailleurs"},
            ],
        },
        "org.matrix.msc1767.text": "Où ?\n1. Google Drive\n2. ailleurs",
        "m.mentions": {},
    }


def test_a_poll_in_a_thread_is_related_to_it() -> None:
    poll = OpenPoll(room="!a", cause="$q", question="Où ?", answers=(), thread="$root")
    assert sending(poll, None).content["m.relates_to"]["rel_type"] == "m.thread"


def test_the_end_of_a_poll_refers_to_its_start() -> None:
    sent = sending(ClosePoll(room="!a", cause="$q", target=POLL.transaction, text="Clos."), "$poll")
    assert sent.kind == "org.matrix.msc3381.poll.end"
    assert sent.content["m.relates_to"] == {"rel_type": "m.reference", "event_id": "$poll"}
    assert sent.content["org.matrix.msc1767.text"] == "Clos."


# ── the recount ──────────────────────────────────────────────────────────────────────────────────


def response(event: str, answer: str, sender: str = "@ada:x", poll: str = "$poll") -> dict[str, Any]:
    return {
        "event_id": event,
        "sender": sender,
        "type": "org.matrix.msc3381.poll.response",
        "origin_server_ts": 1234,
        "content": {
            "m.relates_to": {"rel_type": "m.reference", "event_id": poll},
            "org.matrix.msc3381.poll.response": {"answers": [answer]},
        },
    }


@asynccontextmanager
async def homeserver(*pages: list[object]) -> AsyncIterator[Wire]:
    """Gives the relations of `$poll`, page by page."""

    async def relations(request: web.Request) -> web.Response:
        assert request.match_info["poll"] == "$poll"
        number = int(request.query.get("from", "0"))
        following = {"next_batch": str(number + 1)} if number + 1 < len(pages) else {}
        return web.json_response({"chunk": pages[number], **following})

    app = web.Application()
    app.router.add_get("/_matrix/client/v1/rooms/{room}/relations/{poll}/m.reference", relations)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        async with Wire(f"http://127.0.0.1:{runner.addresses[0][1]}") as wire:
            yield wire
    finally:
        await runner.cleanup()


async def counted(wire: Wire) -> Recounted:
    return await recounted(wire, RECOUNT, "$poll", Names("@releve:x"), None, 5)


async def test_all_pages_are_read_and_the_answer_is_named_by_its_recount() -> None:
    async with homeserver([response("$1", "drive")], [response("$2", "_free", "@bob:x")]) as wire:
        found = await counted(wire)
    assert [(vote.event, vote.sender, vote.answers, vote.sent_ms) for vote in found.votes] == [
        ("$1", "@ada:x", ("drive",), 1234),
        ("$2", "@bob:x", ("_free",), 1234),
    ]
    assert found.event == RECOUNT.transaction


async def test_what_is_no_vote_on_this_poll_falls_away() -> None:
    redacted = {**response("$2", "drive"), "content": {}}
    sealed = {**response("$3", "drive"), "type": "m.room.encrypted"}
    other = response("$4", "drive", poll="$another")
    end = {**response("$5", "drive"), "type": "org.matrix.msc3381.poll.end"}
    own = response("$6", "drive", sender="@releve:x")
    async with homeserver([response("$1", "drive"), redacted, sealed, other, end, own, None, 3]) as wire:
        assert [vote.event for vote in (await counted(wire)).votes] == ["$1"]


async def test_a_response_on_two_pages_is_one() -> None:
    async with homeserver([response("$1", "drive")], [response("$1", "drive")]) as wire:
        assert len((await counted(wire)).votes) == 1
