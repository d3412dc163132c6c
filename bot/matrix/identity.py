"""The bot's cross-signing identity: a master key that vouches for a self-signing key, which vouches for devices.

Kept in a file of its own, beside the store of the library: it outlives the device, so that a bot that had
to log in anew is still the same bot to everybody. Signing as in the specification (v1.19, appendix "Signing
JSON"): ed25519 over canonical JSON without `signatures` and `unsigned`, unpadded base64.
"""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from Crypto.PublicKey import ECC
from Crypto.Signature import eddsa

from bot.conversation import UserId
from bot.matrix import private_file


class IdentityDamaged(Exception):
    """The file of the identity cannot be read as one."""


@dataclass(frozen=True, slots=True)
class Key:
    """One ed25519 key pair."""

    pair: ECC.EccKey

    @classmethod
    def new(cls) -> Self:
        return cls(ECC.generate(curve="Ed25519"))

    @classmethod
    def from_seed(cls, seed: str) -> Self:
        """The key of a base64 seed. Raises ValueError."""
        return cls(ECC.construct(curve="Ed25519", seed=base64.b64decode(seed, validate=True)))

    @property
    def seed(self) -> str:
        """The secret from which the key is made, base64."""
        return base64.b64encode(self.pair.seed).decode("ascii")

    @property
    def public(self) -> str:
        """The public half, as Matrix writes it."""
        return _unpadded(self.pair.public_key().export_key(format="raw"))

    def signature_of(self, document: Mapping[str, Any]) -> str:
        """The signature of a JSON object."""
        return _unpadded(eddsa.new(self.pair, "rfc8032").sign(canonical(document)))


@dataclass(frozen=True, slots=True)
class Identity:
    """Both keys."""

    master: Key
    self_signing: Key

    def keys_of(self, user: UserId) -> dict[str, Any]:
        """The body of `/keys/device_signing/upload`, without authentication."""
        master = _public_key(user, "master", self.master)
        self_signing = _public_key(user, "self_signing", self.self_signing)
        return {"master_key": master, "self_signing_key": signed(self_signing, user, self.master)}


def signed(document: Mapping[str, Any], user: UserId, key: Key) -> dict[str, Any]:
    """`document` with the signature of `key`, which belongs to `user`, as its only one."""
    signatures = {user: {f"ed25519:{key.public}": key.signature_of(document)}}
    return {**{name: value for name, value in document.items() if name != "unsigned"}, "signatures": signatures}


def canonical(document: Mapping[str, Any]) -> bytes:
    """Canonical JSON of `document`, as it is signed."""
    bare = {name: value for name, value in document.items() if name not in {"signatures", "unsigned"}}
    return json.dumps(bare, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def kept(file: Path) -> Identity | None:
    """The identity in `file`, or None where there is none. Raises IdentityDamaged."""
    try:
        seeds = json.loads(file.read_text(encoding="ascii"))
        return Identity(Key.from_seed(seeds["master"]), Key.from_seed(seeds["self_signing"]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IdentityDamaged(str(file)) from error


def made(file: Path) -> Identity:
    """A new identity, kept in `file` before anybody hears of it."""
    identity = Identity(Key.new(), Key.new())
    seeds = {"master": identity.master.seed, "self_signing": identity.self_signing.seed}
    private_file.write(file, json.dumps(seeds))
    return identity


def _public_key(user: UserId, usage: str, key: Key) -> dict[str, Any]:
    return {"user_id": user, "usage": [usage], "keys": {f"ed25519:{key.public}": key.public}}


def _unpadded(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii").rstrip("=")
