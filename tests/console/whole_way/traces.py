"""Looks for what should be gone: in every table, opened with the keys, and in every byte of every file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from cryptography.fernet import InvalidToken, MultiFernet

from conversations.keys import open_keys
from conversations.settings import Settings

_NO_TEXT = ".log"  # names of conversations stand in logs, words of them never


def in_tables(folder: Path, words: Iterable[str]) -> list[str]:
    """``file table: word`` for each row of a database in ``folder`` that holds a word, sealed or not."""
    box = open_keys(Settings.from_environment({"DATA_FOLDER": str(folder)})).box
    return [
        f"{file.name} {table}: {word}"
        for file in sorted(folder.rglob("*.db"))
        for table, row in _rows(file)
        for word in words
        if any(word in _opened(value, box) for value in row)
    ]


def in_files(folder: Path, words: Iterable[str]) -> list[str]:
    """``file: word`` for each file in ``folder`` whose bytes hold a word."""
    files = [(path, path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file()]
    return [f"{path.name}: {word}" for path, content in files for word in words if word.encode() in content]


def of_names(found: Iterable[str]) -> list[str]:
    """Without the logs, in which a conversation's name may stand."""
    return [one for one in found if f"{_NO_TEXT}:" not in one]


def _rows(file: Path) -> Iterator[tuple[str, tuple[object, ...]]]:
    with closing(sqlite3.connect(file)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            for row in connection.execute(f'SELECT * FROM "{table}"'):
                yield table, row


def _opened(value: object, box: MultiFernet) -> str:
    """A value as text; what a key opens, opened."""
    raw = value if isinstance(value, bytes) else str(value).encode()
    try:
        return box.decrypt(raw).decode()
    except InvalidToken:
        return raw.decode(errors="replace")
