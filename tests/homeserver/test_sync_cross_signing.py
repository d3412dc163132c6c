"""The bot vouches for its own device, checked by somebody else's arithmetic as the specification says."""

import itertools
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import vodozemac

from bot.config import Config
from bot.config import Matrix as Account
from bot.demo.homeserver import Homeserver
from bot.demo.person import Person
from bot.matrix import Refused
from bot.matrix.identity import Identity, Key, canonical
from tests.homeserver.company import PASSWORD
from tests.matrix.echo import Echo, listening

_numbers = itertools.count(1)


@pytest.fixture
async def config(homeserver: Homeserver, tmp_path: Path) -> Config:
    name = f"signer{next(_numbers)}"
    await homeserver.register(name, PASSWORD)
    user = f"@{name}:{homeserver.server_name}"
    return Config(matrix=Account(homeserver=homeserver.url, user=user, password=PASSWORD), data=tmp_path / "data")


async def keys_of(user: str, person: Person) -> Any:
    return await person.request("POST", "keys/query", {"device_keys": {user: []}})


def only_key(published: Mapping[str, Any]) -> str:
    (key,) = published["keys"].values()
    return str(key)


def is_signed_by(document: Mapping[str, Any], user: str, key: str) -> bool:
    signature = document["signatures"][user].get(f"ed25519:{key}")
    if signature is None:
        return False
    public = vodozemac.Ed25519PublicKey.from_base64(key)
    public.verify_signature(canonical(document), vodozemac.Ed25519Signature.from_base64(signature))
    return True


async def is_trusted(user: str, device: str, person: Person) -> bool:
    """Whether the master key vouches for the self-signing key, and that one for the device."""
    keys = await keys_of(user, person)
    master, self_signing = keys["master_keys"][user], keys["self_signing_keys"][user]
    return is_signed_by(self_signing, user, only_key(master)) and is_signed_by(
        keys["device_keys"][user][device], user, only_key(self_signing)
    )


async def test_the_device_is_signed_at_the_first_start(person: Person, config: Config) -> None:
    async with listening(config, Echo()) as matrix:
        assert await is_trusted(config.matrix.user, matrix.session.device, person)
    assert (config.data / "identity.json").stat().st_mode & 0o777 == 0o600


async def test_a_new_device_of_the_same_bot_alarms_nobody(person: Person, config: Config) -> None:
    async with listening(config, Echo()) as matrix:
        first = matrix.session.device
        before = (await keys_of(config.matrix.user, person))["master_keys"]
    # The way out that is said when the keys are lost: another session, on which everything begins anew.
    shutil.rmtree(config.data / "crypto")
    (config.data / "session.json").unlink()
    async with listening(config, Echo()) as matrix:
        assert matrix.session.device != first
        assert await is_trusted(config.matrix.user, matrix.session.device, person)
    assert (await keys_of(config.matrix.user, person))["master_keys"] == before


async def test_an_identity_made_elsewhere_is_never_replaced(
    homeserver: Homeserver, person: Person, config: Config, caplog: pytest.LogCaptureFixture
) -> None:
    name = config.matrix.user[1:].partition(":")[0]
    elsewhere = Identity(Key.new(), Key.new()).keys_of(config.matrix.user)
    async with Person.at(homeserver.url, name, PASSWORD) as owner:
        await owner.request("POST", "keys/device_signing/upload", elsewhere)
    async with listening(config, Echo()) as matrix:
        keys = await keys_of(config.matrix.user, person)
        device = keys["device_keys"][config.matrix.user][matrix.session.device]
    assert only_key(keys["master_keys"][config.matrix.user]) == only_key(elsewhere["master_key"])
    assert list(device["signatures"][config.matrix.user]) == [f"ed25519:{matrix.session.device}"]
    assert "event=not-cross-signed" in caplog.text
    assert not (config.data / "identity.json").exists(), "one that nobody knows would only confuse"


async def test_lost_keys_stop_the_bot_rather_than_make_it_deaf(config: Config) -> None:
    async with listening(config, Echo()):
        pass
    shutil.rmtree(config.data / "crypto")
    with pytest.raises(Refused) as refused:
        async with listening(config, Echo()):
            pass
    assert refused.value.sentence == "matrix.keys-lost"


async def test_a_damaged_identity_stops_the_bot(config: Config) -> None:
    async with listening(config, Echo()):
        pass
    (config.data / "identity.json").write_text("{}")
    with pytest.raises(Refused) as refused:
        async with listening(config, Echo()):
            pass
    assert refused.value.sentence == "matrix.identity-damaged"
