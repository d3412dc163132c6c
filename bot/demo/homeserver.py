"""A real Synapse on loopback: SQLite, a temporary folder, a free port, nothing reached outside.

Measured on two cores: ready 1.4 s after the start, of which 1.0 s is importing Synapse and 0.3 s making
its database.
"""

import base64
import hashlib
import hmac
import importlib.util
import json
import os
import random
import secrets
import socket
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from bot.demo.process import Process

SERVER_NAME = "asso.localhost"
"""A name under `.localhost` belongs to nobody (RFC 6761)."""

_START_WITHIN_S = 60
# Below the ports that systems give to outgoing connections, so that none takes it between choosing and listening.
_PORTS = range(20_000, 32_000)
# All the rate limits of Synapse 1.163 (synapse/config/ratelimiting.py) that a client on loopback can meet.
_RATE_LIMITS = (
    "rc_message",
    "rc_registration",
    "rc_login.address",
    "rc_login.account",
    "rc_login.failed_attempts",
    "rc_admin_redaction",
    "rc_joins.local",
    "rc_joins_per_room",
    "rc_invites.per_room",
    "rc_invites.per_user",
    "rc_invites.per_issuer",
    "rc_key_requests",
    "rc_media_create",
    "rc_room_creation",
    "rc_user_directory",
    "rc_profile",
    "rc_reports",
    "rc_delayed_event_mgmt",
)
_LIFTED = {"per_second": 100_000, "burst_count": 100_000}


class SynapseMissing(Exception):
    """The package matrix-synapse is not installed: it comes with the extra `demo`."""


class Homeserver:
    """A running Synapse; made by `running()`."""

    def __init__(self, folder: Path, port: int, *, rate_limits: bool) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.server_name = SERVER_NAME
        self.folder = folder
        self.process: Process
        self._config = folder / "homeserver.yaml"
        self._port = port
        self._secret = secrets.token_urlsafe(32)
        key = base64.b64encode(os.urandom(32)).decode().rstrip("=")
        (self.folder / "signing.key").write_text(f"ed25519 a_demo {key}\n")
        self.limit(rate_limits=rate_limits)

    @classmethod
    @asynccontextmanager
    async def running(cls, *, rate_limits: bool = False) -> AsyncIterator["Homeserver"]:
        """A homeserver for as long as the block runs; its process and folder are gone afterwards.

        `rate_limits`: those that Synapse has by default (10 messages at once, then one in 5 s), instead of none.
        Raises SynapseMissing, or process.NotStarted with the end of its log.
        """
        if importlib.util.find_spec("synapse") is None:
            raise SynapseMissing
        with tempfile.TemporaryDirectory(prefix="releve-", ignore_cleanup_errors=True) as folder:
            homeserver = cls(Path(folder), _free_port(), rate_limits=rate_limits)
            try:
                await homeserver.start()
                yield homeserver
            finally:
                await homeserver.process.stop()

    async def start(self) -> float:
        """Start it, or start it again on the same data and port; returns the seconds until it was ready."""
        self.process = Process(
            "synapse.app.homeserver",
            ["-c", str(self._config)],
            log=self.folder / "homeserver.log",
            # Synapse asks git for its version, and would find this checkout's.
            environment={"GIT_DIR": os.devnull},
            remove=self.folder,
        )
        # Whoever has taken the port may listen and never answer.
        patience = aiohttp.ClientTimeout(total=1)
        async with aiohttp.ClientSession(self.url, timeout=patience) as http:

            async def is_up() -> bool:
                try:
                    async with http.get("/health") as answer:
                        return answer.status == 200
                except (aiohttp.ClientConnectionError, TimeoutError):
                    return False

            return await self.process.ready(is_up, _START_WITHIN_S)

    async def register(self, name: str, password: str, *, admin: bool = False) -> str:
        """Make the account `@name:server`; returns its id. Raises RuntimeError when Synapse refuses."""
        # https://element-hq.github.io/synapse/latest/admin_api/register_api.html
        path = "/_synapse/admin/v1/register"
        async with aiohttp.ClientSession(self.url) as http:
            async with http.get(path) as answer:
                nonce: str = (await answer.json())["nonce"]
            parts = (nonce, name, password, "admin" if admin else "notadmin")
            signature = hmac.new(self._secret.encode(), "\x00".join(parts).encode(), hashlib.sha1)
            request = {
                "nonce": nonce,
                "username": name,
                "password": password,
                "admin": admin,
                "inhibit_login": True,
                "mac": signature.hexdigest(),
            }
            async with http.post(path, json=request) as answer:
                body = await answer.json()
                if answer.status != 200:
                    raise RuntimeError(f"{name}: {body}")
                user: str = body["user_id"]
                return user

    def limit(self, *, rate_limits: bool) -> None:
        """Have the rate limits of Synapse, or none, from the next start on."""
        logging = {
            "version": 1,
            "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
            "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
            "root": {"level": "WARNING", "handlers": ["console"]},
            "disable_existing_loggers": False,
        }
        # JSON is YAML.
        (self.folder / "logging.yaml").write_text(json.dumps(logging))
        config: dict[str, Any] = {
            "server_name": self.server_name,
            "public_baseurl": f"{self.url}/",
            "pid_file": str(self.folder / "homeserver.pid"),
            "signing_key_path": str(self.folder / "signing.key"),
            "log_config": str(self.folder / "logging.yaml"),
            "media_store_path": str(self.folder / "media"),
            "database": {"name": "sqlite3", "args": {"database": str(self.folder / "homeserver.db")}},
            "listeners": [
                {
                    "port": self._port,
                    "bind_addresses": ["127.0.0.1"],
                    "type": "http",
                    "tls": False,
                    "resources": [{"names": ["client"]}],
                }
            ],
            # Nothing outside this machine.
            "federation_domain_whitelist": [],
            "trusted_key_servers": [],
            "suppress_key_server_warning": True,
            "report_stats": False,
            "push": {"enabled": False},
            "presence": {"enabled": False},
            "registration_shared_secret": self._secret,
            # The least that bcrypt allows: passwords of a demo need no slow hash.
            "bcrypt_rounds": 4,
        }
        if not rate_limits:
            for name in _RATE_LIMITS:
                section, _, key = name.partition(".")
                config.setdefault(section, {}).update({key: _LIFTED} if key else _LIFTED)
        self._config.write_text(json.dumps(config, indent=1))


def _free_port() -> int:
    while True:
        port = random.choice(_PORTS)  # noqa: S311 — no secret
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
