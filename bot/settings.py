"""What the gateway is told by its environment: every setting with its default, read once at start."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from environment.checks import database, number, optional, secret, whole
from environment.setting import Setting, values

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{5,}")
_ADDRESS = re.compile(r"https?://[^\s/]+(?:/\S*)?")


def _token(value: str) -> str:
    if not _TOKEN.fullmatch(value):
        raise ValueError("looks like no token of BotFather; copy it whole, as in 123456:ABC-def")
    return value


def _address(value: str) -> str:
    if not _ADDRESS.fullmatch(value):
        raise ValueError("is no address; write it as http://host:port")
    return value.rstrip("/")


def _webhook(value: str) -> str:
    if value and not re.fullmatch(r"https?://[^\s/]+/\S*[^\s/]", value):
        raise ValueError("is no address with a path; write it as https://your.host/telegram")
    return value


def _level(value: str) -> str:
    if value not in ("INFO", "WARNING", "ERROR"):  # below INFO libraries log what families write
        raise ValueError("must be INFO, WARNING or ERROR")
    return value


_SECRET, _PORT, _DAYS = secret(), whole(1, 65535), whole(1, 3650)
_SILENT = optional(_DAYS, None)
SETTINGS = (
    Setting("TELEGRAM_TOKEN", None, "The bot's token. Write /newbot to @BotFather on Telegram to get one.", _token),
    Setting("CHANNEL_SECRET", None, "Shared with Rasa: who knows it may speak to Rasa's channel.", _SECRET),
    Setting("PSEUDONYM_KEY", None, "Turns a chat id into a conversation id. Keep it apart from the data.", _SECRET),
    Setting("TELEGRAM_API_URL", "https://api.telegram.org", "The Bot API server.", _address),
    Setting("TELEGRAM_WEBHOOK_URL", "", "Where Telegram delivers; empty means the gateway polls.", _webhook),
    Setting("LISTEN_HOST", "127.0.0.1", "The address webhooks, health and metrics listen on.", str),
    Setting("WEBHOOK_PORT", "8080", "The port webhooks arrive at, behind the proxy that ends TLS.", _PORT),
    Setting("HEALTH_PORT", "8081", "The port of /healthz and /metrics.", _PORT),
    Setting("DATABASE_URL", "sqlite:///data/gateway.db", "Inbox and outbox: SQLite, or PostgreSQL.", database),
    Setting("RASA_URL", "http://127.0.0.1:5005", "Rasa, with our channel.", _address),
    Setting("ACTIONS_URL", "http://127.0.0.1:5055", "The action server; only `doctor` asks it.", _address),
    Setting("RASA_DEADLINE", "5", "Seconds until the gateway answers by itself.", number(0.1, 60)),
    Setting("CHAT_LIMIT", "20", "Messages a chat may send in a minute before it must slow down.", number(1, 10000)),
    Setting("WATCHDOG_SECONDS", "90", "Seconds without polling until the process ends itself.", number(1, 3600)),
    Setting("DRAIN_SECONDS", "20", "Seconds to finish what was begun after SIGTERM.", number(0, 600)),
    Setting("RETENTION_DAYS", "", "Days a silent chat's choices and feedback are kept; empty: always.", _SILENT),
    Setting("RETENTION_TEXT_DAYS", "30", "Days text is kept; labels and counts stay. Families are told.", _DAYS),
    Setting("LOG_LEVEL", "INFO", "INFO, WARNING or ERROR.", _level),
)


@dataclass(frozen=True)
class Settings:
    """The settings, checked. The fields bear the names of the variables in small letters."""

    telegram_token: str
    channel_secret: str
    pseudonym_key: str
    telegram_api_url: str
    telegram_webhook_url: str
    listen_host: str
    webhook_port: int
    health_port: int
    database_url: str
    rasa_url: str
    actions_url: str
    rasa_deadline: float
    chat_limit: float
    watchdog_seconds: float
    drain_seconds: float
    retention_days: int | None
    retention_text_days: int
    log_level: str

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Settings:
        """Read and check every setting. Raises SettingError for the first that is missing or malformed."""
        return cls(**values(SETTINGS, environment))
