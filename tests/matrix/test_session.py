"""The session that is kept on disk, without a homeserver."""

import json
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.config import Matrix as Account
from bot.matrix.session import Refused, opened
from bot.matrix.wire import Wire
from bot.wording import LANGUAGES, voice

ACCOUNT = Account(homeserver="http://127.0.0.1:9", user="@releve:asso.example", password=SecretStr("secret"))


async def refusal(account: Account, file: Path) -> str:
    async with Wire(account.homeserver) as wire:
        with pytest.raises(Refused) as refused:
            await opened(account, wire, file)
    for language in LANGUAGES:
        assert voice(language).word(refused.value.sentence, **refused.value.values)
    return refused.value.sentence


async def test_a_kept_session_asks_nobody(tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    file.write_text(json.dumps({"user": ACCOUNT.user, "device": "ABC", "token": "t0ken"}))
    async with Wire(ACCOUNT.homeserver) as wire:
        session = await opened(ACCOUNT, wire, file)
        assert (session.device, wire.token) == ("ABC", "t0ken")
    assert "t0ken" not in repr(session)


async def test_no_session_and_no_password(tmp_path: Path) -> None:
    account = ACCOUNT.model_copy(update={"password": None})
    assert await refusal(account, tmp_path / "session.json") == "matrix.no-password"


async def test_a_damaged_session_is_not_replaced_by_a_second_device(tmp_path: Path) -> None:
    (tmp_path / "session.json").write_text('{"user": "@rel')
    assert await refusal(ACCOUNT, tmp_path / "session.json") == "matrix.session-damaged"


async def test_the_session_of_another_account(tmp_path: Path) -> None:
    (tmp_path / "session.json").write_text(json.dumps({"user": "@bob:asso.example", "device": "A", "token": "t"}))
    assert await refusal(ACCOUNT, tmp_path / "session.json") == "matrix.session-of-another"
