"""What a person does in a chat or a script beside speaking: `/react ✅`, `/week`."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.demo.person import Person
from bot.demo.timeline import Event

_WEEK = ("/week", "/semaine")
_REACT = "/react"


@dataclass(frozen=True, slots=True)
class Hands:
    """What `person` can do in `room` with the messages of `bot`; `pass_a_week` moves the bot's clock."""

    person: Person
    room: str
    bot: str
    pass_a_week: Callable[[], None]

    async def do(self, line: str) -> Callable[[Event], bool] | None:
        """Do what `line` says; returns what an answer to it looks like, or None when it is no such line."""
        word, _, rest = line.partition(" ")
        if word in _WEEK and not rest:
            self.pass_a_week()
            return lambda event: self._said(event) and event.reply_to is None
        last = next((event for event in reversed(self.person.events) if self._said(event)), None)
        if word == _REACT and rest.strip() and last is not None:
            await self.person.react(self.room, last.id, rest.strip())
            return lambda event: self._said(event) and event.reply_to == last.id
        return None

    def _said(self, event: Event) -> bool:
        return event.room == self.room and event.sender == self.bot and event.is_message
