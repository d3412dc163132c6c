"""Which entry of the catalogue a moderator means by what they typed. Pure."""

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from bot.catalog.catalogue import Catalogue
from bot.catalog.check import Finding
from bot.catalog.check_names import key as name_key
from bot.catalog.fold import fold, words
from bot.catalog.names import Entry, Names
from bot.catalog.revisions import MODELS, Key
from bot.wording import tamed

ANY: Sequence[str] = tuple(MODELS)
_KIND_OF = {Entry.PRODUCT: "products", Entry.ALTERNATIVE: "alternatives", Entry.HOST: "hosts", Entry.GIANT: "giants"}
_KIND_WORDS = {
    "produit": "products",
    "product": "products",
    "alternative": "alternatives",
    "hebergeur": "hosts",
    "hote": "hosts",
    "host": "hosts",
    "besoin": "needs",
    "need": "needs",
    "geant": "giants",
    "giant": "giants",
    "quiz": "quizzes",
    "serie": "quizzes",
    "series": "quizzes",
}
_NEAR = 75
"""How alike a name must be, of 100, to be proposed."""
_MOST_NEAR = 3


class NotFound(Exception):
    """What was typed names no entry, or more than one; `finding` says so."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.sentence)
        self.finding = finding


def kind_named(word: str) -> str | None:
    """The kind of entry that `word` (« produit », "need") means, or None."""
    folded = fold(word)
    return _KIND_WORDS.get(folded) or _KIND_WORDS.get(folded.removesuffix("s"))


def entry_named(typed: str, names: Names, kinds: Sequence[str] = ANY) -> Key:
    """The entry of one of `kinds` that `typed` names: its id, one of its names, or « produit:helloasso ».

    Of several kinds, the first counts. Raises NotFound, with the nearest names that there are.
    """
    prefix, colon, rest = typed.partition(":")
    if colon and (kind := kind_named(prefix.strip())) in kinds:
        typed, kinds = rest, (str(kind),)
    typed = typed.strip().strip("«»“”\"' \u00a0\u202f")
    found = _by_id(typed, names.catalogue, kinds) or _by_name(typed, names, kinds)
    if len(found) == 1:
        return found[0]
    shown = tamed(typed)
    if found:
        options = ", ".join(identity for _, identity in found)
        raise NotFound(Finding("", "", (), "moderation.which-entry", {"name": shown, "options": options}))
    near = ", ".join(_near(typed, names.catalogue, kinds))
    sentence = "moderation.unknown-entry-near" if near else "moderation.unknown-entry"
    raise NotFound(Finding("", "", (), sentence, {"name": shown, "near": near}))


def _by_id(typed: str, catalogue: Catalogue, kinds: Sequence[str]) -> list[Key]:
    identity = typed.casefold()
    return [(kind, identity) for kind in kinds if identity in getattr(catalogue, kind)][:1]


def _by_name(typed: str, names: Names, kinds: Sequence[str]) -> list[Key]:
    keys = [(_KIND_OF[ref.entry], ref.id) for ref in names.named(typed) if ref.entry in _KIND_OF]
    wanted = name_key(typed)
    for kind in kinds:
        found = list(dict.fromkeys(key for key in keys if key[0] == kind))
        found = found or [
            (kind, entry.id)
            for entry in getattr(names.catalogue, kind).values()
            if wanted in map(name_key, _called(entry))
        ]
        if found:
            return found
    return []


def _called(entry: object) -> Iterable[str]:
    """What an entry is called by people: its name, the label of a need, the title of a quiz."""
    for field in ("name", "label", "title"):
        value = getattr(entry, field, None)
        if isinstance(value, str):
            yield value
        elif value is not None:
            yield from (value.fr, value.en)


def _near(typed: str, catalogue: Catalogue, kinds: Sequence[str]) -> list[str]:
    ids = [identity for kind in kinds for identity in getattr(catalogue, kind)]
    found = process.extract(slug(typed), ids, scorer=fuzz.WRatio, score_cutoff=_NEAR, limit=_MOST_NEAR)
    return list(dict.fromkeys(identity for identity, _, _ in found))


def slug(name: str) -> str:
    """The id that an entry called `name` gets: « Google Drive » is google-drive. May be empty."""
    forms = ("".join(c for c in form if c.isascii() and c.isalnum()) for form in words(name))
    return "-".join(form for form in forms if form)[:60].strip("-")
