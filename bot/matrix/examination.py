"""A look at the homeserver and at the bot's session and keys, beside a bot that runs or not: nothing is changed.

No login, no upload, and the store of the keys is read from a copy.
"""

import logging
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, TypeAlias

import aiohttp

from bot.clock import Clock
from bot.config import Config
from bot.database.copy import copied, is_database
from bot.diagnosis import Diagnosis, State
from bot.matrix import identity as identities
from bot.matrix.cross_signing import device_of
from bot.matrix.crypto import STORE
from bot.matrix.identity import IdentityDamaged
from bot.matrix.session import SESSION, Refused, Session, kept_session
from bot.matrix.wire import Declined, HomeserverError, TokenRevoked, Wire

log = logging.getLogger(__name__)

Raw: TypeAlias = Mapping[str, Any]

_WITHIN_S = 10.0
# Beyond these, answers look older than they are, or come from the future.
_DRIFT_S, _TOO_MUCH_S = 5.0, 300.0


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the homeserver said to the first request: its time, and how long it took."""

    date: datetime | None
    took_ms: int


async def examined(config: Config, clock: Clock) -> list[Diagnosis]:
    """How the homeserver, the clock, the session, the device and its signatures, and the keys are."""
    server, answer = await _server(config)
    if answer is None:
        return [server, *_unseen("token", "device", "signing"), _store(config, None, None)]
    async with Wire(config.matrix.homeserver) as wire:
        token, session = await _token(config, wire)
        looked = [server, _clock(answer, clock), token]
        if session is None:
            return [*looked, *_unseen("device", "signing"), _store(config, None, None)]
        try:
            query: dict[str, list[str]] = {session.user: []}
            keys = await wire.call("POST", "/keys/query", {"device_keys": query}, timeout_s=_WITHIN_S)
        except HomeserverError as error:
            log.info("event=keys-not-seen reason=%s", error)
            return [*looked, *_unseen("device", "signing"), _store(config, session, None)]
    device = device_of(keys, session)
    if not config.matrix.encryption:
        return [*looked, Diagnosis("device", "well", values={"device": session.device}), Diagnosis("signing", "off")]
    return [*looked, _device(session, device), _signing(config, session, keys), _store(config, session, device)]


def _unseen(*subjects: str) -> list[Diagnosis]:
    return [Diagnosis(subject, "unseen", State.CARE) for subject in subjects]


async def _server(config: Config) -> tuple[Diagnosis, _Answer | None]:
    values: dict[str, str | int] = {"homeserver": config.matrix.homeserver}
    began = time.monotonic()
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_WITHIN_S)) as http,
            http.get(f"{config.matrix.homeserver}/_matrix/client/versions") as response,
        ):
            if response.status != 200 or not isinstance((await response.json()).get("versions"), list):
                return Diagnosis("server", "odd", State.WRONG, {**values, "status": response.status}), None
            took_ms = round((time.monotonic() - began) * 1000)
            answer = _Answer(_moment(response.headers.get("Date")), took_ms)
            return Diagnosis("server", "well", values={**values, "took": took_ms}), answer
    except (aiohttp.ClientError, OSError, TimeoutError, ValueError, AttributeError) as error:
        return Diagnosis("server", "away", State.WRONG, {**values, "reason": type(error).__name__}), None


def _moment(date: str | None) -> datetime | None:
    try:
        return parsedate_to_datetime(date) if date else None
    except ValueError:
        return None


def _clock(answer: _Answer, clock: Clock) -> Diagnosis:
    if answer.date is None or answer.date.tzinfo is None:
        return Diagnosis("clock", "unknown", State.CARE)
    # The header has whole seconds.
    apart_s = abs(clock.now_ms() / 1000 - answer.date.timestamp() - 0.5)
    values: dict[str, str | int] = {"seconds": round(apart_s)}
    if apart_s <= _DRIFT_S:
        return Diagnosis("clock", "well")
    return Diagnosis("clock", "apart", State.WRONG if apart_s > _TOO_MUCH_S else State.CARE, values)


async def _token(config: Config, wire: Wire) -> tuple[Diagnosis, Session | None]:
    """How the session is, and the session itself where the homeserver knows it."""
    file = config.data / SESSION
    given = config.matrix.access_token
    try:
        kept = kept_session(file, config.matrix) if given is None else None
    except Refused as refused:
        return Diagnosis("token", "damaged", State.WRONG, {"file": str(refused.values.get("file", file))}), None
    if kept is None and given is None:
        return Diagnosis("token", "none", State.CARE), None
    wire.token = kept.token if kept is not None else given.get_secret_value() if given is not None else ""
    try:
        answer = await wire.call("GET", "/account/whoami", timeout_s=_WITHIN_S)
    except (TokenRevoked, Declined):
        return Diagnosis("token", "revoked", State.WRONG, {"file": str(file)}), None
    except HomeserverError:
        return Diagnosis("token", "unseen", State.CARE), None
    user, device = str(answer.get("user_id")), str(answer.get("device_id"))
    if user != config.matrix.user:
        return Diagnosis("token", "another", State.WRONG, {"user": user, "wanted": config.matrix.user}), None
    session = Session(config.matrix.homeserver, user, device, wire.token)
    return Diagnosis("token", "well", values={"user": user}), session


def _device(session: Session, published: Raw | None) -> Diagnosis:
    values: dict[str, str | int] = {"device": session.device}
    return (
        Diagnosis("device", "well", values=values)
        if published is not None
        else Diagnosis("device", "no-keys", State.WRONG, values)
    )


def _signing(config: Config, session: Session, keys: Raw) -> Diagnosis:
    """The chain: master key, self-signing key, device; and whether the first is the one in the data folder."""
    values: dict[str, str | int] = {"file": str(config.data / identities.FILE)}
    try:
        own = identities.kept(config.data / identities.FILE)
    except IdentityDamaged:
        return Diagnosis("signing", "damaged", State.WRONG, values)
    master = _public_key(keys, "master_keys", session)
    if master is None:
        return Diagnosis("signing", "none", State.WRONG, values)
    if own is None:
        return Diagnosis("signing", "lost", State.WRONG, values)
    if own.master.public != master:
        return Diagnosis("signing", "another", State.WRONG, values)
    if not identities.vouched(keys, session.user, session.device):
        return Diagnosis("signing", "unsigned", State.WRONG, values)
    return Diagnosis("signing", "well", values={"key": master})


def _public_key(keys: Raw, kind: str, session: Session) -> str | None:
    return identities.public_key(keys.get(kind, {}).get(session.user))


def _store(config: Config, session: Session | None, published: Raw | None) -> Diagnosis:
    """Whether the keys on the disk can be read, and are those that the device has published."""
    folder = config.data / STORE
    values: dict[str, str | int] = {"folder": str(folder)}
    if not config.matrix.encryption:
        return Diagnosis("store", "off")
    if not folder.is_dir() or not any(folder.glob("*.db")):
        return Diagnosis("store", "lost" if published is not None else "none", _if(published), values)
    if session is None:
        return Diagnosis("store", "unseen", State.CARE, values)
    own = _curve_key(folder, session)
    if own is None:
        return Diagnosis("store", "damaged", State.WRONG, values)
    keys = published.get("keys") if published is not None else None
    if published is not None and (not isinstance(keys, Mapping) or keys.get(f"curve25519:{session.device}") != own):
        return Diagnosis("store", "lost", State.WRONG, values)
    return Diagnosis("store", "well", values=values)


def _if(published: Raw | None) -> State:
    return State.WRONG if published is not None else State.CARE


def _curve_key(folder: Path, session: Session) -> str | None:
    """The device's own key in the store, read from a copy; None where it cannot be read."""
    import nio

    try:
        with tempfile.TemporaryDirectory(prefix="releve-doctor-") as passing:
            for file in folder.glob("*.db"):
                if is_database(file):
                    copied(file, Path(passing) / file.name)
            key = (folder / "pickle.key").read_text(encoding="ascii")
            store = nio.store.DefaultStore(session.user, session.device, passing, key)
            account = store.load_account()
            store.database.close()
    except Exception as error:
        # Whatever a damaged file makes the library raise, it cannot be read.
        log.info("event=store-not-read reason=%s", type(error).__name__)
        return None
    return str(account.identity_keys["curve25519"]) if account is not None else None
