"""What the keeping of talk is told by its environment: every setting with its default, read once at start."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from environment.checks import database, optional, secret, whole
from environment.setting import Setting, SettingError, values

_KEY_BYTES = 32
_MAKE = 'python -c "from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())"'


def _keys(value: str) -> tuple[str, ...]:
    found = tuple(key.strip() for key in value.split(",") if key.strip())
    if not all(is_key(key) for key in found):
        raise ValueError(f"holds something that is no key; make each with {_MAKE}")
    return found


def is_key(value: str) -> bool:
    """Whether ``value`` is a Fernet key: 32 bytes in base64 for addresses."""
    try:
        return len(base64.urlsafe_b64decode(value.encode())) == _KEY_BYTES
    except (binascii.Error, ValueError):
        return False


_SECRET, _DAYS = optional(secret(), None), whole(1, 3650)
SETTINGS = (
    Setting("DATA_FOLDER", "data", "Where databases, keys made by us and exports are.", Path),
    Setting("DATABASE_URL", "", "Conversations; empty: SQLite in the data folder.", optional(database, "")),
    Setting("CONVERSATIONS_KEY", "", "Keys that encrypt text, by commas; the first encrypts, all decrypt.", _keys),
    Setting("CONVERSATIONS_SEARCH_KEY", "", "Hashes the words that are searched; it never changes.", _SECRET),
    Setting("RETENTION_TEXT_DAYS", "30", "Days text is kept; labels and counts stay. Families are told.", _DAYS),
    Setting("PSEUDONYM_KEY", "", "The gateway's; `erase` finds a family's chat with it.", _SECRET),
)


@dataclass(frozen=True)
class Settings:
    """The settings, checked. Empty ``conversations_key``: keys are in ``key_file``, made on first use."""

    data_folder: Path
    database_url: str
    conversations_key: tuple[str, ...]
    conversations_search_key: str | None
    retention_text_days: int
    pseudonym_key: str | None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Settings:
        """Read and check every setting. Raises SettingError for the first that is malformed or missing."""
        found = values(SETTINGS, environment)
        if found["conversations_key"] and not found["conversations_search_key"]:
            raise SettingError("CONVERSATIONS_SEARCH_KEY is not set beside CONVERSATIONS_KEY; `openssl rand -hex 32`")
        found["database_url"] = found["database_url"] or f"sqlite:///{found['data_folder']}/conversations.db"
        return cls(**found)

    @property
    def key_file(self) -> Path:
        """Line 1: encryption keys by commas, the first encrypts. Line 2: the search key."""
        return self.data_folder / "conversations.key"

    @property
    def exports(self) -> Path:
        """Where the console puts files it exports."""
        return self.data_folder / "exports"
