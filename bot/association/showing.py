"""The picture of an association, ready to be put into a room: for whoever asks for it, and for the end of a quiz."""

from bot.association import picture, standing, storage_settings
from bot.association.moves import Moves
from bot.association.scenery import Facts, scenery
from bot.catalog import Catalogue
from bot.conversation import EventId, Language, RoomId, Show
from bot.database import Transaction
from bot.wording import tamed


async def facts_of(
    tx: Transaction, room: RoomId, catalogue: Catalogue, moves: Moves, language: Language, now_ms: int, zone: str
) -> Facts:
    """All that the picture and the report show. `zone`: the time zone of an association that has chosen none."""
    chosen = await storage_settings.settings(tx, room, now_ms)
    return Facts(
        await standing.standing(tx, room, catalogue),
        catalogue,
        tuple(await moves(tx, room)),
        language,
        now_ms,
        chosen.time_zone or zone,
        tamed(chosen.name or "", 60),
    )


def picture_of(
    facts: Facts,
    room: RoomId,
    cause: EventId,
    *,
    part: str = "",
    reply_to: EventId | None = None,
    thread: EventId | None = None,
) -> Show | None:
    """The picture, with its text twin beside it; None where nothing is in use yet."""
    if facts.stands.score is None:
        return None
    shown = scenery(facts)
    drawing = picture.drawn(shown)
    return Show(
        room=room,
        cause=cause,
        part=part,
        name=shown.speak.word("picture.file"),
        mime="image/png",
        content=picture.png(drawing),
        alt=picture.twin(shown),
        width=drawing.width,
        height=drawing.height,
        reply_to=reply_to,
        thread=thread,
    )
