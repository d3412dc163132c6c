"""The shape of one catalogue entry: plain, frozen data, checked on the way in.

Rules that one entry can be checked for by itself live here, what entries are made of in `parts.py`; rules between
entries live in `check.py`.
Every text that a person reads is a `Both`: French and English, each one short sentence or phrase.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from bot.catalog.parts import Both, Date, Frozen, Id, Name, Names, Source, Url


def _zero_half_one(value: float) -> float:
    if value not in {0, 0.5, 1}:
        raise ValueError("criterion")
    return value


Wording = Annotated[str, Field(min_length=1, max_length=300)]
Criterion = Annotated[float, AfterValidator(_zero_half_one)]


class Owner(Frozen):
    """Who owns a product when it is not one of the giants. Country: ISO 3166-1 alpha-2."""

    name: Name
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = None


class _Entry(Frozen):
    id: Id
    name: Name
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    checked: Date


class _NamedEntry(_Entry):
    aliases: Names = Names()
    needs_context: tuple[Name, ...] = ()
    """Names (of this entry) that are also ordinary words: believed only beside a cue such as « remplacer »."""
    ambiguous: tuple[Name, ...] = ()
    """Names that another entry declares too: the bot decides by context, or asks."""

    def spoken(self) -> tuple[str, ...]:
        """Every way to name this entry: its name, its aliases, its words that need context or are shared."""
        return (self.name, *self.aliases.all(), *self.needs_context, *self.ambiguous)


class Kind(StrEnum):
    """What kind of answer a product gets (VOICE: a product, keep it, gone, no good equivalent)."""

    REPLACE = "replace"
    KEEP = "keep"
    GONE = "gone"
    NO_EQUIVALENT = "no-equivalent"


class Ranked(Frozen):
    """An alternative at its rank for one need, with the reason it stands there."""

    alternative: Id
    why: Both


class Export(Frozen):
    """How to get the data out. `url` is the page where it is done, if there is one."""

    how: Both
    url: Url | None = None


class Gone(Frozen):
    """What became of a product that ended or changed its name. `became` is a product id or an alternative id."""

    when: Date
    became: Id | None = None
    what: Both


class Discount(Frozen):
    """An offer that keeps associations captive (a free or cheap programme for non-profits)."""

    what: Both
    source: Source


class LockIn(Frozen):
    """The five criteria of formula 1 (PROGRESS): each 0 (free), 0.5 or 1 (captive).

    `data`: getting the data out; `exit`: a realistic exit; `standards`: open standards;
    `operator`: choice of who runs it; `governance`: who decides. `ads`: paid by advertising or profiling.
    `forced_account`: members or the public must open an account.
    """

    data: Criterion
    exit: Criterion
    standards: Criterion
    operator: Criterion
    governance: Criterion
    ads: bool = False
    forced_account: bool = False
    source: Source


class Product(_NamedEntry):
    """A proprietary tool that associations use, or a tool that people ask about as if it were."""

    owner: Id | Owner
    """A giant's id, or an owner who is not a giant."""
    free: bool = False
    """True for free software that people ask about: control G = 0, always kept."""
    needs: Annotated[tuple[Id, ...], Field(min_length=1)]
    answer: Kind
    alternatives: Mapping[Id, tuple[Ranked, ...]] = Field(default_factory=dict)
    """Per need, best first. The keys are among `needs`."""
    hint: Both | None = None
    """keep: why there is no hurry. no-equivalent: what is missing. replace: optional."""
    export: Export | None = None
    limit: Both | None = None
    """One honest line about what leaving costs."""
    effort: Literal["evening", "week", "season"] | None = None
    lock_in: LockIn | None = None
    discounts: tuple[Discount, ...] = ()
    gone: Gone | None = None

    @model_validator(mode="after")
    def _complete(self) -> "Product":
        missing = {
            Kind.REPLACE: (self.export, self.limit, self.effort, self.lock_in, self.alternatives),
            Kind.KEEP: (self.hint,),
            Kind.GONE: (self.gone,),
            Kind.NO_EQUIVALENT: (self.hint, self.limit, self.lock_in),
        }[self.answer]
        if not all(missing):
            raise ValueError(f"incomplete-{self.answer.value}")
        return self


class Open(StrEnum):
    """Does a host take a new association?"""

    YES = "yes"
    ON_REQUEST = "on-request"
    MEMBERS = "members"
    NO = "no"


class Offer(Frozen):
    """Where an association gets an alternative. `service` is the host's own name for it (Framapad)."""

    host: Id
    service: Name | None = None
    url: Url | None = None
    open: Open = Open.YES
    cost: Both
    limit: Both | None = None


class Alternative(_NamedEntry):
    """What can take over: software, a service, or a habit.

    `licence` is an SPDX expression, `not-free` for a proprietary service that is kept because it is
    European, cooperative or non-profit, or `not-software` (a bank transfer, a bookshop).
    """

    licence: Annotated[str, Field(min_length=2, max_length=120)]
    licence_note: Both | None = None
    homepage: Url | None = None
    source_code: Url | None = None
    needs: Annotated[tuple[Id, ...], Field(min_length=1)]
    what: Both
    """What it is, in one phrase of at most about twelve words, without its name."""
    offers: tuple[Offer, ...] = ()
    """Best first for a small association: hosted before self-hosted. Empty for a program one installs."""
    cost: Both | None = None
    """What it costs where no offer says it."""
    difficulty: Literal["easy", "medium", "hard"]
    limits: Annotated[tuple[Both, ...], Field(min_length=1)]
    """Honest limits, the one that matters most first."""
    first_steps: Annotated[tuple[Both, ...], Field(min_length=2)]
    """What one person does first, each within an evening."""
    part_of: Id | None = None
    """The alternative that brings this one along (Nextcloud for Nextcloud Forms)."""
    also_product: Id | None = None
    """The product entry of the same thing, where people also ask what replaces it (HelloAsso)."""
    keep: Both | None = None
    """The hint when somebody asks what replaces this (it is already free)."""


class Host(_Entry):
    """Who runs alternatives for associations; `self` is the association's own server."""

    url: Url | None = None
    kind: Literal[
        "association", "cooperative", "company", "collective", "portal", "directory", "campaign", "author", "self"
    ]
    said: Both | None = None
    """The name as it stands after « chez » or "at", where it needs an article (« un CHATONS »)."""
    place: Both
    open: Open
    offer: Both
    cost: Both
    limit: Both

    def after_at(self, language: str) -> str:
        """The name after « chez » or "at", in `language`."""
        return self.said.in_(language) if self.said else self.name


class Giant(Frozen):
    """An owner of products whose grip the campaign names. Country: ISO 3166-1 alpha-2."""

    id: Id
    name: Name
    parent: Name | None = None
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    also: tuple[Name, ...] = ()
    """Other brands of the house, for « à qui appartient … »."""
    words: tuple[Name, ...] = ()
    """Words that name the giant alone and make the bot ask which product (« google »)."""
    asks: tuple[Id, ...] = ()
    """The products offered in that question, in order."""


class Words(Frozen):
    """Ordinary wording to recognise, per language, in the singular; plurals and elisions are folded.

    « signer|parapher … contrat|bail »: one of the first words, then one of the others a few words on.
    """

    fr: Annotated[tuple[Wording, ...], Field(min_length=1)]
    en: Annotated[tuple[Wording, ...], Field(min_length=1)]


class Need(Frozen):
    """What a tool is for. `weight` is w_k of formula 1 (PROGRESS)."""

    id: Id
    label: Both
    say: Words
    weight: Literal[1, 2, 3] = 1
    ambiguous: tuple[Name, ...] = ()
    """Words of `say` that name another need too (« messagerie »): the bot decides by context, or asks."""
    alternatives: tuple[Id, ...] = ()
    """For a question about the need alone, best first for a small association."""
    products: tuple[Id, ...] = ()
    """What associations use most for it, most used first: what a quiz names."""


Answer = Annotated[str, Field(min_length=1, max_length=35)]
"""What fits on one line of a poll on a phone (FluffyChat cuts the rest)."""


class AnswerInBoth(Frozen):
    """One answer of a poll, in the two languages of the house."""

    fr: Answer
    en: Answer

    def in_(self, language: str) -> str:
        """The answer in `language` ("fr" or "en")."""
        return self.fr if language == "fr" else self.en


class Question(Frozen):
    """One question of a knowledge quiz. `right`: the number of the right answer, from 1. `why`: shown at the close."""

    ask: Both
    answers: Annotated[tuple[AnswerInBoth, ...], Field(min_length=2, max_length=4)]
    right: Annotated[int, Field(ge=1)]
    why: Both
    source: Source

    @model_validator(mode="after")
    def _has_a_right_answer(self) -> "Question":
        if self.right > len(self.answers):
            raise ValueError("no-right-answer")
        return self


class Series(Frozen):
    """A short knowledge quiz (PROGRESS: culture numérique). Nobody is ranked."""

    id: Id
    title: Both
    questions: Annotated[tuple[Question, ...], Field(min_length=5, max_length=5)]
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    checked: Date
