"""What the weekly step says: plain data → documents. Pure."""

import datetime
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from babel.dates import format_datetime, get_timezone_location

from bot.association.migration import telling as migration_telling
from bot.association.migration.model import Migration
from bot.association.migration.telling import day_in_words, details, named, title
from bot.association.settings import Slot
from bot.catalog.catalogue import Catalogue
from bot.conversation import Language
from bot.nudge.choice import Next, Reason
from bot.nudge.timetable import Due
from bot.wording import Document, Paragraph, Phrase, Voice, joined, sentence, voice

BUTTONS = ("✅", "💤", "⏭", "🔕")
"""Seeded as reactions below the step; the text says each in words too."""


@dataclass(frozen=True, slots=True)
class Setting:
    """When and to whom a step is said: the local day, the slot, and what else is worth a line.

    `first`: it is the first one ever. `monthly`: from now on it comes once a month. `back`: the next date,
    after a break that begins now.
    """

    today: datetime.date
    slot: Slot
    first: bool = False
    monthly: bool = False
    back: datetime.date | None = None


def weekly(catalogue: Catalogue, step: Next, setting: Setting, language: Language) -> Document:
    """The message of the week: one step, why it comes, who was to take it, and the buttons."""
    speak = voice(language)
    paragraphs = [*_step(catalogue, step, setting.today, speak), Paragraph(speak.say("nudge.buttons"))]
    footnotes = list(_footnotes(setting, speak))
    if footnotes:
        paragraphs.append(Paragraph(joined(footnotes)))
    return Document(language, tuple(paragraphs))


def instead(catalogue: Catalogue, step: Next | None, today: datetime.date, language: Language) -> Document:
    """Another step, after one was refused; None: there is no other for now."""
    speak = voice(language)
    if step is None:
        return sentence(language, "nudge.no-other")
    first = Paragraph(speak.say("nudge.refused"))
    return Document(language, (first, *_step(catalogue, step, today, speak), Paragraph(speak.say("nudge.buttons"))))


def _step(catalogue: Catalogue, step: Next, today: datetime.date, speak: Voice) -> list[Paragraph]:
    head = speak.say("nudge.title", step=name(catalogue, step, speak), count=step.minutes)
    lines = [
        Paragraph(head),
        Paragraph(joined((_reference(catalogue, step, speak), what_to_do(catalogue, step, speak)))),
    ]
    if step.migration is not None:
        lines.append(Paragraph(_plan(step.migration, today, speak)))
    return lines


def name(catalogue: Catalogue, step: Next, speak: Voice) -> str:
    """What the step is called."""
    if step.pair is None:
        return speak.word("nudge.quiz")
    if step.kind is None:
        return speak.word("nudge.look", **named(catalogue, step.pair, speak.language))
    return title(catalogue, step.pair, step.kind, speak)


def what_to_do(catalogue: Catalogue, step: Next, speak: Voice) -> Phrase:
    """What there is to do."""
    if step.pair is None:
        return speak.say("nudge.quiz.do")
    if step.kind is None:
        alternative = catalogue.alternatives[step.pair.alternative]
        values = {**named(catalogue, step.pair, speak.language), "what": alternative.what.in_(speak.language)}
        return speak.say("nudge.look.do", **values)
    return details(catalogue, step.pair, step.kind, speak)


def _reference(catalogue: Catalogue, step: Next, speak: Voice) -> Phrase:
    """Where it comes from: the plan, and what was reported last."""
    if step.pair is None or step.migration is None:
        return ()
    names = named(catalogue, step.pair, speak.language)
    last = step.migration.last_done
    if last is None:
        return speak.say("nudge.because", **names)
    return speak.say("nudge.after", step=title(catalogue, step.pair, last.kind, speak))


def _plan(migration: Migration, today: datetime.date, speak: Voice) -> Phrase:
    promise = migration_telling.promise(migration, today, speak)
    return speak.say("nudge.promised", promise=promise) if promise else speak.say("nudge.who")


def _footnotes(setting: Setting, speak: Voice) -> list[Phrase]:
    notes: list[Phrase] = []
    if setting.first:
        notes.append(speak.say("nudge.first", slot=setting.slot.said(speak.language)))
    if setting.monthly:
        notes.append(speak.say("nudge.monthly"))
    if setting.back is not None:
        notes.append(speak.say("nudge.august", day=day_in_words(setting.back, setting.today, speak.language)))
    return notes


def why(catalogue: Catalogue, step: Next, language: Language) -> Document:
    """« Pourquoi celle-ci ? »: the reason, as it was when the step was chosen."""
    names = named(catalogue, step.pair, language) if step.pair else {"product": "", "alternative": ""}
    reason = step.reason
    if reason is Reason.LIGHTEST and not step.points:
        reason = Reason.PLANNED
    return sentence(language, f"nudge.why-{reason.value}", count=step.points, **names)


def whom_to_ask(language: Language) -> Document:
    """People to turn to."""
    return sentence(language, "nudge.whom")


def farewell(language: Language) -> Document:
    """It stops, since nobody answered: said once."""
    return sentence(language, "nudge.farewell")


def nothing_left(language: Language, *, refused: bool) -> Document:
    """There is no step left (or none that was not refused): said once."""
    return sentence(language, "nudge.nothing-but-refused" if refused else "nudge.nothing-left")


def schedule(state: str, due: Due | None, zone: str, now: datetime.datetime, language: Language) -> Document:
    """When the next step comes, in words and with its zone; or that none does."""
    speak = voice(language)
    if state != "on" or due is None:
        return Document(language, (Paragraph(speak.say(f"nudge.state-{'away' if state == 'on' else state}")),))
    values = {"when": when(due.at, zone, now, language), "zone": zone_in_words(zone, language)}
    return Document(language, (Paragraph(speak.say("nudge.next", **values)), Paragraph(speak.say("nudge.how-to"))))


def when(at: datetime.datetime, zone: str, now: datetime.datetime, language: Language) -> str:
    """« mardi 1er décembre à 18 h 30 », "Tuesday 1 December at 18:30": a moment in the words of its zone."""
    local, today = at.astimezone(ZoneInfo(zone)), now.astimezone(ZoneInfo(zone)).date()
    day = day_in_words(local.date(), today, language)
    if language == "fr":
        return f"{day} à {local.hour} h" + (f" {local:%M}" if local.minute else "")
    return f"{day} at {format_datetime(local, 'HH:mm', locale=language)}"


def zone_in_words(zone: str, language: Language) -> str:
    """« Paris », « La Réunion »: where a time zone is."""
    return get_timezone_location(ZoneInfo(zone), locale=language, return_city=True)


def refusal(language: Language, *, known: bool) -> Document:
    """Who asked may not change when the steps come; `known`: their rights could be read."""
    return sentence(language, "desk.not-allowed" if known else "desk.rights-unknown")
