"""What moderators look up: an entry, the history, what is demanded, proposed, stale, and the help."""

import datetime

from bot.catalog.catalogue import Catalogue
from bot.catalog.revisions import found
from bot.conversation import Language
from bot.database import Database, Transaction
from bot.moderation import show, storage, storage_proposals
from bot.moderation.clerk import number_in
from bot.moderation.editor import Editor
from bot.moderation.entries import NotFound, entry_named
from bot.moderation.parser import Misread, Request
from bot.moderation.verbs import VERBS, Verb
from bot.wording import Block, Bullets, Code, Paragraph, Phrase, Plain, tamed, voice

_REVISIONS = 8
_DATED = ("products", "alternatives", "hosts", "quizzes")
STALE = datetime.timedelta(days=365)
"""After this, what is in an entry should be looked at again."""


async def looked_up(request: Request, editor: Editor, tx: Transaction, language: Language) -> list[Block]:
    """What a request that changes nothing is answered."""
    match request.verb.id:
        case "show":
            return await _entry(request, editor, tx, language)
        case "history":
            return await _history(request, editor, tx, language)
        case "stale":
            return stale(editor.shelf.catalogue, number_in(request) or 1, language)
        case "demand":
            return await demand(editor, tx, language)
        case "proposals":
            return await proposals(tx, language)
        case _:
            return help_(language)


async def _entry(request: Request, editor: Editor, tx: Transaction, language: Language) -> list[Block]:
    try:
        key = entry_named(request.values["entry"], editor.shelf.names())
    except NotFound as unknown:
        return show.mistakes([unknown.finding], language)
    latest = await storage.latest(tx, 1)
    return show.entry(found(editor.shelf.catalogue, key) or {}, latest[0].number if latest else 0, language)


async def _history(request: Request, editor: Editor, tx: Transaction, language: Language) -> list[Block]:
    number = number_in(request)
    if number is not None:
        revision = await storage.revision(tx, number)
        if revision is None:
            return [show.line("moderation.no-revision", language, number=number)]
        return show.revision(revision, language, editor.zone)
    if "entry" not in request.values:
        listed = await storage.latest(tx, _REVISIONS)
        return show.history(listed, language, editor.zone) if listed else [show.line("moderation.no-history", language)]
    try:
        key = entry_named(request.values["entry"], editor.shelf.names())
    except NotFound as unknown:
        # What was retired has a history too.
        identity = request.values["entry"].strip().casefold()
        for kind in ("products", "alternatives", "hosts", "needs", "quizzes"):
            if listed := await storage.latest(tx, _REVISIONS, (kind, identity)):
                return show.history(listed, language, editor.zone)
        return show.mistakes([unknown.finding], language)
    listed = await storage.latest(tx, _REVISIONS, key)
    if not listed:
        return [show.line("moderation.no-history-of", language, id=key[1])]
    return show.history(listed, language, editor.zone)


def oldest(catalogue: Catalogue) -> list[tuple[datetime.date, str, str]]:
    """Every dated entry with its kind and id, those not checked for longest first."""
    return sorted((entry.checked, kind, entry.id) for kind in _DATED for entry in getattr(catalogue, kind).values())


def stale(catalogue: Catalogue, page: int, language: Language) -> list[Block]:
    """What was not checked for longest, one page of it."""
    listed = oldest(catalogue)
    start = (max(1, page) - 1) * show.PAGE
    shown = listed[start : start + show.PAGE]
    items = [(Code(identity), Plain(f" · {day.isoformat()}")) for day, _, identity in shown]
    return show.listed("moderation.stale", items, language, more=max(0, len(listed) - start - len(shown)))


async def demand(editor: Editor, source: Database | Transaction, language: Language) -> list[Block]:
    """What people asked and nobody knew, most asked first, numbered: names and counts, nothing else."""
    names = await editor.demand.unknown_names(source, show.PAGE)
    if not names:
        return [show.line("moderation.no-demand", language)]
    speak = voice(language)
    items = tuple(speak.say("moderation.asked", name=tamed(each.shown), count=each.count) for each in names)
    return [
        show.line("moderation.demand", language),
        show.numbered(items),
        show.line("moderation.demand-how", language),
    ]


async def proposals(source: Database | Transaction, language: Language) -> list[Block]:
    """The proposals that wait, oldest first."""
    waiting = await storage_proposals.waiting(source, show.PAGE)
    if not waiting:
        return [show.line("moderation.no-proposals", language)]
    items = [(Code(str(each.number)), Plain(f" · « {tamed(each.words, 100)} »")) for each in waiting]
    more = await storage_proposals.count_waiting(source) - len(waiting)
    return show.listed("moderation.proposals", items, language, more=more)


# ── help ─────────────────────────────────────────────────────────────────────────────────────────


def help_(language: Language) -> list[Block]:
    """Every command with how it is typed, made from the declarations."""
    items = tuple(_helped(verb, language) for verb in VERBS)
    return [show.line("moderation.help", language), Bullets(items), show.line("moderation.help-more", language)]


def _helped(verb: Verb, language: Language) -> Phrase:
    return (Code(example(verb, language)), *_dash(voice(language).say(f"moderation.verb.{verb.id}")))


def _dash(phrase: Phrase) -> Phrase:
    return (Plain(" · "), *phrase)


def example(verb: Verb, language: Language) -> str:
    """One line that calls `verb`, as a person would type it."""
    speak, name = voice(language), f"moderation.example.{verb.id}"
    return f"{verb.words[language][0]} {speak.word(name)}" if speak.knows(name) else verb.words[language][0]


def usage(verb: Verb, language: Language) -> str:
    """How `verb` is typed, its parameters by their names: « alias ‹fiche› + ‹nom›, − ‹nom› »."""
    speak = voice(language)
    parts = []
    for part in verb.forms[0].split():
        name = part.strip("[{}]")
        if not part.startswith(("{", "[")):
            parts.append(part.split("|")[0 if language == "fr" else -1])
            continue
        label = speak.word(f"moderation.parameter.{name}")
        parts.append(f"[{label}]" if part.startswith("[") else label)
    return " ".join([verb.words[language][0], *parts])


def misread(wrong: Misread, language: Language) -> list[Block]:
    """A command that cannot be read, with how it is typed and an example of it."""
    speak = voice(language)
    how = speak.say("moderation.usage", usage=usage(wrong.verb, language), example=example(wrong.verb, language))
    return [Paragraph(speak.say(wrong.sentence, **wrong.values)), Paragraph(how)]
