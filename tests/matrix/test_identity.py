"""The bot's identity: signatures as the specification counts them, secrets kept as secrets are."""

from pathlib import Path

import pytest

from bot.matrix import identity
from bot.matrix.identity import IdentityDamaged, Key

# The specification's own example (v1.19, appendix "Cryptographic test vectors").
EXAMPLE = Key.from_seed("YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW+3XA1=")


@pytest.mark.parametrize(
    ("document", "signature"),
    [
        ({}, "K8280/U9SSy9IVtjBuVeLr+HpOB4BQFWbg+UZaADMtTdGYI7Geitb76LTrr5QV/7Xg4ahLwYGYZzuHGZKM5ZAQ"),
        (
            {"two": "Two", "one": 1, "unsigned": {"age": 3}, "signatures": {"domain": {}}},
            "KqmLSbO39/Bzb0QIYE82zqLwsA+PDzYIpIRA2sRQ4sL53+sN6/fpNSoqE7BP7vBZhG6kYdD13EIMJpvhJI+6Bw",
        ),
    ],
)
def test_signatures_are_those_of_the_specification(document: dict[str, object], signature: str) -> None:
    assert EXAMPLE.signature_of(document) == signature


def test_an_identity_is_the_same_after_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "identity.json"
    made = identity.made(file)
    assert identity.kept(file) is not None
    assert identity.kept(file).keys_of("@releve:asso.example") == made.keys_of("@releve:asso.example")  # type: ignore[union-attr]
    assert file.stat().st_mode & 0o777 == 0o600


def test_no_identity_yet(tmp_path: Path) -> None:
    assert identity.kept(tmp_path / "identity.json") is None


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"master": 3, "self_signing": 4}', '{"master": "eA", "self_signing": "eA"}']
)
def test_half_an_identity_is_none_at_all(tmp_path: Path, content: str) -> None:
    (tmp_path / "identity.json").write_text(content)
    with pytest.raises(IdentityDamaged):
        identity.kept(tmp_path / "identity.json")


RELEVE, DEVICE = "@releve:asso.example", "DEVICE"


def published(signer: Key | None = None, master: Key | None = None) -> dict[str, object]:
    """What a homeserver answers of the bot's keys; `signer` has signed the device, `master` the self-signing key."""
    own = identity.Identity(EXAMPLE, Key.new())
    keys = own.keys_of(RELEVE)
    self_signing = (
        keys["self_signing_key"] if master is None else identity.signed(keys["self_signing_key"], RELEVE, master)
    )
    device = identity.signed({"device_id": DEVICE, "keys": {}}, RELEVE, signer or own.self_signing)
    return {
        "master_keys": {RELEVE: keys["master_key"]},
        "self_signing_keys": {RELEVE: self_signing},
        "device_keys": {RELEVE: {DEVICE: device}},
    }


def test_a_chain_that_holds_vouches_for_the_device() -> None:
    assert identity.vouched(published(), RELEVE, DEVICE)


def test_a_device_that_another_key_signed_is_not_vouched_for() -> None:
    assert not identity.vouched(published(signer=Key.new()), RELEVE, DEVICE)


def test_a_self_signing_key_that_another_master_signed_vouches_for_nothing() -> None:
    assert not identity.vouched(published(master=Key.new()), RELEVE, DEVICE)


def test_a_device_that_changed_after_it_was_signed_is_not_vouched_for() -> None:
    keys = published()
    keys["device_keys"][RELEVE][DEVICE]["keys"]["ed25519:DEVICE"] = "another"  # type: ignore[index]
    assert not identity.vouched(keys, RELEVE, DEVICE)


@pytest.mark.parametrize(
    "signatures", [None, [], {RELEVE: None}, {RELEVE: {"ed25519:x": 3}}, {RELEVE: {"ed25519:x": "é"}}]
)
def test_what_is_no_signature_is_no_true_one(signatures: object) -> None:
    assert not identity.is_signed({"signatures": signatures}, RELEVE, "x")
