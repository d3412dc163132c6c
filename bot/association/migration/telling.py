"""What is said of migrations: plain data → documents. Pure."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Literal

from babel.dates import format_date

from bot.association.migration import plan
from bot.association.migration.course import Moved
from bot.association.migration.model import SOMEBODY, Kind, Migration, Pair, State, Step
from bot.association.moves import Move
from bot.catalog.catalogue import Catalogue
from bot.catalog.parts import Both
from bot.conversation import Language
from bot.wording import (
    Block,
    Bullets,
    Document,
    Link,
    Numbered,
    Paragraph,
    Phrase,
    Plain,
    Voice,
    joined,
    sentence,
    tamed,
    voice,
)

_DOT: Phrase = (Plain(" · "),)
_MOVE: Mapping[State, Literal["planned", "moving", "done"]] = {
    State.PLANNED: "planned",
    State.MOVING: "moving",
    State.DONE: "done",
}
_SHOWN = 12
"""As many migrations as one screen of a phone holds."""


def planned(catalogue: Catalogue, migrations: Sequence[Migration], language: Language) -> Document:
    """Migrations that were just planned: their steps, and the one question."""
    speak = voice(language)
    blocks: list[Block] = []
    for migration in migrations:
        names = named(catalogue, migration.pair, language)
        blocks.append(Paragraph(speak.say("migration.planned", count=len(migration.steps), **names)))
        if len(migrations) == 1:
            titles = tuple(
                _with_minutes(title(catalogue, migration.pair, step.kind, speak), step, speak)
                for step in migration.steps
            )
            blocks.append(Numbered(titles))
    blocks.append(Paragraph(speak.say("migration.who")))
    blocks.append(Paragraph(speak.say("migration.gestures")))
    return Document(language, tuple(blocks))


def under_way(catalogue: Catalogue, migration: Migration, language: Language) -> Document:
    """It was planned already."""
    return sentence(language, "migration.already", place=migration.place, **named(catalogue, migration.pair, language))


def promised(migration: Migration, today: datetime.date, language: Language) -> Document:
    """Who takes it and by when, as it was understood."""
    speak = voice(language)
    return Document(language, (Paragraph(speak.say("migration.promised", promise=promise(migration, today, speak))),))


def promise(migration: Migration, today: datetime.date, speak: Voice) -> str:
    """« Karim, vendredi 4 décembre »; "" when nothing was promised."""
    who = speak.word("migration.somebody") if migration.who == SOMEBODY else tamed(migration.who or "")
    day = day_in_words(migration.by, today, speak.language) if migration.by else ""
    return ", ".join(part for part in (who, day) if part)


def moved(catalogue: Catalogue, moved: Moved, kind: Kind | None, language: Language) -> Document:
    """After a step (`kind`) or all of it was done, or it was dropped. Only what was reported is celebrated."""
    speak, migration = voice(language), moved.migration
    names = named(catalogue, migration.pair, language)
    if migration.state is State.DROPPED:
        return Document(language, (Paragraph(speak.say("migration.dropped", **names)), _undo(speak)))
    if migration.state is State.DONE:
        blocks: list[Block] = [Paragraph(speak.say("migration.done", **names))]
        if moved.after is not None and moved.before is not None and moved.before != moved.after:
            blocks.append(Paragraph(speak.say("migration.score-moved", before=moved.before, after=moved.after)))
        elif moved.after is not None:
            blocks.append(Paragraph(speak.say("migration.score", after=moved.after)))
        return Document(language, (*blocks, _undo(speak)))
    step = title(catalogue, migration.pair, kind, speak) if kind else ""
    left = speak.say("migration.left", count=len(migration.left), **names)
    return Document(language, (Paragraph(joined((speak.say("migration.step-done", step=step), left))), _undo(speak)))


def undone(catalogue: Catalogue, migration: Migration | None, language: Language) -> Document:
    """The last change was taken back; None: there is no such plan any more."""
    if migration is None:
        return sentence(language, "migration.undone-plan")
    speak = voice(language)
    state = speak.word(f"migration.state-{migration.state.value}")
    return sentence(language, "migration.undone", state=state, **named(catalogue, migration.pair, language))


def listed(catalogue: Catalogue, migrations: Sequence[Migration], today: datetime.date, language: Language) -> Document:
    """Every migration with its state; those under way first."""
    speak = voice(language)
    if not migrations:
        return sentence(language, "migration.none")
    ordered = sorted(migrations, key=lambda each: (not each.open, -each.changed_at, each.place))
    items = tuple(_line(catalogue, each, today, speak) for each in ordered[:_SHOWN])
    return Document(
        language,
        (
            Paragraph(speak.say("migration.list", count=len(migrations))),
            Bullets(items),
            Paragraph(speak.say("migration.list-gestures")),
        ),
    )


def shown(catalogue: Catalogue, migrations: Sequence[Migration]) -> list[Move]:
    """Migrations as the picture and the report need them; what was dropped is nobody's business."""
    return [
        Move(
            need=each.pair.need,
            product=named(catalogue, each.pair, "fr")["product"],
            alternative=named(catalogue, each.pair, "fr")["alternative"],
            state=_MOVE[each.state],
            at_ms=each.changed_at,
        )
        for each in migrations
        if each.state in _MOVE
    ]


def _line(catalogue: Catalogue, migration: Migration, today: datetime.date, speak: Voice) -> Phrase:
    names = named(catalogue, migration.pair, speak.language)
    head = speak.say("migration.line", place=migration.place, **names)
    done = len(migration.steps) - len(migration.left)
    day = datetime.datetime.fromtimestamp(migration.changed_at / 1000, datetime.UTC).date()
    state = speak.word(
        f"migration.line-{migration.state.value}",
        done=done,
        of=len(migration.steps),
        day=day_in_words(day, today, speak.language),
    )
    parts = [head, (Plain(state),), (Plain(promise(migration, today, speak)),) if migration.who or migration.by else ()]
    if migration.left and migration.open:
        parts.append(
            speak.say("migration.line-next", step=title(catalogue, migration.pair, migration.left[0].kind, speak))
        )
    return joined(parts, _DOT)


# ── steps ────────────────────────────────────────────────────────────────────────────────────────


def title(catalogue: Catalogue, pair: Pair, kind: Kind, speak: Voice) -> str:
    """What a step is called: « essayer Nextcloud à trois »."""
    return speak.word(f"migration.step.{kind.value}", **named(catalogue, pair, speak.language))


def details(catalogue: Catalogue, pair: Pair, kind: Kind, speak: Voice) -> Phrase:
    """What there is to do, in a sentence or two, from the catalogue where it says so."""
    names = named(catalogue, pair, speak.language)
    product, alternative = catalogue.products.get(pair.product), catalogue.alternatives[pair.alternative]
    own = speak.say(f"migration.step.{kind.value}.do", **names)
    steps = alternative.first_steps
    match kind:
        case Kind.EXPORT if product is not None and product.export is not None:
            link = _link(product.export.url)
            return joined((_from_catalogue(product.export.how, speak), link))
        case Kind.OPEN:
            offer = plan.offer_of(catalogue, pair)
            url = offer.url if offer else alternative.homepage
            cost = (Plain(f"({offer.cost.in_(speak.language)})"),) if offer else ()
            return joined((_from_catalogue(steps[0], speak), _link(url), cost))
        case Kind.INSTALL:
            return joined((_from_catalogue(steps[0], speak), _link(alternative.homepage)))
        case Kind.TRY:
            return joined((_from_catalogue(steps[1], speak), own))
        case Kind.MOVE if len(steps) > 2:
            return joined((_from_catalogue(steps[2], speak), own))
        case Kind.CLOSE if product is not None and product.limit is not None:
            return joined((own, _from_catalogue(product.limit, speak)))
        case _:
            return own


def named(catalogue: Catalogue, pair: Pair, language: Language) -> dict[str, str]:
    """The names of what is left (`product`: the need, where there is no product) and of what takes over."""
    product, need = catalogue.products.get(pair.product), catalogue.needs.get(pair.need)
    left = product.name if product else (need.label.in_(language) if need else pair.need)
    alternative = catalogue.alternatives.get(pair.alternative)
    return {"product": left, "alternative": alternative.name if alternative else pair.alternative}


def day_in_words(day: datetime.date, today: datetime.date, language: Language) -> str:
    """« jeudi 3 décembre », "Thursday 3 December"; with the year when it is another one."""
    pattern = "EEEE d MMMM" + (" y" if day.year != today.year else "")
    text = format_date(day, pattern, locale=language)
    return text.replace(" 1 ", " 1er ", 1) if language == "fr" else text


def _with_minutes(title: str, step: Step, speak: Voice) -> Phrase:
    return joined(((Plain(title),), speak.say("migration.minutes", count=plan.MINUTES[step.kind])))


def _from_catalogue(text: Both, speak: Voice) -> Phrase:
    written = text.in_(speak.language).strip()
    return (Plain(written if written.endswith((".", "!", "?", "…")) else f"{written}."),)


def _link(url: str | None) -> Phrase:
    return (
        (Link(url.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/"), url),)
        if url
        else ()
    )


def _undo(speak: Voice) -> Paragraph:
    return Paragraph(speak.say("migration.can-undo"))
