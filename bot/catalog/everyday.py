"""Everyday words with a slip of the finger, so that none of them is taken for a name: « documennts » is no DocuSign."""

from functools import cache, lru_cache

from bot.catalog.ordinary import ORDINARY
from bot.catalog.slips import ONE_TOO_MANY, oddness, slipped
from bot.catalog.typos import Typos


@cache
def everyday() -> Typos:
    """The everyday words of French and English, to be found from misspelt ones."""
    return Typos(ORDINARY)


@lru_cache(maxsize=4_096)
def everyday_slip(form: str) -> tuple[int, int] | None:
    """How far `form` is from the everyday word that it may be, (slips, how odd they are); None when it is not."""
    near = (
        (slips, oddness(form, word))
        for word, slips in everyday().near(form)
        if slips == 1 and slipped(form, word, slips, proper=False)
    )
    return min(near, default=None)


def is_everyday_slip(form: str) -> bool:
    """Whether `form` is an everyday word with a usual slip rather than a name by ear; « caoute » is not « coute »."""
    slip = everyday_slip(form)
    return slip is not None and slip[1] < ONE_TOO_MANY
