"""What the console is told by its environment: every setting with its default, read once at start."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from console.secret_key import kept_secret
from environment.checks import database, optional, secret, whole
from environment.setting import Setting, values

_LOOPBACK = ("127.0.0.1", "::1", "localhost")


def _host(value: str) -> str:
    if not re.fullmatch(r"[\w.:-]+", value):
        raise ValueError("is no address; write 127.0.0.1, or 0.0.0.0 for all")
    return value


def _origin(value: str) -> str:
    parts = urlsplit(value)
    if value and not (parts.scheme in ("http", "https") and parts.hostname and parts.path in ("", "/")):
        raise ValueError("is no address without a path; write https://console.example.org")
    return value.rstrip("/")


def _factor(value: str) -> str:
    if value not in ("", "offered", "required"):
        raise ValueError("must be offered or required")
    return value


_SECRET = optional(secret(least=32), "")
SETTINGS = (
    Setting("DATA_FOLDER", "data", "The folder of the database, the secret and of exports.", Path),
    Setting("DATABASE_URL", "", "Where talk is kept; empty: SQLite in the data folder.", optional(database, "")),
    Setting("CONSOLE_HOST", "127.0.0.1", "The address the console listens on.", _host),
    Setting("CONSOLE_PORT", "8090", "The port the console listens on.", whole(1, 65535)),
    Setting("CONSOLE_ORIGIN", "", "How browsers reach it, https://console.example.org; empty: host and port.", _origin),
    Setting("CONSOLE_SECRET", "", "Signs sessions; empty: one made at first start, kept beside the data.", _SECRET),
    Setting("CONSOLE_SESSION_HOURS", "8", "Hours without a click until a person signs in again.", whole(1, 72)),
    Setting(
        "CONSOLE_SECOND_FACTOR", "", "offered or required; empty: required unless it listens on loopback.", _factor
    ),
    Setting("CONSOLE_REPOSITORY", "", "The checkout that patches are made for; empty: this one.", str),
    Setting("RETENTION_TEXT_DAYS", "30", "Days the text of a conversation is kept.", whole(1, 3650)),
)


@dataclass(frozen=True)
class Environment:
    """The settings, checked. The fields bear the names of the variables in small letters."""

    data_folder: Path
    database_url: str
    console_host: str
    console_port: int
    console_origin: str
    console_secret: str
    console_session_hours: int
    console_second_factor: str
    console_repository: str
    retention_text_days: int

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> Environment:
        """Read and check every setting. Raises SettingError for the first that is malformed."""
        return cls(**values(SETTINGS, environment))

    @property
    def database(self) -> str:
        """The address of the database."""
        return self.database_url or f"sqlite:///{self.data_folder}/conversations.db"

    @property
    def exports(self) -> Path:
        """Where files go that leave the database; erasing a conversation reaches them there."""
        return self.data_folder / "exports"

    @property
    def origin(self) -> str:
        """The address browsers use."""
        return self.console_origin or f"http://{self.console_host}:{self.console_port}"

    @property
    def host_names(self) -> list[str]:
        """The names the console answers to."""
        return sorted({str(urlsplit(self.origin).hostname), *_LOOPBACK})

    @property
    def https(self) -> bool:
        """Whether browsers come over TLS, so that cookies can be bound to it."""
        return self.origin.startswith("https://")

    @property
    def second_factor_required(self) -> bool:
        """Whether everybody must set up a second factor before anything else."""
        loopback = self.console_host in _LOOPBACK and not self.console_origin
        return (self.console_second_factor or ("offered" if loopback else "required")) == "required"

    def secret(self) -> str:
        """The signing secret, made on first use when none is set."""
        return self.console_secret or kept_secret(self.data_folder / "console_secret")
