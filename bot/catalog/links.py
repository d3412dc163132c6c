"""Trying the addresses of the catalogue, politely: never run by CI, only when a person asks for it."""

import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed

from pydantic import BaseModel

from bot.catalog.catalogue import Catalogue
from bot.catalog.check import Finding, Place

_AT_ONCE = 8
_TIMEOUT_S = 15
_AGENT = "releve-links/1 (catalogue check)"
# A page that refuses programs is there all the same: unauthorised, forbidden, method not allowed, too many
# requests. 999 is LinkedIn's own way to say so.
_THERE_ALL_THE_SAME = {401, 403, 405, 429, 999}


def findings(catalogue: Catalogue, progress: Callable[[int, int], None]) -> list[Finding]:
    """A warning for each address that does not answer; `progress(done, of)` is called after each one."""
    uses: dict[str, list[tuple[str, str, Place]]] = {}
    for kind in ("products", "alternatives", "hosts", "quizzes"):
        for entry in getattr(catalogue, kind).values():
            for place, address in _addresses(entry.model_dump(), ()):
                uses.setdefault(address, []).append((kind, entry.id, place))
    found: list[Finding] = []
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        try:
            tries = {pool.submit(trouble, address): address for address in uses}
            for done, attempt in enumerate(as_completed(tries), 1):
                address, reason = tries[attempt], attempt.result()
                if reason is not None:
                    found += [
                        Finding(
                            kind, entry, place, "mistake.dead-link", {"url": address, "reason": reason}, warning=True
                        )
                        for kind, entry, place in uses[address]
                    ]
                progress(done, len(tries))
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return found


def _addresses(value: object, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, BaseModel):
        value = value.model_dump()
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _addresses(inner, (*place, key))
    elif isinstance(value, list | tuple):
        for position, inner in enumerate(value):
            yield from _addresses(inner, (*place, position))
    elif isinstance(value, str) and value.startswith(("http://", "https://")):
        yield place, value


def trouble(address: str, timeout_s: float = _TIMEOUT_S) -> str | None:
    """Why `address` does not answer, in a few words; None when it does."""
    for method in ("HEAD", "GET"):
        request = urllib.request.Request(address, method=method, headers={"User-Agent": _AGENT})  # noqa: S310 — http(s) by the model
        try:
            with urllib.request.urlopen(request, timeout=timeout_s):  # noqa: S310
                return None
        except urllib.error.HTTPError as error:
            if error.code in _THERE_ALL_THE_SAME:
                return None
            reason = f"HTTP {error.code}"
        except (OSError, ValueError) as error:
            reason = str(getattr(error, "reason", error))
    return reason
