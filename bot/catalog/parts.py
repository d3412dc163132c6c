"""What the entries of the catalogue are made of: ids, addresses, dates, texts in two languages, sources."""

import datetime
import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_URL = re.compile(r"^https?://[a-z0-9.-]+\.[a-z]{2,}(:\d+)?(/[^\s<>\"]*)?$", re.IGNORECASE)
_MONTH = re.compile(r"^\d{4}-\d{2}(-\d{2})?$")


def _web_address(value: str) -> str:
    if not _URL.match(value):
        raise ValueError("web-address")
    return value


def _day_or_month(value: object) -> object:
    """`2026-11` and `2026-11-24` are both dates; a month stands for its first day."""
    if isinstance(value, str) and _MONTH.match(value):
        return value if len(value) == 10 else f"{value}-01"
    return value


Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=60)]
Url = Annotated[str, AfterValidator(_web_address)]
Date = Annotated[datetime.date, BeforeValidator(_day_or_month)]
Name = Annotated[str, Field(min_length=1, max_length=60)]
Sentence = Annotated[str, Field(min_length=1, max_length=300)]


class Frozen(BaseModel):
    """Plain data that nothing changes; a field that is not known is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Both(Frozen):
    """One text in the two languages of the house."""

    fr: Sentence
    en: Sentence

    def in_(self, language: str) -> str:
        """The text in `language` ("fr" or "en")."""
        return self.fr if language == "fr" else self.en


class Names(Frozen):
    """Other names that people type; case, accents, spaces and hyphens are folded and need no variants."""

    any: tuple[Name, ...] = ()
    fr: tuple[Name, ...] = ()
    en: tuple[Name, ...] = ()
    misspelt: tuple[Name, ...] = ()

    def all(self) -> tuple[str, ...]:
        """Every name, in the order of the file."""
        return (*self.any, *self.fr, *self.en, *self.misspelt)


class Source(Frozen):
    """Where a fact was read: a title or an address, and the date of that material (not of a visit)."""

    title: Annotated[str, Field(max_length=200)] | None = None
    url: Url | None = None
    date: Date

    @model_validator(mode="after")
    def _named(self) -> "Source":
        if self.title is None and self.url is None:
            raise ValueError("source-unnamed")
        return self
