"""The identity of the bot, for whoever keeps it: shown, and replaced when they ask for it in so many words."""

from dataclasses import dataclass
from pathlib import Path

from bot.config import Config
from bot.matrix import cross_signing, identity
from bot.matrix.session import SESSION, Refused, opened
from bot.matrix.wire import Wire


@dataclass(frozen=True, slots=True)
class Replaced:
    """The public master key of the new identity, and the file that keeps the old one, if there was one."""

    key: str
    before: Path


def shown(config: Config) -> str | None:
    """The public master key of the identity in the data folder, or None. Raises `session.Refused`."""
    file = config.data / identity.FILE
    try:
        kept = identity.kept(file)
    except identity.IdentityDamaged:
        raise Refused("matrix.identity-damaged", file=str(file)) from None
    return kept.master.public if kept is not None else None


async def replaced(config: Config) -> Replaced | None:
    """Make a new identity, in the place of the one of the account; None when the homeserver does not accept it.

    Raises `session.Refused`.
    """
    file = config.data / identity.FILE
    async with Wire(config.matrix.homeserver) as wire:
        session = await opened(config.matrix, wire, config.data / SESSION)
        made = await cross_signing.replace(wire, session, config.matrix.password, file)
    return Replaced(made.master.public, identity.before(file)) if made is not None else None
