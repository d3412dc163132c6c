"""What a host needs beside the running bot: the systemd unit, the table of metrics, and whether it is alive."""

from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Literal, TypeAlias

from bot import metrics
from bot.config import Listen
from bot.shipped import folder
from bot.wording import Voice

Told: TypeAlias = Literal["live", "silent", "off"]
"""The bot answers, does not, or is configured not to be asked."""

_WITHIN_S = 3.0
_ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 — not bound here, but translated


def unit(program: Path, config: Path) -> str:
    """The systemd unit that runs `program` with the configuration `config`."""
    template = (folder("units") / "releve.service").read_text(encoding="utf-8")
    return template.replace("@program@", str(program)).replace("@config@", str(config))


def asked(listen: Listen) -> Told:
    """Ask the bot that is configured to `listen` there whether it is alive."""
    if not listen.port:
        return "off"
    connection = HTTPConnection(_ANYWHERE.get(listen.host, listen.host), listen.port, timeout=_WITHIN_S)
    try:
        connection.request("GET", "/live")
        return "live" if connection.getresponse().status == 200 else "silent"
    except (OSError, HTTPException):
        return "silent"
    finally:
        connection.close()


def table_of_metrics(speak: Voice) -> str:
    """All that `/metrics` shows, as a Markdown table in the language of `speak`."""
    head = [speak.word(f"metrics.column-{name}") for name in ("name", "kind", "label", "help")]
    rows = [
        (f"`{metric.name}`", metric.kind.value, f"`{metric.label}`" if metric.label else "", speak.word(metric.help))
        for metric in metrics.ALL
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows))
