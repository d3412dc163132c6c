"""How a word sounds to a French ear, roughly: « fessbouk » and « facebook », « ouatsap » and « WhatsApp » meet.

The key keeps consonants and full vowels and drops what one hears least: « e », « ai », « h », doubled letters and
mute endings. English « oo » is the French « ou », « w » a « v ». It is meant for words that no spelling explains,
beside words that ask for a replacement; much too coarse for anything else.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.catalog.look_alikes import LOOK_ALIKES
from bot.catalog.mention import Entry, Ref
from bot.catalog.ordinary import LITTLE, is_ordinary
from bot.catalog.typos import Typos

_ALIKE = 0.45
"""How much of the letters must be the same, of 1, when one sound is off: « fessbouk » has 0.5 of « facebook »."""
_SHORTEST_WORD = 4
_SHORTEST_KEY = 3
_SHORTEST_PAIR = 7
"""Letters of a word, sounds of its key, and letters of words that make one name together (« fesse bouk »)."""

_SHORTEST_TOGETHER = 6
"""Letters of words that sound just like one name together."""

_LONG, _SLIPS = 6, 2
"""A word of so many letters may have so many slips for an alternative that it sounds like."""

_RULES: tuple[tuple[str, str], ...] = (
    # What is mute at the end.
    (r"(?<=[aeiouy])(?:[td]s?|s|z)$|(?<=n)[td]s?$|(?<=[eoa]u)x$", ""),
    (r"(?:er|ett?e?|eure?|ere)$", "e"),
    (r"(?:t|s|ss)ion$|(?:sh|ch)[ou]n+e?$|cheune?$", "Hn"),
    # Consonants: H stands for « ch », g for « j » too.
    (r"t?(?:sch|ch(?!r)|sh)", "H"),
    (r"ch", "k"),
    (r"gn|ni(?=[ao])", "N"),
    (r"ph", "f"),
    (r"dj|j|g", "g"),
    (r"gu(?=[ei])", "g"),
    (r"c(?=[eiy])|z", "s"),
    (r"qu|q|ck|c", "k"),
    (r"x", "ks"),
    (r"^(?:oua|wha|wa)", "va"),
    (r"^(?:oue?|wh?)(?=[ei])", "v"),
    # Vowels.
    (r"ew|eou|i?ou|i?oo", "U"),
    (r"eau|au|aw|ow", "o"),
    (r"eu|ai|ei|[ae]y(?=[b-df-hj-np-tv-xz])", ""),
    (r"u", "U"),
    (r"ee|ea|y", "i"),
    (r"w", "v"),
    (r"[he]", ""),
)
_COMPILED = tuple((re.compile(pattern), sound) for pattern, sound in _RULES)
_LITTLE = """
de d du des la le les l un une au aux en et a the que qu this that these those ce cet cette ces est sont is are was
pour par sur dans avec sans for with our your my notre nos votre vos on
"""
_JOINING = frozenset(_LITTLE.split())
_BY_EAR = re.compile("k|ou|oi|w|z")
"""Letters that show that a short word is spelt by ear."""
_HARDLY_HEARD = frozenset("aeiouyhw")
"""First letters that one ear takes for another: « Iventbrite », « Elloasso », « Ouatsap »."""
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=16_384)
def sound(form: str) -> str:
    """The key of a folded, glued word; shorter than the word, "" where nothing is heard."""
    for pattern, heard in _COMPILED:
        form = pattern.sub(heard, form)
    return _DOUBLED.sub(r"\1", form)


def _is_real(form: str) -> bool:
    """Whether it is a word or a name of its own."""
    return form in LOOK_ALIKES or is_ordinary(form)


class Sounds:
    """The names of a catalogue by what they sound like; `before` is the same for an earlier revision of it."""

    def __init__(self, names: Mapping[str, tuple[Ref, ...]], before: "Sounds | None" = None) -> None:
        self._names = names
        self._refs: dict[str, tuple[Ref, ...]] = {}
        self._spelt: dict[str, str] = {}
        for key, refs in names.items():
            if len(key) >= _SHORTEST_KEY:
                heard = sound(key)
                self._spelt.setdefault(heard, key)
                held = self._refs.setdefault(heard, refs)
                if held is not refs:
                    self._refs[heard] = (*held, *(ref for ref in refs if ref not in held))
        self._slips: Typos = before._slips.revised(self._refs) if before else Typos(self._refs)

    def alike(self, forms: Sequence[str], proper: bool, surely: bool = False) -> tuple[Ref, ...]:
        """What the folded words `forms` sound like together, or nothing; one sound may be off.

        `proper`: they are written with a capital, like a name; then every sound and the first letter count.
        `surely`: nothing but the words speaks for a name; then several of them must sound just like it.
        """
        glued = "".join(forms)
        if together := self._together(forms, glued, surely):
            return together
        short = _SHORTEST_WORD if len(forms) == 1 else _SHORTEST_PAIR
        if len(glued) < short or glued in self._names or any(map(self._plain, forms)) or all(map(_is_real, forms)):
            return ()
        key = sound(glued)
        if len(key) >= _SHORTEST_KEY and key in self._refs and self._spelt_so(glued, key, proper and len(forms) == 1):
            return self._sure(glued, key, 1 if len(glued) < _LONG else _SLIPS)
        slips = () if proper or (surely and len(forms) > 1) else self._slips.near(key)
        near = [heard for heard, distance in slips if distance == 1 and self._looks_like(glued, key, heard)]
        if len(near) != 1:
            return ()
        return self._sure(glued, near[0], 1)

    def _sure(self, typed: str, heard: str, slips: int) -> tuple[Ref, ...]:
        """What could take over is named less often than what is to be left: it must be written nearly so."""
        nearly = OSA.distance(typed, self._spelt[heard]) <= slips
        return tuple(ref for ref in self._refs[heard] if nearly or ref.entry is Entry.PRODUCT)

    def _together(self, forms: Sequence[str], glued: str, surely: bool) -> tuple[Ref, ...]:
        """« foto pi », « trait l’eau »: the name that words sound just like; everyday words only where one is due."""
        if len(forms) == 1 or len(glued) < _SHORTEST_TOGETHER or glued in self._names:
            return ()
        if not LITTLE.isdisjoint((forms[0], forms[-1])):
            return ()  # « a mason », « gaelle ne »
        odd = [form for form in forms if not is_ordinary(form)]
        if not odd and surely:
            return ()
        if odd and self._names.keys() >= set(odd):
            return ()  # « facebook que »
        for key in (sound(glued), "".join(map(sound, forms))):
            spelt = self._spelt.get(key, "")
            if len(key) > _SHORTEST_KEY and OSA.normalized_similarity(glued, spelt) >= _ALIKE:
                return self._refs[key]
        return ()

    def under(self, brand: str, form: str) -> tuple[Ref, ...]:
        """What the folded word `form` sounds like after its `brand`: « google drayve », or nothing."""
        return self._under(brand, form) or (self._under(brand, form.replace("ai", "i")) if "ai" in form else ())

    def _under(self, brand: str, form: str) -> tuple[Ref, ...]:
        key, start = sound(brand + form), len(sound(brand))
        near = [key] if key in self._refs else [heard for heard, distance in self._slips.near(key) if distance == 1]
        meant = {
            self._refs[heard]
            for heard in near
            if heard[: start + 1] == key[: start + 1]
            and OSA.normalized_similarity(brand + form, self._spelt[heard]) >= _ALIKE
        }
        return meant.pop() if len(meant) == 1 else ()

    def _plain(self, form: str) -> bool:
        """A word that is no part of a name spelt by ear: « de », or a name as it stands."""
        return form in _JOINING or (len(form) > _SHORTEST_KEY and form in self._names)

    def _spelt_so(self, typed: str, key: str, proper: bool) -> bool:
        """Whether a word that sounds just like a name is that name spelt by ear: Klassroom is no Classroom, « keeper »
        no Quip.
        """
        spelt = self._spelt[key]
        if proper and typed[0] != spelt[0] and not {typed[0], spelt[0]} <= _HARDLY_HEARD:
            return False
        alike = OSA.normalized_similarity(typed, spelt) >= _ALIKE
        by_ear = typed.replace("y", "i") == spelt.replace("y", "i") or _BY_EAR.search(typed) is not None
        return len(key) > _SHORTEST_KEY or (alike and by_ear)

    def _looks_like(self, typed: str, key: str, heard: str) -> bool:
        """Whether a name that sounds nearly the same is written a little like it, too: Fidelio is no Feedly."""
        same_start = heard[0] == key[0] or heard == key[1:]
        return same_start and OSA.normalized_similarity(typed, self._spelt[heard]) >= _ALIKE
