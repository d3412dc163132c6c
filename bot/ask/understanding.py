"""What a message was understood to be about: the result of `understand`, plain data."""

from dataclasses import dataclass
from enum import StrEnum

from bot.catalog.names import Ref
from bot.conversation import Language


class Outcome(StrEnum):
    """What kind of reply a message gets; the words of the offline door."""

    ANSWER = "answer"
    KEEP = "keep"
    GONE = "gone"
    ASK = "ask"
    UNKNOWN = "unknown"
    SILENT = "silent"
    HELP = "help"


class About(StrEnum):
    """What somebody wants to know about an answer that was given."""

    DETAILS = "details"
    COST = "cost"
    EXPORT = "export"
    NO = "no"
    MORE = "more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What an earlier answer was about: ids only. `choices` are what it asked to choose from."""

    language: Language
    products: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    choices: tuple[Ref, ...] = ()
    doubt: bool = False
    unknown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """A message, understood.

    `products`: ids of what is to be left; `kept`: alternatives and hosts asked about as if they were to be
    replaced; `needs`: what the tool is for; `toward`: where the person already heads; `unknown`: the name
    as it was typed (not yet tamed); `choices`: what to ask back; `doubt`: a misspelt name was guessed;
    `about` and `number`: what is asked about the topic, and about which of the alternatives it showed.
    """

    outcome: Outcome
    language: Language
    products: tuple[str, ...] = ()
    kept: tuple[Ref, ...] = ()
    needs: tuple[str, ...] = ()
    toward: tuple[Ref, ...] = ()
    unknown: str = ""
    choices: tuple[Ref, ...] = ()
    giant: str = ""
    doubt: bool = False
    about: About | None = None
    number: int = 0
