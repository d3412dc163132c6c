"""Setting fields of an entry from what people typed: French or English keys, texts « français | English ».

Pure. The annotations of the model say what a field wants; here the short ways of typing it are spelt out, and
the model itself then checks the whole entry, as it does for a file.
"""

import types
from collections.abc import Iterable, Mapping
from copy import deepcopy
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from bot.catalog.check import Finding
from bot.catalog.fold import fold
from bot.catalog.model import AnswerInBoth
from bot.catalog.parts import Both, Source
from bot.catalog.revisions import MODELS, Document

# Keys as a French speaker writes them, folded; keys of the files themselves need no entry here.
_KEYS: Mapping[str, str] = {
    "nom": "name",
    "proprietaire": "owner",
    "libre": "free",
    "besoin": "needs",
    "besoins": "needs",
    "reponse": "answer",
    "noms": "aliases",
    "contexte": "needs_context",
    "ambigus": "ambiguous",
    "comment": "how",
    "adresse": "url",
    "limite": "limit",
    "limites": "limits",
    "pourquoi": "why",
    "captivite": "lock_in",
    "remises": "discounts",
    "site": "homepage",
    "code": "source_code",
    "quoi": "what",
    "offres": "offers",
    "cout": "cost",
    "difficulte": "difficulty",
    "premiers_pas": "first_steps",
    "fait_partie_de": "part_of",
    "genre": "kind",
    "lieu": "place",
    "ouvert": "open",
    "offre": "offer",
    "poids": "weight",
    "mots": "say",
    "libelle": "label",
    "titre": "title",
    "juste": "right",
    "reponses": "answers",
    "hebergeur": "host",
    "disparu": "gone",
    "quand": "when",
    "devenu": "became",
    "verifie": "checked",
    "mal_ecrits": "misspelt",
    "pays": "country",
    "source": "sources",
}
# What a French speaker writes for a value of a fixed list, folded.
_VALUES: Mapping[str, Mapping[str, str]] = {
    "answer": {
        "remplacer": "replace",
        "garder": "keep",
        "disparu": "gone",
        "sans equivalent": "no-equivalent",
        "no equivalent": "no-equivalent",
    },
    "effort": {"soiree": "evening", "une soiree": "evening", "semaine": "week", "saison": "season"},
    "difficulty": {"facile": "easy", "moyen": "medium", "moyenne": "medium", "difficile": "hard"},
    "open": {"oui": "yes", "sur demande": "on-request", "on request": "on-request", "membres": "members", "non": "no"},
    "free": {"oui": "true", "yes": "true", "non": "false", "no": "false"},
}


def assigned(
    kind: str, entry: Document, settings: Iterable[tuple[str, Any]], today: date
) -> tuple[Document, list[Finding]]:
    """`entry` with each of `settings` (a path such as `limit` or `questions.2.right`, and its value) in place.

    A value of None takes the field out. What cannot be put anywhere is in the findings.
    """
    document, findings = deepcopy(entry), []
    for path, value in settings:
        try:
            _set(document, MODELS[kind], _parts(path), value, today)
        except _Misplaced as misplaced:
            values = {**misplaced.values, "key": path[:60]}
            findings.append(Finding(kind, str(document.get("id", "")), (path[:60],), misplaced.sentence, values))
    return document, findings


class _Misplaced(Exception):
    def __init__(self, sentence: str, **values: str | int) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.values = values


def _parts(path: str) -> list[str]:
    return [part for part in path.strip().split(".") if part] or [""]


def _key(model: Any, typed: str) -> str:
    """The key of the model that `typed` means."""
    key = fold(typed.strip()).replace(" ", "_")
    fields = model.model_fields if _is_model(model) else {}
    if key in fields or not fields:
        return key if fields else typed.strip()
    wanted = _KEYS.get(key, key)
    # « source » is one of several, or the only one.
    return "source" if wanted == "sources" and "sources" not in fields and "source" in fields else wanted


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _set(holder: Any, annotation: Any, parts: list[str], value: Any, today: date) -> None:
    part, rest = parts[0], parts[1:]
    annotation = _plain(annotation)
    if isinstance(holder, list):
        inner, place = _item_of(annotation), int(part) - 1 if part.isdecimal() and len(part) < 4 else -1
        if not 0 <= place < len(holder):
            raise _Misplaced("moderation.no-such-place", place=part[:20])
        if rest:
            _set(holder[place], inner, rest, value, today)
        elif value is None:
            del holder[place]
        else:
            holder[place] = _fitted(inner, part, value, today)
        return
    if not isinstance(holder, dict):
        raise _Misplaced("moderation.no-such-place", place=part[:20])
    key = _key(annotation, part)
    inner = _field(annotation, key)
    if rest:
        if holder.get(key) is None:
            holder[key] = {}
        _set(holder[key], inner, rest, value, today)
    elif value is None:
        holder.pop(key, None)
    else:
        holder[key] = _fitted(inner, key, value, today)


# ── what a field wants ───────────────────────────────────────────────────────────────────────────


def _plain(annotation: Any) -> Any:
    """`annotation` without `Annotated` and without `| None`."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in (Union, types.UnionType):
        options = [option for option in get_args(annotation) if option is not type(None)]
        return _plain(options[0]) if len(options) == 1 else tuple(_plain(option) for option in options)
    return annotation


@cache
def _fields(model: type[BaseModel]) -> Mapping[str, Any]:
    return {name: _plain(info.annotation) for name, info in model.model_fields.items()}


def _field(annotation: Any, key: str) -> Any:
    if isinstance(annotation, tuple):
        annotation = next((option for option in annotation if _is_model(option)), str)
    if _is_model(annotation):
        return _fields(annotation).get(key, str)
    return _plain(get_args(annotation)[1]) if _is_mapping(annotation) else str


def _is_mapping(annotation: Any) -> bool:
    return get_origin(annotation) is not None and len(get_args(annotation)) == 2 and get_args(annotation)[1] is not ...


def _item_of(annotation: Any) -> Any:
    return _plain(get_args(annotation)[0]) if get_origin(annotation) is tuple else str


def _fitted(annotation: Any, key: str, value: Any, today: date) -> Any:
    """`value`, as it was typed, in the shape that a field of `annotation` has in a file."""
    if isinstance(annotation, tuple):
        annotation = next((o for o in annotation if _is_model(o) == isinstance(value, dict)), str)
    if annotation in (Both, AnswerInBoth):
        return _both(value)
    if get_origin(annotation) is tuple:
        return [_fitted(_item_of(annotation), key, item, today) for item in _listed(_item_of(annotation), value)]
    if _is_model(annotation):
        return _model(annotation, value, today)
    if _is_mapping(annotation) and isinstance(value, dict):
        return {name: _fitted(_field(annotation, name), name, inner, today) for name, inner in value.items()}
    if get_origin(annotation) is Literal and isinstance(value, str) and value.isdecimal():
        return int(value)
    return _VALUES.get(key, {}).get(fold(value), value) if isinstance(value, str) else value


def _listed(item: Any, value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    if isinstance(value, str) and not _is_model(item):
        return [part.strip() for part in value.split(",") if part.strip()]
    return [value]


def _model(annotation: type[BaseModel], value: Any, today: date) -> Any:
    if annotation is Source and isinstance(value, str):
        return {"url" if value.startswith("http") else "title": value, "date": today.isoformat()}
    if not isinstance(value, dict):
        return value
    keyed = [(_key(annotation, name), inner) for name, inner in value.items()]
    return {key: _fitted(_field(annotation, key), key, inner, today) for key, inner in keyed if inner is not None}


def _both(value: Any) -> Any:
    """« français | English » as a text in the two languages."""
    if not isinstance(value, str):
        return value
    fr, bar, en = value.partition("|")
    if not bar or not fr.strip() or not en.strip():
        raise _Misplaced("moderation.both-wanted")
    return {"fr": fr.strip(), "en": en.strip()}


def both(typed: str) -> dict[str, str] | None:
    """« français | English » (a colon may stand before it) in the two languages, or None when one is missing."""
    try:
        found = _both(typed.strip().removeprefix(":").strip())
    except _Misplaced:
        return None
    return {"fr": str(found["fr"]), "en": str(found["en"])}
