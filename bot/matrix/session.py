"""The bot's one session on its homeserver: logged in once by password, restored ever after.

Transaction ids and encryption keys belong to a device, so a second device would mean messages sent twice
and rooms that cannot be read. Nobody is ever logged out here: that would delete the device's keys.
"""

import json
import logging
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.config import Matrix as Account
from bot.conversation import UserId
from bot.matrix import private_file
from bot.matrix.patience import patiently
from bot.matrix.wire import Declined, Json, TokenRevoked, Wire

log = logging.getLogger(__name__)


SESSION = "session.json"
"""The file of the session in the data folder."""


class Refused(Exception):
    """The homeserver does not let the bot in; `sentence` (of the wording) says what the host can do."""

    def __init__(self, sentence: str, **values: str | int) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.values = values


@dataclass(frozen=True, slots=True)
class Session:
    """Who is logged in, on which device, with which token."""

    homeserver: str
    user: UserId
    device: str
    token: str

    def __repr__(self) -> str:
        return f"Session({self.user}, {self.device})"


async def opened(account: Account, wire: Wire, file: Path) -> Session:
    """The session of `account`; `wire` carries its token from now on.

    A token that is given in the configuration comes first, then the session kept in `file`, then a login by
    password, which is kept in `file`. Waits for a homeserver that is away. Raises Refused.
    """
    if account.access_token is not None:
        session = await _of_token(account, wire, account.access_token.get_secret_value())
    else:
        kept = kept_session(file, account)
        session = kept or await _logged_in(account, wire)
        if kept is None:
            private_file.write(file, json.dumps(asdict(session)))
    wire.token = session.token
    return session


def kept_session(file: Path, account: Account) -> Session | None:
    """The session in `file`, or None where there is none. Raises Refused where it is damaged or another account's."""
    try:
        fields = json.loads(file.read_text(encoding="utf-8"))
        session = Session(account.homeserver, fields["user"], fields["device"], fields["token"])
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError):
        raise Refused("matrix.session-damaged", file=str(file)) from None
    if session.user != account.user:
        raise Refused("matrix.session-of-another", file=str(file), user=session.user, wanted=account.user)
    return session


async def _logged_in(account: Account, wire: Wire) -> Session:
    if account.password is None:
        raise Refused("matrix.no-password", user=account.user)
    answer = await _asked(
        wire,
        "POST",
        "/login",
        {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": account.user},
            "password": account.password.get_secret_value(),
            "initial_device_display_name": account.device_name,
        },
        refusal=Refused("matrix.wrong-password", user=account.user, homeserver=account.homeserver),
    )
    log.info("event=logged-in device=%s", answer.get("device_id"))
    return _session(account, answer, str(answer.get("access_token")))


async def _of_token(account: Account, wire: Wire, token: str) -> Session:
    wire.token = token
    answer = await _asked(
        wire, "GET", "/account/whoami", None, refusal=Refused("matrix.wrong-token", homeserver=account.homeserver)
    )
    return _session(account, answer, token)


def _session(account: Account, answer: Json, token: str) -> Session:
    user, device = answer.get("user_id"), answer.get("device_id")
    if user != account.user:
        raise Refused("matrix.token-of-another", user=str(user), wanted=account.user)
    if not isinstance(device, str):
        raise Refused("matrix.no-device", user=account.user)
    return Session(account.homeserver, account.user, device, token)


async def _asked(wire: Wire, method: str, path: str, body: Json | None, *, refusal: Refused) -> Json:
    try:
        return await patiently(lambda: wire.call(method, path, body), "login")
    except (TokenRevoked, Declined) as error:
        log.error("event=not-let-in reason=%s", error)
        raise refusal from None
