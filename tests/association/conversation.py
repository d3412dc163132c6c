"""One room, one desk, one skill: what is typed and the whole reply that comes back."""

from dataclasses import dataclass, field

from bot.clock import SystemClock
from bot.conversation import Message, Room, Say
from bot.database import Database
from bot.desk import Desk, Manners, Skill


@dataclass
class Chat:
    """A person who types in a room; `says` gives the bot's replies as plain text."""

    database: Database
    skill: Skill
    language: str = "fr"
    room: Room = field(default_factory=lambda: Room(id="!office"))
    count: int = 0

    async def says(self, text: str, **more: object) -> list[str]:
        desk = Desk(self.database, [self.skill], SystemClock(), Manners(language=self.language))
        self.count += 1
        message = Message(room=self.room.id, event=f"${self.count}", sender="@ada:x", age_ms=0, text=text, **more)  # type: ignore[arg-type]
        posted = await desk.receive([(message, self.room)])
        return [
            row.effect.text.body.replace("\u00a0", " ").replace("\u202f", " ")
            for row in posted
            if isinstance(row.effect, Say)
        ]
