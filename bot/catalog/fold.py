"""From what somebody typed to words that can be compared: folding, tokens, singulars.

`read` makes a text legible (compatibility forms, invisible characters, quoted lines and code are dealt
with) and cuts it into `Token`s; each token keeps its place in the legible text, so that a name can be
shown as it was typed. Names of the catalogue are folded by the same functions, so the two always meet.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

READ_HEAD = 3_000
READ_TAIL = 1_500
"""Of a very long message the first and the last characters are read: what a person asks is at either end."""

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\U000e0000-\U000e0fff]"
)
_QUOTED = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
_TAGS = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>")
_FENCED = re.compile(r"```.*?(?:```|\Z)", re.DOTALL)

_FOR_LETTERS = re.compile(r"(?<=[a-zA-Z])(?:\$|0{1,2})(?=[a-zA-Z])")
"""« Micro$oft », « g00gle »."""

# Letters that NFKD does not take apart, and Cyrillic or Greek ones that look like Latin ones.
_LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŧ": "t"}
    | dict(zip("абвгезіјкмнорстухѕԁԛԝѵһӏ", "abbrezijkmhopctyxsdqwvhl", strict=True))
    | dict(zip("αβγεζηικλμνορτυχωϲɡɑ", "abyeznikluvoptuxwcga", strict=True))
)

_TLDS = (
    "com|org|net|fr|io|us|eu|be|ch|ca|de|uk|co|me|tv|app|dev|info|ai|gl|ly|page|cloud|space|coop|bzh|paris|online|"
    "site|bg|chat|live|li|la|to|im|it|es|nl|asso|zone|tools|so|gg|fm|pro|eus|diy|one|social|video|events|link|is|ee"
)
_FILES = "xlsx?|docx?|pptx?|pdf|odt|ods|odp|csv|png|jpe?g|gif|svg|zip|txt|mp[34]|mov|avi|ics|vcf|html?|rtf"
_TOKEN = re.compile(
    rf"(?P<address>(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{{1,64}}@[\w.-]+|@[\w.-]{{1,64}}:[\w.-]+)"
    rf"|(?P<file>[^\W_][\w-]{{0,80}}(?:\.[\w-]{{1,40}}){{0,3}}\.(?:{_FILES})\b)"
    rf"|(?P<domain>[^\W_][\w-]{{0,62}}(?:\.[\w-]{{1,63}}){{0,4}}\.(?:{_TLDS})(?![\w-])(?P<path>/\S*)?)"
    r"|(?P<word>[^\W_]+)|(?P<plus>(?<=[^\W_])\+(?![\w+]))",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[!?…\n;\r]|\.\s|\.\.")
_BREAKS = re.compile("[,:()\\[\\]{}|=<>\u2190-\u21ff\u2600-\u27bf\U0001f300-\U0001faff]| [-–—&+] ")


_A_WORD_OR_TWO = 2


class Kind(Enum):
    """What a token is; only words and domain names can name a product in passing."""

    WORD = "word"
    DOMAIN = "domain"
    ADDRESS = "address"
    FILE = "file"


class Token(NamedTuple):
    """One word of a text.

    `form` is folded, `single` its singular, `stem` also without the ending of a French infinitive.
    `start` and `end` are its place in the legible text; `broken`: punctuation that no name goes across
    stands before it; `sentence` counts sentences from 0.
    """

    form: str
    single: str
    stem: str
    start: int
    end: int
    broken: bool
    sentence: int
    kind: Kind


class Reading(NamedTuple):
    """A text made legible, its tokens, and the numbers of the sentences that end in a question mark."""

    text: str
    tokens: tuple[Token, ...]
    asked: frozenset[int]

    def typed(self, first: int, last: int) -> str:
        """What was typed from token `first` up to, not including, token `last`."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""

    def capital(self, token: Token) -> bool:
        """Whether a token was typed with a capital, in a text that is not all in capitals."""
        return self.text[token.start].isupper() and not (len(self.tokens) > _A_WORD_OR_TWO and self.text.isupper())


def legible(text: str) -> str:
    """`text` without what no reader sees, quotes or code, in compatibility form; very long ones shortened."""
    if len(text) > READ_HEAD + READ_TAIL:
        text = f"{text[:READ_HEAD]}\n{text[-READ_TAIL:]}"
    if not text.isascii():
        text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)[: 2 * READ_HEAD])
    if "$" in text or "0" in text:
        text = _FOR_LETTERS.sub(lambda found: "s" if found.group() == "$" else "o" * len(found.group()), text)
    if "```" in text:
        text = _FENCED.sub("\n", text)
    return _TAGS.sub(" ", _QUOTED.sub("", text)) if ">" in text else text


@lru_cache(maxsize=16_384)
def fold(word: str) -> str:
    """One word in lower case, without accents; look-alike letters of other alphabets become Latin ones."""
    if word.isascii():
        return word.lower()
    word = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold().lower())
    return "".join(c for c in word if not unicodedata.combining(c)).translate(_LETTERS)


@lru_cache(maxsize=16_384)
def singular(form: str) -> str:
    """A folded word without its French or English plural; not always a word, but the same for both numbers."""
    if len(form) < 4 or not form.isalpha():
        return form
    if form.endswith("eaux"):
        return form[:-1]
    if form.endswith("aux"):
        return f"{form[:-3]}al"
    if form.endswith(("sses", "xes", "shes")):
        return form[:-2]
    if form.endswith(("s", "x")) and not form.endswith(("ss", "us", "is")):
        form = form[:-1]
    return f"{form[:-1]}ie" if form.endswith("y") and len(form) > 4 else form


@lru_cache(maxsize=16_384)
def stem(form: str) -> str:
    """`singular`, and one form for « partager », « partagez », « partagé », « partagée » and « partage »."""
    form = singular(form)
    if len(form) > 5 and form.endswith(("er", "ez")):
        return form[:-1]
    return form[:-1] if len(form) > 4 and form.endswith("ee") else form


@lru_cache(maxsize=16)
def read(text: str) -> Reading:
    """The tokens of `text`. Takes any string; never raises."""
    text = legible(text)
    tokens: list[Token] = []
    asked: set[int] = set()
    sentence = end = 0
    for found in _TOKEN.finditer(text):
        gap = text[end : found.start()]
        broken = False
        if gap not in {" ", "'", "’", "-"} and tokens:
            if _ENDS.search(gap):
                if "?" in gap:
                    asked.add(sentence)
                sentence += 1
                broken = True
            else:
                broken = _BREAKS.search(gap) is not None
        tokens.append(_token(found, broken, sentence))
        end = found.end()
    if "?" in text[end:] or (tokens and tokens[-1].kind is Kind.ADDRESS and text[:end].endswith("?")):
        asked.add(sentence)
    return Reading(text, tuple(tokens), frozenset(asked))


def _token(found: re.Match[str], broken: bool, sentence: int) -> Token:
    kind, form = Kind.WORD, found.group()
    match found.lastgroup:
        case "word":
            form = fold(form)
        case "plus":
            form = "plus"
        case "file":
            kind = Kind.FILE
        case "address":
            kind = Kind.ADDRESS
        case _:
            kind = Kind.ADDRESS if found["path"] and len(found["path"]) > 1 else Kind.DOMAIN
            form = found["domain"].removesuffix(found["path"] or "")
    if kind is not Kind.WORD:
        form = fold(form)
        return Token(form, form, form, found.start(), found.end(), broken, sentence, kind)
    return Token(form, singular(form), stem(form), found.start(), found.end(), broken, sentence, kind)


def glued(form: str) -> str:
    """A token’s form as it is looked up: « zoom.us » is « zoomus »."""
    return form.replace(".", "").replace("-", "") if "." in form else form


@lru_cache(maxsize=256)
def labels(address: str) -> tuple[str, ...]:
    """What an address says about whose it is, most specific first: « docs.google.com » → google docs, google."""
    bare = re.sub(r"^https?://|^www\.", "", address)
    bare = re.sub(r"^www\.", "", bare)
    parts = [part for part in re.split(r"[/?#:]", bare)[0].split(".") if part]
    if len(parts) < 2:
        return ()
    return tuple(_label_forms(parts))


def _label_forms(parts: list[str]) -> Iterator[str]:
    yield "".join(parts).replace("-", "")
    if len(parts) > 2:
        yield f"{parts[-2]}{parts[-3]}".replace("-", "")
        yield f"{parts[-2]}{parts[-1]}".replace("-", "")
    yield parts[-2].replace("-", "")


def words(text: str) -> tuple[str, ...]:
    """The folded words of a name of the catalogue; the dots of a domain name are kept out of it."""
    return tuple(glued(token.form) for token in read(text).tokens)
