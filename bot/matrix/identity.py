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

FILE = "identity.json"
"""The file of the identity in the data folder."""


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


def is_signed(document: object, user: UserId, key: str) -> bool:
    """Whether `document` carries a true signature by the public key `key` of `user`."""
    signatures = document.get("signatures") if isinstance(document, Mapping) else None
    own = signatures.get(user) if isinstance(signatures, Mapping) else None
    signature = own.get(f"ed25519:{key}") if isinstance(own, Mapping) else None
    if not isinstance(document, Mapping) or not isinstance(signature, str):
        return False
    try:
        public = eddsa.import_public_key(_padded(key))
        eddsa.new(public, "rfc8032").verify(canonical(document), _padded(signature))
    except ValueError:
        return False
    return True


def public_key(published: object) -> str | None:
    """The one key of a published cross-signing key, or None."""
    keys = published.get("keys") if isinstance(published, Mapping) else None
    return next((key for key in keys.values() if isinstance(key, str)), None) if isinstance(keys, Mapping) else None


def vouched(keys: Mapping[str, Any], user: UserId, device: str) -> bool:
    """Whether in `keys`, an answer of `/keys/query`, the master key of `user` vouches for the device: by way of the
    self-signing key, as others check it.
    """
    master = public_key(keys.get("master_keys", {}).get(user))
    self_signing = keys.get("self_signing_keys", {}).get(user)
    signing = public_key(self_signing)
    if master is None or signing is None or not is_signed(self_signing, user, master):
        return False
    return is_signed(keys.get("device_keys", {}).get(user, {}).get(device), user, signing)


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


def put_in_place(fresh: Path, file: Path) -> None:
    """The identity in `fresh` takes the place of the one in `file`, which is kept beside it (`before`)."""
    if file.exists():
        file.replace(before(file))
    fresh.replace(file)


def before(file: Path) -> Path:
    """Where the identity is kept that was in `file` before it was replaced."""
    return file.with_suffix(".before")


def _public_key(user: UserId, usage: str, key: Key) -> dict[str, Any]:
    return {"user_id": user, "usage": [usage], "keys": {f"ed25519:{key.public}": key.public}}


def _padded(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)


def _unpadded(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii").rstrip("=")
