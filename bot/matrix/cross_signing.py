"""The bot vouches for its own device, so that clients give it their keys (MSC4153, specification v1.18).

A device that its owner has not cross-signed is deaf and mute without any error on its side. Done at every
start, it costs one request; an identity that somebody else made for the account is never replaced.
"""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import SecretStr

from bot.matrix import identity as identities
from bot.matrix.identity import Identity, IdentityDamaged, signed
from bot.matrix.patience import patiently
from bot.matrix.session import Refused, Session
from bot.matrix.wire import AuthenticationWanted, Declined, Json, Wire

log = logging.getLogger(__name__)

Raw: TypeAlias = Mapping[str, Any]


async def own_keys(wire: Wire, session: Session) -> Json:
    """What the homeserver says of the account's keys: the answer of `/keys/query` for it alone."""
    all_devices: list[str] = []
    query = {"device_keys": {session.user: all_devices}}
    return await patiently(lambda: wire.call("POST", "/keys/query", query), "own-keys")


def device_of(keys: Raw, session: Session) -> Raw | None:
    """The published keys of the session's device in an answer of `/keys/query`; None when there are none."""
    device = _mapping(_mapping(keys.get("device_keys")).get(session.user)).get(session.device)
    return device if isinstance(device, Mapping) else None


async def sign_own_device(wire: Wire, session: Session, password: SecretStr | None, file: Path) -> bool:
    """Publish the identity in `file` (made there the first time) and sign the session's device with it.

    The device's keys must have been published. Returns whether the device is signed now; where it cannot
    be, the log says why. Raises Refused when `file` is damaged.
    """
    keys = await own_keys(wire, session)
    device = device_of(keys, session)
    published = _mapping(_mapping(keys.get("master_keys")).get(session.user))
    try:
        identity = identities.kept(file)
    except IdentityDamaged:
        raise Refused("matrix.identity-damaged", file=str(file)) from None
    if published and (identity is None or not _is(published, identity)):
        log.error("event=not-cross-signed reason=the-account-has-another-identity")
        return False
    if device is None:
        log.error("event=not-cross-signed reason=no-device-keys")
        return False
    if identity is None:
        identity = identities.made(file)
    if not published and not await _published(wire, session, password, identity):
        return False
    if _is_signed(device, session, identity):
        return True
    return await _device_signed(wire, session, device, identity)


async def replace(wire: Wire, session: Session, password: SecretStr | None, file: Path) -> Identity | None:
    """Publish a new identity in the place of whatever the account has, sign the session's device with it, and keep it
    in `file`; None, and everything as before, when the homeserver does not accept it.

    Every client will tell its people that the identity has changed: only for whoever asks for it.
    """
    fresh = file.with_suffix(".next")
    identity = identities.made(fresh)
    if not await _published(wire, session, password, identity):
        fresh.unlink()
        return None
    identities.put_in_place(fresh, file)
    device = device_of(await own_keys(wire, session), session)
    if device is not None:
        await _device_signed(wire, session, device, identity)
    return identity


def _is(published: Raw, identity: Identity) -> bool:
    return identity.master.public in _mapping(published.get("keys")).values()


def _is_signed(device: Raw, session: Session, identity: Identity) -> bool:
    signatures = _mapping(_mapping(device.get("signatures")).get(session.user))
    key = identity.self_signing
    return signatures.get(f"ed25519:{key.public}") == key.signature_of(device)


async def _published(wire: Wire, session: Session, password: SecretStr | None, identity: Identity) -> bool:
    keys = identity.keys_of(session.user)
    try:
        try:
            await patiently(lambda: wire.call("POST", "/keys/device_signing/upload", keys), "identity")
        except AuthenticationWanted as wanted:
            if password is None:
                log.error("event=not-cross-signed reason=the-homeserver-asks-for-the-password")
                return False
            proof = {
                "type": "m.login.password",
                "identifier": {"type": "m.id.user", "user": session.user},
                "password": password.get_secret_value(),
                "session": wanted.session,
            }
            proved = {**keys, "auth": proof}
            await patiently(lambda: wire.call("POST", "/keys/device_signing/upload", proved), "identity")
    except Declined as declined:
        log.error("event=not-cross-signed reason=%s", declined.code)
        return False
    log.info("event=identity-published")
    return True


async def _device_signed(wire: Wire, session: Session, device: Raw, identity: Identity) -> bool:
    body = {session.user: {session.device: signed(device, session.user, identity.self_signing)}}
    try:
        answer = await patiently(lambda: wire.call("POST", "/keys/signatures/upload", body), "signature")
    except Declined as declined:
        log.error("event=not-cross-signed reason=%s", declined.code)
        return False
    # The homeserver answers 200 even when it refuses.
    if failures := answer.get("failures"):
        log.error("event=not-cross-signed reason=%s", str(failures)[:200])
        return False
    log.info("event=cross-signed device=%s", session.device)
    return True


def _mapping(value: object) -> Raw:
    return value if isinstance(value, Mapping) else {}
