"""Which answer somebody means who types it or reacts with it. Pure.

« 2 », « 2. », « 2️⃣ », « la 2 », « réponse 2 », the text of an answer, or the name of a tool: a product that
is listed means itself, another product "another commercial service", a free tool "a free host". A whole
message is an answer or it is none: « le 2, ou peut-être Zoom ? » is conversation.
"""

from collections.abc import Sequence

from bot.catalog.fold import read, words
from bot.catalog.names import Entry, Names
from bot.quiz.questions import FREE, OTHER

_AROUND = frozenset(
    (
        "reponse",
        "answer",
        "choix",
        "choice",
        "option",
        "numero",
        "number",
        "no",
        "n",
        "le",
        "la",
        "the",
        "je",
        "vote",
        "i",
    )
)
"""Little words around a number or a name."""
_MOST_WORDS = 8


def typed(text: str, answers: Sequence[tuple[str, str]], names: Names) -> str | None:
    """The id of the one of `answers` (id, text) that `text` means, or None."""
    forms = tuple(token.form for token in read(text).tokens)
    if not 0 < len(forms) <= _MOST_WORDS:
        return None
    said = tuple(form for form in forms if form not in _AROUND) or forms
    if len(said) == 1 and (chosen := _numbered(said[0], answers)):
        return chosen
    for identity, answer in answers:
        if words(answer) in (forms, said):
            return identity
    return _tool(" ".join(said), [identity for identity, _ in answers], names)


def keycap(key: str, answers: Sequence[tuple[str, str]]) -> str | None:
    """The id of the answer whose number is the emoji `key` (1️⃣ … 7️⃣), or None."""
    forms = tuple(token.form for token in read(key).tokens)
    return _numbered(forms[0], answers) if len(forms) == 1 else None


def folded(text: str) -> str:
    """`text` as it is compared: words without case, accents and punctuation."""
    return " ".join(words(text))


def _numbered(form: str, answers: Sequence[tuple[str, str]]) -> str | None:
    if len(form) == 1 and form.isascii() and form.isdigit() and 1 <= int(form) <= len(answers):
        return answers[int(form) - 1][0]
    return None


def _tool(name: str, identities: Sequence[str], names: Names) -> str | None:
    refs = names.named(name)
    for ref in refs:
        if ref.id in identities:
            return ref.id
    if OTHER not in identities or len({ref.entry for ref in refs}) != 1:
        return None
    ref = refs[0]
    if ref.entry is Entry.PRODUCT:
        return FREE if names.catalogue.products[ref.id].free else OTHER
    return FREE if ref.entry in (Entry.ALTERNATIVE, Entry.HOST) else None
