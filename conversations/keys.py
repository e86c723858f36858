"""The keys: those of the settings, or those of a file that is made on first use and readable by its owner alone."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from conversations.settings import Settings, is_key
from environment.setting import SettingError

_PURPOSE = b"words of conversations"


@dataclass(frozen=True)
class Keys:
    """``box`` encrypts with its first key and decrypts with all; ``search`` hashes words and is never changed."""

    box: MultiFernet
    search: bytes


def open_keys(settings: Settings) -> Keys:
    """The keys. Raises SettingError when the key file cannot be made, or holds no keys."""
    if settings.conversations_key:
        return _of(settings.conversations_key, settings.conversations_search_key or "")
    first, search = _lines(settings.key_file)
    return _of(tuple(first.split(",")), settings.conversations_search_key or search)


def add_key(settings: Settings) -> Keys:
    """Put a new key before those of the key file. Raises SettingError when the keys stand in the settings."""
    if settings.conversations_key:
        raise SettingError("CONVERSATIONS_KEY is set; put a new key before the others there, then rotate")
    first, search = _lines(settings.key_file)
    fresh = settings.key_file.with_suffix(".new")
    _write(fresh, f"{Fernet.generate_key().decode()},{first}\n{search}\n")
    fresh.replace(settings.key_file)
    return open_keys(settings)


def _of(keys: tuple[str, ...], search: str) -> Keys:
    derived = HKDF(SHA256(), length=32, salt=None, info=_PURPOSE).derive(search.encode())
    return Keys(MultiFernet([Fernet(key) for key in keys]), derived)


def _lines(path: Path) -> tuple[str, str]:
    try:
        if not path.exists():
            _make(path)
        lines = path.read_text(encoding="ascii").split()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(f"{path} cannot be used ({type(error).__name__}); set CONVERSATIONS_KEY instead") from error
    if len(lines) != 2 or not all(is_key(key) for key in lines[0].split(",")):
        raise SettingError(f"{path} holds no keys; put back the file that was there, for without it no text is read")
    return lines[0], lines[1]


def _make(path: Path) -> None:
    """Make it whole and at once, so that two processes that start together agree on one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    _write(draft, f"{Fernet.generate_key().decode()}\n{secrets.token_hex(32)}\n")
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _write(path: Path, content: str) -> None:
    with open(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:  # noqa: PTH123
        file.write(content)
